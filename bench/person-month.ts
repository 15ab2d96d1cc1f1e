import type pg from 'pg'
import { scansBetween } from '#modules/attendance/store.ts'
import { openDatabase } from '#platform/db/database.ts'
import { addMonths } from '#platform/time/zone.ts'
import { connect } from './database.ts'
import type { Server } from './server.ts'

/** Who checks in twice on each of twenty-two days of a month: the staff of a regency. */
const people = 10_000
const perMonth = people * 44
const asked = 300

export interface PersonMonth {
  rows: number
  months: number
  /** What table and indexes take, in bytes. */
  bytes: number
  /** Seconds it took to fill. */
  filled: number
  /** Milliseconds of the scans of one person in one month, by the serving role under row-level security. */
  p50: number
  p99: number
}

/** Ids that a person's number gives. */
const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

async function fillMonth(owner: pg.Client, government: string, unit: string, month: string): Promise<void> {
  await owner.query('select attendance.open_month($1::date)', [month])
  await owner.query(`
    insert into attendance.scan (government_id, employee_id, at, direction, unit_id, way, distance_band, accuracy_band, level, score, entry_id, received_at, device_at)
    select $1, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, t.at, case when half = 0 then 'in' else 'out' end, $2, 'phone', 'inside', 'sharp', 'high', 18, uuidv7(), t.at, t.at
    from generate_series(0, 21) as day, generate_series(0, 1) as half, generate_series(1, ${people}) as n,
      lateral (select $3::date + make_interval(days => day) + case when half = 0 then interval '10 minutes' else interval '9 hours' end + n * interval '100 milliseconds' as at) as t`, [government, unit, month])
}

/** Scans of one person in one month, asked for at random among few and many months of ten thousand people. */
export async function personMonth(server: Server, millions: number): Promise<PersonMonth[]> {
  const owner = await connect(server)
  const database = openDatabase({ url: `postgres://${owner.user}:${encodeURIComponent(String(owner.password))}@127.0.0.1:${owner.port}/pendopo`, role: 'pendopo_serve', max: 1 })
  try {
    const { rows: [one] } = await owner.query<{ government: string; unit: string }>("select government_id as government, id as unit from organisation.unit where slug = 'diskominfo' limit 1")
    const { government, unit } = one!
    // Units are there already: each row need not look for its own.
    await owner.query('set session_replication_role = replica')
    const found: PersonMonth[] = []
    const [most, months] = [Math.max(1, Math.round((millions * 1e6) / perMonth)), [] as string[]]
    for (const many of new Set([1, Math.ceil(most / 10), most])) {
      const began = performance.now()
      while (months.length < many) {
        months.push(addMonths('2026-06-01', -months.length))
        await fillMonth(owner, government, unit, months.at(-1)!)
      }
      const filled = (performance.now() - began) / 1000
      await owner.query('analyze attendance.scan')
      const times: number[] = []
      for (let i = 0; i < asked; i++) {
        const month = months[Math.floor(Math.random() * months.length)]!
        const start = performance.now()
        const scans = await scansBetween(database.of(government), [idOf(1 + Math.floor(Math.random() * people))], new Date(`${month}T00:00:00Z`), new Date(`${addMonths(month, 1)}T00:00:00Z`))
        times.push(performance.now() - start)
        if ([...scans.values()][0]?.length !== 44) throw new Error('a month has 44 scans')
      }
      times.sort((a, b) => a - b)
      const { rows: [size] } = await owner.query<{ bytes: string }>("select sum(pg_total_relation_size(inhrelid)) as bytes from pg_inherits where inhparent = 'attendance.scan'::regclass")
      found.push({ rows: months.length * perMonth, months: months.length, bytes: Number(size!.bytes), filled, p50: times[asked >> 1]!, p99: times[Math.floor(asked * 0.99)]! })
    }
    return found
  } finally {
    await database.close()
    await owner.end()
  }
}
