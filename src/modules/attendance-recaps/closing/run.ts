import { sql } from 'kysely'
import { appendAudit } from '#platform/audit/audit.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { noonOf, todayOf } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { closingById, type Closing } from '../store.ts'
import { close } from './close.ts'

/** Agencies with more people than this are closed by a job. */
export const many = 300
/** Milliseconds without progress after which somebody may start it again. */
const stuck = 120_000

/** The closing of a large agency under way. */
export interface Run {
  by: string
  remarks: string | null
  people: number
  done: number
  toldAt: Date
  finishedAt: Date | null
  /** Undecided days for which nothing was closed. */
  refused: number | null
}

export const runOf = async (db: Db | Tx, closingId: string): Promise<Run | null> =>
  (await sql<Run>`select by, remarks, people, done, told_at as "toldAt", finished_at as "finishedAt", refused from attendance_recaps.closing_run where closing_id = ${closingId}`.execute(db)).rows[0] ?? null

/** Whether somebody waits for it; one that was cut off and not taken up again waits for nobody. */
export const isRunning = (run: Run | null, now: Date): run is Run => run !== null && run.finishedAt === null && now.getTime() - run.toldAt.getTime() < stuck

/** Has a month closed outside the request; again, where an earlier attempt was refused or cut off. */
export async function beginRun(tx: Tx, { jobs }: Pick<Services, 'jobs'>, governmentId: string, closingId: string, { by, remarks, people }: Pick<Run, 'by' | 'remarks' | 'people'>): Promise<void> {
  await sql`insert into attendance_recaps.closing_run (closing_id, by, remarks, people) values (${closingId}, ${by}, ${remarks}, ${people})
    on conflict (closing_id) do update set by = excluded.by, remarks = excluded.remarks, people = excluded.people, done = 0, started_at = now(), told_at = now(), finished_at = null, refused = null`.execute(tx)
  await jobs.enqueue(tx, closeJob.name, governmentId, { closingId })
}

class StillOpen extends Error {
  undecided: number
  constructor(undecided: number) {
    super(`${undecided} days are undecided`)
    this.undecided = undecided
  }
}

/** Closes a month in one transaction, so that a run that is cut off has done nothing; only its progress is told on the way. */
export async function runClosing({ database, ask }: Pick<Services, 'database' | 'ask'>, governmentId: string, closingId: string, now: Date): Promise<void> {
  const government = await ask(governmentDirectory).byId(governmentId)
  const progress = (done: number) => database.transaction(governmentId, async tx => void (await sql`update attendance_recaps.closing_run set done = ${done}, told_at = now() where closing_id = ${closingId}`.execute(tx)))
  const units = await ask(unitDirectory).of(governmentId)
  const hrefOf = ({ unitId, month }: Closing) => `/kerja/presensi/rekap/tutup?unit=${unitId}&bulan=${month.slice(0, 7)}`
  try {
    await database.transaction(governmentId, async tx => {
      const closing = await closingById(tx, closingId)
      const run = await runOf(tx, closingId)
      if (!government || !run || closing?.state !== 'moderation') return
      const done = await close(tx, { ask, now }, units, closing, { by: run.by, remarks: run.remarks }, progress)
      if (done.undecided > 0 && (run.remarks === null || todayOf({ now, government }) <= closing.deadline)) throw new StillOpen(done.undecided)
      await sql`update attendance_recaps.closing_run set done = people, told_at = now(), finished_at = now() where closing_id = ${closingId}`.execute(tx)
      await appendAudit(tx, { action: 'attendance.manage', accountId: run.by, path: '/kerja/presensi/rekap/tutup', record: ['attendance-closing', closing.id], before: { state: 'moderation' }, after: { state: 'closed', ...done } })
      await notify(tx, [run.by], { text: 'Presensi {month, date, ::MMMMyyyy} ditutup: rekap {n} pegawai dibekukan.', values: { month: noonOf(closing.month), n: done.people }, href: hrefOf(closing) })
    })
  } catch (error) {
    if (!(error instanceof StillOpen)) throw error
    await database.transaction(governmentId, async tx => {
      const closing = await closingById(tx, closingId)
      const { rows } = await sql<{ by: string }>`update attendance_recaps.closing_run set finished_at = now(), refused = ${error.undecided} where closing_id = ${closingId} returning by`.execute(tx)
      if (closing && rows[0]) await notify(tx, [rows[0].by], { text: 'Presensi {month, date, ::MMMMyyyy} belum ditutup: masih ada {n} hari yang belum diputuskan.', values: { month: noonOf(closing.month), n: error.undecided }, href: hrefOf(closing) })
    })
  }
}

/** Closes the month of a large agency; a run that was cut off has changed nothing and is done again. */
export const closeJob: Job = {
  name: 'attendance-recaps.close',
  expires: 600,
  run: ({ services, governmentId, now }, { closingId }) => runClosing(services, governmentId!, String(closingId), now),
}
