import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import { isWorkingDay } from '#platform/time/working-days.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { seated, type Seat } from '#app/testing/seats.ts'
import { letters, type NewLetter } from '#modules/correspondence/contract.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { dispositions } from './contract.ts'
import { answered } from './follow-up.ts'
import { remind } from './remind.ts'
import { chainOf, markRead } from './store.ts'
import { disposed, onDesk, reported } from './testing.ts'

let installation: Installation
let place: TestGovernment
let seats: Record<string, Seat>

const chart = [
  ['kadis', 'diskominfo', 'Kepala Dinas Kominfo', { kind: 'jpt', rank: 1 }],
  ['sekdin', 'diskominfo', 'Sekretaris Dinas Kominfo', { kind: 'administrator', rank: 2 }],
  ['kabid', 'diskominfo-ikp', 'Kepala Bidang IKP', { kind: 'administrator', rank: 1 }],
  ['pranata', 'diskominfo-ikp', 'Pranata Humas Ahli Muda', { kind: 'fungsional', rank: 20 }],
] as const

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  seats = await seated(installation, place, chart)
})
afterAll(() => installation.close())

const at = (name: string) => seats[name]!
const post = (name: string) => at(name).postId
const shifted = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
const missing = (body: string, said: readonly string[]) => said.filter(one => !body.includes(one))
const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const chain = (letterId: string) => within(tx => chainOf(tx, letterId))
const states = async (letterId: string) => (await chain(letterId)).recipients.map(one => [one.title, one.state])
const tasksOf = async (letterId: string) => (await within(tx => installation.services.ask(tasks).of(tx, { matter: { kind: 'letter', id: letterId } }))).map(one => ['postId' in one.desk ? Object.keys(seats).find(name => post(name) === ('postId' in one.desk ? one.desk.postId : '')) : 'other', one.kind, one.outcome])
const receipts = (letterId: string) => within(tx => installation.services.ask(letters).receipts(tx, letterId))
const told = async (name: string) => (await notificationsOf(installation.services.database.of(place.id), at(name).account.id)).map(({ text, values }) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key])))
const recipient = async (letterId: string, name: string) => (await chain(letterId)).recipients.findLast(one => one.postId === post(name))!.id

/** Sends a report of the division with a file, as a browser would. */
const sendFile = (page: string, laporan: string, filename: string, body: string) => at('kabid').browser.upload(page, { laporan }, [{ name: 'berkas', filename, body: Buffer.from(body) }])

/** A letter on the desk of the head, with its line in the agenda. */
async function letterAt(over: Partial<NewLetter> = {}): Promise<string> {
  const letter = await aLetter(installation, place, over)
  await within(tx => sql`insert into correspondence.receipt (letter_id, unit_id, year, sequence, received_on, via)
    values (${letter.id}, ${letter.unitId}, 2026, (select coalesce(max(sequence), 0) + 1 from correspondence.receipt), current_date, 'paper')`.execute(tx))
  await onDesk(installation, place, letter.id, post('kadis'))
  return letter.id
}

/** Head → division, and from there → its expert. */
async function passedOn(over: Partial<NewLetter> = {}): Promise<string> {
  const id = await letterAt(over)
  await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid'), post('sekdin')], dueOn: shifted(7) })
  await disposed(installation, place, { letterId: id, by: at('kabid').account, to: [post('pranata')], instructions: ['telaah'] })
  return id
}

describe('a report', () => {
  it('goes up the chain step by step, and closes the letter for the office at the top', async () => {
    const id = await passedOn()
    const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'pranata')}/lapor`
    const empty = await at('pranata').browser.post(page, { laporan: ' ' })
    expect([empty.statusCode, missing(empty.body, ['Tulis apa yang sudah dikerjakan, atau lampirkan berkasnya.'])]).toEqual([422, []])
    expect((await at('pranata').browser.post(page, { laporan: 'Telaah terlampir di map.' })).statusCode).toBe(303)
    expect(await states(id)).toEqual([['Kepala Bidang IKP', 'passed-on'], ['Pranata Humas Ahli Muda', 'reported'], ['Sekretaris Dinas Kominfo', 'unread']])
    expect(await told('kabid')).toContain('Pranata Humas Ahli Muda melapor selesai: Permintaan data kependudukan semester II')
    expect((await tasksOf(id)).at(-1), 'it is on the desk of the division again').toEqual(['kabid', 'disposition', null])
    expect((await receipts(id))[0]).toMatchObject({ closedAt: null })

    const up = `/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/lapor`
    expect((await at('kabid').browser.get(up)).body, 'what was reported below is there to go on from').toContain('>Telaah terlampir di map.</textarea>')
    expect((await at('kabid').browser.post(up, { laporan: 'Data sudah dikirim.' })).statusCode).toBe(303)
    expect((await receipts(id))[0]).toMatchObject({ outcome: 'done' })
    expect(await told('kadis')).toContain('Kepala Bidang IKP melapor selesai: Permintaan data kependudukan semester II')
    expect((await chain(id)).dispositions.map(one => one.doneAt !== null)).toEqual([true, true])
    expect((await at('kabid').browser.get(up)).statusCode, 'it cannot be reported twice').toBe(403)
  })

  it('of somebody above ends what waits below', async () => {
    const id = await passedOn()
    await reported(installation, place, { letterId: id, postId: post('kabid'), by: at('kabid').account })
    expect(await states(id)).toEqual([['Kepala Bidang IKP', 'reported'], ['Pranata Humas Ahli Muda', 'closed'], ['Sekretaris Dinas Kominfo', 'unread']])
    expect(await tasksOf(id)).toEqual([['kadis', 'incoming', 'disposed'], ['kabid', 'disposition', 'passed-on'], ['sekdin', 'disposition', null], ['pranata', 'disposition', 'closed']])
  })

  it('that is accepted leaves nothing to anybody; one that is sent back lies on the desk again', async () => {
    const id = await passedOn()
    await reported(installation, place, { letterId: id, postId: post('kabid'), by: at('kabid').account })
    const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/laporan`
    expect((await at('sekdin').browser.get(page)).statusCode, 'others in the chain do not judge').toBe(403)
    const without = await at('kadis').browser.post(page, { langkah: 'kembalikan' })
    expect([without.statusCode, missing(without.body, ['Tulis apa yang masih perlu dikerjakan.'])]).toEqual([422, []])
    expect((await at('kadis').browser.post(page, { langkah: 'kembalikan', catatan: 'Lengkapi data desa.' })).statusCode).toBe(303)
    expect((await states(id))[0]).toEqual(['Kepala Bidang IKP', 'read'])
    expect((await tasksOf(id)).at(-1)).toEqual(['kabid', 'disposition', null])
    expect(await told('kabid')).toContain('Laporan disposisi dikembalikan: Permintaan data kependudukan semester II')
    await reported(installation, place, { letterId: id, postId: post('kabid'), by: at('kabid').account, text: 'Sudah dilengkapi.' })
    expect((await at('kadis').browser.post(page, { langkah: 'terima', catatan: '' })).statusCode).toBe(303)
    expect((await tasksOf(id)).filter(([, , outcome]) => outcome === null)).toEqual([])
    const seen = (await at('kadis').browser.get(`/kerja/surat/${id}/disposisi`)).body
    expect(missing(seen, ['Lengkapi data desa.', 'Sudah dilengkapi.', 'Dikembalikan', 'Diterima'])).toEqual([])
  })

  it('is a tap where nothing was asked but to know', async () => {
    const id = await letterAt()
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('sekdin')], instructions: ['untuk-diketahui'] })
    const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'sekdin')}/lapor`
    expect((await at('sekdin').browser.get(page)).body).toContain('Sudah diketahui')
    expect((await at('sekdin').browser.post(page, { laporan: '' })).statusCode).toBe(303)
  })

  it('may have files, for those in the chain and nobody else', async () => {
    const id = await letterAt()
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid')] })
    const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/lapor`
    const bad = await sendFile(page, 'Lihat berkas.', 'laporan.exe', 'MZ\u0000\u0001\u0002')
    expect([bad.statusCode, missing(bad.body, ['Jenis berkas laporan.exe tidak diterima', 'Lihat berkas.'])]).toEqual([422, []])
    const sent = await sendFile(page, '', 'hasil.csv', 'desa,jumlah\nKalisapu,12\n')
    expect(sent.statusCode).toBe(303)
    const body = (await at('kadis').browser.get(`/kerja/surat/${id}/disposisi`)).body
    const address = /href="([^"]+\/disposisi\/berkas\/[^"]+)"/.exec(body)![1]!
    expect((await at('kadis').browser.get(address)).body).toContain('Kalisapu,12')
    expect((await at('pranata').browser.get(address)).statusCode).toBe(404)
  })
})

describe('recalling', () => {
  it('takes the letter off the desk again, as long as it was not read, and another one becomes responsible', async () => {
    const id = await letterAt()
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid'), post('sekdin')] })
    const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/tarik`
    expect((await at('sekdin').browser.get(page)).statusCode).toBe(403)
    expect((await at('kadis').browser.post(page, { alasan: '' })).statusCode).toBe(422)
    expect((await at('kadis').browser.post(page, { alasan: 'Salah bidang.' })).statusCode).toBe(303)
    expect((await chain(id)).recipients.filter(one => one.responsible && one.state !== 'recalled').map(one => one.title)).toEqual(['Sekretaris Dinas Kominfo'])
    expect(await tasksOf(id)).toEqual([['kadis', 'incoming', 'disposed'], ['kabid', 'disposition', 'recalled'], ['sekdin', 'disposition', null]])
    expect(missing((await at('sekdin').browser.get(`/kerja/surat/${id}/disposisi`)).body, ['Salah bidang.'])).toEqual([])
    expect((await at('kabid').browser.get(`/kerja/surat/${id}/disposisi`)).statusCode, 'who was recalled sees no chain').toBe(404)
    expect((await at('kabid').browser.get(`/kerja/surat/${id}`)).statusCode, 'nor the letter').toBe(404)
  })

  it('is too late once it was read, and says so', async () => {
    const id = await letterAt()
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid')] })
    const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/tarik`
    expect((await at('kabid').browser.get(`/kerja/surat/${id}/disposisi`)).statusCode).toBe(200)
    expect(missing((await at('kadis').browser.get(page)).body, ['sudah dibaca Kepala Bidang IKP'])).toEqual([])
    expect(await states(id)).toEqual([['Kepala Bidang IKP', 'read']])
  })

  it('and reading at the same moment: one of the two wins, never both', async () => {
    for (let n = 0; n < 6; n++) {
      const id = await letterAt()
      await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid')] })
      const page = `/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/tarik`
      const [recalled] = await Promise.all([at('kadis').browser.post(page, { alasan: 'Salah bidang.' }).catch(() => null), within(tx => markRead(tx, id, [post('kabid')], at('kabid').account.id))])
      const [one] = (await chain(id)).recipients
      expect([303, 422, undefined]).toContain(recalled?.statusCode)
      expect([one!.state, one!.readAt !== null]).toEqual(recalled?.statusCode === 303 ? ['recalled', false] : ['read', true])
    }
  })

  it('of the last one gives the letter back to whoever disposed of it', async () => {
    const id = await letterAt()
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid')] })
    expect((await at('kadis').browser.post(`/kerja/surat/${id}/disposisi/${await recipient(id, 'kabid')}/tarik`, { alasan: 'Saya tangani sendiri.' })).statusCode).toBe(303)
    expect((await tasksOf(id)).at(-1)).toEqual(['kadis', 'incoming', null])
    const deep = await passedOn()
    expect((await at('kabid').browser.post(`/kerja/surat/${deep}/disposisi/${await recipient(deep, 'pranata')}/tarik`, { alasan: 'Saya tangani sendiri.' })).statusCode).toBe(303)
    expect((await tasksOf(deep)).at(-1)).toEqual(['kabid', 'disposition', null])
    expect((await states(deep))[0]).toEqual(['Kepala Bidang IKP', 'read'])
  })
})

describe('an answer', () => {
  it('that is signed settles the dispositions it answers, and the letter for the office', async () => {
    const id = await passedOn()
    const answer = await aLetter(installation, place, { origin: 'made', state: 'signed', answersId: id, signerPostId: post('kadis') })
    await within(tx => answered({ tx, services: installation.services, payload: { letterId: answer.id } }))
    expect(await states(id)).toEqual([['Kepala Bidang IKP', 'answered'], ['Pranata Humas Ahli Muda', 'answered'], ['Sekretaris Dinas Kominfo', 'unread']])
    expect((await receipts(id))[0]).toMatchObject({ outcome: 'answered' })
    expect((await tasksOf(id)).filter(([, , outcome]) => outcome === 'answered').map(([name]) => name)).toEqual(['pranata'])
    const stray = await aLetter(installation, place, { origin: 'made', state: 'signed', signerPostId: post('kadis') })
    await within(tx => answered({ tx, services: installation.services, payload: { letterId: stray.id } }))
  })
})

describe('the sheet', () => {
  it('has the letter, who asked what of whom and what came of it on one page', async () => {
    const id = await passedOn()
    await reported(installation, place, { letterId: id, postId: post('pranata'), by: at('pranata').account, text: 'Telaah selesai.' })
    const answer = await at('kadis').browser.get(`/kerja/surat/${id}/disposisi/lembar.pdf`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    const { text, totalPages } = await extractText(new Uint8Array(answer.rawPayload), { mergePages: true })
    expect(totalPages).toBe(1)
    const words = text.replace(/\s+/g, ' ')
    expect(missing(words, ['LEMBAR DISPOSISI', 'PEMERINTAH KABUPATEN TEGAL', 'DINAS KOMUNIKASI DAN INFORMATIKA', 'Badan Pusat Statistik', 'Permintaan data kependudukan', 'Kepala Dinas Kominfo', 'Tindak lanjuti', 'Kepala Bidang IKP', 'Penanggung jawab', 'Pelajari dan telaah', 'Telaah selesai.'])).toEqual([])
    expect((await at('kabid').browser.get(`/kerja/surat/${await letterAt()}/disposisi/lembar.pdf`)).statusCode).toBe(404)
  })
})

describe('what is late', () => {
  /** The next day on which offices are open, so that the test does not care what day it is. */
  const workday = (from: Date) => {
    let at = from
    while (!isWorkingDay(dayIn(at, 'Asia/Jakarta'), new Set())) at = new Date(at.getTime() + 86_400_000)
    return at
  }

  it('is counted by office, listed for the giver, and told once a day to those who have it and those who gave it', async () => {
    const id = await letterAt({ subject: 'Surat yang terlambat' })
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid')], dueOn: shifted(0) })
    const secret = await letterAt({ subject: 'Perkara yang terlambat', secrecy: 'R' })
    await disposed(installation, place, { letterId: secret, by: at('kadis').account, to: [post('sekdin')], dueOn: shifted(0) })
    const later = workday(new Date(Date.now() + 4 * 86_400_000))
    const counts = await installation.services.ask(dispositions).counts(installation.services.database.of(place.id), dayIn(later, 'Asia/Jakarta'))
    expect(counts.find(one => one.officeId === place.units.diskominfo)).toMatchObject({ late: 1 })

    const before = (await Promise.all(['kadis', 'kabid', 'sekdin'].map(told))).map(list => list.length)
    const soon = workday(new Date(Date.now() + 86_400_000))
    expect(await remind(installation.services, place.id, soon)).toBeGreaterThan(2)
    expect(await remind(installation.services, place.id, soon), 'once a day').toBe(0)
    const [giver, one, other] = await Promise.all(['kadis', 'kabid', 'sekdin'].map(told))
    expect([giver!.length, one!.length, other!.length]).toEqual(before.map(n => n + 1))
    expect(one![0]).toMatch(/^Disposisi kepada Anda: 1 lewat batas waktu/)
    expect(giver![0]).toContain('belum menyelesaikan disposisi Anda')
    expect(JSON.stringify([giver, other]), 'no note says what a secret letter is about').not.toContain('Perkara')
    const saturday = new Date('2026-11-28T02:00:00Z')
    expect(await remind(installation.services, place.id, saturday), 'not on days offices are closed').toBe(0)

    const list = (await at('kadis').browser.get('/kerja/disposisi')).body
    expect(missing(list, ['Surat yang terlambat', 'Surat rahasia', 'Kepala Bidang IKP'])).toEqual([])
    expect(list).not.toContain('Perkara yang terlambat')
    expect((await installation.services.ask(governmentDirectory).byId(place.id))?.zone).toBe('Asia/Jakarta')
  })

  it('is not what is done', async () => {
    const id = await letterAt({ subject: 'Surat yang sudah selesai' })
    await disposed(installation, place, { letterId: id, by: at('kadis').account, to: [post('kabid')], dueOn: shifted(0) })
    await reported(installation, place, { letterId: id, postId: post('kabid'), by: at('kabid').account })
    expect((await at('kadis').browser.get('/kerja/disposisi?tahap=berjalan')).body).not.toContain('Surat yang sudah selesai')
    expect((await at('kadis').browser.get('/kerja/disposisi?tahap=selesai')).body).toContain('Surat yang sudah selesai')
  })
})
