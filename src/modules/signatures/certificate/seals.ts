import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { proving } from '#modules/identity/contract.ts'
import type { Seal } from '#ui/index.ts'

/** A passphrase as its owner's browser sealed it under one of their passkeys. */
interface StoredSeal extends Omit<Seal, 'credentialId'> {
  passkeyId: string
  sealedAt: Date
}

/** A passkey of the person, with the passphrase sealed under it where there is one. */
export interface OwnKey {
  id: string
  credentialId: string
  name: string | null
  seal: StoredSeal | null
}

const storedSeals = async (db: Db | Tx, accountId: string): Promise<StoredSeal[]> =>
  (await sql<StoredSeal>`select passkey_id as "passkeyId", salt, iv, ciphertext, sealed_at as "sealedAt" from signatures.passkey_seal where account_id = ${accountId}`.execute(db)).rows

/** The person's passkeys, oldest first. */
export async function keysOf({ ask, db, who }: Pick<Context, 'ask' | 'db' | 'who'>): Promise<OwnKey[]> {
  const { id } = who.account!
  const [keys, seals] = await Promise.all([ask(proving).passkeys(db, id), storedSeals(db, id)])
  return keys.map(key => ({ ...key, seal: seals.find(({ passkeyId }) => passkeyId === key.id) ?? null }))
}

/** What a form of signing needs to be sent without typing: to whoever has none of these passkeys it is noise. */
export const sealsOf = async (context: Pick<Context, 'ask' | 'db' | 'who'>): Promise<Seal[]> =>
  (await keysOf(context)).flatMap(({ credentialId, seal }) => (seal ? [{ credentialId, salt: seal.salt, iv: seal.iv, ciphertext: seal.ciphertext }] : []))

/** Keeps a seal in the place of an earlier one under the same passkey. */
export async function keepSeal(tx: Tx, accountId: string, { passkeyId, salt, iv, ciphertext }: Omit<StoredSeal, 'sealedAt'>): Promise<void> {
  await sql`
    insert into signatures.passkey_seal (passkey_id, account_id, salt, iv, ciphertext) values (${passkeyId}, ${accountId}, ${salt}, ${iv}, ${ciphertext})
    on conflict (passkey_id) do update set salt = excluded.salt, iv = excluded.iv, ciphertext = excluded.ciphertext, sealed_at = now()`.execute(tx)
}

/** Removes the seal under one passkey, or all of them: a new passphrase makes them worthless. */
export async function removeSeals(tx: Tx, accountId: string, passkeyId: string | null = null): Promise<void> {
  await sql`delete from signatures.passkey_seal where account_id = ${accountId} and (${passkeyId}::uuid is null or passkey_id = ${passkeyId}::uuid)`.execute(tx)
}
