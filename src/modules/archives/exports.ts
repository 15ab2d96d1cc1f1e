import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'

/** Active dossiers whose time has passed: the archive that is not looked after shows here first. */
export const indicators: Indicator[] = [
  {
    code: 'archives-overdue-transfer',
    label: '{value} dari {of} berkas aktif yang ditutup sudah lewat jadwal pindah',
    inside: true,
    async measure({ db, government, now }) {
      const { rows } = await sql<{ value: number; of: number }>`
        select count(*) filter (where inactive_on <= ${dayIn(now, government.zone)}::date)::int as value, count(*)::int as of from archives.dossier where state = 'closed'`.execute(db)
      const { value, of } = rows[0]!
      return { value, of, values: { value, of }, source: '/kerja/arsip?keadaan=overdue' }
    },
  },
]

/** Evidence that archives are kept in order: dossiers by unit and year, and each proposal with its minutes. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kearsipan-dinamis-pemberkasan',
    title: 'Pemberkasan arsip dinamis',
    async collect({ db }) {
      const { rows } = await sql<{ unit: string; year: number; dossiers: number; items: number; at: Date }>`
        select u.name as unit, d.year, count(*)::int as dossiers, sum((select count(*) from archives.item i where i.dossier_id = d.id and i.removed_at is null))::int as items, max(d.created_at) as at
        from archives.dossier d join organisation.unit u on u.id = d.unit_id group by u.name, d.year order by d.year, u.name`.execute(db)
      return rows.map(({ unit, year, dossiers, items, at }) => ({ at, text: `${unit}, ${year}: ${dossiers} berkas dengan ${items} item`, source: `/kerja/arsip?tahun=${year}` }))
    },
  },
  {
    code: 'kearsipan-dinamis-penyusutan',
    title: 'Penyusutan arsip dengan berita acara',
    async collect({ db }) {
      const { rows } = await sql<{ id: string; kind: string; number: string; day: Date; dossiers: number }>`
        select p.id, p.kind, p.minutes_number as number, p.minutes_on::timestamptz as day, (select count(*)::int from archives.disposal_entry e where e.disposal_id = p.id and e.verdict = 'agreed') as dossiers
        from archives.disposal p where p.state = 'carried-out' order by p.minutes_on`.execute(db)
      const verbs: Record<string, string> = { move: 'dipindahkan', destroy: 'dimusnahkan', 'hand-over': 'diserahkan' }
      return rows.map(({ id, kind, number, day, dossiers }) => ({ at: day, text: `${dossiers} berkas ${verbs[kind]} dengan berita acara ${number}`, source: `/kerja/arsip/penyusutan/${id}` }))
    },
  },
]
