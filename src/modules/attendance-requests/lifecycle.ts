import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { noonOf } from '#platform/time/zone.ts'
import { people } from '#modules/identity/contract.ts'
import { tasks, type NewTask } from '#modules/inbox/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { attendance } from '#modules/attendance/contract.ts'
import { insertRequest, settleRequest, withdrawRequest, type Request } from './store.ts'
import { superiorOf, type At } from './superior.ts'

const matterOf = ({ id }: Pick<Request, 'id'>) => ({ kind: 'attendance' as const, id })

/** Sends a request to the superior, or to the personnel officers where there is none; its title does not say what it is about. */
export async function propose(tx: Tx, at: At, employee: Employee, content: Pick<Request, 'kind' | 'from' | 'until' | 'direction' | 'scanAt' | 'remarks' | 'evidenceId' | 'proposedAt'>): Promise<Request> {
  const post = await superiorOf(tx, at, employee)
  const request = await insertRequest(tx, { ...content, employeeId: employee.id, unitId: employee.unitId, superiorPost: post?.id ?? null })
  const task = { kind: 'approve' as const, matter: matterOf(request), unitId: post?.unitId ?? employee.unitId, confidential: true, title: 'Permohonan presensi', from: employee.name, href: `/kerja/presensi/permohonan/${request.id}` }
  const officers = post ? [] : (await at.ask(people).holding(tx, 'attendance.manage', employee.unitId)).map(({ id }) => id).filter(id => id !== employee.accountId)
  const put: NewTask[] = post ? [{ ...task, desk: { postId: post.id } }] : officers.map(accountId => ({ ...task, desk: { accountId } }))
  await at.ask(tasks).put(tx, put)
  return request
}

/** The decision; a correction that is accepted becomes a scan that says so. */
export async function settle(tx: Tx, { ask }: Pick<At, 'ask'>, request: Request, by: { id: string; capacity: string | null }, accepted: boolean, answer: string | null): Promise<void> {
  await settleRequest(tx, request.id, accepted ? 'accepted' : 'refused', by, answer)
  await ask(tasks).end(tx, { matter: matterOf(request), kinds: ['approve'] }, by.id, accepted ? 'accepted' : 'refused')
  if (accepted && request.scanAt && request.direction) {
    await ask(attendance).scan(tx, { employeeId: request.employeeId, unitId: request.unitId, at: request.scanAt, direction: request.direction, way: 'correction' })
  }
  const account = (await ask(employees).byId(tx, [request.employeeId])).get(request.employeeId)?.accountId
  // What it was about is said where only the person reads.
  if (account) await notify(tx, [account], { text: accepted ? 'Permohonan presensi Anda untuk {day, date, long} diterima.' : 'Permohonan presensi Anda untuk {day, date, long} ditolak. Baca alasannya.', values: { day: noonOf(request.from) }, href: '/presensi/permohonan' })
}

/** Takes a request back before it is decided. */
export async function withdraw(tx: Tx, { ask }: Pick<At, 'ask'>, request: Request, by: string): Promise<void> {
  await withdrawRequest(tx, request.id)
  await ask(tasks).end(tx, { matter: matterOf(request), kinds: ['approve'] }, by, 'withdrawn')
}
