import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { aDataset } from '#modules/datasets/testing/published.ts'
import { aProgram } from '../testing.ts'

let installation: Installation
let government: TestGovernment
const keys: Record<string, string> = {}

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  for (const [username, unit, role] of [['produsen', 'diskominfo', 'walidata-pendukung'], ['produsen.dpu', 'dpu', 'walidata-pendukung'], ['walidata', 'pemerintah', 'walidata']] as const) {
    await anAccount(installation, government, { username, unit, roles: [role] })
    const browser = await signIn(installation, government, username)
    await browser.post('/akun/kunci-api/baru', { name: 'Server aplikasi', permissions: ['datasets.read', 'datasets.produce'], unit: '', days: '90' })
    keys[username] = /pdp_[a-z0-9]{8}_[\w-]{43}/.exec((await browser.get('/akun/kunci-api')).body)![0]
  }
})
afterAll(() => installation.close())

const as = (username: string) => aProgram(installation, government, keys[username])
const content = { title: 'Kunjungan perpustakaan', name: 'kunjungan-perpustakaan', notes: 'Jumlah kunjungan perpustakaan daerah menurut bulan.', owner_org: 'diskominfo', groups: [{ name: 'pendidikan' }], tags: [{ name: 'perpustakaan' }], extras: [{ key: 'jadwal', value: 'month' }, { key: 'cakupan', value: 'Seluruh kabupaten' }] }
interface Made { id: string; name: string; state: string; private: boolean; package_id: string; release_state: string; period: string; resources: { id: string; release_state: string }[] }
const stateOf = async (id: string) => (await sql<{ state: string }>`select state from datasets.dataset where id = ${id}`.execute(installation.services.database.of(government.id))).rows[0]!.state

test('an entry is put forward under the key’s person and stays unseen by the public', async () => {
  const made = await as('produsen').action('package_create', content)
  expect(made, JSON.stringify(made.error)).toMatchObject({ status: 200, success: true, result: { name: 'kunjungan-perpustakaan', state: 'draft', private: true, groups: [{ name: 'pendidikan' }], tags: [{ name: 'perpustakaan' }] } })
  const { id } = made.result as Made
  expect(await stateOf(id)).toBe('proposed')
  expect(await aProgram(installation, government).action('package_show', { id })).toMatchObject({ status: 404 })
  expect(await as('produsen.dpu').action('package_show', { id })).toMatchObject({ status: 404 })
  expect(await as('produsen').action('package_show', { id })).toMatchObject({ success: true })
  expect(await as('produsen').action('package_patch', { id, notes: 'Jumlah kunjungan perpustakaan daerah dan perpustakaan desa.' })).toMatchObject({ success: true, result: { notes: 'Jumlah kunjungan perpustakaan daerah dan perpustakaan desa.', title: 'Kunjungan perpustakaan' } })
  const { rows } = await sql<{ entry: string }>`select row_to_json(a)::text as entry from platform.audit_entry a order by sequence desc limit 1`.execute(installation.services.database.of(government.id))
  expect(rows[0]!.entry).toContain('package_patch')
  expect(rows[0]!.entry).toContain('Server aplikasi')
})

test('what is wrong is said under CKAN’s names', async () => {
  expect(await as('produsen').action('package_create', { title: 'X', owner_org: 'diskominfo' })).toMatchObject({ status: 409, error: { __type: 'Validation Error', title: [expect.any(String)], notes: [expect.any(String)], groups: [expect.any(String)] } })
  expect(await as('produsen').action('package_create', { ...content, name: 'lain', owner_org: 'dpu' })).toMatchObject({ status: 409, error: { owner_org: ['Pilih produsen data'] } })
  expect(await as('produsen').action('package_create', { ...content, name: 'lain', owner_org: 'tidak-ada' })).toMatchObject({ status: 409, error: { owner_org: [expect.any(String)] } })
  expect(await as('produsen').action('package_create', content)).toMatchObject({ status: 409, error: { name: [expect.any(String)] } })
  expect(await aProgram(installation, government, 'pdp_abcdefgh_salah').action('package_create', content)).toMatchObject({ status: 403, error: { __type: 'Authorization Error' } })
  expect((await as('produsen').get('/api/3/action/package_delete?id=kunjungan-perpustakaan')).statusCode).toBe(403)
})

test('files go into the release of a period, are checked like on the page, and reach the public only through people', async () => {
  const { id } = await aDataset(installation, government, { slug: 'kunjungan', every: 'month', releases: [{ period: '2026-09' }] })
  const link = await as('produsen').action('resource_create', { package_id: 'kunjungan', url: 'https://contoh.id/panduan.pdf', name: 'Panduan', periode: '2026-10' })
  expect(link, JSON.stringify(link.error)).toMatchObject({ success: true, result: { name: 'Panduan', format: 'PDF', period: '2026-10', release_state: 'draft' } })
  expect(await as('produsen.dpu').action('resource_create', { package_id: 'kunjungan', url: 'https://contoh.id/a.pdf' })).toMatchObject({ status: 403 })
  expect(await as('produsen').action('resource_create', { package_id: 'kunjungan', url: 'javascript:alert(1)' })).toMatchObject({ status: 409, error: { url: [expect.any(String)] } })
  expect(await as('produsen').action('resource_create', { package_id: 'kunjungan', url: 'https://contoh.id/b.pdf', periode: '2026' })).toMatchObject({ status: 409, error: { periode: [expect.any(String)] } })

  const { id: partId } = link.result as Made
  expect(await as('produsen').action('resource_patch', { id: partId, name: 'Panduan pengisian' })).toMatchObject({ success: true, result: { id: partId, name: 'Panduan pengisian' } })
  const replaced = await as('produsen').action('resource_update', { id: partId, url: 'https://contoh.id/panduan-2.pdf', name: 'Panduan', ajukan: true })
  expect(replaced, JSON.stringify(replaced.error)).toMatchObject({ success: true, result: { url: 'https://contoh.id/panduan-2.pdf', release_state: 'submitted' } })
  expect(await as('produsen').action('resource_delete', { id: (replaced.result as Made).id })).toMatchObject({ status: 403 })
  expect((await installation.services.ask(catalogue).releases(installation.services.database.of(government.id), id)).map(({ period }) => period)).toEqual(['2026-09'])
})

test('a published resource is corrected by a further version, and never taken away', async () => {
  const published = await aDataset(installation, government, { slug: 'dokumen', every: 'year', releases: [{ period: '2025', link: 'https://contoh.id/lama.pdf' }] })
  const corrected = await as('produsen').action('resource_update', { id: published.resourceIds[0], url: 'https://contoh.id/baru.pdf' })
  expect(corrected, JSON.stringify(corrected.error)).toMatchObject({ success: true, result: { period: '2025', release_state: 'draft' } })
  expect(await as('produsen').action('resource_delete', { id: published.resourceIds[0] })).toMatchObject({ status: 409 })
  expect(await as('produsen').action('package_delete', { id: published.id })).toMatchObject({ status: 403 })
  const shown = await aProgram(installation, government).action('package_show', { id: published.id })
  expect(shown.result).toMatchObject({ resources: [{ url: 'https://contoh.id/lama.pdf' }] })
})

test('a table that fits is kept, one that does not is refused with where', async () => {
  await aDataset(installation, government, { slug: 'tabel-baru', every: 'month', releases: [{ period: '2026-09' }] })
  const good = await as('produsen').upload('resource_create', { package_id: 'tabel-baru', name: 'Oktober', periode: '2026-10' }, { name: 'oktober.csv', body: 'kecamatan;tanggal;kunjungan\nSlawi;2026-10-01;1.204\nAdiwerna;2026-10-02;80\n' })
  expect(good, JSON.stringify(good.error)).toMatchObject({ success: true, result: { format: 'CSV', datastore_active: true, period: '2026-10' } })
  const bad = await as('produsen').upload('resource_create', { package_id: 'tabel-baru', name: 'Salah', periode: '2026-10' }, { name: 'salah.csv', body: 'kecamatan;tanggal;kunjungan\nSlawi;kemarin;banyak\n' })
  expect(bad).toMatchObject({ status: 409, error: { __type: 'Validation Error', upload: expect.any(Array) } })
  const personal = await as('produsen').upload('resource_create', { package_id: 'tabel-baru', name: 'Pribadi', periode: '2026-10' }, { name: 'pribadi.csv', body: `kecamatan;tanggal;kunjungan\n${Array.from({ length: 30 }, (_, i) => `332810${String(10 + (i % 18)).padStart(2, '0')}0190${String(1000 + i)};2026-10-01;${i}`).join('\n')}\n` })
  expect(personal).toMatchObject({ status: 409, error: { upload: expect.any(Array) } })
})
