import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { sheetDesk } from '#app/testing/sheet-desk.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { codeLists, regionMatching } from './contract.ts'
import { datasets, evidence, indicators, publications } from './exports.ts'
import { itemImport } from './item-import.ts'

let installation: Installation
let tegal: TestGovernment
let keeper: Browser
let visitor: Browser

beforeAll(async () => {
  installation = await openInstallation()
  tegal = await aGovernment(installation)
  await anAccount(installation, tegal, { username: 'walidata', roles: ['walidata'] })
  keeper = await signIn(installation, tegal, 'walidata')
  visitor = aBrowser(installation, tegal)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(tegal.id)
const port = () => installation.services.ask(codeLists)
const at = (code: string) => `/kerja/kode-referensi/${code}`
const draft = (code: string) => `${at(code)}/rancangan`
const about = (more: Record<string, string> = {}) => ({ step: 'publish', from: '2026-01-01', basis: 'Keputusan Bupati 1/2026', verified: 'on', ...more })

/** Makes a list with some codes and sets its first version. */
async function aList(code: string, codes: readonly string[], from = '2026-01-01'): Promise<void> {
  await keeper.post('/kerja/kode-referensi/baru', { title: `Daftar ${code}`, code, kind: 'master', description: '' })
  await keeper.post(at(code), { start: 'empty' })
  for (const one of codes) await keeper.post(`${draft(code)}/baru`, { code: one, label: `Uraian ${one}`, parent: '' })
  await keeper.post(draft(code), about({ from }))
}

describe('national lists', () => {
  it('are there from the beginning, and say that nobody compared them', async () => {
    const page = (await visitor.get('/data/kode/lapangan-usaha')).body
    for (const what of ['Konstruksi', 'Aktivitas Keuangan dan Asuransi', 'belum dicocokkan', 'Peraturan BPS 2/2020']) expect(page).toContain(what)
    expect((await port().codeList(db(), 'lapangan-usaha'))!.items).toHaveLength(21)
    expect(await port().codeList(db(), 'lapangan-usaha', '2015-01-01')).toBeNull()
    expect((await port().codeLists(db())).map(({ code }) => code)).toEqual(expect.arrayContaining(['agama', 'jenis-kelamin', 'kelompok-umur', 'satuan', 'unit-kerja', 'wilayah']))
    expect((await visitor.get('/data/kode')).body).toContain('Status perkawinan')
  })

  it('get a version of the government’s own, from its day on and for nobody else', async () => {
    expect((await keeper.post(at('agama'), { start: 'copy' })).statusCode).toBe(303)
    await keeper.post(`${draft('agama')}/7`, { step: 'save', code: '7', label: 'Penghayat kepercayaan', parent: '' })
    const page = (await keeper.get(draft('agama'))).body
    for (const what of ['Kepercayaan terhadap Tuhan Yang Maha Esa', 'Penghayat kepercayaan', 'Berubah']) expect(page).toContain(what)
    expect((await visitor.get('/data/kode/agama')).body).not.toContain('Penghayat kepercayaan')
    expect((await keeper.post(draft('agama'), about({ from: '2026-03-01' }))).statusCode).toBe(303)
    expect(await port().codeList(db(), 'agama')).toMatchObject({ version: 2, verified: true, validFrom: '2026-03-01', legalBasis: 'Keputusan Bupati 1/2026' })
    expect((await port().codeList(db(), 'agama', '2026-02-28'))!.items.at(-1)!.label).toBe('Kepercayaan terhadap Tuhan Yang Maha Esa')
    const other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    expect(await port().codeList(installation.services.database.of(other.id), 'agama')).toMatchObject({ version: 1, verified: false })
    const { rows } = await sql<{ payload: unknown }>`select payload from platform.outbox where name = 'code-lists.versioned'`.execute(db())
    expect(rows).toEqual([{ payload: expect.objectContaining({ code: 'agama', version: 2, added: 0, gone: 0, renamed: 1 }) }])
  })

  it('cannot be changed by a government, whatever it asks the database', async () => {
    await installation.services.database.transaction(tegal.id, async tx => {
      const { numAffectedRows } = await sql`update code_lists.item set label = 'x' where government_id is null`.execute(tx)
      expect(Number(numAffectedRows)).toBe(0)
    })
  })
})

describe('a list of the government’s own', () => {
  it('is told what changed since the version before, and keeps every version', async () => {
    await aList('terminal', ['T1', 'T2', 'T3'])
    await keeper.post(at('terminal'), { start: 'copy' })
    await keeper.post(`${draft('terminal')}/T1`, { step: 'remove', code: 'T1', label: 'x', parent: '' })
    await keeper.post(`${draft('terminal')}/T2`, { step: 'save', code: 'T2', label: 'Terminal Slawi', parent: 'T3' })
    await keeper.post(`${draft('terminal')}/baru`, { code: 'T4', label: 'Terminal baru', parent: '' })
    const page = (await keeper.get(draft('terminal'))).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    for (const what of ['1 kode baru', '1 kode hilang', '1 uraian atau induk berubah', 'Uraian T2 Terminal Slawi (T3)']) expect(page).toContain(what)
    expect((await keeper.post(draft('terminal'), about({ from: '2026-01-01' }))).body).toContain('Pilih hari sesudahnya')
    expect((await keeper.post(draft('terminal'), about({ from: '2026-06-01' }))).statusCode).toBe(303)
    expect((await port().codeList(db(), 'terminal', '2026-05-31'))!.items.map(({ code }) => code)).toEqual(['T1', 'T2', 'T3'])
    expect((await port().codeList(db(), 'terminal', '2026-06-01'))!.items.map(({ code }) => code)).toEqual(['T2', 'T3', 'T4'])
    expect((await visitor.get('/data/kode/terminal?versi=1')).body).toContain('Uraian T1')
  })

  it('is set only when it says since when and why, and its parents are there', async () => {
    await keeper.post('/kerja/kode-referensi/baru', { title: 'Ruas jalan', code: 'ruas-jalan', kind: 'master', description: '' })
    await keeper.post(at('ruas-jalan'), { start: 'empty' })
    const empty = (await keeper.post(draft('ruas-jalan'), about({ from: '', basis: '' }))).body
    for (const what of ['Isi mulai kapan', 'Isi dasar hukum', 'belum berisi satu kode pun']) expect(empty).toContain(what)
    for (const [values, field] of [[{ code: '', label: 'x', parent: '' }, 'code'], [{ code: 'a b', label: 'x', parent: '' }, 'code'], [{ code: 'A', label: '', parent: '' }, 'label'], [{ code: 'A', label: 'x', parent: 'B' }, 'parent'], [{ code: 'A', label: 'x', parent: 'A' }, 'parent']] as const)
      expect((await keeper.post(`${draft('ruas-jalan')}/baru`, values)).body, field).toContain(`id="f-${field}-error"`)
    await keeper.post(`${draft('ruas-jalan')}/baru`, { code: 'A', label: 'Ruas A', parent: '' })
    await keeper.post(`${draft('ruas-jalan')}/baru`, { code: 'B', label: 'Ruas B', parent: 'A' })
    await keeper.post(`${draft('ruas-jalan')}/A`, { step: 'save', code: 'A', label: 'Ruas A', parent: 'B' })
    expect((await keeper.post(draft('ruas-jalan'), about())).body).toContain('berputar kembali')
    expect((await keeper.post(draft('ruas-jalan'), about({ step: 'discard' }))).headers.location).toBe(at('ruas-jalan'))
    expect((await keeper.get(draft('ruas-jalan'))).statusCode).toBe(404)
  })

  it('needs a name and a code of its own', async () => {
    const wrong = (await keeper.post('/kerja/kode-referensi/baru', { title: '', code: 'Kode Besar', kind: 'lain', description: '' })).body
    for (const field of ['title', 'code', 'kind']) expect(wrong).toContain(`id="f-${field}-error"`)
    for (const code of ['agama', 'wilayah', 'impor']) expect((await keeper.post('/kerja/kode-referensi/baru', { title: 'Daftar', code, kind: 'reference', description: '' })).statusCode, code).toBe(422)
  })

  it('is not overwritten by who did not see the newest', async () => {
    await aList('halte', ['H1'])
    await keeper.post(at('halte'), { start: 'copy' })
    expect((await keeper.post(draft('halte'), about({ step: 'save', version: '1' }))).statusCode).toBe(303)
    expect((await keeper.post(draft('halte'), about({ step: 'save', version: '1' }))).statusCode).toBe(409)
  })
})

it('two people who begin, change or set a version at once do not both succeed', async () => {
  await anAccount(installation, tegal, { username: 'walidata2', roles: ['walidata'] })
  const other = await signIn(installation, tegal, 'walidata2')
  const both = async (url: string, values: Record<string, string>) => (await Promise.all([keeper, other].map(browser => browser.post(url, values)))).map(answer => answer.statusCode).toSorted()
  expect(await both(at('pendidikan'), { start: 'copy' })).toEqual([303, 422])
  expect(await both(draft('pendidikan'), about({ step: 'save', version: '1' }))).toEqual([303, 409])
  expect(await both(`${draft('pendidikan')}/baru`, { code: '11', label: 'Lain', parent: '' })).toEqual([303, 422])
  const set = await both(draft('pendidikan'), about({ from: '2026-05-01' }))
  expect(set[0]).toBe(303)
  expect(set[1]).toBeGreaterThanOrEqual(404)
})

describe('a spreadsheet', () => {
  it('fills the version somebody prepares, tells bad rows, and changes nothing that is valid', async () => {
    await aList('pasar', ['P1', 'P9'])
    await keeper.post(at('pasar'), { start: 'copy' })
    expect((await keeper.post(draft('pasar'), about({ step: 'fill', from: '2026-07-01' }))).headers.location).toBe('/kerja/kode-referensi/impor')
    const desk = sheetDesk(installation, tegal, keeper, { job: itemImport.job, base: '/kerja/kode-referensi/impor', name: 'pasar.csv' })
    const csv = 'Kode;Nama;Kode induk\nP1;Pasar Trayeman;\nP2;Pasar Pagi;P1\nP2;Pasar dua kali;\nkode salah;Pasar;\nP3;;\nP4;Pasar Sore;P4\nP9;Uraian P9;\n'
    const { at: run, counts, page } = await desk.preview(Buffer.from(csv))
    expect(counts).toMatchObject({ new: 1, changed: 1, unchanged: 1, wrong: 4 })
    for (const what of ['Sudah ada di baris', 'kode salah', 'Kolom ini harus diisi.', 'menjadi induknya sendiri', 'Daftar pasar']) expect(page).toContain(what)
    await desk.step(run, 'masuk', { tanpa: 'on' })
    expect((await keeper.get(draft('pasar'))).body).toContain('Pasar Trayeman')
    expect((await port().codeList(db(), 'pasar'))!.items.map(({ label }) => label)).toEqual(['Uraian P1', 'Uraian P9'])
    await keeper.post(draft('pasar'), about({ from: '2026-07-01' }))
    expect((await port().codeList(db(), 'pasar'))!.items).toEqual([{ code: 'P1', label: 'Pasar Trayeman', parent: null }, { code: 'P9', label: 'Uraian P9', parent: null }, { code: 'P2', label: 'Pasar Pagi', parent: 'P1' }])
  })
})

describe('programs', () => {
  it('read a list as JSON and CSV, with its version', async () => {
    const json = (await visitor.get('/api/data/kode/jenis-kelamin')).json<{ items: unknown[] }>()
    expect(json).toMatchObject({ code: 'jenis-kelamin', version: 1, verified: false, items: [{ code: '1', label: 'Laki-laki', parent: null }, { code: '2', label: 'Perempuan', parent: null }] })
    const file = await visitor.get('/data/kode/jenis-kelamin/json')
    expect([file.headers['content-disposition'], file.headers['access-control-allow-origin'], file.json<{ items: unknown[] }>().items.length]).toEqual(['attachment; filename="jenis-kelamin-v1.json"', '*', 2])
    expect((await visitor.get('/data/kode/kondisi-jalan/csv?versi=1')).body).toContain('rusak-ringan,Rusak ringan,tidak-mantap\r\n')
    expect((await visitor.get('/api/data/kode')).json()).toMatchObject({ lists: expect.arrayContaining([{ code: 'wilayah', title: 'Wilayah administrasi', kind: 'master', derived: true }]) })
    for (const path of ['/api/data/kode/tidak-ada', '/data/kode/tidak-ada', '/data/kode/tidak-ada/csv', '/data/kode/agama?versi=99']) expect((await visitor.get(path)).statusCode, path).toBe(404)
  })

  it('find codes by part of the code or of what it stands for, page by page', async () => {
    const found = (await visitor.get('/data/kode/kelompok-umur?q=60')).body
    expect(found).toContain('60–64 tahun')
    expect(found).not.toContain('50–54 tahun')
    expect((await visitor.get('/data/kode/kelompok-umur?setelah=15.70-74')).body.match(/75 tahun ke atas/g)).toHaveLength(1)
  })

  it('learn units and regions as they are now', async () => {
    const units = (await port().codeList(db(), 'unit-kerja'))!
    expect(units.items).toContainEqual({ code: 'dpu-bina-marga', label: 'Bidang Bina Marga', parent: 'dpu' })
    expect((await visitor.get('/data/kode/unit-kerja?q=bina')).body).toContain('dpu-bina-marga')
    const names = await installation.services.ask(regionMatching).of(tegal.id)
    expect(names.all.map(({ label }) => label)).toEqual(['Kabupaten Tegal'])
  })
})

it('only those who keep lists for all change them', async () => {
  await anAccount(installation, tegal, { username: 'produsen', unit: 'dpu', roles: ['data-producer'] })
  const producer = await signIn(installation, tegal, 'produsen')
  for (const path of ['/kerja/kode-referensi', at('agama'), '/kerja/kode-referensi/baru', '/kerja/kode-referensi/impor']) expect((await producer.get(path)).statusCode, path).toBe(403)
})

it('lists are exported: codes, what was compared, what was set', async () => {
  const government = (await installation.services.ask(governmentDirectory).byId(tegal.id))!
  const context = { db: db(), government, now: new Date(), ask: installation.services.ask }
  expect(await datasets[0]!.rows(context)).toContainEqual({ daftar: 'jenis-kelamin', versi: 1, kode: '2', uraian: 'Perempuan', kode_induk: null, dasar_hukum: expect.any(String), dicocokkan: 'belum' })
  const { value, of } = await indicators[0]!.measure(context)
  expect(value).toBeGreaterThan(0)
  expect(of).toBeGreaterThan(value)
  expect((await evidence[0]!.collect(context)).map(({ text }) => text)).toContain('Kode referensi “Agama” versi 2 ditetapkan menurut Keputusan Bupati 1/2026')
  expect((await publications[0]!.addresses(context, null, 100)).map(({ path }) => path)).toContain('/data/kode/agama')
})
