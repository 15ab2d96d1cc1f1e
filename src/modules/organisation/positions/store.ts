import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Appointment, Head, InCharge, Officials, Post, PostKind } from '../contract.ts'
import type { Tables } from '../tables.ts'
import { precedence } from './in-charge.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()
const isId = (id: string) => /^[0-9a-f-]{36}$/i.test(id)

/** A position with those who hold it on a day. */
export interface Position extends Post {
  active: boolean
  /** Whoever is in charge comes first. */
  holders: InCharge[]
}

const postColumns = sql`p.id, p.unit_id as "unitId", p.title, p.kind, p.rank, p.echelon, p.grade, p.code, p.superior_id as "superiorId"`

/** One holding as JSON; `h` and `p` stand for holding and position. */
const holdingJson = sql`jsonb_build_object('holdingId', h.id, 'postId', p.id, 'title', p.title, 'unitId', p.unit_id, 'kind', h.kind, 'name', h.person_name, 'nip', h.nip,
  'accountId', h.account_id, 'employeeId', h.employee_id, 'from', lower(h.days), 'to', upper(h.days) - 1, 'reason', h.reason,
  'decree', jsonb_build_object('number', h.decree_number, 'on', h.decree_on, 'fileId', h.decree_file_id))`

/** The rule of `in-charge.ts`, for `order by`. */
const byCharge = sql`array_position(${[...precedence]}::text[], h.kind), h.decree_on desc nulls last, lower(h.days) desc, h.id desc`

const holdingsWhere = async (db: Db | Tx, where: ReturnType<typeof sql>, order = byCharge): Promise<InCharge[]> =>
  (await sql<{ holding: InCharge }>`select ${holdingJson} as holding from organisation.holding h join organisation.position p on p.id = h.position_id where ${where} order by ${order}`.execute(db)).rows.map(row => row.holding)

const positionsWhere = async (db: Db | Tx, where: ReturnType<typeof sql>, day: string): Promise<Position[]> =>
  (await sql<Position>`select ${postColumns}, p.active, coalesce((select jsonb_agg(${holdingJson} order by ${byCharge}) from organisation.holding h where h.position_id = p.id and h.days @> ${day}::date), '[]') as holders
    from organisation.position p where ${where} order by p.unit_id, p.rank, p.title, p.id`.execute(db)).rows

/** Positions of a unit with those who hold them on `day`, highest first. */
export const positionsOf = (db: Db | Tx, unitId: string, day: string): Promise<Position[]> => positionsWhere(db, sql`p.unit_id = ${unitId} and p.active`, day)

/** The same for several units at once. */
export const positionsIn = (db: Db | Tx, unitIds: readonly string[], day: string): Promise<Position[]> => positionsWhere(db, sql`p.unit_id = any(${[...unitIds]}::uuid[]) and p.active`, day)

/** One position with those who hold it on `day`, also when it was closed. */
export const positionById = async (db: Db | Tx, id: string, day: string): Promise<Position | null> => (isId(id) ? ((await positionsWhere(db, sql`p.id = ${id}`, day))[0] ?? null) : null)

/** Officials for readers: the holder first, and beside them who stands in. */
export const officialsOf: Officials = {
  async of(db, unitId, day) {
    const positions = await positionsOf(db, unitId, day)
    return positions.flatMap(({ title, holders }) => holders.toReversed().map(({ name, kind }) => ({ title, name, kind })))
  },
}

/** Positions of a unit, highest first. */
export const postsOf = async (db: Db | Tx, unitIds: readonly string[]): Promise<Post[]> =>
  (await sql<Post>`select ${postColumns} from organisation.position p where p.unit_id = any(${[...unitIds]}::uuid[]) and p.active order by p.rank, p.title, p.id`.execute(db)).rows

export const postById = async (db: Db | Tx, id: string): Promise<Post | null> =>
  isId(id) ? ((await sql<Post>`select ${postColumns} from organisation.position p where p.id = ${id}`.execute(db)).rows[0] ?? null) : null

/** Everyone who holds one of the positions on a day. */
export const holdersOn = (db: Db | Tx, postIds: readonly string[], day: string): Promise<InCharge[]> => holdingsWhere(db, sql`h.position_id = any(${[...postIds]}::uuid[]) and h.days @> ${day}::date`)

/** What a person holds on a day, or with `later` on it and after it, definitive first. */
export const heldOn = (db: Db | Tx, person: { accountId: string } | { employeeId: string }, day: string, { later } = { later: false }): Promise<InCharge[]> =>
  holdingsWhere(db, sql`${'accountId' in person ? sql`h.account_id = ${person.accountId}` : sql`h.employee_id = ${person.employeeId}`} and h.days && daterange(${day}::date, ${later ? null : day}::date, '[]')`, sql`array_position(${[...precedence].reverse()}::text[], h.kind), lower(h.days), h.id`)

/** Everyone who holds, held or will hold a position, latest first. */
export const holdingsOf = (db: Db | Tx, positionId: string): Promise<InCharge[]> => holdingsWhere(db, sql`h.position_id = ${positionId}`, sql`lower(h.days) desc, h.id desc`)

/** Classes of the definitive positions of many people on a day. */
export async function gradesOn(db: Db | Tx, people: readonly { id: string; accountId: string | null; nip: string | null }[], day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; grade: number }>`
    with held as (select h.employee_id, h.account_id, h.nip, p.grade from organisation.holding h join organisation.position p on p.id = h.position_id where h.kind = 'definitif' and h.days @> ${day}::date and p.grade is not null),
      asked as (select * from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ accountId }) => accountId)}::uuid[], ${people.map(({ nip }) => nip)}::text[]) as a (id, account_id, nip))
    select a.id, h.grade from asked a join held h on h.employee_id = a.id
    union select a.id, h.grade from asked a join held h on h.employee_id is null and h.account_id = a.account_id
    union select a.id, h.grade from asked a join held h on h.employee_id is null and h.account_id is null and h.nip = a.nip`.execute(db)
  return new Map(rows.map(({ id, grade }) => [id, grade]))
}

/** All definitive holdings of a person, whenever they are. */
export const definitiveOf = (db: Db | Tx, { accountId, employeeId }: Pick<InCharge, 'accountId' | 'employeeId'>): Promise<InCharge[]> =>
  holdingsWhere(db, sql`h.kind = 'definitif' and (h.account_id = ${accountId}::uuid or h.employee_id = ${employeeId}::uuid)`)

export const holdingById = async (db: Db | Tx, id: string): Promise<InCharge | null> => (isId(id) ? ((await holdingsWhere(db, sql`h.id = ${id}`))[0] ?? null) : null)

/** Who is in charge of each position on a day. */
export async function inChargeOf(db: Db | Tx, postIds: readonly string[], day: string): Promise<Map<string, InCharge>> {
  const { rows } = await sql<{ holding: InCharge }>`
    select distinct on (h.position_id) ${holdingJson} as holding from organisation.holding h join organisation.position p on p.id = h.position_id
    where h.position_id = any(${[...postIds]}::uuid[]) and h.days @> ${day}::date order by h.position_id, ${byCharge}`.execute(db)
  return new Map(rows.map(({ holding }) => [holding.postId, holding]))
}

/** The position that leads each unit and who is in charge of it. */
export async function headsOf(db: Db | Tx, unitIds: readonly string[], day: string): Promise<Map<string, Head>> {
  const { rows } = await sql<Head & { unitId: string }>`
    select u.id as "unitId", p.id as "postId", p.title, (select ${holdingJson} from organisation.holding h where h.position_id = p.id and h.days @> ${day}::date order by ${byCharge} limit 1) as "inCharge"
    from unnest(${[...unitIds]}::uuid[]) as u (id) join organisation.position p on p.id = organisation.head_of(u.id)`.execute(db)
  return new Map(rows.map(({ unitId, ...head }) => [unitId, head]))
}

/** Superiors of a position, the next one first. A superior set by hand may lead back to where a fallback leads: the walk ends there. */
export async function superiorsOf(db: Db | Tx, postId: string): Promise<Post[]> {
  if (!isId(postId)) return []
  const { rows } = await sql<Post>`
    with recursive above (id, depth) as (
      select ${postId}::uuid, 0 union all select s.id, a.depth + 1 from above a cross join lateral (select organisation.superior_of(a.id) as id) s where s.id is not null
    ) cycle id set again using path
    select ${postColumns} from above join organisation.position p on p.id = above.id where depth > 0 and not again order by depth`.execute(db)
  return rows
}

/** What a form says about a position. */
export type PositionFacts = Pick<Post, 'title' | 'rank' | 'echelon' | 'grade' | 'code' | 'superiorId'> & { kind: PostKind }

/** A position of which nothing but its name is known. */
export const plainPosition = { kind: 'lain', echelon: null, grade: null, code: null, superiorId: null } as const

const columnsOf = ({ title, rank, kind, echelon, grade, code, superiorId }: PositionFacts) => ({ title, rank, kind, echelon, grade, code, superior_id: superiorId })

/** Adds a position; answers its id. */
export const insertPosition = async (tx: Tx, unitId: string, facts: PositionFacts): Promise<string> =>
  (await tables(tx).insertInto('organisation.position').values({ unit_id: unitId, ...columnsOf(facts) }).returning('id').executeTakeFirstOrThrow()).id

export const updatePosition = (tx: Tx, id: string, facts: PositionFacts) => tables(tx).updateTable('organisation.position').set(columnsOf(facts)).where('id', '=', id).execute()

/** Takes a position out of use; what stood under it stands under the next one up, and what was held stays on record. */
export async function closePosition(tx: Tx, { id, superiorId }: Pick<Post, 'id' | 'superiorId'>): Promise<void> {
  await tables(tx).updateTable('organisation.position').set({ superior_id: superiorId }).where('superior_id', '=', id).execute()
  await tables(tx).updateTable('organisation.position').set({ active: false, superior_id: null }).where('id', '=', id).execute()
}

/** Puts a person into a position from one day to another, both included; answers the id of the holding. */
export const insertHolding = async (tx: Tx, { postId, name, nip, accountId, employeeId, kind, from, to, decree, reason }: Appointment): Promise<string> =>
  (
    await tables(tx)
      .insertInto('organisation.holding')
      .values({
        position_id: postId, person_name: name, nip, account_id: accountId, employee_id: employeeId, kind, days: sql<string>`daterange(${from}::date, ${to}::date, '[]')`,
        decree_number: decree.number, decree_on: decree.on, decree_file_id: decree.fileId, reason,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Ends a person's time in a position with `last` as its last day. */
export const endHolding = (tx: Tx, id: string, last: string) =>
  tables(tx).updateTable('organisation.holding').set({ days: sql<string>`daterange(lower(days), ${last}::date, '[]')` }).where('id', '=', id).execute()

/** Removes a holding that has not begun. */
export const deleteHolding = (tx: Tx, id: string) => tables(tx).deleteFrom('organisation.holding').where('id', '=', id).execute()
