import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { lettersTo, linkIn } from '../testing.ts'

describe('subscribing by e-mail', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  let connections = 0
  const browser = () => aBrowser(installation, tegal, { ip: `10.9.0.${++connections}` })
  const letters = (address: string) => lettersTo(installation, tegal, address)
  const ask = (surel: string, more: Record<string, string> = {}) => browser().post('/langganan', { surel, frekuensi: 'at-once', ...more })
  const rows = async (text: string) => (await sql.raw<Record<string, unknown>>(text).execute(installation.services.database.of(tegal.id))).rows

  test('begins with a form that the address fills, and with the feeds of the same choice', async () => {
    const page = await browser().get('/langganan?unit=dpu&jenis=pengumuman&tagar=%23Banjir')
    expect(page.statusCode).toBe(200)
    expect(page.body).toMatch(/<option value="dpu" selected/)
    expect(page.body).toMatch(/<option value="pengumuman" selected/)
    expect(page.body).toContain('value="banjir"')
    expect(page.body).toContain('href="/kanal/dpu/feed.atom?jenis=pengumuman&amp;tagar=banjir"')
  })

  test('opens with whatever an old or mistyped link says', async () => {
    const page = await browser().get('/langganan?unit=tidak-ada&jenis=gosip&kecamatan=99.99.99')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('href="/feed.atom"')
  })

  test('needs the letter, a press of the button, and then lasts until it is stopped', async () => {
    const sent = await ask('Ani@Contoh.id', { unit: 'dpu', jenis: 'berita' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/langganan/terkirim'])
    const [letter] = await letters('ani@contoh.id')
    expect(letter!.text).toContain('Berita · Dinas Pekerjaan Umum')
    expect(letter!.headers['List-Unsubscribe']).toBeUndefined()

    // A program that checks links opens them; that confirms nothing.
    const link = linkIn(letter, 'konfirmasi')
    const reader = browser()
    expect((await reader.get(link)).body).toContain('ani@contoh.id')
    expect(await rows('select 1 from subscriptions.subscription where confirmed_at is not null')).toHaveLength(0)

    const confirmed = await reader.post(link, {})
    expect(confirmed.statusCode).toBe(303)
    expect(confirmed.headers.location).toMatch(/^\/langganan\/kelola\/[\w-]{43}$/)
    expect((await reader.get(confirmed.headers.location!)).body).toContain('Berita · Dinas Pekerjaan Umum')
    expect((await reader.get(link)).body).toContain('Langganan ini sudah aktif')
  })

  test('is answered alike for an address that is subscribed; only its holder learns more', async () => {
    await ask('budi@contoh.id')
    await browser().post(linkIn((await letters('budi@contoh.id'))[0], 'konfirmasi'), {})
    const again = await ask('budi@contoh.id')
    const fresh = await ask('belum@contoh.id')
    expect([again.statusCode, again.headers.location, again.body]).toEqual([fresh.statusCode, fresh.headers.location, fresh.body])
    const second = (await letters('budi@contoh.id'))[1]!
    expect(second.subject).toContain('sudah berlangganan')
    expect(linkIn(second, 'kelola')).toBeTruthy()
  })

  test('replaces an unanswered letter by the next one', async () => {
    await ask('cici@contoh.id', { tagar: 'banjir' })
    await ask('cici@contoh.id', { tagar: ' #Banjir' })
    const [first, second] = await letters('cici@contoh.id')
    expect((await browser().get(linkIn(first, 'konfirmasi'))).body).toContain('tidak berlaku lagi')
    expect((await browser().get(linkIn(second, 'konfirmasi'))).body).toContain('#banjir')
  })

  test('stores neither address nor token in the clear', async () => {
    await ask('dodi@contoh.id')
    const link = linkIn((await letters('dodi@contoh.id'))[0], 'konfirmasi')
    const stored = JSON.stringify(await rows('select s.*, encode(s.sealed, \'escape\') as readable, w.* from subscriptions.subscriber s join subscriptions.subscription w on w.subscriber_id = s.id'))
    expect(stored).not.toContain('dodi')
    expect(stored).not.toContain(link.split('/').at(-1))
  })

  test('speaks English to who reads English', async () => {
    const reader = browser()
    reader.cookies.set('bahasa', 'en')
    await reader.post('/langganan', { surel: 'eve@example.org', frekuensi: 'daily' })
    expect((await letters('eve@example.org'))[0]!.subject).toBe('Confirm your subscription to news of Kabupaten Tegal')
  })

  test.each([
    [{ surel: 'bukan surel', frekuensi: 'at-once' }, 'Tulis alamat surel seperti nama@contoh.id'],
    [{ surel: 'a@b.id\r\nBcc: semua@contoh.id', frekuensi: 'at-once' }, 'Tulis alamat surel seperti'],
    [{ surel: `${'a'.repeat(300)}@contoh.id`, frekuensi: 'at-once' }, 'Tulis alamat surel seperti|Paling banyak'],
    [{ surel: 'f@contoh.id', frekuensi: 'setiap-detik' }, 'Pilih dari daftar'],
    [{ surel: 'f@contoh.id', frekuensi: 'daily', unit: 'tidak-ada' }, 'Pilih dari daftar'],
    [{ surel: 'f@contoh.id', frekuensi: 'daily', unit: '__proto__' }, 'Pilih dari daftar'],
    [{ surel: 'f@contoh.id', frekuensi: 'daily', kecamatan: "' or 1=1 --" }, 'Pilih dari daftar'],
    [{ surel: 'f@contoh.id', frekuensi: 'daily', jenis: 'gosip' }, 'Pilih dari daftar'],
    [{ surel: 'f@contoh.id', frekuensi: 'daily', tagar: 'x'.repeat(41) }, 'Paling banyak 40 huruf'],
    [{ surel: 'f@contoh.id', frekuensi: 'daily', tagar: 'ban\u0000jir' }, 'Ada huruf yang tidak terbaca'],
  ])('says what to change in %j, and keeps the rest', async (values, message) => {
    const answer = await browser().post('/langganan', values)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toMatch(new RegExp(message))
    expect(await letters('f@contoh.id')).toHaveLength(0)
  })

  test('shows hostile text as text', async () => {
    const answer = await browser().post('/langganan', { surel: '"><script>alert(1)</script>', frekuensi: 'at-once', tagar: '<img src=x>' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain('<script>alert')
    expect(answer.body).not.toContain('<img src=x>')
  })

  test('does not fill a mailbox or answer a flood', async () => {
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await ask('gita@contoh.id')).statusCode)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
    expect(await letters('gita@contoh.id')).toHaveLength(5)
    const flooder = aBrowser(installation, tegal, { ip: '10.66.6.6' })
    let refused = 0
    for (let i = 0; i < 31; i++) if ((await flooder.post('/langganan', { surel: `h${i}@contoh.id`, frekuensi: 'daily' })).statusCode === 429) refused++
    expect(refused).toBe(1)
  })

  test('puts no forged host into a letter', async () => {
    const visitor = aBrowser(installation, { host: '10.9.8.7' })
    expect((await visitor.post('/langganan', { surel: 'ida@contoh.id', frekuensi: 'daily' })).statusCode).toBe(403)
    expect(await letters('ida@contoh.id')).toHaveLength(0)
  })

  test('needs the form of our own page', async () => {
    const forged = await installation.web.server.inject({ method: 'POST', url: '/langganan', headers: { host: tegal.host, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'surel=j%40contoh.id&frekuensi=daily', remoteAddress: '10.9.1.1' })
    expect(forged.statusCode).toBe(403)
    expect(await letters('j@contoh.id')).toHaveLength(0)
  })

  test.each(['x', '%00', '..%2f..%2fetc', "'%20or%201=1--", 'a'.repeat(43), 'a'.repeat(400)])('knows no link %s', async token => {
    for (const step of ['konfirmasi', 'kelola', 'berhenti']) expect([200, 404]).toContain((await browser().get(`/langganan/${step}/${token}`)).statusCode)
    const stop = await installation.web.server.inject({ method: 'POST', url: `/langganan/berhenti/${token}`, headers: { host: tegal.host } })
    expect([200, 404]).toContain(stop.statusCode)
  })
})
