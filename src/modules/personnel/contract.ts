import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import { port } from '#platform/web/port.ts'

/** Civil servants (PNS), those on contract (PPPK), and other staff. */
export type EmployeeKind = 'pns' | 'pppk' | 'honorer'

/** `cltn` is unpaid leave outside the service; the rest after it have left. */
export type EmployeeStatus = 'active' | 'cltn' | 'retired' | 'moved' | 'dismissed' | 'deceased'

/** Kinds of entries in somebody's history; `personal` are corrections of the person's own data. */
export type RecordKind = 'rank' | 'position' | 'salary-increase' | 'education' | 'training' | 'license' | 'performance' | 'award' | 'discipline' | 'family' | 'other' | 'personal'

export type Sex = 'm' | 'f'

/** What only holders of `personnel.read-sensitive` and the person see. */
export interface Private {
  nik: string | null
  birthPlace: string | null
  religion: string | null
  marital: string | null
  phone: string | null
  email: string | null
  address: string | null
}

/** What is written of a person, the NIK in clear; histories say the rest. */
export interface Facts extends Private {
  unitId: string
  kind: EmployeeKind
  status: EmployeeStatus
  nip: string | null
  numberReason: string | null
  name: string
  titleBefore: string | null
  titleAfter: string | null
  birthDate: string
  sex: Sex
  enteredOn: string | null
  contractUntil: string | null
}

/** Somebody who works for the government, as other modules may know them: no NIK, no address, no birth date. */
export interface Employee {
  id: string
  /** With titles, e.g. `Dra. Endang Kusumastuti, M.Si.` */
  name: string
  nip: string | null
  kind: EmployeeKind
  status: EmployeeStatus
  unitId: string
  accountId: string | null
  /** Title of the position by the newest decree; who is in charge on a day is asked of `organisation.posts`. */
  position: string | null
  /** Golongan, e.g. `III/a` or `IX`. */
  grade: string | null
  /** First day in service. */
  enteredOn: string | null
}

/** Who works here, for modules that write to them, count their days or plan with them. */
export interface Employees {
  /** By id; ids nobody has are left out. */
  byId(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Employee>>
  /** By account id; accounts of nobody in service are left out. */
  byAccount(db: Db | Tx, accountIds: readonly string[]): Promise<Map<string, Employee>>
  /** In service, by part of the name or by the whole NIP; twenty at most. */
  search(db: Db | Tx, text: string): Promise<Employee[]>
  /** In service in these units, by name; `limit` at most. */
  serving(db: Db | Tx, unitIds: readonly string[], limit: number): Promise<Employee[]>
}

/** An entry of a history with the decree it rests on; `content` is what the parts of that kind store. */
export interface Entry {
  kind: RecordKind
  decreeNumber: string | null
  decreeOn: string | null
  official: string | null
  since: string | null
  until: string | null
  content: Record<string, unknown>
  fileId: string | null
}

/** Somebody as a new decree about them begins. */
export interface Standing extends Career, Pick<Employee, 'id' | 'name' | 'nip' | 'unitId' | 'accountId' | 'position' | 'enteredOn'> {
  /** Verified entries of the kinds asked for, the one that counts latest first. */
  history: Entry[]
}

/** Histories for others: what a decree rests on, and the row it becomes once it is signed as a letter. */
export interface Histories {
  /** By id; those outside the reach are left out. */
  standing(db: Db | Tx, reach: Reach | null, ids: readonly string[], kinds: readonly RecordKind[]): Promise<Map<string, Standing>>
  /** Answers the id of the record, verified at once; what it changes about the person is changed with it. */
  add(tx: Tx, employeeId: string, entry: Entry): Promise<string>
}

/** Telephone numbers of the staff, for messages and never for showing. */
export interface Telephones {
  /** As they stand in the files, which officers write or agree to, by employee id; who has none is left out. */
  of(db: Db | Tx, employeeIds: readonly string[]): Promise<Map<string, string>>
}

export const telephones = port<Telephones>('personnel.telephones')
export const employees = port<Employees>('personnel.employees')
export const histories = port<Histories>('personnel.histories')

/** A verified record was added or changed, or a proposed one accepted. */
export const recordVerified = event<{ employeeId: string; recordId: string; kind: RecordKind }>('personnel.record-verified')

/** Numbers of people in service who share these traits; a trait that was not counted by is null. */
export interface Count {
  by: 'grade' | 'education' | 'unit' | 'kind' | 'born'
  kind: EmployeeKind | null
  grade: string | null
  education: string | null
  unitId: string | null
  sex: 'm' | 'f'
  /** Level of the position, a code of the reference list `retirement-age`. */
  level: string | null
  /** `1980-05` */
  bornIn: string | null
  n: number
}

/** How a day follows from somebody's file: so many months after what they have had since, or at an age. */
export interface Term {
  from: 'increase' | 'grade' | 'birth' | 'contract' | 'license'
  /** For `birth` by level of position, and the day is the first of the following month. */
  months: number | Readonly<Record<string, number>>
  /** Whom it concerns. */
  kinds: readonly EmployeeKind[]
  /** The grade after which nothing comes. */
  highest: string | null
}

/** Somebody for whom something falls due. */
export interface DueEmployee {
  id: string
  name: string
  nip: string | null
  unitId: string
  grade: string | null
  position: string | null
  on: string
  /** Newest rating of performance, a code. */
  rating: string | null
  /** For `license`: those that end by then, by name. */
  licenses: string | null
}

/** The staff as a whole, as far as a reach goes. */
export interface Staff {
  /** Everyone in service, counted by each trait and sex in one pass. */
  counts(db: Db, reach: Reach | null): Promise<Count[]>
  /** Those for whom a term ends by `until`, soonest first; `after` is day and id of the last one seen. */
  due(db: Db | Tx, reach: Reach | null, term: Term, filter: { until: string; units?: readonly string[]; after?: { on: string; id: string }; limit: number }): Promise<DueEmployee[]>
  /** By unit: how many in service share a trait. For publishing small cells must be emptied. */
  cells(db: Db): Promise<{ unit: string; trait: 'kind' | 'grade' | 'sex' | 'education'; value: string | null; n: number }[]>
  /** Of civil servants and those on contract: how many have grade, position and education on file. */
  complete(db: Db): Promise<{ n: number; of: number }>
  /** By month: entries verified, the people they are about, and how many of them people had proposed themselves. */
  verified(db: Db): Promise<{ month: Date; n: number; people: number; proposed: number }[]>
}

/** What the rules of service look at in one file. */
export interface Career {
  kind: EmployeeKind
  status: EmployeeStatus
  birthDate: string
  grade: string | null
  gradeSince: string | null
  positionLevel: string | null
  increaseSince: string | null
  contractUntil: string | null
  licenseUntil: string | null
}

/** What is ahead for one person; who keeps the rules offers it. `label` is Indonesian source text. */
export interface Prospects {
  of(db: Db, career: Career, from: string, until: string): Promise<{ label: string; on: string }[]>
}

/** What a list of staff can say of a history. */
export type ListedEntry = Pick<Entry, 'kind' | 'since' | 'content'>

/** A file as a list of staff is compared with it. */
export interface Known extends Omit<Facts, 'nik'> {
  id: string
  accountId: string | null
  /** The NIK, when it is one of those asked for. */
  nik: string | null
  /** Ranks, positions and education, verified. */
  history: ListedEntry[]
}

/** Files by the hundred, for lists that come in. Who asks has checked what may be read and written. */
export interface Rolls {
  /** By any of their numbers, as they are written. */
  known(db: Db | Tx, numbers: { nips: readonly string[]; niks: readonly string[] }): Promise<Known[]>
  /** The NIK on file, to compare it with what would be written. */
  nikOf(db: Db | Tx, id: string): Promise<string | null>
  /**
   * Adds people without an id and changes those with one; a NIK left out stays. Answers the ids in the same order.
   * @throws Problem when somebody else has one of the numbers
   */
  write(tx: Tx, people: readonly { id: string | null; facts: Omit<Facts, 'nik'> & { nik?: string }; entries: readonly ListedEntry[] }[]): Promise<string[]>
}

export const staff = port<Staff>('personnel.staff')
export const rolls = port<Rolls>('personnel.rolls')
export const prospects = port<Prospects>('personnel.prospects')

export const kindWords = { pns: 'PNS', pppk: 'PPPK', honorer: 'Honorer' } as const
export const sexWords = { m: 'Laki-laki', f: 'Perempuan' } as const
/** From low to high. */
export const educationWords = { sd: 'SD', smp: 'SMP', sma: 'SMA atau sederajat', d1: 'D-I', d2: 'D-II', d3: 'D-III', d4: 'D-IV', s1: 'S-1', s2: 'S-2', s3: 'S-3' } as const
export const ratingWords = { baik: 'Baik', 'sangat-baik': 'Sangat baik', 'butuh-perbaikan': 'Butuh perbaikan', kurang: 'Kurang', 'sangat-kurang': 'Sangat kurang' } as const
/** Levels of positions as the reference list `retirement-age` has them. */
export const levelWords = {
  jpt: 'Pimpinan tinggi', administrator: 'Administrator (eselon III)', pengawas: 'Pengawas (eselon IV)', pelaksana: 'Pelaksana',
  keterampilan: 'Fungsional keterampilan', 'ahli-pertama': 'Fungsional ahli pertama', 'ahli-muda': 'Fungsional ahli muda', 'ahli-madya': 'Fungsional ahli madya',
  'ahli-utama': 'Fungsional ahli utama', guru: 'Guru',
} as const
