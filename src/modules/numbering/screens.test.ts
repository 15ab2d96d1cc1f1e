import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { numbers } from './contract.ts'
import { rulesOf } from './store.ts'
import { aNumber, aPattern, aReserve, dayFromToday } from './testing.ts'

let installation: Installation
let place: TestGovernment
let administrator: Browser
let secretary: Browser
const year = dayFromToday(0).slice(0, 4)
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const [all, own] = await Promise.all([anAccount(installation, place, { unit: 'pemerintah', roles: ['administrator'] }), anAccount(installation, place, { unit: 'dpu', roles: ['secretariat'] })])
  administrator = await signIn(installation, place, all.username)
  secretary = await signIn(installation, place, own.username)
})
afterAll(() => installation.close())

const at = (unit: string, step = '') => `/kerja/penomoran/${place.units[unit]}${step}`
const take = (over: Parameters<typeof aNumber>[2]) => aNumber(installation.services, place, over)
/** What a page says, without marks and runs of space. */
const read = (body: string) => body.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replace(/\s+/g, ' ')
const text = async (browser: Browser, url: string) => {
  const answer = await browser.get(url)
  expect(answer.statusCode, url).toBe(200)
  return read(answer.body)
}
const flash = async (browser: Browser, answer: { statusCode: number; body: string; headers: Record<string, unknown> }) => {
  expect(answer.statusCode, read(answer.body).slice(0, 600)).toBe(303)
  return read((await browser.get(String(answer.headers.location))).body)
}
const refused = (answer: { statusCode: number; body: string }) => {
  expect(answer.statusCode).toBe(422)
  return read(answer.body)
}

describe('the list of books', () => {
  it('shows the units one reaches with their next number, and those that share another’s when asked', async () => {
    await take({ unit: 'slawi' })
    const all = await text(administrator, '/kerja/penomoran')
    expect(all).toContain(`000.1.2.3/2/SLAWI/${year}`)
    expect(all).not.toContain('Bidang Bina Marga')
    expect(await text(administrator, '/kerja/penomoran?semua=ya')).toContain('Bidang Bina Marga Memakai penomoran Dinas Pekerjaan Umum')
    const own = await text(secretary, '/kerja/penomoran')
    expect(own).toContain('Dinas Pekerjaan Umum')
    expect(own).not.toContain('Kecamatan Slawi')
  })
})

describe('a book', () => {
  it('holds every number with what became of it, and nothing of what secret letters are about', async () => {
    await aReserve(installation.services, place, { unit: 'dpu', count: 2, reason: 'Menunggu kepala dinas' })
    await take({ unit: 'dpu', title: 'Undangan rapat irigasi' })
    await take({ unit: 'dpu-bina-marga', title: 'Rencana pengamanan rahasia', secrecy: 'SR' })
    const { id } = await take({ unit: 'dpu', title: 'Salah cetak' })
    await installation.services.database.transaction(place.id, tx => installation.services.ask(numbers).cancel(tx, id, 'Kop surat keliru', null))
    const book = await text(secretary, at('dpu'))
    expect(book).toContain('Lengkap: 5 nomor tanpa celah.')
    for (const said of ['Undangan rapat irigasi', 'Surat rahasia', 'Bidang Bina Marga', 'Dibatalkan Kop surat keliru', 'Dipesan Menunggu kepala dinas']) expect(book).toContain(said)
    expect(book).not.toContain('pengamanan')
    expect(await text(secretary, `${at('dpu')}?keadaan=cancelled`)).not.toContain('irigasi')
    expect(await text(secretary, `${at('dpu')}?q=IRIGASI`)).toContain('Undangan rapat irigasi')
    expect(await text(secretary, `${at('dpu')}?q=pengamanan`)).toContain('Tidak ada nomor di sini')
    expect(await text(secretary, `${at('dpu')}?tahun=2019`)).toContain('Tidak ada nomor di sini')
    expect(await text(secretary, at('dpu', '/cetak'))).toContain('Kop surat keliru')
  })

  it('is given out as CSV and XLSX under the same filters, formulas kept as text', async () => {
    await take({ unit: 'dpu', title: '=HYPERLINK("http://jahat.example")' })
    const csv = await secretary.get(at('dpu', '/unduh.csv'))
    expect(csv.headers['content-disposition']).toContain(`agenda-keluar-dpu-${year}.csv`)
    const lines = csv.body.trim().split('\r\n')
    expect(csv.body.charCodeAt(0)).toBe(0xfeff)
    expect(lines[0]).toBe('Bulan,Urut,Nomor,Tanggal,Jenis,Klasifikasi,Sifat,Perihal,Pembuat,Keadaan,Keterangan')
    expect(lines[3]).toContain(`,3,000.1.2.3/3/DPU/${year},${dayFromToday(0)},`)
    expect(csv.body).toContain(`"'=HYPERLINK`)
    expect(csv.body).not.toContain('pengamanan')
    expect((await secretary.get(`${at('dpu', '/unduh.csv')}?keadaan=reserved`)).body.trim().split('\r\n')).toHaveLength(3)
    const xlsx = await secretary.get(at('dpu', '/unduh.xlsx'))
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('goes on page by page from where the last one ended', async () => {
    for (let i = 0; i < 60; i++) await take({ unit: 'kalisapu', title: `Surat ke-${i + 1}.` })
    const first = await secretaryOf('kalisapu')
    const page = await first.get(at('kalisapu'))
    expect(read(page.body)).toContain('Surat ke-60.')
    expect(read(page.body)).not.toContain('Surat ke-10.')
    const next = /href="([^"]*setelah=[^"]*)"/.exec(page.body)![1]!.replaceAll('&amp;', '&')
    expect(await text(first, next)).toContain('Surat ke-1.')
  })
})

/** Somebody at the secretariat of a unit. */
async function secretaryOf(unit: string): Promise<Browser> {
  const { username } = await anAccount(installation, place, { unit, roles: ['secretariat'] })
  return signIn(installation, place, username)
}

describe('the secretariat', () => {
  it('sets numbers aside, and cancels what is left of them with a reason', async () => {
    const office = await secretaryOf('slawi')
    const url = at('slawi', '/pesan')
    expect(await flash(office, await office.post(url, { langkah: 'pesan', day: dayFromToday(0), count: '4', reason: 'Undangan menyusul' }))).toContain('Nomor urut 2 sampai 5 dipesan.')
    expect(refused(await office.post(url, { langkah: 'pesan', day: dayFromToday(0), count: '0', reason: '' }))).toContain('Tulis jumlah dari 1 sampai 100')
    expect(refused(await office.post(url, { langkah: 'pesan', day: dayFromToday(-3), count: '1', reason: 'Terlambat' }))).toContain('supaya buku tetap urut menurut tanggal')
    expect(await flash(office, await office.post(url, { langkah: 'harian', daily: '3' }))).toContain('Cadangan harian disimpan.')
    expect(await flash(office, await office.post(url, { langkah: 'batal', until: dayFromToday(0), why: 'Tutup buku' }))).toContain('4 nomor dibatalkan.')
    expect(await text(office, at('slawi'))).toContain('Dibatalkan Tutup buku')
  })

  it('books numbers for letters on paper, and may cancel those but not the ones of letters of the house', async () => {
    const url = at('dpu', '/catat')
    const form = { kind: 'surat-dinas', classification: '600.1', secrecy: 'B', on: dayFromToday(0), title: 'Surat dengan mesin ketik', reason: 'Listrik padam' }
    expect(refused(await secretary.post(url, { ...form, classification: '' }))).toContain('Nomor surat memerlukan kode klasifikasi')
    expect(refused(await secretary.post(url, { ...form, on: dayFromToday(1) }))).toContain('belum tiba')
    const booked = await secretary.post(url, form)
    const shown = await flash(secretary, booked)
    expect(shown).toContain('Dicatat manual')
    expect(shown).toContain('Listrik padam')
    const address = String(booked.headers.location)
    expect(refused(await secretary.post(address, { reason: '' }))).toContain('Tulis alasan pembatalan')
    expect(await flash(secretary, await secretary.post(address, { reason: 'Tidak jadi dikirim' }))).toContain('Nomor dibatalkan.')
    const { id } = await take({ unit: 'dpu' })
    expect(await text(secretary, `/kerja/penomoran/nomor/${id}`)).toContain('Nomor ini dibatalkan bersama suratnya.')
    // Its page offers no form, so the token is that of another page.
    const token = /name="_csrf" value="([^"]+)"/.exec((await secretary.get(url)).body)![1]!
    const forced = await installation.web.server.inject({ method: 'POST', url: `/kerja/penomoran/nomor/${id}`, headers: { host: place.host, cookie: secretary.header(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _csrf: token, reason: 'Dipaksa' }).toString() })
    expect(forced.statusCode).toBe(403)
  })

  it('lets an empty book go on behind the one on paper', async () => {
    const office = await secretaryOf('dpu')
    await aPattern(installation.services, place, { unit: 'dpu', kind: 'memorandum', pattern: 'MEMO/{urut}/{unit}', draws: 'kind' })
    expect(await flash(office, await office.post(`${at('dpu', '/pesan')}?jenis=memorandum`, { langkah: 'lanjut', last: '57' }))).toContain('Nomor 1 sampai 57 tercatat di buku sebelumnya.')
    expect((await take({ unit: 'dpu', kind: 'memorandum' })).number).toBe('MEMO/58/DPU')
  })
})

describe('a pattern', () => {
  const set = (browser: Browser, url: string, over: Record<string, string>) => browser.post(url, { pola: '{klasifikasi}/{urut}/{unit}/{tahun}', kode: 'DISKOMINFO', seri: 'unit', ulang: 'year', version: '0', ...over })

  it('shows a sample of what is typed, with a script and without', async () => {
    const url = at('diskominfo', '/pola')
    const shown = await set(administrator, url, { langkah: 'contoh', pola: '{sifat}-{urut:4}/{unit}', kode: 'KOMINFO' })
    expect(shown.statusCode).toBe(303)
    expect(await text(administrator, String(shown.headers.location))).toContain('Contoh nomor berikutnya B-0001/KOMINFO')
    const asked = (query: Record<string, string>) => administrator.get(`/kerja/penomoran/contoh?${new URLSearchParams({ unit: place.units.diskominfo!, ...query })}`)
    expect((await asked({ pola: '{urut}/{bulan-romawi}', seri: 'unit' })).body).toMatch(/^1\/[IVX]+$/)
    expect((await asked({ pola: '{unit}', seri: 'unit' })).body).toBe('Pola harus memuat {urut}: tanpa nomor urut semua surat bernomor sama.')
    expect((await rulesOf(installation.services.database.of(place.id), dayFromToday(0))).patterns.filter(one => one.unitId === place.units.diskominfo)).toEqual([])
  })

  it('is refused with what was typed when it cannot be used, or could print what another book prints', async () => {
    const url = at('diskominfo', '/pola')
    expect(refused(await set(administrator, url, { pola: '{nomor}' }))).toContain('Isian {nomor} tidak dikenal')
    expect(refused(await set(administrator, url, { kode: 'A/B' }))).toContain('tanpa garis miring')
    expect(refused(await set(administrator, url, { kode: 'DPU' }))).toContain('Dinas Komunikasi dan Informatika dan Dinas Pekerjaan Umum dapat mencetak nomor yang sama')
    expect(refused(await set(administrator, `${url}?jenis=nota-dinas`, { seri: 'kind' }))).toContain('dua buku Dinas Komunikasi dan Informatika dapat mencetak nomor yang sama')
    expect(refused(await set(administrator, url, { ulang: 'month' }))).toContain('harus memuat {bulan} atau {bulan-romawi}')
    expect(refused(await set(administrator, '/kerja/penomoran/pola', { pola: '{urut}/{tahun}' }))).toContain('dapat mencetak nomor yang sama')
    expect((await administrator.post(url, { seri: 'government', pola: '{urut}/X', ulang: 'year', version: '0' })).statusCode).toBe(422)
  })

  it('is set, changed by one person at a time, and taken away again', async () => {
    const url = `${at('diskominfo', '/pola')}?jenis=nota-dinas`
    expect((await set(administrator, url, { seri: 'kind', pola: 'ND/{urut:3}/{unit}' })).statusCode).toBe(303)
    expect((await take({ unit: 'diskominfo', kind: 'nota-dinas' })).number).toBe('ND/001/DISKOMINFO')
    const late = await set(administrator, url, { seri: 'kind', pola: 'NDX/{urut}', version: '0' })
    expect(late.statusCode).toBe(409)
    expect(read(late.body)).toContain('Orang lain mengubah pola ini lebih dahulu')
    expect((await set(administrator, url, { seri: 'unit', version: '1' })).statusCode).toBe(303)
    expect((await take({ unit: 'diskominfo', kind: 'nota-dinas' })).number).toBe(`000.1.2.3/1/DISKOMINFO/${year}`)
    expect(await flash(administrator, await set(administrator, url, { langkah: 'hapus', version: '2' }))).toContain('Pola dihapus. Sekarang berlaku {klasifikasi}/{urut}/{unit}/{tahun}.')
  })
})

describe('strangers', () => {
  it('find nothing outside their units, and those who only read change nothing', async () => {
    const { id } = await take({ unit: 'slawi' })
    for (const url of [at('slawi'), at('slawi', '/pola'), at('slawi', '/pesan'), at('slawi', '/catat'), at('slawi', '/cetak'), at('slawi', '/unduh.csv'), at('slawi', '/unduh.xlsx'), `/kerja/penomoran/nomor/${id}`, `/kerja/penomoran/contoh?unit=${place.units.slawi}&pola={urut}`, `/kerja/penomoran/${crypto.randomUUID()}`])
      expect((await secretary.get(url)).statusCode, url).toBe(404)
    expect((await secretary.get('/kerja/penomoran/pola')).statusCode).toBe(403)
    const reader = await anAccount(installation, place, { unit: 'slawi' })
    await assign(installation, place, reader.id, await aRole(installation, place, 'pembaca-nomor', [{ permission: 'numbering.read', reach: 'unit' }]), 'slawi')
    const reading = await signIn(installation, place, reader.username)
    const page = await reading.get(at('slawi'))
    expect(page.statusCode).toBe(200)
    expect(read(page.body)).not.toContain('Pesan nomor')
    for (const step of ['/pola', '/pesan', '/catat']) expect((await reading.get(at('slawi', step))).statusCode).toBe(403)
    expect((await reading.get(at('kalisapu'))).statusCode).toBe(404)
  })

  it('of another government have books of their own', async () => {
    const other = await aGovernment(installation, 'brebeskab', 'Kabupaten Brebes')
    const { username } = await anAccount(installation, other, { unit: 'pemerintah', roles: ['administrator'] })
    const there = await signIn(installation, other, username)
    const { id } = await take({ unit: 'slawi' })
    for (const url of [at('slawi'), `/kerja/penomoran/nomor/${id}`]) expect((await there.get(url)).statusCode).toBe(404)
  })
})

it('the list and a book need the same number of queries however much there is', async () => {
  const { database } = installation.services
  const counted = async (url: string) => {
    // What is kept in memory is read once.
    await administrator.get(url)
    let queries = 0
    database.observe(() => void queries++)
    await administrator.get(url)
    database.observe(null)
    return queries
  }
  const [list, book] = [await counted('/kerja/penomoran'), await counted(at('kalisapu'))]
  for (const unit of ['diskominfo', 'dpu', 'slawi', 'kalisapu']) for (let i = 0; i < 5; i++) await take({ unit, kind: i % 2 ? 'surat-dinas' : 'surat-tugas' })
  expect(await counted('/kerja/penomoran')).toBe(list)
  expect(await counted(at('kalisapu'))).toBe(book)
})
