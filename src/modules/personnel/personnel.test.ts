import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { search } from '#platform/search/search.ts'
import { employees, histories } from './contract.ts'
import { keepCurrentJob } from './keep-current.ts'
import { historyOf } from './records-store.ts'
import { employeeOfAccount, employeeWithin, nikOf } from './store.ts'
import { aPerson, aProposal, aRecord, anEmployee, anEntry } from './testing.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let officerId: string
const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }
const db = () => installation.services.database.of(place.id)
const fileOf = async (id: string) => (await employeeWithin(db(), everywhere, id))!

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const account = await anAccount(installation, place, { name: 'Pengelola', roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
  officerId = account.id
  officer = await signIn(installation, place, account.username)
})
afterAll(() => installation.close())

/** Sends a form with a file, as a browser does. */
async function upload(browser: Browser, url: string, values: Record<string, string>, file?: { name: string; text: string }) {
  const form = new FormData()
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await browser.get(url)).body)![1]!)
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  if (file) form.set('berkas', new Blob([file.text]), file.name)
  const request = new Request('http://x.localhost', { method: 'POST', body: form })
  return installation.web.server.inject({ method: 'POST', url, headers: { host: place.host, cookie: browser.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
}

const typed = (over: Record<string, string> = {}) => {
  const person = aPerson({ name: 'Sri Mulyati' })
  return { kind: person.kind, unit: place.units.dpu!, name: person.name, titleAfter: 'S.T.', nip: person.nip!, birthDate: person.birthDate, sex: person.sex, enteredOn: person.enteredOn!, nik: person.nik!, address: 'Jalan Mawar 1', ...over }
}

describe('a personnel officer', () => {
  it('records somebody with numbers that fit, whose NIK is stored sealed', async () => {
    const values = typed()
    const answer = await officer.post('/kerja/pegawai/baru', values)
    expect(answer.statusCode).toBe(303)
    const id = String(answer.headers.location).split('/').at(-1)!
    expect(nikOf(installation.services.config.secret, await fileOf(id))).toBe(values.nik)
    const { rows } = await sql<{ it: string }>`select row_to_json(e)::text as it from personnel.employee e where id = ${id}`.execute(db())
    expect(rows[0]!.it).not.toContain(values.nik)
    const shown = (await officer.get(`/kerja/pegawai/${id}`)).body
    expect(shown).toContain(`${values.nik.slice(0, 6)}••••••••00`)
    expect(shown).not.toContain(values.nik)
    expect(shown).not.toContain('Jalan Mawar')
    expect((await officer.get(`/kerja/pegawai/${id}/pribadi`)).body).toContain(values.nik)
    // Not even the form carries it.
    expect((await officer.get(`/kerja/pegawai/${id}/ubah`)).body).not.toContain(values.nik)
  })

  it('is told in a sentence what does not fit, and may settle it with a reason', async () => {
    const values = typed()
    const other = { ...values, sex: values.sex === 'm' ? 'f' : 'm' }
    const refused = await officer.post('/kerja/pegawai/baru', other)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Jenis kelamin dalam NIP berbeda dari yang ditulis.')
    expect(refused.body).toContain('Jenis kelamin dalam NIK berbeda dari yang ditulis.')
    expect((await officer.post('/kerja/pegawai/baru', { ...other, numberReason: 'Penetapan PN Slawi 12/Pdt.P/2019' })).statusCode).toBe(303)
  })

  it('cannot give a number twice, and hears whose it is only within reach', async () => {
    const person = aPerson({ name: 'Pemilik Nomor' })
    await anEmployee(installation.services, place, { ...person, unit: 'dpu' })
    const values = { ...typed(), nip: person.nip!, nik: person.nik!, birthDate: person.birthDate, sex: person.sex, enteredOn: person.enteredOn! }
    const again = await officer.post('/kerja/pegawai/baru', values)
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('sudah dipakai Pemilik Nomor')
    const narrow = await anAccount(installation, place, { roles: [{ code: 'personnel-officer', unit: 'slawi' }] })
    const elsewhere = await (await signIn(installation, place, narrow.username)).post('/kerja/pegawai/baru', { ...values, unit: place.units.slawi! })
    expect(elsewhere.body).toContain('sudah dipakai pegawai lain')
    expect(elsewhere.body).not.toContain('Pemilik Nomor')
  })

  it('notices that somebody else changed the file meanwhile', async () => {
    const id = await anEmployee(installation.services, place, { unit: 'dpu' })
    const file = await fileOf(id)
    const values = { ...typed(), nip: file.nip!, birthDate: file.birthDate, sex: file.sex, enteredOn: file.enteredOn!, nik: '', status: 'active', version: String(file.version) }
    expect((await officer.post(`/kerja/pegawai/${id}/ubah`, values)).statusCode).toBe(303)
    expect((await fileOf(id)).name).toBe('Sri Mulyati')
    expect((await officer.post(`/kerja/pegawai/${id}/ubah`, values)).statusCode).toBe(409)
  })

  it('adds a decree with its paper, which says what the person is from its day on', async () => {
    const id = await anEmployee(installation.services, place, { unit: 'dpu' })
    const rank = (grade: string, since: string) => upload(officer, `/kerja/pegawai/${id}/riwayat/rank/baru`, { grade, way: 'reguler', since, decree_number: '821/7/2024' }, { name: 'sk.txt', text: 'Surat keputusan' })
    expect((await rank('III/b', '2020-04-01')).statusCode).toBe(303)
    expect((await rank('III/c', '2024-04-01')).statusCode).toBe(303)
    expect((await rank('III/d', '2099-04-01')).statusCode).toBe(303)
    expect((await rank('V/z', '2024-04-01')).statusCode).toBe(422)
    expect((await rank('III/d', '')).body).toContain('Isi “Terhitung mulai tanggal (TMT)”.')
    expect(await fileOf(id)).toMatchObject({ grade: 'III/c', gradeSince: '2024-04-01' })
    const [, newest] = await historyOf(db(), id, false)
    const paper = await officer.get(`/kerja/pegawai/${id}/berkas/${newest!.fileId}`)
    expect(paper.statusCode).toBe(200)
    expect(paper.body).toBe('Surat keputusan')
    expect((await officer.get(`/kerja/pegawai/${await anEmployee(installation.services, place)}/berkas/${newest!.fileId}`)).statusCode).toBe(404)
    await upload(officer, `/kerja/pegawai/${id}/riwayat/rank/${newest!.id}`, { langkah: 'hapus', version: '1' })
    expect(await fileOf(id)).toMatchObject({ grade: 'III/b', gradeSince: '2020-04-01' })
  })

  it('is told of days and numbers that cannot be', async () => {
    const id = await anEmployee(installation.services, place, { unit: 'dpu' })
    const said = async (values: Record<string, string>) => (await upload(officer, `/kerja/pegawai/${id}/riwayat/rank/baru`, { grade: 'III/b', way: 'reguler', since: '2020-04-01', ...values })).body
    expect(await said({ since: '1902-04-01' })).toContain('Tanggal ini mendahului tanggal lahir pegawai.')
    expect(await said({ decree_on: '2099-04-01' })).toContain('Tanggal SK atau surat ini belum tiba.')
    expect(await said({ months: '14' })).toContain('“Masa kerja golongan, bulan”: paling besar 11.')
    expect(await historyOf(db(), id, false)).toHaveLength(0)
    expect((await officer.post('/kerja/pegawai/baru', typed({ email: 'budi@salah' }))).body).toContain('Tulis alamat surel seperti nama@contoh.id')
  })

  it('sees the position in force, not a later one that has ended', async () => {
    const id = await anEmployee(installation.services, place, { unit: 'dpu' })
    const position = (title: string, since: string, until: string) => upload(officer, `/kerja/pegawai/${id}/riwayat/position/baru`, { title, level: 'pelaksana', since, until })
    await position('Penelaah Teknis', '2018-03-01', '2019-01-01')
    expect((await fileOf(id)).positionTitle).toBe('Penelaah Teknis')
    await position('Pengolah Data', '2015-03-01', '')
    expect(await fileOf(id)).toMatchObject({ positionTitle: 'Pengolah Data', positionSince: '2015-03-01' })
    await sql`update personnel.record set until = current_date - 2 where employee_id = ${id} and since = '2015-03-01'`.execute(db())
    await position('Arsiparis', '2012-03-01', '')
    await sql`update personnel.employee set position_title = 'Pengolah Data' where id = ${id}`.execute(db())
    await keepCurrentJob.run({ services: installation.services, governmentId: null, db: db(), now: new Date() }, {})
    expect((await fileOf(id)).positionTitle).toBe('Arsiparis')
  })

  it('writes every kind of history through its form', async () => {
    const id = await anEmployee(installation.services, place, { unit: 'dpu' })
    for (const kind of ['rank', 'position', 'salary-increase', 'education', 'training', 'license', 'performance', 'award', 'discipline', 'family', 'other'] as const) {
      const { content, decreeNumber, since } = anEntry(kind)
      const values = Object.fromEntries(Object.entries({ ...content, decree_number: decreeNumber, since }).map(([name, value]) => [name, String(value ?? '')]))
      const answer = await upload(officer, `/kerja/pegawai/${id}/riwayat/${kind}/baru`, values)
      expect(answer.statusCode, `${kind}: ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0]}`).toBe(303)
    }
    const all = await historyOf(db(), id, true)
    expect(all).toHaveLength(11)
    for (const record of all) {
      expect(record.content, record.kind).toMatchObject(anEntry(record.kind).content)
      expect((await officer.get(`/kerja/pegawai/${id}/riwayat/${record.kind}/${record.id}`)).statusCode).toBe(200)
    }
    expect(await fileOf(id)).toMatchObject({ grade: 'III/b', positionLevel: 'ahli-muda', education: 's1', increaseSince: '2020-04-01' })
    const open = (await officer.get(`/kerja/pegawai/${id}`)).body
    expect(open).not.toContain('Teguran lisan')
    expect(open).not.toContain('Pasangan Uji')
    expect((await officer.get(`/kerja/pegawai/${id}/pribadi`)).body).toContain('Teguran lisan')
  })

  it('binds an account, once, and never the own one', async () => {
    const owner = await anAccount(installation, place, { name: 'Pemilik Akun' })
    const [id, other] = [await anEmployee(installation.services, place), await anEmployee(installation.services, place)]
    expect((await officer.get(`/kerja/pegawai/${id}/akun?q=Pemilik`)).body).toContain('Pemilik Akun')
    expect((await officer.post(`/kerja/pegawai/${id}/akun`, { akun: owner.id })).statusCode).toBe(303)
    expect((await employeeOfAccount(db(), owner.id))?.id).toBe(id)
    expect((await officer.post(`/kerja/pegawai/${other}/akun`, { akun: owner.id })).statusCode).toBe(422)
    expect((await officer.post(`/kerja/pegawai/${other}/akun`, { akun: officerId })).statusCode).toBe(403)
  })

  it('finds people by part of the name, by NIP and by a whole NIK, and goes on page by page', async () => {
    const person = aPerson({ name: 'Zubaidah Kusumaningtyas' })
    await anEmployee(installation.services, place, { ...person, unit: 'kalisapu' })
    for (const q of ['kusumaning', 'zu', person.nip!, person.nip!.slice(0, 10), person.nik!]) expect((await officer.get(`/kerja/pegawai?q=${q}`)).body, q).toContain('Zubaidah Kusumaningtyas')
    for (const q of ['100%25', 'x_y', person.nik!.slice(0, 15)]) expect((await officer.get(`/kerja/pegawai?q=${q}`)).body, q).not.toContain('Zubaidah')
    for (let i = 0; i < 45; i++) await anEmployee(installation.services, place, { name: `Barisan ${String(i).padStart(2, '0')}`, unit: 'kalisapu' })
    const first = await officer.get(`/kerja/pegawai?unit=${place.units.kalisapu}`)
    const next = /rel="next" href="([^"]+)"/.exec(first.body)![1]!.replaceAll('&amp;', '&')
    const second = await officer.get(next)
    expect(first.body).not.toContain('Zubaidah')
    expect(second.body).toContain('Zubaidah')
    expect(second.body).not.toContain('Barisan 00')
    const csv = await officer.get(`/kerja/pegawai/unduh.csv?unit=${place.units.kalisapu}`)
    expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(47)
    expect(csv.body).not.toContain(person.nik!)
    const sheet = await officer.get(`/kerja/pegawai/unduh.xlsx?unit=${place.units.kalisapu}`)
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('leaves a trace of every file opened and every list taken away', async () => {
    const id = await anEmployee(installation.services, place)
    for (const url of [`/kerja/pegawai/${id}`, `/kerja/pegawai/${id}/pribadi`, `/kerja/pegawai/${id}/ubah`, '/kerja/pegawai/unduh.csv?jenis=pns']) await officer.get(url)
    const { rows } = await sql<{ action: string; record: string }>`select action, record_id as record from platform.audit_entry where account_id = ${officerId} and (record_id like ${`%${id}%`} or record_kind = 'employee-list') order by sequence`.execute(db())
    expect(rows.slice(-4).map(({ action }) => action)).toEqual(['personnel.read', 'personnel.read-sensitive', 'personnel.manage', 'personnel.read'])
  })
})

describe('an employee', () => {
  let own: Browser
  let accountId: string
  let id: string
  beforeAll(async () => {
    const account = await anAccount(installation, place, { name: 'Rini Astuti', unit: 'dpu' })
    accountId = account.id
    id = await anEmployee(installation.services, place, { name: 'Rini Astuti', unit: 'dpu', accountId })
    own = await signIn(installation, place, account.username)
  })

  it('sees all of the own data, and nobody else’s', async () => {
    const nik = nikOf(installation.services.config.secret, await fileOf(id))!
    expect((await own.get('/saya')).body).toContain(nik)
    expect((await own.get('/kerja/pegawai')).statusCode).toBe(403)
    const stranger = await anAccount(installation, place)
    expect((await (await signIn(installation, place, stranger.username)).get('/saya')).body).toContain('belum terhubung')
  })

  it('proposes an entry with evidence, which counts once the officer has accepted it', async () => {
    const values = { level: 's2', school: 'Universitas Contoh', major: 'Ilmu Hukum', year: '2024', decree_number: 'IJ-1' }
    expect((await upload(own, '/saya/usul/education/baru', values)).body).toContain('Lampirkan berkas bukti')
    expect((await upload(own, '/saya/usul/education/baru', values, { name: 'ijazah.txt', text: 'Ijazah' })).statusCode).toBe(303)
    expect((await fileOf(id)).education).toBe(null)
    expect((await notificationsOf(db(), officerId))[0]?.values.name).toContain('Rini Astuti')
    const queue = (await officer.get('/kerja/pegawai/usulan')).body
    const address = /href="(\/kerja\/pegawai\/usulan\/[0-9a-f-]{36})"/.exec(queue)![1]!
    const shown = (await officer.get(address)).body
    expect(shown).toContain('Ilmu Hukum')
    expect((await officer.get(/\/kerja\/pegawai\/[0-9a-f-]{36}\/berkas\/[0-9a-f-]{36}/.exec(shown)![0])).body).toBe('Ijazah')
    expect((await officer.post(address, { langkah: 'terima', catatan: '' })).statusCode).toBe(303)
    expect((await fileOf(id)).education).toBe('s2')
    expect((await notificationsOf(db(), accountId))[0]?.text).toBe('Usulan perubahan data Anda diterima.')
    expect((await officer.post(address, { langkah: 'terima', catatan: '' }).catch(() => ({ statusCode: 404 }))).statusCode).toBe(404)
  })

  it('proposes a correction of an entry, shown beside what it replaces', async () => {
    const record = await aRecord(installation.services, place, id, anEntry('training'))
    const { content } = anEntry('training')
    const values = { ...Object.fromEntries(Object.entries(content).map(([name, value]) => [name, String(value)])), name: 'Pelatihan Kepemimpinan Administrator', since: '2020-04-01' }
    expect((await upload(own, `/saya/usul/training/${record}`, values, { name: 'sertifikat.txt', text: 'x' })).statusCode).toBe(303)
    const address = /href="(\/kerja\/pegawai\/usulan\/[0-9a-f-]{36})"/.exec((await officer.get('/kerja/pegawai/usulan')).body)![1]!
    const shown = (await officer.get(address)).body
    expect(shown).toMatch(/<del>.*Kepemimpinan Pengawas/)
    expect(shown).toMatch(/<ins>.*Kepemimpinan Administrator/)
    await officer.post(address, { langkah: 'terima', catatan: 'Sesuai sertifikat' })
    expect((await historyOf(db(), id, true)).filter(({ kind }) => kind === 'training').map(one => one.content.name)).toEqual(['Pelatihan Kepemimpinan Administrator'])
  })

  it('proposes a new address; refused with a reason, then accepted', async () => {
    const page = (await own.get('/saya/usul/personal/baru')).body
    expect(page).toContain('value="Rini Astuti"')
    const values = { name: 'Rini Astuti', titleAfter: 'S.E.', birthPlace: 'Slawi', religion: 'islam', marital: 'kawin', phone: '0812 0000 0000', email: '', address: 'Jalan Baru 9', remark: '' }
    expect((await upload(own, '/saya/usul/personal/baru', values)).statusCode).toBe(303)
    const waiting = async () => /href="(\/kerja\/pegawai\/usulan\/[0-9a-f-]{36})"/.exec((await officer.get('/kerja/pegawai/usulan')).body)![1]!
    const first = await waiting()
    expect((await officer.post(first, { langkah: 'tolak', catatan: '' })).statusCode).toBe(422)
    expect((await officer.post(first, { langkah: 'tolak', catatan: 'Lampirkan KK baru' })).statusCode).toBe(303)
    expect((await own.get('/saya')).body).toContain('Lampirkan KK baru')
    expect((await fileOf(id)).address).not.toBe('Jalan Baru 9')
    await upload(own, '/saya/usul/personal/baru', values)
    await officer.post(await waiting(), { langkah: 'terima', catatan: '' })
    expect(await fileOf(id)).toMatchObject({ address: 'Jalan Baru 9', name: 'Rini Astuti', email: null })
  })

  it('who is a personnel officer decides nothing about the own file', async () => {
    const account = await anAccount(installation, place, { roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
    const mine = await anEmployee(installation.services, place, { accountId: account.id })
    const proposal = await aProposal(installation.services, place, mine, anEntry('award'), account.id)
    const self = await signIn(installation, place, account.username)
    expect((await self.get(`/kerja/pegawai/usulan/${proposal}`)).statusCode).toBe(404)
    expect((await self.get(`/kerja/pegawai/${mine}/ubah`)).statusCode).toBe(403)
    expect((await self.get(`/kerja/pegawai/${mine}/riwayat/rank/baru`)).statusCode).toBe(403)
    expect((await officer.get(`/kerja/pegawai/usulan/${proposal}`)).statusCode).toBe(200)
  })
})

it('other modules ask who works here, and write what a signed decree says', async () => {
  const { services } = installation
  const account = await anAccount(installation, place)
  const id = await anEmployee(services, place, { name: 'Titi Rahayu', unit: 'slawi', accountId: account.id })
  await services.database.transaction(place.id, tx => services.ask(histories).add(tx, id, anEntry('position', { content: { title: 'Camat Slawi', level: 'administrator' } })))
  const found = await services.ask(employees).byAccount(db(), [account.id])
  expect(found.get(account.id)).toMatchObject({ id, name: 'Titi Rahayu, S.E.', position: 'Camat Slawi', unitId: place.units.slawi })
  expect((await services.ask(employees).serving(db(), [place.units.slawi!], 10)).map(one => one.id)).toEqual([id])
  const hits = await search(db(), { account: null, may: () => true, reach: () => everywhere }, { text: 'camat slawi titi', office: ['personnel.read'], limit: 5 })
  expect(hits.hits.map(hit => hit.id)).toEqual([id])
})
