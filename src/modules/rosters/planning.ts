import type { Db, Tx } from '#platform/db/database.ts'
import { tellAll } from '#platform/events/events.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { holidaysOf } from '#platform/time/working-days.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Context } from '#platform/web/page.ts'
import { employees } from '#modules/personnel/contract.ts'
import { scheduleChanged } from '#modules/schedules/contract.ts'
import { cycled, daysOfMonth, dutyOn, overlapping, readCycle, type Duty, type Member, type Shift } from './roster.ts'
import { dutiesAround, dutiesOf, insertChanges, insertRoster, membersOf, rostersOf, setMembers, touchRoster, writeDuties, type Cell, type Roster } from './store.ts'
import { printed } from './parts/words.ts'

/** Begins a draft of a month; people of the month before go on where they stood in the cycle. Null when there is one. */
export async function begin(tx: Tx, unitId: string, month: string, by: string | null): Promise<string | null> {
  const previous = (await rostersOf(tx, [unitId], 24)).find(roster => roster.month === addMonths(month, -1))
  const cycle = previous?.cycle ?? null
  const id = await insertRoster(tx, { unitId, month, cycle, by })
  if (id === null || !previous) return id
  const length = readCycle(cycle ?? '').length
  const days = daysOfMonth(previous.month).length
  await setMembers(tx, id, (await membersOf(tx, previous.id)).map(({ employeeId, turn }) => ({ employeeId, turn: length > 0 ? (turn + days) % length : 0 })))
  return id
}

/** What somebody wants in a cell: a letter, or nothing for a day off; `name` is the input it came from. */
export interface Wish extends Cell {
  letter: string
  name: string
}

/** Who writes, and why; a reason is needed once a roster is published. */
export interface Writing {
  by: string | null
  reason: string | null
  byLetter: ReadonlyMap<string, Shift>
  byId: ReadonlyMap<string, Shift>
}

const keyOf = ({ employeeId, day }: Cell) => `${employeeId} ${day}`

/** Brings cells to what is wanted; answers how many changed. @throws Problem at the cell that cannot be */
export async function write(tx: Tx, roster: Roster, wishes: readonly Wish[], { by, reason, byLetter, byId }: Writing): Promise<number> {
  const stored = new Map((await dutiesOf(tx, roster.id)).map(duty => [keyOf(duty), duty]))
  const letterOf = (duty: Duty | undefined) => (duty ? byId.get(duty.shiftId)?.letter ?? '' : '')
  const changed = wishes.filter(wish => wish.letter !== letterOf(stored.get(keyOf(wish))))
  if (changed.length === 0) return 0
  const unknown = changed.filter(({ letter }) => letter !== '' && !byLetter.has(letter))
  if (unknown.length > 0) throw Problem.all(unknown.slice(0, 20).map(({ name, letter }) => ({ name, message: { text: 'Kode {letter} tidak dikenal. Pakai kode sif, atau L untuk lepas.', values: { letter } } })))
  if (roster.state === 'published' && !reason) throw new Problem('reason', 'Jadwal ini sudah terbit. Tulis alasan perubahannya.')
  const duties = changed.flatMap(({ employeeId, day, letter }) => {
    const shift = byLetter.get(letter)
    return shift ? [dutyOn(employeeId, day, shift)] : []
  })
  await refuseOverlaps(tx, changed, duties)
  await writeDuties(tx, roster.id, changed, duties).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === '23P01' || error.code === '23505')) throw new Problem('', 'Jadwal lain bagi pegawai yang sama baru saja ditulis. Muat ulang halaman, lalu periksa lagi.')
    throw error
  })
  await touchRoster(tx, roster.id)
  if (roster.state === 'published') {
    await insertChanges(tx, roster.id, changed.map(({ employeeId, day, letter }) => ({ employeeId, day, was: letterOf(stored.get(keyOf({ employeeId, day }))), becomes: letter, reason: reason!, by })))
    await tellChanged(tx, changed)
  }
  return changed.length
}


/** Nobody is on duty twice at once, here or on another roster. */
async function refuseOverlaps(tx: Tx, changed: readonly Wish[], duties: readonly Duty[]): Promise<void> {
  const days = changed.map(({ day }) => day).toSorted()
  const gone = new Set(changed.map(keyOf))
  const around = await dutiesAround(tx, [...new Set(changed.map(({ employeeId }) => employeeId))], addDays(days[0]!, -2), addDays(days.at(-1)!, 2))
  const clashes = overlapping([...around.filter(duty => !gone.has(keyOf(duty))), ...duties])
  if (clashes.length === 0) return
  const nameOf = (duty: Duty, before: Duty) => changed.find(wish => keyOf(wish) === keyOf(duty))?.name ?? changed.find(wish => keyOf(wish) === keyOf(before))?.name ?? ''
  throw Problem.all(clashes.slice(0, 20).map(({ before, duty }) => ({ name: nameOf(duty, before), message: { text: 'Tanggal {day, date, ::dMMM}: jaga sebelumnya belum selesai, atau pegawai ini sudah berjaga di jadwal lain.', values: { day: printed(duty.day) } } })))
}

async function tellChanged(tx: Tx, cells: readonly Cell[]): Promise<void> {
  const byPerson = Map.groupBy(cells, ({ employeeId }) => employeeId)
  await tellAll(tx, scheduleChanged, [...byPerson].map(([employeeId, own]) => {
    const days = own.map(({ day }) => day).toSorted()
    return { unitId: null, employeeId, from: days[0]!, until: days.at(-1)! }
  }))
}

/** Fills a roster with a cycle from a day of its month on; what stood there before gives way. */
export async function fillCycle(tx: Tx, roster: Roster, cycle: string, from: string, writing: Writing): Promise<number> {
  const days = daysOfMonth(roster.month)
  const closed = await holidaysOf(tx, days.at(-1)!)
  const wishes = (await membersOf(tx, roster.id)).flatMap((member: Member) => {
    const planned = new Map(cycled(readCycle(cycle), writing.byLetter, member, days, day => closed.has(day)).map(duty => [duty.day, writing.byId.get(duty.shiftId)?.letter ?? '']))
    return days.filter(day => day >= from).map((day): Wish => ({ employeeId: member.employeeId, day, letter: planned.get(day) ?? '', name: 'cycle' }))
  })
  const changed = await write(tx, roster, wishes, writing)
  await touchRoster(tx, roster.id, { cycle })
  return changed
}

/** Publishes a roster: from now on people see it, and their hours follow it. */
export async function publish(tx: Tx, { ask, now }: Pick<Context, 'ask' | 'now'>, roster: Roster, by: string | null): Promise<void> {
  const members = await membersOf(tx, roster.id)
  if (members.length === 0) throw new Problem('', 'Belum ada pegawai di jadwal ini.')
  await touchRoster(tx, roster.id, { publishedAt: now })
  await tellJoined(tx, { ask }, roster, members.map(({ employeeId }) => employeeId), by)
}

/** Tells of people who come onto a published roster: from then on their whole month follows it. */
export async function tellJoined(tx: Tx, context: Pick<Context, 'ask'>, roster: Roster, employeeIds: readonly string[], by: string | null): Promise<void> {
  const days = daysOfMonth(roster.month)
  await tellAll(tx, scheduleChanged, employeeIds.map(employeeId => ({ unitId: null, employeeId, from: days[0]!, until: days.at(-1)! })))
  await tellPeople(tx, context, employeeIds, by, 'Jadwal jaga {month, date, ::MMMMyyyy} sudah terbit.', roster)
}

/** Says to those whose days changed that they did; never to whoever changed them. */
export async function tellPeople(tx: Tx, { ask }: Pick<Context, 'ask'>, employeeIds: readonly string[], by: string | null, text: string, roster: Roster): Promise<void> {
  const people = [...(await ask(employees).byId(tx, employeeIds)).values()]
  await notify(tx, people.flatMap(({ accountId }) => (accountId && accountId !== by ? [accountId] : [])), { text, values: { month: printed(roster.month) }, href: `/kerja/jadwal?bulan=${roster.month.slice(0, 7)}` })
}


/** Shifts of everybody on a roster, with what they do beside it some days before and after, for the rules of rest. */
export const withNeighbours = (db: Db | Tx, roster: Roster, employeeIds: readonly string[]): Promise<(Duty & { rosterId: string })[]> => {
  const days = daysOfMonth(roster.month)
  return dutiesAround(db, employeeIds, addDays(roster.month, -31), addDays(days.at(-1)!, 2))
}
