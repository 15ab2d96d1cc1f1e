import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changed } from '#platform/db/changes.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { seated, type Seat } from '#app/testing/seats.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import { letters, type NewLetter } from '#modules/correspondence/contract.ts'
import { chainOf } from './store.ts'
import { disposed, onDesk } from './testing.ts'

let installation: Installation
let place: TestGovernment
/** Whoever sits there, by the position's short name. */
let seats: Record<string, Seat>

const chart = [
  ['bupati', 'pemerintah', 'Bupati', { kind: 'lain', rank: 1 }],
  ['kadis', 'diskominfo', 'Kepala Dinas Kominfo', { kind: 'jpt', rank: 1 }],
  ['sekdin', 'diskominfo', 'Sekretaris Dinas Kominfo', { kind: 'administrator', rank: 2 }],
  ['staf', 'diskominfo', 'Pengadministrasi Umum', { kind: 'pelaksana', rank: 90 }],
  ['kabid', 'diskominfo-ikp', 'Kepala Bidang IKP', { kind: 'administrator', rank: 1 }],
  ['pranata', 'diskominfo-ikp', 'Pranata Humas Ahli Muda', { kind: 'fungsional', rank: 20 }],
  ['kadpu', 'dpu', 'Kepala Dinas PU', { kind: 'jpt', rank: 1 }],
] as const

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  seats = await seated(installation, place, chart)
})
afterAll(() => installation.close())

const today = () => dayIn(new Date(), 'Asia/Jakarta')
const shifted = (days: number) => dayIn(new Date(Date.now() + days * 86_400_000), 'Asia/Jakarta')
const at = (name: string) => seats[name]!
const post = (name: string) => at(name).postId
/** What of this the page does not say: short when it fails. */
const missing = (body: string, said: readonly string[]) => said.filter(one => !body.includes(one))
const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const waiting = (letterId: string) => within(tx => installation.services.ask(tasks).of(tx, { matter: { kind: 'letter', id: letterId } }))
const chain = (letterId: string) => within(tx => chainOf(tx, letterId))

/** A letter that has come to somebody's desk. */
async function letterAt(name: string, over: Partial<NewLetter> = {}): Promise<string> {
  const letter = await aLetter(installation, place, over)
  await onDesk(installation, place, letter.id, post(name))
  return letter.id
}

const dispose = (name: string, letterId: string, values: Record<string, string | string[]>) =>
  at(name).browser.post(`/kerja/surat/${letterId}/disposisi`, { sebagai: post(name), batas: '5', ...values })

describe('disposing of a letter', () => {
  it('offers those below with the names of who is in charge, the words, and deadlines by a tap', async () => {
    const id = await letterAt('kadis')
    const { statusCode, body } = await at('kadis').browser.get(`/kerja/surat/${id}/disposisi`)
    expect(statusCode).toBe(200)
    expect(missing(body, ['Sekretaris Dinas Kominfo', 'Nama sekdin', 'Kepala Bidang IKP', 'Pengadministrasi Umum', 'Tindak lanjuti', 'Pelajari dan telaah', 'Hari ini', '2 hari kerja', '5 hari kerja'])).toEqual([])
    const others = [post('kadis'), post('bupati'), post('kadpu'), post('pranata')].map(id => `name="kepada" value="${id}"`)
    expect(missing(body, others)).toEqual(others)
  })

  it('puts it on the desks of the recipients, lets them read the letter, and takes it off the giver’s', async () => {
    const id = await letterAt('kadis')
    expect((await at('kabid').browser.get(`/kerja/surat/${id}`)).statusCode).toBe(404)
    const answer = await dispose('kadis', id, { kepada: [post('kabid'), post('sekdin')], penanggung: post('kabid'), arahan: ['tindak-lanjuti', 'koordinasikan'], catatan: 'Libatkan BPS.', batas: '2' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/kerja/surat/${id}`])
    const { dispositions: [given], recipients } = await chain(id)
    expect(given).toMatchObject({ postId: post('kadis'), name: 'Nama kadis', capacity: 'definitif', instructions: ['tindak-lanjuti', 'koordinasikan'], note: 'Libatkan BPS.', parentId: null, officeId: place.units.diskominfo })
    expect(given!.dueOn! > today()).toBe(true)
    expect(recipients.map(one => [one.title, one.name, one.responsible, one.state])).toEqual([['Kepala Bidang IKP', 'Nama kabid', true, 'unread'], ['Sekretaris Dinas Kominfo', 'Nama sekdin', false, 'unread']])
    expect((await waiting(id)).map(task => [task.kind, 'postId' in task.desk && task.desk.postId, task.outcome, task.dueOn])).toEqual([
      ['incoming', post('kadis'), 'disposed', null], ['disposition', post('kabid'), null, given!.dueOn], ['disposition', post('sekdin'), null, given!.dueOn],
    ])
    const page = await at('kabid').browser.get(`/kerja/surat/${id}/disposisi`)
    expect(missing(page.body, ['Libatkan BPS.', 'Tindak lanjuti, Koordinasikan', 'Nama kadis'])).toEqual([])
    expect((await at('pranata').browser.get(`/kerja/surat/${id}/disposisi`)).statusCode).toBe(404)
  })

  it('takes one tap: what this position asked before, with the deadline of the letter', async () => {
    await disposed(installation, place, { letterId: await letterAt('kadis'), by: at('kadis').account, to: [post('sekdin')], instructions: ['siapkan-bahan'] })
    await disposed(installation, place, { letterId: await letterAt('kadis'), by: at('kadis').account, to: [post('sekdin')], instructions: ['siapkan-bahan'] })
    const id = await letterAt('kadis', { replyBy: shifted(4) })
    const value = `${post('sekdin')}:siapkan-bahan`
    const answer = await at('kadis').browser.post(`/kerja/surat/${id}/disposisi`, { sebagai: post('kadis'), pola: value })
    expect(answer.statusCode).toBe(303)
    expect((await chain(id)).dispositions).toMatchObject([{ instructions: ['siapkan-bahan'], dueOn: shifted(4) }])
    const again = await at('kadis').browser.post(`/kerja/surat/${id}/disposisi`, { sebagai: post('kadis'), pola: value })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('sudah menerima disposisi surat ini dari Anda')
  })

  it.each<[string, string, () => Record<string, string | string[]>, string]>([
    ['nobody', 'kepada', () => ({ kepada: [], arahan: 'tindak-lanjuti' }), 'Pilih paling sedikit satu penerima'],
    ['nothing', 'arahan', () => ({ kepada: post('kabid'), catatan: '' }), 'Pilih arahan, atau tulis catatan'],
    ['two without one who is responsible', 'penanggung', () => ({ kepada: [post('kabid'), post('sekdin')], arahan: 'tindak-lanjuti' }), 'Pilih satu penanggung jawab'],
    ['one responsible who is no recipient', 'penanggung', () => ({ kepada: [post('kabid'), post('sekdin')], penanggung: post('staf'), arahan: 'tindak-lanjuti' }), 'Pilih satu penanggung jawab'],
    ['upwards', 'kepada', () => ({ kepada: post('bupati'), arahan: 'tindak-lanjuti' }), 'Bupati adalah atasan'],
    ['themself', 'kepada', () => ({ kepada: post('kadis'), arahan: 'tindak-lanjuti' }), 'jabatan sendiri'],
    ['another agency', 'kepada', () => ({ kepada: post('kadpu'), arahan: 'tindak-lanjuti' }), 'tidak berada di bawah jabatan Anda'],
    ['a position that never was', 'kepada', () => ({ kepada: '019a0000-0000-7000-8000-000000000000', arahan: 'tindak-lanjuti' }), 'sudah tidak ada'],
    ['a word nobody knows', 'arahan', () => ({ kepada: post('kabid'), arahan: 'cepat-cepat' }), 'sudah tidak dipakai'],
    ['yesterday', 'batas_pada', () => ({ kepada: post('kabid'), arahan: 'hadiri', batas: 'tanggal', batas_pada: shifted(-1) }), 'Batas waktu sudah lewat'],
    ['some day', 'batas_pada', () => ({ kepada: post('kabid'), arahan: 'hadiri', batas: 'tanggal' }), 'Isi tanggal batas waktu'],
    ['a deadline of words', 'batas', () => ({ kepada: post('kabid'), arahan: 'hadiri', batas: 'besok' }), 'Pilih batas waktu'],
  ])('to %s is refused beside the field, and nothing typed is lost', async (_, field, values, sentence) => {
    const id = await letterAt('kadis')
    const answer = await dispose('kadis', id, { catatan: 'Catatan yang sudah ditulis', ...values() })
    expect(answer.statusCode).toBe(422)
    expect(missing(answer.body, [sentence, `href="#f-${field}"`, ...(field === 'arahan' && !('arahan' in values()) ? [] : ['Catatan yang sudah ditulis'])])).toEqual([])
    expect((await chain(id)).dispositions).toEqual([])
  })

  it('finds deeper positions by their unit', async () => {
    const id = await letterAt('kadis')
    const found = await at('kadis').browser.get(`/kerja/surat/${id}/disposisi?q=informasi%20publik`)
    expect(found.body).toContain(`value="${post('pranata')}"`)
    expect((await at('kadis').browser.get(`/kerja/surat/${id}/disposisi?q=pekerjaan%20umum`)).body).toContain('Tidak ada jabatan di bawah Anda')
    expect((await dispose('kadis', id, { kepada: post('pranata'), arahan: 'telaah' })).statusCode).toBe(303)
  })

  it('looks for recipients without losing what was ticked and written', async () => {
    const id = await letterAt('kadis')
    const first = await dispose('kadis', id, { langkah: 'cari', q: 'informasi publik', kepada: post('sekdin'), arahan: 'telaah', catatan: 'Ditulis sebelum mencari' })
    expect([first.statusCode, missing(first.body, [`value="${post('pranata')}"`, 'Ditulis sebelum mencari'])]).toEqual([200, []])
    const second = await dispose('kadis', id, { langkah: 'cari', q: 'pekerjaan umum', kepada: [post('sekdin'), post('pranata')], arahan: 'telaah' })
    const ticked = [...second.body.matchAll(/<input[^>]*name="kepada"[^>]*>/g)].map(([tag]) => tag).filter(tag => / checked/.test(tag)).map(tag => /value="([^"]+)"/.exec(tag)?.[1])
    expect(ticked.toSorted()).toEqual([post('sekdin'), post('pranata')].toSorted())
    expect(second.body).toContain('Tidak ada jabatan di bawah Anda')
    expect((await chain(id)).dispositions).toEqual([])
  })

  it('reaches from the secretary of the region to the heads of agencies that answer to it, and from no other secretariat', async () => {
    const unit = async (slug: string, name: string) => within(async tx => {
      const { rows } = await sql<{ id: string }>`insert into organisation.unit (parent_id, path, slug, name, short_name, kind) values (${place.units.pemerintah}, '', ${slug}, ${name}, ${name}, 'secretariat') returning id`.execute(tx)
      await changed(tx, `units:${place.id}`)
      place.units[slug] = rows[0]!.id
    })
    const head = async (slug: string, title: string) => {
      const postId = await aPost(installation, place, slug, title, { kind: 'jpt' })
      const account = await anAccount(installation, place, { unit: slug })
      await appointed(installation, place, postId, { accountId: account.id, name: `Nama ${slug}`, from: '2026-01-02' })
      const letter = await aLetter(installation, place, { unit: slug })
      await onDesk(installation, place, letter.id, postId)
      return { postId, letterId: letter.id, browser: await signIn(installation, place, account.username) }
    }
    await unit('setda', 'Sekretariat Daerah')
    await unit('setwan', 'Sekretariat DPRD')
    const [region, council] = [await head('setda', 'Sekretaris Daerah'), await head('setwan', 'Sekretaris DPRD')]
    await within(tx => sql`update organisation.position set superior_id = ${region.postId} where id = any(${[post('kadis'), post('kadpu')]}::uuid[])`.execute(tx))
    const agencies = [post('kadis'), post('kadpu')].map(id => `name="kepada" value="${id}"`)
    expect(missing((await region.browser.get(`/kerja/surat/${region.letterId}/disposisi`)).body, agencies)).toEqual([])
    expect(missing((await council.browser.get(`/kerja/surat/${council.letterId}/disposisi`)).body, agencies)).toEqual(agencies)
    const given = await region.browser.post(`/kerja/surat/${region.letterId}/disposisi`, { sebagai: region.postId, kepada: [post('kadis'), post('kabid')], penanggung: post('kadis'), arahan: 'koordinasikan', batas: '5' })
    expect(given.statusCode).toBe(303)
    const others = await region.browser.post(`/kerja/surat/${region.letterId}/disposisi`, { sebagai: region.postId, kepada: [council.postId, post('bupati')], penanggung: council.postId, arahan: 'hadiri', batas: '5' })
    expect(missing(others.body, ['Sekretaris DPRD tidak berada di bawah jabatan Anda', 'Bupati adalah atasan'])).toEqual([])
    await within(tx => sql`update organisation.position set superior_id = null where superior_id = ${region.postId}`.execute(tx))
  })

  it('is nothing for colleagues, nor for a holder while somebody acts for the day; whoever acts may', async () => {
    const deputy = await anAccount(installation, place, { name: 'Nama Plh' })
    const postId = await aPost(installation, place, 'slawi', 'Camat Slawi', { kind: 'administrator' })
    const below = await aPost(installation, place, 'slawi', 'Kasi Pemerintahan', { kind: 'pengawas', rank: 10 })
    const holder = await anAccount(installation, place, { unit: 'slawi' })
    await appointed(installation, place, postId, { accountId: holder.id, name: 'Nama Camat', from: '2026-01-02' })
    const letter = await aLetter(installation, place, { unit: 'slawi' })
    await onDesk(installation, place, letter.id, postId)
    await appointed(installation, place, postId, { kind: 'plh', accountId: deputy.id, name: 'Nama Plh', from: shifted(0), to: shifted(2) })
    const address = `/kerja/surat/${letter.id}/disposisi`
    expect((await at('staf').browser.get(address)).statusCode).toBe(404)
    expect((await (await signIn(installation, place, holder.username)).get(address)).statusCode).toBe(404)
    const acting = await signIn(installation, place, deputy.username)
    expect((await acting.post(address, { sebagai: postId, kepada: below, arahan: 'tindak-lanjuti', batas: '0' })).statusCode).toBe(303)
    expect((await chain(letter.id)).dispositions).toMatchObject([{ capacity: 'plh', name: 'Nama Plh', title: 'Camat Slawi', dueOn: today() }])
    expect((await acting.get(address)).body).toContain('Plh. Camat Slawi')
  })

  it('asks as many questions for two recipients as for many', async () => {
    const few = await letterAt('kadis')
    let queries = 0
    const count = async (id: string) => {
      queries = 0
      installation.services.database.observe(() => void queries++)
      await at('kadis').browser.get(`/kerja/surat/${id}/disposisi`)
      installation.services.database.observe(null)
      return queries
    }
    const before = await count(few)
    for (let n = 0; n < 25; n++) await aPost(installation, place, 'diskominfo', `Pelaksana ${n}`, { kind: 'pelaksana', rank: 100 + n })
    expect(await count(few)).toBe(before)
    expect(before).toBeLessThan(45)
  })
})

describe('passing a disposition on', () => {
  it('makes it one step deeper, within the deadline of whoever passes it on, and never back up', async () => {
    const id = await letterAt('bupati', { unitId: place.units.pemerintah! })
    await disposed(installation, place, { letterId: id, by: at('bupati').account, to: [post('kadis')], dueOn: shifted(6) })
    const page = await at('kadis').browser.get(`/kerja/surat/${id}/disposisi`)
    const key = /name="sebagai" value="([^"]+)"/.exec(page.body)![1]!
    const tooLate = await at('kadis').browser.post(`/kerja/surat/${id}/disposisi`, { sebagai: key, kepada: post('kabid'), arahan: 'tindak-lanjuti', batas: 'tanggal', batas_pada: shifted(9) })
    expect(tooLate.body).toContain('Batas waktu Anda sendiri')
    expect((await at('kadis').browser.post(`/kerja/surat/${id}/disposisi`, { sebagai: key, kepada: post('kabid'), arahan: 'tindak-lanjuti', batas: 'tanggal', batas_pada: shifted(5) })).statusCode).toBe(303)
    const { dispositions: [first, second], recipients } = await chain(id)
    expect(second).toMatchObject({ parentId: first!.id, postId: post('kadis') })
    expect(recipients.map(one => one.state)).toEqual(['passed-on', 'unread'])
    expect((await waiting(id)).map(task => [task.kind, task.outcome])).toEqual([['incoming', 'disposed'], ['disposition', 'passed-on'], ['disposition', null]])
    const theirs = /name="sebagai" value="([^"]+)"/.exec((await at('kabid').browser.get(`/kerja/surat/${id}/disposisi`)).body)![1]!
    expect((await at('kabid').browser.post(`/kerja/surat/${id}/disposisi`, { sebagai: theirs, kepada: post('kadis'), arahan: 'bicarakan', batas: '0' })).body).toContain('adalah atasan')
    // All in the chain see all of it, with the times.
    const seen = (await at('kabid').browser.get(`/kerja/surat/${id}/disposisi`)).body
    expect(missing(seen, ['Nama bupati', 'Kepala Dinas Kominfo', 'Diteruskan', 'Dibaca'])).toEqual([])
  })

  it('is possible for somebody who got the letter twice only for the place they choose', async () => {
    const id = await letterAt('bupati', { unitId: place.units.pemerintah! })
    await onDesk(installation, place, id, post('kadis'))
    await disposed(installation, place, { letterId: id, by: at('bupati').account, to: [post('kadis')] })
    const { body } = await at('kadis').browser.get(`/kerja/surat/${id}/disposisi`)
    expect(body).toContain('meneruskan disposisi Bupati')
    expect(body).toContain('surat masuk')
    expect(await installation.services.ask(letters).byId(installation.services.database.of(place.id), id)).not.toBeNull()
    expect((await dispose('kadis', id, { sebagai: post('kabid'), kepada: post('kabid'), arahan: 'hadiri' })).body).toContain('Pilih jabatan Anda')
    expect((await dispose('kadis', id, { kepada: post('kabid'), arahan: 'hadiri' })).statusCode).toBe(303)
    expect((await chain(id)).dispositions.map(one => one.parentId)).toEqual([null, null])
  })
})
