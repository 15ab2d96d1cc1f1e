import type { Government } from '#platform/access/government.ts'
import type { Db } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

export type UnitKind = 'government' | 'secretariat' | 'agency' | 'division' | 'section' | 'office' | 'hospital' | 'uptd' | 'puskesmas' | 'subdistrict' | 'village' | 'school'

/** A part of a government that people work in and that may have a channel. */
export interface Unit {
  id: string
  slug: string
  name: string
  shortName: string
  kind: UnitKind
  parentId: string | null
  /** Kemendagri code of the territory it serves, for subdistricts and villages. */
  regionCode: string | null
  address: string | null
  phone: string | null
  email: string | null
  /** School number (NPSN), for schools. */
  npsn: string | null
  /** Whether it has a publication channel of its own. */
  channel: boolean
}

/** All units of one government at one moment, in memory. */
export interface UnitTree {
  readonly all: readonly Unit[]
  byId(id: string): Unit | undefined
  bySlug(slug: string): Unit | undefined
  byRegion(code: string): Unit | undefined
  /** Ids of the unit and everything under it. */
  below(id: string): readonly string[]
  /** From the root down to the unit itself. */
  ancestors(id: string): readonly Unit[]
  children(id: string): readonly Unit[]
}

/** Units by government, kept in memory and renewed when they change. */
export interface UnitDirectory {
  of(governmentId: string): Promise<UnitTree>
}

/** Governments of this installation. */
export interface GovernmentDirectory {
  all(): Promise<readonly Government[]>
  /**
   * Whose host this is, or one label below it, e.g. of a site; answers at once from memory, because it is asked before
   * routing. `host` is lowercase, without port and trailing dot.
   */
  at(host: string): { government: Government; portal: string; label: string | null } | null
  /** The first government, and the host its portal is known under; from memory as well. */
  first(): Government | null
  portalOf(id: string): string
  /** Reads the hosts anew, and from now on whenever they change; call before listening. */
  ready(): Promise<void>
  /** The government a host belongs to, however it is spelt, with all names below it; null for anybody else's. */
  owning(host: string): Promise<Government | null>
  byId(id: string): Promise<Government | undefined>
  /** The host its portal is known under; one of its own before a local one. */
  hostOf(id: string): Promise<string>
}

/** Someone who holds a position, as the public may know it. */
export interface Official {
  /** The position, e.g. `Kepala Dinas Kesehatan`. */
  title: string
  name: string
  /** Plt. and Plh. stand in for the holder. */
  kind: 'definitif' | 'plt' | 'plh'
}

/** Who leads a unit; topic `officials:<unit>` tells when that changes, and days pass by themselves. */
export interface Officials {
  /** Highest position first; positions nobody holds are left out. */
  of(db: Db, unitId: string, day: string): Promise<Official[]>
}

export const officials = port<Officials>('organisation.officials')
export const unitDirectory = port<UnitDirectory>('organisation.unit-directory')
export const governmentDirectory = port<GovernmentDirectory>('organisation.government-directory')

/** A unit was renamed, moved, opened or closed. */
export const unitChanged = event<{ unitId: string }>('organisation.unit-changed')
