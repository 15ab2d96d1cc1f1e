import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Access, DataAccess, Degree, Use } from './contract.ts'
import { agencyLines } from './board/reckoning.ts'
import { mayUse } from './policy.ts'

/** From the least that can be given to the most. */
export const degrees: readonly Degree[] = ['metadata', 'query', 'sample', 'full']

/** Whether one degree is as much as the other, or more. */
const atLeast = (degree: Degree, least: Degree) => degrees.indexOf(degree) >= degrees.indexOf(least)

const columns = sql`a.id, a.request_id as "requestId", r.code, a.unit_id as "unitId", a.holder_unit_id as "holderUnitId", a.dataset_id as "datasetId", a.degree, a.columns, a.from_on as "from", a.until_on as until, a.revoked_on as "revokedOn", a.revoke_reason as "revokeReason"`

export async function insertAccess(tx: Tx, access: Pick<Access, 'requestId' | 'unitId' | 'holderUnitId' | 'datasetId' | 'degree' | 'columns' | 'from' | 'until'>, by: string | null): Promise<void> {
  await sql`insert into data_requests.access (request_id, unit_id, holder_unit_id, dataset_id, degree, columns, from_on, until_on, given_by)
    values (${access.requestId}, ${access.unitId}, ${access.holderUnitId}, ${access.datasetId}, ${access.degree}, ${access.columns ? [...access.columns] : null}::text[], ${access.from}::date, ${access.until}::date, ${by})`.execute(tx)
}

/** What was given under a request, the newest first. */
export const accessesOf = async (db: Db | Tx, requestId: string, lock = false): Promise<Access[]> =>
  (await sql<Access>`select ${columns} from data_requests.access a join data_requests.request r on r.id = a.request_id where a.request_id = ${requestId} order by a.id desc ${lock ? sql`for update of a` : sql``}`.execute(db)).rows

export const revokeAccess = (tx: Tx, id: string, on: string, by: string | null, reason: string) =>
  sql`update data_requests.access set revoked_on = ${on}::date, revoked_by = ${by}, revoke_reason = ${reason} where id = ${id}`.execute(tx)

export async function insertUse(tx: Tx, use: Use): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into data_requests.use (access_id, account_id, unit_id, what, purpose, detail, rows)
    values (${use.accessId}, ${use.accountId}, ${use.unitId}, ${use.what}, ${use.purpose}, ${use.detail}, ${use.rows}) returning id`.execute(tx)
  return rows[0]!.id
}

export interface LedgerLine extends Use {
  id: string
  at: Date
}

/** The ledger of a request, the newest first. */
export const usesOf = async (db: Db, requestId: string, limit: number): Promise<LedgerLine[]> =>
  (await sql<LedgerLine>`select u.id, u.access_id as "accessId", u.account_id as "accountId", u.unit_id as "unitId", u.what, u.purpose, u.detail, u.rows::int as rows, u.at
    from data_requests.use u join data_requests.access a on a.id = u.access_id where a.request_id = ${requestId} order by u.id desc limit ${limit}`.execute(db)).rows

/** A use of somebody's own that is not older than so many minutes: what was said to be its purpose still holds. */
export async function freshUse(db: Db, id: string, accountId: string, minutes: number): Promise<LedgerLine | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  return (await sql<LedgerLine>`select id, access_id as "accessId", account_id as "accountId", unit_id as "unitId", what, purpose, detail, rows::int as rows, at from data_requests.use
    where id = ${id} and account_id = ${accountId} and at > now() - make_interval(mins => ${minutes})`.execute(db)).rows[0] ?? null
}

/** What was given, for modules that let data be used in other ways. */
export const dataAccessOffer: DataAccess = {
  async standing(db, who, datasetId, degree, today) {
    const { rows } = await sql<Access>`select ${columns} from data_requests.access a join data_requests.request r on r.id = a.request_id where a.dataset_id = ${datasetId} and a.unit_id is not null and a.revoked_on is null`.execute(db)
    return rows.filter(access => mayUse(who, access, today) && atLeast(access.degree, degree)).toSorted((a, b) => degrees.indexOf(b.degree) - degrees.indexOf(a.degree))
  },
  async record(tx, use) {
    await insertUse(tx, use)
  },
  async credit(db, unitId, today) {
    const line = (await agencyLines(db, today)).find(one => one.unitId === unitId)
    return { used: line?.used ?? 0, received: line?.received ?? 0 }
  },
}
