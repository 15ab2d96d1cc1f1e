import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Demo } from '#app/testing/demo.ts'
import { ask } from './asking.ts'
import { anOfficer, aPerson, aPhoto, fill, mainText, openBrowser, press } from './browsing.ts'

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await openDemo()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

describe.each([
  { scripts: 'without', javaScriptEnabled: false, title: 'Jembatan gantung Danawarih dibuka lagi', typed: 'jembatan gantong danawari', slug: 'jembatan-gantung-danawarih-dibuka-lagi' },
  { scripts: 'with', javaScriptEnabled: true, title: 'Talud sungai Gung selesai diperkuat', typed: 'talut sungai gung', slug: 'talud-sungai-gung-selesai-diperkuat' },
])('write, review, publish and read, $scripts JavaScript', ({ javaScriptEnabled, title, typed, slug }) => {
  let writer: Page
  let reviewer: Page
  let visitor: Page
  let address = ''

  beforeAll(async () => {
    writer = await anOfficer(browser, demo, 'penulis.dpu', { javaScriptEnabled })
    reviewer = await anOfficer(browser, demo, 'sekdin.dpu', { javaScriptEnabled })
    visitor = (await aPerson(browser, demo, { javaScriptEnabled })).page
  })

  it('asks the writer to describe the picture, and keeps picture and text meanwhile', async () => {
    await writer.goto('/kerja/publikasi')
    await press(writer, 'Tulis publikasi')
    await fill(writer, { title, summary: 'Warga kembali menyeberang sejak Senin pagi.', body: 'Pekerjaan selesai **tepat waktu**.\n\n- Lantai baru\n- Pagar baru', tags: 'jembatan, jalan' })
    await writer.locator('[name="cover"]').setInputFiles({ name: 'lokasi.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
    const refused = await press(writer, 'Simpan dan kirim')
    // With scripts it went through the outbox, and the page was opened anew, filled.
    expect(refused.status).toBe(javaScriptEnabled ? 200 : 422)
    expect(refused.text).toContain('Tulis keterangan gambar lokasi.webp, untuk yang tidak dapat melihatnya.')
    expect(await writer.locator('[name="title"]').inputValue()).toBe(title)
    await writer.getByLabel('Keterangan lokasi.webp').fill('Petugas memeriksa lantai jembatan')
    const sent = await press(writer, 'Simpan dan kirim')
    expect(sent.text).toContain('Tersimpan dan dikirim untuk diperiksa.')
    expect(sent.text).toContain('Menunggu pemeriksaan')
    address = new URL(writer.url()).pathname
    expect(await writer.getByRole('img', { name: 'Petugas memeriksa lantai jembatan' }).isVisible()).toBe(true)
  })

  it('offers the writer no way to publish it alone', async () => {
    expect(await writer.getByRole('link', { name: 'Terbitkan' }).count()).toBe(0)
    expect((await writer.goto(`${address}/terbitkan`))?.status()).toBe(403)
  })

  it('shows it to the reviewer, who may return it only with remarks', async () => {
    await reviewer.goto('/pemberitahuan')
    const opened = await press(reviewer, `Yoga Aditya Pratama, S.T. mengirim “${title}” untuk diperiksa.`)
    expect(opened.text).toContain('Warga kembali menyeberang')
    await press(reviewer, 'Kembalikan dengan catatan')
    const refused = await press(reviewer, 'Kembalikan')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tulis apa yang perlu diperbaiki.')
    await fill(reviewer, { remarks: 'Sebutkan panjang jembatannya.' })
    expect((await press(reviewer, 'Kembalikan')).text).toContain('Dikembalikan kepada penulis.')
  })

  it('lets the writer read the remarks, correct the text and send it again', async () => {
    await writer.goto('/pemberitahuan')
    expect((await press(writer, `Siti Mahmudah, S.T., M.T. mengembalikan “${title}” dengan catatan.`)).text).toContain('Sebutkan panjang jembatannya.')
    await press(writer, 'Ubah')
    await fill(writer, { body: 'Jembatan sepanjang 84 meter itu selesai **tepat waktu**.' })
    expect((await press(writer, 'Simpan dan kirim')).text).toContain('Tersimpan dan dikirim untuk diperiksa.')
  })

  it('is approved and published by the reviewer; until then nobody outside can read it', async () => {
    expect((await visitor.goto(`/berita/${slug}`))?.status()).toBe(404)
    await reviewer.goto(address)
    await press(reviewer, 'Setujui')
    expect((await press(reviewer, 'Setujui')).text).toContain('Disetujui.')
    await press(reviewer, 'Terbitkan')
    expect((await press(reviewer, 'Terbitkan sekarang')).text).toContain('Terbit.')
  })

  it('is read by a visitor on the list, the channel and its own page, with its picture', async () => {
    await visitor.goto('/berita')
    expect((await press(visitor, title)).text).toContain('Jembatan sepanjang 84 meter itu selesai tepat waktu.')
    expect(await visitor.locator('main strong').textContent()).toBe('tepat waktu')
    const picture = visitor.getByRole('img', { name: 'Petugas memeriksa lantai jembatan' })
    expect((await ask(demo.origin, (await picture.getAttribute('src'))!)).headers['content-type']).toBe('image/webp')
    await visitor.goto('/kanal/dpu')
    expect(await mainText(visitor)).toContain(title)
    await visitor.goto('/')
    expect(await mainText(visitor)).toContain(title)
  })

  it.each(['/feed.atom', '/feed.rss', '/feed.json', '/kanal/dpu/feed.atom', '/kanal/dpu/feed.rss', '/kanal/dpu/feed.json', '/sitemap.xml'])('is in %s', async feed => {
    const answer = await ask(demo.origin, feed)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain(slug)
  })

  it('is found by a search with a typing error', async () => {
    await visitor.goto('/')
    await visitor.getByRole('searchbox').last().fill(typed)
    await visitor.getByRole('searchbox').last().press('Enter')
    await visitor.waitForURL('**/cari?q=*')
    expect(await mainText(visitor)).toContain(title)
  })

  it('shows a correction with its date and reason, and the old text until it is published', async () => {
    await writer.goto(address)
    await press(writer, 'Buat ralat')
    await press(writer, 'Mulai ralat')
    await press(writer, 'Ubah')
    await fill(writer, { body: 'Jembatan sepanjang 86 meter itu selesai **tepat waktu**.' })
    await press(writer, 'Simpan dan kirim')
    await visitor.goto(`/berita/${slug}`)
    expect(await mainText(visitor)).toContain('84 meter')
    await reviewer.goto(`${address}/terbitkan`)
    expect((await press(reviewer, 'Terbitkan sekarang')).text).toContain('Tulis alasan ralat; pembaca melihatnya bersama tanggalnya.')
    await fill(reviewer, { remarks: 'Panjang jembatan keliru ditulis.' })
    await press(reviewer, 'Terbitkan sekarang')
    await expect.poll(async () => {
      await visitor.goto(`/berita/${slug}`)
      return mainText(visitor)
    }).toMatch(/Ralat \d+ \S+ \d{4} Panjang jembatan keliru ditulis\..*86 meter/)
  })
})
