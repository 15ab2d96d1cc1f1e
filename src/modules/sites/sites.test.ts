import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '#app/testing/eventually.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPublication } from '#modules/publications/testing.ts'

let installation: Installation
let place: TestGovernment
let operator: Browser
let visitor: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const { username } = await anAccount(installation, place, { unit: 'kalisapu', roles: ['village-operator'], name: 'Sri Wahyuni' })
  operator = await signIn(installation, place, username)
  visitor = aBrowser(installation, place)
  await aPublication(installation.services, place, { unit: 'kalisapu', content: { title: 'Kerja bakti di balai desa' } })
})
afterAll(() => installation.close())

const idOf = async (title: string): Promise<string> => {
  const { body } = await operator.get('/kerja/situs/kalisapu')
  return new RegExp(`/kerja/halaman/([0-9a-f-]{36})">${title}<`).exec(body)![1]!
}

describe('a village makes its site', () => {
  it('shows nothing to the public before it is published', async () => {
    const made = await operator.post('/kerja/situs/baru', { name: 'Desa Kalisapu', tagline: 'Guyub di tepi Kali Gung', template: 'village', latitude: '-6,9921', longitude: '109,1432' })
    expect(made.statusCode).toBe(303)
    expect(made.headers.location).toBe('/kerja/situs/kalisapu')
    expect((await visitor.get('/situs/kalisapu')).statusCode).toBe(303)
    expect((await visitor.get('/situs/kalisapu/kontak')).statusCode).toBe(404)
  })

  it('publishes with one press what has something to read, and says what is still empty', async () => {
    expect((await operator.get('/kerja/situs/kalisapu')).body).toContain('Masih kosong')
    expect((await operator.post('/kerja/situs/kalisapu', { step: 'publish' })).statusCode).toBe(303)
    await eventually(async () => {
      const home = await visitor.get('/situs/kalisapu')
      expect(home.statusCode).toBe(200)
      expect(home.body).toContain('Guyub di tepi Kali Gung')
      expect(home.body).toContain('href="/situs/kalisapu/berita/kerja-bakti-di-balai-desa"')
    })
    expect((await visitor.get('/situs/kalisapu/sejarah')).statusCode).toBe(404)
    expect((await visitor.get('/situs/kalisapu/sitemap.xml')).body).not.toContain('/sejarah<')
    const article = await visitor.get('/situs/kalisapu/berita/kerja-bakti-di-balai-desa')
    expect(article.body).toContain(`<link rel="canonical" href="http://${place.host}/berita/kerja-bakti-di-balai-desa"`)
  })

  it('shows the same pages at the root of its own host, with links that stay there', async () => {
    const there = aBrowser(installation, { host: `kalisapu.${place.host}` })
    const home = await there.get('/')
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain('href="/berita/kerja-bakti-di-balai-desa"')
    expect(home.body).not.toContain('href="/situs/')
    expect((await there.get('/en')).body).toContain('<html lang="en"')
  })

  it('shows a page once it is filled and published, keeps what readers see while it is changed, and finds it in the search', async () => {
    const id = await idOf('Sejarah')
    const shown = await operator.get(`/kerja/halaman/${id}`)
    const edit = /\/kerja\/halaman\/[0-9a-f-]{36}\/bagian\/text\/[\w-]+/.exec(shown.body)![0]
    expect((await operator.post(edit, { text: 'Kalisapu bermula dari **tegalan** di timur kali.', next: 'save' })).statusCode).toBe(303)
    expect((await operator.post(`/kerja/halaman/${id}`, { step: 'publish' })).statusCode).toBe(303)
    await eventually(async () => expect((await visitor.get('/situs/kalisapu/sejarah')).body).toContain('<strong>tegalan</strong>'))
    expect((await visitor.get('/cari?q=tegalan')).body).toContain('href="/situs/kalisapu/sejarah"')
    expect((await visitor.get('/situs/kalisapu/sitemap.xml')).body).toContain(`//kalisapu.${place.host}/sejarah<`)

    await operator.post(edit, { text: 'Kalisapu bermula dari pasar.', next: 'save' })
    expect((await visitor.get('/situs/kalisapu/sejarah')).body).toContain('tegalan')
    expect((await operator.get(`/kerja/halaman/${id}/pratinjau`)).body).toContain('bermula dari pasar')
    await operator.post(`/kerja/halaman/${id}`, { step: 'discard' })
    expect((await operator.get(`/kerja/halaman/${id}/pratinjau`)).body).toContain('tegalan')
    expect((await operator.get(`/kerja/halaman/${id}/versi/banding?dari=3&ke=4`)).body).toContain('pasar')
  })

  it('keeps a moved page reachable under its old address', async () => {
    const id = await idOf('Sejarah')
    await operator.post(`/kerja/halaman/${id}/ubah`, { title: 'Asal-usul', position: '3', in_menu: 'on', slug: 'asal-usul', parent: '' })
    await eventually(async () => {
      const old = await visitor.get('/situs/kalisapu/sejarah')
      expect(old.statusCode).toBe(301)
      expect(old.headers.location).toBe('/situs/kalisapu/asal-usul')
    })
  })

  it('refuses a colour that cannot be read, keeping what was typed, and takes a dark one', async () => {
    const values = { name: 'Desa Kalisapu', slug: 'kalisapu', template: 'village', latitude: '-6,9921', longitude: '109,1432', tagline: '' }
    const refused = await operator.post('/kerja/situs/kalisapu/tampilan', { ...values, accent: '#ffee88' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('value="#ffee88"')
    expect((await operator.post('/kerja/situs/kalisapu/tampilan', { ...values, accent: '#5a1f0b' })).statusCode).toBe(303)
    await eventually(async () => {
      const sheet = /\/aset\/[^"]*~5a1f0b-[^"]*\.css/.exec((await visitor.get('/situs/kalisapu')).body)
      expect(sheet).not.toBeNull()
      expect((await visitor.get(sheet![0])).body).toContain('#5a1f0b')
    })
    expect((await visitor.get('/')).body).not.toContain('~5a1f0b')
    const unknown = await visitor.get('/aset/tegalkab~123456-abcdefghij.css')
    expect(unknown.body).not.toContain('#123456')
  })

  it('changes its template without losing a page or a word, and adds what the new one brings', async () => {
    const before = (await operator.get('/kerja/situs/kalisapu')).body.match(/\/kerja\/halaman\/[0-9a-f-]{36}"/g)!
    await operator.post('/kerja/situs/kalisapu/tampilan', { name: 'Desa Kalisapu', slug: 'kalisapu', template: 'agency', latitude: '', longitude: '', tagline: '', accent: '' })
    const after = (await operator.get('/kerja/situs/kalisapu')).body
    for (const page of before) expect(after).toContain(page)
    expect(after).toContain('Struktur organisasi')
    expect((await visitor.get('/situs/kalisapu/asal-usul')).body).toContain('tegalan')
  })

  it('is led to under its old name after it is renamed', async () => {
    await operator.post('/kerja/situs/kalisapu/tampilan', { name: 'Desa Kalisapu', slug: 'desa-kalisapu', template: 'agency', latitude: '', longitude: '', tagline: '', accent: '' })
    await eventually(async () => {
      expect((await visitor.get('/situs/desa-kalisapu')).statusCode).toBe(200)
      expect((await visitor.get('/situs/kalisapu/asal-usul')).headers.location).toBe('/situs/desa-kalisapu/asal-usul')
    })
    expect((await visitor.get('/cari?q=tegalan')).body).toContain('href="/situs/desa-kalisapu/asal-usul"')
  })

  it('is gone for the public when it is closed, and stays whole for the office', async () => {
    await operator.post('/kerja/situs/kalisapu', { step: 'close' })
    await eventually(async () => expect((await visitor.get('/situs/desa-kalisapu/asal-usul')).statusCode).toBe(404))
    expect((await visitor.get('/cari?q=tegalan')).body).not.toContain('asal-usul')
    expect((await operator.get('/kerja/situs/kalisapu')).body).toContain('Asal-usul')
  })
})

describe('who may do what', () => {
  it('lets a writer prepare a page and send it, and only a publisher show it', async () => {
    const { username } = await anAccount(installation, place, { unit: 'dpu', roles: ['writer'] })
    const writer = await signIn(installation, place, username)
    const { username: head } = await anAccount(installation, place, { unit: 'dpu', roles: ['publisher'] })
    const publisher = await signIn(installation, place, head)
    expect((await writer.get('/kerja/situs/baru')).statusCode).toBe(403)
    await publisher.post('/kerja/situs/baru', { unit: place.units.dpu!, name: 'Dinas Pekerjaan Umum', template: 'agency' })
    const made = await writer.post('/kerja/halaman/baru?unit=dpu', { title: 'Alat berat', position: '9', in_menu: 'on' })
    const address = String(made.headers.location)
    await writer.post(`${address}/bagian/text/baru`, { text: 'Sewa alat berat dilayani setiap hari kerja.' })
    expect((await writer.post(address, { step: 'publish' })).statusCode).toBe(403)
    expect((await writer.post(address, { step: 'submit' })).statusCode).toBe(303)
    expect((await publisher.get('/pemberitahuan')).body).toContain('Alat berat')
    expect((await publisher.post(address, { step: 'return', remarks: '' })).statusCode).toBe(422)
    await publisher.post(address, { step: 'return', remarks: 'Tambahkan tarifnya.' })
    expect((await writer.get(address)).body).toContain('Tambahkan tarifnya.')
    await writer.post(address, { step: 'submit' })
    expect((await publisher.post(address, { step: 'publish' })).statusCode).toBe(303)
  })

  it('publishes a page with everything that waits below it at once', async () => {
    const at = async (title: string, parent: string) => String((await operator.post('/kerja/halaman/baru?unit=kalisapu', { title, position: '9', in_menu: 'on', parent })).headers.location)
    const top = await at('Wisata', '')
    const below = await at('Curug', top.split('/').at(-1)!)
    const empty = await at('Kuliner', top.split('/').at(-1)!)
    for (const address of [top, below]) await operator.post(`${address}/bagian/text/baru`, { text: 'Dibuka setiap hari.' })
    expect((await operator.get(top)).body).toContain('Terbitkan bagian ini (2 halaman)')
    expect((await operator.post(top, { step: 'publish-section' })).statusCode).toBe(303)
    for (const address of [top, below]) expect((await operator.get(address)).body, address).toContain('>Terbit<')
    expect((await operator.get(empty)).body).toContain('>Konsep<')
  })

  it('knows no site and no page of another unit', async () => {
    const { username } = await anAccount(installation, place, { unit: 'slawi', roles: ['village-operator'] })
    const stranger = await signIn(installation, place, username)
    const id = await idOf('Asal-usul')
    for (const address of ['/kerja/situs/kalisapu', '/kerja/situs/kalisapu/tampilan', `/kerja/halaman/${id}`, `/kerja/halaman/${id}/ubah`, `/kerja/halaman/${id}/versi`, `/kerja/halaman/${id}/pratinjau`, '/kerja/halaman/baru?unit=kalisapu'])
      expect((await stranger.get(address)).statusCode, address).toBe(404)
  })

  it('opens nobody else’s picture by naming it in a text', async () => {
    const { services } = installation
    const put = (unit: string) => services.files.put(services.database.of(place.id), place.id, { name: 'x.txt', mediaType: 'text/plain', body: Buffer.from(unit), unitId: place.units[unit]!, public: false, shared: true })
    const [own, foreign] = [await put('kalisapu'), await put('dpu')]
    const made = await operator.post('/kerja/halaman/baru?unit=kalisapu', { title: 'Gambar lama', position: '9' })
    const address = String(made.headers.location)
    await operator.post(`${address}/bagian/text/baru`, { text: `![a](/gambar/${own.id}/besar.webp) ![b](/gambar/${foreign.id}/besar.webp)` })
    await operator.post(address, { step: 'publish' })
    expect((await visitor.get(`/berkas/${own.id}`)).statusCode).toBe(200)
    expect((await visitor.get(`/berkas/${foreign.id}`)).statusCode).toBe(404)
  })

  it('says so when two change the same block, and lets them when they change different ones', async () => {
    const id = await idOf('Profil')
    const blocks = [...(await operator.get(`/kerja/halaman/${id}`)).body.matchAll(/\/bagian\/(text|facts)\/([\w-]+)"/g)].filter(([, , block]) => block !== 'baru').map(([path]) => `/kerja/halaman/${id}${path!.slice(0, -1)}`)
    const [first, second] = blocks.filter(path => path.includes('/text/'))
    const seen = /name="version" value="(\d+)"/.exec((await operator.get(first!)).body)![1]!
    expect((await operator.post(first!, { text: 'Satu', version: seen })).statusCode).toBe(303)
    expect((await operator.post(second!, { text: 'Dua', version: seen })).statusCode).toBe(303)
    const late = await operator.post(first!, { text: 'Terlambat', version: seen })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Terlambat')
  })
})
