import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Official, Officials } from '../contract.ts'
import type { Tables } from '../tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

/** One person's time in a position. */
export interface Holding {
  id: string
  positionId: string
  name: string
  nip: string | null
  kind: Official['kind']
  /** First and last day; without a last day it goes on. */
  from: string
  to: string | null
}

export interface Position {
  id: string
  title: string
  rank: number
  /** Who holds it today, the definitive one first. */
  holders: Holding[]
}

/** Positions of a unit with those who hold them on `day`, highest first. */
export async function positionsOf(db: Db | Tx, unitId: string, day: string): Promise<Position[]> {
  const { rows } = await sql<{ id: string; title: string; rank: number; holders: Holding[] }>`
    select p.id, p.title, p.rank, coalesce((
      select jsonb_agg(jsonb_build_object('id', h.id, 'positionId', p.id, 'name', h.person_name, 'nip', h.nip, 'kind', h.kind, 'from', lower(h.days), 'to', upper(h.days) - 1)
        order by array_position(array['definitif', 'plt', 'plh'], h.kind), lower(h.days))
      from organisation.holding h where h.position_id = p.id and h.days @> ${day}::date), '[]') as holders
    from organisation.position p where p.unit_id = ${unitId} and p.active order by p.rank, p.title, p.id`.execute(db)
  return rows
}

/** Officials for readers. */
export const officialsOf: Officials = {
  async of(db, unitId, day) {
    const positions = await positionsOf(db, unitId, day)
    return positions.flatMap(({ title, holders }) => holders.map(({ name, kind }) => ({ title, name, kind })))
  },
}

/** Everyone who holds, held or will hold a position of a unit, latest first. */
export async function holdingsOf(db: Db | Tx, unitId: string, limit = 100): Promise<(Holding & { title: string })[]> {
  const { rows } = await sql<Holding & { title: string }>`
    select h.id, h.position_id as "positionId", p.title, h.person_name as name, h.nip, h.kind, lower(h.days) as "from", upper(h.days) - 1 as "to"
    from organisation.holding h join organisation.position p on p.id = h.position_id
    where p.unit_id = ${unitId} order by lower(h.days) desc, h.id desc limit ${limit}`.execute(db)
  return rows
}

/** Adds a position; answers its id. */
export const insertPosition = async (tx: Tx, unitId: string, title: string, rank: number): Promise<string> =>
  (await tables(tx).insertInto('organisation.position').values({ unit_id: unitId, title, rank }).returning('id').executeTakeFirstOrThrow()).id

/** Takes a position out of use; what was held stays on record. */
export const closePosition = (tx: Tx, id: string) => tables(tx).updateTable('organisation.position').set({ active: false }).where('id', '=', id).execute()

/** Puts a person into a position from one day to another, both included. */
export const insertHolding = (tx: Tx, { positionId, name, nip, kind, from, to }: Omit<Holding, 'id'>) =>
  tables(tx).insertInto('organisation.holding').values({ position_id: positionId, person_name: name, nip, kind, days: sql<string>`daterange(${from}::date, ${to}::date, '[]')` }).execute()

/** Ends a person's time in a position with `last` as its last day. */
export const endHolding = (tx: Tx, id: string, last: string) =>
  tables(tx).updateTable('organisation.holding').set({ days: sql<string>`daterange(lower(days), ${last}::date, '[]')` }).where('id', '=', id).execute()
