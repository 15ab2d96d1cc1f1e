import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tegalPublications } from '#app/demo/content/index.ts'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { ask } from './asking.ts'
import { anOfficer, aPerson, fill, mainText, openBrowser, press } from './browsing.ts'

let demo: Demo
let browser: Browser
const plain = { javaScriptEnabled: false }

beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
  await demo.work()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

const aText = (title: string) => ({ title, summary: `${title}, menurut rencana tahun ini.`, body: `${title}.` })

/** `2026-11-21T14:05` in the government's zone, as the browser's field wants it. */
const minuteIn = (zone: string, at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T')

const listed = async (path: string, title: string) => (await ask(demo.origin, path)).text.includes(title)

describe('an office at work, without JavaScript', () => {
  it('publishes directly where an operator may, and what is scheduled at the minute promised', async () => {
    const operator = await anOfficer(browser, demo, 'desa.kalisapu', plain)
    await operator.goto('/kerja/publikasi/baru')
    await fill(operator, aText('Posyandu balita hari Kamis'))
    expect((await press(operator, 'Simpan dan terbitkan')).text).toContain('Tersimpan dan terbit.')
    expect(await listed('/kanal/desa-kalisapu', 'Posyandu balita hari Kamis')).toBe(true)

    await operator.goto('/kerja/publikasi/baru')
    await fill(operator, aText('Kerja bakti saluran air'))
    await press(operator, 'Simpan sebagai konsep')
    await press(operator, 'Jadwalkan')
    await fill(operator, { at: minuteIn('Asia/Jakarta', Date.now() - 3_600_000) })
    expect((await press(operator, 'Jadwalkan')).text).toContain('Waktu ini sudah lewat.')
    const minute = Math.ceil((Date.now() + 3_000) / 60_000) * 60_000
    await fill(operator, { at: minuteIn('Asia/Jakarta', minute) })
    expect((await press(operator, 'Jadwalkan')).text).toContain('Dijadwalkan.')
    expect(await listed('/berita', 'Kerja bakti saluran air')).toBe(false)
    await expect.poll(() => listed('/berita', 'Kerja bakti saluran air'), { timeout: minute - Date.now() + 15_000, interval: 200 }).toBe(true)
    const late = Date.now() - minute
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(10_000)
    console.info(`scheduled publication: readable ${late} ms after its minute`)
  }, 90_000)

  it('releases two approved texts at one moment', async () => {
    const publisher = await anOfficer(browser, demo, 'sekdin.dpu', plain)
    for (const title of ['Tarif sewa alat berat', 'Syarat sewa alat berat']) {
      await publisher.goto('/kerja/publikasi/baru')
      await fill(publisher, aText(title))
      await press(publisher, 'Simpan sebagai konsep')
      await press(publisher, 'Kirim untuk diperiksa')
      await press(publisher, 'Kirim')
      await press(publisher, 'Setujui')
      await press(publisher, 'Setujui')
    }
    await publisher.goto('/kerja/rilis')
    await fill(publisher, { title: 'Sewa alat berat' })
    await publisher.getByLabel('Tarif sewa alat berat').check()
    const refused = await press(publisher, 'Siapkan rilis')
    expect(refused.text).toContain('Pilih paling sedikit dua publikasi.')
    expect(await publisher.getByLabel('Tarif sewa alat berat').isChecked()).toBe(true)
    await publisher.getByLabel('Syarat sewa alat berat').check()
    expect((await press(publisher, 'Siapkan rilis')).text).toContain('Rilis terbit.')
    const feed = JSON.parse((await ask(demo.origin, '/kanal/dpu/feed.json')).text) as { items: { title: string; date_published?: string }[] }
    const times = feed.items.filter(item => item.title.includes('sewa alat berat')).map(item => item.date_published)
    expect(times).toHaveLength(2)
    expect(new Set(times).size).toBe(1)
  })

  it('compares two versions and brings the older one back', async () => {
    const writer = await anOfficer(browser, demo, 'penulis.dpu', plain)
    await writer.goto('/kerja/publikasi/baru')
    await fill(writer, { ...aText('Rambu jalan Slawi–Adiwerna'), body: 'Dua puluh rambu dipasang.' })
    await press(writer, 'Simpan sebagai konsep')
    await press(writer, 'Ubah')
    await fill(writer, { body: 'Tiga puluh rambu dipasang.' })
    await press(writer, 'Simpan sebagai konsep')
    await press(writer, 'Semua versi')
    await press(writer, 'Versi 1')
    expect(await writer.locator('del').first().innerText()).toContain('Dua')
    expect(await writer.locator('ins').first().innerText()).toContain('Tiga')
    const back = await press(writer, 'Kembalikan versi 1')
    expect(back.text).toContain('Versi 1 dikembalikan.')
    expect(back.text).toContain('Dua puluh rambu dipasang.')
  })

  it('reminds a silent channel, and its writer hears of it', async () => {
    const leader = await anOfficer(browser, demo, 'sekda', plain)
    await leader.goto('/kerja/kanal-senyap?kelompok=kecamatan')
    for (const box of await leader.locator('input[type=checkbox]').all()) await box.uncheck()
    await leader.getByRole('checkbox', { name: 'Kecamatan Slawi' }).check()
    expect((await press(leader, 'Kirim pengingat')).text).toMatch(/1 kanal diingatkan, \d+ orang dikabari\./)
    const district = await anOfficer(browser, demo, 'kec.slawi', plain)
    await district.goto('/pemberitahuan')
    expect(await mainText(district)).toContain('Kanal Kecamatan Slawi sudah lama tidak menerbitkan kabar.')
  })

  it('speaks English when asked, remembers it, and shows the English text of an article', async () => {
    const { page } = await aPerson(browser, demo, plain)
    await page.goto('/berita')
    await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click()
    await page.waitForLoadState()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await mainText(page)).toContain('News and announcements')
    const { title, english } = tegalPublications.find(item => item.english && !item.state && !item.english.title.includes('{'))!
    expect(await mainText(page)).not.toContain(title)
    expect((await press(page, english!.title)).text).toContain(english!.summary.replace(/\s+/g, ' ').slice(0, 40))
    await page.goto('/kanal')
    expect(await page.locator('h1').innerText()).toBe('Channels')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Bahasa Indonesia' }).click()
    await page.waitForLoadState()
    expect(await page.locator('h1').innerText()).toBe('Kanal')
  })
})
