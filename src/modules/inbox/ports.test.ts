import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { governmentDirectory, posts } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { visitor, type Who } from '#platform/access/who.ts'
import { seats, tasks, type NewTask, type TaskMatch } from './contract.ts'
import { aTask, placed } from './testing.ts'

let installation: Installation
let place: TestGovernment
let other: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  other = await aGovernment(installation, 'brebeskab', 'Kabupaten Brebes')
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const port = () => installation.services.ask(tasks)
const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const put = (...given: NewTask[]) => placed(installation.services, place, given)
const shifted = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
const told = async (accountId: string) => (await notificationsOf(db(), accountId)).map(({ text, values }) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])))
const as = (id: string): Who => ({ ...visitor, account: { id, name: '', username: '', email: '', unitId: place.units.diskominfo!, title: null, language: 'id', sessionId: '', strong: false } })
const seated = async (accountId: string, now = new Date()) => installation.services.ask(seats).of({ db: db(), who: as(accountId), government: (await installation.services.ask(governmentDirectory).byId(place.id))!, now })

describe('a task', () => {
  test('comes back as it was put, in the order it was put', async () => {
    const post = await aPost(installation, place, 'diskominfo', 'Sekretaris Dinas')
    const { id } = await anAccount(installation, place)
    const matter = { kind: 'letter' as const, id: crypto.randomUUID() }
    const given = [
      aTask(place, { desk: { postId: post }, matter, kind: 'sign', dueOn: '2026-11-30', urgency: 'kilat', refId: crypto.randomUUID() }),
      aTask(place, { desk: { accountId: id }, matter, kind: 'revise', number: null, unit: 'dpu' }),
      aTask(place, { desk: { officeId: place.units.diskominfo! }, matter, kind: 'send', confidential: true, title: 'Surat rahasia' }),
    ]
    const ids = await put(...given)
    const found = await port().of(db(), { matter })
    expect(found.map(one => one.id)).toEqual(ids)
    for (const [i, { desk, kind, title, from, number, dueOn, urgency, refId, unitId, confidential }] of given.entries())
      expect(found[i]).toMatchObject({ desk, kind, title, from, number: number ?? null, dueOn: dueOn ?? null, urgency: urgency ?? 'biasa', refId: refId ?? null, unitId, confidential: confidential ?? false, readAt: null, doneAt: null, outcome: null })
  })

  test('is told to everyone who holds the position today, to nobody who no longer or not yet does', async () => {
    const post = await aPost(installation, place, 'dpu', 'Kepala Dinas')
    const [holder, deputy, former, next] = await Promise.all(['Pemegang', 'Pelaksana Harian', 'Dahulu', 'Nanti'].map(name => anAccount(installation, place, { name })))
    await appointed(installation, place, post, { accountId: former!.id, from: shifted(-90), to: shifted(-31) })
    await appointed(installation, place, post, { accountId: holder!.id, from: shifted(-30), to: shifted(5) })
    await appointed(installation, place, post, { accountId: deputy!.id, kind: 'plh', from: shifted(0), to: shifted(1) })
    await appointed(installation, place, post, { accountId: next!.id, from: shifted(6) })
    await put(aTask(place, { desk: { postId: post }, kind: 'sign', title: 'Nota dinas anggaran' }))
    for (const { id } of [holder!, deputy!]) expect(await told(id)).toEqual(['Menunggu tanda tangan Anda: Nota dinas anggaran'])
    for (const { id } of [former!, next!]) expect(await told(id)).toEqual([])
  })

  test('for an office is told to its secretariat, also that of the unit above, and not to others', async () => {
    const [here, above, elsewhere] = await Promise.all(['diskominfo-ikp', 'diskominfo', 'dpu'].map(unit => anAccount(installation, place, { unit, roles: ['secretariat'] })))
    const { id: colleague } = await anAccount(installation, place, { unit: 'diskominfo-ikp' })
    await put(aTask(place, { desk: { officeId: place.units['diskominfo-ikp']! }, kind: 'send', title: 'Surat tugas' }))
    for (const { id } of [here!, above!]) expect(await told(id)).toEqual(['Siap dikirim: Surat tugas'])
    for (const id of [elsewhere!.id, colleague]) expect(await told(id)).toEqual([])
  })

  test('that is confidential is told without its sender, one that is quiet not at all, and one with words of its own in those', async () => {
    const { id } = await anAccount(installation, place)
    const desk = { accountId: id }
    await put(aTask(place, { desk, confidential: true, title: 'Surat rahasia', from: 'Inspektorat' }), aTask(place, { desk, quiet: true }), aTask(place, { desk, note: { text: 'Dikembalikan oleh {who}', values: { who: 'Sekda' } } }))
    expect((await told(id)).toSorted()).toEqual(['Dikembalikan oleh Sekda', 'Menunggu Anda: Surat rahasia'])
  })

  test('is read at the desks named, once; a copy is done with that', async () => {
    const [{ id: me }, { id: someone }] = await Promise.all([anAccount(installation, place), anAccount(installation, place)])
    const matter = { kind: 'letter' as const, id: crypto.randomUUID() }
    const [letter, copy, theirs] = await put(aTask(place, { desk: { accountId: me }, matter }), aTask(place, { desk: { accountId: me }, matter, kind: 'copy' }), aTask(place, { desk: { accountId: someone }, matter }))
    const read = await within(tx => port().read(tx, matter, [{ accountId: me }], me))
    expect(read.map(one => [one.id, one.readBy, one.outcome, one.doneAt !== null])).toEqual([[letter, me, null, false], [copy, me, 'read', true]])
    expect(await within(tx => port().read(tx, matter, [{ accountId: me }], me))).toEqual([])
    expect((await port().of(db(), { matter })).find(one => one.id === theirs)!.readAt).toBeNull()
  })

  test('ends by matter, kind, part or desk, and only once', async () => {
    const [{ id: me }, { id: someone }] = await Promise.all([anAccount(installation, place), anAccount(installation, place)])
    const matter = { kind: 'letter' as const, id: crypto.randomUUID() }
    const refId = crypto.randomUUID()
    await put(aTask(place, { desk: { accountId: me }, matter, kind: 'paraf' }), aTask(place, { desk: { accountId: me }, matter, kind: 'disposition', refId }), aTask(place, { desk: { accountId: someone }, matter, kind: 'disposition' }), aTask(place, { desk: { accountId: someone }, matter }))
    const end = (match: Omit<TaskMatch, 'matter'>, outcome: string) => within(tx => port().end(tx, { matter, ...match }, me, outcome))
    expect(await end({ kinds: ['paraf', 'sign'] }, 'initialled')).toBe(1)
    expect(await end({ refId }, 'done')).toBe(1)
    expect(await end({ desk: { accountId: someone }, kinds: ['disposition'] }, 'recalled')).toBe(1)
    expect(await end({}, 'closed')).toBe(1)
    expect(await end({}, 'again')).toBe(0)
    expect((await port().of(db(), { matter })).map(one => [one.outcome, one.doneBy])).toEqual([['initialled', me], ['done', me], ['recalled', me], ['closed', me]])
  })

  test('is unknown to another government', async () => {
    const { id } = await anAccount(installation, place)
    const given = aTask(place, { desk: { accountId: id } })
    await put(given)
    const theirs = installation.services.database
    expect(await port().of(theirs.of(other.id), { matter: given.matter })).toEqual([])
    expect(await theirs.transaction(other.id, tx => port().end(tx, { matter: given.matter }, null, 'closed'))).toBe(0)
  })
})

describe('a person’s seats', () => {
  test('say what is held today and who is in charge, in two queries', async () => {
    const [own, lent] = [await aPost(installation, place, 'slawi', 'Camat'), await aPost(installation, place, 'kalisapu', 'Kepala Desa')]
    const [{ id: me }, { id: deputy }] = await Promise.all([anAccount(installation, place), anAccount(installation, place)])
    await appointed(installation, place, own, { accountId: me, from: shifted(-10) })
    await appointed(installation, place, lent, { accountId: me, kind: 'plt', from: shifted(-10), to: shifted(10) })
    await appointed(installation, place, own, { accountId: deputy, kind: 'plh', from: shifted(0), to: shifted(1) })
    let queries = 0
    installation.services.database.observe(() => void queries++)
    expect(await seated(me)).toEqual([
      { postId: own, title: 'Camat', unitId: place.units.slawi, kind: 'definitif', inCharge: false },
      { postId: lent, title: 'Kepala Desa', unitId: place.units.kalisapu, kind: 'plt', inCharge: true },
    ])
    installation.services.database.observe(null)
    expect(queries).toBe(2)
    expect(await seated(deputy)).toMatchObject([{ postId: own, kind: 'plh', inCharge: true }])
  })

  test('change with the day and with a decree, at once', async () => {
    const post = await aPost(installation, place, 'dpu-bina-marga', 'Kepala Bidang')
    const { id } = await anAccount(installation, place)
    const holding = await appointed(installation, place, post, { accountId: id, from: shifted(0) })
    expect(await seated(id)).toHaveLength(1)
    expect(await seated(id, new Date(Date.now() - 86_400_000))).toEqual([])
    await within(tx => installation.services.ask(posts).end(tx, holding, shifted(0)))
    expect(await seated(id)).toHaveLength(1)
    expect(await seated(id, new Date(Date.now() + 86_400_000))).toEqual([])
  })
})
