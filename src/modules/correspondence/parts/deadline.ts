import type { Db, Tx } from '#platform/db/database.ts'
import { reference } from '#platform/reference/reference.ts'
import { addWorkingDays, holidaysOf } from '#platform/time/working-days.ts'
import type { Letter } from '../contract.ts'

/** Last day to act on a letter that came in today: the one it names, or what its urgency allows in working days. */
export async function deadlineOf(db: Db | Tx, letter: Pick<Letter, 'replyBy' | 'urgency'>, today: string): Promise<string | null> {
  if (letter.replyBy) return letter.replyBy
  const { days } = await reference<{ days: number | null }>(db, 'letter-urgency', letter.urgency, today, { days: null })
  return days === null ? null : days === 0 ? today : addWorkingDays(today, days, await holidaysOf(db, today))
}
