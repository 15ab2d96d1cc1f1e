import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { grantsOf } from '../store.ts'
import { rememberDevice } from '../devices.ts'
import { mustStrengthen, tokenOf } from '../identify.ts'
import { inside } from '../inside.ts'
import type { Tables } from '../tables.ts'

/** Only addresses of this site; anything else becomes the desk. */
export const localPath = (path: unknown): string => (typeof path === 'string' && /^\/(?![/\\])[^\s\\]{0,500}$/.test(path) && !path.startsWith('/masuk') ? path : '/kerja')

/** The cookies a library's answer sets, and its body. */
export async function answerOf(response: Response): Promise<{ ok: boolean; cookies: string[]; body: Record<string, unknown> }> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
  return { ok: response.ok, cookies: response.headers.getSetCookie(), body: body ?? {} }
}

/** The account and the session token out of an answer that signed somebody in. */
export const signedIn = (body: Record<string, unknown>): { accountId: string; token: string } | null => {
  const accountId = (body.user as { id?: unknown } | undefined)?.id
  const token = body.token ?? (body.session as { token?: unknown } | undefined)?.token
  return typeof accountId === 'string' && typeof token === 'string' ? { accountId, token } : null
}

/**
 * What follows every successful sign-in: the session this browser had before ends, the browser becomes known, and
 * an administrator without a second factor is led to set one up.
 */
export async function settle({ ask, db, government, request, now }: Context, fresh: { accountId: string; token: string }, back: string): Promise<{ to: string; cookies: string[] }> {
  const { services } = ask(inside)
  const secret = services.config.secret
  const header = request.headers.get('cookie')
  const sessions = db.withTables<Tables>()
  const before = tokenOf(secret, header)
  if (before && before !== fresh.token) await sessions.deleteFrom('identity.session').where('token', '=', before).execute()
  const device = await rememberDevice(db, secret, fresh.accountId, { header, secure: request.origin.startsWith('https:') })
  const session = await sessions.selectFrom('identity.session').select('strong').where('token', '=', fresh.token).executeTakeFirst()
  const held = await grantsOf({ ask }, db, fresh.accountId, dayIn(now, government.zone))
  const weak = mustStrengthen(services, held, session?.strong ?? false)
  return { to: weak ? '/akun/keamanan' : back, cookies: [device] }
}

