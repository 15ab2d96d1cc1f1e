import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPdf } from '#platform/files/testing.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aRole, anAccount, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { holdingsOf, insertPosition, plainPosition } from './store.ts'

const dayFrom = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
const pdf = new Uint8Array(aPdf())

describe('appointing by decree', () => {
  let installation: Installation
  let place: TestGovernment
  let admin: Browser
  let adminId: string
  let post: string
  let here: string
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    adminId = (await anAccount(installation, place, { username: 'admin', name: 'Fajar Setyo', roles: [{ code: 'administrator', unit: 'pemerintah' }] })).id
    admin = await signIn(installation, place, 'admin')
    post = await installation.services.database.transaction(place.id, tx => insertPosition(tx, place.units.dpu!, { ...plainPosition, kind: 'jpt', title: 'Kepala Dinas PU', rank: 1 }))
    here = `/kerja/jabatan/${post}`
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const values = { kind: 'definitif', from: dayFrom(-30), to: '', decree_number: '821.2/14/2026', decree_on: dayFrom(-33) }
  const sendFile = async (values: Record<string, string>) => {
    const form = new FormData()
    form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await admin.get(`${here}/angkat`)).body)![1]!)
    for (const [name, value] of Object.entries(values)) form.set(name, value)
    form.set('decree', new Blob([pdf]), 'sk-821.pdf')
    const request = new Request('http://x', { method: 'POST', body: form })
    return installation.web.server.inject({ method: 'POST', url: `${here}/angkat`, headers: { host: place.host, cookie: admin.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
  }

  test('somebody is found by name, chosen, and holds the position with the account', async () => {
    const { id } = await anAccount(installation, place, { name: 'Ir. Haryo Suksmono, M.T.', nip: '197001301996031920', title: 'Sekretaris' })
    const page = (await admin.get(`${here}/angkat?q=haryo`)).body
    expect(page).toContain(`value="${id}"`)
    expect(page).toContain('Sekretaris · Dinas Komunikasi dan Informatika')
    expect((await admin.post(`${here}/angkat?q=haryo`, { ...values, account: id })).statusCode).toBe(303)
    const [holding] = await holdingsOf(db(), post)
    expect(holding).toMatchObject({ accountId: id, name: 'Ir. Haryo Suksmono, M.T.', nip: '197001301996031920', decree: { number: '821.2/14/2026', on: dayFrom(-33), fileId: null } })
    expect((await admin.get(here)).body).toContain('821.2/14/2026')
  })

  test('a decree that overlaps is refused with the name, number and day of the other, and what was typed and sent stays', async () => {
    const refused = await sendFile({ ...values, person: 'Orang Kedua', decree_number: '821.2/99/2026', from: dayFrom(0) })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toMatch(/Ir\. Haryo Suksmono, M\.T\. memegang jabatan ini menurut SK 821\.2\/14\/2026, sejak \d+ \S+ 20\d\d\. Akhiri dahulu/)
    for (const kept of ['Orang Kedua', '821.2/99/2026', 'sk-821.pdf', 'name="decree_kept"']) expect(refused.body).toContain(kept)
    expect((await admin.get(`${here}/angkat`, { cookie: `${admin.header()}; bahasa=en` })).statusCode).toBe(200)
  })

  test('a Plh. needs a last day, and brings the file of its decree, read only by those within reach and on record', async () => {
    const open = await sendFile({ ...values, kind: 'plh', person: 'Siti Mahmudah', from: dayFrom(0) })
    expect(open.body).toContain('Isi hari terakhir')
    expect((await sendFile({ ...values, kind: 'plh', person: 'Siti Mahmudah', from: dayFrom(0), to: dayFrom(4), reason: 'cuti tahunan' })).statusCode).toBe(303)
    const holding = (await holdingsOf(db(), post)).find(one => one.kind === 'plh')!
    expect(holding.reason).toBe('cuti tahunan')
    const file = `${here}/sk/${holding.holdingId}`
    expect((await admin.get(here)).body).toContain(`href="${file}"`)
    const answer = await admin.get(file)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toContain('sk-821.pdf')
    const { rows } = await sql<{ entry: string }>`select entry from platform.audit_entry order by sequence desc limit 1`.execute(db())
    expect(rows[0]!.entry).toContain(post)
    const narrow = await anAccount(installation, place)
    await assign(installation, place, narrow.id, await aRole(installation, place, 'kepegawaian', [{ permission: 'organisation.manage', reach: 'unit-and-below' }]), 'slawi')
    const branch = await signIn(installation, place, narrow.username)
    for (const address of [file, here, `${here}/ubah`, `${here}/angkat`]) expect((await branch.get(address)).statusCode).toBe(404)
  })

  test('nobody appoints themself', async () => {
    const answer = await admin.post(`${here}/angkat?q=Fajar`, { ...values, kind: 'plh', from: dayFrom(0), to: dayFrom(1), account: adminId })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('mengangkat diri sendiri')
  })

  test('two who stand in at once are shown as overlapping with who is in charge, and the days without anybody as a gap', async () => {
    await admin.post(`${here}/angkat`, { ...values, kind: 'plh', person: 'Teguh Pamungkas', from: dayFrom(2), to: dayFrom(6), decree_on: dayFrom(-1) })
    const own = (await holdingsOf(db(), post)).find(one => one.kind === 'definitif')!
    await admin.post(here, { langkah: 'akhiri', holding: own.holdingId, last: dayFrom(10) })
    const page = (await admin.get(here)).body
    expect(page).toMatch(/Tumpang tindih dari [^:]+: Plh\. Teguh Pamungkas, Plh\. Siti Mahmudah, Ir\. Haryo/)
    expect(page).toContain('Yang berwenang: Plh. Teguh Pamungkas.')
    expect(page).toContain('Tidak ada pejabat mulai')
  })

  test('an appointment that has not begun is withdrawn, one that has is ended', async () => {
    const [coming] = (await holdingsOf(db(), post)).filter(one => one.name === 'Teguh Pamungkas')
    expect((await admin.post(here, { langkah: 'batal', holding: coming!.holdingId })).statusCode).toBe(303)
    const [running] = (await holdingsOf(db(), post)).filter(one => one.name === 'Siti Mahmudah')
    expect((await admin.post(here, { langkah: 'batal', holding: running!.holdingId })).body).toContain('sudah mulai')
    expect((await holdingsOf(db(), post)).map(one => one.name)).toEqual(['Siti Mahmudah', 'Ir. Haryo Suksmono, M.T.'])
  })

  test('a position changes what it is and stands under another, never under itself', async () => {
    const add = async (title: string, values: Record<string, string> = {}) => {
      expect((await admin.post(`/kerja/unit/${place.units.dpu}/jabatan`, { langkah: 'tambah', title, rank: '5', post_kind: 'pengawas', ...values })).statusCode).toBe(303)
      return [...(await admin.get(`/kerja/unit/${place.units.dpu}/jabatan`)).body.matchAll(/\/kerja\/jabatan\/([0-9a-f-]{36})">([^<]*)/g)].find(([, , text]) => text === title)![1]!
    }
    const [secretary, clerk] = [await add('Sekretaris'), await add('Kasubbag Umum')]
    const facts = { title: 'Kasubbag Umum', post_kind: 'pengawas', echelon: 'IV.a', grade: '9', rank: '7', code: 'PU.7' }
    expect((await admin.post(`/kerja/jabatan/${clerk}/ubah`, { ...facts, superior: secretary })).statusCode).toBe(303)
    const page = (await admin.get(`/kerja/jabatan/${clerk}`)).body
    for (const text of ['IV.a', 'PU.7', 'Sekretaris']) expect(page).toContain(text)
    const circle = await admin.post(`/kerja/jabatan/${secretary}/ubah`, { ...facts, title: 'Sekretaris', superior: clerk, code: '' })
    expect(circle.statusCode).toBe(422)
    expect(circle.body).toContain('berada di bawah jabatan ini')
    expect((await admin.post(`/kerja/jabatan/${clerk}/ubah`, { ...facts, grade: '18' })).body).toContain('Paling banyak 17')
    const chart = (await admin.get(`/kerja/unit/${place.units.dpu}/jabatan`)).body
    expect(chart.indexOf('org-chart')).toBeGreaterThan(0)
    expect(chart).toContain('Lowong')
  })
})
