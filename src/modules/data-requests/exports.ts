import { sql } from 'kysely'
import { todayOf } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { agencyLines } from './board/reckoning.ts'
import { stateWords } from './parts/words.ts'
import type { Request } from './store.ts'

const real = sql`state not in ('unconfirmed', 'lapsed')`

export const datasets: DatasetSpec[] = [
  {
    code: 'permintaan-data',
    title: 'Permintaan data menurut pemegang, jawaban, dan bulan',
    description: 'Berapa kali setiap perangkat daerah diminta data, apa jawabannya, berapa hari kerja sampai dijawab, dan berapa yang melewati tenggat. Laporan menurut UU 14/2008 pasal 12.',
    every: 'month',
    tags: ['satu data', 'permintaan data', 'keterbukaan informasi'],
    legalBasis: 'UU 14/2008 pasal 12 dan 22; Perpres 39/2019',
    columns: [
      { name: 'bulan', title: 'Bulan diajukan', type: 'date', key: true, holds: 'Hari pertama bulan itu.' },
      { name: 'pemegang', title: 'Pemegang data', type: 'text', key: true, holds: 'Perangkat daerah yang diminta.' },
      { name: 'pemohon', title: 'Pemohon', type: 'text', key: true, holds: 'Perangkat daerah atau warga.' },
      { name: 'jawaban', title: 'Jawaban', type: 'text', key: true, holds: 'Keadaan permintaan sekarang.' },
      { name: 'jumlah', title: 'Jumlah permintaan', type: 'integer', unit: 'permintaan' },
      { name: 'tepat_waktu', title: 'Dijawab tepat waktu', type: 'integer', unit: 'permintaan' },
      { name: 'hari_kerja', title: 'Hari kerja sampai dijawab', type: 'decimal', unit: 'hari kerja', holds: 'Nilai tengah.' },
    ],
    async rows({ db, ask, government }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ month: string; unit: string; asker: Request['asker']; state: Request['state']; n: number; inTime: number; took: number | null }>`
        select date_trunc('month', asked_on)::date as month, holder_unit_id as unit, asker, state, count(*)::int as n, count(*) filter (where answered_on <= answer_by)::int as "inTime", percentile_cont(0.5) within group (order by took)::float8 as took
        from data_requests.request where ${real} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db)
      return rows.map(row => ({ bulan: row.month, pemegang: units.byId(row.unit)?.name ?? '', pemohon: row.asker === 'unit' ? 'perangkat daerah' : 'warga', jawaban: stateWords[row.state].label, jumlah: row.n, tepat_waktu: row.inTime, hari_kerja: row.took }))
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'permintaan-data-tepat-waktu',
    label: 'permintaan data dijawab tepat waktu',
    async measure(context) {
      const lines = await agencyLines(context.db, todayOf(context))
      return { value: lines.reduce((sum, line) => sum + line.inTime, 0), of: lines.reduce((sum, line) => sum + line.answered, 0), source: '/data/permintaan' }
    },
  },
  {
    code: 'permintaan-data-lewat-tenggat',
    label: 'permintaan data lewat tenggat dan belum dijawab',
    async measure(context) {
      const lines = await agencyLines(context.db, todayOf(context))
      return { value: lines.reduce((sum, line) => sum + line.late, 0), source: '/data/permintaan?terbuka=1' }
    },
  },
]

/** Evidence that requests are answered in time and refused with grounds only. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'satu-data-permintaan',
    title: 'Permintaan data dijawab dengan tenggat, alasan, dan catatan pemakaian',
    async collect({ db }) {
      const { rows } = await sql<{ at: Date; code: string; state: Request['state']; took: number }>`
        select (answered_on::timestamp at time zone 'UTC') as at, code, state, took from data_requests.request where answered_on is not null order by answered_on desc limit 500`.execute(db)
      return rows.map(row => ({ at: row.at, text: `Permintaan ${row.code}: ${stateWords[row.state].label.toLowerCase()} setelah ${row.took} hari kerja`, source: `/data/permintaan/${row.code}` }))
    },
  },
]
