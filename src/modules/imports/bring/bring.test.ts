import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPdf } from '#platform/files/testing.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, type Browser } from '#modules/identity/testing.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { UNDESCRIBED } from '../draft.ts'
import { noChoices } from '../import-run.ts'
import { openMediaFolder } from '../media/folder.ts'
import type { MediaOrigin } from '../media/gather.ts'
import { readSource } from '../source.ts'
import { insertRun, itemsOf } from '../store.ts'
import { anExport, type ExportedPost } from '../testing.ts'
import { undo, undoable } from '../undo/undo.ts'
import { bringIn } from './bring.ts'

describe('bringing in an old site', () => {
  let installation: Installation
  let place: TestGovernment
  let reader: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    reader = aBrowser(installation, (place = await aGovernment(installation)))
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  let unit = 'dpu'
  let serial = 0
  /** Ids of posts differ from test to test, so that each has an old site of its own. */
  let base = 0
  beforeEach(() => void (base = ++serial * 1000))

  async function bring(posts: ExportedPost[], origin?: MediaOrigin) {
    const source = await readSource(Buffer.from(anExport(...posts)))
    const runId = await insertRun(db(), { unitId: place.units[unit]!, name: 'ekspor.xml', state: 'bringing', by: null })
    const result = await bringIn(installation.services, runId, { governmentId: place.id, unitId: place.units[unit]!, zone: 'Asia/Jakarta', source, choices: noChoices, by: null, origin })
    return { ...result, runId, rows: (await itemsOf(db(), runId, { limit: 100 })).items }
  }
  const versions = async () => Number((await sql<{ n: string }>`select count(*)::text as n from publications.version`.execute(db())).rows[0]!.n)
  const rows = async (slug: string) => (await sql<{ id: string; state: string; visible: boolean; private: boolean; working_version: number; scheduled_at: Date | null }>`select id, state, visible, private, working_version, scheduled_at from publications.publication where slug = ${slug}`.execute(db())).rows[0]
  const post = (n: number, more: Partial<ExportedPost> = {}): ExportedPost => ({ id: base + n, title: `Kabar ${base + n}`, slug: `kabar-${base + n}`, ...more })

  test('a post keeps its date, its text and its old addresses', async () => {
    const { counts } = await bring([post(1, { html: 'Jalan <b>Balapulang</b> diperbaiki mulai Senin pekan depan.\n\n<ul><li>siang</li></ul>' })])
    expect(counts).toMatchObject({ create: 1, look: 0 })
    const page = await reader.get(`/berita/kabar-${base + 1}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<strong>Balapulang</strong>')
    expect(page.body).toContain('8 Januari 2015')
    const old = await reader.get(`/2015/01/kabar-${base + 1}/`)
    expect([old.statusCode, old.headers.location]).toEqual([301, `/berita/kabar-${base + 1}`])
    const short = await reader.get(`/?p=${base + 1}`)
    expect([301, 303]).toContain(short.statusCode)
    expect(short.headers.location).toBe(`/berita/kabar-${base + 1}`)
  })

  test('doing it again changes nothing, and a change at the source renews that post alone', async () => {
    const posts = [post(1), post(2), post(3, { status: 'draft' })]
    await bring(posts)
    const before = await versions()
    expect((await bring(posts)).counts).toMatchObject({ create: 0, update: 0, unchanged: 3 })
    expect(await versions()).toBe(before)
    const { counts } = await bring([posts[0]!, { ...posts[1]!, html: '<p>Isi yang baru dari sumbernya.</p>' }, posts[2]!])
    expect(counts).toMatchObject({ create: 0, update: 1, unchanged: 2 })
    expect(await versions()).toBe(before + 1)
    expect((await rows(`kabar-${base + 2}`))!.working_version).toBe(2)
    expect((await reader.get(`/berita/kabar-${base + 2}`)).body).toContain('Isi yang baru dari sumbernya')
  })

  test('a text that people went on with is never written over', async () => {
    await bring([post(1)])
    const { id } = (await rows(`kabar-${base + 1}`))!
    await sql`insert into publications.version (publication_id, number, title, summary, body) select publication_id, 2, title, summary, 'Disunting di sini.' from publications.version where publication_id = ${id}`.execute(db())
    await sql`update publications.publication set working_version = 2 where id = ${id}`.execute(db())
    const { counts, rows: items } = await bring([post(1, { html: '<p>Berubah di sumber.</p>' })])
    expect(counts).toMatchObject({ keep: 1, update: 0, look: 1 })
    expect(items[0]).toMatchObject({ action: 'keep', publicationId: id, looks: true })
    expect((await rows(`kabar-${base + 1}`))!.working_version).toBe(2)
  })

  test('an import that fails half-way leaves nothing', async () => {
    const posts = [post(1), post(2), post(3)]
    const before = await versions()
    const publications = installation.services.ask(publicationsPort)
    const original = publications.bring
    let calls = 0
    publications.bring = (tx, item) => (++calls === 3 ? Promise.reject(new Error('the disk is full')) : original(tx, item))
    try {
      await expect(bring(posts)).rejects.toThrow('the disk is full')
    } finally {
      publications.bring = original
    }
    expect(await versions()).toBe(before)
    expect(await rows(`kabar-${base + 1}`)).toBeUndefined()
    expect((await reader.get(`/2015/01/kabar-${base + 1}/`)).statusCode).toBe(404)
    expect((await sql`select 1 from imports.source_item where source_id like ${`%:${base + 1}`}`.execute(db())).rows).toEqual([])
    expect((await bring(posts)).counts).toMatchObject({ create: 3 })
  })

  test('two imports of the same file at once make every post once', async () => {
    const posts = [post(1), post(2)]
    const both = await Promise.all([bring(posts), bring(posts)])
    expect(new Set(both.map(({ counts }) => counts.create))).toEqual(new Set([0, 2]))
  })

  test('private, planned and unfinished posts stay what they were', async () => {
    await bring([post(1, { status: 'private', html: '<p>Rahasia kantor.</p>' }), post(2, { status: 'future', date: '2090-01-01 01:00:00' }), post(3, { status: 'draft' })])
    expect(await rows(`kabar-${base + 1}`)).toMatchObject({ state: 'draft', private: true, visible: false })
    expect(await rows(`kabar-${base + 2}`)).toMatchObject({ state: 'scheduled', visible: false, scheduled_at: new Date('2090-01-01T01:00:00Z') })
    expect(await rows(`kabar-${base + 3}`)).toMatchObject({ state: 'draft', private: false, visible: false })
    for (const n of [1, 2, 3]) for (const path of [`/berita/kabar-${base + n}`, `/2015/01/kabar-${base + n}/`]) expect((await reader.get(path)).statusCode).toBe(404)
    expect((await reader.get('/cari?q=rahasia+kantor')).body).not.toContain(`Kabar ${base + 1}`)
  })

  test('a post that its site made private leaves the public', async () => {
    await bring([post(1)])
    expect((await reader.get(`/berita/kabar-${base + 1}`)).statusCode).toBe(200)
    await bring([post(1, { status: 'private' })])
    expect((await reader.get(`/berita/kabar-${base + 1}`)).statusCode).toBe(404)
    await bring([post(1)])
    expect((await reader.get(`/berita/kabar-${base + 1}`)).statusCode).toBe(200)
  })

  test('hostile markup is harmless on the page', async () => {
    const html = `<p onclick="x()">Baca <a href="javascript:alert(1)">ini</a><img src=x onerror=alert(2)></p><script>document.cookie</script><svg onload=alert(3)></svg><iframe src="javascript:alert(4)"></iframe><style>body{display:none}</style>&lt;script&gt;alert(5)&lt;/script&gt;`
    const { rows: items } = await bring([post(1, { html, title: '<img src=x onerror=alert(6)>Judul' })])
    const { body } = await reader.get(`/berita/kabar-${base + 1}`)
    const article = /<article[\s\S]*<\/article>/.exec(body)?.[0] ?? body
    expect(article).not.toMatch(/<script(?! type="application\/ld\+json")|<svg onload|<iframe|onerror=|onclick=|href="javascript:/i)
    expect(body).toContain('&lt;script&gt;alert(5)')
    expect(items[0]!.notes.map(note => note.text)).toContain('Skrip dibuang')
  })

  test('the trash stays out', async () => {
    const { counts, rows: items } = await bring([post(1, { status: 'trash' })])
    expect(counts).toMatchObject({ create: 0, skip: 1 })
    expect(items.map(item => [item.action, item.notes[0]?.text])).toEqual([['skip', 'Ada di tempat sampah WordPress.']])
  })

  describe('pictures and files', () => {
    const file = (name: string) => `https://lama.example.go.id/wp-content/uploads/2015/01/${name}`
    async function aFolder() {
      const folder = await mkdtemp(join(tmpdir(), 'pendopo-media-'))
      await mkdir(join(folder, '2015/01'), { recursive: true })
      await writeFile(join(folder, '2015/01', `foto-${base}.jpg`), await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0b5a55' } }).jpeg().withExif({ IFD0: { Artist: 'Penulis Lama' } }).toBuffer())
      await writeFile(join(folder, `edaran-${base}.pdf`), aPdf())
      return openMediaFolder(folder)
    }
    const posts = () => [
      post(1, { cover: base + 8, html: `<img src="${file(`foto-${base}-300x200.jpg`)}"><a href="${file(`edaran-${base}.pdf`)}">unduh</a> <img src="${file('hilang.jpg')}">` }),
      post(8, { file: file(`foto-${base}.jpg`), alt: 'Camat menyapu', parent: base + 1, categories: [] }),
    ]

    test('come from a folder, re-encoded; what is missing is named and the import goes on', async () => {
      const { counts, rows: items } = await bring(posts(), { folder: await aFolder() })
      expect(counts).toMatchObject({ create: 1, look: 1, media: 2, missing: 1 })
      expect(items[0]!.notes).toEqual([{ text: 'Gambar {name} tidak tersedia', values: { name: 'hilang.jpg' } }])
      const { body } = await reader.get(`/berita/kabar-${base + 1}`)
      const picture = /<img[^>]+src="(\/gambar\/[0-9a-f-]{36}\/besar\.webp)"[^>]*alt="Camat menyapu"/.exec(body)?.[1]
      const stored = await reader.get(picture!)
      expect([stored.statusCode, stored.headers['content-type']]).toEqual([200, 'image/webp'])
      expect(stored.rawPayload.includes('Penulis Lama')).toBe(false)
      const letter = /href="(\/berkas\/[0-9a-f-]{36}\/[^"]+\.pdf)"/.exec(body)?.[1]
      expect((await reader.get(letter!)).statusCode).toBe(200)
      expect(body).not.toContain('lama.example.go.id/wp-content')
    })

    test('are here once, also when the folder is gone', async () => {
      await bring(posts(), { folder: await aFolder() })
      const { counts } = await bring(posts())
      expect(counts).toMatchObject({ unchanged: 1, update: 0, media: 0 })
    })

    test('without a description say so, for someone to mend', async () => {
      const { rows: items } = await bring([post(1, { html: `<img src="${file(`foto-${base}.jpg`)}">` })], { folder: await aFolder() })
      expect(items[0]!.notes.map(note => note.text)).toEqual(['Gambar {name} belum berketerangan'])
      expect((await reader.get(`/berita/kabar-${base + 1}`)).body).toContain(`alt="${UNDESCRIBED}"`)
    })
  })

  describe('undoing', () => {
    const undoRun = async (runId: string) => {
      await sql`update imports.run set state = 'undoing' where id = ${runId}`.execute(db())
      await undo(installation.services, place.id, runId, null)
    }

    test('takes back what the import made, except what people changed; doing it again brings it back', async () => {
      unit = 'slawi'
      const posts = [post(1), post(2, { status: 'future', date: '2090-01-01 01:00:00' }), post(3, { status: 'draft' }), post(4)]
      const { runId } = await bring(posts)
      const { id } = (await rows(`kabar-${base + 4}`))!
      await sql`insert into publications.version (publication_id, number, title, summary, body) select publication_id, 2, title, summary, 'Disunting.' from publications.version where publication_id = ${id}`.execute(db())
      await sql`update publications.publication set working_version = 2 where id = ${id}`.execute(db())
      expect((await undoable(installation.services, db(), runId)).left.map(item => item.title)).toEqual([`Kabar ${base + 4}`])
      await undoRun(runId)
      for (const n of [1, 2, 3]) expect(await rows(`kabar-${base + n}`)).toMatchObject({ state: 'archived', visible: false })
      expect((await reader.get(`/berita/kabar-${base + 1}`)).statusCode).toBe(404)
      expect((await reader.get(`/berita/kabar-${base + 4}`)).statusCode).toBe(200)
      const noted = (await itemsOf(db(), runId, { limit: 10 })).items.find(item => item.publicationId === id)
      expect(noted?.notes[0]?.text).toBe('Sudah disunting sejak dibawa masuk; dibiarkan.')

      expect((await bring(posts)).counts).toMatchObject({ create: 3, unchanged: 1 })
      expect((await reader.get(`/berita/kabar-${base + 1}`)).statusCode).toBe(200)
      expect(await rows(`kabar-${base + 2}`)).toMatchObject({ state: 'scheduled' })
      unit = 'dpu'
    })
  })
})
