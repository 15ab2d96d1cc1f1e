import type { Tx } from '#platform/db/database.ts'
import type { Hands } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'

export type Template = 'village' | 'school' | 'agency' | 'subdistrict'

/** The site of a unit. */
export interface Site {
  id: string
  unitId: string
  /** Unique within the government: `<slug>.<government host>` and `/situs/<slug>`. */
  slug: string
  name: string
  tagline: string | null
  template: Template
  /** Own accent `#rrggbb`; null inherits the government's. */
  accent: string | null
  logo: { fileId: string; width: number; height: number } | null
  latitude: number | null
  longitude: number | null
  /** Whether the public sees it. */
  published: boolean
  /** Verified domain it is known under, if any. */
  domain: string | null
}

/** Sites of one government at one moment, in memory. */
export interface SiteList {
  readonly all: readonly Site[]
  bySlug(slug: string): Site | undefined
  byUnit(unitId: string): Site | undefined
}

/** Sites by government, kept in memory and renewed when they change; topic `sites:<government>` tells of it. */
export interface SiteDirectory {
  of(governmentId: string): Promise<SiteList>
}

/** Verified domains of all governments, in memory; answers at once because it is asked before routing. */
export interface DomainDirectory {
  /** The site a host is bound to; `host` is lowercase, without port and trailing dot. */
  siteOf(host: string): { governmentId: string; slug: string } | null
  /** Reads the domains for the first time; call before listening. */
  ready(): Promise<void>
}

/** What other modules may do with sites. */
export interface Sites {
  /** The unit's site; begun from the template when there is none. Answers its id. */
  ensure(tx: Tx, hands: Hands, site: { unitId: string; template?: Template; name?: string; by: string | null }): Promise<string>
  /** Shows a site and all its pages that have something to read. */
  publish(tx: Tx, hands: Hands, id: string, by: string | null): Promise<{ published: number; empty: string[] }>
}

export const siteDirectory = port<SiteDirectory>('sites.directory')
export const domainDirectory = port<DomainDirectory>('sites.domains')
export const sitesPort = port<Sites>('sites.sites')

/** Topic that changes with any verified domain of the installation. */
export const domainsTopic = 'domains'
