import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { storedGovernment } from './store.ts'

describe('how a government presents itself', () => {
  let installation: Installation
  let place: TestGovernment
  let other: TestGovernment
  let admin: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    admin = await signIn(installation, place, 'admin')
  })
  afterAll(() => installation.close())

  const values = { name: 'Kabupaten Tegal', accent: '#0b5a55', pattern: 'kawung', desa: 'desa', kecamatan: 'kecamatan', kepala_desa: 'kepala desa', address: '', email: '', phone: '' }
  const stored = () => storedGovernment(installation.services.database.of(place.id), place.id)
  const save = async (changes: Record<string, string>) => admin.post('/kerja/pemerintah', { ...values, version: String((await stored()).version), ...changes })
  const front = async (host = place.host, url = '/kanal') => (await installation.web.server.inject({ url, headers: { host } })).body

  test('name, colour, pattern and words are on every page within a second; other governments keep theirs', async () => {
    const [home, channels, theirs] = [await front(place.host, '/'), await front(), await front(other.host)]
    const sheet = (html: string) => /href="(\/aset\/[^"]+\.css)"/.exec(html)![1]!
    const drops = installation.web.cache.stats().drops
    expect((await save({ name: 'Kabupaten Tegal Raya', accent: '#7a3b12', pattern: 'parang', desa: 'Nagari', kepala_desa: 'wali nagari' })).statusCode).toBe(303)
    await expect.poll(() => front(), { timeout: 1000 }).toContain('Kabupaten Tegal Raya')
    const now = await front()
    expect(now).toContain('nagari')
    expect(await front(place.host, '/')).toContain('Kabupaten Tegal Raya')
    expect(sheet(now)).not.toBe(sheet(channels))
    expect((await installation.web.server.inject({ url: sheet(now), headers: { host: place.host } })).body).toContain('#7a3b12')
    expect(installation.web.cache.stats().drops).toBeGreaterThan(drops)
    expect(await front(other.host)).toBe(theirs)
    expect(home).not.toContain('Tegal Raya')
    expect((await stored()).vocabulary).toEqual({ desa: 'nagari', Desa: 'Nagari', kepalaDesa: 'wali nagari' })
  })

  test('words everyone uses are left to the language, so that English says them in English', async () => {
    expect((await save({ desa: 'desa', kecamatan: 'kecamatan' })).statusCode).toBe(303)
    expect((await stored()).vocabulary).toEqual({})
  })

  test('a colour nobody can read is refused with its name, and what was typed stays', async () => {
    const answer = await save({ accent: '#ffee88', name: 'Nama yang diketik' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Warna #ffee88 terlalu terang')
    expect(answer.body).toContain('Nama yang diketik')
    expect((await save({ accent: 'merah' })).body).toContain('Tulis warna seperti #0b5a55')
  })

  test('a crest is shown to everyone, and the old one no longer', async () => {
    const page = await admin.get('/kerja/pemerintah')
    const send = async (picture: Buffer) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...values, _csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!, version: String((await stored()).version) })) form.set(name, value)
      form.set('crest', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'lambang.png')
      const request = new Request('http://x/', { method: 'POST', body: form })
      return installation.web.server.inject({ method: 'POST', url: '/kerja/pemerintah', headers: { host: place.host, cookie: admin.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
    }
    const draw = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#0b5a55' } }).png().toBuffer()
    expect((await send(await draw(200, 240))).statusCode).toBe(303)
    const first = (await stored()).crestFileId!
    expect((await installation.web.server.inject({ url: `/berkas/${first}`, headers: { host: place.host } })).statusCode).toBe(200)
    await expect.poll(() => front(), { timeout: 1000 }).toContain(`/berkas/${first}`)
    expect((await send(await draw(600, 100))).body).toContain('terlalu lebar')
    expect((await send(Buffer.from('bukan gambar'))).body).toContain('bukan gambar')
    expect((await send(await draw(240, 240))).statusCode).toBe(303)
    expect((await installation.web.server.inject({ url: `/berkas/${first}`, headers: { host: place.host } })).statusCode).toBe(404)
    expect((await save({ crest_remove: 'on' })).statusCode).toBe(303)
    expect((await stored()).crestFileId).toBeNull()
  })

  test('a stale form is told so', async () => {
    const version = String((await stored()).version)
    await save({ name: 'Kabupaten Tegal Satu' })
    const answer = await admin.post('/kerja/pemerintah', { ...values, name: 'Kabupaten Tegal Dua', version })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Kabupaten Tegal Satu')
    expect(answer.body).toContain('Kabupaten Tegal Dua')
  })

  test('the permission for a part is not enough', async () => {
    const clerk = await anAccount(installation, place, { username: 'sebagian' })
    await assign(installation, place, clerk.id, await aRole(installation, place, 'sebagian', [{ permission: 'organisation.configure', reach: 'unit' }]), 'diskominfo')
    expect((await (await signIn(installation, place, 'sebagian')).get('/kerja/pemerintah')).statusCode).toBe(403)
  })
})
