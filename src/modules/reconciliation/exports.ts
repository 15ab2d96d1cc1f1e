import { sql } from 'kysely'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'

/** A difference that waits longer than this many days is old. */
const old = 14

/** What partial systems disagree about, by who has to settle it and for how long. */
export const datasets: DatasetSpec[] = [
  {
    code: 'rekonsiliasi-data',
    title: 'Rekonsiliasi data antarsistem',
    description: 'Perbedaan antara daftar yang sama di beberapa sistem, menurut unit yang memutuskan: berapa yang diputuskan, berapa yang terbuka, dan sudah berapa lama. Tanpa isi datanya.',
    every: 'month',
    columns: [
      { name: 'unit', title: 'Unit yang memutuskan', type: 'text' }, { name: 'rekonsiliasi', title: 'Banyaknya rekonsiliasi', type: 'integer' }, { name: 'diputuskan', title: 'Perbedaan diputuskan', type: 'integer' },
      { name: 'terbuka', title: 'Perbedaan terbuka', type: 'integer' }, { name: 'terbuka_lama', title: 'Terbuka lebih dari 14 hari', type: 'integer' }, { name: 'umur_median', title: 'Median umur yang terbuka (hari)', type: 'integer' },
    ],
    async rows({ db, ask, government }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ ownerId: string; comparisons: number; settled: number; open: number; late: number; age: number | null }>`
        select owner_id as "ownerId", count(distinct comparison_id)::int as comparisons, count(*) filter (where state = 'settled')::int as settled, count(*) filter (where state in ('open', 'asked'))::int as open,
          count(*) filter (where state in ('open', 'asked') and opened_at < now() - make_interval(days => ${old}))::int as late,
          percentile_cont(0.5) within group (order by extract(epoch from now() - opened_at) / 86400) filter (where state in ('open', 'asked'))::int as age
        from reconciliation.difference where state <> 'agreed' group by 1 order by 1`.execute(db)
      return rows.map(row => ({ unit: units.byId(row.ownerId)?.name ?? '', rekonsiliasi: row.comparisons, diputuskan: row.settled, terbuka: row.open, terbuka_lama: row.late, umur_median: row.age }))
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'rekonsiliasi-terbuka-lama',
    label: 'perbedaan data antarsistem terbuka lebih dari {days} hari',
    inside: true,
    async measure({ db }) {
      const { rows } = await sql<{ late: number; open: number }>`select count(*) filter (where opened_at < now() - make_interval(days => ${old}))::int as late, count(*)::int as open from reconciliation.difference where state in ('open', 'asked')`.execute(db)
      return { value: rows[0]!.late, of: rows[0]!.open, values: { days: old }, source: '/kerja/rekonsiliasi' }
    },
  },
]

/** Evidence that data is kept consistent across systems (interoperability, Perpres 39/2019 article 3): each comparison that was finished. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'rekonsiliasi-data',
    title: 'Rekonsiliasi data antarsistem yang diselesaikan',
    async collect({ db }) {
      const { rows } = await sql<{ id: string; title: string; at: Date; settled: number; sources: string }>`
        select c.id, c.title, s.at, (select count(*)::int from reconciliation.difference d where d.comparison_id = c.id and d.state = 'settled') as settled,
          (select string_agg(label, ' + ' order by position) from reconciliation.source where comparison_id = c.id) as sources
        from reconciliation.comparison c join reconciliation.step s on s.record_id = c.id and s.event = 'finish' where c.state = 'finished' order by s.at`.execute(db)
      return rows.map(({ id, title, at, settled, sources }) => ({ at, text: `“${title}” (${sources}): ${settled} perbedaan diputuskan`, source: `/kerja/rekonsiliasi/${id}` }))
    },
  },
]
