import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Certificate } from '#platform/signing/signer.ts'
import type { Signing as Printed } from '#modules/drafting/contract.ts'

/** A letter on its way to a signature. */
export interface Attempt {
  letterId: string
  numberId: string
  number: string
  onDay: string
  code: string
  accountId: string
  token: string | null
  takenAt: Date | null
  waiting: 'unavailable' | 'refused' | null
  tried: number
}

const attemptColumns = sql`letter_id as "letterId", number_id as "numberId", number, on_day as "onDay", code, account_id as "accountId", token, taken_at as "takenAt", waiting, tried`

export async function attemptsOf(db: Db | Tx, letterIds: readonly string[]): Promise<Map<string, Attempt>> {
  const { rows } = await sql<Attempt>`select ${attemptColumns} from signatures.attempt where letter_id = any(${[...letterIds]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.letterId, row]))
}

/** Takes the letter for signing now; number, date and code stay those of the first attempt. */
export async function takeAttempt(tx: Tx, attempt: Pick<Attempt, 'letterId' | 'numberId' | 'number' | 'onDay' | 'code' | 'accountId'>, token: string): Promise<Attempt> {
  const { letterId, numberId, number, onDay, code, accountId } = attempt
  const { rows } = await sql<Attempt>`
    insert into signatures.attempt (letter_id, number_id, number, on_day, code, account_id, token, taken_at, tried)
    values (${letterId}, ${numberId}, ${number}, ${onDay}, ${code}, ${accountId}, ${token}, now(), 1)
    on conflict (letter_id) do update set token = excluded.token, taken_at = now(), waiting = null, account_id = excluded.account_id, tried = signatures.attempt.tried + 1, told_at = null
    returning ${attemptColumns}`.execute(tx)
  return rows[0]!
}

/** Lets the letter go again; it waits with the reason. */
export async function leaveAttempt(db: Db | Tx, letterId: string, token: string, waiting: Attempt['waiting']): Promise<void> {
  await sql`update signatures.attempt set token = null, waiting = ${waiting} where letter_id = ${letterId} and token = ${token}`.execute(db)
}

export async function deleteAttempt(tx: Tx, letterId: string): Promise<void> {
  await sql`delete from signatures.attempt where letter_id = ${letterId}`.execute(tx)
}

/** Letters whose provider did not answer and whose signers were not told that it is back. */
export async function stranded(db: Db): Promise<{ letterId: string; accountId: string }[]> {
  const { rows } = await sql<{ letterId: string; accountId: string }>`
    select letter_id as "letterId", account_id as "accountId" from signatures.attempt where waiting = 'unavailable' and told_at is null order by taken_at limit 500`.execute(db)
  return rows
}

export async function markTold(tx: Tx, letterIds: readonly string[]): Promise<void> {
  await sql`update signatures.attempt set told_at = now() where letter_id = any(${[...letterIds]}::uuid[])`.execute(tx)
}

/** A signature with all that was printed and proven. */
export interface StoredSignature {
  letterId: string
  code: string
  fileId: string
  sha256: Buffer
  signedAt: Date
  signer: string
  accountId: string
  postId: string
  signing: Printed
  certificate: Omit<Certificate, 'validFrom' | 'validTo'> & { validFrom: string; validTo: string }
  test: boolean
  reference: string | null
}

export async function insertSignature(tx: Tx, s: Omit<StoredSignature, 'certificate'> & { certificate: Certificate }): Promise<void> {
  await sql`
    insert into signatures.signature (letter_id, code, file_id, sha256, signed_at, signer, account_id, post_id, signing, certificate, test, reference)
    values (${s.letterId}, ${s.code}, ${s.fileId}, ${s.sha256}, ${s.signedAt}, ${s.signer}, ${s.accountId}, ${s.postId}, ${JSON.stringify(s.signing)}::jsonb, ${JSON.stringify(s.certificate)}::jsonb, ${s.test}, ${s.reference})`.execute(tx)
}

const signatureColumns = sql`letter_id as "letterId", code, file_id as "fileId", sha256, signed_at as "signedAt", signer, account_id as "accountId", post_id as "postId", signing, certificate, test, reference`

export async function signaturesOf(db: Db | Tx, letterIds: readonly string[]): Promise<Map<string, StoredSignature>> {
  const { rows } = await sql<StoredSignature>`select ${signatureColumns} from signatures.signature where letter_id = any(${[...letterIds]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.letterId, row]))
}

export async function signatureByCode(db: Db, code: string): Promise<StoredSignature | null> {
  const { rows } = await sql<StoredSignature>`select ${signatureColumns} from signatures.signature where code = ${code}`.execute(db)
  return rows[0] ?? null
}
