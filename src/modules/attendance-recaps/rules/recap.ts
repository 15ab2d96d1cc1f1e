import type { Day, ReasonKind } from '#modules/attendance/contract.ts'

/** A day as a recap keeps it; times as the instant they are, in ISO. */
export interface KeptDay extends Pick<Day, 'day' | 'state' | 'late' | 'early' | 'lateClass' | 'earlyClass' | 'minutesDue' | 'minutesWorked' | 'reason' | 'doubtful' | 'name'> {
  in: string | null
  out: string | null
}

/** How often something was, and its minutes. */
export interface Times {
  n: number
  minutes: number
}

/** What a month of somebody comes to. Each day is counted in exactly one of the first seven. */
export interface Counts {
  present: number
  missingIn: number
  missingOut: number
  explained: number
  absent: number
  notDue: number
  /** Still expected, or with an explanation that waits. */
  open: number
  /** Of `open`, those with an explanation that waits. */
  waiting: number
  doubtful: number
  explainedBy: Partial<Record<ReasonKind, number>>
  /** By code of the reference list `attendance-class`; deviations of no class stand under `''`. */
  classes: Record<string, Times>
  late: Times
  early: Times
  minutesDue: number
  minutesWorked: number
}

const noTimes = (): Times => ({ n: 0, minutes: 0 })

export const emptyCounts = (): Counts => ({
  present: 0, missingIn: 0, missingOut: 0, explained: 0, absent: 0, notDue: 0, open: 0, waiting: 0, doubtful: 0,
  explainedBy: {}, classes: {}, late: noTimes(), early: noTimes(), minutesDue: 0, minutesWorked: 0,
})

export const keptDay = ({ letterId: _, ...day }: Day): KeptDay => ({ ...day, in: day.in?.toISOString() ?? null, out: day.out?.toISOString() ?? null })

/** Whether lateness and leaving early of a day count: not where the day is explained, absent or undecided. */
export const isTimed = ({ state }: Pick<KeptDay, 'state'>): boolean => state === 'present' || state === 'missing-in' || state === 'missing-out'

function add(times: Times, minutes: number): void {
  times.n++
  times.minutes += minutes
}

const column = { present: 'present', 'missing-in': 'missingIn', 'missing-out': 'missingOut', explained: 'explained', absent: 'absent', 'not-due': 'notDue', expected: 'open', waiting: 'open' } as const

/** Counts the days of one person, in whatever order they come. */
export function countsOf(days: readonly KeptDay[]): Counts {
  const counts = emptyCounts()
  for (const day of days) {
    counts[column[day.state]]++
    if (day.state === 'waiting') counts.waiting++
    if (day.doubtful) counts.doubtful++
    if (day.state === 'explained') counts.explainedBy[day.reason ?? 'other'] = (counts.explainedBy[day.reason ?? 'other'] ?? 0) + 1
    if (isTimed(day))
      for (const [kind, minutes, code] of [['late', day.late, day.lateClass], ['early', day.early, day.earlyClass]] as const)
        if (minutes > 0) {
          add(counts[kind], minutes)
          add((counts.classes[code ?? ''] ??= noTimes()), minutes)
        }
    counts.minutesDue += day.minutesDue
    counts.minutesWorked += day.minutesWorked
  }
  return counts
}

/** Counts of several people, or of several months of one, together. */
export function sumOf(all: Iterable<Counts>): Counts {
  const sum = emptyCounts()
  for (const one of all) {
    for (const name of ['present', 'missingIn', 'missingOut', 'explained', 'absent', 'notDue', 'open', 'waiting', 'doubtful', 'minutesDue', 'minutesWorked'] as const) sum[name] += one[name]
    for (const kind of ['late', 'early'] as const) {
      sum[kind].n += one[kind].n
      sum[kind].minutes += one[kind].minutes
    }
    for (const [code, { n, minutes }] of Object.entries(one.classes)) {
      const times = (sum.classes[code] ??= noTimes())
      times.n += n
      times.minutes += minutes
    }
    for (const [reason, n] of entriesOf(one.explainedBy)) sum.explainedBy[reason] = (sum.explainedBy[reason] ?? 0) + n
  }
  return sum
}

/** Reasons in the order forms and sheets list them. */
export const reasonKinds: readonly ReasonKind[] = ['leave', 'sick', 'duty', 'trip', 'training', 'blankspot', 'other']

const entriesOf = (by: Counts['explainedBy']): [ReasonKind, number][] => reasonKinds.flatMap(reason => (by[reason] ? [[reason, by[reason]] as [ReasonKind, number]] : []))

/** Days on which somebody was to be there. */
export const dueDays = ({ present, missingIn, missingOut, explained, absent, open }: Counts): number => present + missingIn + missingOut + explained + absent + open

/** What must be settled before a month is closed: nobody has decided about it yet. */
export const undecided = ({ open, doubtful }: Counts): number => open + doubtful
