import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import type { Reference } from './reference.ts'

/** One version as its keeper sees it; `validTo` is its last day here, for people. */
export interface KeptReference extends Reference<unknown> {
  list: string
  /** Set for the whole country; a government's own version comes before it. */
  national: boolean
}

/** A version to be added; `validTo` is its last day, null while it goes on. */
export type NewReference = Pick<KeptReference, 'list' | 'code' | 'value' | 'legalBasis' | 'validFrom' | 'validTo'> & { verified?: boolean }

export interface ReferenceListing {
  list: string
  /** Codes in force on the day asked for. */
  codes: number
  versions: number
  unverified: number
}

/** Every list a government sees, with how much of it is checked against its source. */
export async function referenceLists(db: Db, day: string): Promise<ReferenceListing[]> {
  const { rows } = await sql<ReferenceListing>`
    select list, count(distinct code) filter (where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date))::int as codes,
      count(*)::int as versions, count(*) filter (where not verified)::int as unverified
    from platform.reference group by list order by list`.execute(db)
  return rows
}

const columns = sql`id, list, code, value, legal_basis as "legalBasis", verified, valid_from as "validFrom", valid_to - 1 as "validTo", government_id is null as national`

/** Versions of a list by code and time; `after` is the id of the last one seen. */
export async function referenceVersions(db: Db, list: string, filter: { code?: string; on?: string; after?: string; limit: number }): Promise<KeptReference[]> {
  const yes = sql<SqlBool>`true`
  const { rows } = await sql<KeptReference>`
    select ${columns} from platform.reference
    where list = ${list} and ${filter.code ? sql<SqlBool>`code ilike ${`%${filter.code.replace(/[\\%_]/g, '\\$&')}%`}` : yes}
      and ${filter.on ? sql<SqlBool>`valid_from <= ${filter.on}::date and (valid_to is null or valid_to > ${filter.on}::date)` : yes}
      and ${filter.after ? sql<SqlBool>`(code, valid_from, id) > (select a.code, a.valid_from, a.id from platform.reference a where a.id = ${filter.after}::uuid)` : yes}
    order by code, valid_from, id limit ${filter.limit}`.execute(db)
  return rows
}

/** The government's own versions with the keys of those given, for comparing before an import. */
export async function ownVersionsOf(db: Db | Tx, keys: readonly Pick<NewReference, 'list' | 'code' | 'validFrom'>[]): Promise<KeptReference[]> {
  const { rows } = await sql<KeptReference>`
    select ${columns} from platform.reference r
    where government_id is not null and exists (select 1 from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (list text, code text, "validFrom" date)
      where k.list = r.list and k.code = r.code and k."validFrom" = r.valid_from)`.execute(db)
  return rows
}

/** Adds versions of the government's own; those whose list, code and first day are there already are left out. Answers how many were added. */
export async function addReferences(tx: Tx, versions: readonly NewReference[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from, valid_to)
    select platform.current_government(), list, code, value, "legalBasis", coalesce(verified, false), "validFrom", "validTo" + 1
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v (list text, code text, value jsonb, "legalBasis" text, verified boolean, "validFrom" date, "validTo" date)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows)
}

/** Marks one of the government's own versions as checked against its source; false for others. */
export async function verifyReference(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update platform.reference set verified = true where id = ${id} and government_id = platform.current_government()`.execute(tx)
  return Number(numAffectedRows) > 0
}

/** Removes one of the government's own versions that is not in force yet; what records were judged by is never removed. */
export async function removeFutureReference(tx: Tx, id: string, today: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from platform.reference where id = ${id} and government_id = platform.current_government() and valid_from > ${today}::date`.execute(tx)
  return Number(numAffectedRows) > 0
}
