import { sql, type SqlBool } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator, PublicationExport } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { kinds } from './publication.ts'
import { activityByUnit, publishedSince } from './activity.ts'
import { tables, visibleItems } from './store.ts'

/** Every public page, for the sitemap; `after` is the mark of the last one listed. */
export const publicAddresses: PublicationExport = {
  code: 'publications',
  async addresses({ db }, after, limit) {
    const { items, older } = await visibleItems(db, { before: after ?? undefined, limit })
    return items.map((item, i) => ({ path: `/berita/${item.slug}`, changedAt: item.correctedAt ?? item.publishedAt, cursor: i === items.length - 1 ? (older ?? '') : '' }))
  },
}

export const datasets: DatasetSpec[] = [
  {
    code: 'publikasi',
    title: 'Publikasi perangkat daerah, kecamatan, desa, dan sekolah',
    description: 'Satu baris untuk setiap publikasi yang terbit: kapan, oleh siapa, jenis, dan tempatnya.',
    every: 'day',
    columns: [
      { name: 'terbit', title: 'Waktu terbit', type: 'timestamp' },
      { name: 'unit', title: 'Kanal', type: 'text' },
      { name: 'jenis', title: 'Jenis', type: 'text' },
      { name: 'judul', title: 'Judul', type: 'text' },
      { name: 'kecamatan', title: 'Kode kecamatan', type: 'region' },
      { name: 'alamat', title: 'Alamat halaman', type: 'text' },
    ],
    async rows({ db, government, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      const rows = await tables(db).selectFrom('publications.publication').select(['published_at', 'unit_id', 'kind', 'title', 'district_code', 'slug']).where('visible', '=', true).orderBy('published_at').execute()
      return rows.map(row => ({ terbit: row.published_at, unit: units.byId(row.unit_id)?.name ?? '', jenis: kinds[row.kind as keyof typeof kinds], judul: row.title, kecamatan: row.district_code, alamat: `/berita/${row.slug}` }))
    },
  },
]

const agencyKinds = ['secretariat', 'agency', 'office', 'hospital', 'subdistrict']

export const indicators: Indicator[] = [
  {
    code: 'kanal-aktif',
    label: 'perangkat daerah menerbitkan kabar dalam 30 hari',
    async measure({ db, government, now, ask }) {
      const units = (await ask(unitDirectory).of(government.id)).all.filter(unit => unit.channel && agencyKinds.includes(unit.kind))
      const since = new Date(now.getTime() - 30 * 86_400_000)
      const activity = await activityByUnit(db)
      return { value: units.filter(unit => (activity.get(unit.id)?.lastPublishedAt ?? since) > since).length, of: units.length, source: '/keaktifan' }
    },
  },
  {
    code: 'publikasi-minggu-ini',
    label: 'kabar terbit dalam tujuh hari',
    async measure({ db, now }) {
      const recent = await publishedSince(db, new Date(now.getTime() - 7 * 86_400_000))
      return { value: [...recent.values()].reduce((sum, n) => sum + n, 0), source: '/berita' }
    },
  },
]

/** Evidence that information is published electronically and kept current, month by month. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'layanan-informasi-publik',
    title: 'Publikasi berkala pada kanal resmi',
    async collect({ db, government }) {
      const rows = await tables(db)
        .selectFrom('publications.publication')
        .select([sql<Date>`date_trunc('month', published_at)`.as('month'), eb => eb.fn.countAll<bigint>().as('n'), sql<bigint>`count(distinct unit_id)`.as('units')])
        .where('visible', '=', true)
        .where(sql<SqlBool>`published_at > now() - interval '24 months'`)
        .groupBy('month')
        .orderBy('month')
        .execute()
      return rows.map(row => ({ at: row.month, text: `${row.n} publikasi dari ${row.units} kanal pada ${dayIn(row.month, government.zone).slice(0, 7)}`, source: '/berita' }))
    },
  },
]
