import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { everything, sightOf } from './parts/scope.ts'
import { board } from './parts/tabs.ts'
import { allMonths, monthSums, summary } from './store.ts'

/** How well the government's own sites tell what they must. */
export const indicators: Indicator[] = [
  {
    code: 'nilai-situs',
    label: 'nilai rata-rata situs perangkat daerah, {kecamatan}, {desa}, dan sekolah',
    inside: true,
    async measure(context) {
      const { average } = await summary(context.db, (await sightOf(context, everything)).scope)
      return { value: average ?? 0, of: 100, source: board }
    },
  },
  {
    code: 'situs-lengkap',
    label: 'situs memuat semua yang wajib',
    inside: true,
    async measure(context) {
      const { complete, sites } = await summary(context.db, (await sightOf(context, everything)).scope)
      return { value: complete, of: sites, source: board }
    },
  },
]

export const datasets: DatasetSpec[] = [
  {
    code: 'kesehatan-situs',
    title: 'Nilai kesehatan situs per bulan',
    description: 'Satu baris untuk setiap situs dan bulan: nilai 0–100 dan apakah semua yang wajib dimuat ada.',
    every: 'month',
    columns: [
      { name: 'bulan', title: 'Bulan', type: 'text' },
      { name: 'situs', title: 'Situs', type: 'text' },
      { name: 'unit', title: 'Unit', type: 'text' },
      { name: 'alamat', title: 'Alamat, untuk situs luar', type: 'text' },
      { name: 'nilai', title: 'Nilai', type: 'integer' },
      { name: 'lengkap', title: 'Semua yang wajib ada', type: 'text' },
      { name: 'diperiksa', title: 'Waktu pemeriksaan', type: 'timestamp' },
    ],
    async rows({ db, government, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      return (await allMonths(db)).map(row => ({ bulan: row.month, situs: row.name, unit: (row.unitId && units.byId(row.unitId)?.name) || '', alamat: row.url, nilai: row.score, lengkap: row.complete ? 'ya' : 'tidak', diperiksa: row.auditedAt }))
    },
  },
]

/** Evidence for evaluations that judge information on the government's website: what the audits found, month by month. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'informasi-pada-situs',
    title: 'Pemeriksaan berkala isi dan mutu situs pemerintah daerah',
    async collect({ db }) {
      return (await monthSums(db)).map(({ month, at, sites, average, complete }) => ({ at, text: `${sites} situs diperiksa pada ${month}: nilai rata-rata ${average}, ${complete} memuat semua yang wajib`, source: board }))
    },
  },
]
