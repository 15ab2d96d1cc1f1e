import { sql } from 'kysely'
import type { EvidenceSpec } from '#platform/web/module.ts'

/** Evidence that archives leave by the rules: each proposal that was carried out, with its minutes. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kearsipan-dinamis-penyusutan',
    title: 'Penyusutan arsip dengan berita acara',
    async collect({ db }) {
      const { rows } = await sql<{ id: string; kind: string; number: string; day: Date; dossiers: number }>`
        select p.id, p.kind, p.minutes_number as number, p.minutes_on::timestamptz as day, (select count(*)::int from disposals.entry e where e.proposal_id = p.id and e.verdict = 'agreed') as dossiers
        from disposals.proposal p where p.state = 'carried-out' order by p.minutes_on`.execute(db)
      const verbs: Record<string, string> = { move: 'dipindahkan', destroy: 'dimusnahkan', 'hand-over': 'diserahkan' }
      return rows.map(({ id, kind, number, day, dossiers }) => ({ at: day, text: `${dossiers} berkas ${verbs[kind]} dengan berita acara ${number}`, source: `/kerja/arsip/penyusutan/${id}` }))
    },
  },
]
