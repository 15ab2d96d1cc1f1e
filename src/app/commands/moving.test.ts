import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '#platform/archive/reading.ts'
import { verifyAudit } from '#platform/audit/audit.ts'
import { changed } from '#platform/db/changes.ts'
import { openDatabase } from '#platform/db/database.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { addUnit } from '#modules/organisation/store.ts'
import { releaseDue } from '#modules/publications/release.ts'
import { archivePath, aSetUp, fill, rowsOf, type Filled, type SetUp } from '../testing/moving.ts'
import { exportUnit, importUnit } from './moving.ts'

const quiet = () => {}
const kelurahan = 'kelurahan-guguk-malintang'

let source: SetUp
let target: SetUp
let filled: Filled
let path: string

const exportTo = async (from: SetUp, file: string, slug = kelurahan) => {
  const [government] = await governmentsOf(from)
  return exportUnit(from.services, government!, slug, file, quiet)
}
const governmentsOf = ({ services }: SetUp) => services.ask(governmentDirectory).all()

const get = async ({ web, government }: SetUp, url: string, language = 'id') => {
  const { statusCode, headers, rawPayload } = await web.server.inject({ url, headers: { host: government.host, cookie: `bahasa=${language}` } })
  return { status: statusCode, location: headers.location, type: headers['content-type'], body: rawPayload.toString('latin1') }
}

beforeAll(async () => {
  source = await aSetUp()
  target = await aSetUp()
  filled = await fill(source)
  path = await archivePath()
  await exportTo(source, path)
  await importUnit(target.services, path, {}, quiet)
})

afterAll(async () => {
  await source.close()
  await target.close()
})

describe('a unit that moved to an installation set up from the same region code', () => {
  test('stands on the unit of the same code, with its settings and what stands below it', async () => {
    const there = (await source.unit(kelurahan))!
    // Units are answered from memory, which hears of the arrival a moment later.
    await expect.poll(async () => ({ ...(await target.unit(kelurahan)), id: null, parentId: null })).toEqual({ ...there, id: null, parentId: null })
    const here = (await target.unit(kelurahan))!
    expect(here.id).not.toBe(there.id)
    await expect.poll(async () => (await target.unit('seksi-pemerintahan'))?.parentId).toBe(here.id)
  })

  const pages = () => [
    `/kanal/${kelurahan}`, '/berita', `/berita?unit=${kelurahan}`, '/berita?q=posyandu', '/berita?tagar=jalan',
    '/berita/balai-kelurahan-selesai', '/berita/balai-kelurahan-selesai/cetak', '/berita/jadwal-posyandu', '/berita/gotong-royong',
    '/berita/kabar-lama', '/berita/rancangan-anggaran', '/berita/besok-pagi', '/berita/catatan-pribadi', '/2015/01/balai/', '/?p=380',
    `/kanal/${kelurahan}/feed.atom`, `/kanal/${kelurahan}/feed.rss`, `/kanal/${kelurahan}/feed.json`, '/cari?q=balai', '/cari?q=lereng', '/keaktifan',
    `/situs/${kelurahan}`, `/situs/${kelurahan}/tentang`, `/situs/${kelurahan}/sejarah-kami`, `/situs/${kelurahan}/en`, `/situs/${kelurahan}/en/tentang`, `/situs/${kelurahan}/berita`, `/situs/${kelurahan}/berita/jadwal-posyandu`, `/situs/${kelurahan}/sitemap.xml`,
    `/gambar/${filled.files.picture}/320.webp`, `/gambar/${filled.files.picture}/640.webp`, `/gambar/${filled.files.picture}/besar.webp`, `/gambar/${filled.files.secret}/640.webp`,
    `/berkas/${filled.files.attachment}/peraturan.pdf`,
  ]

  test.each(['id', 'en'])('shows identical public pages, feeds, pictures and files (%s)', async language => {
    const statuses = new Map<string, number>()
    for (const url of pages()) {
      const [there, here] = [await get(source, url, language), await get(target, url, language)]
      expect(here, url).toEqual(there)
      statuses.set(url, here.status)
    }
    // Equal because all are there, not because all are missing.
    expect([...statuses].filter(([, status]) => status === 404).map(([url]) => url)).toEqual(['/berita/kabar-lama', '/berita/rancangan-anggaran', '/berita/besok-pagi', '/berita/catatan-pribadi', `/gambar/${filled.files.secret}/640.webp`])
    expect((await get(target, '/cari?q=lereng')).body).toContain('Tentang kami')
    expect((await get(target, '/berita?q=posyandu')).body).toContain('Jadwal posyandu')
  })

  test('has the same versions, steps and names in its histories, to the microsecond', async () => {
    for (const table of ['publications.publication', 'publications.version', 'publications.step', 'publications.redirect', 'pages.page', 'pages.version', 'pages.step', 'pages.redirect', 'sites.site', 'organisation.position']) {
      const all = `select (to_jsonb(t) - 'government_id' - 'unit_id')::text as row from ${table} t order by 1`
      const [there, here] = [await rowsOf(source, all), await rowsOf(target, all)]
      expect(here, table).toEqual(there)
      expect(here.length, table).toBeGreaterThan(0)
    }
    await anAccount(source, source.government, { username: 'pengelola', name: 'Pengelola Portal', unit: 'pemerintah', roles: ['administrator'] })
    await anAccount(target, target.government, { username: 'pengelola', name: 'Pengelola Portal', unit: 'pemerintah', roles: ['administrator'] })
    const [there, here] = [await signIn(source, source.government, 'pengelola'), await signIn(target, target.government, 'pengelola')]
    const main = (body: string) => body.replace(/name="_csrf" value="[^"]+"/g, '').match(/<main[\s\S]*<\/main>/)?.[0]
    for (const id of Object.values(filled.ids)) {
      for (const url of [`/kerja/publikasi/${id}`, `/kerja/publikasi/${id}/versi`]) {
        const [before, after] = [(await there.get(url)).body, (await here.get(url)).body]
        expect(main(after), url).toBe(main(before))
        expect(after).toContain('Rosmaini Chaniago')
      }
    }
    expect((await here.get(`/kerja/publikasi/gambar/${filled.files.secret}/640.webp`)).statusCode).toBe(200)
  })

  test('is counted and found once', async () => {
    const [activity] = await rowsOf(target, 'select published from publications.activity')
    expect(activity).toEqual({ published: 3 })
    const entries = `select kind, sort, title, summary, href, at, permission, words::text from platform.search_entry where kind in ('publication', 'working-copy', 'page') order by kind, title`
    expect(await rowsOf(target, entries)).toEqual(await rowsOf(source, entries))
  })

  test('brings nobody’s password, address or number', async () => {
    expect(await rowsOf(target, `select nip, account_id from organisation.holding where nip is not null or account_id is not null`)).toEqual([])
    expect(await rowsOf(target, `select name from identity.former_person`)).toEqual([{ name: 'Rosmaini Chaniago' }])
    expect(await rowsOf(target, `select 1 from identity.account where id = $1`, [filled.writer.id])).toEqual([])
  })

  test('releases at its minute what was scheduled', async () => {
    const waiting = await rowsOf(target, `select scheduled_at from publications.publication where state = 'scheduled'`)
    expect(waiting).toHaveLength(1)
    expect(await rowsOf(source, `select scheduled_at from publications.publication where state = 'scheduled'`)).toEqual(waiting)
  })

  test('stands in the audit of both, whose chains hold', async () => {
    for (const [one, action] of [[source, 'unit.export'], [target, 'unit.import']] as const) {
      expect(await rowsOf(one, 'select action from platform.audit_entry where action = $1', [action])).toHaveLength(1)
      const owner = openDatabase({ url: one.url, max: 1 })
      expect((await verifyAudit(owner.pool)).map(verdict => verdict.brokenAt)).toEqual([null])
      await owner.close()
    }
  })

  test('is left as it is when it is brought a second time', async () => {
    const counts = `select (select count(*) from publications.step) as steps, (select count(*) from platform.file) as files, (select count(*) from platform.audit_entry) as lines, (select count(*) from platform.outbox) as events`
    const before = await rowsOf(target, counts)
    expect(await importUnit(target.services, path, {}, quiet)).toMatchObject({ already: true, rows: 0, files: 0 })
    expect(await rowsOf(target, counts)).toEqual(before)
  })

  test('can move on from there, and is the same again', async () => {
    const again = await archivePath()
    const third = await aSetUp()
    try {
      await exportTo(target, again)
      await importUnit(third.services, again, {}, quiet)
      for (const url of pages().slice(0, 20)) expect(await get(third, url), url).toEqual(await get(source, url))
      expect(await rowsOf(third, `select name from identity.former_person`)).toEqual([{ name: 'Rosmaini Chaniago' }])
    } finally {
      await third.close()
    }
  })
})

describe('where the unit does not exist', () => {
  test('it is made under the unit it stood under, or under the one that is named', async () => {
    const bare = await aSetUp()
    try {
      await rowsOf(bare, `delete from organisation.unit where slug = $1`, [kelurahan])
      await bare.services.database.transaction(bare.government.id, tx => changed(tx, `units:${bare.government.id}`))
      await importUnit(bare.services, path, {}, quiet)
      const made = (await bare.unit(kelurahan))!
      expect(made.id).toBe(filled.unit.id)
      expect(made.parentId).toBe((await bare.unit('kecamatan-padang-panjang-timur'))!.id)
      for (const url of [`/kanal/${kelurahan}`, '/berita/balai-kelurahan-selesai', `/situs/${kelurahan}/tentang`]) expect(await get(bare, url), url).toEqual(await get(source, url))
      expect(await importUnit(bare.services, path, {}, quiet)).toMatchObject({ already: true })

      await rowsOf(bare, `update publications.publication set scheduled_at = now() - interval '1 minute' where state = 'scheduled'`)
      expect(await releaseDue(bare.services, bare.government.id)).toBe(1)
      expect((await get(bare, '/berita/besok-pagi')).status).toBe(200)
    } finally {
      await bare.close()
    }
  })

  test('a school is found by its number, whatever it is called there', async () => {
    const school = { slug: 'sdn-01', name: 'SD Negeri 01 Guguk Malintang', shortName: 'SDN 01', kind: 'school' as const, regionCode: null, npsn: '10303456', address: 'Jl. Sutan Syahrir', phone: null, email: null }
    const add = (one: SetUp, unit: Parameters<typeof addUnit>[1]) =>
      one.services.database.transaction(one.government.id, async tx => {
        await addUnit(tx, unit)
        await changed(tx, `units:${one.government.id}`)
      })
    const [there, none] = [await aSetUp(), await aSetUp()]
    const file = await archivePath()
    try {
      await add(source, { ...school, parentId: source.government.units[kelurahan]! })
      await exportTo(source, file, 'sdn-01')
      await add(there, { ...school, slug: 'sd-guguk', name: 'SD Guguk', address: null, parentId: there.government.units.pemerintah! })
      await importUnit(there.services, file, {}, quiet)
      await expect.poll(async () => (await there.unit('sdn-01'))?.address).toBe('Jl. Sutan Syahrir')
      expect(await there.unit('sd-guguk')).toBeUndefined()

      await importUnit(none.services, file, { under: 'kecamatan-padang-panjang-barat' }, quiet)
      await expect.poll(async () => (await none.unit('sdn-01'))?.parentId).toBe(none.government.units['kecamatan-padang-panjang-barat'])
      await expect(importUnit(none.services, await archiveOf('kelurahan-ganting'), { under: 'x' }, quiet)).resolves.toMatchObject({ already: true })
    } finally {
      await there.close()
      await none.close()
    }
  })

  const archiveOf = async (slug: string) => {
    const file = await archivePath()
    await exportTo(source, file, slug)
    return file
  }

  test('what has a channel of its own leaves by itself', async () => {
    const file = await archivePath()
    const { manifest } = await exportTo(source, file, 'kecamatan-padang-panjang-timur')
    const archive = await openArchive(file)
    const { units } = JSON.parse(await archive.text('units.json')) as { units: { slug: string }[] }
    await archive.close()
    expect(units.map(unit => unit.slug)).toEqual(['kecamatan-padang-panjang-timur'])
    expect(manifest.tables.every(table => table.rows === 0)).toBe(true)
  })
})

describe('an archive that meets something else here', () => {
  const nothing = async (one: SetUp) => ({
    rows: await rowsOf(one, `select (select count(*) from publications.publication) as p, (select count(*) from pages.page) as g, (select count(*) from organisation.position) as o, (select count(*) from platform.file) as f, (select count(*) from platform.search_entry) as s, (select count(*) from platform.audit_entry where action <> 'unit.import') as a`),
    files: (await readdir(join(one.config.data, 'files'), { recursive: true }).catch(() => [])).length,
  })

  test('is refused with the list of what is in the way, and leaves nothing', async () => {
    const other = await aSetUp()
    try {
      await rowsOf(other, `insert into publications.publication (government_id, unit_id, kind, slug, title) values ($1, $2, 'berita', 'gotong-royong', 'Gotong royong lain')`, [other.government.id, other.government.units['kelurahan-ganting']])
      const before = await nothing(other)
      await expect(importUnit(other.services, path, {}, quiet)).rejects.toThrow(/publications\.publication would take the place of others, 1: gotong-royong\n.*Nothing was taken in/s)
      expect(await nothing(other)).toEqual(before)
      expect((await get(other, '/berita/balai-kelurahan-selesai')).status).toBe(404)
    } finally {
      await other.close()
    }
  })

  test('is refused when what it brought before was changed since', async () => {
    const other = await aSetUp()
    try {
      await importUnit(other.services, path, {}, quiet)
      await rowsOf(other, `update publications.publication set title = 'Diubah di sini' where slug = 'gotong-royong'`)
      const before = await nothing(other)
      await expect(importUnit(other.services, path, {}, quiet)).rejects.toThrow(/is here with other content, 1: gotong-royong/)
      expect(await nothing(other)).toEqual(before)
    } finally {
      await other.close()
    }
  })

  test('goes to no government but its own unless one is named', async () => {
    const elsewhere = await aSetUp()
    try {
      await rowsOf(elsewhere, `update organisation.government set region_code = '99.99'`)
      await elsewhere.services.database.transaction(elsewhere.government.id, tx => changed(tx, 'governments'))
      await expect.poll(() => importUnit(elsewhere.services, path, {}, quiet).catch((error: Error) => error.message)).toMatch(/comes from Kota Padang Panjang, which is not on this installation/)
    } finally {
      await elsewhere.close()
    }
  })
})

test('an archive is not written over another file, and nothing stays when it cannot be written', async () => {
  await expect(exportTo(source, path)).rejects.toThrow('exists already')
  const fresh = await archivePath()
  await expect(exportTo(source, fresh, 'tidak-ada')).rejects.toThrow('has no unit "tidak-ada"')
  expect(await readdir(dirname(fresh))).toEqual([])
})
