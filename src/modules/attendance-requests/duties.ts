import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { on } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { noonOf } from '#platform/time/zone.ts'
import { letterSigned, letters, letterWithdrawn } from '#modules/correspondence/contract.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { employees } from '#modules/personnel/contract.ts'

/** A duty by letter, for those it sends. */
export interface Duty {
  letterId: string
  kind: 'duty' | 'trip'
  from: string
  until: string
  place: string
  withdrawnAt: Date | null
}

/** Somebody's duties, the latest first. */
export const dutiesOf = async (db: Db | Tx, employeeId: string, limit: number): Promise<Duty[]> =>
  (await sql<Duty>`select letter_id as "letterId", kind, from_on as "from", until_on as until, place, withdrawn_at as "withdrawnAt" from attendance_requests.duty where employee_id = ${employeeId} order by from_on desc, letter_id limit ${limit}`.execute(db)).rows

/** Whether letters explain every one of these days already. */
export async function isCovered(db: Db | Tx, employeeId: string, from: string, until: string): Promise<boolean> {
  const { rows } = await sql<{ covered: boolean }>`
    select not exists (select from generate_series(${from}::date, ${until}::date, interval '1 day') as day
      where not exists (select from attendance_requests.duty d where d.employee_id = ${employeeId} and d.withdrawn_at is null and day::date between d.from_on and d.until_on)) as covered`.execute(db)
  return rows[0]!.covered
}

/** A signed letter that sends people explains their days, and reaches them. */
const signed = on(letterSigned, 'attendance-requests.duty', async ({ tx, services: { ask }, payload: { letterId } }) => {
  const assignment = (await ask(drafts).content(tx, letterId))?.assignment
  const letter = assignment && (await ask(letters).byId(tx, letterId))
  if (!letter || letter.state === 'cancelled') return
  const people = [...(await ask(employees).byId(tx, assignment.people.flatMap(({ employeeId }) => employeeId ?? []))).values()]
  if (people.length === 0) return
  await sql`insert into attendance_requests.duty (letter_id, employee_id, unit_id, kind, from_on, until_on, place)
    select ${letterId}, p.id, p."unitId", ${assignment.how}, ${assignment.from}::date, ${assignment.until}::date, ${assignment.place}
    from jsonb_to_recordset(${JSON.stringify(people.map(({ id, unitId }) => ({ id, unitId })))}::jsonb) as p (id uuid, "unitId" uuid) on conflict do nothing`.execute(tx)
  const accounts = people.flatMap(({ accountId, unitId }) => (accountId ? [{ accountId, unitId }] : []))
  await ask(letters).join(tx, letterId, accounts.map(({ accountId, unitId }) => ({ unitId, role: 'copy', desk: { accountId } })))
  await notify(tx, accounts.map(({ accountId }) => accountId), { text: 'Anda ditugaskan mulai {day, date, long}. Presensi Anda pada hari-hari itu dijelaskan surat tugasnya.', values: { day: noonOf(assignment.from) }, href: `/kerja/surat/${letterId}` })
})

/** A letter that was taken back explains nothing. */
const withdrawn = on(letterWithdrawn, 'attendance-requests.duty-withdrawn', async ({ tx, services: { ask }, payload: { letterId } }) => {
  const { rows } = await sql<{ employeeId: string; from: string }>`update attendance_requests.duty set withdrawn_at = now() where letter_id = ${letterId} and withdrawn_at is null returning employee_id as "employeeId", from_on as "from"`.execute(tx)
  const people = await ask(employees).byId(tx, rows.map(({ employeeId }) => employeeId))
  const accounts = [...people.values()].flatMap(({ accountId }) => accountId ?? [])
  if (rows[0]) await notify(tx, accounts, { text: 'Surat tugas mulai {day, date, long} ditarik kembali. Presensi Anda pada hari-hari itu tidak lagi dijelaskannya.', values: { day: noonOf(rows[0].from) }, href: '/presensi/permohonan' })
})

export const listens = [signed, withdrawn]
