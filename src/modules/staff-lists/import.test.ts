import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { words } from '#app/testing/sheet-desk.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { asCsv, asSheet, base, importDesk, type ImportDesk } from './testing/desk.ts'
import { aStaffRow, headings, type StaffRow } from './testing/staff.ts'

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

describe('a list of staff', () => {
  it('is recognised by its headings, shown before anything happens, and brought in whole', async () => {
    const rows = [aStaffRow(1), aStaffRow(2, 'Bidang Bina Marga'), aStaffRow(3, 'Kec. Slawi')]
    const { at, counts, choices, page } = await desk.preview(await asSheet(rows))
    expect(Object.keys(choices.columns)).toHaveLength(headings.length)
    expect(counts).toEqual({ new: 3, changed: 0, unchanged: 0, wrong: 0 })
    expect(page).toContain('3 baris baru')
    expect(page).toContain('Bidang Bina Marga')
    expect(await employees()).toBe(0)
    await desk.step(at, 'masuk')
    expect(await desk.runOf(at)).toMatchObject({ state: 'done', counts: { new: 3 } })
    const [one] = await desk.rowsOf(sql<Record<string, unknown>>`select name, title_after, birth_date, sex, kind, grade, grade_since, position_title, position_level, education, entered_on, unit_id, nik_hash is not null as sealed from personnel.employee where nip = ${rows[1]!.NIP}`)
    expect(one).toEqual({ name: 'Budi Riyadi Riyadi', title_after: 'S.E.', birth_date: '1968-01-01', sex: 'm', kind: 'pns', grade: 'III/b', grade_since: '2022-04-01', position_title: 'Guru Ahli Pertama', position_level: 'ahli-pertama', education: 's1', entered_on: '1992-03-01', unit_id: place.units['dpu-bina-marga'], sealed: true })
    expect(words((await officer.get(`/kerja/pegawai?q=${rows[1]!.NIP}`)).body)).toContain('Budi Riyadi Riyadi')
  })

  it('brought in again changes nothing, and a corrected one only what was corrected', async () => {
    const rows = [aStaffRow(1), aStaffRow(2, 'Bidang Bina Marga'), aStaffRow(3, 'Kec. Slawi')]
    const again = await desk.preview(asCsv(rows), 'lagi.csv')
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 })
    expect(again.page).toContain('Semua isi berkas ini sudah ada')
    const promoted = { ...rows[0]!, 'Gol. Ruang': 'Penata Tk. I, III/d', 'TMT Gol': '1 Oktober 2026', 'Unit Kerja': 'diskominfo', 'Agama': '', 'Gelar Belakang': '-' }
    const changed = await desk.bring(await asSheet([promoted, rows[1]!]))
    expect(changed.counts).toEqual({ new: 0, changed: 1, unchanged: 1, wrong: 0 })
    expect(changed.page).toContain('Golongan: III/d, 01/10/2026')
    const [one] = await desk.rowsOf(sql<Record<string, unknown>>`select grade, religion, title_after, (select count(*)::int from personnel.record r where r.employee_id = e.id and kind = 'rank') as ranks from personnel.employee e where nip = ${rows[0]!.NIP}`)
    expect(one).toEqual({ grade: 'III/d', religion: 'islam', title_after: 'S.E.', ranks: 2 })
    expect((await desk.preview(await asSheet([promoted]))).counts.unchanged).toBe(1)
  })

  it('leaves an audit of every person that was changed, without what is private', async () => {
    const [{ entries } = { entries: [] }] = await desk.rowsOf(sql<{ entries: string[] }>`select array_agg(entry order by sequence) as entries from platform.audit_entry where record_kind = 'employee'`)
    expect(entries).toHaveLength(4)
    expect(JSON.parse(entries[3]!)).toMatchObject({ action: 'personnel.manage', path: base, before: {}, after: { line: 2, history: ['rank III/d 2026-10-01'] } })
    for (const entry of entries) expect(entry).not.toMatch(/3328\d{12}|1967-01-01|islam/)
    const [run] = await desk.rowsOf(sql<{ entry: string }>`select entry from platform.audit_entry where record_kind = 'sheet-run' and entry like '%"new": 3%'`)
    expect(run).toBeDefined()
  })
})

describe('mistakes in a list', () => {
  const row = (n: number, change: Partial<StaffRow> = {}): StaffRow => ({ ...aStaffRow(n), ...change })

  it('are each told with their row, column and reason, and keep everything out', async () => {
    const [before, good] = [await employees(), aStaffRow(100)]
    const other = aStaffRow(104)
    const rows = [
      good,
      row(101, { NIP: aStaffRow(101).NIP.slice(0, 17) }),
      row(102, { 'Tanggal Lahir': '17/08/1970' }),
      row(103, { JK: 'L' }),
      other,
      row(105, { NIP: other.NIP }),
      row(106, { 'Tanggal Lahir': '31/02/1972' }),
      row(107, { 'Gol. Ruang': 'IX' }),
      row(108, { 'Gol. Ruang': 'tiga a' }),
      row(109, { Nama: '' }),
      row(110, { NIP: '', NIK: '' }),
      row(111, { NIP: '1,98503E+17' }),
      row(112, { 'Status Kepegawaian': 'Magang' }),
      row(113, { NIK: aStaffRow(2).NIK }),
      row(114, { 'Unit Kerja': '' }),
    ]
    const { at, counts, page } = await desk.preview(asCsv(rows), 'salah.csv')
    expect(counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 13 })
    const said = await desk.reasons(at)
    expect(said).toEqual({
      3: ['nip: Nomor ini {count} angka, seharusnya {length}.'],
      4: ['nip: Tanggal lahir dalam NIP berbeda dari tanggal lahir yang ditulis.', 'nik: Tanggal lahir dalam NIK berbeda dari tanggal lahir yang ditulis.'],
      5: ['nip: Jenis kelamin dalam NIP berbeda dari yang ditulis.', 'nik: Jenis kelamin dalam NIK berbeda dari yang ditulis.'],
      7: ['nip: Sudah ada di baris {line} berkas ini.'],
      8: ['birthDate: “{text}” bukan tanggal yang dikenal. Tulis seperti 21/11/2026, hari dahulu dan tahun empat angka.'],
      9: ['grade: Golongan {grade} bukan untuk {kind}.'],
      10: ['grade: “{text}” bukan golongan. Tulis seperti III/a, atau IX untuk PPPK.'],
      11: ['name: Isi nama; orang ini belum tercatat.'],
      12: ['nip: Isi NIP atau NIK; tanpa salah satunya orang ini tidak dapat dikenali.'],
      13: [expect.stringContaining('nip: Tertulis {text}: Excel menyimpannya')],
      14: ['kind: “{text}” tidak dikenal. Pakai salah satu: {known}.'],
      15: ['nik: NIK ini sudah tercatat dengan NIP lain.'],
      16: ['unit: Isi unit kerja; orang ini belum tercatat.'],
    })
    expect(page).toContain('Sudah ada di baris 6 berkas ini.')
    const refused = await desk.step(at, 'masuk')
    expect([refused.statusCode, words(refused.body)]).toEqual([422, expect.stringContaining('Masih ada baris yang salah')])
    expect(await employees()).toBe(before)

    const download = await officer.get(`${at}/salah.csv`)
    expect(download.body).toContain(`Nomor baris,Sebab,${headings.join(',')}`)
    expect(download.body).toContain(`7,NIP: Sudah ada di baris 6 berkas ini.,${other.NIP},`)
    expect((await officer.get(`${at}/salah.xlsx`)).rawPayload.subarray(0, 2).toString()).toBe('PK')

    await desk.step(at, 'masuk', { tanpa: 'on' })
    expect(await desk.runOf(at)).toMatchObject({ state: 'done', counts: { new: 2, wrong: 13 } })
    expect(await employees()).toBe(before + 2)
  })

  it('of an e-mail address are told as well', async () => {
    const one = row(240)
    const { at } = await desk.preview(Buffer.from(`NIP;Nama;Tanggal Lahir;JK;Unit Kerja;Email\r\n${one.NIP};${one.Nama};${one['Tanggal Lahir']};${one.JK};${one['Unit Kerja']};slamet@contoh`), 'surel.csv')
    expect(await desk.reasons(at)).toEqual({ 2: ['email: “{text}” bukan alamat surel. Tulis seperti nama@contoh.id.'] })
  })

  it('of columns taken for each other are pointed out', async () => {
    const swapped = Array.from({ length: 20 }, (_, i) => row(200 + i, { NIP: aStaffRow(200 + i).NIK, NIK: aStaffRow(200 + i).NIP }))
    const { page, counts, at, choices } = await desk.preview(await asSheet(swapped))
    expect(counts.wrong).toBe(20)
    expect(page).toMatch(/Lebih dari separuh baris salah di kolom “(NIP|NIK)”/)
    await desk.step(at, 'kolom')
    await desk.step(at, 'periksa', { k_nip: String(choices.columns.nik), k_nik: String(choices.columns.nip) })
    expect((await desk.runOf(at)).counts).toMatchObject({ new: 20, wrong: 0 })
    const next = await desk.preview(await asSheet(swapped.slice(0, 1)), 'berikutnya.xlsx')
    expect([next.choices.columns.nip, next.choices.columns.nik]).toEqual([choices.columns.nik, choices.columns.nip])
    expect(next.counts).toMatchObject({ new: 1, wrong: 0 })
    // What was chosen is remembered for the next file of this unit; here it is put back.
    await desk.step(at, 'kolom')
    await desk.step(at, 'periksa', { k_nip: String(choices.columns.nip), k_nik: String(choices.columns.nik) })
  })

  it('of one column for two things, or of none that names a person, are refused on the spot', async () => {
    const { to } = await desk.send(await asSheet([row(230)]))
    await desk.work(to)
    expect(words((await desk.step(to, 'periksa', { k_nik: '0' })).body)).toContain('Kolom ini sudah dipakai untuk isian lain.')
    expect(words((await desk.step(to, 'periksa', { k_nip: '', k_nik: '' })).body)).toContain('Pilih kolom yang mengenali baris: NIP, NIK.')
    expect((await desk.runOf(to)).state).toBe('mapping')
    await desk.step(to, 'buang')
    expect((await officer.get(to)).statusCode).toBe(404)
  })
})
