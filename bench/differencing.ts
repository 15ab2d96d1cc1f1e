import { other, type Dimension, type Question } from '../src/modules/approved-queries/contract.ts'
import { blocksOf, type BaseCell, type Block } from '../src/modules/approved-queries/lattice.ts'
import { Attacker, toldBy } from '../src/modules/approved-queries/testing/attack.ts'

const fewest = 5

/** Numbers that come out the same on every machine (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let n = Math.imul(state ^ (state >>> 15), 1 | state)
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n
    return ((n ^ (n >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A table of people told apart by village, sex and age group; many combinations have only a few. */
function aTable(random: () => number): { dimensions: Dimension[]; cells: BaseCell[] } {
  const sizes = [4 + Math.floor(random() * 5), 2, 3 + Math.floor(random() * 3)]
  const dimensions = ['desa', 'jk', 'umur'].map((column, i) => ({ column, title: column, values: Array.from({ length: sizes[i]! }, (_, n) => `${column} ${n}`) }))
  const cells: BaseCell[] = []
  for (let a = 0; a < sizes[0]!; a++) for (let b = 0; b < sizes[1]!; b++) for (let c = 0; c < sizes[2]!; c++) {
    const count = random() < 0.4 ? Math.floor(random() * 5) : Math.floor(random() * 40)
    if (count > 0) cells.push({ at: [a, b, c], count, people: count, sums: [] })
  }
  return { dimensions, cells }
}

function aQuestion(random: () => number, dimensions: readonly Dimension[]): Question {
  const some = <T>(list: readonly T[], share: number) => list.filter(() => random() < share)
  const only = dimensions.flatMap(({ column, values }) => {
    const chosen = random() < 0.5 ? some([...values, other], 0.6) : []
    return chosen.length > 0 ? [[column, chosen] as const] : []
  })
  return { period: '2026', by: some(dimensions.map(({ column }) => column), 0.5), only: Object.fromEntries(only), sum: [] }
}

/** The guard taken away: every combination stands for itself, and an answer only leaves out the rows that are too small. */
function withoutGuard(question: Question, dimensions: readonly Dimension[], cells: readonly BaseCell[]): number[][] {
  const single: Block[] = cells.map(({ at, count }) => ({ within: at.map(value => [value]), count, sums: [] }))
  return toldBy(question, single, dimensions, cells).filter(row => row.reduce((sum, i) => sum + cells[i]!.count, 0) >= fewest)
}

export interface Attacks {
  tables: number
  /** Groups of two or three questions, and one long memory of all of them per table. */
  groups: number
  small: number
  /** Cells of fewer people an attacker found: from groups, from the long memory, and from groups with the guard taken away. */
  found: { groups: number; memory: number; unguarded: number }
}

/** Attackers solve linear equations over all they were answered; everyone shares what they know. */
export function differencing(tables = 40, groupsEach = 250): Attacks {
  const random = chance(20_261_122)
  const result: Attacks = { tables, groups: 0, small: 0, found: { groups: 0, memory: 0, unguarded: 0 } }
  for (let n = 0; n < tables; n++) {
    const { dimensions, cells } = aTable(random)
    const blocks = blocksOf(cells, dimensions.map(({ values }) => values.length + 1), 0, { fewest, share: 0.8 }, false)
    const small = cells.flatMap(({ count }, i) => (count < fewest ? [i] : []))
    result.small += small.length
    const memory = new Attacker(cells.length)
    for (let group = 0; group < groupsEach; group++) {
      const questions = Array.from({ length: 2 + (group % 2) }, () => aQuestion(random, dimensions))
      const [guarded, unguarded] = [new Attacker(cells.length), new Attacker(cells.length)]
      for (const question of questions) {
        for (const row of toldBy(question, blocks, dimensions, cells)) {
          guarded.learns(row)
          memory.learns(row)
        }
        for (const row of withoutGuard(question, dimensions, cells)) unguarded.learns(row)
      }
      result.groups++
      result.found.groups += small.filter(cell => guarded.knows([cell])).length
      result.found.unguarded += small.filter(cell => unguarded.knows([cell])).length
    }
    result.found.memory += small.filter(cell => memory.knows([cell])).length
  }
  return result
}
