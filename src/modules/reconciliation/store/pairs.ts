import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Reason } from '#platform/matching/comparing.ts'
import type { PairState } from '../states.ts'

export interface Pair {
  leftId: string
  rightId: string
  score: number
  reasons: Reason[]
  state: PairState
  /** What the rows said when it was decided. */
  said: string
  decidedBy: string | null
  decidedAt: Date | null
}

export type NewPair = Omit<Pair, 'decidedBy' | 'decidedAt'>

const columns = sql`p.left_id as "leftId", p.right_id as "rightId", p.score, p.reasons, p.state, p.said, p.decided_by as "decidedBy", p.decided_at as "decidedAt"`

/** What people decided about rows that are still there. */
export const decidedPairs = async (tx: Tx, comparisonId: string): Promise<Pair[]> =>
  (await sql<Pair>`select ${columns} from reconciliation.pair p join reconciliation.row l on l.id = p.left_id and not l.gone join reconciliation.row r on r.id = p.right_id and not r.gone
    where p.comparison_id = ${comparisonId} and p.state in ('confirmed', 'rejected') order by p.decided_at, p.id`.execute(tx)).rows

/** Puts what was found in the place of what was found before; what people decided stays. */
export async function replaceFound(tx: Tx, comparisonId: string, pairs: readonly NewPair[]): Promise<void> {
  await sql`delete from reconciliation.pair where comparison_id = ${comparisonId} and state in ('sure', 'ask')`.execute(tx)
  for (let at = 0; at < pairs.length; at += 2000)
    await sql`insert into reconciliation.pair (comparison_id, left_id, right_id, score, reasons, state, said)
      select ${comparisonId}::uuid, "leftId", "rightId", score, array(select jsonb_array_elements_text(reasons)), state, said
      from jsonb_to_recordset(${JSON.stringify(pairs.slice(at, at + 2000))}::jsonb) as p ("leftId" uuid, "rightId" uuid, score real, reasons jsonb, state text, said text)
      on conflict (left_id, right_id) do nothing`.execute(tx)
}

export const deletePairs = (tx: Tx, pairs: readonly Pick<Pair, 'leftId' | 'rightId'>[]) =>
  sql`delete from reconciliation.pair p using unnest(${pairs.map(pair => pair.leftId)}::uuid[], ${pairs.map(pair => pair.rightId)}::uuid[]) as g (l, r) where p.left_id = g.l and p.right_id = g.r`.execute(tx)

/** Rows with a question, the likeliest first; `after` is the id of the last one seen. */
export async function questionPage(db: Db, comparisonId: string, { after, limit }: { after?: string; limit: number }): Promise<{ pairs: Pair[]; next: string | null }> {
  const { rows } = await sql<{ id: string; best: number }>`
    with best as (select right_id as id, max(score)::real as best from reconciliation.pair where comparison_id = ${comparisonId} and state = 'ask' group by right_id)
    select id, best from best ${after ? sql`where (-best, id) > (select -b.best, b.id from best b where b.id = ${after}::uuid)` : sql``} order by -best, id limit ${limit + 1}`.execute(db)
  const ids = rows.slice(0, limit).map(({ id }) => id)
  const pairs = await pairsOfRows(db, ids, ['ask'])
  return { pairs: ids.flatMap(id => pairs.filter(pair => pair.rightId === id)), next: rows.length > limit ? ids.at(-1)! : null }
}

/** Pairs whose row on the right is one of these, the best first. */
export const pairsOfRows = async (db: Db | Tx, rightIds: readonly string[], states: readonly PairState[]): Promise<Pair[]> =>
  (await sql<Pair>`select ${columns} from reconciliation.pair p join reconciliation.row l on l.id = p.left_id and not l.gone where p.right_id = any(${[...rightIds]}::uuid[]) and p.state = any(${[...states]}::text[])
    order by ('taken' = any(p.reasons)), p.score desc, p.left_id`.execute(db)).rows

/** Pairs in a state, newest row first. */
export async function pairPage(db: Db, comparisonId: string, state: PairState, { after, limit }: { after?: string; limit: number }): Promise<{ pairs: Pair[]; next: string | null }> {
  const [row, left] = after?.split('.') ?? []
  const { rows } = await sql<Pair>`select ${columns} from reconciliation.pair p join reconciliation.row l on l.id = p.left_id and not l.gone join reconciliation.row r on r.id = p.right_id and not r.gone
    where p.comparison_id = ${comparisonId} and p.state = ${state} ${row && left ? sql`and (p.right_id, p.left_id) > (${row}::uuid, ${left}::uuid)` : sql``} order by p.right_id, p.left_id limit ${limit + 1}`.execute(db)
  const last = rows[limit - 1]
  return { pairs: rows.slice(0, limit), next: rows.length > limit && last ? `${last.rightId}.${last.leftId}` : null }
}

export const setPairState = (tx: Tx, pair: Pick<Pair, 'leftId' | 'rightId'>, state: PairState, by: string | null, said: string) =>
  sql`update reconciliation.pair set state = ${state}, said = ${said}, decided_by = ${by}::uuid, decided_at = now() where left_id = ${pair.leftId} and right_id = ${pair.rightId}`.execute(tx)

/** Things of which it is still open whether a row belongs to them, among these or all. */
export async function pendingItems(db: Db | Tx, comparisonId: string, itemIds?: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select distinct r.item_id as id from reconciliation.pair p join reconciliation.row r on r.id in (p.left_id, p.right_id)
    where p.comparison_id = ${comparisonId} and p.state = 'ask' and not ('taken' = any(p.reasons) and r.id = p.left_id) and r.item_id is not null ${itemIds ? sql`and r.item_id = any(${[...itemIds]}::uuid[])` : sql``}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
