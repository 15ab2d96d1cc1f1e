import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aCast, mondayBack, type Cast } from '#modules/attendance/testing/cast.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { circulated, parafGiven } from '#modules/drafting/testing.ts'
import { aRole, assign } from '#modules/identity/testing.ts'
import { aRequest } from '#modules/leave/testing.ts'
import { enrolled, signed } from '#modules/signatures/testing.ts'
import { startRelay } from '#platform/events/relay.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addDays } from '#platform/time/zone.ts'
import { listens } from './duties.ts'

const passphrase = 'tiga kuda di alun-alun'
let installation: Installation
let place: TestGovernment
let cast: Cast
let stopRelay: () => Promise<void>
const db = () => installation.services.database.of(place.id)
const who = (name: string) => cast.who(name)
const monday = mondayBack(1)

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
  await assign(installation, place, who('Staf').account, await aRole(installation, place, 'duty-writer', [{ permission: 'drafting.write', reach: 'unit-and-below' }]), 'diskominfo')
  await enrolled(installation, place, { accountId: who('Kadis').account, name: 'Kadis' }, passphrase)
  await installation.work()
  stopRelay = startRelay(installation.services, listens, async () => [place])
}, 60_000)
afterAll(async () => {
  await stopRelay()
  await installation.close()
})

const letter = { subject: 'Peliputan panen raya', body: '', classification: '800.1.11.1', secrecy: 'B', urgency: 'biasa', behalf: '', through: '', part_dasar: 'Undangan Camat Bumijawa.', part_untuk: 'Meliput panen raya.', duty_place: 'Desa Sokasari' }
const writes = (over: Record<string, string>, kind = 'surat-tugas') => who('Staf').browser.post(`/kerja/surat/baru?jenis=${kind}`, { ...letter, signer: who('Kadis').post, duty_from: monday, duty_until: addDays(monday, 1), 'assigned-0-name': `Rekan, ${who('Rekan').nip}`, ...over })
const written = async (over: Record<string, string> = {}, kind?: string): Promise<string> => {
  const answer = await writes(over, kind)
  expect([answer.statusCode, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0]]).toEqual([303, undefined])
  return String(answer.headers.location).split('/')[3]!
}
const signs = async (id: string) => {
  await circulated(installation, place, id)
  await parafGiven(installation, place, id)
  await signed(installation, place, { accountId: who('Kadis').account, letterIds: [id], passphrase })
}
const dayOf = async (name: string, day: string) => (await cast.daysOf(name, day))[0]!
const patience = { timeout: 20_000 }

describe('a duty letter', () => {
  it('names staff by name or NIP and others by their position, and prints whom it names', async () => {
    const page = (await who('Staf').browser.get('/kerja/surat/baru?jenis=surat-tugas')).body
    expect(page).toContain(`Rekan, ${who('Rekan').nip}`)
    const unknown = await writes({ 'assigned-1-name': 'Siapa Dia' })
    expect([unknown.statusCode, unknown.body.includes('bukan pegawai di sini')]).toEqual([422, true])
    expect((await writes({ duty_from: '' })).body).toContain('Isi hari pertama tugasnya')
    expect((await writes({ duty_until: addDays(monday, -1) })).body).toContain('Tanggal akhir mendahului')
    const id = await written({ 'assigned-1-name': who('Kabid').nip, 'assigned-2-name': 'Siapa Dia', 'assigned-2-position': 'Wartawan Radar Tegal' })
    const content = (await installation.services.ask(drafts).content(db(), id))!
    expect(content.assignment).toMatchObject({ from: monday, until: addDays(monday, 1), place: 'Desa Sokasari', people: [{ employeeId: who('Rekan').employee }, { employeeId: who('Kabid').employee }, { employeeId: null, name: 'Siapa Dia' }] })
    expect(content.parts.kepada).toContain(`| 1 | Rekan | ${who('Rekan').nip} |`)
    // Written anew, the rows are what counts.
    const edit = (await who('Staf').browser.get(`/kerja/surat/${id}/ubah`)).body
    for (const words of [`Rekan, ${who('Rekan').nip}`, 'Wartawan Radar Tegal', `value="${monday}"`]) expect(edit, words).toContain(words)
  })

  it('explains the days of those it names once it is signed, with the letter and nothing asked of them', async () => {
    const id = await written()
    expect(await dayOf('Rekan', monday)).toMatchObject({ state: 'absent', letterId: null })
    await signs(id)
    await expect.poll(async () => (await dayOf('Rekan', monday)).state, patience).toBe('explained')
    expect(await dayOf('Rekan', addDays(monday, 1))).toMatchObject({ state: 'explained', reason: 'duty', letterId: id })
    expect(await dayOf('Rekan', addDays(monday, 2))).toMatchObject({ state: 'absent' })
    expect(await dayOf('Staf', monday)).toMatchObject({ state: 'absent' })
    // They read the letter; it stands with their requests, and is not asked for once more.
    expect((await who('Rekan').browser.get(`/kerja/surat/${id}`)).statusCode).toBe(200)
    expect((await who('Rekan').browser.get('/presensi/permohonan')).body).toContain(`/kerja/surat/${id}"`)
    expect((await who('Orang lain').browser.get(`/kerja/surat/${id}`)).statusCode).toBe(404)
    expect((await notificationsOf(db(), who('Rekan').account)).some(({ href }) => href === `/kerja/surat/${id}`)).toBe(true)
    const again = await who('Rekan').browser.post('/presensi/permohonan/baru', { kind: 'duty', from: monday, until: '', direction: 'in', time: '', remarks: 'Meliput panen raya.' })
    expect(again.body).toContain('sudah dijelaskan oleh surat tugas')
    expect((await who('Kabid').browser.get(`/kerja/presensi/pegawai/${who('Rekan').employee}?bulan=${monday.slice(0, 7)}`)).body).toContain('Tugas di tempat lain')
  })

  it('counts after leave on the same day, and a travel order is a trip', async () => {
    const days = [addDays(monday, 2), addDays(monday, 3)] as const
    await aRequest(installation.services, place, { employeeId: who('Kabid').employee, from: days[0], until: days[0], state: 'approved' })
    const id = await written({ duty_from: days[0], duty_until: days[1], 'assigned-0-name': who('Kabid').nip }, 'surat-perjalanan-dinas')
    await signs(id)
    await expect.poll(async () => (await dayOf('Kabid', days[1])).reason, patience).toBe('trip')
    expect(await dayOf('Kabid', days[0])).toMatchObject({ state: 'explained', reason: 'leave', letterId: null })
  })

  it('that is withdrawn explains nothing any more', async () => {
    const id = await written({ duty_from: addDays(monday, 4), duty_until: '' })
    await signs(id)
    const day = addDays(monday, 4)
    await expect.poll(async () => (await dayOf('Rekan', day)).letterId, patience).toBe(id)
    const answer = await who('Kadis').browser.post(`/kerja/surat/${id}/cabut`, { reason: 'Kegiatannya diundur.' })
    expect([answer.statusCode, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0]]).toEqual([303, undefined])
    await expect.poll(async () => (await dayOf('Rekan', day)).state, patience).toBe('absent')
    expect((await notificationsOf(db(), who('Rekan').account)).some(({ text }) => text.includes('ditarik kembali'))).toBe(true)
  })
})
