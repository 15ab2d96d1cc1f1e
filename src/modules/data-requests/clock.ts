import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { addWorkingDays, holidaysOf, workingDaysBetween, type Holidays } from '#platform/time/working-days.ts'
import type { Level } from './contract.ts'

/** Working days everybody has; reference list `data-request-days`. */
export interface Days {
  answer: number
  extension: number
  walidata: number
  forum: number
  sekda: number
}

/** What deadlines are counted with on a day. */
export interface Clock {
  days: Days
  holidays: Holidays
}

/** For an installation whose list was emptied. */
const usual: Days = { answer: 10, extension: 7, walidata: 3, forum: 5, sekda: 5 }

export async function clockOn(db: Db | Tx, today: string): Promise<Clock> {
  const [rows, holidays] = [await referenceList<{ days: number }>(db, 'data-request-days', today), await holidaysOf(db, today)]
  return { days: { ...usual, ...Object.fromEntries(rows.map(({ code, value }) => [code, value.days])) }, holidays }
}

/** The holder's last day for what was asked on a day. */
export const answerBy = (askedOn: string, { days, holidays }: Clock): string => addWorkingDays(askedOn, days.answer, holidays)

/** The last day after the one extension. */
export const extendedBy = (answerBy: string, { days, holidays }: Clock): string => addWorkingDays(answerBy, days.extension, holidays)

/** Working days something took. */
export const took = (from: string, to: string, { holidays }: Clock): number => workingDaysBetween(from, to, holidays)

/** A request moves on: at whom it waits from that day, and how long. */
export interface Move {
  level: Level
  on: string
  dueOn: string
}

const next = { 0: [1, 'walidata'], 1: [2, 'forum'], 2: [3, 'sekda'] } as const

/**
 * What silence leads to until today, in order. It moves on the working day after the last one; days on which nobody
 * looked are made up for, with the days that count. After the sekretaris daerah it goes no further.
 */
export function silence(at: { level: Level; dueOn: string }, today: string, { days, holidays }: Clock): Move[] {
  const moves: Move[] = []
  let { level, dueOn } = at
  while (level < 3) {
    const on = addWorkingDays(dueOn, 1, holidays)
    if (on > today) break
    const [to, whose] = next[level as 0 | 1 | 2]
    level = to
    dueOn = addWorkingDays(on, days[whose], holidays)
    moves.push({ level, on, dueOn })
  }
  return moves
}
