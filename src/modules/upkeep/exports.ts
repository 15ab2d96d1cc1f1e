import { sql } from 'kysely'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { tables } from './store.ts'

/** How many public pages lead nowhere with one of their links. */
export const indicators: Indicator[] = [
  {
    code: 'tautan-rusak',
    label: 'halaman memuat tautan rusak',
    inside: true,
    async measure({ db }) {
      const { rows } = await sql<{ broken: number; pages: number }>`
        select (select count(*)::int from upkeep.page) as pages, count(distinct m.page_id)::int as broken
        from upkeep.mention m join upkeep.link l on l.id = m.link_id where l.state = 'broken' and m.ignored_at is null`.execute(db)
      return { value: rows[0]!.broken, of: rows[0]!.pages, source: '/kerja/perawatan?daftar=tautan&milik=semua' }
    },
  },
]

/** Evidence that published information is kept right: what was reviewed and checked, month by month. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'perawatan-informasi',
    title: 'Peninjauan halaman dan pemeriksaan tautan secara berkala',
    async collect({ db }) {
      const rows = await tables(db)
        .selectFrom('upkeep.day')
        .select([sql<string>`to_char(day, 'YYYY-MM')`.as('month'), sql<Date>`max(day)::timestamptz`.as('at'), sql<number>`sum(reviewed)::int`.as('reviewed'), sql<number>`sum(asked)::int`.as('asked')])
        .groupBy('month')
        .orderBy('month')
        .execute()
      return rows.map(row => ({ at: row.at, text: `${row.reviewed} halaman ditinjau dan ${row.asked} tautan diperiksa pada ${row.month}`, source: '/kerja/perawatan?milik=semua' }))
    },
  },
]
