import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'

export const indicators: Indicator[] = [
  {
    code: 'pegawai-sedang-cuti',
    label: 'pegawai sedang cuti hari ini',
    inside: true,
    async measure({ db, government, now }) {
      const today = dayIn(now, government.zone)
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from leave.request where state in ('approved', 'running') and from_on <= ${today}::date and until_on >= ${today}::date`.execute(db)
      return { value: rows[0]!.n, source: '/kerja/cuti/kalender' }
    },
  },
]

/** Evidence that leave is asked for and decided electronically, month by month, without anybody in it. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian-cuti',
    title: 'Pelayanan cuti pegawai secara elektronik',
    async collect({ db, government }) {
      const { rows } = await sql<{ month: Date; n: number; granted: number; hours: number }>`
        select date_trunc('month', decided_at) as month, count(*)::int as n, count(*) filter (where state in ('approved', 'running', 'ended'))::int as granted,
          round(extract(epoch from percentile_cont(0.5) within group (order by decided_at - submitted_at)) / 3600)::int as hours
        from leave.request where decided_at is not null group by 1 order by 1`.execute(db)
      return rows.map(({ month, n, granted, hours }) => ({ at: month, text: `${n} permohonan cuti diputuskan pada ${dayIn(month, government.zone).slice(0, 7)}, ${granted} disetujui, median ${hours} jam sejak diajukan`, source: '/kerja/cuti' }))
    },
  },
]
