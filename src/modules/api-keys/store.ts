import { sql } from 'kysely'
import type { Permission } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { ApiKey } from './key.ts'

const columns = sql`id, account_id as "accountId", name, prefix, permissions, unit_ids as "unitIds", strong, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`

/** Writes a key down; answers its id. */
export async function insertKey(tx: Tx, key: { accountId: string; name: string; prefix: string; hash: Buffer; permissions: readonly Permission[]; unitIds: readonly string[]; strong: boolean; days: number }): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into api_keys.key (account_id, name, prefix, hash, permissions, unit_ids, strong, expires_at)
    values (${key.accountId}, ${key.name}, ${key.prefix}, ${key.hash}, ${[...key.permissions]}::text[], ${[...key.unitIds]}::uuid[], ${key.strong}, now() + make_interval(days => ${key.days})) returning id`.execute(tx)
  return rows[0]!.id
}

export async function keyByHash(db: Db, hash: Buffer): Promise<ApiKey | null> {
  const { rows } = await sql<ApiKey>`select ${columns} from api_keys.key where hash = ${hash}`.execute(db)
  return rows[0] ?? null
}

/** Keys of a person, newest first. */
export async function keysOf(db: Db, accountId: string): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`select ${columns} from api_keys.key where account_id = ${accountId} order by id desc limit 100`.execute(db)
  return rows
}

/** How many keys of a person work now. */
export async function activeKeys(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from api_keys.key where account_id = ${accountId} and revoked_at is null and expires_at > now()`.execute(tx)
  return rows[0]!.n
}

/** Keys that work now, last used first. */
export async function workingKeys(db: Db): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`select ${columns} from api_keys.key where revoked_at is null and expires_at > now() order by last_used_at desc nulls last, id desc limit 500`.execute(db)
  return rows
}

/** One key for a change; with `accountId` only if it is that person's. */
export async function takeKey(tx: Tx, id: string, accountId: string | null): Promise<ApiKey | null> {
  const { rows } = await sql<ApiKey>`select ${columns} from api_keys.key where id = ${id} and (${accountId}::uuid is null or account_id = ${accountId}) and revoked_at is null for update`.execute(tx)
  return rows[0] ?? null
}

export const revokeKey = async (tx: Tx, id: string, by: string): Promise<void> => {
  await sql`update api_keys.key set revoked_at = now(), revoked_by = ${by} where id = ${id}`.execute(tx)
}

/** Writes down that a key is in use, at most every five minutes. */
export const touchKey = async (db: Db, id: string): Promise<void> => {
  await sql`update api_keys.key set last_used_at = now() where id = ${id} and (last_used_at is null or last_used_at < now() - interval '5 minutes')`.execute(db)
}
