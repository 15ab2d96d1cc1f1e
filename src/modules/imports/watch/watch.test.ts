import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aFeed } from '../testing.ts'
import { look } from './look.ts'
import { dueSources } from './store.ts'

describe('watching a feed', () => {
  let installation: Installation
  let place: TestGovernment
  let server: Server
  let origin: string
  let publisher: Browser
  let account: { id: string }
  let feed = ''
  let status = 200
  let asked: (string | undefined)[] = []
  beforeAll(async () => {
    installation = await openInstallation({ PENDOPO_FETCH_LOCAL: 'yes' })
    place = await aGovernment(installation)
    account = await anAccount(installation, place, { username: 'penerbit', unit: 'dpu', roles: ['publisher'] })
    publisher = await signIn(installation, place, 'penerbit')
    const photo = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#0b5a55' } }).png().toBuffer()
    server = createServer((request, response) => {
      if (request.url === '/foto.png') return response.end(photo)
      asked.push(request.headers['if-none-match'])
      const etag = `"${Buffer.from(feed).length}"`
      if (status !== 200) return response.writeHead(status).end()
      if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
      response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(feed)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => void ((asked = []), (status = 200)))
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await installation.close()
  })

  const db = () => installation.services.database.of(place.id)
  const runs = async () => Number((await sql<{ n: string }>`select count(*)::text as n from imports.run`.execute(db())).rows[0]!.n)
  const add = async (path: string, more: Record<string, string> = {}) => {
    expect((await publisher.post('/kerja/impor/umpan', { langkah: 'pantau', alamat: origin + path, jeda: '60', ...more })).statusCode).toBe(303)
    return (await sql<{ id: string }>`select id from imports.feed_source where url = ${origin + path}`.execute(db())).rows[0]!.id
  }
  const lookAt = (id: string) => look(installation.services, place.id, id)

  test('its items come in as drafts or published, as it was set, with their pictures', async () => {
    feed = aFeed({ id: 'a1', title: 'Pasar murah dibuka', html: `<p>Pasar murah di halaman kecamatan sampai sore.</p><img src="${origin}/foto.png" alt="Pasar">` })
    await lookAt(await add('/konsep'))
    const reader = aBrowser(installation, place)
    expect((await reader.get('/berita/pasar-murah-dibuka')).statusCode).toBe(404)
    feed = aFeed({ id: 'b1', title: 'Vaksin ternak gratis', html: `<p>Vaksin ternak gratis di setiap balai desa.</p><img src="${origin}/foto.png" alt="Sapi">` })
    await lookAt(await add('/terbit', { terbit: 'on' }))
    const page = await reader.get('/berita/vaksin-ternak-gratis')
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(/<img src="\/gambar\/[0-9a-f-]{36}\/besar\.webp" alt="(?:Sapi|Pasar)"/)
    expect((await publisher.get('/kerja/impor/umpan')).body).toContain('1 baru, 0 diperbarui.')
  })

  test('is asked only for what changed since, and leaves no run when nothing did', async () => {
    feed = aFeed({ id: 'c1', title: 'Lomba desa dimulai' })
    const id = await add('/lagi', { terbit: 'on' })
    await lookAt(id)
    const before = await runs()
    await lookAt(id)
    expect(asked).toEqual([undefined, `"${Buffer.from(feed).length}"`])
    feed = `${feed} `
    await lookAt(id)
    expect(await runs()).toBe(before)
    feed = aFeed({ id: 'c1', title: 'Lomba desa dimulai' }, { id: 'c2', title: 'Lomba desa selesai' })
    await lookAt(id)
    expect(await runs()).toBe(before + 1)
    expect((await aBrowser(installation, place).get('/berita/lomba-desa-selesai')).statusCode).toBe(200)
  })

  test('that fails is asked less and less, then paused, and its owner told', async () => {
    const id = await add('/rusak')
    status = 503
    await lookAt(id)
    expect((await publisher.get('/kerja/impor/umpan')).body).toContain('menjawab dengan kode 503')
    expect((await dueSources(db(), 100)).map(source => source.id)).not.toContain(id)
    status = 200
    feed = '<html><body>Bukan umpan</body></html>'
    for (let n = 2; n <= 12; n++) await lookAt(id)
    const page = (await publisher.get('/kerja/impor/umpan')).body
    expect(page).toContain('Isinya bukan umpan berita')
    expect(page).toContain('Dijeda')
    expect((await notificationsOf(db(), account.id)).filter(note => note.text.startsWith('Umpan {name} tidak terbaca'))).toHaveLength(1)
    await lookAt(id)
    expect(asked).toHaveLength(12)
  })

  test('can be paused, taken up again and removed; what came in stays', async () => {
    const [{ id }] = (await sql<{ id: string }>`select id from imports.feed_source where url like '%/terbit'`.execute(db())).rows as [{ id: string }]
    await publisher.post('/kerja/impor/umpan', { langkah: 'henti', umpan: id })
    await lookAt(id)
    expect(asked).toEqual([])
    await publisher.post('/kerja/impor/umpan', { langkah: 'lanjut', umpan: id })
    await lookAt(id)
    expect(asked).toHaveLength(1)
    await publisher.post('/kerja/impor/umpan', { langkah: 'hapus', umpan: id })
    expect((await publisher.get('/kerja/impor/umpan')).body).not.toContain('/terbit')
    expect((await aBrowser(installation, place).get('/berita/vaksin-ternak-gratis')).statusCode).toBe(200)
  })

  test('an address that is none is refused beside its field', async () => {
    const answer = await publisher.post('/kerja/impor/umpan', { langkah: 'pantau', alamat: 'ftp://x', jeda: '60' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Tulis alamat lengkap, diawali https://')
  })
})
