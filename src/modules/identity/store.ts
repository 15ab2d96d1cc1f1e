import { sql } from 'kysely'
import type { Grant, Permission, ReachKind } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { posts } from '#modules/organisation/contract.ts'
import type { Person } from './contract.ts'
import { limits } from './limits.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

/** Whether the account may sign in. */
export const isActive = async (db: Db, accountId: string): Promise<boolean> =>
  Boolean(await tables(db).selectFrom('identity.account').select('id').where('id', '=', accountId).where('state', '=', 'active').executeTakeFirst())

/** The three kinds of names one field takes: NIP by its 18 digits, e-mail by its @, else the username. */
export function nameKind(typed: string): { kind: 'nip' | 'email' | 'username'; value: string } {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const digits = text.replace(/[\s.-]/g, '')
  if (/^\d{18}$/.test(digits)) return { kind: 'nip', value: digits }
  return { kind: text.includes('@') ? 'email' : 'username', value: text.slice(0, 200) }
}

/** The active account behind what was typed at sign-in. */
export async function accountNamed(db: Db, typed: string): Promise<{ id: string; email: string } | undefined> {
  const { kind, value } = nameKind(typed)
  return tables(db).selectFrom('identity.account').select(['id', 'email']).where(kind, '=', value).where('state', '=', 'active').executeTakeFirst()
}

/** A session in use with its account, found by its token. */
export interface SessionRow extends AccountRow {
  sessionId: string
  strong: boolean
  seenAt: Date
}

/** An account that may sign in. */
export interface AccountRow {
  id: string
  name: string
  username: string | null
  email: string
  unitId: string
  title: string | null
  language: string
}

/** The session and its account in one query; nothing when it has ended or the account may not sign in. */
export async function sessionOf(db: Db, token: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.id as "sessionId", s.strong, s.seen_at as "seenAt", a.id, a.name, a.username, a.email, a.unit_id as "unitId", a.title, a.language
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token = ${token} and s.expires_at > now() and s.seen_at > now() - make_interval(secs => ${limits.session.idle}) and a.state = 'active'`.execute(db)
  return rows[0]
}

/** An account by its id; nothing when it may not sign in. */
export const activeAccount = async (db: Db, id: string): Promise<AccountRow | undefined> =>
  (await sql<AccountRow>`select id, name, username, email, unit_id as "unitId", title, language from identity.account where id = ${id} and state = 'active'`.execute(db)).rows[0]

/** Of these accounts, those that may sign in. */
export const activeAmong = async (db: Db | Tx, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await sql<{ id: string }>`select id from identity.account where id = any(${[...ids]}::uuid[]) and state = 'active'`.execute(db)).rows.map(({ id }) => id))

/** Writes down that a session is in use. */
export const touchSession = (db: Db, sessionId: string): Promise<unknown> => tables(db).updateTable('identity.session').set({ seen_at: new Date() }).where('id', '=', sessionId).execute()

/** What an account holds on a day, by itself and with its positions, and whether any of it calls for a second factor. */
export async function grantsOf({ ask }: Pick<Services, 'ask'>, db: Db, accountId: string, day: string): Promise<{ grants: Grant[]; strong: boolean }> {
  const positions = await ask(posts).heldBy(db, { accountId }, day)
  const { rows } = await sql<{ permission: Permission | null; reach: ReachKind; unitId: string; strong: boolean }>`
    select g.permission, g.reach, x.unit_id as "unitId", r.strong
    from (select role_id, unit_id from identity.assignment where account_id = ${accountId} and days @> ${day}::date
      union select role_id, unit_id from identity.position_role where position_id = any(${positions.map(one => one.postId)}::uuid[])) x
    join identity.role r on r.id = x.role_id left join identity.role_grant g on g.role_id = r.id`.execute(db)
  return {
    grants: rows.flatMap(({ permission, reach, unitId }) => (permission ? [{ permission, reach, unitId }] : [])),
    strong: rows.some(row => row.strong),
  }
}

/** Names by id; also of people who came with a unit from another installation and have no account here. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  // The account comes last, so its name is the one that stays.
  const { rows } = await sql<Person>`select id, name, unit_id as "unitId" from identity.former_person where id = any(${[...new Set(ids)]}::uuid[])
    union all select id, name, unit_id from identity.account where id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** E-mail address and language of active accounts. */
export async function addressesOf(db: Db, ids: readonly string[]): Promise<Map<string, { email: string; language: 'id' | 'en' }>> {
  const { rows } = await sql<{ id: string; email: string; language: 'id' | 'en' }>`select id, email, language from identity.account where state = 'active' and id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...address }) => [id, address]))
}

/** Active accounts whose grants of that day cover the unit, and those in `also`; `ancestors` are the ids from the root to the unit itself. */
export async function holdersOf(db: Db, permission: Permission, unitId: string, ancestors: readonly string[], day: string, also: readonly string[]): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select a.id, a.name, a.unit_id as "unitId" from identity.account a
    where a.state = 'active' and (a.id = any(${[...also]}::uuid[]) or exists (
      select 1 from identity.assignment x join identity.role_grant g on g.role_id = x.role_id
      where x.account_id = a.id and x.days @> ${day}::date and g.permission = ${permission}
        and (g.reach in ('government', 'governments-below') or (g.reach = 'unit' and x.unit_id = ${unitId})
          or (g.reach = 'unit-and-below' and x.unit_id = any(${[...ancestors]}::uuid[])))))
    order by a.name, a.id`.execute(db)
  return rows
}

/** Removes sessions of an account, all or all but one. */
export async function endSessions(db: Db | Tx, accountId: string, except?: string): Promise<void> {
  let query = tables(db).deleteFrom('identity.session').where('account_id', '=', accountId)
  if (except) query = query.where('id', '<>', except)
  await query.execute()
}

/** Sessions of an account that could still be used, newest use first. */
export async function sessionsOf(db: Db, accountId: string): Promise<{ id: string; userAgent: string | null; ip: string | null; createdAt: Date; seenAt: Date; strong: boolean }[]> {
  return tables(db)
    .selectFrom('identity.session')
    .select(['id', 'user_agent as userAgent', 'ip_address as ip', 'created_at as createdAt', 'seen_at as seenAt', 'strong'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', new Date())
    .where('seen_at', '>', new Date(Date.now() - limits.session.idle * 1000))
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
}
