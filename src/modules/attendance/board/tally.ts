import type { Day } from '../contract.ts'

/** How many people of a group are where on a day. Those not due are in `of` of nobody. */
export interface Tally {
  /** Who is to work. */
  due: number
  /** Came, on time or late. */
  came: number
  late: number
  explained: number
  /** Nobody came yet, and the window is open or ahead. */
  expected: number
  /** An explanation waits, or only the going was recorded. */
  unknown: number
  absent: number
  doubtful: number
}

export const emptyTally = (): Tally => ({ due: 0, came: 0, late: 0, explained: 0, expected: 0, unknown: 0, absent: 0, doubtful: 0 })

/** Adds one person's day. */
export function count(tally: Tally, { state, late, doubtful }: Pick<Day, 'state' | 'late' | 'doubtful'>): Tally {
  if (state === 'not-due') return tally
  tally.due++
  if (doubtful) tally.doubtful++
  if (state === 'present' || state === 'missing-out') {
    tally.came++
    if (late > 0) tally.late++
  } else if (state === 'explained') tally.explained++
  else if (state === 'expected') tally.expected++
  else if (state === 'absent') tally.absent++
  else tally.unknown++
  return tally
}

/** Part of those who were to come and are not explained that came, 0 to 1; null where nobody was. */
export const rateOf = ({ due, explained, came }: Tally): number | null => (due > explained ? came / (due - explained) : null)

/** As a heat map colours it. */
export const heatOf = (rate: number): 0 | 1 | 2 | 3 | 4 => (rate >= 0.95 ? 4 : rate >= 0.85 ? 3 : rate >= 0.7 ? 2 : rate >= 0.5 ? 1 : 0)
