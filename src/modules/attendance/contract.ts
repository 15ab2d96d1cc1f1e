import type { Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { event } from '#platform/events/events.ts'
import type { Context } from '#platform/web/page.ts'
import { port } from '#platform/web/port.ts'
import type { StateWords } from '#ui/index.ts'
import type { Seat } from '#modules/inbox/contract.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import type { Whose, Window } from '#modules/schedules/contract.ts'

export type Direction = 'in' | 'out'

/** How a scan came: from one's phone, with the code of an office screen, vouched for by a colleague, from a card or fingerprint device, by a correction, by a roll call. */
export type Way = 'phone' | 'kiosk' | 'vouched' | 'device-import' | 'correction' | 'roll-call'

/** What explains an absence; `blankspot` says that something is still on a phone without a signal. */
export type ReasonKind = 'leave' | 'sick' | 'duty' | 'trip' | 'training' | 'blankspot' | 'other'

/**
 * `expected`: the window is open or ahead and nobody came yet. `waiting`: an explanation is with the superior. `not-due`:
 * weekend, holiday, off the roster. `missing-in`, `missing-out`: only one of the two scans is there, and the window closed.
 */
export type DayState = 'present' | 'missing-in' | 'missing-out' | 'explained' | 'absent' | 'expected' | 'waiting' | 'not-due'

/** One day of one person. Minutes are whole. */
export interface Day {
  day: string
  state: DayState
  /** The first coming and the last going that count. */
  in: Date | null
  out: Date | null
  /** Minutes after the latest start, counted from the end of the flexible time; nothing within the grace. */
  late: number
  /** Minutes before the end that was due. */
  early: number
  /** Codes of the reference list `attendance-class`, e.g. `TL1`, `PSW2`. */
  lateClass: string | null
  earlyClass: string | null
  minutesDue: number
  minutesWorked: number
  /** What explains the day, or would. */
  reason: ReasonKind | null
  /** The letter it rests on, where it is a duty by letter. */
  letterId: string | null
  /** Whether a scan of the day waits for the superior's look. */
  doubtful: boolean
  /** Of the pattern, the shift or the holiday. */
  name: string | null
}

/** In words, on buttons and in lists. */
export const directionWords = { in: { label: 'Presensi masuk' }, out: { label: 'Presensi pulang' } } as const satisfies Record<Direction, { label: string }>

export const dayWords = {
  present: { label: 'Hadir', tone: 'good' },
  'missing-in': { label: 'Tidak tercatat masuk', tone: 'warn' },
  'missing-out': { label: 'Tidak tercatat pulang', tone: 'warn' },
  explained: { label: 'Dijelaskan', tone: 'info' },
  absent: { label: 'Tidak hadir tanpa keterangan', tone: 'bad' },
  expected: { label: 'Belum tercatat', tone: 'plain' },
  waiting: { label: 'Menunggu penjelasan', tone: 'warn' },
  'not-due': { label: 'Tidak bertugas', tone: 'plain' },
} as const satisfies StateWords<DayState>

/** Reasons in words. `closely`: for the person and whoever decides. `coarsely`: for those who only look on, who never learn what somebody is ill with, nor that they are. */
export const reasonWords = {
  closely: {
    leave: { label: 'Cuti' }, sick: { label: 'Sakit' }, duty: { label: 'Tugas di tempat lain' }, trip: { label: 'Perjalanan dinas' }, training: { label: 'Pelatihan' }, blankspot: { label: 'Di daerah tanpa sinyal' }, other: { label: 'Keperluan lain' },
  },
  coarsely: {
    leave: { label: 'Cuti' }, sick: { label: 'Izin' }, duty: { label: 'Tugas' }, trip: { label: 'Tugas' }, training: { label: 'Tugas' }, blankspot: { label: 'Tanpa sinyal' }, other: { label: 'Izin' },
  },
} as const satisfies Record<'closely' | 'coarsely', Record<ReasonKind, { label: string }>>

/** What explains days of somebody, or would once it is accepted; both days included. */
export interface Explained {
  employeeId: string
  from: string
  until: string
  reason: ReasonKind
  accepted: boolean
  /** The letter it rests on. */
  letterId?: string | null
}

/** What people ask for besides leave, and where letters send them; who decides about it offers it. */
export interface Explanations {
  /** Of these people, overlapping the days, by first day. */
  between(db: Db | Tx, employeeIds: readonly string[], from: string, to: string): Promise<Explained[]>
}

/** A scan that another module records, e.g. a roll call that was answered. */
export interface NewScan {
  employeeId: string
  unitId: string
  at: Date
  direction: Direction
  way: Way
  entryId?: string | null
  deviceId?: string | null
}

/** A check-in that waits for its superior's look. */
export interface Waiting {
  id: string
  employeeId: string
  unitId: string
  receivedAt: Date
}

/** Photos people chose to add to check-ins that wait; who keeps them offers it. */
export interface Photos {
  /** Of these, those a photo may be added to now. */
  offered(db: Db | Tx, waiting: readonly Waiting[], today: string, now: Date): Promise<Set<string>>
  /** Whether one waits to be seen. */
  has(db: Db | Tx, checkInId: string): Promise<boolean>
  /** Whoever judged has seen enough. */
  erase(tx: Tx, checkInId: string): Promise<void>
}

/** A browser in which several people check in, or one that stands in an office. */
export interface SharedBrowser {
  /** Keys of its accounts; any of them stands for it. */
  deviceIds: string[]
  /** One of its keys, to name it by. */
  deviceId: string
  people: { employeeId: string; unitId: string }[]
  lastAt: Date
  /** Of the mark, where there is one. */
  officeId: string | null
  name: string | null
  unitId: string | null
  reason: string | null
  markedBy: string | null
  markedAt: Date | null
}

/** Browsers people check in with. Whoever asks answers for who may. */
export interface Browsers {
  /** Those of the last days in which more than one person checked in, and all that are marked; the latest first. */
  shared(db: Db | Tx, since: Date, limit: number): Promise<SharedBrowser[]>
  /** Marks the browser of a key as one of the office; answers the id of the mark, or null when it stands already. */
  mark(tx: Tx, deviceId: string, mark: { name: string; unitId: string; reason: string; by: string }): Promise<string | null>
  /** Answers whether there was a mark to end. */
  end(tx: Tx, markId: string, by: string): Promise<boolean>
}

/** What is known of presence. */
export interface Attendance {
  /** By employee id: one for every day from `from` to `to`, in order; in a fixed number of queries, however many people. */
  daysOf(db: Db | Tx, whose: Whose, from: string, to: string, now: Date): Promise<Map<string, Day[]>>
  /** A check-in while it waits for its superior's look. */
  waiting(db: Db | Tx, id: string): Promise<Waiting | null>
  /** Records a scan once: the same instant and direction of a person, or the same entry of an outbox, is written one time. Answers whether it is new. */
  scan(tx: Tx, scan: NewScan): Promise<boolean>
  /** Records many that nobody needs to hear of, such as those of last month; what is there already stays. */
  bring(tx: Tx, scans: readonly NewScan[]): Promise<void>
  /** When people came and went between two moments, by employee id. */
  scansOf(db: Db | Tx, employeeIds: readonly string[], from: Date, to: Date): Promise<Map<string, { at: Date }[]>>
  /** Which way somebody goes whose scan does not tell: before the middle of the working time in, after it out. */
  sideAt(windows: readonly Window[], at: Date): Direction
}

/** From where somebody looks at others' presence. */
export interface Viewer {
  employeeId: string | null
  seats: readonly Seat[]
  /** Reach of `attendance.manage`: they settle what has no superior, close months and put closed ones right. */
  officer: Reach | null
  units: UnitTree
  /** Units whose people one sees: by permission, and those below the positions one is in charge of. */
  visible: ReadonlySet<string>
  /** Of these, those one supervises: judges check-ins of, and sees what explains a day. */
  supervised: ReadonlySet<string>
}

/** Who sees whose presence: the one rule that everything about presence asks. */
export interface Viewers {
  /** The person behind a request as an employee, if they are one. */
  selfOf(db: Db | Tx, context: Pick<Context, 'who' | 'ask'>): Promise<Employee | null>
  /** @throws Refused for accounts of nobody in service */
  employeeHere(db: Db | Tx, context: Pick<Context, 'who' | 'ask'>): Promise<Employee>
  /** Superiors see the units their position leads, with all below; readers and officers those of their reach. */
  viewerOf(context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'now'>): Promise<Viewer>
}

/** A month that was closed for somebody, by the agency that closed it. */
export interface ClosedMonth {
  /** Its first day. */
  month: string
  /** The agency whose personnel office may put it right. */
  unitId: string
  closedAt: Date
}

/** Months that are closed: what is asked about them afterwards becomes a recorded act; who closes months offers it. */
export interface ClosedMonths {
  /** Of somebody, touching these days, the first one first. */
  of(db: Db | Tx, employeeId: string, from: string, until: string): Promise<ClosedMonth[]>
  /** Makes closed days what presence tells now, each with a record of who and why; answers the days. @throws Refused for those who may not put these months right */
  amend(tx: Tx, context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'now'>, days: { employeeId: string; from: string; until: string; reason: string; basis: string }): Promise<string[]>
}

export const photos = port<Photos>('attendance.photos')
export const browsers = port<Browsers>('attendance.browsers')
export const closedMonths = port<ClosedMonths>('attendance.closed-months')
export const viewers = port<Viewers>('attendance.viewers')
export const explanations = port<Explanations>('attendance.explanations')
export const attendance = port<Attendance>('attendance.days')

/** Somebody came or went; told once for each scan, whatever way it came. */
export const checkedIn = event<{ employeeId: string; unitId: string; at: string; direction: Direction; way: Way }>('attendance.checked-in')
