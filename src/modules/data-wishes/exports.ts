import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { wishWords, type WishState } from './wish.ts'

export const datasets: DatasetSpec[] = [
  {
    code: 'usulan-data',
    title: 'Usulan data dari warga dan jawabannya',
    description: 'Data yang diusulkan warga untuk diterbitkan, banyaknya dukungan, dan apa jawabannya.',
    every: 'month',
    tags: ['satu data', 'usulan'],
    legalBasis: 'Perpres 39/2019',
    columns: [
      { name: 'usulan', title: 'Usulan', type: 'text', key: true }, { name: 'diajukan', title: 'Diajukan', type: 'date', key: true }, { name: 'dukungan', title: 'Dukungan', type: 'integer', unit: 'suara' },
      { name: 'keadaan', title: 'Keadaan', type: 'text' }, { name: 'jawaban', title: 'Jawaban', type: 'text' },
    ],
    async rows({ db, government }) {
      const { rows } = await sql<{ title: string; at: Date; votes: number; state: WishState; answer: string | null }>`select title, created_at as at, votes, state, answer from data_wishes.wish where state not in ('unread', 'hidden') order by created_at`.execute(db)
      return rows.map(row => ({ usulan: row.title, diajukan: dayIn(row.at, government.zone), dukungan: row.votes, keadaan: wishWords[row.state].label, jawaban: row.answer }))
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'usulan-data-dijawab',
    label: 'usulan data dari warga dijawab',
    async measure({ db }) {
      const { rows } = await sql<{ value: number; of: number }>`select count(*) filter (where state in ('planned', 'available', 'declined'))::int as value, count(*)::int as of from data_wishes.wish where state not in ('unread', 'hidden')`.execute(db)
      return { ...rows[0]!, source: '/data/usulan' }
    },
  },
]

/** Evidence that citizens are heard about which data are published. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'satu-data-usulan',
    title: 'Usulan data dari warga dijawab walidata',
    async collect({ db }) {
      const { rows } = await sql<{ at: Date; title: string; state: WishState }>`select answered_on::timestamp at time zone 'UTC' as at, title, state from data_wishes.wish where state in ('planned', 'available', 'declined') and answered_on is not null order by answered_on desc limit 200`.execute(db)
      return rows.map(row => ({ at: row.at, text: `${row.title}: ${wishWords[row.state].label.toLowerCase()}`, source: '/data/usulan' }))
    },
  },
]
