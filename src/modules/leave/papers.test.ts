import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { dayIn } from '#platform/time/zone.ts'
import { evidence, indicators } from './exports.ts'
import { requestById } from './store.ts'
import { aRequest, monday } from './testing.ts'

let installation: Installation
let place: TestGovernment
let staff: Browser
let head: Browser
let employee: string
let headPost: string

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const { services } = installation
  const one = await anAccount(installation, place, { name: 'Sari Sakit' })
  employee = await anEmployee(services, place, { accountId: one.id, name: 'Sari Sakit', enteredOn: '2015-03-01', sex: 'f', titleAfter: null })
  const other = await anAccount(installation, place, { name: 'Kadis' })
  headPost = await aPost(installation, place, 'diskominfo', 'Kepala Dinas', { kind: 'jpt' })
  await appointed(installation, place, headPost, { from: '2026-01-02', name: 'Kadis Utama', accountId: other.id, nip: '197204061998032910' })
  staff = await signIn(installation, place, one.username)
  head = await signIn(installation, place, other.username)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const today = () => dayIn(new Date(), 'Asia/Jakarta')
/** As a phone's browser would send it, with a file. */
async function sends(browser: Browser, url: string, values: Record<string, string>, file?: { name: string; body: string | Buffer }): Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }> {
  const form = new FormData()
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await browser.get(url)).body)![1]!)
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  if (file) form.set('paper', new Blob([new Uint8Array(Buffer.from(file.body))]), file.name)
  const request = new Request('http://x.invalid', { method: 'POST', body: form })
  return installation.web.server.inject({ method: 'POST', url, headers: { host: place.host, cookie: browser.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
}

const secret = 'DIAGNOSA-RAHASIA-4711'
const letter = `Surat keterangan dokter: ${secret}\n`
const ill = (over: Record<string, string> = {}) => ({ ground: 'sakit', from: today(), until: monday(1), reason: 'Demam berdarah', address: 'RSUD Soeselo', phone: '0812 5550 0001', next: 'send', ...over })

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) if (entry.isFile()) yield join(entry.parentPath, entry.name)
}

describe('sick leave', () => {
  let id: string

  it('needs the doctor’s letter, and what was typed stays', async () => {
    const answer = await sends(staff, '/cuti/ajukan/sakit', ill())
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Lampirkan surat keterangan dokter.')
    expect(answer.body).toContain('Demam berdarah')
    expect((await sends(staff, '/cuti/ajukan/sakit', ill(), { name: 'bukan.exe', body: Buffer.from([0x4d, 0x5a, 0, 1, 2, 255, 254]) })).statusCode).toBe(422)
  })

  it('keeps the letter sealed: neither on the disk nor under its id is it to be read', async () => {
    const answer = await sends(staff, '/cuti/ajukan/sakit', ill(), { name: 'surat dokter.txt', body: letter })
    expect(answer.statusCode, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0]).toBe(303)
    id = String(answer.headers.location).split('/')[2]!
    const { paperId } = (await requestById(db(), id))!
    const stored = [...filesIn(installation.config.data)].filter(path => path.includes(paperId!)).map(path => readFileSync(path))
    expect(stored).toHaveLength(1)
    expect(stored[0]!.includes(secret)).toBe(false)
    const publisher = await anAccount(installation, place, { roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    const browser = await signIn(installation, place, publisher.username)
    for (const path of [`/kerja/publikasi/berkas/${paperId}/surat`, `/kerja/halaman/berkas/${paperId}/surat`, `/berkas/${paperId}/surat`]) expect((await browser.get(path)).body, path).not.toContain(secret)
  })

  it('is read by the person and whoever decides, and that is on record', async () => {
    expect((await staff.get(`/cuti/${id}/surat`)).body).toContain(secret)
    const read = await head.get(`/cuti/${id}/surat`)
    expect(read.body).toContain(secret)
    expect(read.headers).toMatchObject({ 'cache-control': 'private, no-store', 'content-disposition': expect.stringContaining('surat%20dokter.txt') })
    await head.get(`/kerja/cuti/${id}`)
    const { rows } = await sql<{ entry: string }>`select entry from platform.audit_entry where entry like ${`%${id}%`} order by sequence`.execute(db())
    const actions = rows.map(row => JSON.parse(row.entry) as { path: string; account: string; after?: Record<string, unknown> })
    expect(actions.map(one => one.path)).toEqual(['/cuti/ajukan/:kind', '/cuti/:id/surat', '/kerja/cuti/:id'])
    expect(JSON.stringify(rows)).not.toContain('Demam')
    expect(JSON.stringify(rows)).not.toContain('sakit')
  })

  it('is not deferred, and may be asked for some days late', async () => {
    expect((await head.get(`/kerja/cuti/${id}`)).body).not.toContain('value="defer"')
    expect((await sends(staff, '/cuti/ajukan/sakit', ill({ from: monday(-5), until: monday(-5) }), { name: 'surat.txt', body: letter })).body).toContain('paling lambat 14 hari')
  })
})

describe('the official form', () => {
  const missing = spawnSync('pdftotext', ['-v']).error !== undefined

  it.skipIf(missing)('is filled with what was asked for and decided (needs pdftotext)', async () => {
    const id = await aRequest(installation.services, place, { employeeId: employee, from: monday(3), until: monday(3), state: 'submitted', superiorPost: headPost, officialPost: headPost, charges: { [monday(3).slice(0, 4)]: 1 } })
    const version = /name="version" value="(\d+)"/.exec((await head.get(`/kerja/cuti/${id}`)).body)![1]!
    expect((await head.post(`/kerja/cuti/${id}`, { step: 'decide', verdict: 'agree', remarks: '', version })).statusCode).toBe(303)
    const answer = await installation.web.server.inject({ method: 'GET', url: `/cuti/${id}/formulir.pdf`, headers: { host: place.host, cookie: staff.header() } })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    const folder = mkdtempSync(join(tmpdir(), 'leave-'))
    writeFileSync(join(folder, 'form.pdf'), answer.rawPayload)
    const printed = spawnSync('pdftotext', ['-layout', join(folder, 'form.pdf'), '-'], { encoding: 'utf8' }).stdout
    const words = printed.replace(/\s+/g, ' ')
    rmSync(folder, { recursive: true })
    for (const part of ['ANAK LAMPIRAN 1.b', 'FORMULIR PERMINTAAN DAN PEMBERIAN CUTI', 'I. DATA PEGAWAI', 'Sari Sakit', 'II. JENIS CUTI YANG DIAMBIL', '1. Cuti tahunan √', 'III. ALASAN CUTI', 'Keperluan keluarga', '1 hari kerja', 'V. CATATAN CUTI', 'N-1', 'VI. ALAMAT SELAMA MENJALANKAN CUTI', 'VII. PERTIMBANGAN ATASAN LANGSUNG', 'DISETUJUI √', 'VIII. KEPUTUSAN PEJABAT YANG BERWENANG', 'Kepala Dinas'])
      expect(words, part).toContain(part)
    // A form feed ends each page.
    expect(printed.split('\f')).toHaveLength(2)
  })
})

it('leaders see how many are away today, and evaluators how fast leave is decided', async () => {
  const sick = await aRequest(installation.services, place, { employeeId: await anEmployee(installation.services, place), from: today(), until: today(), state: 'running', decidedAt: new Date() })
  const government = { id: place.id, zone: 'Asia/Jakarta' }
  const context = { db: db(), government, now: new Date(), ask: installation.services.ask } as unknown as Parameters<(typeof indicators)[number]['measure']>[0]
  expect(sick).toBeTruthy()
  expect(await indicators[0]!.measure(context)).toMatchObject({ value: 1, source: '/kerja/cuti/kalender' })
  const [month] = await evidence[0]!.collect(context)
  expect(month!.text).toMatch(/permohonan cuti diputuskan pada \d{4}-\d\d, \d+ disetujui, median \d+ jam/)
})
