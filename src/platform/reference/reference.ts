import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from '../db/database.ts'

/** One version of a value set by law, decree or agreement. */
export interface Reference<T> {
  id: string
  code: string
  value: T
  legalBasis: string
  verified: boolean
  validFrom: string
  validTo: string | null
}

/** All codes of a list as they are on `day`; a government's own version comes before the national one. */
export async function referenceList<T>(db: Db, list: string, day: string): Promise<Reference<T>[]> {
  const { rows } = await sql<Reference<T>>`
    select distinct on (code) id, code, value, legal_basis as "legalBasis", verified, valid_from as "validFrom", valid_to as "validTo"
    from platform.reference where list = ${list} and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by code, government_id nulls last, valid_from desc`.execute(db)
  return rows
}

/** One value as it is on `day`, or `otherwise` when the list has none. */
export async function reference<T>(db: Db, list: string, code: string, day: string, otherwise: T): Promise<T> {
  const { rows } = await sql<{ value: T }>`
    select value from platform.reference where list = ${list} and code = ${code} and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by government_id nulls last, valid_from desc limit 1`.execute(db)
  return rows[0]?.value ?? otherwise
}

export interface NationalReference {
  list: string
  code: string
  value: unknown
  legalBasis: string
  verified: boolean
  validFrom: string
  validTo?: string
}

/** Adds national values that are not there yet, as the migrating role; values a walidata changed are left alone. */
export async function seedReferences(client: pg.Client, values: readonly NationalReference[]): Promise<void> {
  for (const { list, code, value, legalBasis, verified, validFrom, validTo } of values)
    await client.query(
      `insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from, valid_to) values (null, $1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [list, code, JSON.stringify(value), legalBasis, verified, validFrom, validTo ?? null],
    )
}
