import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { Refused } from '#platform/web/problems.ts'
import { viewers, type ClosedMonth, type ClosedMonths } from '#modules/attendance/contract.ts'
import { closes } from '../parts/here.ts'
import { eachMonth, told } from '../reading.ts'
import { cutOf, type Cut } from '../rules/cut.ts'
import { countsOf, type KeptDay } from '../rules/recap.ts'
import { cutTableById } from '../rules.ts'
import { changeRecap, keptOf, type Kept } from '../store.ts'

type Month = Kept & { days: KeptDay[]; cutReference: string | null }

/** Makes one day of a closed month another, with who and why; the month keeps the table it was closed with. */
export async function amendDay(tx: Tx, kept: Month, after: KeptDay, act: { reason: string; basis: string | null; by: string }): Promise<{ kept: Month; cut: Cut | null }> {
  const before = kept.days.find(({ day }) => day === after.day)!
  const days = kept.days.map(one => (one.day === after.day ? after : one))
  const table = kept.cutReference ? await cutTableById(tx, kept.cutReference) : null
  const cut = table ? cutOf(table, days) : kept.cut
  await changeRecap(tx, kept, { day: after.day, before, after, ...act }, { counts: countsOf(days), days, cut })
  return { kept: { ...kept, days, cut, version: kept.version + 1 }, cut }
}

const monthsOf: ClosedMonths['of'] = async (db, employeeId, from, until) =>
  (await sql<ClosedMonth>`select r.month, c.unit_id as "unitId", c.closed_at as "closedAt" from attendance_recaps.recap r join attendance_recaps.closing c on c.id = r.closing_id
    where r.employee_id = ${employeeId} and c.state = 'closed' and r.month between date_trunc('month', ${from}::date)::date and ${until}::date order by r.month`.execute(db)).rows

/** Closed months, for what is asked about them afterwards. */
export const closed: ClosedMonths = {
  of: monthsOf,
  async amend(tx, context, { employeeId, from, until, reason, basis }) {
    const months = await monthsOf(tx, employeeId, from, until)
    const viewer = await context.ask(viewers).viewerOf({ ...context, db: tx })
    if (!months.every(({ unitId }) => closes(viewer, unitId))) throw new Refused('Bulan itu sudah ditutup; hanya pengelola kepegawaian seluruh perangkat daerah yang dapat memperbaikinya.')
    const amended: string[] = []
    for (const { month } of months) {
      let kept = (await keptOf(tx, employeeId, month, true))!
      const now = new Map<string, KeptDay>()
      await eachMonth(tx, context, [employeeId], month, null, (_, { days }) => { for (const day of days) now.set(day.day, day) })
      for (const before of kept.days) {
        const after = now.get(before.day)
        if (before.day < from || before.day > until || !after || after.state === 'not-due' || told(after) === told(before)) continue
        kept = (await amendDay(tx, kept, after, { reason, basis, by: context.who.account!.id })).kept
        amended.push(before.day)
      }
    }
    return amended
  },
}
