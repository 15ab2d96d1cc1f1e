import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changed } from '#platform/db/changes.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { posts } from '#modules/organisation/contract.ts'
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

const inbox = '/kerja/kotak-masuk'
const put = (...given: NewTask[]) => placed(installation.services, place, given)
const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const shifted = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
async function someone(account: Parameters<typeof anAccount>[2] = {}): Promise<{ id: string; browser: Browser }> {
  const { id, username } = await anAccount(installation, place, account)
  return { id, browser: await signIn(installation, place, username) }
}
/** Titles of the rows, in order. */
const titles = (body: string) => [...body.matchAll(/<li class="[^"]*"><div><a[^>]*>(?:<span class="hidden-text">[^<]*<\/span>)?([^<]*)<|<li><(?:input[^>]*><)?div><a[^>]*>([^<]*)</g)].map(([, fresh, read]) => fresh ?? read)
const rows = async (browser: Browser, query = '') => {
  const answer = await browser.get(inbox + query)
  expect(answer.statusCode).toBe(200)
  const [, list = ''] = /<ol class="queue"[^>]*>(.*?)<\/ol>/s.exec(answer.body) ?? []
  return titles(list)
}
const counterOf = (body: string, label: string) => Number(new RegExp(`<b>(\\d+)</b> ${label}`).exec(body)?.[1])
const menuCount = (body: string) => Number(/href="\/kerja\/kotak-masuk"[^>]*>Kotak masuk<data value="(\d+)"/.exec(body)?.[1] ?? 0)

describe('my desk', () => {
  test('holds what is at me and at my positions, and says so in the menu and on the front of the desk', async () => {
    const post = await aPost(installation, place, 'dpu', 'Kepala Dinas')
    const { id, browser } = await someone()
    await appointed(installation, place, post, { accountId: id, from: shifted(-10) })
    const other = await someone()
    await put(aTask(place, { desk: { accountId: id }, title: 'Atas nama sendiri' }), aTask(place, { desk: { postId: post }, title: 'Atas nama jabatan', kind: 'sign' }), aTask(place, { desk: { accountId: other.id }, title: 'Milik orang lain' }))
    expect(await rows(browser)).toEqual(['Atas nama jabatan', 'Atas nama sendiri'])
    const { body } = await browser.get(inbox)
    expect(menuCount(body)).toBe(2)
    expect([counterOf(body, 'untuk ditandatangani'), counterOf(body, 'surat belum dibaca'), counterOf(body, 'untuk diparaf')]).toEqual([1, 1, 0])
    expect((await browser.get('/kerja')).body).toMatch(/<b>2<\/b> <span>Kotak masuk/)
  })

  test('passes to the next holder of a position: who held it before sees nothing of it any more', async () => {
    const post = await aPost(installation, place, 'slawi', 'Camat')
    const [before, after] = [await someone(), await someone()]
    const holding = await appointed(installation, place, post, { accountId: before.id, from: shifted(-30) })
    await put(aTask(place, { desk: { postId: post }, title: 'Tetap pada jabatan' }))
    expect([await rows(before.browser), await rows(after.browser)]).toEqual([['Tetap pada jabatan'], []])
    await within(tx => installation.services.ask(posts).end(tx, holding, shifted(-1)))
    await appointed(installation, place, post, { accountId: after.id, from: shifted(0) })
    expect([await rows(before.browser), await rows(after.browser)]).toEqual([[], ['Tetap pada jabatan']])
    expect((await before.browser.get(`${inbox}?meja=${post}`)).statusCode).toBe(404)
  })

  test('can be looked at position by position by whoever stands in for somebody', async () => {
    const [own, lent] = [await aPost(installation, place, 'diskominfo', 'Sekretaris'), await aPost(installation, place, 'diskominfo', 'Kepala Dinas Kominfo')]
    const { id, browser } = await someone()
    await appointed(installation, place, own, { accountId: id, from: shifted(-30) })
    await appointed(installation, place, lent, { accountId: id, kind: 'plh', from: shifted(-1), to: shifted(1) })
    await put(aTask(place, { desk: { postId: own }, title: 'Untuk sekretaris' }), aTask(place, { desk: { postId: lent }, title: 'Untuk kepala' }))
    expect(await rows(browser)).toEqual(['Untuk kepala', 'Untuk sekretaris'])
    expect(await rows(browser, `?meja=${lent}`)).toEqual(['Untuk kepala'])
    const { body } = await browser.get(inbox)
    expect(body).toContain('Plh. Kepala Dinas Kominfo')
    expect((await (await someone()).browser.get(`${inbox}?meja=${lent}`)).statusCode).toBe(404)
  })

  test('shows only what a counter counts, and what was read as read', async () => {
    const { id, browser } = await someone()
    const read = aTask(place, { desk: { accountId: id }, title: 'Sudah dibaca' })
    await put(read, aTask(place, { desk: { accountId: id }, title: 'Masih baru' }), aTask(place, { desk: { accountId: id }, kind: 'paraf', title: 'Diparaf' }))
    await within(tx => installation.services.ask(tasks).read(tx, read.matter, [{ accountId: id }], id))
    const { body } = await browser.get(inbox)
    expect([counterOf(body, 'surat belum dibaca'), counterOf(body, 'surat belum ditindaklanjuti'), counterOf(body, 'untuk diparaf')]).toEqual([1, 2, 1])
    expect(await rows(browser, '?tugas=surat-baru')).toEqual(['Masih baru'])
    expect(await rows(browser, '?tugas=surat')).toEqual(['Masih baru', 'Sudah dibaca'])
    expect(await rows(browser, '?tugas=paraf')).toEqual(['Diparaf'])
    expect(body.match(/Belum dibaca:/g)).toHaveLength(2)
  })

  test('keeps what is done under its own tab, with what became of it and by whom', async () => {
    const { id, browser } = await someone({ name: 'Sri Lestari' })
    const done = aTask(place, { desk: { accountId: id }, kind: 'sign', title: 'Nota dinas selesai' })
    await put(done, aTask(place, { desk: { accountId: id }, title: 'Masih terbuka' }))
    await within(tx => installation.services.ask(tasks).end(tx, { matter: done.matter }, id, 'signed'))
    expect(await rows(browser)).toEqual(['Masih terbuka'])
    expect(await rows(browser, '?tab=selesai')).toEqual(['Nota dinas selesai'])
    expect((await browser.get(`${inbox}?tab=selesai`)).body).toContain('Ditandatangani oleh Sri Lestari')
    expect(await rows(browser, '?tab=selesai&tugas=surat')).toEqual([])
  })

  test('finds by words of title, sender and number, filters by urgency and deadline, and sorts', async () => {
    const { id, browser } = await someone()
    const desk = { accountId: id }
    await put(
      aTask(place, { desk, title: 'Undangan 100%_rapat', from: 'Bappeda', number: '005/77/BAPPEDA', dueOn: shifted(3), urgency: 'segera' }),
      aTask(place, { desk, title: 'Permohonan data', from: 'Inspektorat', dueOn: shifted(-4) }),
      aTask(place, { desk, title: 'Laporan bulanan', from: 'Kecamatan Slawi', number: null }),
    )
    for (const [q, found] of [['UNDANGAN', 'Undangan 100%_rapat'], ['inspekt', 'Permohonan data'], ['77/bap', 'Undangan 100%_rapat'], ['100%_', 'Undangan 100%_rapat'], ['slawi', 'Laporan bulanan']] as const)
      expect(await rows(browser, `?q=${encodeURIComponent(q)}`), q).toEqual([found])
    expect(await rows(browser, '?q=100x')).toEqual([])
    expect(await rows(browser, '?sifat=segera')).toEqual(['Undangan 100%_rapat'])
    expect(await rows(browser, '?tenggat=lewat')).toEqual(['Permohonan data'])
    expect(await rows(browser, '?tenggat=pekan')).toEqual(['Undangan 100%_rapat'])
    expect(await rows(browser, '?urut=tenggat')).toEqual(['Permohonan data', 'Undangan 100%_rapat', 'Laporan bulanan'])
    expect(await rows(browser, '?urut=lama')).toEqual(['Undangan 100%_rapat', 'Permohonan data', 'Laporan bulanan'])
    expect((await browser.get(inbox)).body).toMatch(/badge bad[^>]*><time[^>]*>(Terlambat \d hari kerja|Lewat tenggat)/)
  })

  const views = ['', '&urut=lama', '&urut=tenggat', '&tab=selesai', '&tab=selesai&urut=lama']
  test.each([...views.map(view => `saya${view}`), ...views.flatMap(view => [`kantor${view}`, `kantor&q=nomor+surat${view}`, `kantor&q=surat&tugas=surat&sifat=biasa${view}`])])('goes on page by page without losing or doubling any, in order (%s)', async more => {
    await sql`delete from inbox.task`.execute(installation.services.database.of(place.id))
    const { id, browser } = await someone({ roles: ['secretariat'] })
    const given = Array.from({ length: 95 }, (_, i) => aTask(place, { desk: { accountId: id }, title: `Nomor surat ${i}`, unit: i % 2 ? 'diskominfo' : 'diskominfo-ikp', dueOn: i % 3 ? shifted(i % 7) : null, quiet: true }))
    await put(...given)
    if (more.includes('selesai')) for (const { matter } of given) await within(tx => installation.services.ask(tasks).end(tx, { matter }, id, 'sent'))
    const seen: string[] = []
    let address: string | undefined = `${inbox}?meja=${more}`
    for (let i = 0; address && i < 5; i++) {
      const { body } = await browser.get(address)
      seen.push(...titles(/<ol class="queue"[^>]*>(.*?)<\/ol>/s.exec(body)![1]!).map(String))
      address = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(95)
    expect(new Set(seen).size).toBe(95)
    const placed = seen.map(title => Number(title.slice('Nomor surat '.length)))
    const dueOf = (i: number) => given[i]!.dueOn ?? 'never'
    const inOrder = [...placed].sort((a, b) => (more.includes('tenggat') ? (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : a - b) : more.includes('lama') ? a - b : b - a))
    expect(placed).toEqual(inOrder)
  })

  test('sends chosen letters on to be signed, and offers that for signatures alone', async () => {
    const { id, browser } = await someone()
    const letters = [aTask(place, { desk: { accountId: id }, kind: 'sign' }), aTask(place, { desk: { accountId: id }, kind: 'sign' })]
    await put(...letters, aTask(place, { desk: { accountId: id }, kind: 'paraf' }))
    const { body } = await browser.get(`${inbox}?tugas=tanda-tangan`)
    expect(body).toContain('<form method="get" action="/kerja/tanda-tangan">')
    for (const { matter } of letters) expect(body).toContain(`<input type="checkbox" name="surat" value="${matter.id}"`)
    for (const query of ['', '?tugas=paraf', '?tab=selesai&tugas=tanda-tangan']) expect((await browser.get(inbox + query)).body, query).not.toContain('name="surat"')
  })
})

describe('the office', () => {
  test('is for its secretariat: what waits anywhere in its units and at its own desk, with whose desk that is', async () => {
    const post = await aPost(installation, place, 'dpu-bina-marga', 'Kepala Bidang')
    const holder = await someone({ name: 'Bambang Setiawan' })
    await appointed(installation, place, post, { accountId: holder.id, from: shifted(-3) })
    const { browser } = await someone({ unit: 'dpu', roles: ['secretariat'] })
    await put(
      aTask(place, { desk: { postId: post }, unit: 'dpu-bina-marga', title: 'Pada kepala bidang' }),
      aTask(place, { desk: { accountId: holder.id }, unit: 'dpu-bina-marga', title: 'Pada orangnya' }),
      aTask(place, { desk: { officeId: place.units.dpu! }, unit: 'dpu', kind: 'send', title: 'Pada sekretariat' }),
      aTask(place, { desk: { accountId: holder.id }, unit: 'slawi', title: 'Unit lain' }),
    )
    expect(await rows(browser, '?meja=kantor')).toEqual(['Pada sekretariat', 'Pada orangnya', 'Pada kepala bidang'])
    expect(await rows(browser, `?meja=kantor&unit=${place.units['dpu-bina-marga']}`)).toEqual(['Pada orangnya', 'Pada kepala bidang'])
    expect(await rows(browser)).toEqual([])
    const { body } = await browser.get(`${inbox}?meja=kantor`)
    for (const words of ['Kepala Bidang · Ir. Haryo', 'Bambang Setiawan', 'Sekretariat Dinas Pekerjaan Umum']) expect(body).toContain(words)
    expect([counterOf(body, 'untuk dikirim'), counterOf(body, 'surat belum dibaca')]).toEqual([1, 2])
    expect((await holder.browser.get(`${inbox}?meja=kantor`)).statusCode).toBe(403)
    expect((await holder.browser.get(inbox)).body).not.toContain('meja=kantor')
  })
})

test('a page takes a fixed number of queries, however much waits', async () => {
  const post = await aPost(installation, place, 'kalisapu', 'Kepala Desa')
  const { id, browser } = await someone({ unit: 'slawi', roles: ['secretariat'] })
  await appointed(installation, place, post, { accountId: id, from: shifted(-3) })
  const colleague = await someone()
  const one = () => [aTask(place, { desk: { accountId: colleague.id }, unit: 'slawi', quiet: true }), aTask(place, { desk: { postId: post }, unit: 'kalisapu', quiet: true }), aTask(place, { desk: { accountId: id }, unit: 'slawi', quiet: true }), aTask(place, { desk: { officeId: place.units.slawi! }, unit: 'slawi', quiet: true })]
  await put(...one())
  // What is kept in memory is dropped by changes: the last of them must have arrived.
  const heard: (string | null)[] = []
  installation.services.changes.on(topic => void heard.push(topic))
  await changed(installation.services.database.of(place.id), 'the last change')
  await expect.poll(() => heard).toContain('the last change')
  const urls = [inbox, `${inbox}?meja=${post}`, `${inbox}?meja=kantor`, `${inbox}?meja=kantor&q=rapat`, `${inbox}?q=rapat&urut=tenggat`, `${inbox}/serah`]
  const counted = async () => {
    const counts: number[] = []
    for (const url of urls) {
      let n = 0
      installation.services.database.observe(() => void n++)
      expect((await browser.get(url)).statusCode).toBe(200)
      installation.services.database.observe(null)
      counts.push(n)
    }
    return counts
  }
  await counted()
  const before = await counted()
  for (let i = 0; i < 20; i++) await put(...one())
  expect(await counted()).toEqual(before)
  expect(Math.max(...before)).toBeLessThanOrEqual(16)
})
