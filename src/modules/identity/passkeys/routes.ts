import { beginAttempt, networkOf } from '#platform/access/attempts.ts'
import { appendAudit } from '#platform/audit/audit.ts'
import { raw, type Context, type Raw } from '#platform/web/page.ts'
import { headersFor } from '../auth.ts'
import { inside } from '../inside.ts'
import { limits } from '../limits.ts'
import { localPath, settle, signedIn } from '../sign-in/settle.ts'
import type { Tables } from '../tables.ts'

const base = '/api/auth/passkey'

/** Hands a request to better-auth with only what it may see. */
function ask({ ask, government, request }: Context, path: string, body?: unknown): Promise<Response> {
  const headers = headersFor(request)
  if (body !== undefined) headers.set('content-type', 'application/json')
  return ask(inside).authOf(government, request.origin).handler(new Request(`${request.origin}${base}${path}`, { method: body === undefined ? 'GET' : 'POST', headers, body: body === undefined ? undefined : JSON.stringify(body) }))
}

const bodyOf = (body: unknown): Record<string, unknown> => (body && typeof body === 'object' ? (body as Record<string, unknown>) : {})

/** Of everything better-auth can serve, only the four steps a browser script cannot do without. */
export const passkeyRoutes: Raw[] = [
  raw({
    path: `${base}/generate-authenticate-options`,
    method: 'GET',
    may: 'public',
    async handle(context) {
      // Every question leaves a row behind, so they are counted per network.
      const { services } = context.ask(inside)
      await beginAttempt(context.db, services.config.secret, [{ key: `passkey network ${networkOf(context.request.ip)}`, patience: { ...limits.attempts.network, free: 600 } }])
      return ask(context, '/generate-authenticate-options')
    },
  }),
  raw({
    path: `${base}/verify-authentication`,
    method: 'POST',
    may: 'public',
    async handle(context) {
      const { response, back } = bodyOf(context.body)
      const answer = await ask(context, '/verify-authentication', { response })
      if (!answer.ok) return Response.json({ ok: false }, { status: answer.status === 429 ? 429 : 401 })
      const fresh = signedIn((await answer.json()) as Record<string, unknown>)
      if (!fresh) return Response.json({ ok: false }, { status: 401 })
      const settled = await settle(context, fresh, localPath(back))
      await audit(context, fresh.accountId, 'signed in with a passkey')
      const headers = new Headers()
      for (const one of [...answer.headers.getSetCookie(), ...settled.cookies]) headers.append('set-cookie', one)
      return Response.json({ ok: true, to: settled.to }, { headers })
    },
  }),
  raw({
    path: `${base}/generate-register-options`,
    method: 'GET',
    may: 'signed-in',
    handle: context => ask(context, '/generate-register-options'),
  }),
  raw({
    path: `${base}/verify-registration`,
    method: 'POST',
    may: 'signed-in',
    async handle(context) {
      const { response, name } = bodyOf(context.body)
      const answer = await ask(context, '/verify-registration', { response, name: typeof name === 'string' ? name.slice(0, 60) : undefined })
      if (!answer.ok) return Response.json({ ok: false }, { status: answer.status })
      const { id, sessionId } = context.who.account!
      // The person has just proved finger or PIN on a device of theirs: this session counts as confirmed.
      await context.db.withTables<Tables>().updateTable('identity.session').set({ strong: true }).where('id', '=', sessionId).execute()
      await audit(context, id, 'passkey added')
      return Response.json({ ok: true })
    },
  }),
]

const audit = ({ ask, government }: Context, accountId: string, did: string): Promise<void> =>
  ask(inside).services.database.transaction(government.id, tx => appendAudit(tx, { action: 'identity.sign-in', accountId, path: base, record: ['account', accountId], after: { security: did } }))

