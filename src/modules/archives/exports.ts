import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'

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

/** Evidence that archives are kept in order: dossiers by unit and year. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kearsipan-dinamis-pemberkasan',
    title: 'Pemberkasan arsip dinamis',
    async collect({ db, ask, government }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ unitId: string; year: number; dossiers: number; items: number; at: Date }>`
        select d.unit_id as "unitId", d.year, count(*)::int as dossiers, sum((select count(*) from archives.item i where i.dossier_id = d.id and i.removed_at is null))::int as items, max(d.created_at) as at
        from archives.dossier d group by d.unit_id, d.year order by d.year, d.unit_id`.execute(db)
      return rows.map(({ unitId, year, dossiers, items, at }) => ({ at, text: `${units.byId(unitId)?.name ?? ''}, ${year}: ${dossiers} berkas dengan ${items} item`, source: `/kerja/arsip?tahun=${year}&unit=${unitId}` }))
    },
  },
]
