import { sql } from 'kysely'
import { beginAttempt } from '#platform/access/attempts.ts'
import type { Services } from '#platform/web/services.ts'
import { headersFor, type Auth } from './auth.ts'
import type { Proving } from './contract.ts'
import { inside } from './inside.ts'
import { limits } from './limits.ts'

/** Judges the code of an authenticator app, or one of the recovery codes. */
export function codeAnswer(api: Auth['api'], headers: Headers, typed: string): Promise<Response> {
  const code = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(code) ? api.verifyTOTP({ body: { code }, headers, asResponse: true }) : api.verifyBackupCode({ body: { code }, headers, asResponse: true })
}

/** Asks people again who they are; tries count with those of the password, because an unlocked computer is a place to guess at. */
export function makeProving({ ask, config }: Services): Proving {
  const means: Proving['means'] = async (db, accountId) => {
    const { rows } = await sql<{ code: boolean; passkey: boolean }>`
      select two_factor_enabled as code, exists (select from identity.passkey p where p.account_id = a.id) as passkey from identity.account a where a.id = ${accountId}`.execute(db)
    const { code = false, passkey = false } = rows[0] ?? {}
    return { asks: code ? 'code' : passkey || config.production ? null : 'password', passkey }
  }
  return {
    means,
    async passkeys(db, accountId) {
      return (await sql<{ id: string; credentialId: string; name: string | null }>`select id, credential_id as "credentialId", name from identity.passkey where account_id = ${accountId} order by id`.execute(db)).rows
    },
    async prove({ db, who, government, request, now }, answer) {
      const { id, sessionId } = who.account!
      const { asks } = await means(db, id)
      if (!asks) return false
      const counter = { key: `own ${id}`, patience: limits.attempts.device }
      const attempt = await beginAttempt(db, config.secret, [counter])
      const { api } = ask(inside).authOf(government, request.origin)
      const headers = headersFor(request)
      const { ok } = asks === 'code' ? await codeAnswer(api, headers, answer) : await api.verifyPassword({ body: { password: answer.slice(0, limits.password.max) }, headers, asResponse: true })
      if (!ok) return false
      await attempt.succeeded(counter)
      await sql`update identity.session set proven_at = ${now} where id = ${sessionId}`.execute(db)
      return true
    },
    async provenAt(db, sessionId) {
      const { rows } = await sql<{ at: Date | null }>`select proven_at as at from identity.session where id = ${sessionId}`.execute(db)
      return rows[0]?.at ?? null
    },
  }
}
