import type { Permission, ReachKind } from '../access/who.ts'
import type { Belongings } from '../archive/belonging.ts'
import type { Subscription } from '../events/events.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Context, Route } from './page.ts'
import type { Port } from './port.ts'
import type { Services } from './services.ts'

/** What a permission lets someone do, for the screen where roles are put together. */
export interface PermissionSpec {
  permission: Permission
  /** Indonesian source text, beginning with a verb. */
  label: string
}

/** A role a new government starts with; administrators may change it. */
export interface RoleTemplate {
  code: string
  name: string
  grants: { permission: Permission; reach: ReachKind }[]
  /** Whether holders must confirm with a second factor (in production). */
  strong?: boolean
}

export interface WorkMenuEntry {
  label: string
  href: string
  group: string
  may: Permission | 'signed-in'
  /** Things waiting for this person; one indexed query. */
  count?(context: Context): Promise<number>
}

export interface PublicMenuEntry {
  label: string
  href: string
  /** Lower comes first. */
  order: number
}

/** An indicator for leaders: one number with the sentence that gives it meaning and the page it comes from. */
export interface Indicator {
  code: string
  /** Indonesian source text with placeholders filled from `values`. */
  label: string
  /** For officers only, because the page it comes from is; the front page leaves it out. */
  inside?: boolean
  measure(context: Pick<Context, 'db' | 'government' | 'now' | 'ask'>): Promise<{ value: number; of?: number; values?: Record<string, string | number>; source: string }>
}

/** A dataset the module produces by itself: it appears in the catalogue, on schedule, without further work. */
export interface DatasetSpec {
  code: string
  title: string
  description: string
  /** How often a new release is made. */
  every: 'day' | 'week' | 'month'
  /** Code of reference list `data-theme`; `pemerintahan` when left out. */
  theme?: string
  tags?: readonly string[]
  legalBasis?: string
  /** Open unless it says why not, and on what ground. */
  access?: 'open' | 'limited' | 'closed'
  closed?: { reason: string; basis: string }
  columns: {
    name: string
    title: string
    type: 'text' | 'integer' | 'decimal' | 'date' | 'timestamp' | 'region'
    /** What its values say, for readers of the dataset. */
    holds?: string
    unit?: string
    key?: true
    /** Code list its values come from. */
    codeList?: string
    /** Counts people: a value below the smallest cell is left empty, and so is what it could be reckoned from. */
    people?: true
  }[]
  rows(context: Pick<Context, 'db' | 'government' | 'now' | 'ask'>): Promise<Record<string, unknown>[]>
}

/** Dated evidence for the SPBE / Pemdi evaluation. */
export interface EvidenceSpec {
  code: string
  title: string
  collect(context: Pick<Context, 'db' | 'government' | 'now' | 'ask'>): Promise<{ at: Date; text: string; source: string }[]>
}

/** A public page kind the module feeds into the portal: its newest items for home, sitemap and search. */
export interface PublicationExport {
  code: string
  /** Addresses for `/sitemap.xml`, newest first. */
  addresses(context: Pick<Context, 'db' | 'government' | 'ask'>, after: string | null, limit: number): Promise<{ path: string; changedAt: Date; cursor: string }[]>
}

/** What a module declares; `app/modules.ts` wires the list in order. */
export interface Module {
  name: string
  requires: string[]
  permissions: PermissionSpec[]
  roles?: RoleTemplate[]
  routes: Route[]
  /** Interfaces offered to others, made once at the start. */
  offers?(services: Services): [Port<unknown>, unknown][]
  /** Permissions under which it puts records into the search for officers. */
  searches?: Permission[]
  /** Keys the person holds to what it put into the search under locks. */
  keys?(context: Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'>): Promise<readonly string[]>
  jobs?: Job[]
  listens?: Subscription[]
  menu?: { work?: WorkMenuEntry[]; public?: PublicMenuEntry[] }
  /** What of its tables leaves with a unit that moves to another installation, and what stays. */
  belongings?: Belongings
  words?: Record<string, string>
  exports: { publications: PublicationExport[]; datasets: DatasetSpec[]; indicators: Indicator[]; evidence: EvidenceSpec[] }
}
