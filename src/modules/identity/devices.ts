import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Db } from '#platform/db/database.ts'
import { cookie, readCookies } from '#platform/web/cookies.ts'
import { limits } from './limits.ts'
import type { Tables } from './tables.ts'

/** Holds up to five `<device>.<mark>`, one per account used in this browser: offices share computers. */
export const deviceCookie = 'pendopo_perangkat'
const most = 5

const markOf = (secret: string, accountId: string, deviceId: string) => createHmac('sha256', secret).update(`device ${accountId} ${deviceId}`).digest('base64url')

const entriesOf = (header: string | null) =>
  (readCookies(header ?? undefined)[deviceCookie] ?? '').split('~').slice(0, most).flatMap(entry => {
    const [id, mark] = entry.split('.')
    return id && mark && /^[0-9a-f-]{36}$/.test(id) ? [{ id, mark }] : []
  })

function markedFor(secret: string, accountId: string, header: string | null): string | null {
  for (const { id, mark } of entriesOf(header)) {
    const expected = Buffer.from(markOf(secret, accountId, id))
    const given = Buffer.from(mark)
    if (given.length === expected.length && timingSafeEqual(given, expected)) return id
  }
  return null
}

/** The known device this browser is for the account, or null for a stranger's or a forgotten one. */
export async function knownDevice(db: Db, secret: string, accountId: string, header: string | null): Promise<string | null> {
  const id = markedFor(secret, accountId, header)
  if (!id) return null
  const row = await db.withTables<Tables>().selectFrom('identity.known_device').select('id').where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst()
  return row?.id ?? null
}

/** Remembers this browser for the account after a successful sign-in; answers the cookie to send. */
export async function rememberDevice(db: Db, secret: string, accountId: string, request: { header: string | null; secure: boolean }): Promise<string> {
  const tables = db.withTables<Tables>()
  const known = await knownDevice(db, secret, accountId, request.header)
  const { id } = known
    ? await tables.updateTable('identity.known_device').set({ last_at: new Date() }).where('id', '=', known).returning('id').executeTakeFirstOrThrow()
    : await tables.insertInto('identity.known_device').values({ account_id: accountId }).returning('id').executeTakeFirstOrThrow()
  const others = entriesOf(request.header).filter(entry => entry.id !== id && entry.id !== markedFor(secret, accountId, request.header))
  const value = [{ id, mark: markOf(secret, accountId, id) }, ...others].slice(0, most).map(entry => `${entry.id}.${entry.mark}`).join('~')
  return cookie(deviceCookie, value, { secure: request.secure, maxAge: limits.device })
}

/** Forgets every browser of an account: it may be in other hands. */
export const forgetDevices = async (db: Db, accountId: string): Promise<void> => {
  await db.withTables<Tables>().deleteFrom('identity.known_device').where('account_id', '=', accountId).execute()
}
