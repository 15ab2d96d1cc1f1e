import type { Tx } from '#platform/db/database.ts'
import { compareFound, differencesOf, recognised } from './finding.ts'
import type { Row } from './comparison.ts'
import type { Comparison, Source } from './contract.ts'
import { doubles, match, type Judged, type Pair as Places } from '#platform/matching/matching.ts'
import { pairAfter } from './states.ts'
import { insertSteps, markMatched, sourcesOf, type NewStep } from './store/comparisons.ts'
import { differencesOfItems, insertDifferences, updateFound } from './store/differences.ts'
import { decidedPairs, deletePairs, pendingItems, replaceFound, type NewPair, type Pair } from './store/pairs.ts'
import { presentRows, rowsOfItems, setItems } from './store/rows.ts'

/** What a decision about two rows rests on. */
export const saidOf = (left: Row, right: Row): string => [left, right].map(row => Object.values(recognised(row)).map(({ value }) => value).join('|')).join(' / ')

const broughtOf = (sources: readonly Source[]) => sources.filter(({ rows }) => rows > 0)

/** The rows of each source put together to things: each source is matched with all before it. */
class Things {
  /** First row of each thing, and the thing of each row. */
  readonly firsts: Row[] = []
  readonly of = new Map<string, string>()
  readonly doubleOf = new Map<string, string>()
  readonly found: NewPair[] = []

  add(rows: readonly Row[], decided: readonly Pair[]): void {
    const twice = doubles(rows)
    const single = rows.flatMap((row, i) => (twice.has(i) ? [] : [row]))
    const [atLeft, atRight] = [new Map(this.firsts.map((row, i) => [row.id, i])), new Map(single.map((row, i) => [row.id, i]))]
    const places = (state: Pair['state']) => decided.flatMap((pair): Places[] => {
      const [left, right] = [atLeft.get(this.of.get(pair.leftId) ?? ''), atRight.get(pair.rightId)]
      return pair.state === state && left !== undefined && right !== undefined ? [{ left, right }] : []
    })
    const [same, different] = [places('confirmed'), places('rejected')]
    const { sure, questions } = match(this.firsts, single, { same, different })
    const main = new Map<string, string>()
    for (const { left, right } of [...same, ...sure]) {
      const [thing, row] = [this.firsts[left]!, single[right]!]
      if (this.of.has(row.id)) continue
      this.of.set(row.id, thing.id)
      // A second row that a person said is the same thing: it is there twice.
      const first = main.get(thing.id)
      if (first) this.doubleOf.set(row.id, first)
      else main.set(thing.id, row.id)
    }
    const note = ({ left, right, score, reasons }: Judged, state: 'sure' | 'ask') => {
      const [one, other] = [this.firsts[left]!, single[right]!]
      this.found.push({ leftId: one.id, rightId: other.id, score, reasons: [...reasons], state, said: saidOf(one, other) })
    }
    for (const one of sure) note(one, 'sure')
    for (const { among } of questions) for (const one of among) note(one, 'ask')
    for (const row of single) {
      if (this.of.has(row.id)) continue
      this.of.set(row.id, row.id)
      this.firsts.push(row)
    }
    for (const [i, first] of twice) {
      const of = rows[first]!
      this.of.set(rows[i]!.id, this.of.get(of.id)!)
      this.doubleOf.set(rows[i]!.id, this.doubleOf.get(of.id) ?? of.id)
    }
  }
}

/** Decisions of which the rows still say what they said; the others are taken back and asked anew. */
async function standing(tx: Tx, comparison: Comparison, rows: ReadonlyMap<string, Row>): Promise<Pair[]> {
  const decided = await decidedPairs(tx, comparison.id)
  const moved = decided.filter(({ leftId, rightId, said }) => saidOf(rows.get(leftId)!, rows.get(rightId)!) !== said)
  if (moved.length === 0) return decided
  for (const { state } of moved) if (pairAfter(state, 'change') === null) throw new Error(`a decision cannot change in ${state}`)
  await deletePairs(tx, moved)
  await insertSteps(tx, comparison.id, moved.map(({ leftId, rightId, state }): NewStep => ({ recordId: rightId, event: 'change', by: null, detail: { leftId, before: state } })))
  return decided.filter(pair => !moved.includes(pair))
}

/** Matches everything anew. What people decided holds as long as what it rests on; the comparison must be locked. */
export async function reconcile(tx: Tx, comparison: Comparison): Promise<void> {
  const sources = broughtOf(await sourcesOf(tx, comparison.id))
  const rows = await presentRows(tx, comparison.id)
  const decided = await standing(tx, comparison, new Map(rows.map(row => [row.id, row])))
  const things = new Things()
  const bySource = Map.groupBy(rows, row => row.sourceId)
  for (const { id } of sources) things.add(bySource.get(id) ?? [], decided)
  const placed = rows.map(row => ({ ...row, itemId: things.of.get(row.id) ?? row.id, doubleOf: things.doubleOf.get(row.id) ?? null }))
  await setItems(tx, placed)
  await replaceFound(tx, comparison.id, things.found)
  await renew(tx, comparison, sources, placed)
  await markMatched(tx, comparison.id)
}

/** Looks at some things anew, after a decision about their rows. */
export async function refresh(tx: Tx, comparison: Comparison, itemIds: readonly string[]): Promise<void> {
  const sources = broughtOf(await sourcesOf(tx, comparison.id))
  await renew(tx, comparison, sources, await rowsOfItems(tx, itemIds), itemIds)
}

async function renew(tx: Tx, comparison: Comparison, sources: readonly Source[], rows: readonly Row[], only?: readonly string[]): Promise<void> {
  const pending = await pendingItems(tx, comparison.id, only)
  const found = [...Map.groupBy(rows, row => row.itemId!)].flatMap(([id, those]) => differencesOf(comparison, sources, those, pending.has(id)))
  const known = await differencesOfItems(tx, comparison.id, only)
  const { added, renewed } = compareFound(known, found)
  await insertDifferences(tx, comparison.id, added)
  await updateFound(tx, renewed)
  const before = new Map(known.map(one => [one.id, one]))
  const steps = renewed.flatMap(({ id, state, reopened }): NewStep[] => {
    const was = before.get(id)!
    return was.state === state ? [] : [{ recordId: id, event: reopened ? 'differ' : 'agree', by: null, detail: { choice: was.choice, values: was.values } }]
  })
  await insertSteps(tx, comparison.id, steps)
}
