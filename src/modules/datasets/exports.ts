import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator, PublicationExport } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { catalogueOffer } from './catalogue.ts'
import { nationalStates } from './entry.ts'
import type { ReleaseState } from './contract.ts'

/** Every entry of the catalogue, for the sitemap; `after` counts those before. */
export const publicAddresses: PublicationExport = {
  code: 'datasets',
  async addresses({ db }, after, limit) {
    const offset = Number(after ?? 0)
    const { items, total } = await catalogueOffer.find(db, {}, { limit, offset })
    return items.map((item, i) => ({ path: `/data/${item.slug}`, changedAt: item.updatedAt ?? item.changedAt, cursor: i === items.length - 1 && offset + items.length < total ? String(offset + items.length) : '' }))
  },
}

export const indicators: Indicator[] = [
  {
    code: 'data-tepat-jadwal',
    label: 'himpunan data diperbarui menurut jadwal',
    async measure({ db, government, now }) {
      const { rows } = await sql<{ of: number; value: number }>`select count(*)::int as of, count(*) filter (where due_on is null or due_on >= ${dayIn(now, government.zone)}::date)::int as value from datasets.dataset where state = 'listed'`.execute(db)
      return { ...rows[0]!, source: '/data' }
    },
  },
  {
    code: 'data-menunggu-pemeriksaan',
    label: 'rilis data menunggu diperiksa atau disetujui',
    inside: true,
    async measure({ db }) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from datasets.release where state in ('submitted', 'checked', 'approved')`.execute(db)
      return { value: rows[0]!.n, source: '/kerja/data' }
    },
  },
]

export const datasets: DatasetSpec[] = [
  {
    code: 'katalog-data',
    title: 'Katalog himpunan data pemerintah daerah',
    description: 'Satu baris untuk setiap himpunan data dalam daftar data: produsen, tema, akses, jadwal, rilis terakhir, dan mutunya.',
    every: 'week',
    tags: ['satu data', 'katalog'],
    legalBasis: 'Perpres 39/2019 tentang Satu Data Indonesia',
    columns: [
      { name: 'judul', title: 'Judul', type: 'text', key: true, holds: 'Nama himpunan data di katalog.' }, { name: 'produsen', title: 'Produsen data', type: 'text', holds: 'Perangkat daerah yang menghasilkan.' }, { name: 'tema', title: 'Tema', type: 'text', holds: 'Tema katalog.' },
      { name: 'akses', title: 'Akses', type: 'text', holds: 'Terbuka, terbatas, atau tertutup.' }, { name: 'jadwal', title: 'Diperbarui', type: 'text', holds: 'Seberapa sering rilis baru terbit.' }, { name: 'rilis', title: 'Rilis terakhir', type: 'text', holds: 'Periode rilis yang tampil.' },
      { name: 'tayang', title: 'Ditayangkan', type: 'timestamp', holds: 'Waktu rilis itu tayang.' }, { name: 'mutu', title: 'Mutu', type: 'integer', unit: 'angka', holds: 'Nilai mutu 0 sampai 100.' }, { name: 'alamat', title: 'Alamat halaman', type: 'text', holds: 'Alamat di portal.' },
    ],
    async rows({ db, ask, government }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ title: string; unit: string; theme: string; access: string; every: string; period: string | null; at: Date | null; quality: number | null; slug: string }>`
        select d.title, d.unit_id as unit, d.theme, d.access, d.every, r.period, r.published_at as at, d.quality, d.slug from datasets.dataset d left join datasets.release r on r.id = d.release_id
        where d.state = 'listed' order by d.title`.execute(db)
      const access: Record<string, string> = { open: 'terbuka', limited: 'terbatas', closed: 'tertutup' }
      return rows.map(row => ({ judul: row.title, produsen: units.byId(row.unit)?.name ?? '', tema: row.theme, akses: access[row.access], jadwal: row.every, rilis: row.period, tayang: row.at, mutu: row.quality, alamat: `/data/${row.slug}` }))
    },
  },
]

/** Evidence that data are planned, checked and published by those who should. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'satu-data-rilis',
    title: 'Data diperiksa walidata dan disebarluaskan menurut jadwal',
    async collect({ db, government }) {
      const { rows } = await sql<{ state: ReleaseState; at: Date; title: string; period: string; slug: string }>`
        select r.state, r.published_at as at, d.title, r.period, d.slug from datasets.release r join datasets.dataset d on d.id = r.dataset_id
        where r.published_at is not null order by r.published_at desc limit 500`.execute(db)
      return rows.map(row => ({ at: row.at, text: `${row.title}, ${row.period}: ${nationalStates[row.state]} sejak ${dayIn(row.at, government.zone)}`, source: `/data/${row.slug}` }))
    },
  },
]
