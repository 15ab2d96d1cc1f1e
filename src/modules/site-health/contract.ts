import { port } from '#platform/web/port.ts'

/** What a visitor of a government's portal gets at an address. */
export interface OwnAnswer {
  status: number
  /** Without parameters, e.g. `text/html`. */
  mediaType: string
  /** As sent, not compressed. */
  body: Buffer
  /** Where a redirect leads. */
  location: string | null
}

/** Public pages of this installation as visitors get them, asked without a network. */
export interface OwnPages {
  /** `path` is one of the portal, e.g. `/situs/desa-kalisapu/profil`; redirects are not followed. */
  get(governmentId: string, path: string): Promise<OwnAnswer>
}

/** Audits of the sites of a government. */
export interface SiteAudits {
  /** Audits every site here now, one after the other; answers how many. */
  auditAll(governmentId: string): Promise<number>
}

export const ownPages = port<OwnPages>('site-health.own-pages')
export const siteAudits = port<SiteAudits>('site-health.audits')
