import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { auditDue, auditOne } from '../audit.ts'
import { everything } from '../parts/scope.ts'
import { subjectWithin } from '../store.ts'

const page = (title: string, body: string) => `<!doctype html><html lang="id"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`

describe('auditing a site elsewhere', () => {
  let installation: Installation
  let place: TestGovernment
  let server: Server
  let base: string
  let admin: Browser
  let own: Browser
  let stranger: Browser
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown
  const asked: string[] = []
  beforeAll(async () => {
    installation = await openInstallation({ PENDOPO_FETCH_LOCAL: 'yes' })
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    await anAccount(installation, place, { username: 'penulis', unit: 'dpu', roles: ['writer'] })
    await anAccount(installation, place, { username: 'orang.lain', unit: 'slawi', roles: ['writer'] })
    ;[admin, own, stranger] = [await signIn(installation, place, 'admin'), await signIn(installation, place, 'penulis'), await signIn(installation, place, 'orang.lain')]
    server = createServer((request, response) => {
      asked.push(String(request.headers['user-agent']))
      response.setHeader('content-type', 'text/html')
      answer(request, response)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await installation.close()
  })

  const list = '/kerja/kesehatan-situs/luar'
  const add = (values: Record<string, string> = {}) => admin.post(list, { alamat: base, nama: 'Dinas PU (lama)', unit: place.units.dpu!, jenis: '', ...values })
  let detail = ''
  const visit = async () => {
    const id = detail.split('/').at(-1)!
    await auditOne(installation.services, place.id, id, { bounds: { pauseMs: 0 } })
    return (await subjectWithin(installation.services.database.of(place.id), everything, { id }))!
  }

  test('only who manages may list an address, each once, and none of our own', async () => {
    expect((await own.get(list)).body).not.toContain('Tambah situs')
    const token = /name="_csrf" value="([^"]+)"/.exec((await own.get('/kerja')).body)![1]!
    const forged = await installation.web.server.inject({ method: 'POST', url: list, headers: { host: place.host, cookie: own.header(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: token, alamat: base, nama: 'Curang' }).toString() })
    expect(forged.statusCode).toBe(403)
    for (const alamat of ['ftp://contoh.go.id/', 'http://a:b@contoh.go.id/', 'javascript:alert(1)', 'bukan alamat', `http://${place.host}/`]) expect((await add({ alamat })).statusCode, alamat).toBe(422)
    const added = await add()
    expect(added.statusCode).toBe(303)
    detail = String(added.headers.location)
    expect((await add()).body).toContain('Alamat ini sudah terdaftar.')
    expect((await add({ alamat: 'pu.contoh.go.id', nama: 'Tanpa skema', unit: '' })).statusCode).toBe(303)
    expect((await admin.get(list)).body).toContain('pu.contoh.go.id')
  })

  test('a visit tells what was seen where, and what is missing', async () => {
    answer = ({ url }, response) => {
      if (url === '/robots.txt') return response.end('User-agent: *\nDisallow: /admin')
      if (url === '/') return response.end(page('Dinas Pekerjaan Umum', '<a href="/profil">Profil</a> <a href="/admin">Masuk</a> <a href="/layanan">Layanan</a> <a href="https://lapor.go.id">Lapor</a> <a href="/lama">Berita lama</a> 3 Januari 2020 <img src="a.png">'))
      if (url === '/profil') return response.end(page('Profil', 'Tugas'))
      if (url === '/layanan') return response.end(page('Layanan', 'Persyaratan dan biaya'))
      return response.writeHead(404).end('')
    }
    const { score, parts, facts } = await visit()
    const part = (code: string) => parts.find(one => one.code === code)!
    expect(part('profile')).toMatchObject({ text: null, where: [{ href: `${base}profil` }] })
    expect(part('services').text).toBeNull()
    expect(part('complaints').where[0]!.href).toBe('https://lapor.go.id/')
    expect(part('budget')).toMatchObject({ points: 0 })
    expect(part('links')).toMatchObject({ values: { n: 1 }, where: [{ label: 'Berita lama', href: base }] })
    expect(part('freshness').points).toBe(0)
    expect(part('accessibility').where).toEqual([{ label: 'picture-text', href: base }])
    expect(part('certificate')).toMatchObject({ points: 0, text: '{host} tidak dapat dihubungi melalui https.' })
    expect(facts).toMatchObject({ pages: 4, spared: 1, failure: null, whole: false })
    expect(score).toBeGreaterThan(20)
    expect(asked.every(agent => agent.startsWith('Pendopo/1.0 (site audit; Kabupaten Tegal; '))).toBe(true)
    const { body } = await admin.get(detail)
    expect(body).toContain('gambar tanpa teks pengganti')
    expect(body).toContain(`href="${base}profil"`)
    expect(body).toContain('Tidak dibuka karena robots.txt')
  })

  test('the unit whose site it is sees it and may not touch it; others see nothing', async () => {
    expect((await own.get(list)).body).toContain('Dinas PU (lama)')
    expect((await own.get(list)).body).not.toContain('Tanpa skema')
    expect((await own.get(detail)).body).not.toContain('Hapus dari daftar')
    expect((await stranger.get(list)).body).toContain('Belum ada situs luar')
    expect((await stranger.get(detail)).statusCode).toBe(404)
  })

  test('its host is left alone for a while after a visit, and never visited unasked', async () => {
    expect((await admin.post(detail, { langkah: 'periksa' })).body).toContain('baru saja diperiksa')
    const before = asked.length
    await auditDue(installation.services, place.id)
    expect(asked).toHaveLength(before)
    await sql`update site_health.subject set audited_at = audited_at - interval '1 hour'`.execute(installation.services.database.of(place.id))
    expect((await admin.post(detail, { langkah: 'periksa' })).statusCode).toBe(303)
  })

  test('a site that cannot be seen says why, in both languages, and has no points to boast of', async () => {
    answer = (_, response) => response.writeHead(301, { location: 'http://lain.contoh.go.id/' }).end()
    const { score, facts, waiting } = await visit()
    expect([score, waiting]).toEqual([0, false])
    // No robots.txt was found: it too was answered with a redirect to a host nobody knows.
    expect(facts.failure).not.toBeNull()
    answer = ({ url }, response) => (url === '/robots.txt' ? response.writeHead(404).end() : response.writeHead(301, { location: 'http://lain.contoh.go.id/' }).end())
    expect((await visit()).facts.failure).toMatchObject({ reason: 'elsewhere', url: 'http://lain.contoh.go.id/' })
    expect((await admin.get(detail)).body).toContain('memindahkan pengunjung ke situs lain')
    expect((await admin.get(`${detail}?bahasa=en`)).body).toContain('sends visitors on to another one')
    expect((await admin.get(list)).body).toContain('Tidak dapat diperiksa')
  })

  test('what is taken off the list is gone with its history, and the trail remembers', async () => {
    expect((await admin.post(detail, { langkah: 'hapus' })).statusCode).toBe(303)
    expect((await admin.get(detail)).statusCode).toBe(404)
    expect((await admin.get(list)).body).not.toContain('Dinas PU (lama)')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where record_id = ${detail.split('/').at(-1)!}`.execute(installation.services.database.of(place.id))
    expect(rows[0]!.n).toBeGreaterThanOrEqual(2)
  })
})
