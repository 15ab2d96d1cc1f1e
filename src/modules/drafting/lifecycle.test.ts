import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { rowsOf } from '#app/testing/moving.ts'
import { renderSvg } from '#platform/documents/compiler.ts'
import { dayIn } from '#platform/time/zone.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { anAccount } from '#modules/identity/testing.ts'
import { tasks, type Task } from '#modules/inbox/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { drafts, papers } from './contract.ts'
import { cancel, insert, save, take, withdraw, giveParaf, circulate } from './lifecycle.ts'
import { draftOf } from './store.ts'
import { aContent, aDraft, amongDrafts, approved, circulated, parafGiven } from './testing.ts'

let installation: Installation
let place: TestGovernment
const today = dayIn(new Date(), 'Asia/Jakarta')
const accounts: Record<string, string> = {}
const positions: Record<string, string> = {}

const tasksOf = (letter: Pick<Letter, 'id'>): Promise<Task[]> => installation.services.ask(tasks).of(installation.services.database.of(place.id), { matter: { kind: 'letter', id: letter.id } })
const open = async (letter: Pick<Letter, 'id'>) => (await tasksOf(letter)).filter(({ doneAt }) => doneAt === null)
const letter = async (id: string): Promise<Letter> => (await installation.services.ask(letters).byId(installation.services.database.of(place.id), id))!
const draft = async (id: string) => (await draftOf(installation.services.database.of(place.id), id))!
const fromWriter = (over = {}) => ({ unitId: place.units['diskominfo-ikp']!, accountId: accounts.penulis!, content: aContent(positions.kadis!, over) })

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const people: [name: string, unit: string, title: string, rank: number][] = [
    ['bupati', 'pemerintah', 'Bupati', 1], ['kadis', 'diskominfo', 'Kepala Dinas Komunikasi dan Informatika', 1], ['sekdin', 'diskominfo', 'Sekretaris Dinas', 2],
    ['kabid', 'diskominfo-ikp', 'Kepala Bidang Informasi Publik', 1], ['penulis', 'diskominfo-ikp', 'Pranata Humas', 2], ['dpu', 'dpu', 'Kepala Dinas Pekerjaan Umum', 1],
  ]
  for (const [name, unit, title, rank] of people) {
    accounts[name] = (await anAccount(installation, place, { username: name, name: `Bapak ${name}`, unit, roles: ['writer'] })).id
    positions[name] = await aPost(installation, place, unit, title, { rank })
    await appointed(installation, place, positions[name], { from: '2026-01-02', accountId: accounts[name], name: `Bapak ${name}` })
  }
})
afterAll(() => installation.close())

describe('a letter on its way to the signature', () => {
  it('goes through the line above the drafter and lies on the signer’s desk in the end', async () => {
    const { id } = await aDraft(installation, place, fromWriter())
    expect(await letter(id)).toMatchObject({ state: 'draft', kind: 'surat-dinas', sender: 'Kepala Dinas Komunikasi dan Informatika', signerPostId: positions.kadis })
    await circulated(installation, place, id)
    expect(await open({ id })).toMatchObject([{ kind: 'paraf', desk: { postId: positions.kabid }, title: 'Permintaan data perangkat jaringan', from: 'Bapak penulis' }])
    expect((await parafGiven(installation, place, id)).state).toBe('approved')
    expect(await open({ id })).toMatchObject([{ kind: 'sign', desk: { postId: positions.kadis } }])
    expect((await installation.services.ask(letters).parties(installation.services.database.of(place.id), id)).map(({ role }) => role)).toEqual(['maker', 'paraf', 'signer'])
  })

  it('does not ask positions that are vacant, nor the drafter when she stands in for one of them', async () => {
    const vacant = await aPost(installation, place, 'dpu-bina-marga', 'Kepala Bidang Bina Marga')
    const staff = await aPost(installation, place, 'dpu-bina-marga', 'Teknik Jalan', { rank: 2 })
    const { id: accountId } = await anAccount(installation, place, { unit: 'dpu-bina-marga' })
    await appointed(installation, place, staff, { from: '2026-01-02', accountId })
    const begun = { unitId: place.units['dpu-bina-marga']!, accountId, content: aContent(positions.dpu!) }
    const first = await aDraft(installation, place, begun)
    expect((await circulated(installation, place, first.id)).state).toBe('approved')
    await appointed(installation, place, vacant, { from: today, to: today, kind: 'plh', accountId })
    const second = await aDraft(installation, place, begun)
    expect((await circulated(installation, place, second.id)).state).toBe('approved')
  })

  it('comes back with remarks, becomes a task of the drafter, and goes on with the one who returned it', async () => {
    const { id } = await aDraft(installation, place, fromWriter())
    await circulated(installation, place, id, [{ postId: positions.kabid!, kind: 'hierarchy' }, { postId: positions.sekdin!, kind: 'hierarchy' }])
    await parafGiven(installation, place, id, 1)
    await installation.services.database.transaction(place.id, tx => installation.services.ask(drafts).giveBack(tx, id, { accountId: accounts.sekdin!, postId: positions.sekdin! }, 'Tanggalnya keliru.'))
    expect(await open({ id })).toMatchObject([{ kind: 'revise', desk: { accountId: accounts.penulis }, from: 'Sekretaris Dinas' }])
    await amongDrafts(installation, place, async means => {
      const saved = await save(means, await take(means, id), aContent(positions.kadis!, { body: 'Tanggal yang benar.' }), { accountId: accounts.penulis!, postId: null })
      await circulate(means, saved, { accountId: accounts.penulis!, postId: null }, { onwards: true })
    })
    expect(await open({ id })).toMatchObject([{ kind: 'paraf', desk: { postId: positions.sekdin } }])
    expect((await draft(id)).steps).toMatchObject([{ version: 1, holds: 2, name: 'Bapak kabid' }, { version: null }])
    const told = await rowsOf(installation, 'select text_values from platform.notification where account_id = $1 and text like $2', [accounts.kabid, 'Naskah yang sudah Anda paraf%'])
    expect(told).toHaveLength(1)
    expect((await installation.services.ask(letters).steps(installation.services.database.of(place.id), id)).map(({ event }) => event)).toContain('Dikembalikan untuk diperbaiki')
  })

  it('comes back from the signer as well, but not once it has a number', async () => {
    const { id } = await approved(installation, place, fromWriter())
    const giveBack = () => installation.services.database.transaction(place.id, tx => installation.services.ask(drafts).giveBack(tx, id, { accountId: accounts.kadis!, postId: positions.kadis! }, 'Belum tepat.'))
    await installation.services.database.transaction(place.id, tx => installation.services.ask(letters).change(tx, id, { state: 'numbered' }))
    await expect(giveBack()).rejects.toThrow('tidak dapat dikembalikan')
    await installation.services.database.transaction(place.id, tx => installation.services.ask(letters).change(tx, id, { state: 'approved' }))
    await giveBack()
    expect((await open({ id })).map(({ kind }) => kind)).toEqual(['revise'])
  })

  it('is not returned without a word', async () => {
    const { id } = await approved(installation, place, fromWriter())
    await expect(installation.services.database.transaction(place.id, tx => installation.services.ask(drafts).giveBack(tx, id, { accountId: accounts.kadis!, postId: positions.kadis! }, ' '))).rejects.toThrow('Tulis apa yang perlu diperbaiki')
  })

  it('takes in one more on the way, and refuses a paraf out of turn', async () => {
    const { id } = await aDraft(installation, place, fromWriter())
    await circulated(installation, place, id, [{ postId: positions.kabid!, kind: 'hierarchy' }, { postId: positions.sekdin!, kind: 'hierarchy' }])
    await amongDrafts(installation, place, async means => insert(means, await take(means, id), { postId: positions.dpu!, kind: 'coordination' }, { accountId: accounts.kabid!, postId: positions.kabid! }))
    expect((await draft(id)).steps.map(({ postId }) => postId)).toEqual([positions.kabid, positions.dpu, positions.sekdin])
    await expect(amongDrafts(installation, place, async means => giveParaf(means, await take(means, id), { postId: positions.sekdin!, kind: 'definitif' }, { id: accounts.sekdin!, name: 'x' }))).rejects.toThrow('bukan giliran')
    await parafGiven(installation, place, id, 1)
    expect(await open({ id })).toMatchObject([{ kind: 'paraf', desk: { postId: positions.dpu } }])
  })

  it('is withdrawn by its drafter, and given up with a reason', async () => {
    const { id } = await aDraft(installation, place, fromWriter())
    await circulated(installation, place, id)
    const by = { accountId: accounts.penulis!, postId: null }
    await amongDrafts(installation, place, async means => withdraw(means, await take(means, id), by))
    expect(await open({ id })).toEqual([])
    await amongDrafts(installation, place, async means => cancel(means, await take(means, id), by, 'Sudah disampaikan lewat rapat.'))
    expect((await letter(id)).state).toBe('cancelled')
  })

  it('says nothing of a secret in inboxes and notifications, even when it becomes one on the way', async () => {
    const { id } = await aDraft(installation, place, fromWriter({ subject: 'Pemeriksaan khusus aparat' }))
    await circulated(installation, place, id)
    await amongDrafts(installation, place, async means => save(means, await take(means, id), aContent(positions.kadis!, { subject: 'Pemeriksaan khusus aparat', secrecy: 'R' }), { accountId: accounts.kabid!, postId: positions.kabid! }))
    expect(await open({ id })).toMatchObject([{ title: 'Surat rahasia', confidential: true }])
    await parafGiven(installation, place, id)
    expect(await open({ id })).toMatchObject([{ kind: 'sign', title: 'Surat rahasia', confidential: true }])
  })
})

describe('the paper of a letter', () => {
  it('bears who signs that day and in which capacity, and is marked a draft until then', async () => {
    const { id } = await aDraft(installation, place, fromWriter())
    const signatory = (day: string) => installation.services.database.transaction(place.id, async tx => installation.services.ask(papers).signatory(tx, await letter(id), day))
    expect(await signatory(today)).toMatchObject({ name: 'Bapak kadis', capacity: ['KEPALA DINAS KOMUNIKASI DAN INFORMATIKA,'], accountId: accounts.kadis })
    await appointed(installation, place, positions.kadis!, { from: '2026-12-01', to: '2026-12-05', kind: 'plh', accountId: accounts.sekdin, name: 'Bapak sekdin', nip: '197611231999031911' })
    expect(await signatory('2026-12-03')).toMatchObject({ name: 'Bapak sekdin', kind: 'plh', capacity: ['Plh. KEPALA DINAS KOMUNIKASI DAN INFORMATIKA,'], below: ['NIP 197611231999031911'] })
    const source = await amongDrafts(installation, place, async ({ tx, ...context }) => installation.services.ask(papers).of({ ...context, db: tx }, await letter(id)))
    expect(source.data).toMatchObject({ mark: 'KONSEP', signature: { name: 'Bapak kadis' }, to: ['Yth. Direktur PT Telkom Witel Pekalongan', 'Jalan Merak 2', 'Pekalongan'] })
    expect(await renderSvg(source)).toMatch(/^<svg/)
    const signer = await signatory('2026-12-03')
    const signed = await amongDrafts(installation, place, async ({ tx, ...context }) => installation.services.ask(papers).of({ ...context, db: tx }, await letter(id), { number: '000.1/7/DISKOMINFO/2026', on: '2026-12-03', signer, address: 'https://tegalkab.localhost/v/7Q2M', sentence: 'Uji coba.' }))
    expect(signed.data).toMatchObject({ mark: null, dateline: 'Tegal, 3 Desember 2026', facts: [{ value: ['000.1/7/DISKOMINFO/2026'] }, { value: ['Biasa'] }, { value: ['–'] }, { label: 'Hal' }], signature: { name: 'Bapak sekdin', waiting: null } })
  })

  it('says so when nobody may sign', async () => {
    const nobody = await aPost(installation, place, 'slawi', 'Camat Slawi')
    const { id } = await aDraft(installation, place, { unitId: place.units.slawi!, accountId: accounts.penulis!, content: aContent(nobody) })
    await expect(installation.services.database.transaction(place.id, async tx => installation.services.ask(papers).signatory(tx, await letter(id), today))).rejects.toThrow('lowong')
  })

  it('knows nothing of letters that were not drafted here', async () => {
    const db = installation.services.database.of(place.id)
    expect(await installation.services.ask(drafts).content(db, '019aa000-0000-7000-8000-000000000001')).toBe(null)
  })
})
