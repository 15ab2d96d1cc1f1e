import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aBrowser } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { cleanUpOne } from '../clean-up.ts'
import { datasets, indicators } from '../exports.ts'
import { aReader, lettersTo } from '../testing.ts'

describe('a reader', () => {
  let installation: Installation
  let tegal: TestGovernment
  beforeAll(async () => {
    installation = await openInstallation()
    tegal = await aGovernment(installation)
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(tegal.id)
  const browser = () => aBrowser(installation, tegal)
  const known = async () => (await sql<{ n: number }>`select count(*)::int as n from subscriptions.subscriber`.execute(db())).rows[0]!.n
  const post = (url: string, type: string, payload: string) => installation.web.server.inject({ method: 'POST', url, headers: { host: tegal.host, 'content-type': type }, payload })
  const day = 86_400_000

  describe('who stops', () => {
    test('by one press in the mail program is gone at once, and a second press is as good', async () => {
      const stop = (await aReader(installation, tegal, 'ani@contoh.id')).replace('kelola', 'berhenti')
      const before = await known()
      const pressed = await post(stop, 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click')
      expect(pressed.statusCode).toBe(200)
      expect(await known()).toBe(before - 1)
      expect((await post(stop, 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click')).statusCode).toBe(200)
    })

    test('by a mail program that writes the form the other way is gone too', async () => {
      const stop = (await aReader(installation, tegal, 'budi@contoh.id')).replace('kelola', 'berhenti')
      const before = await known()
      const pressed = await post(stop, 'multipart/form-data; boundary=batas', '--batas\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--batas--\r\n')
      expect(pressed.statusCode).toBe(200)
      expect(await known()).toBe(before - 1)
    })

    test('in the browser is asked once, and opening the link stops nothing', async () => {
      const stop = (await aReader(installation, tegal, 'cici@contoh.id')).replace('kelola', 'berhenti')
      const before = await known()
      const page = await browser().get(stop)
      expect(page.body).toContain('Ya, berhenti')
      expect(page.body).toContain('noindex')
      expect(await known()).toBe(before)
      const stopped = await browser().post(stop, { 'List-Unsubscribe': 'One-Click', dari: 'halaman' })
      expect([stopped.statusCode, stopped.headers.location]).toEqual([303, stop])
      expect((await browser().get(stop)).body).toContain('Anda tidak berlangganan lagi')
      expect((await browser().get(stop.replace('berhenti', 'kelola'))).body).toContain('Anda tidak berlangganan lagi')
    })

    test('leaves nothing behind but a line in the audit without a name', async () => {
      const stop = (await aReader(installation, tegal, 'dodi@contoh.id')).replace('kelola', 'berhenti')
      expect(await lettersTo(installation, tegal, 'dodi@contoh.id')).toHaveLength(1)
      await post(stop, 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click')
      expect(await lettersTo(installation, tegal, 'dodi@contoh.id')).toHaveLength(0)
      const { rows } = await sql<{ entry: string }>`select entry from platform.audit_entry order by sequence`.execute(db())
      const told = rows.map(row => row.entry).join('\n')
      expect(told).toContain('"stopped": true')
      expect(told).not.toContain('dodi')
      expect(told).not.toContain(stop.split('/').at(-1))
    })
  })

  describe('who changes what they get', () => {
    test('takes away, adds, and gets a summary instead', async () => {
      const manage = await aReader(installation, tegal, 'eko@contoh.id', { unit: 'dpu' })
      expect((await browser().post(manage, { langkah: 'tambah', unit: 'slawi', jenis: 'pengumuman' })).statusCode).toBe(303)
      const page = (await browser().get(manage)).body
      expect(page).toContain('Pengumuman · Kecamatan Slawi')
      const [dpu, slawi] = [...page.matchAll(/name="tetap" value="([^"]+)"/g)].map(match => match[1]!)
      expect((await browser().post(manage, { langkah: 'simpan', tetap: slawi!, frekuensi: 'daily' })).statusCode).toBe(303)
      const after = (await browser().get(manage)).body
      expect(after).not.toContain(dpu)
      expect(after).toMatch(/value="daily" checked/)
    })

    test('keeps at least one, and is told how to stop', async () => {
      const manage = await aReader(installation, tegal, 'fani@contoh.id')
      const refused = await browser().post(manage, { langkah: 'simpan', frekuensi: 'daily' })
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain('Sisakan paling sedikit satu')
    })

    test('changes nothing of another reader', async () => {
      const mine = await aReader(installation, tegal, 'gina@contoh.id', { unit: 'dpu' })
      const theirs = await aReader(installation, tegal, 'hadi@contoh.id', { unit: 'slawi' })
      const id = /name="tetap" value="([^"]+)"/.exec((await browser().get(theirs)).body)![1]!
      expect((await browser().post(mine, { langkah: 'simpan', tetap: id, frekuensi: 'daily' })).statusCode).toBe(422)
      expect((await browser().get(theirs)).body).toMatch(/value="at-once" checked/)
    })

    test('sees what is wrong where it was typed', async () => {
      const manage = await aReader(installation, tegal, 'iwan@contoh.id')
      const refused = await browser().post(manage, { langkah: 'tambah', unit: 'tidak-ada', tagar: 'banjir' })
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain('href="#f-unit"')
      expect(refused.body).toContain('value="banjir"')
      expect((await browser().post(manage, { langkah: 'hapus-semua' })).statusCode).toBe(422)
    })
  })

  describe('in time', () => {
    test('is forgotten when nothing was confirmed for seven days, letter and all', async () => {
      await browser().post('/langganan', { surel: 'joko@contoh.id', frekuensi: 'daily' })
      const before = await known()
      await cleanUpOne(installation.services, tegal.id, new Date(Date.now() + 6 * day))
      expect(await known()).toBe(before)
      await cleanUpOne(installation.services, tegal.id, new Date(Date.now() + 7 * day + 60_000))
      expect(await known()).toBe(before - 1)
      expect(await lettersTo(installation, tegal, 'joko@contoh.id')).toHaveLength(0)
      expect((await browser().get(await aReader(installation, tegal, 'kiki@contoh.id'))).body).toContain('kiki@contoh.id')
    })

    test('is counted by month, and small numbers are not told', async () => {
      for (let i = 0; i < 5; i++) await aReader(installation, tegal, `warga${i}@contoh.id`, { unit: 'kalisapu' })
      await cleanUpOne(installation.services, tegal.id, new Date('2026-11-21T00:00:00Z'))
      await cleanUpOne(installation.services, tegal.id, new Date('2026-11-22T00:00:00Z'))
      const government = (await installation.services.ask(governmentDirectory).byId(tegal.id))!
      const context = { db: db(), government, now: new Date(), ask: installation.services.ask }
      const rows = await datasets[0]!.rows(context)
      expect(rows.find(row => row.unit === 'Desa Kalisapu')).toEqual({ bulan: '2026-11-01', unit: 'Desa Kalisapu', pelanggan: 5, keterangan: null })
      expect(rows.filter(row => row.bulan === '2026-11-01' && row.unit === 'Kecamatan Slawi')).toEqual([expect.objectContaining({ pelanggan: null, keterangan: 'kurang dari 5' })])
      const all = rows.filter(row => row.unit === 'Semua' && row.bulan === '2026-11-01')
      expect(all).toHaveLength(1)
      expect((await indicators[0]!.measure(context)).value).toBe(all[0]!.pelanggan)
    })
  })
})
