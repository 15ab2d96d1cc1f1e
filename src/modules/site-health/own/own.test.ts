import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { pagesPort, type Outline } from '#modules/pages/contract.ts'
import { aPage } from '#modules/pages/testing.ts'
import { aPublication } from '#modules/publications/testing.ts'
import { aSite } from '#modules/sites/testing.ts'
import { auditDue, auditDueJob, auditOneJob } from '../audit.ts'
import { siteAudits } from '../contract.ts'
import { datasets, evidence, indicators } from '../exports.ts'
import { everything } from '../parts/scope.ts'
import type { PartCode } from '../requirement.ts'
import { claim, monthsOf, subjects, subjectWithin, tables, type Subject } from '../store.ts'

const services = (...rows: Record<string, string>[]): Outline => ({ purpose: 'services', inMenu: true, blocks: [{ kind: 'services', values: { rows } }] })

describe('the health of sites here', () => {
  let installation: Installation
  let place: TestGovernment
  let operator: Browser
  let stranger: Browser
  let leader: Browser
  beforeAll(async () => {
    installation = await openInstallation()
    place = await aGovernment(installation)
    await anAccount(installation, place, { username: 'operator', unit: 'kalisapu', roles: ['village-operator'] })
    await anAccount(installation, place, { username: 'orang.lain', unit: 'dpu', roles: ['writer'] })
    await anAccount(installation, place, { username: 'bupati', roles: [{ code: 'leader', unit: 'pemerintah' }] })
    ;[operator, stranger, leader] = [await signIn(installation, place, 'operator'), await signIn(installation, place, 'orang.lain'), await signIn(installation, place, 'bupati')]
    await installation.services.database.transaction(place.id, tx => installation.services.ask(pagesPort).begin(tx, place.units.kalisapu!, [
      services({ name: 'Surat pengantar', requirements: 'KTP', time: '1 hari', cost: 'Gratis' }, { name: 'Surat domisili', requirements: '', time: '', cost: '' }),
      { purpose: 'budget', inMenu: true, blocks: [{ kind: 'budget', values: { year: 2026, source: 'Perdes 4/2025', rows: [{ group: 'belanja', label: 'Jalan', budgeted: '1000', realised: '' }] } }] },
    ], null))
    await aPage(installation.services, place, { title: 'Tentang desa', body: 'Desa di tepi Kali Gung. [hilang](/berita/tak-ada) dan [ada](/berita)' , purpose: 'profile' })
    await aSite(installation.services, place, 'kalisapu')
  })
  afterAll(() => installation.close())

  const db = () => installation.services.database.of(place.id)
  const here = async (unit = 'kalisapu') => (await subjectWithin(db(), everything, { unitId: place.units[unit]! }))!
  const part = ({ parts }: Subject, code: PartCode) => parts.find(one => one.code === code)!
  const due = () => sql`update site_health.subject set due_at = now() where url is null`.execute(db())

  test('every published site is audited by itself, one after the other, and then again in a week', async () => {
    expect(await auditDue(installation.services, place.id)).toBe(1)
    const subject = await here()
    expect(subject.score).toBeGreaterThan(30)
    expect(subject.score).toBeLessThan(100)
    const { due_at, busy_until } = await tables(db()).selectFrom('site_health.subject').select(['due_at', 'busy_until']).where('id', '=', subject.id).executeTakeFirstOrThrow()
    expect(busy_until).toBeNull()
    expect(due_at!.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
    expect(await auditDue(installation.services, place.id)).toBe(0)
  })

  test('it says what is there, what is half there and what is missing, with the page it was seen on', async () => {
    const subject = await here()
    expect(part(subject, 'profile')).toMatchObject({ points: 8, text: null, where: [{ label: 'Tentang desa', href: '/situs/kalisapu/tentang-desa' }] })
    expect(part(subject, 'services')).toMatchObject({ of: 10, points: 7, values: { all: 2, lacking: 1 } })
    expect(part(subject, 'budget')).toMatchObject({ text: null })
    expect(part(subject, 'population')).toMatchObject({ points: 0, where: [] })
    expect(part(subject, 'officials')).toMatchObject({ points: 0 })
    expect(part(subject, 'contact').text).toBe('Tampilkan alamat, telepon, dan surel.')
    expect(subject.facts.complete).toBe(false)
    expect(subject.parts.map(({ code }) => code)).not.toContain('certificate')
  })

  test('it sees the pages as visitors do: dead links, weight with styles, no barriers of our own making', async () => {
    const subject = await here()
    expect(part(subject, 'links').values).toEqual({ n: 1 })
    expect(part(subject, 'links').where[0]).toEqual({ label: 'hilang', href: '/situs/kalisapu/tentang-desa' })
    expect(part(subject, 'accessibility').text).toBeNull()
    expect(subject.facts.bytes).toBeGreaterThan(5000)
    expect(subject.facts.requests).toBeGreaterThan(1)
    expect(part(subject, 'weight').text).toBeNull()
    expect(part(subject, 'freshness').text).toBeNull()
  })

  test('it remembers by which versions it was judged', async () => {
    const { judgedBy } = await here()
    const { rows } = await sql<{ list: string; code: string }>`select list, code from platform.reference where id = any(${judgedBy}::uuid[])`.execute(db())
    expect(rows).toContainEqual({ list: 'site-health', code: 'village' })
    expect(rows).toContainEqual({ list: 'site-health-limits', code: 'freshness-days' })
    expect(rows).toHaveLength(judgedBy.length)
  })

  test('mending raises the score, and the month keeps the last one', async () => {
    const before = await here()
    await aPage(installation.services, place, { title: 'Tugas dan fungsi', body: 'Pemerintah desa melayani.' })
    await due()
    await auditDue(installation.services, place.id)
    const after = await here()
    expect(part(after, 'duties')).toMatchObject({ points: 4, where: [{ href: '/situs/kalisapu/tugas-dan-fungsi' }] })
    expect(after.score).toBeGreaterThan(before.score!)
    expect(await monthsOf(db(), after.id)).toMatchObject([{ score: after.score, complete: false }])
  })

  test('two workers never audit the same site', async () => {
    await due()
    const [one, other] = await Promise.all([1, 2].map(() => installation.services.database.transaction(place.id, tx => claim(tx, 'next', 5))))
    expect([one, other].filter(Boolean)).toHaveLength(1)
    await sql`update site_health.subject set busy_until = null`.execute(db())
  })

  test('the board shows worst first, its people theirs only, and a stranger nothing', async () => {
    await aSite(installation.services, place, 'diskominfo')
    await aPublication(installation.services, place, { unit: 'diskominfo', content: { title: 'Kabar baru' } })
    expect(await installation.services.ask(siteAudits).auditAll(place.id)).toBe(2)
    const board = (await leader.get('/kerja/kesehatan-situs')).body
    const [first, second] = (await subjects(db(), { reach: everything, outside: false, shown: [place.units.kalisapu!, place.units.diskominfo!] }, { limit: 5 })).items
    expect(first!.score).toBeLessThanOrEqual(second!.score!)
    expect(board.indexOf(first!.name)).toBeLessThan(board.indexOf(second!.name))
    expect(board).toContain('>Dinas Komunikasi dan Informatika</a>')
    const own = (await operator.get('/kerja/kesehatan-situs')).body
    expect(own).toContain('Desa Kalisapu')
    expect(own).not.toContain('>Dinas Komunikasi dan Informatika</a>')
    expect((await stranger.get('/kerja/kesehatan-situs')).body).toContain('Belum ada situs yang diperiksa')
    const { id } = await here()
    expect((await operator.get(`/kerja/kesehatan-situs/${id}`)).statusCode).toBe(200)
    expect((await stranger.get(`/kerja/kesehatan-situs/${id}`)).statusCode).toBe(404)
    expect((await operator.get('/kerja/kesehatan-situs/bukan-id')).statusCode).toBe(404)
  })

  test('filters by kind and by what is lacking, goes on by page, and downloads the same', async () => {
    const at = async (query: string) => (await leader.get(`/kerja/kesehatan-situs${query}`)).body
    expect(await at('?jenis=village')).not.toContain('>Dinas Komunikasi dan Informatika</a>')
    expect(await at('?kurang=duties')).not.toContain('>Desa Kalisapu</a>')
    expect(await at('?kurang=duties')).toContain('>Dinas Komunikasi dan Informatika</a>')
    expect(await at('?kurang=asal')).toContain('Desa Kalisapu')
    const page = await subjects(db(), { reach: everything, outside: false, shown: [place.units.kalisapu!, place.units.diskominfo!] }, { limit: 1 })
    expect(await at(`?setelah=${page.next}`)).not.toContain(`>${page.items[0]!.name}</a>`)
    const csv = (await leader.get('/kerja/kesehatan-situs/unduh.csv?jenis=village')).body.split('\r\n')
    expect(csv[0]).toMatch(/^\uFEFFsitus,jenis,unit,alamat,nilai,lengkap,diperiksa,profile,/)
    expect(csv).toHaveLength(3)
    expect((await stranger.get('/kerja/kesehatan-situs/unduh.csv')).body.split('\r\n')).toHaveLength(2)
  })

  test('units without a site are counted and named', async () => {
    const body = (await leader.get('/kerja/kesehatan-situs?keadaan=tanpa-situs')).body
    expect(body).toContain('/kerja/situs/baru?unit=slawi')
    expect(body).toContain('/kerja/situs/baru?unit=dpu')
    expect(body).not.toContain('unit=kalisapu')
  })

  test('the detail says what would raise the score and where it is mended, in both languages', async () => {
    const { id } = await here()
    const body = (await operator.get(`/kerja/kesehatan-situs/${id}`)).body
    expect(body).toContain('Lengkapi syarat, waktu, dan biaya pada 1 dari 2 layanan.')
    expect(body).toContain('href="/kerja/situs/kalisapu"')
    expect(body).toContain('UU 6/2014')
    expect((await operator.get(`/kerja/kesehatan-situs/${id}?bahasa=en`)).body).toContain('Complete requirements, time and cost of 1 of 2 services.')
  })

  test('its people can have it audited at once', async () => {
    const { id, auditedAt } = await here()
    expect((await operator.post(`/kerja/kesehatan-situs/${id}`, { langkah: 'hapus' })).statusCode).toBe(422)
    expect((await operator.post(`/kerja/kesehatan-situs/${id}`, { langkah: 'periksa' })).statusCode).toBe(303)
    expect((await operator.get(`/kerja/kesehatan-situs/${id}`)).body).toContain('Sedang diperiksa')
    expect((await operator.post(`/kerja/kesehatan-situs/${id}`, { langkah: 'periksa' })).statusCode).toBe(422)
    await auditOneJob.run({ services: installation.services, governmentId: place.id, db: db(), now: new Date() }, { subject: id })
    expect((await here()).auditedAt!.getTime()).toBeGreaterThan(auditedAt!.getTime())
    expect((await here()).waiting).toBe(false)
  })

  test('leaders get two numbers, the public a dataset, the evaluation its evidence', async () => {
    const context = { db: db(), now: new Date(), ask: installation.services.ask, government: { id: place.id, zone: 'Asia/Jakarta' } as never }
    const { items } = await subjects(db(), { reach: everything, outside: false, shown: [place.units.kalisapu!, place.units.diskominfo!] }, { limit: 5 })
    expect(await indicators[0]!.measure(context)).toMatchObject({ value: Math.round((items[0]!.score! + items[1]!.score!) / 2), of: 100 })
    expect(await indicators[1]!.measure(context)).toMatchObject({ value: 0, of: 2 })
    expect(await datasets[0]!.rows(context)).toHaveLength(2)
    expect((await evidence[0]!.collect(context))[0]!.text).toMatch(/^2 situs diperiksa pada \d{4}-\d{2}: nilai rata-rata \d+, 0 memuat/)
  })

  test('reference data that cannot be read stops the audits, is told on the board, and loses nothing', async () => {
    const before = await here()
    await installation.services.database.transaction(place.id, tx => sql`insert into platform.reference (government_id, list, code, value, legal_basis, valid_from) values (${place.id}, 'site-health', 'village', '"delapan"', 'Perbup', '2026-01-02')`.execute(tx))
    await due()
    await expect(auditDue(installation.services, place.id)).rejects.toThrow(/could not be audited/)
    expect((await leader.get('/kerja/kesehatan-situs')).body).toContain('Periksa daftar site-health, kode village')
    expect(await here()).toMatchObject({ score: before.score, waiting: false })
    await installation.services.database.transaction(place.id, tx => sql`update platform.reference set value = '{"profile": 50, "budget": 50}' where list = 'site-health' and government_id is not null`.execute(tx))
    await due()
    await auditDueJob.run({ services: installation.services, governmentId: null, db: db(), now: new Date() }, {})
    expect(await here()).toMatchObject({ score: 100, facts: { complete: true } })
  })

  test('a site that is closed for the public leaves the board', async () => {
    await anAccount(installation, place, { username: 'admin', roles: [{ code: 'administrator', unit: 'pemerintah' }] })
    const admin = await signIn(installation, place, 'admin')
    expect((await admin.post('/kerja/situs/diskominfo', { step: 'close' })).statusCode).toBe(303)
    await expect.poll(async () => (await leader.get('/kerja/kesehatan-situs')).body).not.toContain('>Dinas Komunikasi dan Informatika</a>')
    await due()
    await auditDue(installation.services, place.id)
    expect((await here('diskominfo')).waiting).toBe(false)
  })
})
