import type { IncomingMessage } from 'node:http'
import type { Language } from '../i18n/locale.ts'
import { chosenLanguage } from './cookies.ts'
import { makeHostReader, type Host } from './host.ts'
import type { Place } from './page.ts'

/** Where a host leads. */
export interface Lead {
  governmentId: string
  /** Slug of the site that stands at the root of this host; null for the portal. */
  site: string | null
  /** Host of the government's portal, when this host is not it. */
  portal: string | null
  /** The host is but another name of the portal. */
  moved?: true
  /** Nobody gave the government this host: an IP address, or a machine's short name. */
  guest?: true
}

/** A request of somebody's host: what it asks for, and everything its public answer may depend on. */
export interface Arrival {
  governmentId: string
  /** Origin as the visitor sees it. */
  origin: string
  /** Whether it is the government's own, or this machine's. */
  official: boolean
  place: Place
  /** Path with query as the visitor sees it. */
  here: string
  /** Path with query as the routes know it. */
  route: string
  /** Inside a site its address decides; null where the reader chooses. */
  language: Language | null
  /** Under which a public answer is kept. */
  key: string
}

/** A request that ends at the door. */
export type Turned = { status: 400 } | { status: 421; host: string } | { status: 301 | 303; to: string }

export interface Door {
  /** Under which the answer would be kept; null for what is never kept. Does next to nothing, because every request passes here. */
  key(request: IncomingMessage): string | null
  /** Where the request leads; asked again, it answers the same, also after the address was rewritten. */
  enter(request: IncomingMessage): Arrival | Turned
}

/** The portal's path of a site: its slug, whether it is its English, and the rest. */
const sitePath = /^\/situs\/([a-z0-9-]+)(\/en(?=[/?#]|$))?(?=[/?#]|$)/
const english = /^\/en(?=[/?#]|$)/
/** What stands at the same path on every host. */
const shared = /^\/(?:(?:aset|gambar|berkas|\.well-known)\/|(?:healthz|readyz|metrics|sw\.js|luring)(?:[?#]|$))/
/** What visitors look for on a site and officers find on the portal only. */
const work = /^\/(?:masuk|kerja)(?=[/?#]|$)/
const absolute = /^https?:\/\/([^/?#]*)([/?#].*)?$/i
const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Longer addresses are answered, not kept. */
const longestKept = 2048

/**
 * Finds out whom a request is for, before routing and from memory alone.
 * @param trustProxy whether `X-Forwarded-Host` and `-Proto` are believed, as Fastify believes them: the last of several
 */
export function makeDoor(leadsTo: (host: Host) => Lead | null, trustProxy: boolean): Door {
  const hostFrom = makeHostReader()
  const entered = new WeakMap<IncomingMessage, Arrival | Turned>()

  function hostOf({ headers, rawHeaders }: IncomingMessage): Host | null {
    // Two hosts in one request are two opinions of who is asked: a proxy in front may have taken the other one.
    let hosts = 0
    for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === 'host') hosts++
    if (hosts > 1) return null
    const forwarded = trustProxy && headers['x-forwarded-host']
    return hostFrom(forwarded ? last(forwarded) : (headers.host ?? ''))
  }

  const isSecure = ({ headers, socket }: IncomingMessage): boolean => {
    const forwarded = trustProxy && headers['x-forwarded-proto']
    return forwarded ? last(forwarded) === 'https' : (socket as { encrypted?: boolean }).encrypted === true
  }

  /** Path with query; of a whole address only when it names the same host as the header. */
  function pathOf({ url: asWritten = '/', headers }: IncomingMessage): string | null {
    // PostgreSQL's text holds no NUL, and no address of ours does.
    const url = asWritten.includes('%00') ? asWritten.replaceAll('%00', '') : asWritten
    if (url.charCodeAt(0) === 47) return url
    const [, authority = '', rest = '/'] = absolute.exec(url) ?? []
    const asked = hostFrom(authority)
    if (!asked || asked.http !== hostFrom(headers.host ?? '')?.http) return null
    return rest.startsWith('/') ? rest : `/${rest}`
  }

  const keyOf = (lead: Lead, origin: string, language: string, path: string) => `${lead.governmentId}\n${lead.site ?? ''}\n${origin}\n${language}\n${path}`

  function look(request: IncomingMessage): Arrival | Turned {
    const host = hostOf(request)
    const here = pathOf(request)
    if (!host || here === null) return { status: 400 }
    const lead = leadsTo(host)
    if (!lead) return { status: 421, host: host.name }
    const secure = isSecure(request)
    const origin = secure ? host.https : host.http
    const portal = lead.portal === null ? '' : originOf(lead.portal, host.port, secure)
    if (lead.moved) return { status: 301, to: portal + here }
    if (lead.site !== null && work.test(here)) return { status: 303, to: portal + here }
    const { place, route } = placeOf(lead, portal, here)
    const language = lead.site === null && place.site === null ? null : place.base.endsWith('/en') ? 'en' : 'id'
    const key = keyOf(lead, origin, language === null ? (chosenLanguage(request.headers.cookie) ?? 'id') : '', here)
    return { governmentId: lead.governmentId, origin, official: !lead.guest || thisMachine.has(host.name), place, here, route, language, key }
  }

  return {
    key(request) {
      const known = entered.get(request)
      if (known) return 'key' in known && known.here.length <= longestKept ? known.key : null
      const host = hostOf(request)
      const path = pathOf(request)
      const lead = host && leadsTo(host)
      if (!lead || lead.moved || path === null || path.length > longestKept) return null
      const byAddress = lead.site !== null || sitePath.test(path)
      return keyOf(lead, isSecure(request) ? host.https : host.http, byAddress ? '' : (chosenLanguage(request.headers.cookie) ?? 'id'), path)
    },
    enter(request) {
      let known = entered.get(request)
      if (!known) entered.set(request, (known = look(request)))
      return known
    },
  }
}

/** The last of several, as Fastify takes it: each proxy adds at the end. */
const last = (header: string | string[]): string => String(header).split(',').at(-1)!.trim()

const originOf = (name: string, port: string, secure: boolean) => `${secure ? 'https' : 'http'}://${name}${port === (secure ? ':443' : ':80') ? '' : port}`

/** Path without query, fragment and the slash at its end. */
const bare = (path: string) => path.replace(/[?#].*$/, '').replace(/(.)\/+$/, '$1') || '/'

/** Where in the house a path stands, and the path under which the routes know it. */
function placeOf(lead: Lead, portal: string, path: string): { place: Place; route: string } {
  if (lead.site !== null) {
    if (shared.test(path)) return { place: { site: null, base: '', portal, path: bare(path) }, route: path }
    const prefix = english.exec(path)?.[0] ?? ''
    const inside = path.slice(prefix.length)
    return { place: { site: lead.site, base: prefix, portal, path: bare(inside) }, route: `/situs/${lead.site}${inside.replace(/^\/(?=[?#]|$)/, '')}` }
  }
  const site = sitePath.exec(path)
  if (!site) return { place: { site: null, base: '', portal: '', path: bare(path) }, route: path }
  const inside = path.slice(site[0].length)
  return { place: { site: site[1]!, base: site[0], portal: '', path: bare(inside) }, route: `/situs/${site[1]}${inside}` }
}
