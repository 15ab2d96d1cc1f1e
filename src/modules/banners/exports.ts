import type { EvidenceSpec } from '#platform/web/module.ts'
import { toLocal } from '#platform/time/zone.ts'
import { tables } from './store.ts'

/** Evidence that the public is told at once what concerns its safety: each banner with its times. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'banner-darurat',
    title: 'Pemberitahuan serentak di semua situs pemerintah daerah',
    async collect({ db, government: { zone } }) {
      const rows = await tables(db)
        .selectFrom('banners.banner')
        .select(['title', 'shown_at', 'ended_at'])
        .where('shown_at', 'is not', null)
        .orderBy('shown_at')
        .$narrowType<{ shown_at: Date }>()
        .execute()
      const local = (at: Date) => toLocal(at, zone).replace('T', ' ')
      return rows.map(row => ({ at: row.shown_at, text: `“${row.title}” tampil sejak ${local(row.shown_at)}${row.ended_at ? ` sampai ${local(row.ended_at)}` : ''}`, source: '/kerja/banner' }))
    },
  },
]
