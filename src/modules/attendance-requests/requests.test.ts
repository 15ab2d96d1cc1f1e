import { addDays } from '#platform/time/zone.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aCast, moment, mondayBack, today, type Cast } from '#modules/attendance/testing/cast.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'

let installation: Installation
let place: TestGovernment
let cast: Cast

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
}, 60_000)
afterAll(() => installation.close())

const db = () => cast.db()
const who = (name: string) => cast.who(name)
const daysOf: Cast['daysOf'] = (...asked) => cast.daysOf(...asked)
const scans = async (name: string) => (await sql<{ at: Date; direction: string; way: string; level: string }>`select * from attendance.scan where employee_id = ${who(name).employee} order by at`.execute(db())).rows
const states = (receipts: readonly { text: string }[]) => receipts.map(({ text }) => (JSON.parse(text) as { state: string }).state)

describe('what somebody explains or corrects', () => {
  const idOf = async (name: string) => (await sql<{ id: string }>`select id from attendance_requests.request where employee_id = ${who(name).employee} order by id desc limit 1`.execute(db())).rows[0]!.id
  const asked = async (name: string, over: Record<string, string>) => {
    const answer = await who(name).browser.post('/presensi/permohonan/baru', { kind: 'other', from: mondayBack(0), until: '', direction: 'in', time: '', remarks: 'Ponsel tertinggal di rumah.', ...over })
    expect([answer.statusCode, /error-summary.*?<\/ul>/s.exec(answer.body)?.[0]]).toEqual([303, undefined])
    return idOf(name)
  }
  const settles = async (name: string, id: string, over: Record<string, string>) => {
    const version = /name="version" value="(\d+)"/.exec((await who(name).browser.get(`/kerja/presensi/permohonan/${id}`)).body)?.[1] ?? '1'
    return who(name).browser.post(`/kerja/presensi/permohonan/${id}`, { version, answer: '', ...over })
  }

  it('waits at the position above, and a correction that is accepted becomes a scan that says so', async () => {
    const day = mondayBack(2)
    expect((await daysOf('Staf', day))[0]).toMatchObject({ state: 'absent' })
    const id = await asked('Staf', { kind: 'correction', from: day, time: '07.25', direction: 'in' })
    expect((await daysOf('Staf', day))[0]).toMatchObject({ state: 'waiting' })
    const waiting = await installation.services.ask(tasks).of(db(), { matter: { kind: 'attendance', id } })
    expect(waiting).toMatchObject([{ kind: 'approve', desk: { postId: who('Kabid').post }, confidential: true, title: 'Permohonan presensi', from: 'Staf', doneAt: null }])
    expect((await who('Kabid').browser.get('/kerja/kotak-masuk')).body).toContain('Permohonan presensi')
    expect((await who('Kabid').browser.get('/kerja/presensi/permohonan')).body).toContain(`/kerja/presensi/permohonan/${id}"`)
    expect((await settles('Kabid', id, { verdict: 'refuse' })).statusCode).toBe(422)
    expect((await settles('Kabid', id, { verdict: 'accept' })).statusCode).toBe(303)
    expect((await scans('Staf')).filter(({ way }) => way === 'correction')).toMatchObject([{ at: moment(day, '07:25'), direction: 'in', level: 'fair' }])
    expect((await daysOf('Staf', day))[0]).toMatchObject({ state: 'missing-out' })
    expect((await installation.services.ask(tasks).of(db(), { matter: { kind: 'attendance', id } }))[0]).toMatchObject({ outcome: 'accepted' })
    expect((await settles('Kabid', id, { verdict: 'accept' })).statusCode).toBe(409)
    const { rows } = await sql<{ entry: string }>`select entry from platform.audit_entry where record_id = ${id} and entry like '%accepted%'`.execute(db())
    expect(rows[0]?.entry).toContain('"scan"')
  })

  it('explains a day to those whom it concerns; others learn no more than that it is explained', async () => {
    const day = mondayBack(3)
    const id = await asked('Staf', { kind: 'sick', from: day, until: addDays(day, 1), remarks: 'Demam berdarah, rawat inap.' })
    for (const stranger of ['Orang lain', 'Rekan', 'Pembaca']) expect((await who(stranger).browser.get(`/kerja/presensi/permohonan/${id}`)).statusCode).toBe(404)
    expect((await settles('Kabid', id, { verdict: 'accept' })).statusCode).toBe(303)
    expect(await daysOf('Staf', day, addDays(day, 1))).toMatchObject([{ state: 'explained', reason: 'sick' }, { state: 'explained' }])
    const board = (name: string) => who(name).browser.get(`/kerja/presensi?unit=${place.units['diskominfo-ikp']}&hari=${day}`)
    expect((await board('Kabid')).body).toContain('Dijelaskan: Sakit')
    const seen = (await board('Pembaca')).body
    expect([seen.includes('Dijelaskan: Izin'), seen.includes('Sakit'), seen.includes('Demam')]).toEqual([true, false, false])
    expect((await who('Pembaca').browser.get(`/kerja/presensi/pegawai/${who('Staf').employee}?bulan=${day.slice(0, 7)}`)).body).not.toContain('Sakit')
    const task = (await installation.services.ask(tasks).of(db(), { matter: { kind: 'attendance', id } }))[0]!
    expect(JSON.stringify(task)).not.toContain('sakit')
    const told = await notificationsOf(db(), who('Staf').account, 10)
    expect(told.some(({ text }) => text.includes('diterima'))).toBe(true)
    expect(JSON.stringify(told)).not.toContain('Demam')
  })

  it('can be written without a network with a photo, which is sealed', async () => {
    const entry = who('Rekan').device.write('/presensi/permohonan/baru', { kind: 'blankspot', from: mondayBack(0), until: '', direction: 'in', time: '', remarks: 'Desa Sigedong, tanpa sinyal.' }, { files: [{ field: 'evidence', name: 'foto.txt', body: Buffer.from('Surat tugas desa') }] })
    expect(states((await who('Rekan').device.send([entry])).receipts)).toEqual(['applied'])
    const id = await idOf('Rekan')
    expect((await daysOf('Rekan', mondayBack(0)))[0]).toMatchObject({ reason: 'blankspot' })
    expect((await who('Kabid').browser.get(`/presensi/permohonan/${id}/bukti`)).body).toContain('Surat tugas desa')
    expect((await who('Rekan').browser.get(`/presensi/permohonan/${id}/bukti`)).statusCode).toBe(200)
    for (const name of ['Staf', 'Orang lain', 'Pembaca']) expect((await who(name).browser.get(`/presensi/permohonan/${id}/bukti`)).statusCode).toBe(404)
    expect((await who('Rekan').browser.post('/presensi/permohonan', { id })).statusCode).toBe(303)
    expect((await who('Rekan').browser.get('/presensi/permohonan')).body).toContain('Ditarik kembali')
    expect((await who('Staf').browser.post('/presensi/permohonan', { id })).statusCode).toBe(404)
  })

  it('is refused with the field where it does not fit', async () => {
    const refused = async (over: Record<string, string>) => (await who('Staf').browser.post('/presensi/permohonan/baru', { kind: 'other', from: mondayBack(0), until: '', direction: 'in', time: '', remarks: 'Ponsel tertinggal.', ...over })).body
    expect(await refused({ kind: 'correction', time: '27.10' })).toContain('#f-time')
    expect(await refused({ from: addDays(today, -60) })).toContain('#f-from')
    expect(await refused({ until: addDays(mondayBack(0), -1) })).toContain('#f-until')
    expect(await refused({ remarks: '' })).toContain('#f-remarks')
  })

  it('waits with the personnel officers where nobody is above', async () => {
    const id = await asked('Orang lain', { kind: 'training', from: addDays(today, 3), until: addDays(today, 5), remarks: 'Diklat kepemimpinan.' })
    expect((await installation.services.ask(tasks).of(db(), { matter: { kind: 'attendance', id } })).map(({ desk }) => desk)).toEqual([{ accountId: who('Petugas').account }])
    expect((await who('Kadis').browser.get(`/kerja/presensi/permohonan/${id}`)).statusCode).toBe(404)
    expect((await settles('Petugas', id, { verdict: 'accept' })).statusCode).toBe(303)
    expect(await daysOf('Orang lain', addDays(today, 3), addDays(today, 5))).toEqual(expect.arrayContaining([expect.objectContaining({ state: expect.stringMatching(/explained|not-due/) as string })]))
  })
})
