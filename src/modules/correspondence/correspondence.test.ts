import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { letters, type Letter, type Party } from './contract.ts'
import { aLetter } from './testing.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let headPost: string
let head: { id: string; username: string }

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  headPost = await aPost(installation, place, 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', { kind: 'jpt' })
  head = await anAccount(installation, place, { unit: 'diskominfo' })
  await appointed(installation, place, headPost, { accountId: head.id, from: '2026-01-02' })
  const account = await anAccount(installation, place, { unit: 'diskominfo' })
  const role = await aRole(installation, place, 'uji-sekretariat', [{ permission: 'correspondence.office', reach: 'unit-and-below' }])
  await assign(installation, place, account.id, role, 'diskominfo')
  officer = await signIn(installation, place, account.username)
})
afterAll(() => installation.close())

const letter = (values: Record<string, string> = {}) => ({
  sender: 'Badan Pusat Statistik Kabupaten Tegal', number: 'B-204/33280/VS.100/2026', letterOn: '2026-11-18', receivedOn: '2026-11-20', subject: 'Permintaan data kependudukan semester II', office: place.units.diskominfo!, to: headPost,
  kind: 'surat-dinas', via: 'paper', secrecy: 'B', urgency: 'biasa', ...values,
})

const inGovernment = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)

describe('a letter that comes in', () => {
  it('gets the next number of the agenda and lies on the leader’s desk', async () => {
    const first = await officer.post('/kerja/surat/terima', letter())
    const second = await officer.post('/kerja/surat/terima', letter({ number: 'B-205/33280/VS.100/2026' }))
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    const page = await officer.get(second.headers.location!)
    expect(page.body).toContain('2/2026')
    expect(page.body).toContain('Permintaan data kependudukan semester II')
    expect(page.body).toMatch(/Disampaikan kepada<\/dt><dd>Kepala/)
    const id = second.headers.location!.split('/').at(-1)!
    const open = await inGovernment(tx => installation.services.ask(tasks).of(tx, { matter: { kind: 'letter', id } }))
    expect(open).toMatchObject([{ kind: 'incoming', desk: { postId: headPost }, title: 'Permintaan data kependudukan semester II', dueOn: expect.stringMatching(/^20/) }])
    expect((await (await signIn(installation, place, head.username)).get(first.headers.location!)).statusCode).toBe(200)
  })

  it('of a pile leads to the form for the next one', async () => {
    const first = await officer.post('/kerja/surat/terima', letter({ number: 'B-206/33280/VS.100/2026', next: 'another' }))
    expect([first.statusCode, first.headers.location]).toEqual([303, '/kerja/surat/terima'])
    expect((await officer.get('/kerja/surat/terima')).body).toContain('Surat dicatat dengan nomor agenda')
  })

  it('is not recorded twice by mistake, and twice on purpose', async () => {
    const values = letter({ number: '005 / 77', sender: 'PT. Telkom Witel Tegal' })
    expect((await officer.post('/kerja/surat/terima', values)).statusCode).toBe(303)
    const again = await officer.post('/kerja/surat/terima', { ...values, number: '005/77', sender: 'pt telkom witel tegal' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('sudah dicatat pada')
    expect(again.body).toContain('value="pt telkom witel tegal"')
    expect((await officer.post('/kerja/surat/terima', { ...values, twice: 'on' })).statusCode).toBe(303)
  })

  it.each([
    ['letterOn', { letterOn: '2026-11-21' }, 'Tanggal surat sesudah tanggal diterima'],
    ['receivedOn', { receivedOn: '2099-01-01', letterOn: '2026-11-20' }, 'Tanggal diterima belum tiba'],
    ['replyBy', { replyBy: '2026-11-01' }, 'Batas jawaban mendahului'],
    ['kind', { kind: 'surat-cinta' }, 'Pilih jenis surat dari daftar'],
    ['classification', { classification: '999.9' }, 'Pilih kode klasifikasi dari daftar'],
    ['meetingPlace', { meetingFrom: '2026-12-01T09:00' }, 'Isi tempat acara'],
    ['meetingTo', { meetingFrom: '2026-12-01T09:00', meetingTo: '2026-12-01T08:00', meetingPlace: 'Pendopo' }, 'Acara selesai sebelum mulai'],
    ['subject', { subject: 'abc' }, 'Isi perihal'],
  ])('says what to change about %s, and keeps what was typed', async (field, wrong, sentence) => {
    const answer = await officer.post('/kerja/surat/terima', letter({ number: `uji-${field}`, ...wrong }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    expect(answer.body).toContain(`href="#f-${field}"`)
    expect(answer.body).toContain(`value="uji-${field}"`)
  })

  it('is recorded only for an office whose agenda the person keeps', async () => {
    const answer = await officer.post('/kerja/surat/terima', letter({ office: place.units.dpu!, number: 'lain' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Pilih kantor yang agendanya Anda pegang')
  })
})

describe('a secret letter', () => {
  it('shows the secretariat that recorded it nothing but that it is there', async () => {
    const recorded = await officer.post('/kerja/surat/terima', letter({ number: 'R/12/XI/2026', secrecy: 'R', subject: 'Perkembangan situasi menjelang pemungutan suara' }))
    const list = await officer.get('/kerja/surat?buku=masuk')
    expect(list.body).not.toContain('Perkembangan situasi')
    expect(list.body).not.toContain('R/12/XI/2026')
    expect(list.body).toContain('Surat rahasia')
    const book = await officer.get('/kerja/surat/unduh.csv?buku=masuk')
    expect(book.body).toContain('Surat rahasia')
    expect(book.body).not.toContain('Perkembangan situasi')
    // Reading it asks who is there once more.
    expect((await officer.get(recorded.headers.location!)).headers.location).toMatch(/^\/konfirmasi\?lanjut=/)
  })

  it('stands in the agenda of its class alone, also when it became secret later', async () => {
    const recorded = await officer.post('/kerja/surat/terima', letter({ number: '900/17/2026', subject: 'Rencana mutasi pejabat' }))
    const lines = async (secrecy: string) => [...(await officer.get(`/kerja/surat?buku=masuk&sifat=${secrecy}`)).body.matchAll(/href="\/kerja\/surat\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
    const id = recorded.headers.location!.split('/').at(-1)!
    const before = await lines('R')
    expect(before).toHaveLength(1)
    expect(before).not.toContain(id)
    await inGovernment(tx => sql`update correspondence.letter set secrecy = 'R' where id = ${id}`.execute(tx))
    expect(await lines('R')).toEqual([id, ...before])
    expect(await lines('SR')).toEqual([])
    await inGovernment(tx => sql`update correspondence.letter set secrecy = 'T' where id = ${id}`.execute(tx))
    expect([await lines('R'), await lines('T')]).toEqual([before, [id]])
  })
})

describe('the search for letters', () => {
  const one = (secrecy: Letter['secrecy'], subject: string, parties: Party[]) => aLetter(installation, place, { secrecy, subject }, parties)
  it('finds by key, and nothing for those without one', async () => {
    const unitId = place.units.diskominfo!
    await one('B', 'Pengadaan serat optik antardesa', [{ unitId, role: 'to', desk: null }])
    await one('SR', 'Pengadaan alat sadap rahasia', [{ unitId, role: 'to', desk: { postId: headPost } }])
    const stranger = await signIn(installation, place, (await anAccount(installation, place, { unit: 'dpu' })).username)
    expect((await officer.get('/kerja/surat?q=serat+optik')).body).toContain('Pengadaan serat optik antardesa')
    expect((await officer.get('/kerja/cari?q=serat+optik')).body).toContain('Pengadaan serat optik antardesa')
    for (const path of ['/kerja/surat?q=serat+optik', '/kerja/cari?q=serat+optik', '/cari?q=serat+optik']) expect((await stranger.get(path)).body).not.toContain('antardesa')
    for (const browser of [officer, stranger]) for (const path of ['/kerja/surat?q=sadap', '/kerja/cari?q=sadap', '/kerja/surat?q=pengadaan']) expect((await browser.get(path)).body).not.toContain('sadap rahasia')
  })
})

describe('a signed letter', () => {
  it('reaches positions, units, people outside and the secretariat for print, each once', async () => {
    const dpu = await aPost(installation, place, 'dpu', 'Kepala Dinas Pekerjaan Umum', { kind: 'jpt' })
    const { services } = installation
    const made = await aLetter(installation, place, { origin: 'made', state: 'signed', sender: 'Dinas Komunikasi dan Informatika', subject: 'Undangan rapat koordinasi jaringan' }, [{ unitId: place.units.diskominfo!, role: 'maker', desk: null }])
    await inGovernment(async tx => {
      const port = services.ask(letters)
      await port.change(tx, made.id, { code: 'ABCDEFGH1234' })
      await port.address(tx, made.id, [
        { role: 'to', name: 'Kepala Dinas Pekerjaan Umum', postId: dpu, unitId: null, email: null, address: null },
        { role: 'copy', name: 'Camat Slawi', postId: null, unitId: place.units.slawi!, email: null, address: null },
        { role: 'to', name: 'BPS', postId: null, unitId: null, email: 'bps3328@contoh.id', address: null },
        { role: 'to', name: 'PT Contoh', postId: null, unitId: null, email: null, address: 'Jalan Ahmad Yani 1' },
      ])
      await port.deliver(tx, (await port.byId(tx, made.id))!, null)
      await port.deliver(tx, (await port.byId(tx, made.id))!, null)
    })
    const [waiting, receipts, letter] = await inGovernment(async tx => [await services.ask(tasks).of(tx, { matter: { kind: 'letter', id: made.id } }), await services.ask(letters).receipts(tx, made.id), await services.ask(letters).byId(tx, made.id)] as const)
    expect(waiting.map(({ kind, unitId }) => [kind, unitId]).toSorted()).toEqual([['copy', place.units.slawi], ['incoming', place.units.dpu], ['send', place.units.diskominfo]])
    expect(receipts.map(({ unitId, sequence }) => [unitId, sequence]).toSorted()).toEqual([[place.units.dpu, 1], [place.units.slawi, 1]].toSorted())
    expect(letter?.state).toBe('signed')
    const sent = await officer.post(`/kerja/surat/${made.id}/kirim`, { on: '2026-11-20', by: 'Kurir' })
    expect(sent.statusCode).toBe(303)
    expect((await inGovernment(tx => services.ask(letters).byId(tx, made.id)))?.state).toBe('sent')
  })
})

it('a letter is found by words that share their stem with one nobody searches for', async () => {
  await aLetter(installation, place, { subject: 'Permintaan tenaga penyelenggara adibusana' })
  expect((await officer.get('/kerja/surat?q=permintaan+tenaga+adibusana')).body).toContain('Permintaan tenaga penyelenggara adibusana')
})
