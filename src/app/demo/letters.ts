import { sql } from 'kysely'
import { dayIn, fromLocal } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { letters, type NewAddressee, type Party } from '#modules/correspondence/contract.ts'
import { taskFacts } from '#modules/correspondence/deliver/deliver.ts'
import { insertReceipt } from '#modules/correspondence/store.ts'
import { disposed, reported } from '#modules/dispositions/testing.ts'
import type { Assignment } from '#modules/assignments/contract.ts'
import { assignedTable } from '#modules/assignments/reading.ts'
import { aContent, aDraft, circulated, parafGiven } from '#modules/drafting/testing.ts'
import type { Tables } from '#modules/identity/tables.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { agendas } from '#modules/numbering/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { enrolled, signed } from '#modules/signatures/testing.ts'
import type { DemoIncoming, DemoOutgoing } from './content/letters.ts'
import type { Place } from './units.ts'

/** Of the certificates of the demo: known to everyone, as its passwords. */
const passphrase = 'pendopo-peragaan'

/** Who is who: accounts by their names, positions by their titles. */
interface Cast {
  account(username: string): { id: string; name: string }
  post(title: string): { id: string; unitId: string }
}

async function castOf({ database }: Services, { governmentId }: Place): Promise<Cast> {
  const db = database.of(governmentId)
  const accounts = new Map((await db.withTables<Tables>().selectFrom('identity.account').select(['id', 'name', 'username']).execute()).map(one => [one.username, one]))
  const { rows } = await sql<{ id: string; unitId: string; title: string }>`select id, unit_id as "unitId", title from organisation.position where active`.execute(db)
  const posts = new Map(rows.map(row => [row.title, row]))
  const found = <T>(from: Map<string | null, T>, name: string): T => from.get(name) ?? missing(name)
  return { account: username => found(accounts, username), post: title => found(posts, title) }
}

function missing(name: string): never {
  throw new Error(`The demo has no ${name}`)
}

const dayFrom = (today: string, days: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const meetingOf = (meeting: DemoIncoming['meeting'], agenda: string, today: string, zone: string) =>
  meeting ? { from: fromLocal(`${dayFrom(today, meeting.day)}T${meeting.from}`, zone).toISOString(), to: fromLocal(`${dayFrom(today, meeting.day)}T${meeting.to}`, zone).toISOString(), place: meeting.place, link: null, agenda } : null

/** An office's week: letters that came in, were passed on and answered, and letters on every step of their way out. */
export async function addLetters(services: Services, place: Place, incoming: readonly DemoIncoming[], outgoing: readonly DemoOutgoing[], now = new Date()): Promise<void> {
  const cast = await castOf(services, place)
  const today = dayIn(now, place.zone)
  const opened = { services }
  const here = { id: place.governmentId }
  for (const username of ['bupati', 'sekda', 'kadis.kominfo', 'sekdin.dpu']) {
    const { id, name } = cast.account(username)
    await enrolled(opened, here, { accountId: id, name }, passphrase)
  }
  for (const one of incoming) {
    const id = await receive(services, place, cast, one, today)
    if (one.disposed) await disposed(opened, here, { letterId: id, by: cast.account(one.disposed.by), to: one.disposed.to.map(title => cast.post(title).id), instructions: one.disposed.instructions, note: one.disposed.note, dueOn: dayFrom(today, one.disposed.dueDay) })
    if (one.reported) await reported(opened, here, { letterId: id, postId: cast.post(one.reported.from).id, by: cast.account(one.reported.by), text: one.reported.text })
  }
  for (const one of outgoing) {
    const assignment = one.assigned && (await assignmentOf(services, place, cast, one.assigned, today))
    const content = aContent(cast.post(one.signer).id, {
      kind: one.kind, subject: one.subject, body: one.body, classification: one.classification, secrecy: one.secrecy, urgency: one.urgency, addressees: addresseesOf(cast, one),
      meeting: meetingOf(one.meeting, one.subject, today, place.zone),
      ...(one.assigned && assignment && { assignment, parts: { dasar: one.assigned.basis, kepada: assignedTable(assignment), untuk: one.assigned.task } }),
    })
    const { id } = await aDraft(opened, here, { unitId: place.unit(one.unit).id, accountId: cast.account(one.by).id, content })
    if (one.state === 'draft') continue
    await circulated(opened, here, id)
    if (one.state === 'circulating') continue
    await parafGiven(opened, here, id)
    if (one.signedBy) await signed(opened, here, { accountId: cast.account(one.signedBy).id, letterIds: [id], passphrase })
  }
}

/** Whom a duty letter sends, as the people they are on the staff. */
async function assignmentOf({ ask, database }: Services, { governmentId }: Place, cast: Cast, { people, how, from, until, place: where }: NonNullable<DemoOutgoing['assigned']>, today: string): Promise<Assignment> {
  const staff = await ask(employees).byAccount(database.of(governmentId), people.map(username => cast.account(username).id))
  return { how, people: [...staff.values()].map(({ id, name, nip, grade, position }) => ({ employeeId: id, name, nip, grade, position })), from: dayFrom(today, from), until: dayFrom(today, until), place: where }
}

const addresseesOf = (cast: Cast, { to, copies = [], outside = [] }: DemoOutgoing): NewAddressee[] => {
  const inside = (role: 'to' | 'copy') => (title: string): NewAddressee => ({ role, name: title, postId: cast.post(title).id, unitId: null, email: null, address: null })
  return [...to.map(inside('to')), ...outside.map(({ name, email = null, address = null }): NewAddressee => ({ role: 'to', name, postId: null, unitId: null, email, address })), ...copies.map(inside('copy'))]
}

/** What the secretariat does when the post comes. */
const receive = (services: Services, place: Place, cast: Cast, one: DemoIncoming, today: string): Promise<string> =>
  services.database.transaction(place.governmentId, async tx => {
    const { ask } = services
    const unitId = place.unit(one.unit).id
    const by = cast.account(one.by).id
    const post = cast.post(one.to)
    const parties: Party[] = [{ unitId, role: 'registrar', desk: { accountId: by } }, { unitId, role: 'to', desk: null }, { unitId: post.unitId, role: 'to', desk: { postId: post.id } }]
    const letter = await ask(letters).create(tx, {
      origin: 'paper', unitId, kind: one.kind, state: 'received', secrecy: one.secrecy, urgency: one.urgency, subject: one.subject, sender: one.sender, createdBy: by, classification: one.classification, number: one.number,
      letterOn: dayFrom(today, one.letterDay), summary: one.summary, replyBy: one.replyDay === undefined ? null : dayFrom(today, one.replyDay), meeting: meetingOf(one.meeting, one.subject, today, place.zone),
    }, parties)
    const receivedOn = dayFrom(today, one.receivedDay)
    const dueOn = letter.replyBy ?? dayFrom(receivedOn, 5)
    const { sequence, year } = await ask(agendas).next(tx, { unitId, on: receivedOn })
    await insertReceipt(tx, { letterId: letter.id, unitId, year, sequence, receivedOn, via: 'paper', dueOn, by })
    await ask(letters).step(tx, letter.id, { event: 'Surat dicatat dalam agenda', by })
    await ask(tasks).put(tx, [{ kind: 'incoming', desk: { postId: post.id }, unitId, dueOn, ...taskFacts(letter) }])
    return letter.id
  })
