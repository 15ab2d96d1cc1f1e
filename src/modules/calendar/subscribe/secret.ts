import { seal, unseal } from '#platform/secrets/sealing.ts'
import { cookie, readCookies } from '#platform/web/cookies.ts'
import type { Context } from '#platform/web/page.ts'

const name = 'pendopo_kalender'
const path = '/kerja/agenda/langganan'
const purpose = 'calendar.new-address'
const seconds = 600

const secure = ({ request }: Pick<Context, 'request'>) => request.origin.startsWith('https:')

/** Hands a new secret to the person's own browser, encrypted, for as long as it takes to copy it: here only its digest stays. */
export function keepSecret(context: Pick<Context, 'request' | 'hands' | 'now'>, accountId: string, token: string): string {
  const value = seal(context.hands.secret, purpose, JSON.stringify({ accountId, token, until: context.now.getTime() + seconds * 1000 }))
  return cookie(name, value.toString('base64url'), { secure: secure(context), maxAge: seconds, path })
}

/** The secret this person just made in this browser, if they did. */
export function freshSecret({ request, hands, now, who }: Pick<Context, 'request' | 'hands' | 'now' | 'who'>): string | null {
  const value = readCookies(request.headers.get('cookie') ?? undefined)[name]
  if (!value) return null
  try {
    const kept = JSON.parse(unseal(hands.secret, purpose, Buffer.from(value, 'base64url'))) as { accountId: string; token: string; until: number }
    return kept.accountId === who.account?.id && kept.until > now.getTime() ? kept.token : null
  } catch {
    return null
  }
}

/** Takes the secret out of the browser again. */
export const forgetSecret = (context: Pick<Context, 'request'>): string => cookie(name, '', { secure: secure(context), maxAge: 0, path })
