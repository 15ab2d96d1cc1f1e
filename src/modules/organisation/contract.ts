import type { Government } from '#platform/access/government.ts'
import type { Db, Tx } from '#platform/db/database.ts'
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
  /** The government a connection speaks for, and the calendar day there now, such as `2026-11-21`. */
  of(db: Db): Promise<Government>
  today(db: Db): Promise<string>
  /** The host its portal is known under; one of its own before a local one. */
  hostOf(id: string): Promise<string>
}

/** How a position is held: by its own holder, or by somebody who stands in, for a while (Plt.) or for days (Plh.). */
export type HoldingKind = 'definitif' | 'plt' | 'plh'

/** Someone who holds a position, as the public may know it. */
export interface Official {
  /** The position, e.g. `Kepala Dinas Kesehatan`. */
  title: string
  name: string
  /** Plt. and Plh. stand in for the holder. */
  kind: HoldingKind
}

/** Who leads a unit; topic `officials:<unit>` tells when that changes, and days pass by themselves. */
export interface Officials {
  /** Highest position first; positions nobody holds are left out. */
  of(db: Db, unitId: string, day: string): Promise<Official[]>
}

/** Kinds of positions: high leadership, administrator, supervisor, executor, functional; `lain` for those outside, e.g. Bupati or kepala desa. */
export type PostKind = 'jpt' | 'administrator' | 'pengawas' | 'pelaksana' | 'fungsional' | 'lain'

/** A position on the formation chart. */
export interface Post {
  id: string
  unitId: string
  title: string
  kind: PostKind
  /** Lower is higher, within its unit. */
  rank: number
  /** `II.a` … `IV.b`; null where there is none. */
  echelon: string | null
  /** Kelas jabatan, 1–17. */
  grade: number | null
  code: string | null
  /** The position above, as it was set; `Posts.above` also answers where none was. */
  superiorId: string | null
}

/** What a holding rests on; days as `2026-11-21`. */
export interface Decree {
  number: string | null
  on: string | null
  fileId: string | null
}

/** One person in one position on certain days, both included; without a last day it goes on. */
export interface InCharge {
  holdingId: string
  postId: string
  title: string
  unitId: string
  kind: HoldingKind
  name: string
  /** Stays inside. */
  nip: string | null
  accountId: string | null
  employeeId: string | null
  from: string
  to: string | null
  decree: Decree
  reason: string | null
}

/** A person put into a position; who has an account gains the roles of the position while it lasts. */
export interface Appointment {
  postId: string
  kind: HoldingKind
  name: string
  nip: string | null
  accountId: string | null
  employeeId: string | null
  from: string
  /** Last day; Plt. and Plh. always have one. */
  to: string | null
  decree: Decree
  reason: string | null
}

/** The position that leads a unit, and who is in charge of it: the highest one, when it stands alone there and is no executor's. */
export interface Head {
  postId: string
  title: string
  inCharge: InCharge | null
}

/**
 * Positions and who is in charge of them. Topics: `officials:<unit>` for one unit, `posts:<government>` for all,
 * `holder:<account>` for one person; days pass by themselves.
 */
export interface Posts {
  /** Positions of a unit, highest first. */
  of(db: Db | Tx, unitId: string): Promise<Post[]>
  /** Also one that was closed. */
  byId(db: Db | Tx, id: string): Promise<Post | null>
  /** By post id; posts nobody is in charge of are left out. Plh. comes before Plt., Plt. before the holder; among equals the latest decree. */
  inCharge(db: Db | Tx, postIds: readonly string[], day: string): Promise<Map<string, InCharge>>
  /** Everyone who holds the posts that day, whoever is in charge comes first. */
  holders(db: Db | Tx, postIds: readonly string[], day: string): Promise<InCharge[]>
  /** What a person holds that day, or with `later` that day and after it; definitive first. */
  heldBy(db: Db | Tx, person: { accountId: string } | { employeeId: string }, day: string, also?: { later: boolean }): Promise<InCharge[]>
  /** Position class (kelas jabatan) of the definitive position each holds that day, by employee id; who holds none, or one without a class, is left out. */
  grades(db: Db | Tx, people: readonly { id: string; accountId: string | null; nip: string | null }[], day: string): Promise<Map<string, number>>
  /** Superiors from the next one to the top. Where none was set it is the head of the unit, and for the head that of the unit above. */
  above(db: Db | Tx, postId: string): Promise<Post[]>
  /** By unit id; units nobody's position leads are left out. One query for all of them. */
  heads(db: Db | Tx, unitIds: readonly string[], day: string): Promise<Map<string, Head>>
  /** Answers the id of the holding; throws a `Problem` naming the other decree when two definitive ones overlap. */
  appoint(tx: Tx, appointment: Appointment): Promise<string>
  /** Ends a holding with `last` as its last day; one that had not begun by then is refused with a `Problem`. */
  end(tx: Tx, holdingId: string, last: string): Promise<void>
  /**
   * Takes an appointment back: one that has not begun by `today` is removed, one that runs ends with it, because what was
   * done in its name until then stands. One that is over or was removed already stays as it is.
   */
  withdraw(tx: Tx, holdingId: string, today: string): Promise<void>
}

/** Someone with an account who can be put into a position. */
export interface Candidate {
  accountId: string
  name: string
  nip: string | null
  title: string | null
  unitId: string
}

/** Who can be appointed by account; identity offers it. */
export interface Candidates {
  /** Active accounts by part of the name, or by the whole NIP; twenty at most. */
  search(db: Db | Tx, text: string): Promise<Candidate[]>
  byId(db: Db | Tx, accountId: string): Promise<Candidate | null>
}

/** Somebody with a file among the staff who can be put into a position, with an account or without. */
export interface StaffCandidate {
  employeeId: string
  accountId: string | null
  name: string
  nip: string | null
  title: string | null
  unitId: string
}

/** Who can be appointed by file; whoever keeps the files offers it. */
export interface StaffCandidates {
  /** In service, by part of the name or by the whole NIP; twenty at most. */
  search(db: Db | Tx, text: string): Promise<StaffCandidate[]>
  /** By the id of the file, or of the account bound to it. */
  find(db: Db | Tx, id: string): Promise<StaffCandidate | null>
}

export const posts = port<Posts>('organisation.posts')
export const candidates = port<Candidates>('organisation.candidates')
export const staffCandidates = port<StaffCandidates>('organisation.staff-candidates')
export const officials = port<Officials>('organisation.officials')
export const unitDirectory = port<UnitDirectory>('organisation.unit-directory')
export const governmentDirectory = port<GovernmentDirectory>('organisation.government-directory')

/** A unit was renamed, moved, opened or closed. */
export const unitChanged = event<{ unitId: string }>('organisation.unit-changed')

/** Someone was put into a position, or their time in it was ended or changed. */
export const holdingChanged = event<{ holdingId: string; postId: string; unitId: string }>('organisation.holding-changed')
