import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import { absences, leaveDecided, leaveEnded } from './contract.ts'
import { turnDue } from './keep-days.ts'
import { requestById } from './store.ts'
import { aRequest, monday } from './testing.ts'

let installation: Installation
let place: TestGovernment

/** Somebody with an account, a file and, when there is one, a position. */
interface Somebody {
  account: string
  employee: string
  post: string
  browser: Browser
  name: string
}
const cast: Record<string, Somebody> = {}

async function joins(name: string, unit: string, title: string | null, facts: Parameters<typeof aPost>[4] = {}, roles: string[] = []): Promise<Somebody> {
  const { id: account, username } = await anAccount(installation, place, { unit, name, roles: roles.map(code => ({ code, unit: 'pemerintah' })) })
  const employee = await anEmployee(installation.services, place, { unit, accountId: account, name, sex: 'f', enteredOn: '2015-03-01', titleAfter: null })
  const post = title ? await aPost(installation, place, unit, title, facts) : ''
  if (post) await appointed(installation, place, post, { from: '2026-01-02', name, accountId: account, employeeId: employee })
  return (cast[name] = { account, employee, post, name, browser: await signIn(installation, place, username) })
}

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await joins('Bupati', 'pemerintah', 'Bupati')
  await joins('Kadis', 'diskominfo', 'Kepala Dinas', { kind: 'jpt' })
  await joins('Kabid', 'diskominfo-ikp', 'Kepala Bidang', { kind: 'administrator' })
  await joins('Staf', 'diskominfo-ikp', 'Pranata Humas', { kind: 'fungsional', rank: 2 })
  await joins('Rekan', 'diskominfo-ikp', 'Penyusun Naskah', { kind: 'pelaksana', rank: 3 })
  await joins('Petugas', 'pemerintah', null, {}, ['personnel-officer'])
}, 60_000)
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const today = () => dayIn(new Date(), 'Asia/Jakarta')
const who = (name: string) => cast[name]!
let week = 2
/** A week nobody has used yet. */
const nextWeek = () => monday((week += 2))
const asking = (from: string, over: Record<string, string> = {}) => ({ from, until: addDays(from, 1), reason: 'Menengok orang tua', address: 'Jalan Merdeka 1', phone: '0812 5550 0001', next: 'send', ...over })
const idOf = (answer: { headers: Record<string, unknown>; statusCode: number; body: string }) => {
  expect(answer.statusCode, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0]).toBe(303)
  return String(answer.headers.location).split('/')[2]!.split('?')[0]!
}
const asks = async (name: string, from: string, over: Record<string, string> = {}, kind = 'tahunan') => idOf(await who(name).browser.post(`/cuti/ajukan/${kind}`, asking(from, over)))
const settles = async (name: string, id: string, over: Record<string, string>) => {
  const { browser } = who(name)
  const version = /name="version" value="(\d+)"/.exec((await browser.get(`/kerja/cuti/${id}`)).body)?.[1] ?? ''
  return browser.post(`/kerja/cuti/${id}`, { step: 'decide', version, remarks: '', ...over })
}
const agrees = async (name: string, id: string) => expect((await settles(name, id, { verdict: 'agree' })).statusCode).toBe(303)
const stateOf = async (id: string) => (await requestById(db(), id))!.state
const waits = async (id: string) => (await installation.services.ask(tasks).of(db(), { matter: { kind: 'leave', id } })).filter(task => !task.doneAt)
const leftOf = async (name: string) => Number(/<b>(\d+)<\/b> <span>hari kerja cuti tahunan/.exec((await who(name).browser.get('/cuti')).body)?.[1])

describe('somebody asks for annual leave', () => {
  it('and it goes by the desks of positions, first for advice and then for the decision', async () => {
    const from = nextWeek()
    const before = await leftOf('Staf')
    const id = await asks('Staf', from)
    expect(await waits(id)).toMatchObject([{ kind: 'approve', desk: { postId: who('Kabid').post }, confidential: true, title: 'Permohonan cuti', from: 'Staf', href: `/kerja/cuti/${id}` }])
    expect((await who('Kabid').browser.get('/kerja/cuti')).body).toContain(`/kerja/cuti/${id}"`)
    await agrees('Kabid', id)
    expect([await stateOf(id), (await waits(id)).map(task => task.desk)]).toEqual(['recommended', [{ postId: who('Kadis').post }]])
    await agrees('Kadis', id)
    expect([await stateOf(id), await waits(id)]).toEqual(['approved', []])
    expect((await who('Staf').browser.get(`/cuti/${id}`)).body).toContain('Keputusan pejabat yang berwenang')
    const { ruleId, quotaId, charges } = (await requestById(db(), id))!
    expect(Object.values(charges).reduce((sum, n) => sum + n, 0)).toBe(2)
    expect(before - (await leftOf('Staf'))).toBe(charges[today().slice(0, 4)] ?? 0)
    const { rows } = await sql<{ list: string }>`select list from platform.reference where id in (${ruleId}, ${quotaId}) order by list`.execute(db())
    expect(rows.map(row => row.list)).toEqual(['leave-kind', 'leave-quota'])
    expect(await installation.services.ask(absences).between(db(), [who('Staf').employee], from, from)).toMatchObject([{ requestId: id, kind: 'tahunan' }])
    const told = await sql<{ name: string }>`select name from platform.outbox where payload ->> 'requestId' = ${id}`.execute(db())
    expect(told.rows.map(row => row.name)).toEqual([leaveDecided.name])
  })

  it('and sees it counted before it is sent, without any script', async () => {
    const from = nextWeek()
    const kept = await who('Staf').browser.post('/cuti/ajukan/tahunan', asking(from, { next: 'keep', reason: '' }))
    expect(kept.headers.location).toMatch(/^\/cuti\/[0-9a-f-]+\/ubah$/)
    const draft = (await who('Staf').browser.get(String(kept.headers.location))).body
    expect(draft).toMatch(/Lamanya 2 hari kerja\./)
    expect(draft).toMatch(/Cuti tahunan \d{4}: sisa \d+ hari kerja, dipakai \d+, tinggal \d+\./)
    const counted = await who('Staf').browser.get(`/api/cuti/hitung?jenis=tahunan&dari=${from}&sampai=${addDays(from, 60)}`)
    expect(counted.json()).toMatchObject({ wrong: [expect.stringContaining('Sisa cuti tahunan')] })
    const id = idOf(kept)
    expect((await who('Staf').browser.post(`/cuti/${id}/ubah`, asking(from, { version: '9' }))).statusCode).toBe(409)
    expect((await who('Staf').browser.post(`/cuti/${id}/ubah`, asking(from, { version: '1' }))).headers.location).toBe(`/cuti/${id}`)
    expect(await stateOf(id)).toBe('submitted')
    await who('Staf').browser.post(`/cuti/${id}`, { step: 'withdraw', remarks: '' })
    expect([await stateOf(id), await waits(id)]).toEqual(['draft', []])
    await who('Staf').browser.post(`/cuti/${id}`, { step: 'discard', remarks: '' })
    expect(await requestById(db(), id)).toBeNull()
  })

  it('and is told everything that is wrong at once, with what was typed', async () => {
    const answer = await who('Staf').browser.post('/cuti/ajukan/tahunan', { from: addDays(today(), -3), until: addDays(today(), 90), reason: '', address: '', phone: '', next: 'send' })
    expect(answer.statusCode).toBe(422)
    for (const field of ['from', 'until', 'reason', 'address', 'phone']) expect(answer.body, field).toContain(`id="f-${field}-error"`)
    expect(answer.body).toContain(`value="${addDays(today(), 90)}"`)
    for (const kind of ['cltn', 'tidak-ada', 'melahirkan']) expect((await who('Staf').browser.get(`/cuti/ajukan/${kind}`)).statusCode, kind).toBe(kind === 'tidak-ada' ? 404 : 200)
  })

  it('never twice for one day, whoever is faster', async () => {
    const from = nextWeek()
    const [one, other] = await Promise.all([who('Rekan').browser.post('/cuti/ajukan/tahunan', asking(from)), who('Rekan').browser.post('/cuti/ajukan/tahunan', asking(from))])
    expect([one.statusCode, other.statusCode].sort()).toEqual([303, 422])
    expect(one.body + other.body).toContain('Anda sudah mengajukan cuti')
    await expect(aRequest(installation.services, place, { employeeId: who('Rekan').employee, unit: 'diskominfo-ikp', from, state: 'submitted' })).rejects.toThrow('request_once_a_day')
  })
})

describe('whoever decides', () => {
  it('reads of days kept for the next year only where the kind keeps them', async () => {
    const [other, annual] = [idOf(await who('Staf').browser.post('/cuti/ajukan/alasan-penting', asking(nextWeek(), { ground: 'perkawinan' }))), await asks('Staf', nextWeek())]
    const page = async (id: string) => (await who('Kabid').browser.get(`/kerja/cuti/${id}`)).body
    expect(await page(annual)).toContain('hari yang ditangguhkan dapat dipakai tahun depan')
    expect(await page(other)).toContain('Ada kepentingan dinas yang mendesak.')
    expect(await page(other)).not.toContain('hari yang ditangguhkan')
  })

  it('grants other days, refuses with a reason, or defers into the next year', async () => {
    const [changed, refused, deferred] = [await asks('Rekan', nextWeek()), await asks('Rekan', nextWeek()), await asks('Rekan', nextWeek())]
    const { from } = (await requestById(db(), changed))!
    expect((await settles('Kabid', changed, { verdict: 'change', from, until: addDays(from, 1), remarks: 'x' })).statusCode).toBe(422)
    await settles('Kabid', changed, { verdict: 'change', from, until: from, remarks: 'Cukup sehari.' })
    expect((await requestById(db(), changed))!.until).toBe(addDays(from, 1))
    expect((await who('Kadis').browser.get(`/kerja/cuti/${changed}`)).body).toContain('Cukup sehari.')
    await settles('Kadis', changed, { verdict: 'change', from, until: from, remarks: 'Sesuai pertimbangan atasan.' })
    expect(await requestById(db(), changed)).toMatchObject({ state: 'approved', until: from })
    expect((await settles('Kabid', refused, { verdict: 'refuse' })).body).toContain('Tulis alasannya')
    await settles('Kabid', refused, { verdict: 'refuse', remarks: 'Persiapan hari jadi.' })
    expect(await stateOf(refused)).toBe('recommended')
    await settles('Kadis', refused, { verdict: 'refuse', remarks: 'Persiapan hari jadi.' })
    await agrees('Kabid', deferred)
    await settles('Kadis', deferred, { verdict: 'defer', remarks: 'Audit BPK.' })
    expect([await stateOf(refused), await stateOf(deferred)]).toEqual(['refused', 'deferred'])
    const written = await sql<{ days: number }>`select sum(days)::int as days from leave_accounts.adjustment where request_id = ${deferred} and kind = 'deferred'`.execute(db())
    expect(written.rows[0]!.days).toBe(2)
    const texts = (await notificationsOf(db(), who('Rekan').account)).map(note => note.text)
    for (const word of ['disetujui dengan perubahan', 'tidak disetujui', 'ditangguhkan']) expect(texts.some(text => text.includes(word)), word).toBe(true)
  })

  it('is in charge of the position that day: neither somebody else, nor the holder whose Plh. acts', async () => {
    const id = await asks('Staf', nextWeek())
    for (const name of ['Rekan', 'Kadis', 'Bupati']) expect((await who(name).browser.get(`/kerja/cuti/${id}`)).statusCode, name).toBe(name === 'Kadis' ? 200 : 404)
    expect((await who('Kadis').browser.get(`/kerja/cuti/${id}`)).body).not.toContain('value="decide"')
    const plh = await appointed(installation, place, who('Kabid').post, { kind: 'plh', from: today(), to: today(), name: 'Rekan', accountId: who('Rekan').account, employeeId: who('Rekan').employee })
    expect((await who('Kabid').browser.get(`/kerja/cuti/${id}`)).body).not.toContain('value="decide"')
    await agrees('Rekan', id)
    const steps = await sql<{ capacity: string }>`select capacity from leave.step where request_id = ${id} and event = 'advise'`.execute(db())
    expect(steps.rows).toEqual([{ capacity: 'Plh. Kepala Bidang' }])
    await sql`delete from organisation.holding where id = ${plh}`.execute(db())
  })

  it('never decides about their own leave, whatever they hold', async () => {
    const plh = await appointed(installation, place, who('Kabid').post, { kind: 'plh', from: today(), to: today(), name: 'Rekan', accountId: who('Rekan').account, employeeId: who('Rekan').employee })
    const id = await asks('Rekan', nextWeek())
    expect((await requestById(db(), id))!.superiorPost).toBe(who('Kadis').post)
    expect((await who('Rekan').browser.get(`/kerja/cuti/${id}`)).statusCode).toBe(404)
    await sql`delete from organisation.holding where id = ${plh}`.execute(db())
  })

  it('is passed over as well where a decree names them by NIP alone', async () => {
    const nip = '196902021995032000'
    const { id: account, username } = await anAccount(installation, place, { unit: 'dpu', name: 'Kadis DPU' })
    await anEmployee(installation.services, place, { unit: 'dpu', accountId: account, name: 'Kadis DPU', nip, birthDate: '1969-02-02', sex: 'f', enteredOn: '1995-03-01' })
    await appointed(installation, place, await aPost(installation, place, 'dpu', 'Kepala Dinas PU', { kind: 'jpt' }), { from: '2026-01-02', name: 'Kadis DPU', nip })
    const id = idOf(await (await signIn(installation, place, username)).post('/cuti/ajukan/tahunan', asking(nextWeek())))
    expect(await waits(id)).toMatchObject([{ desk: { postId: who('Bupati').post } }])
  })

  it('is asked once where two press at the same time', async () => {
    const id = await asks('Kabid', nextWeek(), { [`plh_${who('Kabid').post}`]: who('Staf').employee })
    const [one, other] = await Promise.all([settles('Kadis', id, { verdict: 'agree' }), settles('Kadis', id, { verdict: 'refuse', remarks: 'Tidak.' })])
    expect([one.statusCode, other.statusCode].sort()).toEqual([303, 409])
  })

  it('of the head of an agency is further up, and of whom nobody stands above a personnel officer', async () => {
    const head = await asks('Kadis', nextWeek(), { [`plh_${who('Kadis').post}`]: who('Kabid').employee })
    expect(await waits(head)).toMatchObject([{ desk: { postId: who('Bupati').post } }])
    const top = await asks('Bupati', nextWeek(), { [`plh_${who('Bupati').post}`]: who('Petugas').employee })
    expect(await waits(top)).toMatchObject([{ desk: { accountId: who('Petugas').account } }])
    expect((await who('Bupati').browser.get(`/cuti/${top}`)).body).toContain('Menunggu pengelola kepegawaian')
    await agrees('Petugas', top)
    expect(await stateOf(top)).toBe('approved')
  })
})

describe('whoever holds a leading position', () => {
  it('names a Plh., who holds it from the first day until they are called back', async () => {
    const from = today()
    const field = `plh_${who('Kabid').post}`
    const until = addDays(from, 20)
    const refused = await who('Kabid').browser.post('/cuti/ajukan/tahunan', asking(from, { until: addDays(from, 4) }))
    expect(refused.body).toContain('Pilih siapa yang menjadi Plh.')
    const id = await asks('Kabid', from, { until: addDays(from, 8), [field]: who('Staf').employee })
    expect((await installation.services.ask(posts).inCharge(db(), [who('Kabid').post], from)).get(who('Kabid').post)?.name).toBe('Kabid')
    await agrees('Kadis', id)
    expect(await stateOf(id)).toBe('running')
    const inCharge = async (day: string) => (await installation.services.ask(posts).inCharge(db(), [who('Kabid').post], day)).get(who('Kabid').post)
    expect(await inCharge(from)).toMatchObject({ kind: 'plh', name: expect.stringContaining('Staf'), decree: { number: null }, to: addDays(from, 8) })
    expect((await inCharge(addDays(from, 9)))?.kind).toBe('definitif')
    // Somebody else's leave now waits at the Plh.'s desk.
    const other = await asks('Rekan', nextWeek())
    await agrees('Staf', other)
    const charged = (await requestById(db(), id))!.charges
    expect((await who('Kadis').browser.post(`/kerja/cuti/${id}`, { step: 'recall', last: until, remarks: 'Banjir.' })).statusCode).toBe(422)
    expect((await who('Kadis').browser.post(`/kerja/cuti/${id}`, { step: 'recall', last: from, remarks: 'Banjir.' })).statusCode).toBe(303)
    expect(await requestById(db(), id)).toMatchObject({ state: 'running', until: from })
    const total = (charges: Record<string, number>) => Object.values(charges).reduce((sum, n) => sum + n, 0)
    expect(total((await requestById(db(), id))!.charges)).toBeLessThan(total(charged))
    expect((await inCharge(addDays(from, 1)))?.kind).toBe('definitif')
    expect(await turnDue(installation.services, place.id, new Date(Date.now() + 2 * 86_400_000))).toBeGreaterThan(0)
    expect(await stateOf(id)).toBe('ended')
    const told = await sql<{ name: string }>`select name from platform.outbox where payload ->> 'requestId' = ${id} order by id`.execute(db())
    expect(told.rows.map(row => row.name)).toEqual([leaveDecided.name, leaveEnded.name])
  })

  it('is refused days on which another decree names a Plh. already', async () => {
    const from = nextWeek()
    await appointed(installation, place, who('Kabid').post, { kind: 'plh', from: addDays(from, 1), to: addDays(from, 1), name: 'Orang Lain', decree: { number: '800/12/2026', on: null, fileId: null } })
    const answer = await who('Kabid').browser.post('/cuti/ajukan/tahunan', asking(from, { [`plh_${who('Kabid').post}`]: who('Staf').employee }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('sudah dipegang Orang Lain sebagai Plh. menurut SK 800/12/2026')
  })

  it('gives up leave that has not begun, and no Plh. comes of it', async () => {
    const from = nextWeek()
    const id = await asks('Kadis', from, { [`plh_${who('Kadis').post}`]: who('Kabid').employee })
    const inCharge = async (day: string) => (await installation.services.ask(posts).inCharge(db(), [who('Kadis').post], day)).get(who('Kadis').post)
    await agrees('Bupati', id)
    // Known as soon as it is decided, for exactly its days.
    expect(await Promise.all([-1, 0, 1, 2].map(async n => (await inCharge(addDays(from, n)))?.kind))).toEqual(['definitif', 'plh', 'plh', 'definitif'])
    expect(await inCharge(from)).toMatchObject({ name: expect.stringContaining('Kabid'), from, to: addDays(from, 1), reason: 'Pejabat menjalani cuti' })
    const answer = await who('Kadis').browser.post(`/cuti/${id}`, { step: 'cancel', remarks: 'Ada kunjungan.' })
    expect([answer.statusCode, await stateOf(id)]).toEqual([303, 'cancelled'])
    expect((await inCharge(from))?.kind).toBe('definitif')
    expect((await installation.services.ask(posts).heldBy(db(), { employeeId: who('Kabid').employee }, from, { later: true })).filter(one => one.kind === 'plh')).toEqual([])
    const { rows } = await sql<{ after: string | null }>`select entry::jsonb -> 'after' ->> 'kind' as after from platform.audit_entry where entry::jsonb ->> 'kind' = 'position' and entry::jsonb ->> 'id' = ${who('Kadis').post} order by sequence`.execute(db())
    expect(rows.map(row => row.after)).toEqual(['plh', null])
    await turnDue(installation.services, place.id, new Date(`${from}T05:00:00Z`))
    expect(await stateOf(id)).toBe('cancelled')
  })
})
