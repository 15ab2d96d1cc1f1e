import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { openDatabase } from '#platform/db/database.ts'
import type { Tx } from '#platform/db/database.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { addHolding, addUnit } from '#modules/organisation/store.ts'
import { governmentDirectory, unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { roleSeeding } from '#modules/identity/contract.ts'
import { prepareGovernment } from '#modules/organisation/setup/prepare-government.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { publicationsPort, type Picture } from '#modules/publications/contract.ts'
import { enterOfficeSearch, goLive, step } from '#modules/publications/lifecycle.ts'
import { insertVersion, updatePublication, workingById } from '#modules/publications/store.ts'
import { aContent } from '#modules/publications/testing.ts'
import { sitesPort } from '#modules/sites/contract.ts'
import { openInstallation, type Installation } from './installation.ts'

/** Kota Padang Panjang: two subdistricts and sixteen kelurahan, the smallest there is to set up. */
const region = '13.74'

/** An installation with one government, as `pendopo setup` leaves it. */
export interface SetUp extends Installation {
  government: { id: string; slug: string; host: string; units: Record<string, string> }
  unit(slug: string): Promise<Unit | undefined>
}

/** Opens an installation whose government was set up from its region code, so its units have ids of their own. */
export async function aSetUp(): Promise<SetUp> {
  const installation = await openInstallation()
  const owner = openDatabase({ url: installation.url, max: 2 })
  const id = await prepareGovernment(owner, { regionCode: region })
  await owner.close()
  const { services } = installation
  await services.database.transaction(id, tx => services.ask(roleSeeding).seed(tx))
  const government = (await services.ask(governmentDirectory).all()).find(one => one.id === id)!
  const units = await services.ask(unitDirectory).of(id)
  return {
    ...installation,
    government: { id, slug: government.slug, host: `${government.slug}.localhost`, units: Object.fromEntries(units.all.map(unit => [unit.slug, unit.id])) },
    unit: async slug => (await services.ask(unitDirectory).of(id)).bySlug(slug),
  }
}

/** A row of any table, seen from behind the application. */
export async function rowsOf(installation: Pick<Installation, 'url'>, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: installation.url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** A path for an archive that does not exist yet. */
export const archivePath = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'pendopo-archive-')), 'unit.zip')

/** What a unit's channel holds for the tests of moving. */
export interface Filled {
  unit: Unit
  /** Ids of publications by what they show. */
  ids: Record<string, string>
  /** Account of the writer, who exists at the source only. */
  writer: { id: string; username: string }
  files: { picture: string; attachment: string; secret: string }
}

/** Fills the channel and the site of a kelurahan with everything a unit can own. */
export async function fill(source: SetUp, slug = 'kelurahan-guguk-malintang'): Promise<Filled> {
  const { services, government } = source
  const unit = (await source.unit(slug))!
  const writer = await anAccount(source, government, { username: 'penulis', name: 'Rosmaini Chaniago', unit: slug, roles: ['village-operator'] })
  const hands = { governmentId: government.id, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  const inside = <T>(work: (tx: Tx) => Promise<T>) => services.database.transaction(government.id, work)
  const db = services.database.of(government.id)
  const draw = (color: string) => sharp({ create: { width: 900, height: 600, channels: 3, background: color } }).png().toBuffer()
  const image = async (name: string, color: string): Promise<Picture> => {
    const file = await services.files.put(db, government.id, { name, mediaType: 'image/png', body: await draw(color), unitId: government.units.pemerintah!, public: false, shared: true })
    return { fileId: file.id, alt: name, width: file.width!, height: file.height! }
  }
  const cover = await image('Balai kelurahan', '#0b5a55')
  const inText = await image('Jalan baru', '#aa3300')
  const secret = await image('Rancangan', '#333399')
  const paper = await services.files.put(db, government.id, { name: 'Peraturan nomor 1.pdf', mediaType: 'application/pdf', body: Buffer.from('%PDF-1.7 isi'), unitId: unit.id, public: false, shared: true })
  const attachment = { fileId: paper.id, name: paper.name, mediaType: paper.mediaType, bytes: paper.bytes }

  await inside(async tx => {
    await addUnit(tx, { slug: 'seksi-pemerintahan', name: 'Seksi Pemerintahan', shortName: 'Seksi Pemerintahan', kind: 'section', parentId: unit.id, regionCode: null, npsn: null, address: null, phone: null, email: null, channel: false })
    await addHolding(tx, { unitId: unit.id, title: 'Lurah', rank: 20, name: 'Syafril Tanjung', nip: '197001012000031001', accountId: writer.id, kind: 'definitif', from: '2020-01-01' })
    await addHolding(tx, { unitId: unit.id, title: 'Sekretaris Kelurahan', rank: 30, name: 'Yulia Piliang', nip: null, accountId: null, kind: 'plt', from: '2024-01-01' })
  })

  const bring = (title: string, item: Partial<Parameters<ReturnType<typeof portOf>['bring']>[1]>, content: Parameters<typeof aContent>[0] = {}) =>
    inside(tx => portOf(source).bring(tx, { unitId: unit.id, kind: 'berita', slug: title.toLowerCase().replaceAll(' ', '-'), content: aContent({ title, ...content }), state: 'published', private: false, publishedAt: new Date('2026-10-01T03:00:00.123Z'), scheduledAt: null, oldPaths: [], by: writer.id, ...item }))
  const ids: Record<string, string> = {
    illustrated: await bring('Balai kelurahan selesai', { oldPaths: ['/2015/01/balai/', '/?p=380'] }, {
      cover, gallery: [inText], attachments: [attachment], placeCode: unit.regionCode, activityFrom: '2026-09-01', activityTo: '2026-09-03', latitude: -0.4631234567890123, longitude: 100.4,
      body: `Baris satu\u2028baris dua, "kutip" dan \\ garis.\n\n![Jalan](/gambar/${inText.fileId}/640.webp)`, languages: { en: { title: 'Hall finished', summary: 'It is done.', body: 'The **hall**.' } },
    }),
    corrected: await bring('Jadwal posyandu', { kind: 'pengumuman', publishedAt: new Date('2026-10-05T01:00:00Z') }),
    revised: await bring('Gotong royong', { kind: 'kegiatan', publishedAt: new Date('2026-10-06T01:00:00Z') }),
    draft: await bring('Rancangan anggaran', { state: 'draft', publishedAt: null }, { cover: secret }),
    submitted: await bring('Menunggu pemeriksaan', { state: 'draft', publishedAt: null }),
    returned: await bring('Perlu diperbaiki', { state: 'draft', publishedAt: null }),
    scheduled: await bring('Besok pagi', { state: 'scheduled', publishedAt: null, scheduledAt: new Date(Date.now() + 5 * 86_400_000) }),
    archived: await bring('Kabar lama', { publishedAt: new Date('2024-10-01T03:00:00Z') }),
    private: await bring('Catatan pribadi', { private: true }),
  }
  await inside(async tx => {
    const working = async (name: string) => (await workingById(tx, ids[name]!))!
    const change = async (name: string, body: string) => {
      const before = await working(name)
      await step(tx, before, 'revise', writer.id)
      await insertVersion(tx, before.id, 2, { ...before.content, body }, writer.id, null)
      await updatePublication(tx, before.id, { working_version: 2 })
      return working(name)
    }
    await goLive(tx, hands, await change('corrected', 'Posyandu pukul 09.00.'), writer.id, { reason: 'Jamnya keliru.' })
    await change('revised', 'Ralat yang belum terbit.')
    await step(tx, await working('submitted'), 'submit', writer.id)
    await step(tx, await working('returned'), 'submit', writer.id)
    await step(tx, await working('returned'), 'return', writer.id, 'Tambahkan foto.')
    await portOf(source).withdraw(tx, ids.archived!, writer.id)
    for (const id of Object.values(ids)) await enterOfficeSearch(tx, id)
  })

  await inside(async tx => {
    const site = await services.ask(sitesPort).ensure(tx, hands, { unitId: unit.id, by: writer.id })
    const profile = await services.ask(pagesPort).bring(tx, hands, { unitId: unit.id, slug: 'tentang', title: 'Tentang kami', summary: '', body: `Kelurahan di lereng.\n\n![Balai](/gambar/${cover.fileId}/640.webp)`, attachments: [attachment], parentId: null, position: 50, inMenu: true, state: 'published', publishedAt: null, oldPaths: ['/tentang-kami/'], by: writer.id })
    await services.ask(pagesPort).bring(tx, hands, { unitId: unit.id, slug: 'sejarah-kami', title: 'Sejarah kami', summary: '', body: 'Berdiri lama.', attachments: [], parentId: profile, position: 10, inMenu: true, state: 'published', publishedAt: null, oldPaths: [], by: writer.id })
    await services.ask(sitesPort).publish(tx, hands, site, writer.id)
  })
  return { unit, ids, writer, files: { picture: cover.fileId, attachment: paper.id, secret: secret.fileId } }
}

const portOf = ({ services }: Pick<Installation, 'services'>) => services.ask(publicationsPort)
