import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { noonOf } from '#platform/time/zone.ts'
import { people } from '#modules/identity/contract.ts'
import { tasks, type NewTask } from '#modules/inbox/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { attendance, type ClosedMonth } from '#modules/attendance/contract.ts'
import { insertRequest, passRequest, settleRequest, withdrawRequest, type Request } from './store.ts'
import { superiorOf, type At } from './superior.ts'

const matterOf = ({ id }: Pick<Request, 'id'>) => ({ kind: 'attendance' as const, id })

/** Lets it wait with the personnel officers over a unit; never with the person. */
const forOfficers = async (tx: Tx, { ask }: Pick<At, 'ask'>, unitId: string, accountId: string | null, task: Omit<NewTask, 'desk'>): Promise<NewTask[]> =>
  (await ask(people).holding(tx, 'attendance.manage', unitId)).filter(({ id }) => id !== accountId).map(({ id }) => ({ ...task, desk: { accountId: id } }))

const taskOf = (request: Pick<Request, 'id' | 'unitId'>, from: string): Omit<NewTask, 'desk'> => ({ kind: 'approve', matter: matterOf(request), unitId: request.unitId, confidential: true, title: 'Permohonan presensi', from, href: `/kerja/presensi/permohonan/${request.id}` })

/** Sends a request to the superior, or to the personnel officers where there is none or the month is closed; its title does not say what it is about. */
export async function propose(tx: Tx, at: At, employee: Employee, closed: ClosedMonth | undefined, content: Pick<Request, 'kind' | 'from' | 'until' | 'direction' | 'scanAt' | 'remarks' | 'evidenceId' | 'proposedAt'>): Promise<Request> {
  const post = closed ? null : await superiorOf(tx, at, employee)
  const request = await insertRequest(tx, { ...content, employeeId: employee.id, unitId: employee.unitId, superiorPost: post?.id ?? null, closedUnit: closed?.unitId ?? null })
  const task = taskOf(request, employee.name)
  await at.ask(tasks).put(tx, post ? [{ ...task, unitId: post.unitId, desk: { postId: post.id } }] : await forOfficers(tx, at, closed?.unitId ?? employee.unitId, employee.accountId, task))
  return request
}

/** What a superior agreed to after the month was closed goes on to those who may put it right. */
export async function passOn(tx: Tx, at: Pick<At, 'ask'>, request: Request, employee: Pick<Employee, 'name' | 'accountId'>, closed: ClosedMonth, by: { id: string; capacity: string }, answer: string | null): Promise<void> {
  await passRequest(tx, request.id, closed.unitId, { endorsedAs: by.capacity, answer })
  await at.ask(tasks).end(tx, { matter: matterOf(request), kinds: ['approve'] }, by.id, 'forwarded')
  await at.ask(tasks).put(tx, await forOfficers(tx, at, closed.unitId, employee.accountId, taskOf(request, employee.name)))
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
