import { sql } from 'kysely'
import { todayOf } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'

export const datasets: DatasetSpec[] = [
  {
    code: 'kueri-data',
    title: 'Pertanyaan kepada data terbatas menurut pemegang dan bulan',
    description: 'Berapa kali data yang tidak terbuka ditanya lewat kueri yang disetujui, tanpa barisnya diberikan.',
    every: 'month',
    tags: ['satu data', 'kueri'],
    legalBasis: 'Perpres 39/2019',
    columns: [
      { name: 'bulan', title: 'Bulan', type: 'date', key: true, holds: 'Hari pertama bulan itu.' },
      { name: 'pemegang', title: 'Pemegang data', type: 'text', key: true },
      { name: 'pertanyaan', title: 'Pertanyaan dijawab', type: 'integer', unit: 'pertanyaan' },
    ],
    async rows({ db, ask, government }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ month: string; unit: string; n: number }>`
        select date_trunc('month', at at time zone ${government.zone})::date as month, p.holder_unit_id as unit, count(*)::int as n from approved_queries.answer a join approved_queries.approval p on p.id = a.approval_id group by 1, 2 order by 1, 2`.execute(db)
      return rows.map(row => ({ bulan: row.month, pemegang: units.byId(row.unit)?.name ?? '', pertanyaan: row.n }))
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'kueri-data-disetujui',
    label: 'data terbatas dapat ditanya tanpa diambil',
    inside: true,
    async measure(context) {
      const { rows } = await sql<{ n: number }>`select count(distinct dataset_id)::int as n from approved_queries.approval where state = 'approved' and until_on >= ${todayOf(context)}::date`.execute(context.db)
      return { value: rows[0]!.n, source: '/kerja/kueri-data' }
    },
  },
]

/** Evidence that data about people are shared without giving people away. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'satu-data-kueri',
    title: 'Berbagi data terbatas lewat kueri yang disetujui dan bertanda tangan',
    async collect({ db }) {
      const { rows } = await sql<{ at: Date; code: string; title: string }>`select a.at, a.code, p.title from approved_queries.answer a join approved_queries.approval p on p.id = a.approval_id order by a.at desc limit 500`.execute(db)
      return rows.map(row => ({ at: row.at, text: `${row.title}: jawaban ${row.code}`, source: `/data/jawaban?kode=${row.code}` }))
    },
  },
]
