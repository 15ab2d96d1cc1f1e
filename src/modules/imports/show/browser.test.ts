import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { bringJob, readJob } from '../bring/jobs.ts'
import { anExport, type ExportedPost } from '../testing.ts'
import { undoJob } from '../undo/undo.ts'

describe('bringing in an old site in the browser', () => {
  let installation: Installation
  let place: TestGovernment
  let publisher: Browser
  let administrator: Browser
  let stranger: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'penerbit', unit: 'dpu', roles: ['publisher'] })
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    await anAccount(installation, place, { username: 'orang.lain', unit: 'slawi', roles: ['publisher'] })
    await anAccount(installation, place, { username: 'penulis', unit: 'dpu', roles: ['writer'] })
    ;[publisher, administrator, stranger] = [await signIn(installation, place, 'penerbit'), await signIn(installation, place, 'admin'), await signIn(installation, place, 'orang.lain')]
  })
  afterAll(() => installation.close())

  const post = (id: number, more: Partial<ExportedPost> = {}): ExportedPost => ({ id, title: `Kabar ${id}`, slug: `kabar-${id}`, ...more })
  const db = () => installation.services.database.of(place.id)

  /** Sends the form of the first step as a browser does, with its file. */
  async function upload(browser: Browser, body: string | Buffer, { name = 'ekspor.xml', fields = {} as Record<string, string> } = {}) {
    const token = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/kerja/impor/baru')).body)![1]!
    const edge = 'batas-uji'
    const parts = Object.entries({ _csrf: token, ...fields }).map(([key, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`).join('')
    const payload = Buffer.concat([Buffer.from(`${parts}--${edge}\r\nContent-Disposition: form-data; name="berkas"; filename="${name}"\r\nContent-Type: text/xml\r\n\r\n`), Buffer.from(body), Buffer.from(`\r\n--${edge}--\r\n`)])
    return installation.web.server.inject({ method: 'POST', url: '/kerja/impor/baru', headers: { host: place.host, cookie: browser.header(), 'content-type': `multipart/form-data; boundary=${edge}` }, payload })
  }
  const work = (job: typeof readJob, run: string, by: string | null = null) => job.run({ services: installation.services, governmentId: place.id, db: db(), now: new Date() }, { run, by })
  const addressOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location).split('?')[0]!
  /** Uploads and lets it be read; answers the run's page and id. */
  async function read(browser: Browser, body: string | Buffer, fields: Record<string, string> = {}) {
    const answer = await upload(browser, body, { fields })
    expect(answer.statusCode).toBe(303)
    const address = addressOf(answer)
    const id = address.split('/').at(-1)!
    await work(readJob, id)
    return { address, id, page: (await browser.get(address)).body }
  }

  test('an upload shows what would come of it, and nothing is changed yet', async () => {
    const { page, address } = await read(publisher, anExport(post(1), post(2, { html: '<script>x</script><p>Teks.</p>' }), post(3, { type: 'page', title: 'Profil dinas' }), post(5, { type: 'page', title: 'Visi', parent: 3 }), post(4, { categories: ['Kesehatan'] })))
    expect(page).toContain('Bawa masuk 3 tulisan dan 2 halaman')
    expect(page).toMatch(/name="situs"[^>]*checked/)
    expect(page).toMatch(/Visi[\s\S]*?Halaman · di bawah Profil dinas/)
    expect(page).toContain('Skrip dibuang')
    // What needs a look comes first.
    expect(page.indexOf('Kabar 2')).toBeLessThan(page.indexOf('Kabar 1'))
    expect(page).toContain('Namanya tidak menyebut jenis; periksa pilihan ini.')
    expect((await aBrowser(installation, place).get('/berita/kabar-1')).statusCode).toBe(404)
    expect((await stranger.get(address)).statusCode).toBe(404)
    expect((await administrator.get(address)).statusCode).toBe(200)
    await publisher.post(address, { langkah: 'buang' })
    expect((await publisher.get(address)).statusCode).toBe(404)
  })

  test('categories are given a meaning, then everything comes in, and can be taken back', async () => {
    const { address, id } = await read(publisher, anExport(post(11, { categories: ['Kesehatan'] }), post(12)))
    expect((await publisher.post(address, { langkah: 'hitung', jenis_kesehatan: 'program' })).statusCode).toBe(303)
    await work(readJob, id)
    expect((await publisher.get(address)).body).toMatch(/Kabar 11[\s\S]*?Program/)

    expect((await publisher.post(address, { langkah: 'bawa', jenis_kesehatan: 'program' })).statusCode).toBe(303)
    const under = (await publisher.get(address)).body
    expect(under).toContain('Halaman ini boleh ditinggalkan')
    expect((await publisher.post('/kerja/impor/baru', {})).statusCode).toBe(422)
    await work(bringJob, id)
    // A job may be delivered twice.
    await work(bringJob, id)
    const done = (await publisher.get(address)).body
    expect(done).toContain('Selesai')
    expect(done).toMatch(/href="\/kerja\/publikasi\/[0-9a-f-]{36}"/)
    const reader = aBrowser(installation, place)
    expect((await reader.get('/berita?jenis=program')).body).toContain('Kabar 11')

    const question = (await publisher.get(`${address}/batalkan`)).body
    expect(question).toContain('Ya, tarik 2 tulisan')
    expect((await stranger.get(`${address}/batalkan`)).statusCode).toBe(404)
    expect((await publisher.post(`${address}/batalkan`, {})).statusCode).toBe(303)
    await work(undoJob, id)
    expect((await publisher.get(address)).body).toContain('Ditarik kembali')
    expect((await reader.get('/berita/kabar-11')).statusCode).toBe(404)
    const { rows } = await sql<{ action: string }>`select action from platform.audit_entry where record_kind = 'import' and record_id = ${id}`.execute(db())
    expect(rows.length).toBeGreaterThanOrEqual(6)
  })

  test('the next import of the unit remembers what the categories mean', async () => {
    const { address, id } = await read(publisher, anExport(post(21, { categories: ['Olahraga'] })))
    await publisher.post(address, { langkah: 'bawa', jenis_olahraga: 'kegiatan' })
    await work(bringJob, id)
    const again = await read(publisher, anExport(post(22, { categories: ['Olahraga'] })))
    expect(again.page).toMatch(/<option value="kegiatan" selected/)
  })

  test.each([
    ['a picture named .xml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]), 'bukan XML'],
    ['a compressed export', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'masih dimampatkan'],
    ['nothing', '', 'kosong'],
  ])('%s is refused at once, with the form filled', async (_, body, sentence) => {
    const answer = await upload(publisher, body, { fields: { alamat: '' } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
  })

  test.each([
    ['another kind of XML', '<?xml version="1.0"?><catatan/>', 'bukan ekspor WordPress'],
    ['an export cut short', anExport(post(31), post(32)).slice(0, -200), 'Berkas terpotong'],
    ['a bomb of entities', '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>', 'DTD atau entitas'],
    ['letters of another encoding', Buffer.concat([Buffer.from(anExport(post(33)).slice(0, 900)), Buffer.from([0xe9, 0xff, 0xfe]), Buffer.from(anExport(post(33)).slice(900))]), 'tidak sesuai dengan pengodean'],
  ])('%s is answered with its sentence, and nothing is left', async (_, body, sentence) => {
    const { page, id } = await read(publisher, body)
    expect(page).toContain(sentence)
    expect(page).toContain('Impor ini tidak jadi')
    expect((await sql`select 1 from imports.run_item where run_id = ${id}`.execute(db())).rows).toEqual([])
  })

  test('more than 50 MB is refused while the rest of the form is kept', async () => {
    const answer = await upload(publisher, Buffer.alloc(50_000_100, '<'))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('lebih dari 50 MB')
  })

  test('a preview whose upload was removed meanwhile says so', async () => {
    const { address, id } = await read(publisher, anExport(post(41)))
    const { rows } = await sql<{ file_id: string }>`select file_id from imports.run where id = ${id}`.execute(db())
    await installation.services.files.remove(place.id, rows[0]!.file_id, [])
    await publisher.post(address, { langkah: 'bawa' })
    await work(bringJob, id)
    expect((await publisher.get(address)).body).toContain('sudah dihapus, seperti setiap unggahan')
  })

  test('only channels within reach can be filled', async () => {
    expect((await upload(publisher, anExport(post(51)), { fields: { unit: place.units.slawi! } })).statusCode).toBe(403)
    expect((await upload(administrator, anExport(post(51)), { fields: { unit: place.units.slawi! } })).statusCode).toBe(303)
    expect((await (await signIn(installation, place, 'penulis')).get('/kerja/impor')).statusCode).toBe(403)
    expect((await stranger.get('/kerja/impor')).body).not.toContain('Kabar')
  })

  test('the list shows what was done, in both languages', async () => {
    expect((await publisher.get('/kerja/impor')).body).toContain('ekspor.xml')
    const english = await publisher.get('/kerja/impor', { cookie: `${publisher.header()}; bahasa=en` })
    expect(english.body).toContain('Bring in an old site')
  })
})
