import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import { after, machine } from './dossier.ts'
import { archiveActions } from './filing/letter-actions.ts'
import { closedWaits, signedWaits } from './filing/follow-letters.ts'
import { remind } from './loans/remind.ts'
import { codesAbove } from './retention.ts'
import { aDossier, aPaper, closed, filed } from './testing.ts'

let installation: Installation
let place: TestGovernment
let archivist: Browser
let reader: Browser
let readerId: string
let stranger: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await anAccount(installation, place, { username: 'arsip.kominfo', name: 'Sri Arsiparis', roles: ['archivist', 'secretariat'] })
  archivist = await signIn(installation, place, 'arsip.kominfo')
  const role = await aRole(installation, place, 'pembaca', [{ permission: 'archives.read', reach: 'unit-and-below' }, { permission: 'correspondence.read', reach: 'unit-and-below' }])
  readerId = (await anAccount(installation, place, { username: 'staf.kominfo', name: 'Budi Staf' })).id
  await assign(installation, place, readerId, role, 'diskominfo')
  reader = await signIn(installation, place, 'staf.kominfo')
  await anAccount(installation, place, { username: 'arsip.dpu', unit: 'dpu', roles: ['archivist', 'secretariat'] })
  stranger = await signIn(installation, place, 'arsip.dpu')
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const inside = <T>(work: Parameters<Installation['services']['database']['transaction']>[1]) => installation.services.database.transaction(place.id, work) as Promise<T>
const today = () => dayIn(new Date(), 'Asia/Jakarta')
const received = (given: Parameters<typeof aLetter>[2] = {}) => aLetter(installation, place, given)
const idIn = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location).split('/').at(-1)!
const one = async <T>(text: ReturnType<typeof sql<T>>) => (await text.execute(db())).rows[0]!
const unitOf = (slug: string) => place.units[slug]!

describe('a dossier', () => {
  it('is opened by who keeps the archive, numbered within unit and year, and judged by the nearest code of the schedule', async () => {
    const form = { unit: unitOf('diskominfo'), title: 'Surat perintah dinas luar', classification: '800.1.11.1', openedOn: today(), holder: '', room: 'Arsip 1', shelf: 'B', box: '7' }
    const first = await archivist.post('/kerja/arsip/baru', form)
    const second = await archivist.post('/kerja/arsip/baru', { ...form, title: 'Perpustakaan dinas', classification: '000.4' })
    const rows = await Promise.all([first, second].map(answer => one(sql<{ sequence: number; code: string; active: number; final: string; basis: string; id: string }>`
      select sequence, retention_code as code, active_years as active, final, retention_basis as basis, retention_id as id from archives.dossier where id = ${idIn(answer)}`)))
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(rows.map(({ code, active, final }) => [code, active, final])).toEqual([['800.1.11.1', 1, 'musnah'], ['000', 2, 'musnah']])
    expect(rows[0]!.basis).toContain('belum diperiksa')
    const shown = (await archivist.get(`/kerja/arsip/${idIn(first)}`)).body
    for (const what of ['1/20', 'ruang Arsip 1, rak B, boks 7', 'Aktif 1 tahun, inaktif 2 tahun, musnah']) expect(shown).toContain(what)
    expect((await reader.get('/kerja/arsip?q=Perpustakaan')).body).toContain('Perpustakaan dinas')
    expect((await stranger.get('/kerja/arsip')).body).not.toContain('Perpustakaan dinas')
    for (const path of ['', '/ubah', '/pinjam', '/paket', '/paket.zip', '/tambah']) expect((await stranger.get(`/kerja/arsip/${idIn(first)}${path}`)).statusCode, path).toBe(404)
  })

  it('takes the longest code above it, never one that only begins alike', () => expect(codesAbove('100.3.3.2')).toEqual(['100.3.3.2', '100.3.3', '100.3', '100']))

  it('says what is wrong, and keeps what was typed', async () => {
    const answer = await archivist.post('/kerja/arsip/baru', { unit: unitOf('diskominfo'), title: 'Berkas baik', classification: '999', openedOn: '2199-01-01', room: 'Ruang Timur' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Pilih kode klasifikasi dari daftar.')
    expect(answer.body).toContain('value="Ruang Timur"')
    expect((await archivist.post('/kerja/arsip/baru', { unit: unitOf('dpu'), title: 'Berkas orang', classification: '000', openedOn: today() })).body).toContain('Pilih kantor yang arsipnya Anda kelola.')
    expect((await reader.get('/kerja/arsip/baru')).statusCode).toBe(403)
  })

  it('two people who open dossiers at once get two numbers', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, i) => aDossier(installation, place, { unit: 'slawi', title: `Berkas serentak ${i}` })))
    expect(made.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })

  it('is closed with the schedule of that day, counted from the year after, and opened again', async () => {
    const dossier = await aDossier(installation, place, { title: 'Kegiatan 2020', classification: '000.1.2.3', openedOn: '2020-02-01' })
    const here = `/kerja/arsip/${dossier.id}`
    expect((await archivist.post(here, { step: 'close', on: '2020-01-31' })).body).toContain('mendahului tanggal berkas dibuka')
    expect((await archivist.post(here, { step: 'close', on: '2199-01-31' })).body).toContain('Tanggal ini belum tiba.')
    expect((await archivist.post(here, { step: 'close', on: '2020-11-30' })).statusCode).toBe(303)
    const judged = () => one(sql`select state, retention_code as code, inactive_on as inactive, due_on as due from archives.dossier where id = ${dossier.id}`)
    // The first schedule is of 2023: what is older goes by that of today.
    expect(await judged()).toEqual({ state: 'closed', code: '000.1.2', inactive: '2023-01-01', due: '2026-01-01' })
    await archivist.post(here, { step: 'reopen', on: '' })
    expect(await judged()).toEqual({ state: 'open', code: '000.1.2', inactive: null, due: null })
    await inside(tx => sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (platform.current_government(), 'archive-retention', '000.1.2.3', '{"active": 1, "inactive": 1, "final": "permanen"}', 'Perbup JRA 12/2024', true, '2024-06-01')`.execute(tx))
    await archivist.post(here, { step: 'close', on: '2024-06-30' })
    expect(await judged()).toEqual({ state: 'closed', code: '000.1.2.3', inactive: '2026-01-01', due: '2027-01-01' })
    expect((await reader.get(here)).body).not.toContain('Buka kembali')
  })

  it('stays with the position that keeps it when the person moves on', async () => {
    const post = await aPost(installation, place, 'dpu', 'Kepala Bidang Bina Marga')
    const [before, now] = [await anAccount(installation, place, { unit: 'dpu' }), await anAccount(installation, place, { unit: 'dpu' })]
    const lastYear = await appointed(installation, place, post, { from: '2024-01-01', to: '2026-01-31', accountId: before.id, name: 'Yang Lama' })
    expect(lastYear).toBeTruthy()
    await appointed(installation, place, post, { from: '2026-02-01', accountId: now.id, name: 'Yang Baru' })
    const dossier = await aDossier(installation, place, { unit: 'dpu', title: 'Jembatan Kalisapu', holderPostId: post })
    const [old, fresh] = [await signIn(installation, place, before.username), await signIn(installation, place, now.username)]
    expect((await old.get(`/kerja/arsip/${dossier.id}`)).statusCode).toBe(404)
    expect((await fresh.get(`/kerja/arsip/${dossier.id}`)).statusCode).toBe(200)
    expect((await fresh.get('/kerja/arsip')).body).toContain('Jembatan Kalisapu')
    expect((await old.get('/kerja/arsip')).body).not.toContain('Jembatan Kalisapu')
  })

  it('has the states its picture says', () => {
    expect(after('open', 'destroy')).toBeNull()
    expect(after('closed', 'destroy')).toBe('destroyed')
    expect(after('destroyed', 'reopen')).toBeNull()
    const lines = Object.entries(machine.config.states as Record<string, { on?: Record<string, unknown> }>).flatMap(([from, { on = {} }]) => Object.entries(on).map(([event, to]) => `${from} --> ${String(to)} : ${event}`.replace('handed-over', 'handed_over')))
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    for (const line of lines) expect(readme).toContain(line)
  })
})

describe('filing', () => {
  it('proposes the dossier of the letter that is answered, then of the code, files once, and closes what was open', async () => {
    const { ask } = installation.services
    const dossier = await aDossier(installation, place, { title: 'Data kependudukan', classification: '400.12' })
    const sameCode = await aDossier(installation, place, { title: 'Statistik sektoral', classification: '500.14' })
    const question = await received({ classification: '400.12', state: 'received' })
    await filed(installation, place, dossier, question)
    const answer = await received({ classification: '500.14.1', answersId: question.id, subject: 'Jawaban permintaan data' })
    const page = (await archivist.get(`/kerja/surat/${answer.id}/berkaskan`)).body
    expect(page.indexOf(dossier.id)).toBeLessThan(page.indexOf(sameCode.id))
    expect(page).toContain('Surat yang dijawab ada di sini.')
    expect(page).toContain('Kode klasifikasinya cocok.')
    expect(page).toMatch(new RegExp(`value="${dossier.id}"[^>]* checked|checked[^>]* value="${dossier.id}"`))
    const done = await archivist.post(`/kerja/surat/${answer.id}/berkaskan`, { office: unitOf('diskominfo'), dossier: dossier.id, title: '', classification: '' })
    expect(done.headers.location).toBe(`/kerja/arsip/${dossier.id}`)
    expect((await archivist.get(`/kerja/arsip/${dossier.id}`)).body).toContain('Jawaban permintaan data')
    expect((await archivist.get(`/kerja/surat/${answer.id}/berkaskan`)).statusCode).toBe(403)
    expect((await ask(letters).parties(db(), answer.id)).map(({ role }) => role)).toContain('archive')
    expect((await ask(letters).steps(db(), answer.id)).map(({ event }) => event)).toContain('Surat diberkaskan')
  })

  it('takes no letter off a desk unless one asks for it', async () => {
    const head = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Pengarsip')
    const recorded = await archivist.post('/kerja/surat/terima', { sender: 'Camat Bojong', number: '005/9', letterOn: '2026-11-18', receivedOn: '2026-11-20', subject: 'Undangan musyawarah', office: unitOf('diskominfo'), to: head, kind: 'surat-dinas', via: 'paper', secrecy: 'B', urgency: 'biasa' })
    const page = (await archivist.get(`${recorded.headers.location}/berkaskan`)).body
    expect(page).toContain('masih di meja Kepala Dinas Pengarsip')
    expect(/<input[^>]*name="close"[^>]*>/.exec(page)?.[0]).not.toContain('checked')
  })

  it('opens a new dossier on the way', async () => {
    const letter = await received({ subject: 'Undangan rapat kehumasan' })
    const refused = await archivist.post(`/kerja/surat/${letter.id}/berkaskan`, { office: unitOf('diskominfo'), dossier: '', title: 'Kehumasan', classification: '' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Pilih kode klasifikasi dari daftar.')
    const done = await archivist.post(`/kerja/surat/${letter.id}/berkaskan`, { office: unitOf('diskominfo'), dossier: '', title: 'Kehumasan', classification: '400.14' })
    expect((await archivist.get(String(done.headers.location))).body).toContain('Undangan rapat kehumasan')
  })

  it('is not for strangers, drafts, or closed and foreign dossiers', async () => {
    const letter = await received()
    expect((await stranger.get(`/kerja/surat/${letter.id}/berkaskan`)).statusCode).toBe(404)
    const draft = await received({ origin: 'made', state: 'draft', number: null })
    expect((await archivist.get(`/kerja/surat/${draft.id}/berkaskan`)).statusCode).toBe(403)
    const [shut, foreign] = [await aDossier(installation, place, { closed: '2026-01-02' }), await aDossier(installation, place, { unit: 'dpu' })]
    const tried = (dossier: string) => archivist.post(`/kerja/surat/${letter.id}/berkaskan`, { office: unitOf('diskominfo'), dossier })
    expect((await tried(shut.id)).body).toContain('Berkas ini sudah ditutup.')
    expect((await tried(foreign.id)).statusCode).toBe(404)
  })

  it('waits in a list for what was signed or done, and takes several at once', async () => {
    const { services } = installation
    const made = await received({ origin: 'made', state: 'signed', subject: 'Surat keluar yang ditandatangani' })
    const came = await received({ subject: 'Surat masuk yang selesai' })
    const secret = await received({ secrecy: 'R', subject: 'Perkara yang tidak disebut' }, )
    await inside(async tx => {
      await signedWaits.handle({ services, governmentId: place.id, tx, payload: { letterId: made.id, unitId: unitOf('diskominfo-ikp'), kind: 'surat-dinas' }, eventId: '' })
      for (const letter of [came, secret]) await closedWaits.handle({ services, governmentId: place.id, tx, payload: { letterId: letter.id, unitId: unitOf('diskominfo') }, eventId: '' })
    })
    const list = (await archivist.get('/kerja/arsip/belum')).body
    for (const what of ['Surat keluar yang ditandatangani', 'Surat masuk yang selesai', '1 surat rahasia menunggu']) expect(list).toContain(what)
    expect(list).not.toContain('Perkara yang tidak disebut')
    expect((await archivist.get('/kerja/arsip')).body).toMatch(/<b>3<\/b> belum diberkaskan/)
    const dossier = await aDossier(installation, place, { title: 'Wadah bersama' })
    expect((await archivist.post('/kerja/arsip/belum', { letters: [secret.id], dossier: dossier.id })).statusCode).toBe(404)
    expect((await archivist.post('/kerja/arsip/belum', { letters: [], dossier: dossier.id })).body).toContain('Pilih surat yang diberkaskan')
    expect((await archivist.post('/kerja/arsip/belum', { letters: [made.id, came.id], dossier: dossier.id })).statusCode).toBe(303)
    expect((await archivist.get('/kerja/arsip/belum')).body).not.toContain('Surat masuk yang selesai')
    expect((await archivist.get(`/kerja/arsip/${dossier.id}`)).body).toContain('Surat keluar yang ditandatangani')
  })

  it('by whoever has a secret letter at their desk: those who keep the archive do not see it', async () => {
    const post = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Kominfo')
    const head = await anAccount(installation, place, { roles: ['leader'] })
    await appointed(installation, place, post, { from: '2026-01-01', accountId: head.id, name: 'Kepala' })
    const letter = await aLetter(installation, place, { secrecy: 'R', subject: 'Pemeriksaan pegawai' }, [{ unitId: unitOf('diskominfo'), role: 'to', desk: { postId: post } }])
    expect((await archivist.get(`/kerja/surat/${letter.id}/berkaskan`)).statusCode).toBe(404)
    const browser = await signIn(installation, place, head.username)
    const asked = await browser.get(`/kerja/surat/${letter.id}/berkaskan`)
    expect(asked.headers.location).toMatch(/^\/konfirmasi/)
    await browser.post('/konfirmasi?lanjut=/kerja', { bukti: 'sandi-untuk-uji-7' })
    const dossier = await aDossier(installation, place, { title: 'Kepegawaian dinas', classification: '800.1' })
    expect((await browser.post(`/kerja/surat/${letter.id}/berkaskan`, { office: unitOf('diskominfo'), dossier: dossier.id })).statusCode).toBe(303)
    const seen = (await archivist.get(`/kerja/arsip/${dossier.id}`)).body
    expect(seen).toContain('1 surat rahasia atau terbatas tidak ditampilkan')
    expect(seen).not.toContain('Pemeriksaan pegawai')
    expect(seen).toContain('Rahasia')
  })
})

it('the page of a letter offers to file it, and later leads to its dossier', async () => {
  const { ask, database } = installation.services
  const letter = await received()
  const who = { account: { id: readerId }, may: () => true, reach: (permission: string) => (permission.startsWith('archives') ? { accountId: readerId, government: true, governmentsBelow: false, units: new Set<string>(), own: false } : null) }
  const context = { db: database.of(place.id), ask, who, now: new Date(), government: { id: place.id, zone: 'Asia/Jakarta' } } as unknown as Parameters<typeof archiveActions>[0]
  expect(await archiveActions(context, letter)).toEqual([{ label: 'Berkaskan', href: `/kerja/surat/${letter.id}/berkaskan` }])
  const dossier = await aDossier(installation, place)
  await filed(installation, place, dossier, letter)
  expect(await archiveActions(context, letter)).toEqual([{ label: 'Lihat berkasnya', href: `/kerja/arsip/${dossier.id}` }])
  expect(await archiveActions({ ...context, who: { ...context.who, reach: () => null } }, letter)).toEqual([])
})

describe('papers', () => {
  it('are put right, moved and taken out with a reason; nothing is deleted', async () => {
    const [from, to] = [await aDossier(installation, place, { title: 'Asal' }), await aDossier(installation, place, { title: 'Tujuan' })]
    const paper = await aPaper(installation, place, from, { title: 'Daftar hadir', secrecy: 'T' })
    const here = `/kerja/arsip/${from.id}/isi/${paper.id}`
    expect((await reader.get(here)).statusCode).toBe(404)
    expect((await archivist.post(here, { step: 'change', title: 'Daftar hadir rapat', maturity: 'kopi', amount: '4', datedOn: '', remarks: '', to: '', reason: '' })).statusCode).toBe(303)
    expect((await archivist.post(here, { step: 'move', to: to.id, datedOn: '', reason: '' })).headers.location).toBe(`/kerja/arsip/${to.id}`)
    expect(await one(sql`select (select secrecy from archives.dossier where id = ${from.id}) as source, (select secrecy from archives.dossier where id = ${to.id}) as target`)).toEqual({ source: 'B', target: 'T' })
    const there = `/kerja/arsip/${to.id}/isi/${paper.id}`
    expect((await archivist.post(there, { step: 'remove', reason: '', datedOn: '', to: '' })).body).toContain('Tulis alasannya.')
    await archivist.post(there, { step: 'remove', reason: 'Milik kantor lain', datedOn: '', to: '' })
    expect((await archivist.get(`/kerja/arsip/${to.id}`)).body).not.toContain('Daftar hadir rapat')
    expect(await one(sql`select removed_reason as reason from archives.item where id = ${paper.id}`)).toEqual({ reason: 'Milik kantor lain' })
  })
})

describe('a loan', () => {
  it('is asked for, handed out, reminded of and brought back', async () => {
    const { services } = installation
    const dossier = await aDossier(installation, place, { title: 'Berkas yang dicari orang' })
    const asked = await reader.post(`/kerja/arsip/${dossier.id}/pinjam`, { purpose: 'Bahan audit kinerja', until: '2199-01-01' })
    expect(asked.statusCode).toBe(303)
    const { id } = await one(sql<{ id: string }>`select id from archives.loan where dossier_id = ${dossier.id}`)
    const loan = `/kerja/arsip/pinjaman/${id}`
    expect((await archivist.get('/kerja/arsip')).body).toMatch(/<b>1<\/b> minta pinjam/)
    expect((await reader.post(loan, { step: 'lend', due: today(), remarks: '' })).statusCode).toBe(403)
    expect((await archivist.post(loan, { step: 'refuse', due: '', remarks: '' })).body).toContain('Tulis alasannya.')
    expect((await archivist.post(loan, { step: 'lend', due: today(), remarks: 'Lengkap' })).statusCode).toBe(303)
    expect((await notificationsOf(db(), readerId)).map(({ text }) => text)).toContain('Berkas {number} dipinjamkan kepada Anda sampai {until}.')
    const inDays = (n: number) => new Date(Date.now() + n * 86_400_000)
    const reminded = () => remind(services, place.id, inDays(0))
    expect([await reminded(), await reminded(), await remind(services, place.id, inDays(1)), await remind(services, place.id, inDays(2)), await remind(services, place.id, inDays(9))]).toEqual([1, 0, 1, 0, 1])
    await inside(tx => sql`update archives.loan set due_on = ${dayIn(inDays(-3), 'Asia/Jakarta')}::date where id = ${id}`.execute(tx))
    expect((await reader.get('/kerja/arsip')).body).toMatch(/<b>1<\/b> pinjaman lewat waktu/)
    expect((await archivist.post(loan, { step: 'return', due: '', remarks: 'Baik' })).statusCode).toBe(303)
    const history = (await archivist.get(`/kerja/arsip/${dossier.id}`)).body
    for (const what of ['Berkas dipinjamkan', 'Berkas dikembalikan', 'Budi Staf']) expect(history).toContain(what)
  })

  it('goes to nobody who may not read all of it, and to one at a time', async () => {
    const dossier = await aDossier(installation, place, { title: 'Berisi yang terbatas' })
    await aPaper(installation, place, dossier, { secrecy: 'T', title: 'Terbatas sekali' })
    expect((await reader.get(`/kerja/arsip/${dossier.id}/pinjam`)).body).toContain('Di dalamnya ada 1 surat yang tidak boleh Anda baca')
    expect((await stranger.get(`/kerja/arsip/${dossier.id}/pinjam`)).statusCode).toBe(404)
    const open = await aDossier(installation, place, { title: 'Menjadi rahasia' })
    await reader.post(`/kerja/arsip/${open.id}/pinjam`, { purpose: 'Bahan laporan', until: '2199-01-01' })
    await aPaper(installation, place, open, { secrecy: 'R', title: 'Datang kemudian' })
    const { id } = await one(sql<{ id: string }>`select id from archives.loan where dossier_id = ${open.id}`)
    expect((await archivist.post(`/kerja/arsip/pinjaman/${id}`, { step: 'lend', due: today(), remarks: '' })).body).toContain('isi berkas menjadi lebih rahasia')
    expect((await reader.post(`/kerja/arsip/pinjaman/${id}`, { step: 'withdraw', due: '', remarks: '' })).statusCode).toBe(303)
  })
})

it('a list has a fixed number of queries, however much is in it', async () => {
  const counted = async (url: string) => {
    let n = 0
    installation.services.database.observe(() => void n++)
    expect((await archivist.get(url)).statusCode).toBe(200)
    installation.services.database.observe(null)
    return n
  }
  const dossier = await aDossier(installation, place)
  const letter: Letter = await received()
  await filed(installation, place, dossier, letter)
  const urls = ['/kerja/arsip', `/kerja/arsip/${dossier.id}`, '/kerja/arsip/cetak', '/kerja/arsip/belum', `/kerja/arsip/${dossier.id}/paket`]
  for (const url of urls) await counted(url)
  const before = []
  for (const url of urls) before.push(await counted(url))
  for (let i = 0; i < 20; i++) {
    await filed(installation, place, dossier, await received())
    await closed(installation, place, await aDossier(installation, place), today())
  }
  const later = []
  for (const url of urls) later.push(await counted(url))
  expect(later).toEqual(before)
})
