import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { posts } from '#modules/organisation/contract.ts'
import { aPost } from '#modules/organisation/testing.ts'
import { employees, histories } from '#modules/personnel/contract.ts'
import { anEmployee, aRecord, anEntry } from '#modules/personnel/testing.ts'
import { entryFor, levelOf } from './placement.ts'

let installation: Installation
let place: TestGovernment
let admin: Browser
let adminId: string
const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }
const db = () => installation.services.database.of(place.id)

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const account = await anAccount(installation, place, { name: 'Fajar Setyo', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
  adminId = account.id
  admin = await signIn(installation, place, account.username)
})
afterAll(() => installation.close())

it('somebody with a file and no account is found, appointed, and the position is offered to the history', async () => {
  const id = await anEmployee(installation.services, place, { name: 'Haryo Suksmono', unit: 'dpu', enteredOn: '2010-03-01' })
  const post = await aPost(installation, place, 'dpu', 'Kepala Bidang Bina Marga', { kind: 'administrator', echelon: 'III.b' })
  const found = await admin.get(`/kerja/jabatan/${post}/angkat?q=haryo`)
  expect(found.body).toContain(`value="${id}"`)
  expect(found.body).toContain('tanpa akun')
  const values = { kind: 'definitif', from: '2026-02-02', to: '', decree_number: '821.2/14/2026', decree_on: '2026-01-28' }
  expect((await admin.post(`/kerja/jabatan/${post}/angkat?q=haryo`, { ...values, account: id })).statusCode).toBe(303)
  const [held] = await installation.services.ask(posts).heldBy(db(), { employeeId: id }, '2026-03-01')
  expect(held).toMatchObject({ postId: post, employeeId: id, accountId: null, name: 'Haryo Suksmono, S.E.' })

  const url = `/kerja/pegawai/${id}/jabatan`
  expect((await admin.get(url)).body).toMatch(/value="administrator" selected/)
  expect((await admin.post(url, { holding: held!.holdingId, level: '' })).statusCode).toBe(422)
  expect((await admin.post(url, { holding: held!.holdingId, level: 'administrator' })).statusCode).toBe(303)
  const [row] = (await installation.services.ask(histories).standing(db(), everywhere, [id], ['position'])).get(id)!.history
  expect(row).toMatchObject({ decreeNumber: '821.2/14/2026', decreeOn: '2026-01-28', since: '2026-02-02', content: { title: 'Kepala Bidang Bina Marga', level: 'administrator', echelon: 'III.b', unit: 'Dinas Pekerjaan Umum' } })
  expect((await installation.services.ask(employees).byId(db(), [id])).get(id)?.position).toBe('Kepala Bidang Bina Marga')
  expect((await admin.get(url)).body).toContain('Sudah tercatat')
})

it('somebody with both is one choice, and holds the position by account and by file', async () => {
  const account = await anAccount(installation, place, { name: 'Retna Widowati', unit: 'slawi' })
  const id = await anEmployee(installation.services, place, { name: 'Retna Widowati', unit: 'slawi', accountId: account.id })
  const post = await aPost(installation, place, 'slawi', 'Camat Slawi', { kind: 'administrator' })
  const found = (await admin.get(`/kerja/jabatan/${post}/angkat?q=retna`)).body
  expect(found.match(/name="account" value="[0-9a-f-]{36}"/g)).toEqual([`name="account" value="${account.id}"`])
  await admin.post(`/kerja/jabatan/${post}/angkat?q=retna`, { kind: 'definitif', from: '2026-02-02', to: '', account: account.id })
  expect((await installation.services.ask(posts).heldBy(db(), { accountId: account.id }, '2026-03-01'))[0]).toMatchObject({ employeeId: id, postId: post })
})

it('nobody appoints themselves by file, nor writes their own history', async () => {
  const own = await anEmployee(installation.services, place, { name: 'Fajar Setyo', unit: 'diskominfo', accountId: adminId })
  const post = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Kominfo', { kind: 'jpt' })
  const answer = await admin.post(`/kerja/jabatan/${post}/angkat?q=fajar`, { kind: 'definitif', from: '2026-02-02', to: '', account: own })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('tidak dapat mengangkat diri sendiri')
  expect((await admin.get(`/kerja/pegawai/${own}/jabatan`)).statusCode).toBe(403)
  expect((await admin.get('/kerja/pegawai/019aa000-0000-7000-8000-000000000001/jabatan')).statusCode).toBe(404)
})

it('what the file says already is not offered again', async () => {
  const id = await anEmployee(installation.services, place, { name: 'Sudah Tercatat', unit: 'dpu' })
  await aRecord(installation.services, place, id, anEntry('position', { since: '2024-01-02', content: { title: 'Kepala Seksi Jalan', level: 'pengawas' } }))
  const history = (await installation.services.ask(histories).standing(db(), everywhere, [id], ['position'])).get(id)!.history
  const holding = (title: string, from: string, to: string | null = null) => entryFor({ title, from, to }, history)
  expect([holding('KEPALA  SEKSI JALAN', '2025-05-05'), holding('Kepala Seksi Baru', '2024-01-02')].every(Boolean)).toBe(true)
  expect([holding('Kepala Seksi Jembatan', '2025-05-05'), holding('Kepala Seksi Jalan', '2020-01-01', '2021-01-01')]).toEqual([undefined, undefined])
  expect([levelOf({ kind: 'jpt', title: 'x' }), levelOf({ kind: 'fungsional', title: 'Arsiparis Ahli Muda' }), levelOf({ kind: 'fungsional', title: 'Arsiparis Terampil' }), levelOf({ kind: 'lain', title: 'Bupati' })]).toEqual(['jpt', 'ahli-muda', 'keterampilan', null])
})
