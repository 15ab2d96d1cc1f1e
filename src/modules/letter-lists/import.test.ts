import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { words } from '#app/testing/sheet-desk.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { writeSheet } from '#platform/sheets/writing.ts'
import { aPdf } from '#platform/files/testing.ts'
import { aLetterRow, aZip, aZipOfScans, asCsv, cellsOf, headings, letterListWithMistakes } from './testing/letters.ts'
import { base, importDesk, type ImportDesk } from './testing/desk.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let officerId: string
let desk: ImportDesk

async function anOfficer(unit: string) {
  const account = await anAccount(installation, place, { unit })
  const role = await aRole(installation, place, `uji-${account.username}`, [{ permission: 'correspondence.office', reach: 'unit-and-below' }])
  await assign(installation, place, account.id, role, unit)
  return { id: account.id, browser: await signIn(installation, place, account.username) }
}

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  ;({ id: officerId, browser: officer } = await anOfficer('diskominfo'))
  desk = importDesk(installation, place, officer)
})
afterAll(() => installation.close())

interface Stored {
  id: string
  origin: string
  state: string
  secrecy: string
  kind: string
  classification: string | null
  number: string | null
  letter_on: string
  subject: string
  sender: string
  file_id: string | null
  year: number | null
  sequence: number | null
  received_on: string | null
  outcome: string | null
  locks: string[]
}
const stored = (subject: string) =>
  desk.rowsOf(sql<Stored>`select l.id, origin, state, secrecy, kind, classification, number, letter_on, subject, sender, file_id, locks, r.year, r.sequence, r.received_on, r.outcome from correspondence.letter l left join correspondence.receipt r on r.letter_id = l.id where subject like ${`${subject}%`} order by l.id`)
const count = async () => (await desk.rowsOf(sql<{ n: number }>`select count(*)::int as n from correspondence.letter`))[0]!.n

describe('a book of letters', () => {
  it('is recognised by its headings, shown before anything happens, and brought in whole', async () => {
    const rows = [aLetterRow(0), aLetterRow(1), aLetterRow(4)]
    const sheet = await writeSheet('Agenda', headings.map(label => ({ label })), cellsOf(rows))
    const { at, counts, choices, page } = await desk.preview(sheet, 'agenda.xlsx')
    expect(Object.keys(choices.columns)).toHaveLength(headings.length)
    expect(counts).toEqual({ new: 3, changed: 0, unchanged: 0, wrong: 0 })
    expect(page).toContain('005/1/2024 · Permintaan data kependudukan 1')
    expect(await count()).toBe(0)
    await desk.step(at, 'masuk')
    expect(await desk.runOf(at)).toMatchObject({ state: 'done', counts: { new: 3 } })
    const [incoming] = await stored('Permintaan data kependudukan 1')
    expect(incoming).toMatchObject({ origin: 'list', state: 'received', secrecy: 'B', kind: 'surat-dinas', classification: '400.12', number: '005/1/2024', letter_on: '2024-01-01', sender: 'Badan Pusat Statistik Kabupaten Tegal', year: 2024, sequence: 1, received_on: '2024-01-01', outcome: 'noted' })
    const [outgoing] = await stored('Penyampaian surat edaran 5')
    expect(outgoing).toMatchObject({ origin: 'list', state: 'sent', sender: 'Dinas Komunikasi dan Informatika', year: null })
  })

  it('stands in the books of the office, is found, and tells who it was for', async () => {
    expect((await officer.get('/kerja/surat?buku=masuk&tahun=2024')).body).toContain('Undangan rapat koordinasi 2')
    expect((await officer.get('/kerja/surat?buku=keluar')).body).toContain('Penyampaian surat edaran 5')
    expect((await officer.get('/kerja/surat?q=permintaan+data')).body).toContain('Permintaan data kependudukan 1')
    const page = (await officer.get(`/kerja/surat/${(await stored('Penyampaian surat edaran 5'))[0]!.id}`)).body
    for (const told of ['Bupati Tegal', 'Surat dicatat dari daftar']) expect(page).toContain(told)
    expect((await officer.get('/kerja/surat?buku=masuk&keadaan=terbuka')).body).not.toContain('Undangan rapat koordinasi 2')
  })

  it('brought in again changes nothing, and a corrected one only what was corrected', async () => {
    const rows = [aLetterRow(0), aLetterRow(1), aLetterRow(4)]
    expect((await desk.preview(asCsv(rows))).counts).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 })
    const changed = await desk.bring(asCsv([{ ...rows[0]!, 'Klasifikasi': '000.5', 'Sifat Naskah': 'Terbatas', 'Isi Ringkas': '' }, { ...rows[1]!, 'Jenis Naskah': '' }]))
    expect(changed.counts).toEqual({ new: 0, changed: 1, unchanged: 1, wrong: 0 })
    const [letter] = await stored('Permintaan data kependudukan 1')
    expect(letter).toMatchObject({ classification: '000.5', secrecy: 'T', kind: 'surat-dinas' })
    expect(letter!.locks.some(lock => lock.startsWith('r:'))).toBe(false)
    expect((await desk.preview(asCsv([{ ...rows[0]!, 'Sifat Naskah': 'Biasa' }]))).counts.wrong).toBe(1)
    expect(await count()).toBe(3)
  })

  it('knows letters that came in otherwise, and leaves them as they are', async () => {
    const paper = await aLetter(installation, place, { number: 'B-9/2024', letterOn: '2024-05-05', sender: 'PT. Telkom Witel Tegal', subject: 'Perbaikan jaringan' })
    await sql`insert into correspondence.receipt (letter_id, unit_id, year, sequence, received_on, via) values (${paper.id}, ${place.units.diskominfo}, 2024, 900, '2024-05-06', 'paper')`.execute(desk.db())
    const row = aLetterRow(60, { 'Nomor Naskah': 'B 9 / 2024', 'Tgl. Naskah': '5 Mei 2024', 'Tgl. Diterima': '', 'Asal Naskah': 'pt telkom witel tegal', 'Hal': 'Lain sama sekali' })
    expect((await desk.preview(asCsv([row]))).counts).toEqual({ new: 0, changed: 0, unchanged: 1, wrong: 0 })
  })

  it('lets the running agenda go on after its numbers', async () => {
    const year = new Date().getFullYear()
    const row = aLetterRow(70, { 'No. Agenda': `1500/${year}`, 'Tgl. Naskah': `02/01/${year}`, 'Tgl. Diterima': `03/01/${year}` })
    expect((await desk.bring(asCsv([row]))).counts.new).toBe(1)
    const received = await officer.post('/kerja/surat/terima', { sender: 'Dinas Sosial', number: '460/1', letterOn: `${year}-01-05`, receivedOn: `${year}-01-06`, subject: 'Verifikasi data penerima bantuan', office: place.units.diskominfo!, to: '', kind: 'surat-dinas', via: 'paper', secrecy: 'B', urgency: 'biasa' })
    expect((await officer.get(received.headers.location!)).body).toContain(`1501/${year}`)
  })

  it('without agenda numbers gets the next ones, and without a direction goes where sender or addressee say', async () => {
    const heading = 'Nomor Surat;Tanggal Surat;Pengirim;Tujuan;Perihal'
    const { counts } = await desk.bring(Buffer.from([heading, '-;03/02/2023;Kecamatan Adiwerna;;Undangan sedekah bumi', '090/7/2023;04/02/2023;;Camat Adiwerna;Jawaban undangan', '-;03/02/2023;Kecamatan Adiwerna;;Laporan sedekah bumi'].join('\n')))
    expect(counts).toEqual({ new: 3, changed: 0, unchanged: 0, wrong: 0 })
    expect((await desk.rowsOf(sql<{ state: string; number: string | null; sequence: number | null }>`select state, number, sequence from correspondence.letter l left join correspondence.receipt r on r.letter_id = l.id where letter_on between '2023-02-01' and '2023-02-28' order by l.id`))).toEqual([
      { state: 'received', number: null, sequence: 1 }, { state: 'sent', number: '090/7/2023', sequence: null }, { state: 'received', number: null, sequence: 2 },
    ])
  })

  it('leaves an audit of every letter, and of secret ones not what they say', async () => {
    await desk.bring(asCsv([aLetterRow(80, { 'Sifat Naskah': 'Rahasia', 'Hal': 'Penangkapan bandar', 'Asal Naskah': 'Polres Tegal', 'Nomor Naskah': 'R/8/2024' })]))
    const entries = (await desk.rowsOf(sql<{ entry: string }>`select entry from platform.audit_entry where record_kind = 'letter' order by sequence`)).map(({ entry }) => entry)
    expect(JSON.parse(entries[0]!)).toMatchObject({ action: 'correspondence.office', path: base, after: { line: 2, number: '005/1/2024', agenda: '1/2024' } })
    expect(entries.join()).not.toMatch(/Penangkapan|Polres|R\/8/)
  })
})

describe('secret letters of a book', () => {
  it('are not told in the preview, and only whoever brought them and holders of the right see them', async () => {
    const { at, page } = await desk.preview(asCsv([aLetterRow(90, { 'Sifat Naskah': 'SR', 'Hal': 'Pengamanan objek vital', 'Asal Naskah': 'Kodim 0712', 'Nomor Naskah': 'SR/1/2024' })]))
    expect(page).toContain('Surat rahasia')
    expect(page).not.toMatch(/Pengamanan|Kodim|SR\/1/)
    await desk.step(at, 'masuk')
    const [letter] = await stored('Pengamanan objek vital')
    expect(letter!.locks).toEqual([`a:${officerId}`])
    const other = await anOfficer('diskominfo')
    expect((await other.browser.get(`/kerja/surat/${letter!.id}`)).statusCode).toBe(404)
    expect((await other.browser.get('/kerja/surat?q=kodim')).body).not.toContain('Kodim 0712')
  })
})

describe('mistakes in a book', () => {
  it('are each told with their row, column and reason, and keep everything out', async () => {
    const before = await count()
    const rows = [
      aLetterRow(100),
      aLetterRow(101, { 'Tgl. Naskah': '31/02/2024' }),
      aLetterRow(102, { 'Asal Naskah': '' }),
      aLetterRow(103, { 'Masuk/Keluar': 'Samping' }),
      aLetterRow(105, { 'No. Agenda': 'dua belas' }),
      aLetterRow(106, { 'Tgl. Naskah': '07/03/2024', 'Tgl. Diterima': '06/03/2024' }),
      aLetterRow(107, { 'Nomor Naskah': aLetterRow(100)['Nomor Naskah'], 'Tgl. Naskah': aLetterRow(100)['Tgl. Naskah'], 'Tgl. Diterima': '', 'Asal Naskah': aLetterRow(100)['Asal Naskah'] }),
      aLetterRow(108, { 'No. Agenda': '1/2024' }),
      aLetterRow(110, { 'Nama File': 'tidak-ada.pdf' }),
      aLetterRow(111, { 'Tgl. Naskah': '01/01/2999', 'Tgl. Diterima': '' }),
      aLetterRow(112, { 'No. Agenda': '' }),
      aLetterRow(113, { 'Hal': '' }),
      aLetterRow(114, { 'Kepada': '' }),
    ]
    const { at, counts, page } = await desk.preview(asCsv(rows), 'salah.csv')
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 12 })
    expect(await desk.reasons(at)).toEqual({
      3: ['letterOn: “{text}” bukan tanggal yang dikenal. Tulis seperti 21/11/2026, hari dahulu dan tahun empat angka.'],
      4: ['sender: Isi pengirim; surat masuk dikenali darinya.'],
      5: ['direction: “{text}” tidak dikenal. Pakai salah satu: {known}.'],
      6: ['agenda: “{text}” bukan nomor agenda. Tulis seperti 12, atau 12/2024.'],
      7: ['receivedOn: Surat ini diterima sebelum tanggalnya sendiri.'],
      8: ['number: Sudah ada di baris {line} berkas ini.'],
      9: ['agenda: Nomor agenda {line} sudah dipakai surat {number} dari {sender}.'],
      10: ['file: Berkas “{name}” tidak ada di ZIP yang Anda unggah.'],
      11: ['letterOn: Tanggal surat ini belum tiba.'],
      12: ['agenda: Isi nomor agenda, atau lepas kolom ini dari pencocokan agar semua surat masuk diberi nomor berikutnya.'],
      13: ['subject: Kolom ini harus diisi.'],
      14: ['addressee: Isi tujuan surat keluar.'],
    })
    expect(page).toContain('Nomor agenda 1/2024 sudah dipakai surat 005/1/2024 dari Badan Pusat Statistik Kabupaten Tegal.')
    expect((await desk.step(at, 'masuk')).statusCode).toBe(422)
    expect(await count()).toBe(before)
    await desk.step(at, 'masuk', { tanpa: 'on' })
    expect(await count()).toBe(before + 1)
  })

  it('of names nobody knows are asked about once, and remembered', async () => {
    const { at, counts, page } = await desk.preview(Buffer.from(letterListWithMistakes), 'kesalahan.csv')
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 4 })
    expect(page).toContain('Jenis surat “Surat Undangan Rapat”')
    expect(page).toContain('Kode klasifikasi “005 Undangan”')
    const selects = [...(await officer.get(at)).body.matchAll(/<label[^>]*for="f-(p_\d)"[^>]*>(.*?)<\/label>/gs)].map(([, name, label]) => [name!, words(label!)] as const)
    const answers = Object.fromEntries(selects.map(([name, label]) => [name, label.includes('Klasifikasi') || label.includes('klasifikasi') ? '-' : 'surat-undangan']))
    await desk.step(at, 'padankan', answers)
    expect((await desk.runOf(at)).counts).toMatchObject({ new: 2, wrong: 3 })
    const again = await desk.preview(asCsv([aLetterRow(130, { 'Jenis Naskah': 'SURAT UNDANGAN RAPAT', 'Klasifikasi': '005 Undangan' })]))
    expect(again.counts).toMatchObject({ new: 1, wrong: 0 })
  })
})

describe('the files of a book', () => {
  it('come in a ZIP, are checked like uploads, and are found by their names', async () => {
    const at = await desk.papers(await aZip({ 'masuk/001.pdf': aPdf('Satu'), 'Keluar/002.PDF': aPdf('Dua'), 'masuk/rusak.pdf': aPdf().subarray(0, 300), 'masuk/palsu.pdf': Buffer.from('bukan pdf'), 'masuk/kosong.pdf': Buffer.alloc(0), '../../etc/passwd': Buffer.from('x'), '__MACOSX/._001.pdf': Buffer.from('x') }))
    const page = await desk.pageOf(at)
    expect(page).toContain('2 berkas siap dipakai')
    for (const told of ['masuk/rusak.pdf Berkas rusak.pdf rusak atau terpotong', 'masuk/palsu.pdf Berkas palsu.pdf bukan PDF yang sebenarnya', 'masuk/kosong.pdf Berkas ini kosong', '../../etc/passwd Nama berkas ini menunjuk ke luar ZIP']) expect(page).toContain(told)
    expect(page).not.toContain('MACOSX')

    const rows = [aLetterRow(140, { 'Nama File': '001.pdf' }), aLetterRow(144, { 'Nama File': 'keluar\\002.pdf' }), aLetterRow(141, { 'Nama File': 'rusak.pdf' })]
    const preview = await desk.preview(asCsv(rows))
    expect(preview.counts).toMatchObject({ new: 2, wrong: 1 })
    expect(preview.page).toContain('Berkas “rusak.pdf” ditolak saat ZIP dibuka')
    await desk.step(preview.at, 'masuk', { tanpa: 'on' })
    const [letter] = await stored(rows[0]!.Hal)
    const file = await officer.get(`/kerja/surat/${letter!.id}/berkas/${letter!.file_id}`)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect((await desk.rowsOf(sql<{ state: string }>`select state from platform.file where id = ${letter!.file_id}`))).toEqual([{ state: 'kept' }])
    expect((await desk.rowsOf(sql<{ data: { letterId: string } }>`select data from pgboss.job where name = 'correspondence.read-files' and data ->> 'letterId' = ${letter!.id}`))).toHaveLength(1)
    // A file belongs to one letter.
    expect((await desk.preview(asCsv([aLetterRow(145, { 'Nama File': '001.pdf' })]))).page).toContain('sudah dipakai surat lain')
  })

  it('may follow later: the list is sent again', async () => {
    const row = aLetterRow(150)
    await desk.bring(asCsv([row]))
    await desk.papers(await aZipOfScans(['150.pdf']))
    const again = await desk.bring(asCsv([{ ...row, 'Nama File': '150.pdf' }]))
    expect(again.counts).toEqual({ new: 0, changed: 1, unchanged: 0, wrong: 0 })
    expect((await stored(row.Hal))[0]!.file_id).not.toBeNull()
    expect((await desk.preview(asCsv([{ ...row, 'Nama File': '150.pdf' }]))).counts.unchanged).toBe(1)
  })

  it('of one name in two folders must be named with it', async () => {
    await desk.papers(await aZipOfScans(['a/surat.pdf', 'b/surat.pdf']))
    expect((await desk.preview(asCsv([aLetterRow(160, { 'Nama File': 'surat.pdf' })]))).page).toContain('Ada 2 berkas bernama “surat.pdf” di ZIP.')
    expect((await desk.preview(asCsv([aLetterRow(160, { 'Nama File': 'B/Surat.pdf' })]))).counts.new).toBe(1)
  })

  it.each<[string, () => Promise<Buffer>, string]>([
    ['is none', async () => Buffer.from('ini bukan zip'), 'bukan ZIP'],
    ['is a document', async () => (await writeSheet('x', [{ label: 'a' }], [['b']])), 'bukan ZIP'],
  ])('are refused at once when the ZIP %s', async (_, make, sentence) => {
    const answer = await officer.upload(`${base}/berkas`, {}, [{ name: 'berkas', filename: 'surat.zip', body: await make() }])
    expect([answer.statusCode, words(answer.body)]).toEqual([422, expect.stringContaining(sentence)])
  })

  it('are refused when the ZIP was cut off, holds nothing, or unpacks to far too much', async () => {
    const whole = await aZipOfScans(['1.pdf', '2.pdf'])
    expect(await desk.pageOf(await desk.papers(whole.subarray(0, whole.length - 40)))).toContain('rusak atau terpotong')
    expect(await desk.pageOf(await desk.papers(await aZip({ '.DS_Store': Buffer.from('x') })))).toContain('tidak berisi berkas')
    const zeros = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.pdf`, Buffer.alloc(29_000_000)]))
    expect(await desk.pageOf(await desk.papers(await aZip(zeros)))).toContain('mengembang terlalu besar')
    // An entry that says it is small and is not.
    const lying = await aZip({ 'besar.pdf': Buffer.alloc(40_000_000, 'x') })
    for (let at = lying.indexOf('besar.pdf'); at >= 0; at = lying.indexOf('besar.pdf', at + 1)) if (at >= 46 && lying.readUInt32LE(at - 46) === 0x02014b50) lying.writeUInt32LE(1000, at - 46 + 24)
    expect(await desk.pageOf(await desk.papers(lying))).toContain('Berkas ini rusak di dalam ZIP')
  })
})

describe('whose book it is', () => {
  it('goes to the office of whoever brings it, also out of one of its divisions', async () => {
    const division = await anAccount(installation, place, { unit: 'diskominfo-ikp' })
    await assign(installation, place, division.id, await aRole(installation, place, 'uji-bidang', [{ permission: 'correspondence.office', reach: 'unit-and-below' }]), 'diskominfo')
    const theirs = importDesk(installation, place, await signIn(installation, place, division.username))
    await theirs.bring(asCsv([aLetterRow(170)]))
    expect((await desk.rowsOf(sql<{ unit_id: string }>`select unit_id from correspondence.letter where subject = ${aLetterRow(170).Hal}`))).toEqual([{ unit_id: place.units.diskominfo }])
  })

  it('is nothing to other offices: neither letters, agenda, runs nor files', async () => {
    const other = await anOfficer('dpu')
    const theirs = importDesk(installation, place, other.browser)
    // The same letter and the same line in another office are theirs.
    expect((await theirs.bring(asCsv([aLetterRow(0)]))).counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 0 })
    const mine = await desk.preview(asCsv([aLetterRow(180)]))
    const zip = await desk.papers(await aZipOfScans(['milik.pdf']))
    for (const path of [mine.at, `${mine.at}/salah.csv`, zip]) expect((await other.browser.get(path)).statusCode).toBe(404)
    expect((await theirs.preview(asCsv([aLetterRow(181, { 'Nama File': 'milik.pdf' })]))).page).toContain('tidak ada di ZIP yang Anda unggah')
    expect((await other.browser.get('/kerja/surat?buku=masuk')).body).not.toContain('Undangan rapat koordinasi 2')
  })

  it('is refused to those who keep no agenda, and to those who keep only another', async () => {
    const writer = await signIn(installation, place, (await anAccount(installation, place, { unit: 'dpu' })).username)
    for (const path of [base, `${base}/berkas`, `${base}/templat.xlsx`]) expect((await writer.get(path)).statusCode).toBe(403)
    const elsewhere = await anAccount(installation, place, { unit: 'dpu' })
    await assign(installation, place, elsewhere.id, await aRole(installation, place, 'uji-lain', [{ permission: 'correspondence.office', reach: 'unit' }]), 'slawi')
    const theirs = importDesk(installation, place, await signIn(installation, place, elsewhere.username))
    const { counts, page } = await theirs.preview(asCsv([aLetterRow(190)]))
    expect(counts.wrong).toBe(1)
    expect(page).toContain('Anda belum memegang agenda surat kantor Anda.')
  })

  it('is written only through the letters of the office', async () => {
    const id = (await stored('Undangan rapat koordinasi 2'))[0]!.id
    const letter = await installation.services.ask(letters).byId(desk.db(), id)
    expect(letter).toMatchObject({ origin: 'list', createdBy: officerId, sentAt: null })
  })
})
