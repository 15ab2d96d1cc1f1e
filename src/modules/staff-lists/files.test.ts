import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { words } from '#app/testing/sheet-desk.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { forgetSheetRuns } from '#platform/sheets/clearing.ts'
import { aWorkbook, packed, standingIn } from '#platform/sheets/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { asCsv, asSheet, base, importDesk, type ImportDesk } from './testing/desk.ts'
import { aStaffRow, headings } from './testing/staff.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let desk: ImportDesk

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await anAccount(installation, place, { username: 'kepegawaian', unit: 'pemerintah', roles: ['personnel-officer'] })
  officer = await signIn(installation, place, 'kepegawaian')
  desk = importDesk(installation, place, officer)
})
afterAll(() => installation.close())

const employees = async () => (await desk.rowsOf(sql<{ n: number }>`select count(*)::int as n from personnel.employee`))[0]!.n

describe('a workbook as offices make them', () => {
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
  const form = (first: string) => ({
    sheets: [
      { name: 'Rekap', rows: `<row r="1">${text('A1', 'Jumlah pegawai')}${text('B1', 'per golongan')}</row><row r="2">${text('A2', 'III/a')}<c r="B2"><v>12</v></c></row>` },
      { name: 'Gaji', state: 'hidden' as const, rows: `<row r="1">${text('A1', 'NIP')}</row><row r="2">${text('A2', '196801011992031000')}</row>` },
      {
        name: 'Nominatif',
        rows: `<row r="1">${text('A1', 'DAFTAR NOMINATIF PEGAWAI')}</row><row r="3">${text('A3', 'No')}${text('B3', 'NIP')}${text('C3', 'Nama / Gelar')}${text('D3', 'Lahir')}${text('F3', 'L/P')}${text('G3', 'Unit Organisasi')}${text('H3', 'Pangkat')}</row>
          <row r="4">${text('D4', 'Tempat')}${text('E4', 'Tanggal')}${text('H4', 'Gol')}${text('I4', 'TMT')}</row>
          <row r="5">${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((n, i) => `<c r="${'ABCDEFGHI'[i]}5"><v>${n}</v></c>`).join('')}</row>
          <row r="6" hidden="1"><c r="A6"><v>1</v></c>${first}${text('C6', 'Dra. Sri Wahyuni, M.Si')}${text('D6', 'Brebes')}<c r="E6" s="1"><v>24838</v></c>${text('F6', 'L')}<c r="G6" t="str"><f>VLOOKUP(1)</f><v>DPU</v></c>${text('H6', 'III/b')}<c r="I6" s="1"><v>44652</v></c></row>
          <row r="7"><c r="A7"/><c r="B7" t="inlineStr"><is><t> </t></is></c></row><row r="900"><c r="A900"/></row>`,
        after: '<mergeCells><mergeCell ref="A1:I1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:C4"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:F4"/><mergeCell ref="G3:G4"/><mergeCell ref="H3:I3"/></mergeCells>',
      },
    ],
    formats: ['dd/mm/yyyy'],
  })

  it('with a title, headings in two joined rows, numbered columns, formulas, blank rows and other sheets is understood', async () => {
    const { counts, choices, page, at } = await desk.preview(await aWorkbook(form(text('B6', '196801011992031000'))))
    expect(choices.columns).toEqual({ nip: 1, name: 2, birthPlace: 3, birthDate: 4, sex: 5, unit: 6, grade: 7, gradeSince: 8 })
    expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 0 })
    expect(page).toContain('Lembar “Nominatif” dibaca; lembar lain tidak. 1 lembar tersembunyi tidak dibaca. 1 baris yang disembunyikan saringan ikut dibaca.')
    await desk.step(at, 'masuk')
    const [row] = await desk.rowsOf(sql<Record<string, unknown>>`select name, title_before, title_after, birth_place, birth_date, unit_id, grade, grade_since from personnel.employee where nip = '196801011992031000'`)
    expect(row).toEqual({ name: 'Sri Wahyuni', title_before: 'Dra.', title_after: 'M.Si', birth_place: 'Brebes', birth_date: '1968-01-01', unit_id: place.units.dpu, grade: 'III/b', grade_since: '2022-04-01' })
  })

  it('that holds a NIP as a number is told which digits are gone', async () => {
    const { counts, page } = await desk.preview(await aWorkbook(form('<c r="B6"><v>1.96801011992031E+17</v></c>')))
    expect(counts.wrong).toBe(1)
    expect(page).toContain('digit setelah ke-15 hilang (196801011992031000). Ubah kolom ini menjadi teks')
  })

  it('is read from another sheet, or from another row of headings, when the person says so', async () => {
    const { to } = await desk.send(await aWorkbook(form(text('B6', '196801011992031000'))))
    await desk.work(to)
    const answer = await desk.press(to, 'baca', { lembar: '0', judul: '' })
    expect(answer.statusCode).toBe(303)
    expect((await desk.runOf(to)).choices.columns).toEqual({ grade: 1 })
    await desk.press(to, 'baca', { lembar: '1', judul: '3' })
    expect(Object.keys((await desk.runOf(to)).choices.columns)).toContain('gradeSince')
    expect(words((await desk.press(to, 'baca', { lembar: '1', judul: '700' })).body)).toContain('Baris 700 kosong atau terlalu jauh di bawah')
  })
})

describe('a unit that is spelt otherwise', () => {
  it('is asked about once for all its rows, and remembered for the next file', async () => {
    const spelt = (n: number) => ({ ...aStaffRow(n), 'Unit Kerja': 'Dinas Kominfo Kab. Tegal' })
    const { at, counts, page } = await desk.preview(await asSheet([spelt(300), spelt(301), { ...aStaffRow(302), 'Unit Kerja': 'Kantor Gubernur Papua' }]))
    expect(counts).toMatchObject({ new: 0, wrong: 3 })
    expect(page).toContain('Unit kerja “Dinas Kominfo Kab. Tegal”, 2 baris')
    expect(page).toContain('Mungkin maksudnya “Dinas Komunikasi dan Informatika”')
    expect(standingIn((await officer.get(at)).body).p_0).toBe(place.units.diskominfo)
    await desk.step(at, 'padankan')
    expect((await desk.runOf(at)).counts).toMatchObject({ new: 2, wrong: 1 })
    expect((await desk.preview(await asSheet([spelt(303)]))).counts).toMatchObject({ new: 1, wrong: 0 })
  })
})

describe('who may bring in what', () => {
  it('is decided row by row: units out of reach and private data without the right are refused', async () => {
    const { id } = await anAccount(installation, place, { username: 'operator-dpu', unit: 'dpu' })
    await assign(installation, place, id, await aRole(installation, place, 'operator', [{ permission: 'personnel.manage', reach: 'unit-and-below' }, { permission: 'personnel.read', reach: 'unit-and-below' }]), 'dpu')
    const operator = importDesk(installation, place, await signIn(installation, place, 'operator-dpu'))
    const elsewhere = aStaffRow(400)
    await anEmployee(installation.services, place, { nip: elsewhere.NIP, nik: elsewhere.NIK })
    const plain = (n: number, unit: string) => ({ ...aStaffRow(n, unit), 'NIK': '', 'Tempat Lahir': '', 'Agama': '' })
    const { at, counts } = await operator.preview(asCsv([plain(401, 'Bidang Bina Marga'), plain(402, 'Dinas Komunikasi dan Informatika'), aStaffRow(403, 'Bidang Bina Marga'), plain(400, 'Bidang Bina Marga')]), 'dpu.csv')
    expect(counts).toMatchObject({ new: 1, wrong: 3 })
    const privately = 'Anda belum boleh mengisi data pribadi pegawai di unit ini. Lepas kolom ini dari pencocokan.'
    expect(await operator.reasons(at)).toEqual({
      3: ['unit: Unit ini ada di luar jangkauan Anda.'],
      4: [`nik: ${privately}`, `birthPlace: ${privately}`, `religion: ${privately}`],
      5: ['nip: Pegawai ini ada di luar jangkauan Anda.'],
    })
    expect((await officer.get(at)).statusCode).toBe(404)
    expect((await officer.get(`${at}/salah.csv`)).statusCode).toBe(404)
  })
})

describe('a worker that is lost', () => {
  it('in the middle leaves nothing half done, and the work is taken up again', async () => {
    const before = await employees()
    const { at } = await desk.preview(await asSheet(Array.from({ length: 1500 }, (_, i) => aStaffRow(1000 + i))))
    await desk.press(at, 'masuk')
    const client = new pg.Client({ connectionString: installation.url })
    await client.connect()
    const working = desk.work(at)
    // Its connection is cut once the first rows are written.
    for (;;) {
      const { rowCount } = await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ~ 'personnel.employee|personnel.record' and state = 'active' and backend_xid is not null")
      if (rowCount) break
    }
    await working
    expect(await desk.runOf(at)).toMatchObject({ state: 'failed', failure: { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' } })
    expect(await employees()).toBe(before)
    // One that died without a word finds its run as it was.
    await client.query("update platform.sheet_run set state = 'applying', touched_at = now() - interval '2 minutes' where id = $1", [at.split('/').at(-1)])
    await client.end()
    expect(await desk.pageOf(at)).toContain('Pekerjaan ini tampaknya terhenti')
    expect((await desk.press(at, 'ulang')).statusCode).toBe(303)
    await Promise.all([desk.work(at), desk.work(at)])
    expect(await desk.runOf(at)).toMatchObject({ state: 'done', counts: { new: 1500 } })
    expect(await employees()).toBe(before + 1500)
    await desk.work(at)
    expect(await employees()).toBe(before + 1500)
  }, 60_000)
})

describe('what changed between the preview and the button', () => {
  it('keeps everything out and shows the preview anew', async () => {
    const [row, other] = [aStaffRow(600), aStaffRow(601)]
    const { at } = await desk.preview(await asSheet([row, other]))
    await anEmployee(installation.services, place, { nip: null, kind: 'honorer', nik: row.NIK })
    await installation.services.database.transaction(place.id, tx => sql`update personnel.employee set kind = 'pns', nip = '197001011994031999' where nip is null`.execute(tx))
    await desk.step(at, 'masuk')
    expect(await desk.runOf(at)).toMatchObject({ state: 'ready', counts: { new: 1, wrong: 1 }, failure: { text: 'Data berubah sejak pratinjau ini dibuat. Tidak ada yang masuk; periksa sekali lagi.' } })
    expect(await desk.rowsOf(sql`select 1 as one from personnel.employee where nip = ${other.NIP}`)).toEqual([])
  })
})

it('what stood in a file is forgotten after a month, what was learnt of its columns is not', async () => {
  await desk.rowsOf(sql`update platform.sheet_run set created_at = now() - interval '31 days'`)
  const { at } = await desk.preview(asCsv([aStaffRow(700)]), 'baru.csv')
  await forgetSheetRuns.run({ services: installation.services, governmentId: null, db: desk.db(), now: new Date() }, {})
  expect(await desk.rowsOf(sql`select id from platform.sheet_run`)).toEqual([{ id: at.split('/').at(-1) }])
  expect(await desk.rowsOf(sql`select distinct run_id from platform.sheet_bad_row`)).toEqual([])
  expect(await desk.rowsOf(sql`select code from platform.sheet_mapping`)).not.toEqual([])
})

describe('a file that is no spreadsheet', () => {
  const part = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }
  const compound = (inside: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from(inside, 'utf16le'), Buffer.alloc(500)])
  it.each([
    ['with a password', 'pegawai.xlsx', async () => compound('EncryptedPackage'), 'dilindungi kata sandi'],
    ['of an old Excel', 'pegawai.xls', async () => compound('Workbook'), 'format Excel lama (.xls)'],
    ['with macros', 'pegawai.xlsm', () => packed({ ...part, 'xl/vbaProject.bin': 'x' }), 'memuat makro'],
    ['in binary', 'pegawai.xlsb', () => packed({ 'xl/workbook.bin': 'x' }), 'format biner'],
    ['of a word processor', 'pegawai.docx', () => packed({ 'word/document.xml': '<x/>' }), 'bukan lembar kerja'],
    ['of OpenDocument', 'pegawai.ods', () => packed({ 'mimetype': 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'OpenDocument'],
    ['that is a web page', 'pegawai.xls', async () => Buffer.from('<html><table><tr><td>NIP</td></tr></table></html>'), 'sebenarnya halaman web'],
    ['that is a PDF', 'pegawai.pdf', async () => Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u0000\n1 0 obj'), 'bukan lembar kerja'],
    ['that is cut off', 'pegawai.xlsx', async () => (await packed(part)).subarray(0, 120), 'rusak atau terpotong'],
    ['with nothing in it', 'pegawai.csv', async () => Buffer.alloc(0), 'kosong'],
    ['that bursts', 'pegawai.xlsx', () => packed({ ...part, 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, 'a') }), 'mengembang terlalu besar'],
  ])('%s is refused at once with what to do', async (_, name, make, said) => {
    const { status, body } = await desk.send(await make(), name)
    expect([status, words(body)]).toEqual([422, expect.stringContaining(said)])
  })

  it('but looks like one is refused when it is read', async () => {
    const { to } = await desk.send(await packed({ ...part, 'xl/workbook.xml': 'bukan xml' }))
    await desk.work(to)
    expect(await desk.pageOf(to)).toMatch(/Impor ini tidak jadi.*pegawai\.xlsx (rusak|tidak berisi)/)
    const { to: empty } = await desk.send(Buffer.from(`${headings.join(';')}\r\n`), 'kosong.csv')
    await desk.work(empty)
    expect(await desk.pageOf(empty)).toContain('Berkas kosong.csv tidak berisi baris data.')
  })

  it('is not asked of anybody: the template is a file that fits', async () => {
    const { rawPayload } = await officer.get(`${base}/templat.xlsx`)
    const { to } = await desk.send(rawPayload, 'templat.xlsx')
    await desk.work(to)
    expect(Object.keys((await desk.runOf(to)).choices.columns).length).toBeGreaterThan(20)
    expect((await desk.step(to, 'periksa')).statusCode).toBe(303)
    expect((await desk.runOf(to)).counts).toMatchObject({ new: 1, wrong: 0 })
  })
})
