import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Language } from '#platform/i18n/locale.ts'
import { forgetMail } from '#platform/mail/mail.ts'
import { newToken, seal, tokenHash, unseal } from '#platform/secrets/sealing.ts'

const purpose = 'data-requests.citizen'

/** A citizen who asks, known only while something is written to them or somebody opens the file. */
export interface Citizen {
  requestId: string
  name: string
  email: string
  /** Of their link. */
  token: string
  origin: string
  language: Language
  confirmedAt: Date | null
}

interface Row {
  requestId: string
  sealed: Buffer
  origin: string
  language: Language
  confirmedAt: Date | null
}

const columns = sql`request_id as "requestId", sealed, origin, language, confirmed_at as "confirmedAt"`

const open = (secret: string, { sealed, ...row }: Row): Citizen => ({ ...row, ...(JSON.parse(unseal(secret, purpose, sealed)) as { name: string; email: string; token: string }) })

/** Keeps who asks, sealed; answers the token of the letter that asks them to confirm. */
export async function insertCitizen(tx: Tx, secret: string, citizen: Pick<Citizen, 'requestId' | 'name' | 'email' | 'origin' | 'language'>): Promise<string> {
  const [token, confirm] = [newToken(), newToken()]
  const sealed = seal(secret, purpose, JSON.stringify({ name: citizen.name, email: citizen.email, token }))
  await sql`insert into data_requests.citizen (request_id, sealed, token_hash, confirm_hash, origin, language) values (${citizen.requestId}, ${sealed}, ${tokenHash(token)}, ${tokenHash(confirm)}, ${citizen.origin}, ${citizen.language})`.execute(tx)
  return confirm
}

async function one(db: Db | Tx, secret: string, where: ReturnType<typeof sql>): Promise<Citizen | null> {
  const { rows } = await sql<Row>`select ${columns} from data_requests.citizen where ${where}`.execute(db)
  return rows[0] ? open(secret, rows[0]) : null
}

export const citizenOf = (db: Db | Tx, secret: string, requestId: string) => one(db, secret, sql`request_id = ${requestId}`)
export const byToken = (db: Db | Tx, secret: string, token: string) => one(db, secret, sql`token_hash = ${tokenHash(token)}`)
export const byConfirmation = (db: Db | Tx, secret: string, token: string) => one(db, secret, sql`confirm_hash = ${tokenHash(token)}`)

export const confirmCitizen = (tx: Tx, requestId: string) => sql`update data_requests.citizen set confirmed_at = now() where request_id = ${requestId} and confirmed_at is null`.execute(tx)

/** Notes a letter to them, so that it is forgotten with them. */
export const rememberLetter = (tx: Tx, requestId: string, mailId: string) =>
  sql`update data_requests.citizen set mail_ids = array_append(mail_ids, ${mailId}::uuid) where request_id = ${requestId}`.execute(tx)

/** Forgets who asked, with every letter to them. What was asked and answered stays, without them. */
export async function eraseCitizen(tx: Tx, requestId: string): Promise<void> {
  const { rows } = await sql<{ ids: string[] }>`delete from data_requests.citizen where request_id = ${requestId} returning mail_ids as ids`.execute(tx)
  await forgetMail(tx, rows[0]?.ids ?? [])
}

/** Those who did not confirm within seven days. */
export const unconfirmed = async (tx: Tx, now: Date): Promise<string[]> =>
  (await sql<{ id: string }>`select request_id as id from data_requests.citizen where confirmed_at is null and created_at < ${now}::timestamptz - interval '7 days'`.execute(tx)).rows.map(({ id }) => id)

/** A name as those see it who need not know it: `S••• A••••`. */
export const maskedName = (name: string): string => name.split(/\s+/).filter(Boolean).map(word => `${Array.from(word)[0]}${'•'.repeat(Math.min(6, Math.max(2, Array.from(word).length - 1)))}`).join(' ')
