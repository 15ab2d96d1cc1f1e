import { sql } from 'kysely'
import type { DatasetSpec, EvidenceSpec, Indicator, PublicationExport } from '#platform/web/module.ts'
import { todayOf } from '#platform/time/zone.ts'
import { codeVersions, itemsOf, keptLists, versionsOn } from './store.ts'

/** Pages of code lists, for the sitemap. */
export const publications: PublicationExport[] = [
  {
    code: 'kode-referensi',
    async addresses({ db }, after, limit) {
      const { rows } = await sql<{ code: string; changedAt: Date }>`
        select l.code, max(v.published_at) as "changedAt" from code_lists.list l join code_lists.version v on v.list_id = l.id
        where v.state = 'valid' and l.code > ${after ?? ''} group by l.code order by l.code limit ${limit}`.execute(db)
      return rows.map(({ code, changedAt }) => ({ path: `/data/kode/${code}`, changedAt, cursor: code }))
    },
  },
]

/** More items than any list has. */
const all = 1_000_000

export const datasets: DatasetSpec[] = [
  {
    code: 'kode-referensi',
    title: 'Kode referensi dan data induk',
    description: 'Semua kode yang berlaku hari ini menurut daftarnya, dengan versi dan dasar hukum daftar itu.',
    every: 'month',
    columns: [
      { name: 'daftar', title: 'Daftar', type: 'text' },
      { name: 'versi', title: 'Versi', type: 'integer' },
      { name: 'kode', title: 'Kode', type: 'text' },
      { name: 'uraian', title: 'Uraian', type: 'text' },
      { name: 'kode_induk', title: 'Kode induk', type: 'text' },
      { name: 'dasar_hukum', title: 'Dasar hukum', type: 'text' },
      { name: 'dicocokkan', title: 'Dicocokkan', type: 'text' },
    ],
    async rows({ db, government, now }) {
      const day = todayOf({ government, now })
      const rows: Record<string, unknown>[] = []
      const lists = await keptLists(db, day)
      const versions = await versionsOn(db, lists.map(({ id }) => id), day)
      for (const list of lists) {
        const version = versions.get(list.id)
        if (!version) continue
        const items = await itemsOf(db, version.id, { limit: all })
        rows.push(...items.map(({ code, label, parent }) => ({ daftar: list.code, versi: version.number, kode: code, uraian: label, kode_induk: parent, dasar_hukum: version.legalBasis, dicocokkan: version.verified ? 'ya' : 'belum' })))
      }
      return rows
    },
  },
]

export const indicators: Indicator[] = [
  {
    code: 'kode-referensi-dicocokkan',
    label: 'kode referensi sudah dicocokkan dengan sumbernya',
    inside: true,
    async measure({ db, government, now }) {
      const day = todayOf({ government, now })
      const lists = await keptLists(db, day)
      const versions = await versionsOn(db, lists.map(({ id }) => id), day)
      return { value: [...versions.values()].filter(({ verified }) => verified).length, of: lists.length, source: '/kerja/kode-referensi' }
    },
  },
]

/** Evidence that data share codes (Perpres 39/2019 article 3): each version the government set, with its day. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kode-referensi-ditetapkan',
    title: 'Kode referensi ditetapkan',
    async collect({ db }) {
      const lists = new Map((await keptLists(db)).map(list => [list.id, list]))
      const versions = (await codeVersions(db, [...lists.keys()])).filter(({ national, state }) => state === 'valid' && !national)
      return versions.flatMap(({ listId, number, legalBasis, publishedAt }) => {
        const list = lists.get(listId)
        return list && publishedAt ? [{ at: publishedAt, text: `Kode referensi “${list.title}” versi ${number} ditetapkan menurut ${legalBasis}`, source: `/data/kode/${list.code}?versi=${number}` }] : []
      }).toSorted((a, b) => a.at.getTime() - b.at.getTime())
    },
  },
]
