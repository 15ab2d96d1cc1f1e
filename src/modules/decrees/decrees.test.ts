import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { startRelay } from '#platform/events/relay.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { parafGiven } from '#modules/drafting/testing.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { histories, type Entry, type RecordKind } from '#modules/personnel/contract.ts'
import { aRecord, anEmployee, anEntry, type NewEmployee } from '#modules/personnel/testing.ts'
import { signing } from '#modules/signatures/contract.ts'
import { decreeOf } from './store.ts'
import { followSigned, followWithdrawn, write } from './write.ts'

const passphrase = 'tiga kuda di alun-alun'
const today = dayIn(new Date(), 'Asia/Jakarta')
const everywhere = { accountId: '', government: true, governmentsBelow: false, units: new Set<string>(), own: false }

let installation: Installation
let place: TestGovernment
let officer: Browser
let officerAccount: { id: string; username: string }
let head: Browser
let headPost: string
let bupatiPost: string
let dpuPost: string
let stopRelay: () => Promise<void>

const inGovernment = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const db = () => installation.services.database.of(place.id)
const letterOf = async (id: string): Promise<Letter> => (await installation.services.ask(letters).byId(db(), id))!
const historyOf = async (id: string, kind: RecordKind): Promise<Entry[]> => (await installation.services.ask(histories).standing(db(), everywhere, [id], [kind])).get(id)?.history ?? []

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  bupatiPost = await aPost(installation, place, 'pemerintah', 'Bupati')
  headPost = await aPost(installation, place, 'diskominfo', 'Kepala BKPSDM', { kind: 'jpt' })
  dpuPost = await aPost(installation, place, 'dpu', 'Kepala Dinas Pekerjaan Umum', { kind: 'jpt' })
  const analyst = await aPost(installation, place, 'diskominfo', 'Analis SDM Aparatur', { rank: 3 })
  const leader = await anAccount(installation, place, { name: 'Mukhlas Adinegara, S.Sos.' })
  const bupati = await anAccount(installation, place, { unit: 'pemerintah', name: 'H. Wiratmo' })
  officerAccount = await anAccount(installation, place, { name: 'Kirana Wulansari', roles: [{ code: 'personnel-officer', unit: 'pemerintah' }] })
  await appointed(installation, place, headPost, { from: '2026-01-02', accountId: leader.id, name: 'Mukhlas Adinegara, S.Sos.' })
  await appointed(installation, place, bupatiPost, { from: '2026-01-02', accountId: bupati.id, name: 'H. Wiratmo' })
  await appointed(installation, place, analyst, { from: '2026-01-02', accountId: officerAccount.id, name: 'Kirana Wulansari' })
  for (const [account, name] of [[leader, 'Mukhlas Adinegara, S.Sos.'], [bupati, 'H. Wiratmo']] as const)
    await installation.services.ask(signing).enrol(place.id, { identifier: account.id, name, organisation: 'Pemerintah Kabupaten Tegal' }, passphrase)
  officer = await signIn(installation, place, officerAccount.username)
  head = await signIn(installation, place, leader.username)
  await installation.work()
  stopRelay = startRelay(installation.services, [followSigned, followWithdrawn], async () => [place])
})
afterAll(async () => {
  await stopRelay()
  await installation.close()
})

/** Somebody of grade III/b whose last increase was two years ago in a month. */
async function somebody(over: NewEmployee = {}, increase: Partial<Entry> = {}): Promise<string> {
  const id = await anEmployee(installation.services, place, { unit: 'dpu', enteredOn: '2014-03-01', ...over })
  await aRecord(installation.services, place, id, anEntry('rank', { since: '2022-04-01', content: { grade: 'III/b', way: 'reguler', years: 8, months: 0 } }))
  await aRecord(installation.services, place, id, anEntry('salary-increase', { since: addMonths(today, -23), content: { salary: '3089300', grade: 'III/b', years: 10 }, ...increase }))
  return id
}

const formOf = (daftar: string, ...ids: string[]) => `/kerja/kepegawaian/surat/siapkan?daftar=${daftar}${ids.map(id => `&pegawai=${id}`).join('')}`

/** What a page's form would send as it stands, with changes. */
function filled(body: string, over: Record<string, string> = {}): Record<string, string> {
  const inputs = [...body.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*>/g)].map(([input, name = '']): [string, string] => [name, /\bvalue="([^"]*)"/.exec(input)?.[1]?.replaceAll('&quot;', '"') ?? ''])
  const radios = [...body.matchAll(/<input[^>]*type="radio"[^>]*>/g)].filter(([input]) => /\bchecked/.test(input)).map(([input]): [string, string] => [/name="([^"]+)"/.exec(input)![1]!, /value="([^"]*)"/.exec(input)![1]!])
  const selects = [...body.matchAll(/<select[^>]*\bname="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name = '']): [string, string] => [name, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''])
  const { _csrf: _, ...values } = Object.fromEntries([...inputs, ...radios, ...selects])
  return { ...values, ...over }
}

async function prepared(daftar: string, ids: string[], over: Record<string, string> = {}, browser = officer) {
  const url = formOf(daftar, ...ids)
  const page = await browser.get(url)
  return browser.post(url, filled(page.body, { langkah: 'edarkan', ...over }))
}

/** Prepares a letter for one person; answers its id. */
async function letterFor(daftar: string, id: string, over: Record<string, string> = {}): Promise<string> {
  const answer = await prepared(daftar, [id], over)
  expect(answer.statusCode, /error-summary[\s\S]*?<\/ul>/.exec(answer.body)?.[0]).toBe(303)
  return String(answer.headers.location).split('/').at(-1)!
}

async function sign(letterId: string, browser = head): Promise<void> {
  await parafGiven(installation, place, letterId)
  const answer = await browser.post(`/kerja/surat/${letterId}/tanda-tangan`, { passphrase })
  expect(answer.statusCode, /field-error[^<]*<|<h1>[^<]*/.exec(answer.body)?.[0]).toBe(303)
}

async function settled(letterId: string) {
  for (let i = 0; i < 200; i++) {
    const decree = await decreeOf(db(), letterId)
    if (decree?.writtenAt || decree?.trouble) return decree
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`${letterId} was neither written nor put aside`)
}

describe('from the due list to the history', () => {
  it('a salary increase becomes a letter, is signed, and then stands in the history with number, date, official and file', async () => {
    const account = await anAccount(installation, place, { unit: 'dpu', name: 'Bagas Prakoso' })
    const id = await somebody({ name: 'Bagas Prakoso', accountId: account.id })
    const list = (await officer.get(`/kerja/pegawai/jatuh-tempo?unit=${place.units.dpu}`)).body
    expect(list).toContain(`/kerja/kepegawaian/surat/siapkan?daftar=salary-increase&amp;pegawai=${id}`)
    const form = (await officer.get(formOf('salary-increase', id))).body
    // Twelve years in III/b, by the table of base salaries.
    expect(form).toMatch(new RegExp(`name="salary-${id}"[^>]*value="3.497.300"`))
    expect(form).toContain('Rp3.089.300')
    const letterId = await letterFor('salary-increase', id)
    expect(await letterOf(letterId)).toMatchObject({ kind: 'surat-dinas', state: 'approved', secrecy: 'T', classification: '800.1.11.13', subject: 'Pemberitahuan kenaikan gaji berkala a.n. Bagas Prakoso, S.E.', signerPostId: headPost })
    const content = (await installation.services.ask(drafts).content(db(), letterId))!
    expect(content.signer).toEqual({ postId: headPost, onBehalfOf: null, through: null })
    for (const text of ['Rp3.497.300', 'tiga juta empat ratus sembilan puluh tujuh ribu tiga ratus rupiah', '12 tahun', 'Penata Muda Tingkat I, III/b', '821/001/2020']) expect(content.body).toContain(text)
    expect(content.body).not.toMatch(/\{\w+\}/)
    expect(content.addressees).toMatchObject([{ role: 'to', name: 'Kepala Dinas Pekerjaan Umum', postId: dpuPost }, { role: 'copy', name: 'Sdr. Bagas Prakoso, S.E.', unitId: place.units.dpu }])
    expect((await officer.get(`/kerja/pegawai/jatuh-tempo?unit=${place.units.dpu}`)).body).toMatch(/Surat sedang disiapkan/)
    expect(await historyOf(id, 'salary-increase')).toHaveLength(1)

    await sign(letterId)
    const decree = await settled(letterId)
    const letter = await letterOf(letterId)
    const [row] = await historyOf(id, 'salary-increase')
    expect(decree.trouble).toBe(null)
    expect(row).toMatchObject({ decreeNumber: letter.number, decreeOn: today, official: 'Kepala BKPSDM', fileId: letter.fileId, since: addMonths(today, 1), content: { salary: '3497300', grade: 'III/b', years: 12 } })
    expect((await notificationsOf(db(), account.id)).map(({ text, href }) => [text, href])).toContainEqual(['Surat kenaikan gaji berkala Anda sudah ditandatangani, nomor {number}.', '/saya#salary-increase'])
    const self = await signIn(installation, place, account.username)
    expect((await self.get('/saya')).body).toContain(letter.number)
    expect((await self.get(`/saya/berkas/${letter.fileId}`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await self.get(`/kerja/surat/${letterId}`)).statusCode).toBe(200)
    expect((await officer.get(`/kerja/pegawai/jatuh-tempo?unit=${place.units.dpu}`)).body).toContain('Sudah ditetapkan')
  })

  it('several at once: one press, one letter for each', async () => {
    const ids = [await somebody({ name: 'Satu Dari Tiga' }), await somebody({ name: 'Dua Dari Tiga' }), await somebody({ name: 'Tiga Dari Tiga' })]
    const answer = await prepared('salary-increase', ids)
    expect(answer.headers.location).toContain('/kerja/kepegawaian/surat')
    const list = (await officer.get('/kerja/kepegawaian/surat')).body
    for (const name of ['Satu Dari Tiga', 'Dua Dari Tiga', 'Tiga Dari Tiga']) expect(list).toContain(name)
    expect(new Set([...list.matchAll(/kepegawaian\/surat\/([0-9a-f-]{36})/g)].map(([, id]) => id)).size).toBeGreaterThanOrEqual(3)
    const again = await officer.get(formOf('salary-increase', ...ids))
    expect(again.body).toContain('Suratnya sudah disiapkan')
  })

  it('a promotion, a retirement and an extended contract write their own rows, and change the file on their day', async () => {
    const soon = addMonths(today, 3)
    const promoted = await somebody({ name: 'Naik Pangkat' }, { since: '2025-01-01' })
    const retiring = await anEmployee(installation.services, place, { unit: 'dpu', name: 'Akan Pensiun', birthDate: `${Number(today.slice(0, 4)) - 58}-${addMonths(today, 1).slice(5, 7)}-10`, enteredOn: '1995-03-01' })
    await aRecord(installation.services, place, retiring, anEntry('position', { content: { title: 'Pengadministrasi Umum', level: 'pelaksana' } }))
    const hired = await anEmployee(installation.services, place, { unit: 'dpu', name: 'Tenaga Kontrak', kind: 'pppk', contractUntil: soon })
    const written = async (daftar: string, id: string, kind: RecordKind, over: Record<string, string> = {}) => {
      const letterId = await letterFor(daftar, id, { signer: headPost, behalf: '', ...over })
      await sign(letterId)
      expect((await settled(letterId)).trouble).toBe(null)
      return { letter: await letterOf(letterId), row: (await historyOf(id, kind))[0]!, content: (await installation.services.ask(drafts).content(db(), letterId))! }
    }
    const rank = await written('promotion', promoted, 'rank', { [`since-${promoted}`]: today })
    expect(rank.letter).toMatchObject({ kind: 'keputusan', classification: '800.1.3.2' })
    expect(rank.row).toMatchObject({ decreeNumber: rank.letter.number, content: { grade: 'III/c', way: 'reguler' } })
    expect(rank.content.parts.diktum).toContain('dari Penata Muda Tingkat I, III/b menjadi Penata, III/c')
    const retired = await written('retirement', retiring, 'other', { [`since-${retiring}`]: today })
    expect(retired.row).toMatchObject({ content: { sort: 'pensiun' }, since: today })
    expect(retired.content.parts.diktum).toContain('karena mencapai batas usia pensiun')
    const extended = await written('contract', hired, 'other')
    expect(extended.row).toMatchObject({ content: { sort: 'kontrak' }, until: addMonths(soon, 12) })
    const standing = await installation.services.ask(histories).standing(db(), everywhere, [promoted, retiring, hired], [])
    expect([standing.get(promoted)?.grade, standing.get(retiring)?.status, standing.get(hired)?.contractUntil]).toEqual(['III/c', 'retired', addMonths(soon, 12)])
  })
})

describe('what comes back', () => {
  it('a letter withdrawn after it was written is told to whoever manages staff, and shown as such', async () => {
    const id = await somebody({ name: 'Ditarik Kembali' })
    const letterId = await letterFor('salary-increase', id)
    await sign(letterId)
    await settled(letterId)
    expect((await head.post(`/kerja/surat/${letterId}/cabut`, { reason: 'Masa kerjanya keliru dihitung.' })).statusCode).toBe(303)
    const told = async () => (await notificationsOf(db(), officerAccount.id)).map(({ text, href }) => [text, href])
    await expect.poll(told, { timeout: 15_000 }).toContainEqual(['Surat {number} dicabut, padahal sudah ditulis ke riwayat {name}. Periksa riwayatnya.', `/kerja/kepegawaian/surat/${letterId}`])
    expect((await officer.get(`/kerja/kepegawaian/surat/${letterId}`)).body).toContain('dicabut')
  })

  it('a letter that was returned is shown as such, and prepared again it takes the place of the old one', async () => {
    const id = await somebody({ name: 'Kembali Sekali' })
    const first = await letterFor('salary-increase', id)
    await head.post(`/kerja/surat/${first}/kembalikan`, { remarks: 'Gaji pokoknya keliru.' })
    const page = await officer.get(`/kerja/kepegawaian/surat/${first}`)
    expect(page.body).toContain('Surat dikembalikan')
    expect(page.body).toContain('Siapkan ulang')
    const second = await letterFor('salary-increase', id, { [`salary-${id}`]: '3.600.000' })
    expect((await letterOf(first)).state).toBe('cancelled')
    await sign(second)
    await settled(second)
    expect((await historyOf(id, 'salary-increase')).map(({ content }) => content.salary)).toEqual(['3600000', '3089300'])
    expect((await decreeOf(db(), first))?.closedAt).not.toBe(null)
  })

  it('whoever left meanwhile is not written: an officer hears of it, looks, and decides', async () => {
    const id = await somebody({ name: 'Pindah Tugas' })
    const letterId = await letterFor('salary-increase', id)
    await inGovernment(tx => tx.withTables<{ 'personnel.employee': { id: string; status: string } }>().updateTable('personnel.employee').set({ status: 'moved' }).where('id', '=', id).execute())
    await sign(letterId)
    expect((await settled(letterId)).trouble).toBe('left')
    expect(await historyOf(id, 'salary-increase')).toHaveLength(1)
    expect((await notificationsOf(db(), officerAccount.id))[0]?.href).toBe(`/kerja/kepegawaian/surat/${letterId}`)
    expect((await officer.get('/kerja/kepegawaian/surat?tahap=trouble')).body).toContain('Pindah Tugas')
    const page = `/kerja/kepegawaian/surat/${letterId}`
    expect((await officer.get(page)).body).toContain('Pegawai ini tidak lagi aktif')
    expect((await officer.post(page, { langkah: 'tutup', alasan: '' })).body).toContain('Tulis alasannya')
    expect((await officer.post(page, { langkah: 'tulis', alasan: '' })).statusCode).toBe(303)
    expect(await historyOf(id, 'salary-increase')).toHaveLength(2)
    expect((await officer.get(page)).body).toContain('Sudah ditetapkan')
  })

  it('what was written by hand meanwhile is not written twice, and is closed with a reason', async () => {
    const id = await somebody({ name: 'Dicatat Tangan' })
    const letterId = await letterFor('salary-increase', id)
    await aRecord(installation.services, place, id, anEntry('salary-increase', { since: addMonths(today, 1), content: { salary: '3497300', grade: 'III/b', years: 12 } }))
    await sign(letterId)
    expect((await settled(letterId)).trouble).toBe('overtaken')
    expect((await officer.post(`/kerja/kepegawaian/surat/${letterId}`, { langkah: 'tutup', alasan: 'Sudah dicatat dari salinan.' })).statusCode).toBe(303)
    await inGovernment(tx => write(tx, port => installation.services.ask(port), letterId))
    expect(await historyOf(id, 'salary-increase')).toHaveLength(2)
    expect((await officer.get('/kerja/kepegawaian/surat?tahap=closed')).body).toContain('Dicatat Tangan')
  })
})

describe('only those who may', () => {
  it('nobody prepares a decree about themselves, nor about people out of reach', async () => {
    const own = await somebody({ name: 'Pengelola Sendiri', accountId: officerAccount.id })
    expect((await officer.get(formOf('salary-increase', own))).statusCode).toBe(404)
    expect((await officer.get('/kerja/pegawai/jatuh-tempo')).body).not.toContain(`pegawai=${own}`)
    const narrow = await anAccount(installation, place, { unit: 'slawi' })
    const role = await aRole(installation, place, 'kepegawaian-slawi', [{ permission: 'personnel.manage', reach: 'unit' }, { permission: 'personnel.read', reach: 'government' }, { permission: 'drafting.write', reach: 'unit' }])
    await assign(installation, place, narrow.id, role, 'slawi')
    const elsewhere = await signIn(installation, place, narrow.username)
    const id = await somebody({ name: 'Di Luar Jangkauan' })
    const letterId = await letterFor('salary-increase', id)
    expect((await elsewhere.get(formOf('salary-increase', id))).statusCode).toBe(404)
    expect((await elsewhere.get(`/kerja/kepegawaian/surat/${letterId}`)).statusCode).toBe(404)
    expect((await elsewhere.get('/kerja/kepegawaian/surat')).body).not.toContain('Di Luar Jangkauan')
    const seen = (await elsewhere.get(`/kerja/pegawai/jatuh-tempo?unit=${place.units.dpu}`)).body
    expect(seen).toContain('Di Luar Jangkauan')
    expect(seen).not.toContain(letterId)
  })

  it('says what is wrong at the person it is wrong about, and keeps what was typed', async () => {
    const ids = [await somebody({ name: 'Benar Isinya' }), await somebody({ name: 'Keliru Isinya' })]
    const answer = await prepared('salary-increase', ids, { [`salary-${ids[1]}`]: '3.000.000', [`years-${ids[1]}`]: '', [`since-${ids[0]}`]: 'kemarin' })
    expect(answer.statusCode).toBe(422)
    for (const text of ['Gaji pokok baru tidak lebih tinggi dari yang lama, Rp3.089.300.', 'Isi “Masa kerja golongan, tahun”.', `href="#f-salary-${ids[1]}"`, `href="#f-since-${ids[0]}"`, 'value="3.000.000"']) expect(answer.body).toContain(text)
    for (const id of ids) expect((await officer.get(formOf('salary-increase', id))).body).toContain(`name="salary-${id}"`)
    expect((await prepared('salary-increase', ids, { signer: dpuPost })).body).toContain('Pilih siapa yang menandatangani.')
    const nothingDue = await anEmployee(installation.services, place, { unit: 'dpu', kind: 'honorer' })
    expect((await officer.get(formOf('salary-increase', nothingDue))).statusCode).toBe(404)
    expect((await officer.get('/kerja/kepegawaian/surat/siapkan')).body).toContain('Belum ada yang dipilih')
  })

  it('two officers at once begin one letter', async () => {
    const id = await somebody({ name: 'Dua Layar' })
    const answers = await Promise.all([prepared('salary-increase', [id]), prepared('salary-increase', [id]), prepared('salary-increase', [id])])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422, 422])
  })
})
