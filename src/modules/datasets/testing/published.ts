import type { Installation } from '#app/testing/installation.ts'
import type { TestGovernment } from '#app/testing/government.ts'
import type { Cell } from '#platform/columnar/query.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Access, NewResource, Rhythm, Variable } from '../contract.ts'
import { settle, stepEntry, stepRelease, type Means } from '../lifecycle.ts'
import { datasetById, insertDataset, insertRelease, insertResources } from '../store.ts'

interface SomeDataset {
  slug: string
  title?: string
  unit?: string
  summary?: string
  theme?: string
  tags?: string[]
  access?: Access
  every?: Rhythm
  /** Releases, oldest first, each with tables or links. */
  releases?: { period: string; rows?: Cell[][]; link?: string }[]
  variables?: Variable[]
}

const visitVariables: Variable[] = [
  { name: 'kecamatan', title: 'Kecamatan', type: 'text', key: true, description: 'Nama kecamatan' },
  { name: 'tanggal', title: 'Tanggal', type: 'date' },
  { name: 'kunjungan', title: 'Kunjungan', type: 'integer', unit: 'kunjungan', description: 'Jumlah kunjungan puskesmas' },
]
const visitRows: Cell[][] = [['Slawi', '2026-10-01', 120], ['Adiwerna', '2026-10-02', 80], ['Slawi', '2026-10-03', 95], ['Dukuhturi', '2026-10-03', null]]

/** Makes an entry with published releases, as if everybody had done their part. */
export async function aDataset({ services }: Pick<Installation, 'services'>, government: TestGovernment, dataset: SomeDataset): Promise<{ id: string; slug: string; releaseIds: string[]; resourceIds: string[] }> {
  const means: Means = { governmentId: government.id, today: dayIn(new Date(), 'Asia/Jakarta'), ask: services.ask }
  const variables = dataset.variables ?? visitVariables
  const contents = await Promise.all((dataset.releases ?? []).map(async ({ period, rows, link }): Promise<{ period: string; part: NewResource }> => ({
    period,
    part: link ? { kind: 'link', name: 'Berkas di tempat lain', url: link, mediaType: 'application/pdf' } : { kind: 'table', name: 'Tabel', table: await services.tables.keepRows(government.id, variables, rows ?? visitRows) },
  })))
  return services.database.transaction(government.id, async tx => {
    const access = dataset.access ?? 'open'
    let entry = await insertDataset(tx, {
      slug: dataset.slug, title: dataset.title ?? `Data ${dataset.slug}`, summary: dataset.summary ?? `Uraian tentang data ${dataset.slug} yang cukup panjang untuk dibaca orang dan mesin.`, unitId: government.units[dataset.unit ?? 'diskominfo']!, theme: dataset.theme ?? 'kesehatan', tags: dataset.tags ?? ['uji', 'satu data'],
      access, accessReason: access === 'open' ? null : 'Memuat rincian yang dikecualikan', accessBasis: access === 'open' ? null : 'UU 14/2008 pasal 17', licence: access === 'open' ? 'CC-BY-4.0' : 'terbatas', every: dataset.every ?? 'month',
      legalBasis: 'Perpres 39/2019', coverage: 'Seluruh kecamatan', contact: 'data@tegalkab.example', state: 'draft', origin: 'office', originCode: null, originUrl: null, variables,
    }, null)
    entry = await stepEntry(tx, means, entry, 'list', null)
    const releaseIds: string[] = []
    const resourceIds: string[] = []
    for (const { period, part } of contents) {
      const release = await insertRelease(tx, { datasetId: entry.id, period, version: 1, note: null }, null)
      resourceIds.push(...(await insertResources(tx, release.id, [part])))
      const handed = await stepRelease(tx, means, entry, release, 'submit', null)
      const checked = await stepRelease(tx, means, entry, handed, 'check', null)
      const approved = await stepRelease(tx, means, entry, checked, 'approve', null)
      await stepRelease(tx, means, entry, approved, 'publish', null)
      releaseIds.push(release.id)
      entry = (await datasetById(tx, entry.id))!
    }
    await settle(tx, means, entry.id)
    return { id: entry.id, slug: entry.slug, releaseIds, resourceIds }
  })
}
