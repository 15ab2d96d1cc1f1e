import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Government } from '../access/government.ts'
import type { Who } from '../access/who.ts'
import type { Tx } from '../db/database.ts'
import type { Language } from '../i18n/locale.ts'
import type { PageCache } from './cache.ts'
import type { Lead } from './door.ts'
import type { Frame } from './frame.ts'
import type { Host } from './host.ts'
import type { Context, DevicePart, May } from './page.ts'
import type { Services } from './services.ts'

/** What the web layer cannot know by itself; `app` gives it. */
export interface Surroundings {
  /** Where a host leads, at once and from memory; null for a host of nobody. */
  leadsTo(host: Host): Lead | null
  /** The government as it is now: a change that was told of is waited for. */
  governmentOf(id: string): Promise<Government | undefined>
  /** Governments directly below one on this installation: a province's regencies and cities. */
  governmentsBelow(government: Government): Promise<readonly Government[]>
  identify(request: { headers: Headers; government: Government; now: Date }): Promise<Who>
  /** Somebody by their account, for what they signed with a device of theirs; null when they may not sign in any more. */
  acting(government: Government, account: { id: string; strong: boolean }, now: Date): Promise<Who | null>
  /** Of these accounts, those that may sign in. */
  active(tx: Tx, accountIds: readonly string[]): Promise<ReadonlySet<string>>
  /** Menus, stylesheet and the like; `exchange` tells who asks. */
  frame(exchange: Pick<Exchange, 'government' | 'who' | 'language' | 'now'>, context: Context): Promise<Pick<Frame, 'publicMenu' | 'workMenu' | 'person' | 'stylesheet' | 'islands' | 'site' | 'banner'>>
  views: {
    failure(kind: 'not-found' | 'refused' | 'too-many' | 'broken' | 'bad-request', detail: { text: string; values?: Record<string, string | number> } | null): VNode
  }
  /** Whether the portal has a page for everyone at this path. */
  portalAnswers(path: string): boolean
  /** Where an address that leads nowhere now used to lead, e.g. on an old site; a path here or a whole address. */
  formerly(context: Context): Promise<string | null>
  /** Addresses that only signed-in people use begin with these; a visitor is led to sign in. */
  signIn: string
}

/** One request on its way through the house. */
export interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
  government: Government
  who: Who
  language: Language
  now: Date
  context: Context
  cookies: Record<string, string>
  /** What the form token is bound to: the session, or this browser's mark. */
  csrf: string
  /** Headers of every answer at this address. */
  standing: Record<string, string>
}

/** What every mounted address is served with. */
export interface Kit {
  services: Services
  surroundings: Surroundings
  cache: PageCache
  begin(request: FastifyRequest, reply: FastifyReply, options: { may: May }): Promise<Exchange>
  frameOf(exchange: Exchange): Promise<Frame>
  /** Renders a view; `offline` when its form works without a network, `shared` when the answer is kept for everyone and so must carry nothing of this visitor. */
  document(exchange: Exchange, view: () => VNode, how?: { shared?: boolean; offline?: boolean }): Promise<string>
}

/** Parts of a device are closed to all pages, but those a page says it needs. */
export const permissionsPolicy = (needs: readonly DevicePart[] = []): string =>
  [...(['camera', 'microphone', 'geolocation'] as const).map(part => `${part}=(${part !== 'microphone' && needs.includes(part) ? 'self' : ''})`), 'interest-cohort=()'].join(', ')

const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; worker-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': permissionsPolicy(),
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * Headers of every answer, also of kept pages. A portal speaks for all names below it; a domain bound to a site belongs
 * to somebody who may have other servers under it.
 */
export const standingHeaders = (secure: boolean, namesBelow = false): Record<string, string> => ({
  ...securityHeaders,
  ...(secure ? { 'Strict-Transport-Security': `max-age=31536000${namesBelow ? '; includeSubDomains' : ''}` } : {}),
})
