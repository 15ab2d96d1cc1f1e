import { sql } from 'kysely'
import { addDays, addMonths, dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { count, emptyTally, rateOf, type Tally } from './board/tally.ts'
import { makeDaysOf } from './days/days.ts'

type Measured = Pick<Context, 'db' | 'government' | 'now' | 'ask'>

/** Fewer people than this are somebody. */
const fewest = 5
const most = 100_000

const allUnits = async ({ ask, government }: Measured): Promise<string[]> => (await ask(unitDirectory).of(government.id)).all.map(({ id }) => id)

async function today(context: Measured): Promise<Tally> {
  const { db, government, now } = context
  const day = dayIn(now, government.zone)
  const days = await makeDaysOf(context)(db, { unitIds: await allUnits(context) }, day, day, now)
  return [...days.values()].flat().reduce(count, emptyTally())
}

/** Check-ins of the last four weeks that came more than an hour after they were made, by unit. */
async function lateByUnit({ db, now }: Pick<Measured, 'db' | 'now'>): Promise<{ unitId: string; late: number; of: number }[]> {
  const { rows } = await sql<{ unitId: string; late: number; of: number }>`
    select unit_id as "unitId", count(*) filter (where received_at > at + interval '1 hour')::int as late, count(*)::int as of from attendance.scan
    where at >= ${now}::timestamptz - interval '28 days' and at <= ${now} and device_id is not null group by unit_id`.execute(db)
  return rows
}

export const indicators: Indicator[] = [
  {
    code: 'presensi-hadir-hari-ini',
    label: 'pegawai hadir dari yang seharusnya hadir hari ini',
    inside: true,
    async measure(context) {
      const all = await today(context)
      return { value: all.came, of: all.due - all.explained, source: '/kerja/presensi' }
    },
  },
  {
    code: 'presensi-tanpa-keterangan',
    label: 'pegawai tanpa keterangan kemarin',
    inside: true,
    async measure(context) {
      const { db, government, now } = context
      const day = addDays(dayIn(now, government.zone), -1)
      const days = await makeDaysOf(context)(db, { unitIds: await allUnits(context) }, day, day, now)
      const all = [...days.values()].flat().reduce(count, emptyTally())
      return { value: all.absent, of: all.due, source: `/kerja/presensi?hari=${day}` }
    },
  },
  {
    code: 'presensi-tersinkron-terlambat',
    label: 'presensi ponsel empat pekan terakhir yang sampai lebih dari satu jam kemudian, terbanyak di {subdistrict}',
    inside: true,
    async measure(context) {
      const units = await context.ask(unitDirectory).of(context.government.id)
      const rows = await lateByUnit(context)
      const bySubdistrict = new Map<string, number>()
      for (const { unitId, late } of rows) {
        const subdistrict = units.ancestors(unitId).find(({ kind }) => kind === 'subdistrict')
        if (subdistrict) bySubdistrict.set(subdistrict.name, (bySubdistrict.get(subdistrict.name) ?? 0) + late)
      }
      const [name] = [...bySubdistrict].toSorted((a, b) => b[1] - a[1])[0] ?? ['–']
      return { value: rows.reduce((sum, { late }) => sum + late, 0), of: rows.reduce((sum, one) => sum + one.of, 0), values: { subdistrict: name }, source: '/kerja/presensi' }
    },
  },
]

export const datasets: DatasetSpec[] = [
  {
    code: 'tingkat-kehadiran-pegawai',
    title: 'Tingkat kehadiran pegawai menurut unit dan bulan',
    description: 'Hari hadir dari hari yang seharusnya hadir, tanpa hari cuti, tugas, dan izin. Unit dengan kurang dari lima pegawai tidak ditampilkan.',
    every: 'month',
    columns: [
      { name: 'bulan', title: 'Bulan', type: 'text' }, { name: 'unit', title: 'Unit kerja', type: 'text' }, { name: 'pegawai', title: 'Jumlah pegawai', type: 'integer' },
      { name: 'hari_kerja', title: 'Hari orang seharusnya hadir', type: 'integer' }, { name: 'hari_hadir', title: 'Hari orang hadir', type: 'integer' }, { name: 'persen', title: 'Tingkat kehadiran (persen)', type: 'integer' },
    ],
    async rows(context) {
      const { db, ask, government, now } = context
      const units = await ask(unitDirectory).of(government.id)
      const people = new Map((await ask(employees).serving(db, units.all.map(({ id }) => id), most)).map(person => [person.id, person]))
      const rows: Record<string, unknown>[] = []
      const thisMonth = `${dayIn(now, government.zone).slice(0, 7)}-01`
      for (const first of [-3, -2, -1].map(n => addMonths(thisMonth, n))) {
        const days = await makeDaysOf(context)(db, { employeeIds: [...people.keys()] }, first, addDays(addMonths(first, 1), -1), now)
        const byUnit = new Map<string, { tally: Tally; n: number }>()
        for (const [id, own] of days) {
          // A section is too small to be told apart: its agency is.
          const part = units.ancestors(people.get(id)!.unitId)[1] ?? units.ancestors(people.get(id)!.unitId)[0]
          if (!part) continue
          const found = byUnit.get(part.name) ?? { tally: emptyTally(), n: 0 }
          for (const day of own) count(found.tally, day)
          byUnit.set(part.name, { ...found, n: found.n + 1 })
        }
        for (const [unit, { tally, n }] of [...byUnit].toSorted(([a], [b]) => a.localeCompare(b))) {
          const rate = rateOf(tally)
          // A month in which nothing was recorded is no month without anybody.
          if (n >= fewest && rate !== null && tally.came > 0) rows.push({ bulan: first.slice(0, 7), unit, pegawai: n, hari_kerja: tally.due - tally.explained, hari_hadir: tally.came, persen: Math.round(rate * 100) })
        }
      }
      return rows
    },
  },
]

/** Evidence that presence is recorded electronically, month by month, without anybody in it. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian-presensi',
    title: 'Presensi pegawai dicatat secara elektronik, juga tanpa sinyal',
    async collect({ db, government }) {
      const { rows } = await sql<{ month: Date; n: number; people: number; late: number }>`
        select date_trunc('month', at) as month, count(*)::int as n, count(distinct employee_id)::int as people, count(*) filter (where received_at > at + interval '1 hour' and device_id is not null)::int as late
        from attendance.scan where at >= now() - interval '13 months' group by 1 order by 1`.execute(db)
      return rows.map(({ month, n, people, late }) => ({ at: month, text: `${n} presensi ${people} pegawai pada ${dayIn(month, government.zone).slice(0, 7)}, ${late} di antaranya ditulis tanpa jaringan`, source: '/kerja/presensi' }))
    },
  },
]
