import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { search } from '#platform/search/search.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Dossier } from '#modules/archives/contract.ts'
import { archives } from '#modules/archives/module.ts'
import { correspondence } from '#modules/correspondence/module.ts'
import { aDossier, aPaper, closed, filed } from '#modules/archives/testing.ts'
import { evidence } from './exports.ts'
import { may } from './policy.ts'
import { machine } from './proposal.ts'

let installation: Installation
let place: TestGovernment
let archivist: Browser
let leader: Browser
let secretary: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await anAccount(installation, place, { username: 'arsip', roles: ['archivist', 'secretariat'] })
  await anAccount(installation, place, { username: 'kadis', roles: ['leader'] })
  await anAccount(installation, place, { username: 'sekda', unit: 'pemerintah', roles: ['leader'] })
  archivist = await signIn(installation, place, 'arsip')
  leader = await signIn(installation, place, 'kadis')
  secretary = await signIn(installation, place, 'sekda')
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const today = () => dayIn(new Date(), 'Asia/Jakarta')
const one = async <T>(text: ReturnType<typeof sql<T>>) => (await text.execute(db())).rows[0]!
const stateOf = async ({ id }: { id: string }) => (await one(sql<{ state: string }>`select state from archives.dossier where id = ${id}`)).state
const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'

/** Sends a form with a file, as a browser does. */
async function carriedOut(browser: Browser, url: string, values: Record<string, string>, file?: string) {
  const form = new FormData()
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await browser.get(url)).body)![1]!)
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  if (file) form.set('minutes', new Blob([file]), 'berita-acara.pdf')
  const request = new Request('http://x', { method: 'POST', body: form })
  return installation.web.server.inject({ method: 'POST', url, headers: { host: place.host, cookie: browser.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
}

/** Draws up and proposes what is due; answers its address. */
async function proposed(kind: string, dossiers: readonly Dossier[], unit = 'diskominfo'): Promise<string> {
  const answer = await archivist.post(`/kerja/arsip/penyusutan/baru?jenis=${kind}&unit=${place.units[unit]}`, { dossiers: dossiers.map(({ id }) => id) })
  expect(answer.statusCode, answer.body.match(/error-summary.*?<\/ul>/s)?.[0]).toBe(303)
  const here = String(answer.headers.location)
  expect((await archivist.post(here, { step: 'propose', remarks: '' })).statusCode).toBe(303)
  return here
}

const approved = async (here: string, exceptions: Record<string, string[]> = {}) => {
  expect((await leader.post(here, { step: 'assess', remarks: 'Sudah diperiksa', ...exceptions })).statusCode).toBe(303)
  expect((await secretary.post(here, { step: 'approve', remarks: '' })).statusCode).toBe(303)
}

const minutes = { step: 'carry-out', number: 'BA/12/ARSIP/2026', on: today() }

/** Runs a waiting job at once. */
const work = ({ jobs = [] }: { jobs?: { name: string; run(context: never, data: Record<string, unknown>): Promise<void> }[] }, name: string, data: Record<string, unknown>) =>
  jobs.find(job => job.name === name)!.run({ services: installation.services, governmentId: place.id, db: db(), now: new Date() } as never, data)
const erased = (here: string) => work(archives, 'archives.erase', { proposalId: here.split('/').at(-1)! })

describe('what is due', () => {
  it('is counted from closing: for moving after the active years, for the end after all of them', async () => {
    const thisYear = Number(today().slice(0, 4))
    // 2 years active, 3 inactive, then destroyed.
    const [moves, waits, ends] = [await aDossier(installation, place, { classification: '000.1.2.3', closed: `${thisYear - 3}-12-31` }), await aDossier(installation, place, { classification: '000.1.2.3', closed: `${thisYear - 2}-01-01` }), await aDossier(installation, place, { classification: '000.1.2.3', closed: `${thisYear - 6}-06-01` })]
    const open = await aDossier(installation, place, { classification: '000.1.2.3', openedOn: '2010-01-01' })
    const listed = async (kind: string) => (await archivist.get(`/kerja/arsip/penyusutan/baru?jenis=${kind}&unit=${place.units.diskominfo}`)).body
    const [moving, destroying] = [await listed('move'), await listed('destroy')]
    expect([moves, waits, ends, open].map(({ id }) => moving.includes(id))).toEqual([true, false, true, false])
    expect([moves, waits, ends, open].map(({ id }) => destroying.includes(id))).toEqual([false, false, true, false])
    expect((await archivist.get('/kerja/arsip/penyusutan')).body).toContain('Sudah waktunya dan belum diusulkan')
    expect((await archivist.post(`/kerja/arsip/penyusutan/baru?jenis=destroy&unit=${place.units.diskominfo}`, { dossiers: [moves.id] })).body).toContain('belum waktunya')
    expect((await archivist.get(`/kerja/arsip/penyusutan/baru?jenis=move&unit=${place.units.dpu}`)).statusCode).toBe(404)
    const measured = await archives.exports.indicators[0]!.measure({ db: db(), government: { id: place.id, zone: 'Asia/Jakarta' } as never, now: new Date(), ask: installation.services.ask })
    expect([measured.value, measured.of]).toEqual([2, 3])
    expect((await archivist.get('/kerja/arsip?keadaan=overdue')).body).toContain(moves.id)
  })
})

describe('a proposal', () => {
  it('needs a second person, minutes with their file, and then moves what it names', async () => {
    const dossier = await aDossier(installation, place, { title: 'Untuk dipindah', classification: '000.5', closed: '2020-05-05' })
    const here = await proposed('move', [dossier])
    expect((await archivist.get(`/kerja/arsip/${dossier.id}`)).body).toContain('Dalam usul')
    expect((await archivist.get(`/kerja/arsip/${dossier.id}/ubah`)).statusCode).toBe(200)
    expect((await archivist.post(`/kerja/arsip/${dossier.id}/ubah`, { holder: '', room: 'lain' })).statusCode).toBe(403)
    expect((await archivist.post(here, { step: 'assess', remarks: '' })).statusCode).toBe(403)
    expect((await archivist.post(here, { step: 'approve', remarks: '' })).statusCode).toBe(403)
    await leader.post(here, { step: 'assess', remarks: '' })
    // Moving is decided by the head of the unit, who may have assessed it.
    expect((await leader.post(here, { step: 'approve', remarks: '' })).statusCode).toBe(303)
    expect(await stateOf(dossier)).toBe('closed')
    const bare = await carriedOut(archivist, here, { ...minutes, number: '', on: '2199-01-01' })
    expect(bare.statusCode).toBe(422)
    for (const what of ['Isi nomor berita acara', 'sudah lewat atau hari ini', 'Unggah berita acara']) expect(bare.body).toContain(what)
    expect((await carriedOut(archivist, here, minutes, pdf)).statusCode).toBe(303)
    expect(await stateOf(dossier)).toBe('inactive')
    const told = (await leader.get(here)).body
    for (const what of ['Usul disusun', 'Usul diajukan', 'Usul dinilai', 'Usul disetujui', 'Usul dilaksanakan', 'BA/12/ARSIP/2026']) expect(told).toContain(what)
    expect((await leader.get(`${here}/berita-acara`)).rawPayload.toString()).toBe(pdf)
    expect((await leader.get(`${here}/unduh.csv`)).body).toContain('Untuk dipindah')
    expect((await leader.get(`${here}/cetak`)).body).toContain('BA/12/ARSIP/2026')
    const found = await evidence[0]!.collect({ db: db(), government: {} as never, now: new Date(), ask: installation.services.ask })
    expect(found.map(({ text }) => text)).toEqual(['1 berkas dipindahkan dengan berita acara BA/12/ARSIP/2026'])
  })

  it('to destroy is approved only by who answers for the whole government', async () => {
    const dossier = await aDossier(installation, place, { classification: '000.1.1', closed: '2021-05-05' })
    const here = await proposed('destroy', [dossier])
    await leader.post(here, { step: 'assess', remarks: '' })
    expect((await leader.get(here)).body).not.toContain('value="approve"')
    expect((await secretary.get(here)).body).toContain('value="approve"')
    expect((await secretary.post(here, { step: 'reject', remarks: '' })).body).toContain('Tulis alasannya.')
    await secretary.post(here, { step: 'reject', remarks: 'Masih dipakai pemeriksa' })
    expect(await one(sql`select proposal_id as proposal, state from archives.dossier where id = ${dossier.id}`)).toEqual({ proposal: null, state: 'closed' })
  })

  it('can be withdrawn and cancelled, and a lent dossier stands on none', async () => {
    const dossier = await aDossier(installation, place, { classification: '000.1.1', closed: '2021-05-06' })
    const here = await proposed('destroy', [dossier])
    await archivist.post(here, { step: 'withdraw', remarks: '' })
    await archivist.post(here, { step: 'cancel', remarks: '' })
    expect((await archivist.get(here)).body).toContain('Dibatalkan')
    await archivist.post(`/kerja/arsip/${dossier.id}/pinjam`, { purpose: 'Dibaca dahulu', until: today() })
    const { id } = await one(sql<{ id: string }>`select id from archives.loan where dossier_id = ${dossier.id}`)
    await archivist.post(`/kerja/arsip/pinjaman/${id}`, { step: 'lend', due: today(), remarks: '' })
    expect((await archivist.post(`/kerja/arsip/penyusutan/baru?jenis=destroy&unit=${place.units.diskominfo}`, { dossiers: [dossier.id] })).statusCode).toBe(422)
  })

  it('leaves what the assessment keeps, and knows what is kept for good', async () => {
    // 2 and 5 years, then judged again.
    const [keep, forGood, goes] = [await aDossier(installation, place, { classification: '800.1', closed: '2015-01-01' }), await aDossier(installation, place, { classification: '800.1', closed: '2015-01-02' }), await aDossier(installation, place, { classification: '800.1', closed: '2015-01-03' })]
    const here = await proposed('destroy', [keep, forGood, goes])
    expect((await leader.post(here, { step: 'assess', remarks: '', retained: [keep.id], permanent: [keep.id] })).body).toContain('tidak dapat tetap disimpan dan dinilai permanen')
    await approved(here, { retained: [keep.id], permanent: [forGood.id] })
    expect((await carriedOut(archivist, here, minutes, pdf)).statusCode).toBe(303)
    expect([await stateOf(keep), await stateOf(forGood), await stateOf(goes)]).toEqual(['closed', 'closed', 'destroyed'])
    const handing = (await archivist.get(`/kerja/arsip/penyusutan/baru?jenis=hand-over&unit=${place.units.diskominfo}`)).body
    expect([keep, forGood].map(({ id }) => handing.includes(id))).toEqual([false, true])
    const there = await proposed('hand-over', [forGood])
    await approved(there)
    await carriedOut(archivist, there, minutes, pdf)
    expect(await stateOf(forGood)).toBe('handed-over')
  })
})

describe('destruction', () => {
  it('erases files and words, keeps the description, and leaves what another unit still keeps', async () => {
    const { services } = installation
    const put = (name: string) => services.files.put(db(), place.id, { name, mediaType: 'application/pdf', body: Buffer.from(`${pdf} ${name}`), unitId: place.units.diskominfo!, public: false })
    const [scan, shared] = [await put('pindaian.pdf'), await put('bersama.pdf')]
    const attachment = (file: typeof scan) => [{ fileId: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes }]
    const own = await aLetter(installation, place, { subject: 'Perkara lama', summary: 'ringkasannya sangat khas', attachments: attachment(scan) })
    const common = await aLetter(installation, place, { subject: 'Surat bersama', fileId: shared.id })
    const dossier = await aDossier(installation, place, { title: 'Akan musnah', classification: '000.1.1', openedOn: '2018-01-01' })
    const paper = await aPaper(installation, place, dossier, { title: 'Kwitansi 2018', body: 'isi kwitansi' })
    for (const letter of [own, common]) await filed(installation, place, dossier, letter)
    const elsewhere = await aDossier(installation, place, { unit: 'dpu', title: 'Masih disimpan' })
    await filed(installation, place, elsewhere, common)
    await closed(installation, place, dossier, '2019-12-31')
    const here = await proposed('destroy', [dossier])
    await approved(here)
    expect((await carriedOut(archivist, here, minutes, pdf)).statusCode).toBe(303)
    expect((await archivist.get(here)).body).toContain('masih 3 item')
    await erased(here)
    await work(correspondence, 'correspondence.read-files', { letterId: own.id })
    expect((await archivist.get(here)).body).not.toContain('sedang dihapus')

    const after = (await services.ask(letters).byId(db(), own.id)) as Letter
    expect([after.subject, after.number, after.fileId, after.attachments, after.summary]).toEqual(['Perkara lama', own.number, null, [], ''])
    expect((await search(db(), null, { text: 'khas', limit: 5, keys: ['o:*'] })).hits).toEqual([])
    expect((await services.ask(letters).byId(db(), common.id))!.fileId).toBe(shared.id)
    expect((await services.files.read(place.id, shared.id)).toString()).toContain('bersama')
    for (const id of [scan.id, ...paper.fileIds]) {
      await expect(services.files.read(place.id, id)).rejects.toThrow()
      expect(await one(sql<{ n: number }>`select count(*)::int as n from platform.file where id = ${id}`)).toEqual({ n: 0 })
    }
    const described = (await archivist.get(`/kerja/arsip/${dossier.id}`)).body
    for (const what of ['Kwitansi 2018', 'Perkara lama', 'Dimusnahkan']) expect(described).toContain(what)
    expect(await one(sql`select count(*)::int as n from platform.outbox where name = 'correspondence.letter-erased'`)).toEqual({ n: 1 })

    // When the other unit destroys its own, nobody keeps it any more.
    await closed(installation, place, elsewhere, today())
    const client = new pg.Client({ connectionString: installation.url })
    await client.connect()
    await client.query(`alter table archives.dossier disable trigger guard_dossier; update archives.dossier set closed_on = '2010-01-01', opened_on = '2009-01-01', final = 'musnah' where id = '${elsewhere.id}'; alter table archives.dossier enable trigger guard_dossier`)
    await client.end()
    const other = await anAccount(installation, place, { unit: 'dpu', roles: ['archivist'] })
    const before = archivist
    archivist = await signIn(installation, place, other.username)
    const there = await proposed('destroy', [elsewhere], 'dpu')
    await secretary.post(there, { step: 'assess', remarks: '' })
    await secretary.post(there, { step: 'approve', remarks: '' })
    expect((await carriedOut(archivist, there, minutes, pdf)).statusCode).toBe(303)
    archivist = before
    await erased(there)
    await expect(services.files.read(place.id, shared.id)).rejects.toThrow()
  })
})

describe('the database', () => {
  /** Tries a statement as the serving role, in this government; answers what it was refused with. */
  async function refusal(text: string): Promise<string> {
    const client = new pg.Client({ connectionString: installation.serveUrl })
    await client.connect()
    try {
      await client.query(`select set_config('app.government', $1, false)`, [place.id])
      await client.query('begin')
      const answer = await client.query(text)
      await client.query('rollback')
      return `let through: ${answer.rowCount}`
    } catch (error) {
      return (error as Error).message
    } finally {
      await client.end()
    }
  }

  it('deletes no record and no file under retention, whoever asks', async () => {
    const { services } = installation
    const dossier = await aDossier(installation, place, { title: 'Dijaga' })
    const file = await services.files.put(db(), place.id, { name: 'surat.pdf', mediaType: 'application/pdf', body: Buffer.from(pdf), unitId: place.units.diskominfo!, public: false })
    const loose = await services.files.put(db(), place.id, { name: 'lepas.pdf', mediaType: 'application/pdf', body: Buffer.from(pdf), unitId: place.units.diskominfo!, public: false })
    const [inside, outside] = [await aLetter(installation, place, { fileId: file.id }), await aLetter(installation, place, { attachments: [{ fileId: loose.id, name: 'lepas.pdf', mediaType: 'application/pdf', bytes: 1 }] })]
    await filed(installation, place, dossier, inside)
    const paper = await aPaper(installation, place, dossier, { body: 'kertas' })
    expect(await refusal(`delete from correspondence.letter where id = '${inside.id}'`)).toContain('is a record and is kept')
    expect(await refusal(`delete from correspondence.letter where id = '${outside.id}'`)).toContain('is a record and is kept')
    expect(await refusal(`delete from platform.file where id = '${file.id}'`)).toMatch(/under retention|belongs to a letter/)
    expect(await refusal(`delete from platform.file where id = '${loose.id}'`)).toContain('belongs to a letter')
    expect(await refusal(`delete from platform.file where id = '${paper.fileIds[0]}'`)).toContain('under retention')
    // Letting go of the file first does not help where it is filed.
    expect(await refusal(`with gone as (update correspondence.letter set file_id = null where id = '${inside.id}' returning 1) delete from platform.file where id = '${file.id}'`)).toContain('under retention')
    const draft = await aLetter(installation, place, { origin: 'made', state: 'draft', number: null })
    expect(await refusal(`delete from correspondence.letter where id = '${draft.id}'`)).toBe('let through: 1')
    for (const table of ['archives.dossier', 'archives.item', 'archives.loan', 'archives.step', 'archives.decision', 'disposals.proposal', 'disposals.step']) expect(await refusal(`delete from ${table}`), table).toContain('permission denied')
  })

  it('calls nothing destroyed that is not: no proposal, no end of retention, no way around', async () => {
    const due = await aDossier(installation, place, { classification: '000.1.1', closed: '2015-01-01' })
    const young = await aDossier(installation, place, { classification: '000.1.1', closed: today() })
    const paper = await aPaper(installation, place, await aDossier(installation, place), { body: 'x' })
    expect(await refusal(`update archives.dossier set state = 'destroyed' where id = '${due.id}'`)).toContain('nothing was decided about')
    expect(await refusal(`update archives.item set destroyed_at = now() where id = '${paper.id}'`)).toContain('under retention')
    expect(await refusal(`update archives.item set file_ids = '{}' where id = '${paper.id}'`)).toContain('stays')
    expect(await refusal(`update archives.dossier set closed_on = '2000-01-01' where id = '${young.id}'`)).toContain('stays as it was judged')
    expect(await refusal(`update archives.dossier set active_years = 0, inactive_years = 0 where id = '${young.id}'`)).toContain('stays as it was judged')
    const made = (more: string, values: string) => `insert into disposals.proposal (unit_id, kind, year, sequence, as_of${more}) values ('${place.units.diskominfo}', 'destroy', 2026, 900, current_date${values})`
    const people = "gen_random_uuid(), gen_random_uuid(), gen_random_uuid()"
    expect(await refusal(`with made as (${made(', state, proposed_by, assessed_by, decided_by', `, 'approved', ${people}`)} returning id)
      insert into disposals.entry (proposal_id, dossier_id, position, facts, item_ids, verdict) select id, '${young.id}', 0, '{}', '{}', 'agreed' from made`)).toMatch(/what stands on it stays|violates/)
    expect(await refusal(made(', state, proposed_by, assessed_by, decided_by', ", 'approved', '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001'"))).toContain('violates check constraint')
    // Even what was decided about one that is too young is refused, and nobody decides about what they proposed.
    const decided = (by: string) => `do $$ declare p uuid := gen_random_uuid(); begin
      update archives.dossier set proposal_id = p where id = '${young.id}';
      insert into archives.decision (dossier_id, proposal_id, kind, as_of, proposed_by, assessed_by, decided_by, carried_out_by, minutes) values ('${young.id}', p, 'destroy', current_date, ${by}, 'BA/1');
      update archives.dossier set state = 'destroyed' where id = '${young.id}'; end $$`
    expect(await refusal(decided(`${people}, gen_random_uuid()`))).toContain('still under retention')
    expect(await refusal(decided("'00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000001', gen_random_uuid()"))).toContain('violates check constraint')
  })
})

describe('the states of a proposal', () => {
  it('are drawn in the README as they are', () => {
    const lines = Object.entries(machine.config.states as Record<string, { on?: Record<string, unknown> }>).flatMap(([from, { on = {} }]) => Object.entries(on).map(([event, to]) => `${from} --> ${String(to)} : ${event}`.replaceAll('carried-out', 'carried_out')))
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    for (const line of lines) expect(readme).toContain(line)
  })

  it('let nobody judge what they proposed', () => {
    const who = { account: { id: 'a' }, may: () => true, reach: () => ({ accountId: 'a', government: true, governmentsBelow: false, units: new Set<string>(), own: false }) } as unknown as Parameters<typeof may>[0]
    const units = { ancestors: () => [{ id: 'root' }, { id: 'u' }] } as unknown as Parameters<typeof may>[3]
    const own = { kind: 'destroy', unitId: 'u', proposedBy: 'a' } as const
    expect(may(who, 'assess', { ...own, state: 'proposed' }, units)).toBe(false)
    expect(may(who, 'approve', { ...own, state: 'assessed' }, units)).toBe(false)
    expect(may(who, 'approve', { ...own, state: 'assessed', proposedBy: 'b' }, units)).toBe(true)
    expect(may(who, 'carry-out', { ...own, state: 'assessed' }, units)).toBe(false)
    // Deciding within the unit is not enough for what leaves for good.
    const head = { ...who, account: { id: 'c' }, reach: () => ({ accountId: 'c', government: false, governmentsBelow: false, units: new Set(['u']), own: false }) } as unknown as typeof who
    expect([may(head, 'approve', { ...own, state: 'assessed' }, units), may(head, 'approve', { ...own, kind: 'move', state: 'assessed' }, units)]).toEqual([false, true])
  })
})
