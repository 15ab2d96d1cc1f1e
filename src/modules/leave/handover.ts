import { addDays } from '#platform/time/zone.ts'
import { appendAudits, type AuditNote } from '#platform/audit/audit.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { Problem } from '#platform/web/problems.ts'
import { posts, unitDirectory, type InCharge, type Post } from '#modules/organisation/contract.ts'
import { employees, rolls, type Employee } from '#modules/personnel/contract.ts'
import { calendarDays } from './days.ts'
import { printed } from './judge.ts'
import type { Request, Span } from './leave.ts'
import { heldBy, type At, type Whose } from './route.ts'
import { tables, type Actor } from './store.ts'

/** Duties of one leading position, and who does them meanwhile. */
export interface Handover {
  postId: string
  employeeId: string
  holdingId: string | null
}

/** A leading position somebody holds, with the Plh. a decree names already. */
export interface Duty {
  post: Post
  standIn: InCharge | null
}

/** Somebody who may stand in. */
export interface Deputy {
  employee: Employee
  /** Of another unit of the same agency. */
  neighbour: boolean
}

const leads = new Set(['jpt', 'administrator', 'pengawas'])

/** Leading positions of somebody on a day: of leading kinds, or leading a unit; those they stand in for by the day are not theirs to hand on. */
export async function dutiesOf(db: Db | Tx, at: At, whose: Whose, day: string): Promise<Duty[]> {
  const port = at.ask(posts)
  const held = (await heldBy(db, at, whose, day)).filter(({ kind }) => kind !== 'plh')
  if (held.length === 0) return []
  const [heads, holders] = await Promise.all([port.heads(db, held.map(one => one.unitId), day), port.holders(db, held.map(one => one.postId), day)])
  const duties: Duty[] = []
  for (const { postId, unitId } of held) {
    const post = await port.byId(db, postId)
    if (post && (leads.has(post.kind) || heads.get(unitId)?.postId === postId)) duties.push({ post, standIn: holders.find(one => one.postId === postId && one.kind === 'plh') ?? null })
  }
  return duties
}

/** Whether a decree already names a Plh. for all these days. */
export const isCovered = ({ standIn }: Duty, { until }: Span): boolean => standIn !== null && (standIn.to === null || standIn.to >= until)

/** Who may stand in for a position: its own unit, those who lead what is below it, and those who lead units beside it in the same agency. */
export async function deputiesFor(db: Db | Tx, { ask, governmentId, today }: At, { unitId }: Pick<Post, 'unitId'>, whose: Pick<Employee, 'id'>): Promise<Deputy[]> {
  const units = await ask(unitDirectory).of(governmentId)
  const below = units.children(unitId).map(unit => unit.id)
  const parent = units.byId(unitId)?.parentId
  const beside = parent && units.byId(parent)?.kind !== 'government' ? units.children(parent).map(unit => unit.id).filter(id => id !== unitId) : []
  const [own, heads] = await Promise.all([ask(employees).serving(db, [unitId], 200), ask(posts).heads(db, [...below, ...beside], today)])
  const found = new Map(own.map(employee => [employee.id, { employee, neighbour: false }]))
  // Everyone who holds them: the one in charge today may stand in for them only.
  const leading = await ask(posts).holders(db, [...heads.values()].map(head => head.postId), today)
  const [known, byAccount] = await Promise.all([ask(rolls).known(db, { nips: leading.flatMap(one => one.nip ?? []), niks: [] }), ask(employees).byAccount(db, leading.flatMap(one => one.accountId ?? []))])
  const idOf = new Map(known.map(one => [one.nip, one.id]))
  const byId = await ask(employees).byId(db, [...leading.flatMap(one => one.employeeId ?? []), ...idOf.values()])
  for (const one of leading) {
    const employee = byId.get(one.employeeId ?? '') ?? byAccount.get(one.accountId ?? '') ?? byId.get(idOf.get(one.nip) ?? '')
    if (employee && !found.has(employee.id)) found.set(employee.id, { employee, neighbour: beside.includes(one.unitId) })
  }
  found.delete(whose.id)
  return [...found.values()].filter(({ employee }) => employee.status === 'active').toSorted((a, b) => Number(a.neighbour) - Number(b.neighbour))
}

/** @throws Problem on `field` when a Plh. by another decree holds the position on one of the first hundred days */
export async function refuseSecondPlh(db: Db | Tx, { ask }: At, { id, title }: Post, span: Span, field: string): Promise<void> {
  for (let n = 0; n < Math.min(calendarDays(span), 100); n++) {
    const day = addDays(span.from, n)
    const other = (await ask(posts).holders(db, [id], day)).find(one => one.kind === 'plh')
    if (other) throw new Problem(field, 'Pada {day, date, long} jabatan {title} sudah dipegang {name} sebagai Plh. {decree, select, tanpa {tanpa nomor SK} other {menurut SK {decree}}}. Sesuaikan tanggal cuti, atau minta keputusan itu diubah dahulu.', { day: printed(day), title, name: other.name, decree: other.decree.number ?? 'tanpa' })
  }
}

/** What was agreed for a request. */
export const handoversOf = async (db: Db | Tx, requestId: string): Promise<Handover[]> =>
  (await tables(db).selectFrom('leave.handover').selectAll().where('request_id', '=', requestId).orderBy('id').execute()).map(row => ({ postId: row.post_id, employeeId: row.employee_id, holdingId: row.holding_id }))

/** Says anew who does which duties. */
export async function writeHandovers(tx: Tx, requestId: string, handovers: readonly Pick<Handover, 'postId' | 'employeeId'>[]): Promise<void> {
  await tables(tx).deleteFrom('leave.handover').where('request_id', '=', requestId).execute()
  if (handovers.length > 0) await tables(tx).insertInto('leave.handover').values(handovers.map(({ postId, employeeId }) => ({ request_id: requestId, post_id: postId, employee_id: employeeId }))).execute()
}

/** What happened to positions because of leave; told at the end, because the chain waits for nobody. */
const writeDown = (tx: Tx, { by }: Pick<Actor, 'by'>, notes: readonly AuditNote[]) => appendAudits(tx, notes.map(note => ({ action: 'leave.manage', accountId: by, path: 'leave', ...note })))

async function isOpen(tx: Tx, { ask }: At, postId: string): Promise<boolean> {
  const post = await ask(posts).byId(tx, postId)
  return post !== null && (await ask(posts).of(tx, post.unitId)).some(one => one.id === postId)
}

/** Makes those who stand in Plh. for what is left of granted leave. A position that is closed or has a Plh. by decree is looked at again when it begins. */
export async function standIn(tx: Tx, at: At & Pick<Actor, 'by'>, request: Pick<Request, 'id' | 'from' | 'until'>): Promise<void> {
  const port = at.ask(posts)
  const from = request.from > at.today ? request.from : at.today
  if (from > request.until) return
  const agreed = await handoversOf(tx, request.id)
  const people = await at.ask(employees).byId(tx, agreed.map(one => one.employeeId))
  const taken = new Set((await port.holders(tx, agreed.map(one => one.postId), from)).filter(one => one.kind === 'plh').map(one => one.postId))
  const notes: AuditNote[] = []
  for (const { postId, employeeId, holdingId } of agreed) {
    const person = people.get(employeeId)
    if (holdingId || !person || taken.has(postId) || !(await isOpen(tx, at, postId))) continue
    const id = await port.appoint(tx, { postId, kind: 'plh', name: person.name, nip: person.nip, accountId: person.accountId, employeeId: person.id, from, to: request.until, decree: { number: null, on: null, fileId: null }, reason: 'Pejabat menjalani cuti' })
    await tables(tx).updateTable('leave.handover').set({ holding_id: id }).where('request_id', '=', request.id).where('post_id', '=', postId).execute()
    notes.push({ record: ['position', postId], after: { holder: person.name, kind: 'plh', from, to: request.until } })
  }
  await writeDown(tx, at, notes)
}

/** Ends their standing in with `last`, or with the day it began when that is later; a decree may have ended it before. */
export async function standDown(tx: Tx, at: At, requestId: string, last: string): Promise<void> {
  for (const { postId, holdingId } of await handoversOf(tx, requestId)) {
    const holding = holdingId && (await at.ask(posts).holders(tx, [postId], at.today)).find(one => one.holdingId === holdingId)
    if (holding && (holding.to === null || last < holding.to)) await at.ask(posts).end(tx, holding.holdingId, last < holding.from ? holding.from : last)
  }
}

/** Nobody stands in for a leave that was given up. */
export async function standBack(tx: Tx, at: At & Pick<Actor, 'by'>, { id: requestId, from, until }: Pick<Request, 'id'> & Span): Promise<void> {
  const standing = (await handoversOf(tx, requestId)).filter(({ holdingId }) => holdingId !== null)
  for (const { holdingId } of standing) await at.ask(posts).withdraw(tx, holdingId!, at.today)
  await tables(tx).updateTable('leave.handover').set({ holding_id: null }).where('request_id', '=', requestId).execute()
  await writeDown(tx, at, standing.map(({ postId, employeeId }) => ({ record: ['position', postId], before: { employeeId, kind: 'plh', from, to: until }, after: {} })))
}

/** Tells those who stand in; never why. */
export async function tellDeputies(tx: Tx, at: At, request: Pick<Request, 'id'> & Span, text: string): Promise<void> {
  const agreed = await handoversOf(tx, request.id)
  const people = await at.ask(employees).byId(tx, agreed.map(one => one.employeeId))
  for (const { postId, employeeId } of agreed) {
    const account = people.get(employeeId)?.accountId
    const post = await at.ask(posts).byId(tx, postId)
    if (account && post) await notify(tx, [account], { text, values: { title: post.title, from: printed(request.from), until: printed(request.until) }, href: '/cuti' })
  }
}
