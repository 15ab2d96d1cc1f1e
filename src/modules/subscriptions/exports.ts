import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { DatasetSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { tables } from './store.ts'

/** Fewer readers than this could point at a person, so their number is not told. */
const smallest = 5

const confirmed = (db: Db | Tx) => tables(db).selectFrom('subscriptions.subscription').where('confirmed_at', 'is not', null)

/** Counts this month's readers: all together, and of each unit chosen by itself. */
export async function countReaders(tx: Tx, month: string): Promise<void> {
  const counted = sql<number>`count(distinct subscriber_id)::int`.as('n')
  const units = await confirmed(tx).select(['unit_id', counted]).where('unit_id', 'is not', null).groupBy('unit_id').execute()
  const { n } = await confirmed(tx).select(counted).executeTakeFirstOrThrow()
  await tables(tx).deleteFrom('subscriptions.tally').where('month', '=', month).execute()
  await tables(tx).insertInto('subscriptions.tally').values([{ unit_id: null, n }, ...units].map(row => ({ month, unit_id: row.unit_id, subscribers: row.n }))).execute()
}

export const datasets: DatasetSpec[] = [
  {
    code: 'pelanggan-kabar',
    title: 'Pelanggan kabar menurut kanal dan bulan',
    description: 'Jumlah pelanggan surel dan pemberitahuan ponsel di akhir tiap bulan. Jumlah di bawah lima tidak disebut, agar tidak menunjuk orang.',
    every: 'month',
    columns: [
      { name: 'bulan', title: 'Bulan', type: 'date' },
      { name: 'unit', title: 'Kanal', type: 'text' },
      { name: 'pelanggan', title: 'Pelanggan', type: 'integer' },
      { name: 'keterangan', title: 'Keterangan', type: 'text' },
    ],
    async rows({ db, government, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      const rows = await tables(db).selectFrom('subscriptions.tally').select(['month', 'unit_id', 'subscribers']).orderBy('month').orderBy('unit_id').execute()
      return rows.map(({ month, unit_id, subscribers }) => ({
        bulan: month,
        unit: unit_id === null ? 'Semua' : (units.byId(unit_id)?.name ?? 'Kanal yang sudah tutup'),
        pelanggan: subscribers < smallest ? null : subscribers,
        keterangan: subscribers < smallest ? 'kurang dari 5' : null,
      }))
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'pelanggan',
    label: 'pelanggan kabar lewat surel dan ponsel',
    async measure({ db }) {
      const { n } = await confirmed(db).select(sql<number>`count(distinct subscriber_id)::int`.as('n')).executeTakeFirstOrThrow()
      return { value: n, source: '/langganan' }
    },
  },
]
