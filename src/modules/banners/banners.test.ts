import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { toLocal } from '#platform/time/zone.ts'
import { evidence } from './exports.ts'
import { turnDue } from './keep-time.ts'
import { bannerById } from './store.ts'
import { aBanner, stopped } from './testing.ts'

let installation: Installation
let tegal: TestGovernment
let officer: Browser
let officerId: string

beforeAll(async () => {
  installation = await openInstallation()
  await installation.web.server.listen({ host: '127.0.0.1', port: 0 })
  tegal = await aGovernment(installation)
  officerId = (await anAccount(installation, tegal, { username: 'piket.bpbd', name: 'Piket BPBD', roles: ['emergency-officer'] })).id
  officer = await signIn(installation, tegal, 'piket.bpbd')
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(tegal.id)
const local = (hours: number) => toLocal(new Date(Date.now() + hours * 3_600_000), 'Asia/Jakarta')
const written = (more: Record<string, string> = {}) => ({ tone: 'danger', title: 'Banjir di Kecamatan Slawi', text: '', link: '', until: local(3), from: '', en_title: '', en_text: '', next: 'show', ...more })
/** Over a real connection, because kept pages are answered there. */
const open = (path = '/', headers: Record<string, string> = {}) =>
  new Promise<string>((resolve, reject) => {
    const { port } = installation.web.server.server.address() as AddressInfo
    get({ host: '127.0.0.1', port, path, headers: { host: tegal.host, ...headers } }, answer => void text(answer).then(resolve, reject)).on('error', reject)
  })
/** Waits until a page says it, or no longer does. */
async function shows(words: string, wanted = true): Promise<void> {
  await expect.poll(async () => (await open()).includes(words), { timeout: 2000, interval: 20 }).toBe(wanted)
}
const one = (id: string) => bannerById(db(), id)
const idOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location).split('/')[3]!

beforeEach(async () => {
  for (const { id } of await db().withTables<{ 'banners.banner': { id: string; state: string } }>().selectFrom('banners.banner').select('id').where('state', '=', 'shown').execute()) await stopped(installation.services, tegal.id, id)
})

describe('an emergency officer', () => {
  it('shows a banner with one press, on public pages and on officers’ own', async () => {
    await open()
    const answer = await officer.post('/kerja/banner/baru', written({ text: 'Hubungi 112.', link: '/berita/banjir' }))
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/kerja\/banner\/[0-9a-f-]{36}$/)])
    expect((await officer.get(String(answer.headers.location))).body).toContain('Banner tampil di semua halaman.')
    await shows('Banjir di Kecamatan Slawi')
    const page = await open('/kanal')
    expect(page).toContain('<section class="banner danger" aria-label="Pemberitahuan penting">')
    expect(page).toContain('href="/berita/banjir"')
    expect(page.indexOf('class="banner danger"')).toBeLessThan(page.indexOf('class="masthead"'))
    for (const path of ['/masuk', '/tidak-ada']) expect(await open(path), path).toContain('Hubungi 112.')
    expect((await officer.get('/kerja')).body).toContain('aria-label="Pemberitahuan penting"')
  })

  it('keeps a draft that nobody else sees, looks at it and shows it from there', async () => {
    const saved = await officer.post('/kerja/banner/baru', written({ title: 'Jembatan Pangkah ditutup', next: 'keep' }))
    expect(saved.headers.location).toMatch(/\/ubah$/)
    expect((await officer.get(String(saved.headers.location))).body).toContain('aria-label="Pratinjau"')
    expect(await open()).not.toContain('Jembatan Pangkah ditutup')
    const answer = await officer.post(String(saved.headers.location), written({ title: 'Jembatan Pangkah ditutup total' }))
    expect(answer.headers.location).toBe(`/kerja/banner/${idOf(saved)}`)
    await shows('Jembatan Pangkah ditutup total')
  })

  it('changes, extends and stops what is shown', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true })
    await shows('Banjir di Kecamatan Slawi')
    await officer.post(`/kerja/banner/${id}/ubah`, written({ title: 'Banjir di Slawi mulai surut', tone: 'warn' }))
    await shows('Banjir di Slawi mulai surut')
    expect((await officer.post(`/kerja/banner/${id}`, { step: 'extend', until: local(1) })).statusCode).toBe(422)
    expect((await officer.post(`/kerja/banner/${id}`, { step: 'extend', until: local(31 * 24) })).body).toContain('paling lama 30 hari')
    const until = local(48)
    expect((await officer.post(`/kerja/banner/${id}`, { step: 'extend', until })).statusCode).toBe(303)
    expect(toLocal((await one(id))!.endsAt, 'Asia/Jakarta')).toBe(until)
    expect((await officer.post(`/kerja/banner/${id}`, { step: 'stop', until: '' })).statusCode).toBe(303)
    await shows('Banjir di Slawi mulai surut', false)
    const told = (await officer.get(`/kerja/banner/${id}`)).body
    for (const what of ['Dihentikan', 'Diperpanjang', 'Piket BPBD', 'Pakai lagi kata-katanya']) expect(told).toContain(what)
  })

  it('is told everything that is wrong at once, and sees what it would look like', async () => {
    const answer = await officer.post('/kerja/banner/baru', written({ link: 'javascript:alert(1)', until: local(-1), en_text: 'Flood' }))
    expect(answer.statusCode).toBe(422)
    for (const field of ['link', 'until', 'en_title']) expect(answer.body).toContain(`id="f-${field}-error"`)
    expect(answer.body).toContain('aria-label="Pratinjau"')
    expect(answer.body).not.toContain('href="javascript')
    for (const values of [written({ until: '' }), written({ until: local(31 * 24) }), written({ title: 'x'.repeat(121) }), written({ text: 'x'.repeat(301) }), written({ tone: 'party' }), written({ from: local(5), until: local(4) })])
      expect((await officer.post('/kerja/banner/baru', values)).statusCode).toBe(422)
  })

  it('does not overwrite what a colleague changed meanwhile', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true })
    await officer.post(`/kerja/banner/${id}/ubah`, written({ title: 'Kata-kata pertama' }))
    const answer = await officer.post(`/kerja/banner/${id}/ubah`, written({ title: 'Kata-kata kedua', version: '1' }))
    expect(answer.statusCode).toBe(409)
    expect((await one(id))!.title).toBe('Kata-kata pertama')
  })

  it('finds in the audit trail who showed and who stopped it, and when time did', async () => {
    const answer = await officer.post('/kerja/banner/baru', written())
    const id = idOf(answer)
    await officer.post(`/kerja/banner/${id}`, { step: 'stop', until: '' })
    const late = await aBanner(installation.services, tegal.id, { shown: true, endsAt: new Date(Date.now() + 20) })
    await new Promise(resolve => setTimeout(resolve, 40))
    await turnDue(installation.services, tegal.id)
    const { rows } = await sql<{ entry: string }>`select entry from platform.audit_entry order by sequence`.execute(db())
    const of = (record: string) => rows.map(row => JSON.parse(row.entry) as { id: string; account: string | null; action: string; after?: Record<string, unknown> }).filter(entry => entry.id === record)
    expect(of(id).map(({ account, action, after }) => [account, action, after?.step ?? after?.state])).toEqual([[officerId, 'banners.publish', 'show'], [officerId, 'banners.publish', 'ended']])
    expect(of(late)).toMatchObject([{ account: null, after: { state: 'ended' } }])
  })
})

describe('banners', () => {
  it('have their turn by how serious they are; when one ends the next follows', async () => {
    const info = await aBanner(installation.services, tegal.id, { tone: 'info', title: 'Kantor tutup hari Jumat', shown: true })
    await shows('Kantor tutup hari Jumat')
    const danger = await aBanner(installation.services, tegal.id, { title: 'Tanah longsor di Bumijawa', shown: true })
    await shows('Tanah longsor di Bumijawa')
    expect(await open()).not.toContain('Kantor tutup hari Jumat')
    expect((await officer.get('/kerja/banner')).body).toContain('Menunggu giliran')
    const behind = await officer.post('/kerja/banner/baru', written({ tone: 'warn', title: 'Hujan lebat sampai malam' }))
    expect((await officer.get(String(behind.headers.location))).body).toContain('Banner menunggu giliran: “Tanah longsor di Bumijawa”')
    await stopped(installation.services, tegal.id, danger)
    await shows('Hujan lebat sampai malam')
    await stopped(installation.services, tegal.id, idOf(behind))
    await shows('Kantor tutup hari Jumat')
    await stopped(installation.services, tegal.id, info)
    await shows('class="banner', false)
  })

  it('end by themselves: new pages at once, kept pages with the job', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true, endsAt: new Date(Date.now() + 400) })
    await shows('Banjir di Kecamatan Slawi')
    await new Promise(resolve => setTimeout(resolve, 450))
    expect(await open('/berita?q=baru')).not.toContain('Banjir di Kecamatan Slawi')
    expect(await turnDue(installation.services, tegal.id)).toBe(1)
    expect(await turnDue(installation.services, tegal.id)).toBe(0)
    await shows('Banjir di Kecamatan Slawi', false)
    expect((await one(id))!.state).toBe('ended')
  })

  it('wait for the minute they are promised for, and can be taken back before', async () => {
    const saved = await officer.post('/kerja/banner/baru', written({ title: 'Listrik padam mulai sore', from: local(1) }))
    const id = idOf(saved)
    expect((await one(id))!.state).toBe('scheduled')
    expect(await turnDue(installation.services, tegal.id)).toBe(0)
    await officer.post(`/kerja/banner/${id}`, { step: 'unschedule' })
    expect((await one(id))!.state).toBe('draft')
    await officer.post(`/kerja/banner/${id}/ubah`, written({ title: 'Listrik padam mulai sore', from: local(1) }))
    await sql`update banners.banner set starts_at = now() - interval '1 second' where id = ${id}`.execute(db())
    expect(await turnDue(installation.services, tegal.id)).toBe(1)
    await shows('Listrik padam mulai sore')
  })

  it('speak the reader’s language where they have it, and say so where they do not', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true, titleEnglish: 'Flood in Slawi' })
    const english = { cookie: 'bahasa=en' }
    await expect.poll(() => open('/', english)).toContain('Flood in Slawi')
    expect(await open('/', english)).toContain('aria-label="Important notice"')
    await stopped(installation.services, tegal.id, id)
    await aBanner(installation.services, tegal.id, { shown: true, title: 'Gempa bumi di Bumijawa' })
    await expect.poll(() => open('/', english)).toContain('<span lang="id">Gempa bumi di Bumijawa</span>')
  })

  it('are not on the page that browsers keep for when there is no network', async () => {
    await aBanner(installation.services, tegal.id, { shown: true })
    await shows('Banjir di Kecamatan Slawi')
    expect(await open('/luring')).not.toContain('class="banner')
  })

  it('are told to administrators and those who publish, not to others nor to whoever shows one', async () => {
    const [admin, publisher, writer] = [await anAccount(installation, tegal, { roles: [{ code: 'administrator', unit: 'pemerintah' }] }), await anAccount(installation, tegal, { unit: 'dpu', roles: ['publisher'] }), await anAccount(installation, tegal, { unit: 'dpu', roles: ['writer'] })]
    await officer.post('/kerja/banner/baru', written({ title: 'Kebakaran di Pasar Trayeman' }))
    const heard = async (id: string) => (await notificationsOf(db(), id)).filter(note => note.values.title === 'Kebakaran di Pasar Trayeman').length
    expect([await heard(admin.id), await heard(publisher.id), await heard(writer.id), await heard(officerId)]).toEqual([1, 1, 0, 0])
  })

  it('are dated evidence', async () => {
    await aBanner(installation.services, tegal.id, { title: 'Angin puting beliung', shown: true })
    const government = (await installation.services.ask(governmentDirectory).byId(tegal.id))!
    const found = await evidence[0]!.collect({ db: db(), government, now: new Date(), ask: installation.services.ask })
    expect(found.at(-1)).toMatchObject({ text: expect.stringMatching(/^“Angin puting beliung” tampil sejak \d{4}-\d\d-\d\d \d\d:\d\d$/), source: '/kerja/banner' })
  })
})

describe('who may', () => {
  it('a publisher sees what is shown and can do nothing to it', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true })
    const { username } = await anAccount(installation, tegal, { unit: 'dpu', roles: ['publisher'] })
    const browser = await signIn(installation, tegal, username)
    const list = (await browser.get('/kerja/banner')).body
    expect(list).toContain('Banjir di Kecamatan Slawi')
    expect(list).not.toContain('/kerja/banner/baru')
    for (const path of ['/kerja/banner/baru', `/kerja/banner/${id}`, `/kerja/banner/${id}/ubah`]) expect((await browser.get(path)).statusCode, path).toBe(403)
  })

  it('a right over some units is not enough for what covers all', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true })
    const account = await anAccount(installation, tegal, { unit: 'dpu' })
    await assign(installation, tegal, account.id, await aRole(installation, tegal, 'banner-unit', [{ permission: 'banners.publish', reach: 'unit-and-below' }, { permission: 'banners.see', reach: 'unit' }]), 'dpu')
    const browser = await signIn(installation, tegal, account.username)
    for (const path of ['/kerja/banner/baru', `/kerja/banner/${id}`]) expect((await browser.get(path)).statusCode, path).toBe(403)
  })

  it('another government’s officer finds nothing', async () => {
    const id = await aBanner(installation.services, tegal.id, { shown: true })
    const other = await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')
    const { username } = await anAccount(installation, other, { roles: ['emergency-officer'] })
    const browser = await signIn(installation, other, username)
    expect((await browser.get(`/kerja/banner/${id}`)).statusCode).toBe(404)
    expect((await browser.get('/kerja/banner')).body).not.toContain('Banjir di Kecamatan Slawi')
  })
})
