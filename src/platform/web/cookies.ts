import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Frame } from './frame.ts'

/** Message for the next page, readable by the server only through the browser that got it. */
export const flashCookie = 'pendopo_pesan'
/** Random mark of a browser without a session, so that its forms can carry a token. */
export const visitorCookie = 'pendopo_tamu'
export const languageCookie = 'bahasa'

/** A `Set-Cookie` value; every cookie is kept from scripts and from other sites. */
export function cookie(name: string, value: string, options: { maxAge?: number; secure: boolean; path?: string }): string {
  const age = options.maxAge === undefined ? '' : `; Max-Age=${options.maxAge}`
  return `${name}=${value}; Path=${options.path ?? '/'}; HttpOnly; SameSite=Lax${age}${options.secure ? '; Secure' : ''}`
}

/** Cookies of a request; the first of equal names counts, as browsers send the most specific first. */
export function readCookies(header: string | undefined): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const name = pair.slice(0, at).trim()
    if (!(name in found)) found[name] = pair.slice(at + 1).trim()
  }
  return found
}

/**
 * Language a reader chose with the switch, or null. Both the page and the memory of kept pages ask here: were they
 * to disagree on a strange cookie, one reader could fill the other language's page.
 */
export const chosenLanguage = (header: string | undefined): 'id' | 'en' | null => (header === undefined ? null : ((/(?:^|;)\s*bahasa=(id|en)\s*(?:;|$)/.exec(header)?.[1] as 'id' | 'en' | undefined) ?? null))

/** A new mark for a browser. */
export const newVisitor = (): string => randomBytes(16).toString('base64url')

/** The token a form must carry: only this installation can make it, only for this browser or session. */
export const csrfToken = (secret: string, browser: string): string => createHmac('sha256', secret).update(`csrf ${browser}`).digest('base64url')

/** Compares in constant time. */
export function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

export const packFlash = (flash: NonNullable<Frame['flash']>): string => Buffer.from(JSON.stringify(flash)).toString('base64url')

export function unpackFlash(value: string | undefined): Frame['flash'] {
  if (!value) return null
  try {
    const flash = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as Frame['flash']
    return flash && typeof flash.text === 'string' ? flash : null
  } catch {
    return null
  }
}

/** What stands in a cookie signed as `<value>.<HMAC-SHA256, base64>`; null when it was not signed with this key. */
export function signedValue(cookie: string | undefined, key: string): string | null {
  if (!cookie) return null
  let signed: string
  try {
    signed = decodeURIComponent(cookie)
  } catch {
    return null
  }
  const at = signed.lastIndexOf('.')
  if (at < 1) return null
  const value = signed.slice(0, at)
  const given = Buffer.from(signed.slice(at + 1), 'base64')
  const expected = createHmac('sha256', key).update(value).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null
}
