import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { WishState } from './wish.ts'

/** Data somebody would like to see published. */
export interface Wish {
  id: string
  title: string
  reason: string
  unitId: string | null
  state: WishState
  answer: string | null
  datasetId: string | null
  answeredOn: string | null
  votes: number
  createdAt: Date
}

const columns = sql`id, title, reason, unit_id as "unitId", state, answer, dataset_id as "datasetId", answered_on as "answeredOn", votes, created_at as "createdAt"`
const shown = sql`state not in ('unread', 'hidden')`

export async function insertWish(tx: Tx, wish: Pick<Wish, 'title' | 'reason' | 'unitId'>, state: WishState = 'unread'): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into data_wishes.wish (title, reason, unit_id, state) values (${wish.title}, ${wish.reason}, ${wish.unitId}::uuid, ${state}) returning id`.execute(tx)
  return rows[0]!.id
}

/** One of them; `lock` for a change. */
export async function wishById(db: Db | Tx, id: string, lock = false): Promise<Wish | null> {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id)) return null
  return (await sql<Wish>`select ${columns} from data_wishes.wish where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)).rows[0] ?? null
}

/** The public board: most wanted first. */
export const shownWishes = async (db: Db): Promise<Wish[]> => (await sql<Wish>`select ${columns} from data_wishes.wish where ${shown} order by (state = 'open') desc, votes desc, id desc limit 200`.execute(db)).rows

/** For those who answer: what nobody has read first. */
export const allWishes = async (db: Db): Promise<Wish[]> => (await sql<Wish>`select ${columns} from data_wishes.wish order by (state = 'unread') desc, (state = 'open') desc, votes desc, id desc limit 200`.execute(db)).rows

export const countUnanswered = async (db: Db): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from data_wishes.wish where state in ('unread', 'open')`.execute(db)).rows[0]!.n

/** Counts a voice once; answers whether it was new. */
export async function vote(tx: Tx, wishId: string, voter: Buffer): Promise<boolean> {
  const { rows } = await sql`insert into data_wishes.vote (wish_id, voter_hash) values (${wishId}, ${voter}) on conflict do nothing returning wish_id`.execute(tx)
  if (rows.length > 0) await sql`update data_wishes.wish set votes = votes + 1 where id = ${wishId}`.execute(tx)
  return rows.length > 0
}

export const updateWish = (tx: Tx, id: string, set: { state: WishState; answer: string | null; datasetId: string | null; on: string; by: string | null }) =>
  sql`update data_wishes.wish set state = ${set.state}, answer = coalesce(${set.answer}, answer), dataset_id = coalesce(${set.datasetId}::uuid, dataset_id), answered_on = ${set.on}::date, answered_by = ${set.by} where id = ${id}`.execute(tx)
