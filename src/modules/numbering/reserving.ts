import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import { printedDay } from './giving.ts'
import { counterOf, tables, type Period } from './store.ts'

/** Numbers kept for letters that will bear an earlier date. */
interface Block {
  day: string
  count: number
  reason: string
  by: string | null
}

/**
 * Sets the next numbers aside for a day. The book stays in the order of its days: not before the newest day in it, and
 * not for a day to come. Answers the first and the last of them.
 */
export async function reserve(tx: Tx, period: Period, { day, count, reason, by }: Block, today: string): Promise<{ first: number; last: number }> {
  if (day > today) throw new Problem('day', 'Nomor dipesan paling awal pada harinya sendiri. Untuk setiap hari kerja, isi cadangan harian.')
  const { seriesId: series, year, month } = period
  await sql`insert into numbering.counter (series_id, year, month, last) values (${series}::uuid, ${year}, ${month}, 0) on conflict do nothing`.execute(tx)
  const { last, latest } = (await counterOf(tx, period, true))!
  if (latest && latest > day)
    throw new Problem('day', 'Sudah ada nomor bertanggal {latest, date, long}. Pesan untuk tanggal itu atau sesudahnya, supaya buku tetap urut menurut tanggal.', { latest: printedDay(latest) })
  await sql`
    with counted as (update numbering.counter set last = last + ${count}, latest = ${day}::date where series_id = ${series}::uuid and year = ${year} and month = ${month} returning last)
    insert into numbering.number (series_id, year, month, sequence, state, dated, reason, by_id)
    select ${series}::uuid, ${year}, ${month}, n, 'reserved', ${day}::date, ${reason}, ${by}::uuid from counted, generate_series(last - ${count}::int + 1, last) n`.execute(tx)
  return { first: last + 1, last: last + count }
}

/** Cancels what is left of the numbers a series reserved up to a day; answers how many. */
export async function cancelLeft(tx: Tx, series: string, until: string, reason: string, by: string): Promise<number> {
  await sql`select from numbering.counter where series_id = ${series}::uuid order by year, month for update`.execute(tx)
  const { numUpdatedRows } = await tables(tx)
    .updateTable('numbering.number')
    .set({ state: 'cancelled', cancel_reason: reason, cancelled_by: by, cancelled_at: sql`now()` })
    .where('series_id', '=', series).where('state', '=', 'reserved').where('dated', '<=', until)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Lets a series go on behind an older book: 1 to `last` were given there. Only before its first number here. */
export async function goOnAfter(tx: Tx, { seriesId: series, year, month }: Period, last: number): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into numbering.counter as c (series_id, year, month, last, started) values (${series}::uuid, ${year}, ${month}, ${last}, ${last})
    on conflict (series_id, year, month) do update set last = excluded.last, started = excluded.started where c.last = c.started`.execute(tx)
  if (!numAffectedRows) throw new Problem('last', 'Buku ini sudah berisi nomor, jadi nomor awalnya tidak dapat diubah lagi.')
}

/** The next number of the register of letters that come in. */
export async function nextIncoming(tx: Tx, { seriesId: series, year }: Period, on: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into numbering.counter as c (series_id, year, last, latest) values (${series}::uuid, ${year}, 1, ${on}::date)
    on conflict (series_id, year, month) do update set last = c.last + 1, latest = greatest(c.latest, excluded.latest) returning last`.execute(tx)
  return rows[0]!.last
}

/** Lets an incoming agenda go on after a number of an older book, unless it has passed it. */
export async function reachAtLeast(tx: Tx, series: string, year: number, sequence: number): Promise<void> {
  await sql`
    insert into numbering.counter as c (series_id, year, last, started) values (${series}::uuid, ${year}, ${sequence}, ${sequence})
    on conflict (series_id, year, month) do update set last = greatest(c.last, excluded.last)`.execute(tx)
}
