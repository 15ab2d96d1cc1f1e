import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { tables } from '../store.ts'
import { waitingDays, type Finding, type Standing } from './domain.ts'

/** A domain somebody wants for a site, proved or not. */
export interface Domain extends Standing {
  id: string
  siteId: string
  host: string
  token: string
  checkedAt: Date | null
  /** What the last look found; null when all was well or nobody has looked. */
  finding: Exclude<Finding, 'verified'> | 'elsewhere' | null
}

const selected = (db: Db | Tx) =>
  tables(db).selectFrom('sites.domain').select(['id', 'site_id as siteId', 'host', 'token', 'verified_at as verifiedAt', 'failing_since as failingSince', 'checked_at as checkedAt', sql<Domain['finding']>`finding`.as('finding')])

/** Domains of a site, in the order they were added. */
export const domainsOf = (db: Db | Tx, siteId: string): Promise<Domain[]> => selected(db).where('site_id', '=', siteId).orderBy('created_at').orderBy('id').execute()

/** One domain of a site; with `lock` it stays as it is until the transaction ends. */
export const domainOf = (db: Db | Tx, siteId: string, id: string, lock = false): Promise<Domain | undefined> => {
  const query = selected(db).where('site_id', '=', siteId).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Domains to look at: those that are shown, and those that wait for their proof not too long. */
export const domainsToCheck = (db: Db): Promise<Domain[]> =>
  selected(db).where(eb => eb.or([eb('verified_at', 'is not', null), eb('created_at', '>', sql<Date>`now() - make_interval(days => ${waitingDays})`)])).orderBy('id').execute()

/** Adds a domain with a new token; null when the site has it already. */
export async function insertDomain(tx: Tx, siteId: string, host: string, by: string): Promise<string | null> {
  const row = await tables(tx)
    .insertInto('sites.domain')
    .values({ site_id: siteId, host, token: `pendopo=${randomBytes(16).toString('hex')}`, created_by: by })
    .onConflict(oc => oc.columns(['site_id', 'host']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function deleteDomain(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('sites.domain').where('id', '=', id).execute()
}

/** Writes what a look found. False when the domain is proved by another site already: one domain leads to one site. */
export async function recordLook(tx: Tx, id: string, standing: Standing, finding: Domain['finding'], at: Date): Promise<boolean> {
  const row = { verified_at: standing.verifiedAt, failing_since: standing.failingSince, finding, checked_at: at }
  await sql`savepoint look`.execute(tx)
  try {
    await tables(tx).updateTable('sites.domain').set(row).where('id', '=', id).execute()
    await sql`release savepoint look`.execute(tx)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error
    await sql`rollback to savepoint look`.execute(tx)
    await tables(tx).updateTable('sites.domain').set({ finding: 'elsewhere', checked_at: at }).where('id', '=', id).execute()
    return false
  }
}
