import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { letters, type Letter, type NewLetter, type Party } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { aBrowser, anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { meetingActions } from './event/actions.ts'

let installation: Installation
let place: TestGovernment
let headPost: string
let divisionPost: string
let headAccount: { id: string; username: string }
let head: Browser
let division: Browser
let clerk: { id: string; username: string }

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  headPost = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', { kind: 'jpt' })
  divisionPost = await aPost(installation, place, 'diskominfo-ikp', 'Kepala Bidang Informasi Publik')
  headAccount = await anAccount(installation, place, { unit: 'diskominfo' })
  const divisionAccount = await anAccount(installation, place, { unit: 'diskominfo-ikp' })
  clerk = await anAccount(installation, place, { unit: 'diskominfo', roles: ['secretariat'] })
  await appointed(installation, place, headPost, { accountId: headAccount.id, from: '2026-01-02' })
  await appointed(installation, place, divisionPost, { accountId: divisionAccount.id, from: '2026-01-02' })
  head = await signIn(installation, place, headAccount.username)
  division = await signIn(installation, place, divisionAccount.username)
})
afterAll(() => installation.close())

const inHours = (hours: number) => new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + hours * 3_600_000)
const to = (postId: string): Party => ({ unitId: place.units.diskominfo!, role: 'to', desk: { postId } })

/** An invitation that came in and was laid on the head's desk, in so many hours. */
const anInvitation = (hours: number, given: Partial<NewLetter> & { until?: number | null; where?: string; link?: string } = {}, parties: Party[] = [to(headPost), { unitId: place.units.diskominfo!, role: 'registrar', desk: { accountId: clerk.id } }]): Promise<Letter> => {
  const { until = hours + 2, where = 'Aula Diskominfo', link = null, ...letter } = given
  const subject = letter.subject ?? 'Rapat koordinasi keterbukaan informasi'
  return aLetter(installation, place, { ...letter, subject, meeting: { from: inHours(hours).toISOString(), to: until === null ? null : inHours(until).toISOString(), place: where, link, agenda: subject } }, parties)
}
const change = (id: string, changed: Parameters<ReturnType<typeof port>['change']>[2]) => installation.services.database.transaction(place.id, tx => port().change(tx, id, changed))
const port = () => installation.services.ask(letters)

describe('the agenda of a person', () => {
  it('holds what letters invite them to, with place, link and letter, and of nobody else', async () => {
    const letter = await anInvitation(24, { subject: 'Rapat pejabat pengelola informasi', link: 'https://rapat.contoh.go.id/ppid' })
    const page = await head.get('/kerja/agenda')
    for (const part of ['Rapat pejabat pengelola informasi', 'Aula Diskominfo', 'href="https://rapat.contoh.go.id/ppid"', `href="/kerja/surat/${letter.id}"`]) expect(page.body).toContain(part)
    expect(page.body).toMatch(/<h2[^>]*>Pekan (?:ini|depan)<\/h2>/)
    expect((await division.get('/kerja/agenda')).body).not.toContain('Rapat pejabat pengelola informasi')
    // Whoever wrote the letter into the book is not invited.
    const office = await signIn(installation, place, clerk.username)
    expect((await office.get('/kerja/surat?buku=masuk')).statusCode).toBe(200)
    expect((await office.get('/kerja/agenda')).body).not.toContain('Rapat pejabat pengelola informasi')
  })

  it('leaves out what is over and what nobody has signed yet', async () => {
    await anInvitation(-48, { subject: 'Rapat yang sudah lewat' })
    await anInvitation(-2, { subject: 'Rapat yang masih berjalan', until: 5 })
    await anInvitation(48, { subject: 'Rapat yang masih dikonsep', origin: 'made', state: 'circulating' })
    const { body } = await head.get('/kerja/agenda')
    expect(body).not.toContain('Rapat yang sudah lewat')
    expect(body).not.toContain('Rapat yang masih dikonsep')
    expect(body).toContain('Rapat yang masih berjalan')
  })

  it('follows a disposition to whoever goes instead, and says so to both', async () => {
    const letter = await anInvitation(72, { subject: 'Forum satu data' })
    await installation.services.database.transaction(place.id, tx => port().join(tx, letter.id, [{ unitId: place.units['diskominfo-ikp']!, role: 'disposition', desk: { postId: divisionPost } }]))
    expect((await head.get('/kerja/agenda')).body).toContain('Diteruskan dengan disposisi kepada Kepala Bidang Informasi Publik')
    const theirs = (await division.get('/kerja/agenda')).body
    expect(theirs).toContain('Forum satu data')
    expect(theirs).toContain('Diteruskan kepada Anda dengan disposisi')
  })

  it('belongs to the position: whoever stands in today has it as well', async () => {
    await anInvitation(96, { subject: 'Rapat pimpinan daerah' })
    const deputy = await anAccount(installation, place, { unit: 'dpu' })
    const browser = await signIn(installation, place, deputy.username)
    expect((await browser.get('/kerja/agenda')).body).not.toContain('Rapat pimpinan daerah')
    const day = new Date().toISOString().slice(0, 10)
    await appointed(installation, place, headPost, { kind: 'plh', accountId: deputy.id, name: 'Pelaksana Harian', from: '2026-11-01', to: new Date(Date.parse(day) + 5 * 86_400_000).toISOString().slice(0, 10) })
    expect((await browser.get('/kerja/agenda')).body).toContain('Rapat pimpinan daerah')
  })

  it('marks what takes place at the same time', async () => {
    const [one, two, after] = [await anInvitation(200, { subject: 'Rapat A' }), await anInvitation(201, { subject: 'Rapat B' }), await anInvitation(203, { subject: 'Rapat C' })]
    const { body } = await head.get('/kerja/agenda')
    const of = ({ id }: Letter) => new RegExp(`<li id="${id}".*?</li>`, 's').exec(body)![0]
    expect([one, two, after].map(letter => of(letter).includes('Bentrok'))).toEqual([true, true, false])
  })

  it('shows one that was withdrawn as withdrawn', async () => {
    const letter = await anInvitation(240, { subject: 'Gladi upacara' })
    await change(letter.id, { state: 'cancelled' })
    const { body } = await head.get('/kerja/agenda')
    expect(body).toMatch(/<s><a[^>]*>Gladi upacara<\/a><\/s>/)
    expect(body).toContain('Acara dibatalkan')
  })

  it('says of a secret one nothing but when', async () => {
    await anInvitation(300, { subject: 'Pengamanan kunjungan presiden', where: 'Ruang sandi', sender: 'Kodim 0712', number: 'SR/1/2026', secrecy: 'SR' })
    const { body } = await head.get('/kerja/agenda')
    expect(body).toContain('Acara terbatas')
    for (const hidden of ['Pengamanan', 'Ruang sandi', 'Kodim', 'SR/1/2026']) expect(body).not.toContain(hidden)
  })

  it('takes the same number of queries, however much is on', async () => {
    let queries = 0
    installation.services.database.observe(() => void queries++)
    const count = async () => {
      queries = 0
      await head.get('/kerja/agenda')
      return queries
    }
    await count()
    const before = await count()
    for (let i = 0; i < 10; i++) await anInvitation(400 + i, { subject: `Rapat ${i}` })
    expect(await count()).toBe(before)
  })
})

/** A calendar as a program reads it. */
const read = (body: string) => {
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[])
  return { calendar, events: calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event)) }
}

describe('the meeting of a letter as a file', () => {
  it('is an event every calendar reads', async () => {
    const letter = await anInvitation(500, { subject: 'Rapat; koordinasi, tahap “dua”\\akhir', where: 'Aula Lantai 2, Jl. dr. Soetomo No. 1, Slawi, Kabupaten Tegal, Jawa Tengah 52417', link: 'https://rapat.contoh.go.id/a,b' })
    const answer = await head.get(`/kerja/surat/${letter.id}/acara.ics`)
    expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="acara.ics"' })
    const { events: [event] } = read(answer.body)
    expect(event).toMatchObject({ uid: letter.id, summary: 'Rapat; koordinasi, tahap “dua”\\akhir', location: 'Aula Lantai 2, Jl. dr. Soetomo No. 1, Slawi, Kabupaten Tegal, Jawa Tengah 52417' })
    expect(event!.description).toContain(`Surat ${letter.number} dari ${letter.sender}\nTautan rapat: https://rapat.contoh.go.id/a,b\n`)
    expect(event!.startDate.toJSDate()).toEqual(inHours(500))
    expect(event!.endDate.toJSDate()).toEqual(inHours(502))
    expect(event!.startDate.zone.tzid).toBe('UTC')
    // RFC 5545, 3.1: lines end with CRLF and are folded before 75 bytes.
    expect(answer.body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of answer.body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('is offered beside the letter until the meeting is over, and to nobody who may not know of the letter', async () => {
    const letter = await anInvitation(510)
    const now = new Date()
    expect(meetingActions({ now }, letter)).toEqual([{ label: 'Simpan ke kalender', href: `/kerja/surat/${letter.id}/acara.ics` }])
    expect(meetingActions({ now }, { ...letter, meeting: null })).toEqual([])
    expect(meetingActions({ now }, { ...letter, state: 'draft' })).toEqual([])
    expect(meetingActions({ now: inHours(600) }, letter)).toEqual([])
    expect((await division.get(`/kerja/surat/${letter.id}/acara.ics`)).statusCode).toBe(404)
    expect((await aBrowser(installation, place).get(`/kerja/surat/${letter.id}/acara.ics`)).statusCode).toBe(303)
    expect((await head.get(`/kerja/surat/${(await aLetter(installation, place, {}, [to(headPost)])).id}/acara.ics`)).statusCode).toBe(404)
  })

  it('tells of a secret one only its time', async () => {
    const letter = await anInvitation(520, { subject: 'Operasi gabungan', where: 'Mako', secrecy: 'R' })
    const { body } = await head.get(`/kerja/surat/${letter.id}/acara.ics`)
    const { events: [event] } = read(body)
    expect([event!.summary, event!.location, event!.description]).toEqual(['Acara terbatas', null, null])
    expect(body).not.toMatch(/Operasi|Mako|kerja\/surat/)
  })
})

describe('the calendar programs subscribe to', () => {
  const anyone = () => aBrowser(installation, place, { ip: '203.0.113.9' })
  const db = () => installation.services.database.of(place.id)
  /** Makes an address as a person does, and answers what stands on the page. */
  async function addressOf(browser: Browser): Promise<string> {
    expect((await browser.post('/kerja/agenda/langganan', { langkah: 'buat' })).statusCode).toBe(303)
    return /\/kalender\.ics\?token=[\w-]{43}/.exec((await browser.get('/kerja/agenda/langganan')).body)![0]
  }

  it('has an address that is shown once, is kept as a digest, and needs no session', async () => {
    await anInvitation(600, { subject: 'Rapat untuk kalender' })
    const address = await addressOf(head)
    const { rows } = await sql<{ stored: string }>`select s::text as stored from calendar.subscription s`.execute(db())
    expect(rows.map(({ stored }) => stored).join()).not.toContain(address.split('=')[1])
    await head.post('/kerja/agenda/langganan', { langkah: 'sudah' })
    expect((await head.get('/kerja/agenda/langganan')).body).not.toContain('token=')
    const answer = await anyone().get(address)
    expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=300' })
    expect(read(answer.body).events.map(({ summary }) => summary)).toContain('Rapat untuk kalender')
    expect((await head.get('/kerja/agenda/langganan')).body).toContain('Terakhir diambil kalender')
  })

  it('answers programs that have it already without sending it again', async () => {
    const address = await addressOf(head)
    const first = await anyone().get(address)
    const etag = String(first.headers.etag)
    expect((await anyone().get(address)).body).toBe(first.body)
    for (const sent of [etag, `W/${etag}`, `"lain", ${etag}`]) {
      const again = await anyone().get(address, { 'if-none-match': sent })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    }
    await anInvitation(610, { subject: 'Rapat tambahan' })
    expect((await anyone().get(address, { 'if-none-match': etag })).statusCode).toBe(200)
  })

  it('keeps an event itself through changes, and says when it was withdrawn', async () => {
    const letter = await anInvitation(620, { subject: 'Rapat yang berubah', until: null })
    const address = await addressOf(head)
    const event = async () => read((await anyone().get(address)).body).events.find(({ uid }) => uid === letter.id)!
    const before = await event()
    expect(before.duration.toSeconds()).toBe(7200)
    expect(before.description).toContain('Waktu selesai tidak disebut')
    await change(letter.id, { meeting: { ...letter.meeting!, place: 'Pendopo' } })
    const moved = await event()
    expect([moved.location, moved.sequence > before.sequence]).toEqual(['Pendopo', true])
    await change(letter.id, { state: 'cancelled' })
    const gone = await event()
    expect([gone.component.getFirstPropertyValue('status'), gone.sequence > moved.sequence]).toEqual(['CANCELLED', true])
    expect(gone.component.getAllSubcomponents('valarm')).toEqual([])
    const stamps = [before, moved, gone].map(({ component }) => String(component.getFirstPropertyValue('last-modified')))
    expect(stamps).toEqual(stamps.toSorted())
    expect(moved.component.getAllSubcomponents('valarm')[0]?.getFirstPropertyValue('trigger')?.toString()).toBe('-PT30M')
  })

  it('holds of secret letters only “Acara terbatas” and its time', async () => {
    const letter = await anInvitation(630, { subject: 'Rapat forkopimda tertutup', where: 'Ruang kedap', link: 'https://rahasia.contoh.go.id', sender: 'Polres Tegal', secrecy: 'R' })
    const { body } = await anyone().get(await addressOf(head))
    const event = read(body).events.find(({ uid }) => uid === letter.id)!
    expect([event.summary, event.startDate.toJSDate()]).toEqual(['Acara terbatas', inHours(630)])
    expect(body).not.toMatch(/forkopimda|kedap|rahasia\.contoh|Polres/)
  })

  it('is in the person’s own language, for each their own', async () => {
    await sql`update identity.account set language = 'en' where id = ${headAccount.id}`.execute(db())
    const mine = await anyone().get(await addressOf(head))
    expect(mine.body).toContain('Limited event')
    const theirs = await anyone().get(await addressOf(division))
    expect(read(theirs.body).events.map(({ summary }) => summary)).toEqual(['Forum satu data'])
    await sql`update identity.account set language = 'id' where id = ${headAccount.id}`.execute(db())
  })

  it('leads nowhere under an address that was replaced or stopped, or whose account was closed', async () => {
    const first = await addressOf(head)
    const second = await addressOf(head)
    expect((await anyone().get(first)).statusCode).toBe(404)
    expect((await anyone().get(second)).statusCode).toBe(200)
    await head.post('/kerja/agenda/langganan', { langkah: 'hentikan' })
    expect((await anyone().get(second)).statusCode).toBe(404)
    const leaver = await anAccount(installation, place)
    const address = await addressOf(await signIn(installation, place, leaver.username))
    expect((await anyone().get(address)).statusCode).toBe(200)
    await sql`update identity.account set state = 'inactive' where id = ${leaver.id}`.execute(db())
    expect((await anyone().get(address)).statusCode).toBe(404)
  })

  it('makes those wait who try addresses, and not those who have the right one', async () => {
    const address = await addressOf(head)
    const guesser = aBrowser(installation, place, { ip: '198.51.100.7' })
    const tries = []
    for (let i = 0; i < 24; i++) tries.push((await guesser.get(`/kalender.ics?token=${String(i).padStart(43, 'x')}`)).statusCode)
    expect(tries.filter(status => status === 404)).toHaveLength(20)
    expect(tries.at(-1)).toBe(429)
    expect((await guesser.get('/kalender.ics')).statusCode).toBe(429)
    expect((await guesser.get(address)).statusCode).toBe(200)
  })

  it('takes the same number of queries, however much is on', async () => {
    const address = await addressOf(head)
    let queries = 0
    installation.services.database.observe(() => void queries++)
    const count = async () => {
      queries = 0
      await anyone().get(address)
      return queries
    }
    await count()
    const before = await count()
    for (let i = 0; i < 10; i++) await anInvitation(700 + i)
    expect(await count()).toBe(before)
    expect(before).toBeLessThanOrEqual(5)
  })
})
