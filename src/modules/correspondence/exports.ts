import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { numbers } from '#modules/numbering/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { kindsOn } from './parts/lists.ts'
import { officeOf } from './parts/office.ts'

/** Numbers of letters by month, office and kind; no letter and no person can be told from them. */
export const datasets: DatasetSpec[] = [
  {
    code: 'surat-bulanan',
    title: 'Surat dinas menurut bulan, kantor, dan jenis',
    description: 'Jumlah surat yang diterima dan ditandatangani, dan nilai tengah hari sampai surat masuk dijawab.',
    every: 'month',
    columns: [
      { name: 'bulan', title: 'Bulan', type: 'date' },
      { name: 'kantor', title: 'Kantor', type: 'text' },
      { name: 'jenis', title: 'Jenis surat', type: 'text' },
      { name: 'masuk', title: 'Surat masuk', type: 'integer' },
      { name: 'keluar', title: 'Surat keluar', type: 'integer' },
      { name: 'hari_dijawab', title: 'Nilai tengah hari sampai dijawab', type: 'integer' },
    ],
    async rows({ db, government, now, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      const kinds = await kindsOn(db, dayIn(now, government.zone))
      // Divisions write for their office: one line for all of it.
      const ids = units.all.map(({ id }) => id)
      const { rows } = await sql<{ month: string; officeId: string; kind: string; incoming: number; outgoing: number; days: number | null }>`
        with office as (select * from unnest(${ids}::uuid[], ${ids.map(id => officeOf(units, id))}::uuid[]) as o (unit_id, office_id)), moved as (
          select date_trunc('month', r.received_on)::date as month, o.office_id, l.kind, true as incoming,
            case when r.outcome = 'answered' then extract(epoch from r.closed_at - r.at) / 86400 end as days
          from correspondence.receipt r join correspondence.letter l on l.id = r.letter_id join office o on o.unit_id = r.unit_id
          union all
          select date_trunc('month', l.signed_at at time zone ${government.zone})::date, o.office_id, l.kind, false, null
          from correspondence.letter l join office o on o.unit_id = l.unit_id where l.signed_at is not null)
        select month::text, office_id as "officeId", kind, count(*) filter (where incoming)::int as incoming, count(*) filter (where not incoming)::int as outgoing,
          round(percentile_cont(0.5) within group (order by days))::int as days
        from moved group by 1, 2, 3 order by 1, 2, 3`.execute(db)
      return rows.map(({ month, officeId, kind, incoming, outgoing, days }) => ({ bulan: month, kantor: units.byId(officeId)?.name ?? '', jenis: kinds.get(kind) ?? kind, masuk: incoming, keluar: outgoing, hari_dijawab: days }))
    },
  },
]

/** Kinds of units that have letters at all. */
const offices = new Set(['government', 'secretariat', 'agency', 'office', 'hospital', 'subdistrict', 'village'])

export const indicators: Indicator[] = [
  {
    code: 'surat-lewat-batas',
    label: 'surat masuk melewati batas waktunya',
    inside: true,
    async measure({ db, now, government }) {
      const { rows } = await sql<{ late: number; open: number }>`
        select count(*) filter (where due_on < ${dayIn(now, government.zone)}::date)::int as late, count(*)::int as open from correspondence.receipt where closed_at is null and due_on is not null`.execute(db)
      return { value: rows[0]!.late, of: rows[0]!.open, source: '/kerja/surat?buku=masuk&keadaan=terbuka' }
    },
  },
  {
    code: 'konsep-ke-tanda-tangan',
    label: 'jam dari konsep sampai tanda tangan (nilai tengah 90 hari)',
    inside: true,
    async measure({ db }) {
      const { rows } = await sql<{ hours: number | null; n: number }>`
        select percentile_cont(0.5) within group (order by extract(epoch from signed_at - created_at) / 3600) as hours, count(*)::int as n
        from correspondence.letter where origin = 'made' and signed_at > now() - interval '90 days'`.execute(db)
      return { value: Math.round(rows[0]!.hours ?? 0), values: { n: rows[0]!.n }, source: '/kerja/surat?buku=keluar' }
    },
  },
  {
    code: 'bagian-elektronik',
    label: 'surat keluar 90 hari terakhir ditandatangani secara elektronik; {offices, plural, =0 {tidak ada kantor} other {# kantor}} masih mencatat nomor dengan tangan',
    inside: true,
    async measure({ db, now, government, ask }) {
      const [from, until] = [dayIn(new Date(now.getTime() - 90 * 86_400_000), government.zone), dayIn(now, government.zone)]
      const [units, given, { rows }] = await Promise.all([
        ask(unitDirectory).of(government.id),
        ask(numbers).given(db, { from, until }),
        // A signature is never before the day of its letter, and its day has an index.
        sql<{ signed: number }>`
          select count(*)::int as signed from correspondence.letter
          where origin = 'made' and state <> 'cancelled' and letter_on between ${from}::date and ${until}::date and signed_at >= ${from}::date::timestamp at time zone ${government.zone}`.execute(db),
      ])
      const byHand = new Set(given.filter(({ booked }) => booked > 0).map(({ unitId }) => officeOf(units, unitId)))
      return { value: rows[0]!.signed, of: given.reduce((sum, unit) => sum + unit.given, 0), values: { offices: byHand.size }, source: '/kerja/penomoran' }
    },
  },
  {
    code: 'kantor-bersurat',
    label: 'kantor memakai surat elektronik dalam 30 hari terakhir',
    inside: true,
    async measure({ db, government, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ unitId: string }>`
        select distinct unit_id as "unitId" from (
          select unit_id from correspondence.letter where created_at > now() - interval '30 days'
          union all select unit_id from correspondence.receipt where at > now() - interval '30 days' and by is not null) used`.execute(db)
      const used = new Set(rows.map(({ unitId }) => officeOf(units, unitId)))
      return { value: used.size, of: units.all.filter(({ kind }) => offices.has(kind)).length, source: '/kerja/surat' }
    },
  },
]

export const evidence: EvidenceSpec[] = [
  {
    code: 'surat-elektronik',
    title: 'Surat dinas elektronik',
    async collect({ db }) {
      const { rows } = await sql<{ month: Date; incoming: number; signed: number }>`
        select month, sum(incoming)::int as incoming, sum(signed)::int as signed from (
          select date_trunc('month', at) as month, count(*) as incoming, 0 as signed from correspondence.receipt group by 1
          union all select date_trunc('month', signed_at), 0, count(*) from correspondence.letter where signed_at is not null group by 1) each
        group by 1 order by 1`.execute(db)
      return rows.map(({ month, incoming, signed }) => ({ at: month, text: `${incoming} surat tercatat dalam agenda dan ${signed} surat ditandatangani secara elektronik`, source: '/kerja/surat' }))
    },
  },
]
