import type { AnswerRow, Dimension, Measure, Question } from './contract.ts'

/** What a part of the table comes to. */
interface Totals {
  count: number
  /** People in it, at least: as many as its rows unless somebody may have several. */
  people: number
  /** By measure: rows that have it, their sum, and the largest of them. */
  sums: readonly { filled: number; sum: number; largest: number }[]
}

/** One combination of values as the table holds it; values by dimension as their place in the list, the last for what is not listed. */
export interface BaseCell extends Totals {
  at: readonly number[]
}

/** A part of the table that is safe to tell of; values by dimension. No answer ever takes one apart. */
export interface Block {
  within: readonly (readonly number[])[]
  count: number
  sums: readonly { filled: number; sum: number }[]
}

/** When a part is safe: enough people, enough of them behind every sum, and nobody who makes up most of it. */
export interface Bounds {
  fewest: number
  /** Largest share of one row in a sum. */
  share: number
}

const nothing = (measures: number): Totals => ({ count: 0, people: 0, sums: Array.from({ length: measures }, () => ({ filled: 0, sum: 0, largest: 0 })) })

/** Where a person may have several rows, the people of a union are at least those of its largest part. */
const together = (a: Totals, b: Totals, several: boolean): Totals => ({
  count: a.count + b.count,
  people: several ? Math.max(a.people, b.people) : a.people + b.people,
  sums: a.sums.map(({ filled, sum, largest }, i) => ({ filled: filled + b.sums[i]!.filled, sum: sum + b.sums[i]!.sum, largest: Math.max(largest, b.sums[i]!.largest) })),
})

const isSafe = ({ people, sums }: Totals, { fewest, share }: Bounds): boolean => people >= fewest && sums.every(({ filled, sum, largest }) => filled === 0 || (filled >= fewest && largest <= share * sum))

/**
 * Cuts a table into blocks that are all safe. Dimension by dimension, values are taken in their public order until what
 * was taken is safe; what is left over at the end joins the last. Values nobody has are taken along like any other, so that
 * a block does not say which of its values occur. Every block lies within one block of each dimension before it.
 *
 * Because all answers are sums of whole blocks, so is everything that can be reckoned from them by adding and taking away
 * (docs/decisions/0034-asking-without-taking.md).
 * @param several whether a person may have several rows
 * @returns no block at all when not even the whole table is safe
 */
export function blocksOf(cells: readonly BaseCell[], sizes: readonly number[], measures: number, bounds: Bounds, several: boolean): Block[] {
  const sumUp = (some: readonly BaseCell[]): Totals => some.reduce((sum, cell) => together(sum, cell, several), nothing(measures))
  const safe = (totals: Totals) => isSafe(totals, bounds)
  function cut(some: readonly BaseCell[], dimension: number, within: readonly (readonly number[])[]): Block[] {
    const size = sizes[dimension]
    if (size === undefined) {
      const { count, sums } = sumUp(some)
      return [{ within, count, sums: sums.map(({ filled, sum }) => ({ filled, sum })) }]
    }
    const byValue = Map.groupBy(some, cell => cell.at[dimension]!)
    const parts: { values: number[]; cells: BaseCell[] }[] = []
    let open: { values: number[]; cells: BaseCell[] } = { values: [], cells: [] }
    for (let value = 0; value < size; value++) {
      open.values.push(value)
      open.cells.push(...(byValue.get(value) ?? []))
      if (!safe(sumUp(open.cells))) continue
      parts.push(open)
      open = { values: [], cells: [] }
    }
    const last = parts.at(-1)
    if (!last) parts.push(open)
    else {
      last.values.push(...open.values)
      last.cells.push(...open.cells)
    }
    return parts.flatMap(part => cut(part.cells, dimension + 1, [...within, part.values]))
  }
  return safe(sumUp(cells)) ? cut(cells, 0, []) : []
}

/** Values of a dimension by their place; what the list does not hold comes last. */
const placeOf = (dimension: Dimension, value: string, other: string): number => (value === other ? dimension.values.length : dimension.values.indexOf(value))

/**
 * Answers a question by adding up whole blocks: rows for every set of values the blocks are told apart by. A block that
 * lies partly outside what was narrowed to is left out whole.
 */
export function answerOf(blocks: readonly Block[], dimensions: readonly Dimension[], measures: readonly Measure[], question: Question, other: string): { rows: AnswerRow[]; leftOut: boolean } {
  const allowed = dimensions.map(dimension => {
    const only = question.only[dimension.column]
    return only ? new Set(only.map(value => placeOf(dimension, value, other))) : null
  })
  const by = question.by.map(column => dimensions.findIndex(one => one.column === column))
  const sums = question.sum.map(column => measures.findIndex(one => one.column === column))
  const inside = blocks.filter(({ within }) => within.every((values, i) => !allowed[i] || values.every(value => allowed[i]!.has(value))))
  const touched = blocks.filter(({ within }) => within.every((values, i) => !allowed[i] || values.some(value => allowed[i]!.has(value))))
  const rows = new Map<string, { sets: (readonly number[])[]; count: number; sums: { sum: number; filled: number }[] }>()
  for (const { within, count, sums: totals } of inside) {
    const sets = by.map(i => within[i]!)
    const key = JSON.stringify(sets)
    const row = rows.get(key) ?? { sets, count: 0, sums: sums.map(() => ({ sum: 0, filled: 0 })) }
    rows.set(key, { sets, count: row.count + count, sums: sums.map((measure, i) => ({ sum: row.sums[i]!.sum + totals[measure]!.sum, filled: row.sums[i]!.filled + totals[measure]!.filled })) })
  }
  const named = (set: readonly number[], i: number) => set.map(value => dimensions[by[i]!]!.values[value] ?? other)
  const ordered = [...rows.values()].toSorted((a, b) => {
    for (const [i, set] of a.sets.entries()) if (set[0] !== b.sets[i]![0]) return set[0]! - b.sets[i]![0]!
    return 0
  })
  return { rows: ordered.map(row => ({ values: row.sets.map(named), count: row.count, sums: row.sums })), leftOut: touched.length > inside.length }
}
