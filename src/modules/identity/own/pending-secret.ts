import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { cookie, readCookies } from '#platform/web/cookies.ts'
import type { Context } from '#platform/web/page.ts'
import { authSecret } from '../auth.ts'
import { inside } from '../inside.ts'

/** What a second factor is set up with: shown to the person once, stored nowhere in the clear. */
export interface PendingSecret {
  accountId: string
  /** `otpauth://…` for the QR code. */
  uri?: string
  /** Recovery codes, once they are to be shown. */
  codes: string[]
}

const name = 'pendopo_pasang'
const minutes = 15
const path = '/akun/keamanan'

const keyOf = (context: Pick<Context, 'ask'>) => authSecret(context.ask(inside).services.config.secret)

/** Hands the secret to the person's own browser, encrypted, for as long as setting up takes. */
export async function keepSecret(context: Context, secret: PendingSecret): Promise<string> {
  const value = await symmetricEncrypt({ key: keyOf(context), data: JSON.stringify({ ...secret, until: context.now.getTime() + minutes * 60_000 }) })
  return cookie(name, value, { secure: context.request.origin.startsWith('https:'), maxAge: minutes * 60, path })
}

/** The secret being set up in this browser by this person, if any. */
export async function pendingSecret(context: Context): Promise<PendingSecret | null> {
  const value = readCookies(context.request.headers.get('cookie') ?? undefined)[name]
  if (!value) return null
  try {
    const kept = JSON.parse(await symmetricDecrypt({ key: keyOf(context), data: value })) as PendingSecret & { until: number }
    return kept.accountId === context.who.account?.id && kept.until > context.now.getTime() ? kept : null
  } catch {
    return null
  }
}

/** Takes the secret out of the browser again. */
export const forgetSecret = (context: Pick<Context, 'request'>): string => cookie(name, '', { secure: context.request.origin.startsWith('https:'), maxAge: 0, path })
