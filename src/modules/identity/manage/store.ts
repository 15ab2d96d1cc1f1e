import { sql, type Expression, type SqlBool } from 'kysely'
import type { RoleGrant } from '#platform/access/role-templates.ts'
import { within, type Permission, type Reach, type ReachKind } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { posts } from '#modules/organisation/contract.ts'
import { rolesOfPositions } from '../by-position/store.ts'
import type { Tables } from '../tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

export type AccountState = 'invited' | 'active' | 'inactive'

export interface ListedAccount {
  id: string
  name: string
  unitId: string
  title: string | null
  state: AccountState
}

export interface AccountFilter {
  q?: string
  /** Ids of the unit asked for and all below it. */
  units?: readonly string[]
  state?: AccountState
  after?: { name: string; id: string }
}

/** Accounts within a reach, by name; `limit` at most. */
export async function listAccounts(db: Db, reach: Reach | null, filter: AccountFilter, limit: number): Promise<ListedAccount[]> {
  const where: Expression<SqlBool>[] = [within(reach, { unit: sql.ref('a.unit_id') })]
  if (filter.q) where.push(sql<SqlBool>`a.name ilike ${`%${filter.q.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (filter.units) where.push(sql<SqlBool>`a.unit_id = any(${[...filter.units]}::uuid[])`)
  if (filter.state) where.push(sql<SqlBool>`a.state = ${filter.state}`)
  if (filter.after) where.push(sql<SqlBool>`(lower(a.name), a.id) > (lower(${filter.after.name}::text), ${filter.after.id}::uuid)`)
  const { rows } = await sql<ListedAccount>`
    select a.id, a.name, a.unit_id as "unitId", a.title, a.state from identity.account a
    where ${sql.join(where, sql` and `)} order by lower(a.name), a.id limit ${limit}`.execute(db)
  return rows
}

export interface ManagedAccount {
  id: string
  name: string
  username: string | null
  email: string
  nip: string | null
  unitId: string
  title: string | null
  state: AccountState
  factor: boolean
  language: string
  createdAt: Date
}

/** One account within a reach; nothing for a stranger's. */
export async function accountWithin(db: Db | Tx, reach: Reach | null, id: string): Promise<ManagedAccount | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined
  const { rows } = await sql<ManagedAccount>`
    select a.id, a.name, a.username, a.email, a.nip, a.unit_id as "unitId", a.title, a.state, a.language, a.created_at as "createdAt",
      (a.two_factor_enabled or exists (select 1 from identity.passkey p where p.account_id = a.id)) as factor
    from identity.account a where a.id = ${id} and ${within(reach, { unit: sql.ref('a.unit_id') })}`.execute(db)
  return rows[0]
}

export interface HeldRole {
  id: string
  roleId: string
  name: string
  unitId: string
  from: string
  /** Last day, or null without an end. */
  to: string | null
  /** Title of the position it comes with. */
  position: string | null
}

/** Roles an account holds now or will hold, by itself or with a position. */
export async function heldRoles({ ask, db, government, now }: Pick<Context, 'ask' | 'db' | 'government' | 'now'>, accountId: string): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select x.id, x.role_id as "roleId", r.name, x.unit_id as "unitId", lower(x.days) as "from", (upper(x.days) - 1) as "to", null as position
    from identity.assignment x join identity.role r on r.id = x.role_id
    where x.account_id = ${accountId} and (upper_inf(x.days) or upper(x.days) > current_date - 1) order by r.name, lower(x.days), x.id`.execute(db)
  const positions = await ask(posts).heldBy(db, { accountId }, dayIn(now, government.zone), { later: true })
  const roles = await rolesOfPositions(db, positions.map(one => one.postId))
  return [...rows, ...positions.flatMap(({ holdingId, postId, title, from, to }) => roles.filter(role => role.positionId === postId).map(role => ({ ...role, id: `${holdingId} ${role.roleId}`, from, to, position: title })))]
}

export interface Role {
  id: string
  code: string
  name: string
  strong: boolean
  version: number
  grants: RoleGrant[]
}

/** Every role of the government with its grants. */
export async function rolesOf(db: Db | Tx): Promise<Role[]> {
  const { rows } = await sql<Omit<Role, 'grants'> & { grants: { permission: Permission; reach: ReachKind }[] }>`
    select r.id, r.code, r.name, r.strong, r.version,
      coalesce(jsonb_agg(jsonb_build_object('permission', g.permission, 'reach', g.reach) order by g.permission) filter (where g.permission is not null), '[]') as grants
    from identity.role r left join identity.role_grant g on g.role_id = r.id group by r.id order by r.name, r.id`.execute(db)
  return rows
}

/** How many people hold each role today or later. */
export async function holdersByRole(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select role_id as id, count(distinct account_id)::int as n from identity.assignment where upper_inf(days) or upper(days) > current_date group by role_id`.execute(db)
  return new Map(rows.map(row => [row.id, row.n]))
}

export interface NewAssignment {
  accountId: string
  roleId: string
  unitId: string
  from: string
  to: string | null
  by: string
}

/** Gives a role; false when it is held there on one of those days already. */
export async function addAssignment(tx: Tx, { accountId, roleId, unitId, from, to, by }: NewAssignment): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.assignment (account_id, role_id, unit_id, days, granted_by)
    select ${accountId}::uuid, ${roleId}::uuid, ${unitId}::uuid, d, ${by}::uuid from (select daterange(${from}::date, ${to}::date, '[]') as d)
    where not exists (select 1 from identity.assignment where account_id = ${accountId}::uuid and role_id = ${roleId}::uuid and unit_id = ${unitId}::uuid and days && d)`.execute(tx)
  return Number(numAffectedRows) > 0
}

/** Takes a role back from today on; one that has not begun disappears. */
export async function endAssignment(tx: Tx, id: string, today: string): Promise<void> {
  await sql`delete from identity.assignment where id = ${id} and lower(days) >= ${today}::date`.execute(tx)
  await sql`update identity.assignment set days = daterange(lower(days), ${today}::date) where id = ${id} and days @> ${today}::date`.execute(tx)
}

/** Replaces what a role grants. */
export async function writeGrants(tx: Tx, roleId: string, grants: readonly RoleGrant[]): Promise<void> {
  await tables(tx).deleteFrom('identity.role_grant').where('role_id', '=', roleId).execute()
  if (grants.length > 0) await tables(tx).insertInto('identity.role_grant').values(grants.map(grant => ({ role_id: roleId, ...grant }))).execute()
}

/** Whether an e-mail or NIP belongs to an account of this government already. */
export async function takenNames(tx: Tx, { email, nip }: { email: string; nip: string | null }): Promise<{ email: boolean; nip: boolean }> {
  const { rows } = await sql<{ email: boolean; nip: boolean }>`
    select exists (select 1 from identity.account where email = ${email}) as email, exists (select 1 from identity.account where nip = ${nip}) as nip`.execute(tx)
  return rows[0]!
}
