import { addDays } from '#platform/time/zone.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { tasks, type NewTask } from '#modules/inbox/contract.ts'
import { accounts } from '#modules/leave-accounts/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { leaveDecided, leaveEnded } from './contract.ts'
import { standBack, standDown, standIn, tellDeputies } from './handover.ts'
import { printed } from './judge.ts'
import { after, decisionOf, deskOf, type Event, type Request, type Span, type Verdict } from './leave.ts'
import { routeOf, type At } from './route.ts'
import { insertStep, updateRequest, type Actor, type Step } from './store.ts'

/** Who acts, where and when. */
export interface Acting extends At, Actor {
  now: Date
}

/** What a step says; its days are the request's from then on, or those that are proposed. */
type Said = Partial<Pick<Step, 'verdict' | 'remarks'> & Span>

const matterOf = ({ id }: Pick<Request, 'id'>) => ({ kind: 'leave' as const, id })

async function step(tx: Tx, { by, capacity, name, nip, now }: Acting, request: Request, event: Event, said: Said = {}, changes: Omit<Parameters<typeof updateRequest>[2], 'state'> = {}): Promise<Request> {
  const state = after(request.state, event)
  if (state === null) throw new Error(`${event} cannot happen in ${request.state}`)
  await updateRequest(tx, request.id, { ...changes, state })
  const moved = { ...request, ...changes, state, version: request.version + 1 }
  await insertStep(tx, request.id, { event, at: now, by, capacity, name, nip, verdict: null, remarks: null, from: moved.from, until: moved.until, ...said })
  return moved
}

/** Puts the request on the desk where it waits now, which its title does not betray. */
async function putOnDesk(tx: Tx, { ask, today }: Acting, request: Request, employee: Pick<Employee, 'name'>): Promise<void> {
  const postId = deskOf(request)
  if (postId === undefined) return
  const post = postId && (await ask(posts).byId(tx, postId))
  const before = addDays(request.from, -1)
  const task = {
    kind: 'approve' as const, matter: matterOf(request), unitId: post ? post.unitId : request.unitId, confidential: true, title: 'Permohonan cuti', from: employee.name, href: `/kerja/cuti/${request.id}`,
    urgency: before <= addDays(today, 2) ? ('segera' as const) : ('biasa' as const), dueOn: before > today ? before : today,
  }
  const officers = postId ? [] : (await ask(people).holding(tx, 'leave.manage', request.unitId)).map(({ id }) => id)
  const self = (await ask(employees).byId(tx, [request.employeeId])).get(request.employeeId)?.accountId
  const put: NewTask[] = postId ? [{ ...task, desk: { postId } }] : officers.filter(id => id !== self).map(accountId => ({ ...task, desk: { accountId } }))
  await ask(tasks).put(tx, put)
}

const takeFromDesk = (tx: Tx, { ask, by }: Acting, request: Request, outcome: string) => ask(tasks).end(tx, { matter: matterOf(request), kinds: ['approve'] }, by, outcome)

async function tellPerson(tx: Tx, { ask, by }: Acting, { id, employeeId, from, until }: Request, text: string, values: Record<string, string | number> = {}): Promise<void> {
  const account = (await ask(employees).byId(tx, [employeeId])).get(employeeId)?.accountId
  if (account && account !== by) await notify(tx, [account], { text, values: { from: printed(from), until: printed(until), ...values }, href: `/cuti/${id}` })
}

/** Sends a draft that was judged: to the superior, or to the personnel officers where there is none. */
export async function submit(tx: Tx, acting: Acting, draft: Request, employee: Employee, judged: Pick<Request, 'charges' | 'ruleId' | 'quotaId'>): Promise<Request> {
  const route = await routeOf(tx, acting, employee, draft.kind)
  const request = await step(tx, acting, draft, 'submit', {}, {
    ...judged, unitId: employee.unitId, superiorPost: route?.superior.post.id ?? null, officialPost: route?.official.post.id ?? null, submittedAt: acting.now,
  }).catch(refuseTwice)
  await putOnDesk(tx, acting, request, employee)
  return request
}

/** The database refuses two leaves of one person on one day; this says it in words. */
function refuseTwice(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === '23P01') throw new Problem('from', 'Cuti lain pada hari-hari itu baru saja diajukan. Muat ulang halaman, lalu periksa lagi.')
  throw error
}

/** Takes a request back from the desks, to change it or leave it. */
export async function withdraw(tx: Tx, acting: Acting, request: Request): Promise<Request> {
  await takeFromDesk(tx, acting, request, 'withdrawn')
  return step(tx, acting, request, 'withdraw', {}, { superiorPost: null, officialPost: null })
}

/** The superior's advice; other days are a proposal to whoever decides. */
export async function advise(tx: Tx, acting: Acting, request: Request, employee: Employee, advice: { verdict: Verdict; remarks: string | null } & Span): Promise<Request> {
  await takeFromDesk(tx, acting, request, advice.verdict)
  const advised = await step(tx, acting, request, 'advise', advice)
  await putOnDesk(tx, acting, advised, employee)
  await tellPerson(tx, acting, advised, 'Atasan Anda sudah memberi pertimbangan atas permohonan cuti Anda.')
  return advised
}

const decided: Record<Verdict, string> = {
  agree: 'Cuti Anda {from, date, long} sampai {until, date, long} disetujui.',
  change: 'Cuti Anda disetujui dengan perubahan: {from, date, long} sampai {until, date, long}.',
  defer: 'Cuti Anda ditangguhkan. Baca alasannya.',
  refuse: 'Permohonan cuti Anda tidak disetujui. Baca alasannya.',
}

/** The decision. Granted leave that has begun runs at once; what is deferred is kept for the next year. */
export async function decide(tx: Tx, acting: Acting, request: Request, decision: { verdict: Verdict; remarks: string | null } & Span & Pick<Request, 'charges'>): Promise<Request> {
  const { verdict, remarks, from, until, charges } = decision
  await takeFromDesk(tx, acting, request, verdict)
  const event = decisionOf[verdict]
  const days = event === 'grant' ? { from, until, charges } : {}
  const settled = await step(tx, acting, request, event, { verdict, remarks }, { ...days, decidedAt: acting.now }).catch(refuseTwice)
  await tellPerson(tx, acting, settled, decided[verdict])
  if (event === 'defer')
    await acting.ask(accounts).defer(tx, { employeeId: request.employeeId, requestId: request.id, charges: request.charges, basis: remarks ?? '', by: acting.by })
  if (event !== 'grant') return settled
  await tell(tx, leaveDecided, { requestId: settled.id, employeeId: settled.employeeId, from, until })
  await standIn(tx, acting, settled)
  await tellDeputies(tx, acting, settled, 'Anda akan menjadi Plh. {title} dari {from, date, long} sampai {until, date, long}.')
  return turn(tx, acting, settled)
}

/** Does what the day asks: begins leave, and ends what is over. */
export async function turn(tx: Tx, acting: Acting, request: Request): Promise<Request> {
  const { today } = acting
  const time: Acting = { ...acting, by: null, capacity: null, name: null, nip: null }
  let turned = request
  if (turned.state === 'approved' && turned.from <= today) {
    turned = await step(tx, time, turned, 'begin')
    await standIn(tx, time, turned)
  }
  if (turned.state === 'running' && turned.until < today) {
    turned = await step(tx, time, turned, 'finish')
    await tell(tx, leaveEnded, { requestId: turned.id, employeeId: turned.employeeId, from: turned.from, until: turned.until, cancelled: false })
  }
  return turned
}

/** Gives up granted leave that has not begun; its days go back. */
export async function cancel(tx: Tx, acting: Acting, request: Request, remarks: string | null): Promise<Request> {
  const cancelled = await step(tx, acting, request, 'cancel', { remarks })
  await tell(tx, leaveEnded, { requestId: cancelled.id, employeeId: cancelled.employeeId, from: cancelled.from, until: cancelled.until, cancelled: true })
  await standBack(tx, acting, cancelled)
  await tellDeputies(tx, acting, cancelled, 'Anda tidak jadi menjadi Plh. {title} dari {from, date, long} sampai {until, date, long}.')
  await tellPerson(tx, acting, cancelled, 'Cuti Anda {from, date, long} sampai {until, date, long} dibatalkan.')
  return cancelled
}

/** Calls somebody back: `last` is their last day of leave, later days go back, and whoever stands in stands down. */
export async function recall(tx: Tx, acting: Acting, request: Request, { last, charges, remarks }: { last: string; charges: Request['charges']; remarks: string }): Promise<Request> {
  const called = await step(tx, acting, request, 'recall', { remarks }, { until: last, charges })
  await standDown(tx, acting, called.id, last)
  await tellPerson(tx, acting, called, 'Anda dipanggil kembali dari cuti; hari terakhir cuti Anda {until, date, long}.')
  return turn(tx, acting, called)
}
