import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import type { GivenNumber, Numbered, NumberRequest, Numbers } from './contract.ts'
import { after, isSecret, type State } from './number.ts'
import { around, asksFor, isClassification, numberText, patternProblems, type Around } from './pattern.ts'
import { fillingOf, numberingOf, type Numbering, type Rules } from './rules.ts'
import { counterOf, defaultsOf, periodOf, seriesId, settingsOf, tables, type Period } from './store.ts'

/** PostgreSQL's word for a row that a unique index refuses. */
const uniqueViolation = '23505'

/** What a number is given to: a letter of the house, or one that was made outside of it. */
export interface Taker extends Omit<NumberRequest, 'matter'> {
  matter: Numbered | null
  /** Of one that is booked. */
  reason?: string
  by?: string | null
}

/** The government of a connection as numbers need it. */
export interface Here {
  units: UnitTree
  today: string
}

/** Where a connection is, and which day it is there. */
async function hereOf(db: Db | Tx, ask: Services['ask'], matter: Numbered | null): Promise<Here> {
  // Whoever signs the same letter on another screen waits here, and then finds the number it has by now.
  const { rows } = await sql<{ id: string }>`
    select platform.current_government() as id, case when ${matter !== null} then pg_advisory_xact_lock(hashtextextended(${`numbering ${matter?.kind} ${matter?.id}`}, 0)) end`.execute(db)
  const { id } = rows[0]!
  const [units, government] = await Promise.all([ask(unitDirectory).of(id), ask(governmentDirectory).byId(id)])
  return { units, today: dayIn(new Date(), government?.zone ?? 'Asia/Jakarta') }
}

/** How a letter is numbered. @throws Problem when it cannot be */
async function planned(db: Db | Tx, { units, today }: Here, request: Taker): Promise<{ numbering: Numbering; print: Around }> {
  if (!units.byId(request.unitId)) throw new Problem('', 'Unit ini sudah ditutup. Pilih unit lain sebagai pembuat surat.')
  if (request.on > today) throw new Problem('on', 'Tanggal surat {on, date, long} belum tiba. Pakai tanggal hari ini.', { on: printedDay(request.on) })
  const settings = await settingsOf(db, units.ancestors(request.unitId).map(({ id }) => id))
  const by = (defaults: Rules['defaults']) => numberingOf({ ...settings, defaults }, units, request.unitId, request.kind)
  const set = by(new Map())
  const numbering = set.byDefault ? by(await defaultsOf(db, today)) : set
  const [wrong] = patternProblems(numbering.pattern, numbering.resets)
  if (wrong) throw new Problem('kind', 'Pola nomor {pattern} tidak dapat dipakai. Perbaiki di Penomoran.', { pattern: numbering.pattern })
  if (asksFor(numbering.pattern, 'klasifikasi') && !isClassification(request.classification)) throw new Problem('classification', 'Nomor surat memerlukan kode klasifikasi seperti 000.1.2.3.')
  return { numbering, print: around(numbering.pattern, fillingOf(settings, units, request.unitId, numbering, request)) }
}

/** A day as messages print it: noon, so that no zone moves it. */
export const printedDay = (day: string): number => Date.parse(`${day}T12:00:00Z`)

const given = sql`id, number, sequence, year`

/** The number a matter has. */
async function numberOf(db: Db | Tx, matter: Numbered): Promise<GivenNumber | null> {
  const { rows } = await sql<GivenNumber>`select ${given} from numbering.number where matter_id = ${matter.id}::uuid and matter_kind = ${matter.kind} and state = 'used'`.execute(db)
  return rows[0] ?? null
}

/** Gives the next number, or a reserved one when the date has passed; see the contract. */
export async function take(tx: Tx, ask: Services['ask'], request: Taker): Promise<GivenNumber> {
  const { matter, on } = request
  const here = await hereOf(tx, ask, matter)
  const before = matter && (await numberOf(tx, matter))
  if (before) return before
  const { numbering, print } = await planned(tx, here, request)
  if (on < here.today) return fromReserve(tx, periodOf(await seriesId(tx, numbering.series), on, numbering.resets), print, request)
  const first = await next(tx, numbering, print, request)
  if (first) return first
  await seriesId(tx, numbering.series)
  return (await next(tx, numbering, print, request))!
}

const columns = sql`number, unit_id, kind, classification, secrecy, dated, title, matter_kind, matter_id, by_id, reason`
/** What the book knows of a letter, in the order of `columns` behind the number and before the reason. */
const facts = ({ unitId, kind, classification, secrecy, on, title, matter, by = null }: Taker) =>
  sql`${unitId}::uuid, ${kind}::text, ${classification || null}::text, ${secrecy}::text, ${on}::date, ${isSecret(secrecy) ? null : title.slice(0, 500)}::text, ${matter?.kind ?? null}::text, ${matter?.id ?? null}::uuid, ${by}::uuid`

const printedIn = ({ before, pad, after: behind }: Around, sequence: ReturnType<typeof sql>) =>
  sql`${before}::text || lpad(${sequence}::text, greatest(${pad}::int, length(${sequence}::text)), '0') || ${behind}::text`

const stateFor = ({ matter }: Taker): State => (matter ? 'used' : 'booked')

/** One statement, so that others who take from the series wait for nothing but the end of the transaction; null when there is no such series yet. */
async function next(tx: Tx, { series: { unitId, kind }, resets }: Numbering, print: Around, request: Taker): Promise<GivenNumber | null> {
  const { year, month } = periodOf('', request.on, resets)
  const { rows } = await sql<GivenNumber>`
    with counted as (
      insert into numbering.counter as c (series_id, year, month, last, latest)
      select id, ${year}, ${month}, 1, ${request.on}::date from numbering.series where unit_id = ${unitId}::uuid and direction = 'out' and kind is not distinct from ${kind}
      on conflict (series_id, year, month) do update set last = c.last + 1, latest = greatest(c.latest, excluded.latest) returning series_id, last)
    insert into numbering.number (series_id, year, month, sequence, state, ${columns})
    select series_id, ${year}, ${month}, last, ${stateFor(request)}, ${printedIn(print, sql`last`)}, ${facts(request)}, ${request.reason ?? null}::text from counted returning ${given}`.execute(tx).catch(refuseTwice(print))
  return rows[0] ?? null
}

/** The first number reserved on that day, or on the nearest day before it that has one left. */
async function fromReserve(tx: Tx, period: Period, print: Around, request: Taker): Promise<GivenNumber> {
  await counterOf(tx, period, true)
  const { rows } = await sql<GivenNumber>`
    update numbering.number set state = ${stateFor(request)}, at = now(), (${columns}) = row(${printedIn(print, sql`sequence`)}, ${facts(request)}, coalesce(${request.reason ?? null}, reason))
    where id = (
      select id from numbering.number where series_id = ${period.seriesId}::uuid and year = ${period.year} and month = ${period.month} and state = 'reserved' and dated <= ${request.on}::date
      order by dated desc, sequence limit 1)
    returning ${given}`.execute(tx).catch(refuseTwice(print))
  const [row] = rows
  if (!row) throw new Problem('on', 'Tidak ada nomor yang dipesan untuk {on, date, long} atau hari sebelumnya. Pakai tanggal hari ini, atau minta sekretariat memesan nomor.', { on: printedDay(request.on) })
  return row
}

/** Says in words that another series printed this number before. */
const refuseTwice = (print: Around) => (error: unknown): never => {
  if (!(error instanceof Error && 'code' in error && error.code === uniqueViolation && 'constraint' in error && error.constraint === 'number_printed')) throw error
  throw new Problem('kind', 'Nomor {number} sudah dipakai surat lain. Ubah pola salah satunya di Penomoran, misalnya dengan kode unit.', { number: `${print.before}…${print.after}` })
}

/** What the next number would be; see the contract. */
export async function preview(db: Db | Tx, ask: Services['ask'], request: NumberRequest): Promise<string> {
  const before = await numberOf(db, request.matter)
  if (before) return before.number
  const here = await hereOf(db, ask, null)
  const { numbering, print } = await planned(db, here, request)
  const { unitId, kind } = numbering.series
  const [, month = 0] = request.on.split('-').map(Number)
  const { rows } = await sql<{ next: number; reserved: number | null }>`
    select c.last + 1 as next, (
      select n.sequence from numbering.number n where n.series_id = c.series_id and n.year = c.year and n.month = c.month and n.state = 'reserved' and n.dated <= ${request.on}::date
      order by n.dated desc, n.sequence limit 1) as reserved
    from numbering.series s join numbering.counter c on c.series_id = s.id
    where s.unit_id = ${unitId}::uuid and s.direction = 'out' and s.kind is not distinct from ${kind} and c.year = ${Number(request.on.slice(0, 4))} and c.month = ${numbering.resets === 'month' ? month : 0}`.execute(db)
  const [found] = rows
  if (request.on >= here.today) return numberText(print, found?.next ?? 1)
  if (!found?.reserved) throw new Problem('on', 'Tidak ada nomor yang dipesan untuk {on, date, long} atau hari sebelumnya. Pakai tanggal hari ini, atau minta sekretariat memesan nomor.', { on: printedDay(request.on) })
  return numberText(print, found.reserved)
}

/** Keeps a number as cancelled; see the contract. */
export async function cancel(tx: Tx, id: string, reason: string, by: string | null): Promise<void> {
  const why = reason.trim()
  if (why === '') throw new Problem('reason', 'Tulis alasan pembatalan.')
  const find = () => tables(tx).selectFrom('numbering.number').select(['series_id', 'year', 'month', 'state']).where('id', '=', id).executeTakeFirst()
  const found = /^[0-9a-f-]{36}$/.test(id) ? await find() : undefined
  if (!found) throw new NotFound()
  await counterOf(tx, { seriesId: found.series_id, year: found.year, month: found.month }, true)
  // Read again: whoever held the series may have taken or cancelled it.
  const now = (await find())!
  const state = after(now.state as State, 'cancel')
  if (state === null) throw new Problem('', 'Nomor ini sudah dibatalkan.')
  await tables(tx).updateTable('numbering.number').set({ state, cancel_reason: why.slice(0, 300), cancelled_by: by, cancelled_at: sql`now()` }).where('id', '=', id).execute()
}

/** The numbers of matters; see the contract. */
export async function ofMatter(db: Db | Tx, matterIds: readonly string[]): Promise<Map<string, GivenNumber>> {
  if (matterIds.length === 0) return new Map()
  const { rows } = await sql<GivenNumber & { matter: string }>`select matter_id as matter, ${given} from numbering.number where matter_id = any(${[...matterIds]}::uuid[]) and state = 'used'`.execute(db)
  return new Map(rows.map(({ matter, ...number }) => [matter, number]))
}

/** How many numbers a span saw; see the contract. */
export const givenIn: Numbers['given'] = async (db, { from, until }) =>
  (await sql<{ unitId: string; given: number; booked: number }>`
    select coalesce(n.unit_id, s.unit_id) as "unitId", count(*)::int as given, count(*) filter (where n.state = 'booked')::int as booked
    from numbering.number n join numbering.series s on s.id = n.series_id
    where n.state in ('used', 'booked') and n.dated between ${from}::date and ${until}::date group by 1`.execute(db)).rows
