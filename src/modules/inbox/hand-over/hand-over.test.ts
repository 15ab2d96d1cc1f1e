import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { tasks, type NewTask } from '../contract.ts'
import { aTask, placed } from '../testing.ts'

let installation: Installation
let place: TestGovernment
beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
})
afterAll(() => installation.close())

const page = '/kerja/kotak-masuk/serah'
const db = () => installation.services.database.of(place.id)
const put = (...given: NewTask[]) => placed(installation.services, place, given)
const shifted = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
interface Somebody { id: string; browser: Browser }
async function someone(name: string, account: Parameters<typeof anAccount>[2] = {}): Promise<Somebody> {
  const { id, username } = await anAccount(installation, place, { name, ...account })
  return { id, browser: await signIn(installation, place, username) }
}
const shown = async ({ browser }: Somebody) => [...(await browser.get('/kerja/kotak-masuk')).body.matchAll(/<li class="new"><div><a[^>]*><span[^>]*>[^<]*<\/span>([^<]*)</g)].map(match => match[1]).toSorted()
const told = async (id: string) => (await notificationsOf(db(), id)).map(({ text, values }) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])))
const form = (over: Record<string, string | string[]>) => ({ alasan: 'Pindah tugas ke Kecamatan Slawi', yakin: 'on', ...over })
const leaves = (id: string) => sql`update identity.account set state = 'inactive' where id = ${id}`.execute(db())

describe('whoever moves', () => {
  test('hands personal tasks to a colleague, who then has them unread, is told, and so is who gave them', async () => {
    const [giver, taker] = [await someone('Rina Hartati'), await someone('Yusuf Maulana')]
    const [first, second] = await put(aTask(place, { desk: { accountId: giver.id }, title: 'Disposisi satu' }), aTask(place, { desk: { accountId: giver.id }, title: 'Disposisi dua' }))
    const offered = (await giver.browser.get(`${page}?cari=Yusuf`)).body
    expect(offered).toContain(`value="orang:${taker.id}"`)
    for (const id of [first!, second!]) expect(offered).toMatch(new RegExp(`value="${id}" checked`))
    const answer = await giver.browser.post(page, form({ tugas: [first!], kepada: `orang:${taker.id}` }))
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/kerja/kotak-masuk'])
    expect([await shown(giver), await shown(taker)]).toEqual([['Disposisi dua'], ['Disposisi satu']])
    expect(await told(taker.id)).toEqual(['1 tugas Rina Hartati diserahkan kepada Anda: Pindah tugas ke Kecamatan Slawi'])
    expect((await told(giver.id))[0]).toBe('1 tugas Anda diserahkan kepada Yusuf Maulana.')
    for (const { browser } of [giver, taker]) expect((await browser.get(page)).body).toContain('1 tugas Rina Hartati diserahkan kepada Yusuf Maulana')
    const { rows: audit } = await sql<{ entry: string }>`select entry from platform.audit_entry where record_kind = 'inbox-handover'`.execute(db())
    expect(audit[0]!.entry).toContain(first)
    const { rows: told_ } = await sql<{ payload: Record<string, unknown> }>`select payload from platform.outbox where name = 'inbox.task-handed-over'`.execute(db())
    expect(told_.map(row => row.payload)).toMatchObject([{ unitId: place.units.diskominfo, accountId: taker.id, postId: null }])
  })

  test('may give them to a position that somebody holds; what waits at their own position is not among them', async () => {
    const [own, other, vacant] = [await aPost(installation, place, 'dpu', 'Kepala Dinas', { rank: 1 }), await aPost(installation, place, 'dpu', 'Sekretaris', { rank: 2 }), await aPost(installation, place, 'dpu', 'Kepala Subbagian', { rank: 3 })]
    const [giver, secretary] = [await someone('Haryo', { unit: 'dpu' }), await someone('Wulan', { unit: 'dpu' })]
    await appointed(installation, place, own, { accountId: giver.id, from: shifted(-9) })
    await appointed(installation, place, other, { accountId: secretary.id, name: 'Wulan', from: shifted(-9) })
    const [personal, official] = await put(aTask(place, { desk: { accountId: giver.id }, unit: 'dpu', title: 'Pribadi' }), aTask(place, { desk: { postId: own }, unit: 'dpu', title: 'Jabatan' }))
    const { body } = await giver.browser.get(page)
    expect([body.includes(personal!), body.includes(official!), body.includes(`jabatan:${other}`), body.includes(`jabatan:${vacant}`)]).toEqual([true, false, true, false])
    for (const [tugas, kepada] of [[personal!, `jabatan:${vacant}`], [official!, `jabatan:${other}`], [personal!, 'jabatan:x']] as const) expect((await giver.browser.post(page, form({ tugas: [tugas], kepada }))).statusCode).toBe(422)
    expect((await giver.browser.post(page, form({ tugas: [personal!], kepada: `jabatan:${other}` }))).statusCode).toBe(303)
    expect([await shown(giver), await shown(secretary)]).toEqual([['Jabatan'], ['Pribadi']])
  })

  test('is asked to choose, to give a reason and to confirm, and keeps what was typed; strangers of other units are no recipients', async () => {
    const [giver, stranger] = [await someone('Dewi', { unit: 'slawi' }), await someone('Orang Jauh', { unit: 'dpu' })]
    const [id] = await put(aTask(place, { desk: { accountId: giver.id }, unit: 'slawi' }))
    const bare = await giver.browser.post(page, { alasan: 'ya' })
    expect(bare.statusCode).toBe(422)
    for (const words of ['Pilih paling sedikit satu tugas', 'Pilih penerima', 'Tulis alasannya, paling sedikit 5 huruf', 'Centang bila Anda sudah memeriksanya']) expect(bare.body).toContain(words)
    expect((await giver.browser.get(`${page}?cari=Orang`)).body).not.toContain(stranger.id)
    const refused = await giver.browser.post(page, form({ tugas: [id!], kepada: `orang:${stranger.id}`, alasan: 'Alasan yang diketik' }))
    expect([refused.statusCode, refused.body.includes('Alasan yang diketik')]).toEqual([422, true])
  })

  test('moves all or none: one that ended meanwhile stops the rest', async () => {
    const [giver, taker] = [await someone('Agus'), await someone('Tri')]
    const ended = aTask(place, { desk: { accountId: giver.id }, title: 'Sudah selesai' })
    const ids = await put(ended, aTask(place, { desk: { accountId: giver.id }, title: 'Masih ada' }))
    await installation.services.database.transaction(place.id, tx => installation.services.ask(tasks).end(tx, { matter: ended.matter }, null, 'recalled'))
    const answer = await giver.browser.post(page, form({ tugas: ids, kepada: `orang:${taker.id}` }))
    expect([answer.statusCode, answer.body.includes('Sebagian tugas sudah selesai atau berpindah')]).toEqual([422, true])
    expect([await shown(giver), await shown(taker)]).toEqual([['Masih ada'], []])
  })

  test('cannot take what waits for somebody else', async () => {
    const [thief, owner] = [await someone('Tamak'), await someone('Pemilik')]
    const [id] = await put(aTask(place, { desk: { accountId: owner.id }, title: 'Bukan miliknya' }))
    await put(aTask(place, { desk: { accountId: thief.id } }))
    expect((await thief.browser.post(page, form({ tugas: [id!], kepada: `orang:${owner.id}` }))).statusCode).toBe(422)
    expect(await shown(owner)).toEqual(['Bukan miliknya'])
  })
})

describe('for somebody who has left', () => {
  test('the secretariat hands over what is not confidential; that stays, and nothing of it shows', async () => {
    const [gone, taker, secretary] = [await someone('Sudah Pensiun', { unit: 'diskominfo-ikp' }), await someone('Penerus', { unit: 'diskominfo-ikp' }), await someone('Sekretariat Kominfo', { roles: ['secretariat'] })]
    const [open, secret, elsewhere] = await put(
      aTask(place, { desk: { accountId: gone.id }, unit: 'diskominfo-ikp', title: 'Tertinggal' }),
      aTask(place, { desk: { accountId: gone.id }, unit: 'diskominfo-ikp', confidential: true, title: 'Naskah rahasia' }),
      aTask(place, { desk: { accountId: gone.id }, unit: 'dpu', title: 'Unit lain' }),
    )
    const address = `${page}/${gone.id}`
    expect((await secretary.browser.get(page)).body).not.toContain(gone.id)
    expect((await secretary.browser.get(address)).statusCode).toBe(403)
    await leaves(gone.id)
    expect((await secretary.browser.get(page)).body).toMatch(new RegExp(`href="${address}">Sudah Pensiun <small>1 tugas`))
    const { body } = await secretary.browser.get(`${address}?cari=Penerus`)
    expect([body.includes('Tertinggal'), body.includes('Naskah rahasia'), body.includes('Unit lain')]).toEqual([true, false, false])
    for (const id of [secret!, elsewhere!]) expect((await secretary.browser.post(address, form({ tugas: [id], kepada: `orang:${taker.id}` }))).statusCode).toBe(422)
    expect((await secretary.browser.post(address, form({ tugas: [open!], kepada: `orang:${taker.id}` }))).statusCode).toBe(303)
    expect(await shown(taker)).toEqual(['Tertinggal'])
    expect(await told(gone.id)).toContain('1 tugas Anda diserahkan kepada Penerus oleh Sekretariat Kominfo.')
    expect((await secretary.browser.get(address)).statusCode).toBe(404)
  })

  test('also when they now work in another unit; nobody else may, and a stranger learns nothing', async () => {
    const [moved, secretary, far] = [await someone('Sudah Pindah', { unit: 'slawi' }), await someone('Sekretariat DPU', { unit: 'dpu', roles: ['secretariat'] }), await someone('Sekretariat Slawi', { unit: 'slawi', roles: ['secretariat'] })]
    await put(aTask(place, { desk: { accountId: moved.id }, unit: 'dpu', title: 'Ditinggal di DPU' }))
    expect((await secretary.browser.get(`${page}/${moved.id}`)).body).toContain('Ditinggal di DPU')
    expect((await far.browser.get(`${page}/${moved.id}`)).statusCode).toBe(404)
    expect((await moved.browser.get(`${page}/${secretary.id}`)).statusCode).toBe(404)
    for (const id of ['bukan-id', place.units.dpu]) expect((await secretary.browser.get(`${page}/${id}`)).statusCode).toBe(404)
  })
})
