import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aRequest } from '#modules/leave/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { balanceImport } from './balance-import.ts'
import { accounts } from './contract.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let officerId: string
const year = new Date().getUTCFullYear()

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const account = await anAccount(installation, place, { name: 'Petugas', unit: 'dpu', roles: [{ code: 'personnel-officer', unit: 'diskominfo' }] })
  officerId = await anEmployee(installation.services, place, { unit: 'diskominfo', accountId: account.id, name: 'Petugas' })
  officer = await signIn(installation, place, account.username)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const pns = (id: string) => ({ id, kind: 'pns' as const, enteredOn: '2010-01-01' })
const leftOf = async (id: string) => (await installation.services.ask(accounts).of(db(), [pns(id)], `${year}-06-01`)).get(id)!.years(year).at(-1)!.left
const writes = (id: string, values: Record<string, string>) => officer.post(`/kerja/cuti/sisa/${id}`, { step: 'write', basis: '', ...values })

describe('a personnel officer', () => {
  it('writes what was left of earlier years and used on paper, and the account adds up', async () => {
    const id = await anEmployee(installation.services, place, { enteredOn: '2010-01-01' })
    expect(await leftOf(id)).toBe(12)
    expect((await writes(id, { kind: 'left', year: String(year - 1), days: '9' })).statusCode).toBe(303)
    expect(await leftOf(id)).toBe(18)
    await writes(id, { kind: 'left', year: String(year - 1), days: '4' })
    expect(await leftOf(id)).toBe(16)
    await writes(id, { kind: 'used', year: String(year), days: '3', basis: 'Surat 851/12' })
    expect(await leftOf(id)).toBe(13)
    await writes(id, { kind: 'deferred', year: String(year - 1), days: '2', basis: 'Surat 851/99' })
    const body = (await officer.get(`/kerja/cuti/sisa/${id}`)).body
    for (const words of [`Sisa ${year - 1} yang dibawa`, 'Surat 851/12', 'Ditangguhkan tertulis', 'PP 11/2017']) expect(body, words).toContain(words)
    const entry = /name="entry" value="([^"]+)"/.exec(body)![1]!
    expect((await officer.post(`/kerja/cuti/sisa/${id}`, { step: 'delete', entry })).statusCode).toBe(303)
  })

  it('is told what cannot be', async () => {
    const id = await anEmployee(installation.services, place)
    expect((await writes(id, {})).body).toContain('Isi bagian ini.')
    expect((await writes(id, { kind: 'left', year: String(year - 1), days: '', basis: '' })).body).toContain('Tulis jumlah hari kerjanya')
    expect((await writes(id, { kind: 'left', year: String(year), days: '3' })).body).toContain('Sisa awal hanya untuk tahun yang sudah lewat')
    expect((await writes(id, { kind: 'left', year: String(year - 1), days: '13' })).body).toContain('Hak setahun hanya 12')
    expect((await writes(id, { kind: 'left', year: '1999', days: '3' })).body).toContain(`Tulis tahun antara ${year - 3}`)
    expect((await writes(id, { kind: 'deferred', year: String(year - 1), days: '3' })).body).toContain('Tulis nomor surat penangguhan')
    expect((await writes(id, { kind: 'used', year: String(year), days: 'tiga' })).statusCode).toBe(422)
  })

  it('keeps neither their own account nor that of strangers', async () => {
    const stranger = await anEmployee(installation.services, place, { unit: 'dpu' })
    expect((await officer.get(`/kerja/cuti/sisa/${stranger}`)).statusCode).toBe(404)
    const own = (await officer.get(`/kerja/cuti/sisa/${officerId}`)).body
    expect(own).not.toContain('name="days"')
  })

  it('lists and downloads accounts within reach, and that is on record', async () => {
    const mine = await anEmployee(installation.services, place, { name: '=HYPERLINK("x")', nip: '198001012005031000', birthDate: '1980-01-01', sex: 'm', titleAfter: null })
    await anEmployee(installation.services, place, { unit: 'dpu', name: 'Orang DPU' })
    await aRequest(installation.services, place, { employeeId: mine, state: 'approved', charges: { [year]: 2 } })
    const list = (await officer.get('/kerja/cuti/sisa')).body
    expect(list).toContain(`/kerja/cuti/sisa/${mine}"`)
    expect(list).not.toContain('Orang DPU')
    const csv = (await officer.get('/kerja/cuti/sisa/unduh.csv')).body
    expect(csv).toMatch(/"?'=HYPERLINK.*198001012005031000.*,12,0,2,0,10\r\n/)
    expect(csv).not.toContain('Orang DPU')
    expect((await officer.get('/kerja/cuti/sisa/unduh.xlsx')).headers['content-type']).toContain('spreadsheetml')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where entry like '%leave-balances%'`.execute(db())
    expect(rows[0]!.n).toBe(2)
  })

  it('brings in old balances from a spreadsheet, once', async () => {
    const numbers = ['198502022008031000', '198602022009031000']
    const ids = []
    for (const nip of numbers) ids.push(await anEmployee(installation.services, place, { nip, birthDate: `${nip.slice(0, 4)}-02-02`, sex: 'm', enteredOn: '2010-01-01' }))
    const bring = async (text: string) => {
      const form = new FormData()
      form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await officer.get('/kerja/cuti/impor')).body)![1]!)
      form.set('berkas', new Blob([text]), 'saldo.csv')
      const request = new Request('http://x.invalid', { method: 'POST', body: form })
      const answer = await installation.web.server.inject({ method: 'POST', url: '/kerja/cuti/impor', headers: { host: place.host, cookie: officer.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
      const run = String(answer.headers.location).split('?')[0]!
      const work = () => balanceImport.job.run({ services: installation.services, governmentId: place.id, db: db(), now: new Date() }, { run: run.split('/').at(-1) })
      await work()
      await officer.post(run, { langkah: 'periksa', k_nip: '0', k_left1: '1', k_left2: '2', k_used: '3' })
      await work()
      return { run, work, body: (await officer.get(run)).body }
    }
    const text = `NIP;Sisa N-1;Sisa N-2;Dipakai\n${numbers[0]};6;0;2\n${numbers[1]};12;12;0\n199912312020031000;3;0;0\n`
    const first = await bring(text)
    expect(first.body).toContain('Tidak ada pegawai dengan NIP ini.')
    const good = await bring(text.split('\n').filter(line => !line.startsWith('1999')).join('\n'))
    await officer.post(good.run, { langkah: 'masuk' })
    await good.work()
    expect([await leftOf(ids[0]!), await leftOf(ids[1]!)]).toEqual([16, 24])
    expect((await bring(text.replace(';2\n', ';5\n'))).body).toContain('sudah dicatat')
  })
})
