import { appendAudit } from '#platform/audit/audit.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { holidaysOf, isWorkingDay } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { reserve } from './reserving.ts'
import { numberingOf } from './rules.ts'
import { periodOf, rulesOf, tables } from './store.ts'

const reserveDaily = 'numbering.reserve-daily'

/** Why a number was set aside by night; Indonesian source text. */
export const dailyReason = 'Cadangan harian'

/** Sets numbers aside for a working day in every series that wants it and does not have them yet; answers how many series. */
export async function reserveForDay({ database, ask }: Pick<Services, 'database' | 'ask'>, governmentId: string, now: Date): Promise<number> {
  const zone = (await ask(governmentDirectory).byId(governmentId))?.zone ?? 'Asia/Jakarta'
  const today = dayIn(now, zone)
  const db = database.of(governmentId)
  if (!isWorkingDay(today, await holidaysOf(db, today))) return 0
  const waiting = await tables(db)
    .selectFrom('numbering.series').select('id').where('daily', '>', 0)
    .where(eb => eb.or([eb('daily_done', 'is', null), eb('daily_done', '<', today)])).orderBy('id').execute()
  if (waiting.length === 0) return 0
  const [rules, units] = await Promise.all([rulesOf(db, today), ask(unitDirectory).of(governmentId)])
  let done = 0
  // One series at a time: those who sign letters wait for one of them at most.
  for (const { id } of waiting)
    done += await database.transaction(governmentId, async tx => {
      const series = await tables(tx).updateTable('numbering.series').set({ daily_done: today }).where('id', '=', id).where('daily', '>', 0)
        .where(eb => eb.or([eb('daily_done', 'is', null), eb('daily_done', '<', today)])).returning(['unit_id', 'kind', 'daily']).executeTakeFirst()
      if (!series || !units.byId(series.unit_id)) return 0
      const { resets } = numberingOf(rules, units, series.unit_id, series.kind)
      const numbers = await reserve(tx, periodOf(id, today, resets), { day: today, count: series.daily, reason: dailyReason, by: null }, today)
      await appendAudit(tx, { action: 'numbering.manage', accountId: null, path: reserveDaily, record: ['number-series', id], after: { ...numbers, day: today } })
      return 1
    })
  return done
}

/** Sets numbers aside before the offices open; every hour, because midnight comes at three times and a stopped system makes up for it. */
export const reserveDailyJob: Job = {
  name: reserveDaily,
  every: '20 * * * *',
  async run({ services, now }) {
    await everyGovernment(services, async id => void (await reserveForDay(services, id, now)))
  },
}
