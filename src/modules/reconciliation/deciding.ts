import type { Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Row } from './comparison.ts'
import type { Comparison } from './contract.ts'
import { refresh, saidOf } from './reconciling.ts'
import { pairAfter, type PairEvent } from './states.ts'
import { insertSteps } from './store/comparisons.ts'
import { pairsOfRows, setPairState, type Pair } from './store/pairs.ts'
import { rowsByIds, rowsOfItems, setItems } from './store/rows.ts'

const settled = 'Orang lain sudah memutuskan baris ini. Muat ulang halaman.'

async function change(tx: Tx, comparison: Comparison, pair: Pair, event: PairEvent, by: string | null, rows: ReadonlyMap<string, Row>): Promise<void> {
  const state = pairAfter(pair.state, event)
  const [left, right] = [rows.get(pair.leftId), rows.get(pair.rightId)]
  if (!state || !left || !right) throw new Problem('', settled)
  await setPairState(tx, pair, state, by, saidOf(left, right))
  await insertSteps(tx, comparison.id, [{ recordId: pair.rightId, event, by, detail: { leftId: pair.leftId } }])
}

/** A person says that a row is the same thing as `leftId`, or with null that it is none of those suggested. The comparison must be locked. */
export async function decide(tx: Tx, comparison: Comparison, rightId: string, leftId: string | null, by: string): Promise<void> {
  const pairs = await pairsOfRows(tx, [rightId], ['ask'])
  const chosen = leftId === null ? null : pairs.find(pair => pair.leftId === leftId)
  if (pairs.length === 0 || chosen === undefined) throw new Problem('', settled)
  const rows = await rowsByIds(tx, [rightId, ...pairs.map(pair => pair.leftId)])
  // What was not chosen is said to be something else: it is not asked again.
  for (const pair of pairs) await change(tx, comparison, pair, pair === chosen ? 'confirm' : 'reject', by, rows)
  const touched = new Set([...rows.values()].flatMap(row => row.itemId ?? []))
  if (chosen) {
    const [left, right] = [rows.get(chosen.leftId)!, rows.get(rightId)!]
    const [there, own] = [await rowsOfItems(tx, [left.itemId!]), await rowsOfItems(tx, [right.itemId!])]
    const main = new Map(there.filter(row => row.doubleOf === null).map(row => [row.sourceId, row.id]))
    await setItems(tx, own.map(row => ({ id: row.id, itemId: left.itemId!, doubleOf: main.get(row.sourceId) ?? row.doubleOf })))
  }
  await refresh(tx, comparison, [...touched])
}

/** Takes back what was said of two rows, or says of rows taken for the same that they are not. The comparison must be locked. */
export async function part(tx: Tx, comparison: Comparison, { leftId, rightId }: Pick<Pair, 'leftId' | 'rightId'>, event: 'undo' | 'reject', by: string): Promise<void> {
  const pair = (await pairsOfRows(tx, [rightId], ['sure', 'confirmed', 'rejected'])).find(one => one.leftId === leftId)
  if (!pair) throw new Problem('', settled)
  const rows = await rowsByIds(tx, [leftId, rightId])
  await change(tx, comparison, pair, event, by, rows)
  const right = rows.get(rightId)!
  const together = pair.state !== 'rejected' && right.itemId !== null && right.itemId !== rightId
  if (together) {
    const own = (await rowsOfItems(tx, [right.itemId!])).filter(row => row.id === rightId || row.doubleOf === rightId)
    await setItems(tx, own.map(row => ({ id: row.id, itemId: rightId, doubleOf: row.id === rightId ? null : rightId })))
  }
  await refresh(tx, comparison, [...rows.values()].flatMap(row => row.itemId ?? []).concat(rightId))
}
