import { sql } from 'kysely'
import type { EvidenceSpec } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { bookHref } from './parts/here.ts'

/** Evidence that letters are numbered and registered electronically: each book with how many numbers it gave. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'buku-agenda-keluar',
    title: 'Buku agenda surat keluar per unit, tanpa celah',
    async collect({ db, government, ask }) {
      const [units, { rows }] = await Promise.all([
        ask(unitDirectory).of(government.id),
        sql<{ unitId: string; kind: string | null; year: number; at: Date; all: number; cancelled: number }>`
          select s.unit_id as "unitId", s.kind, n.year, max(n.at) as at, count(*)::int as "all", count(*) filter (where n.state = 'cancelled')::int as cancelled
          from numbering.series s join numbering.number n on n.series_id = s.id group by s.unit_id, s.kind, n.year order by max(n.at)`.execute(db),
      ])
      return rows.map(({ unitId, kind, year, at, all, cancelled }) => ({ at, text: `${units.byId(unitId)?.name ?? 'Unit yang sudah ditutup'}, tahun ${year}: ${all} nomor, ${cancelled} di antaranya batal dengan alasan`, source: bookHref({ unitId, kind }) }))
    },
  },
]
