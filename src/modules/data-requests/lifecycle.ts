import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Permission } from '#platform/access/who.ts'
import { dayIn, noonOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { eraseCitizen } from './citizens.ts'
import { answerBy, clockOn, extendedBy, silence, took } from './clock.ts'
import { requestContested, type Degree, type Level } from './contract.ts'
import { insertAccess } from './grants.ts'
import { tellCitizen, type Post } from './letters.ts'
import { requestAfter, type AnswerEvent, type RequestEvent } from './request.ts'
import { insertRequest, insertStep, updateRequest, type Change, type NewRequest, type Request } from './store.ts'

/** What a step needs around it, in a request as in a job. */
export interface Means extends Post {
  ask: Context['ask']
  today: string
  /** Who does it; null for the calendar and for citizens. */
  by: string | null
}

export const meansOf = ({ government, hands, ask, now, who }: Pick<Context, 'government' | 'hands' | 'ask' | 'now' | 'who'>): Means => ({ government, jobs: hands.jobs, secret: hands.secret, ask, today: dayIn(now, government.zone), by: who.account?.id ?? null })

/** The public board of a government shows this. */
export const boardTopic = (governmentId: string) => `data-requests:${governmentId}`

const pageOf = ({ id }: Pick<Request, 'id'>) => `/kerja/permintaan-data/${id}`

/** Those who hold a permission over a unit are told, except whoever did it. */
async function tellHolders(tx: Tx, { ask, by }: Means, permission: Permission, request: Request, text: string, values: Record<string, string | number> = {}): Promise<void> {
  const holders = await ask(people).holding(tx, permission, request.holderUnitId)
  await notify(tx, holders.map(({ id }) => id).filter(id => id !== by && id !== request.accountId), { text, values: { code: request.code, subject: request.subject, ...values }, href: pageOf(request) })
}

/** Whoever asked is told: an officer in the portal, a citizen by mail. */
async function tellAsker(tx: Tx, means: Means, request: Request, text: string, values: Record<string, string | number> = {}): Promise<void> {
  if (request.accountId && request.accountId !== means.by) await notify(tx, [request.accountId], { text, values: { code: request.code, subject: request.subject, ...values }, href: pageOf(request) })
  await tellCitizen(tx, means, request)
}

/** Changes the request, writes the step down, and drops the pages that show it. */
async function moved(tx: Tx, { government, today, by }: Means, request: Request, event: RequestEvent, change: Change, step: { remark?: string | null; on?: string } = {}): Promise<Request> {
  const state = requestAfter(request.state, event)
  if (state === null) throw new Conflict('Keadaan permintaan ini sudah berubah. Muat ulang halaman, lalu lihat langkah yang masih dapat dilakukan.')
  const after = await updateRequest(tx, request.id, { ...change, state })
  await insertStep(tx, request.id, { event, level: after.level, on: step.on ?? today, dueOn: after.dueOn, remark: step.remark ?? null, by })
  await changed(tx, boardTopic(government.id))
  return after
}

/** An agency asks: the holder's clock starts today. */
export async function askAsUnit(tx: Tx, means: Means, content: Omit<NewRequest, 'asker' | 'state' | 'askedOn' | 'answerBy' | 'publicTitle'>): Promise<Request> {
  const request = await insertRequest(tx, { ...content, asker: 'unit', publicTitle: content.subject, state: 'waiting', askedOn: means.today, answerBy: answerBy(means.today, await clockOn(tx, means.today)) })
  await insertStep(tx, request.id, { event: 'ask', level: 0, on: means.today, dueOn: request.dueOn, remark: null, by: means.by })
  await changed(tx, boardTopic(means.government.id))
  await tellHolders(tx, means, 'data-requests.answer', request, 'Permintaan data {code} menunggu jawaban Anda sampai {day, date, long}: {subject}', { day: noonOf(request.dueOn!) })
  return request
}

/** A citizen asks: nobody hears of it before the mailbox was confirmed. */
export const askAsCitizen = (tx: Tx, { today }: Means, content: Omit<NewRequest, 'asker' | 'state' | 'askedOn' | 'answerBy' | 'unitId' | 'accountId'>): Promise<Request> =>
  insertRequest(tx, { ...content, asker: 'citizen', unitId: null, accountId: null, state: 'unconfirmed', askedOn: today, answerBy: null })

/** The mailbox is theirs: the clock starts. */
export async function confirm(tx: Tx, means: Means, request: Request): Promise<Request> {
  const due = answerBy(means.today, await clockOn(tx, means.today))
  const after = await moved(tx, means, request, 'confirm', { askedOn: means.today, answerBy: due, dueOn: due })
  await tellHolders(tx, means, 'data-requests.answer', after, 'Warga meminta data ({code}), jawab sampai {day, date, long}: {subject}', { day: noonOf(due) })
  await tellCitizen(tx, means, after)
  return after
}

/** More time, once, with reasons. @throws Problem when there are none */
export async function extend(tx: Tx, means: Means, request: Request, reasons: string | null): Promise<Request> {
  if (!reasons) throw new Problem('remark', 'Tulis mengapa perlu waktu lebih; pemohon membacanya')
  const due = extendedBy(request.dueOn!, await clockOn(tx, means.today))
  const after = await moved(tx, means, request, 'extend', { extended: true, answerBy: due, dueOn: due }, { remark: reasons })
  await tellAsker(tx, means, after, 'Jawaban atas permintaan {code} diperpanjang sampai {day, date, long}.', { day: noonOf(due) })
  return after
}

const before: Record<Exclude<Level, 0>, Permission> = { 1: 'data-requests.urge', 2: 'data-requests.settle', 3: 'data-requests.instruct' }

/** Brings what nobody answered before the next in line, with the days that count; answers the request as it stands then. */
export async function escalate(tx: Tx, means: Means, request: Request): Promise<Request> {
  const moves = silence({ level: request.level, dueOn: request.dueOn! }, means.today, await clockOn(tx, means.today))
  let now = request
  for (const { level, on, dueOn } of moves) {
    now = await moved(tx, means, now, 'escalate', { level, dueOn }, { on })
    // Whoever it went past already is not asked any more.
    if (level === moves.at(-1)!.level) await tellHolders(tx, means, before[level as Exclude<Level, 0>], now, 'Permintaan data {code} tidak dijawab pemegangnya dan kini menunggu Anda: {subject}')
  }
  if (moves.length > 0) await tellHolders(tx, means, 'data-requests.answer', now, 'Permintaan data {code} lewat tenggat dan dinaikkan. Jawaban Anda tetap ditunggu.')
  return now
}

/** A reminder in writing by whoever it was brought before. @throws Problem without words */
export async function urge(tx: Tx, means: Means, request: Request, words: string | null): Promise<Request> {
  if (!words) throw new Problem('remark', 'Tulis teguran atau arahannya')
  const after = await moved(tx, means, request, 'urge', {}, { remark: words })
  await tellHolders(tx, means, 'data-requests.answer', after, 'Teguran atas permintaan data {code}: {words}', { words })
  return after
}

/** To the agency that really holds the data; the clock does not begin anew. */
export async function redirect(tx: Tx, means: Means, request: Request, holderUnitId: string, words: string | null): Promise<Request> {
  if (!words) throw new Problem('remark', 'Tulis mengapa dialihkan')
  if (holderUnitId === request.holderUnitId) throw new Problem('holder', 'Pilih pemegang yang lain')
  const after = await moved(tx, means, request, 'redirect', { holderUnitId }, { remark: words })
  await tellHolders(tx, means, 'data-requests.answer', after, 'Permintaan data {code} dialihkan kepada Anda, jawab sampai {day, date, long}: {subject}', { day: noonOf(after.dueOn!) })
  await tellAsker(tx, means, after, 'Permintaan data {code} dialihkan kepada pemegang yang tepat.')
  return after
}

/** What is given with an answer; without a dataset there is nothing to open here. */
export interface Given {
  datasetId: string
  degree: Degree
  columns: readonly string[] | null
  until: string
}

/** The answer, and what is given with it. What a form must have was checked before. */
export async function answer(tx: Tx, means: Means, request: Request, event: AnswerEvent, said: { ground: string | null; explanation: string | null; publicTitle?: string | null; given: Given | null }): Promise<Request> {
  const after = await moved(tx, means, request, event, {
    ground: said.ground, explanation: said.explanation, answeredBy: means.by,
    // What counts is when the holder answered first; a forum that looks at it again takes nothing from that.
    answeredOn: request.answeredOn ?? means.today, took: request.took ?? took(request.askedOn, means.today, await clockOn(tx, means.today)),
    ...(said.given && { datasetId: said.given.datasetId }), ...(said.publicTitle && { publicTitle: said.publicTitle }),
  }, { remark: said.explanation })
  if (said.given) await insertAccess(tx, { ...said.given, requestId: request.id, unitId: request.unitId, holderUnitId: request.holderUnitId, from: means.today }, means.by)
  await tellAsker(tx, means, after, 'Permintaan data {code} dijawab. Buka untuk membaca jawabannya.')
  return after
}

/** Brings a refusal before the forum. @throws Problem without words */
export async function contest(tx: Tx, means: Means, request: Request, words: string | null): Promise<Request> {
  if (!words) throw new Problem('remark', 'Tulis mengapa Anda tidak menerima penolakan ini')
  const clock = await clockOn(tx, means.today)
  const dueOn = silence({ level: 1, dueOn: means.today }, '9999-12-31', clock)[0]!.dueOn
  const after = await moved(tx, means, request, 'contest', { level: 2, dueOn }, { remark: words })
  await tell(tx, requestContested, { requestId: after.id, code: after.code, holderUnitId: after.holderUnitId, datasetId: after.datasetId })
  await tellHolders(tx, means, 'data-requests.settle', after, 'Penolakan atas permintaan data {code} dibawa ke forum: {subject}')
  return after
}

export async function withdraw(tx: Tx, means: Means, request: Request): Promise<Request> {
  const after = await moved(tx, means, request, 'withdraw', {})
  await tellHolders(tx, means, 'data-requests.answer', after, 'Permintaan data {code} ditarik pemohon.')
  return after
}

/** Forgets a citizen who never confirmed, with what they wrote. */
export async function lapse(tx: Tx, means: Means, request: Request): Promise<void> {
  await eraseCitizen(tx, request.id)
  await moved(tx, means, request, 'lapse', { subject: 'Permintaan yang tidak dikonfirmasi', purpose: '–', dueOn: means.today })
}

/** Forgets a citizen who wants to be forgotten: their name, mailbox, letters, and the purpose they wrote. */
export async function erase(tx: Tx, means: Means, request: Request): Promise<void> {
  if (requestAfter(request.state, 'withdraw') !== null) await withdraw(tx, means, request)
  await eraseCitizen(tx, request.id)
  await updateRequest(tx, request.id, { purpose: '–', ...(request.publicTitle ? {} : { subject: 'Permintaan warga' }) })
  await insertStep(tx, request.id, { event: 'erase', level: request.level, on: means.today, dueOn: null, remark: null, by: null })
  await changed(tx, boardTopic(means.government.id))
}
