import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aCast, today, type Cast } from '#modules/attendance/testing/cast.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { workingTimes } from '#modules/schedules/contract.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import { runClosing } from './closing/run.ts'
import { lastDayOf } from './rules.ts'

let installation: Installation
let place: TestGovernment
let cast: Cast
const month = addMonths(`${today.slice(0, 7)}-01`, -1)
const asked = month.slice(0, 7)
const db = () => installation.services.database.of(place.id)
const who = (name: string) => cast.who(name)

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
}, 60_000)
afterAll(() => installation.close())

const close = (values: Record<string, string>, unit = 'diskominfo') => who('Petugas').browser.post('/kerja/presensi/rekap/tutup', { unit: place.units[unit]!, bulan: asked, ...values })
const recapOf = async (name: string) => (await sql<{ counts: { absent: number; explained: number }; days: { day: string; state: string; reason: string | null }[]; version: number }>`select counts, days, version from attendance_recaps.recap where employee_id = ${who(name).employee}`.execute(db())).rows[0]
/** The last working days of the month, the latest first; requests reach back a month. */
const workdays = async () => (await installation.services.ask(workingTimes).of(db(), { employeeIds: [who('Staf').employee] }, addDays(lastDayOf(month), -8), lastDayOf(month))).get(who('Staf').employee)!.filter(({ kind }) => kind === 'work').map(({ day }) => day).toReversed()
const requestOf = async (name: string) => (await sql<{ id: string; state: string; closed_unit: string | null; superior_post: string | null; endorsed_as: string | null; version: number }>`select id, state, closed_unit, superior_post, endorsed_as, version from attendance_requests.request where employee_id = ${who(name).employee} order by id desc limit 1`.execute(db())).rows[0]!
const asks = (name: string, over: Record<string, string>) => who(name).browser.post('/presensi/permohonan/baru', { kind: 'duty', from: '', until: '', direction: 'in', time: '', remarks: 'Surat tugas ke Semarang.', ...over })
const decides = async (name: string, over: Record<string, string>, of: string) => who(name).browser.post(`/kerja/presensi/permohonan/${(await requestOf(of)).id}`, { version: String((await requestOf(of)).version), verdict: 'accept', answer: '', ...over })
/** Only while the month before lies within the days requests may be about. */
const reachable = () => addDays(today, -31) <= lastDayOf(month)

describe('a request about a closed month', () => {
  it('that waited when the month was closed is passed on when the superior agrees, and recorded by the personnel office', async () => {
    if (!reachable()) return
    const day = (await workdays())[0]!
    if (day < addDays(today, -31)) return
    expect((await asks('Rekan', { from: day })).statusCode).toBe(303)
    expect((await close({ langkah: 'moderasi' })).statusCode).toBe(303)
    await sql`update attendance_recaps.closing set deadline = ${addDays(today, -1)}`.execute(db())
    expect((await close({ langkah: 'tutup', anyway: 'on', remarks: 'Atasan belum memutuskan' })).statusCode).toBe(303)
    expect((await recapOf('Rekan'))!.days.find(one => one.day === day)).toMatchObject({ state: 'waiting' })
    const page = (await who('Kabid').browser.get(`/kerja/presensi/permohonan/${(await requestOf('Rekan')).id}`)).body
    expect(page).toContain('diteruskan kepada pengelola kepegawaian')
    expect((await decides('Kabid', {}, 'Rekan')).statusCode).toBe(303)
    expect(await requestOf('Rekan')).toMatchObject({ state: 'proposed', closed_unit: place.units.diskominfo, superior_post: null, endorsed_as: expect.stringContaining('Kepala Bidang') })
    expect((await decides('Petugas', {}, 'Rekan')).statusCode).toBe(303)
    expect(await recapOf('Rekan')).toMatchObject({ version: 2 })
    expect((await recapOf('Rekan'))!.days.find(one => one.day === day)).toMatchObject({ state: 'explained', reason: 'duty' })
    expect(await requestOf('Rekan')).toMatchObject({ state: 'accepted' })
  })

  it('is said to be one before it is sent, goes to the personnel office with its evidence, and becomes a recorded act', async () => {
    if (!reachable()) return
    const day = (await workdays())[0]!
    if (day < addDays(today, -31)) return
    const form = (await who('Staf').browser.get('/presensi/permohonan/baru')).body
    expect(form).toContain('sudah ditutup')
    const unsure = await asks('Staf', { from: day })
    expect([unsure.statusCode, unsure.body.includes('Centang bila permohonan ini boleh diteruskan'), unsure.body.includes('Surat tugas ke Semarang.')]).toEqual([422, true, true])
    expect((await asks('Staf', { from: day, closed: 'on' })).statusCode).toBe(303)
    const { id, closed_unit } = await requestOf('Staf')
    expect(closed_unit).toBe(place.units.diskominfo)
    expect((await installation.services.ask(tasks).of(db(), { matter: { kind: 'attendance', id } })).map(({ desk }) => desk)).toEqual([{ accountId: who('Petugas').account }])
    expect((await who('Kabid').browser.get(`/kerja/presensi/permohonan/${id}`)).statusCode).toBe(404)
    const before = (await recapOf('Staf'))!
    expect((await decides('Petugas', {}, 'Staf')).statusCode).toBe(303)
    const after = (await recapOf('Staf'))!
    expect([after.counts.absent, after.counts.explained, after.version]).toEqual([before.counts.absent - 1, before.counts.explained + 1, before.version + 1])
    expect((await who('Staf').browser.get(`/presensi/rekap?bulan=${asked}`)).body).toContain('Permohonan presensi diterima sesudah bulan ditutup')
  })

  it('written without a network before anybody knew is taken all the same', async () => {
    if (!reachable()) return
    const day = (await workdays())[1]!
    if (day < addDays(today, -31)) return
    const { device } = who('Staf')
    const { receipts } = await device.send([device.write('/presensi/permohonan/baru', { kind: 'correction', from: day, until: '', direction: 'in', time: '07.20', remarks: 'Lupa menekan tombol.' })])
    expect((JSON.parse(receipts[0]!.text) as { state: string }).state).toBe('applied')
    expect((await decides('Petugas', {}, 'Staf')).statusCode).toBe(303)
    expect((await recapOf('Staf'))!.days.find(one => one.day === day)).toMatchObject({ state: 'missing-out' })
  })
})

describe('closing a large agency', () => {
  const runs = () => runClosing(installation.services, place.id, closing, new Date())
  let closing = ''
  const stateOf = async () => (await sql<{ state: string }>`select state from attendance_recaps.closing where id = ${closing}`.execute(db())).rows[0]!.state
  const frozen = async () => (await sql<{ n: number }>`select count(*)::int as n from attendance_recaps.recap where closing_id = ${closing}`.execute(db())).rows[0]!.n

  it('is work for a job, whose progress is shown', async () => {
    await sql`insert into personnel.employee (government_id, unit_id, kind, nip, name, birth_date, sex, entered_on)
      select platform.current_government(), ${place.units.dpu}, 'pns', '19810101' || lpad(i::text, 10, '0'), 'Pegawai ' || i, '1980-01-01', 'm', '2005-01-01' from generate_series(1, 600) as i`.execute(db())
    expect((await close({ langkah: 'moderasi' }, 'dpu')).statusCode).toBe(303)
    closing = (await sql<{ id: string }>`select id from attendance_recaps.closing where unit_id = ${place.units.dpu}`.execute(db())).rows[0]!.id
    expect((await close({ langkah: 'tutup' }, 'dpu')).statusCode).toBe(303)
    expect([await stateOf(), await frozen()]).toEqual(['moderation', 0])
    const page = (await who('Petugas').browser.get(`/kerja/presensi/rekap/tutup?unit=${place.units.dpu}&bulan=${asked}`)).body
    expect(page).toContain('0 dari 602')
    expect(page).toContain('data-live-board="/kerja/presensi/rekap/tutup/aliran')
    expect((await close({ langkah: 'tutup' }, 'dpu')).body).toContain('sedang ditutup')
  })

  it('that is cut off midway has closed nothing, and is done again from the beginning', async () => {
    let parts = 0
    const real = installation.services.database
    const cutting = { ...real, transaction: (<T>(id: string, work: Parameters<typeof real.transaction<T>>[1]) => {
      if (++parts === 3) throw new Error('the process is killed')
      return real.transaction(id, work)
    }) as typeof real.transaction }
    await expect(runClosing({ ask: installation.services.ask, database: cutting }, place.id, closing, new Date())).rejects.toThrow('killed')
    expect([await stateOf(), await frozen()]).toEqual(['moderation', 0])
    const { rows } = await sql<{ done: number }>`select done from attendance_recaps.closing_run where closing_id = ${closing}`.execute(db())
    expect(rows).toEqual([{ done: 500 }])
    await runs()
    expect([await stateOf(), await frozen()]).toEqual(['closed', 602])
    await runs()
    expect(await frozen()).toBe(602)
    expect((await notificationsOf(db(), who('Petugas').account)).filter(({ text }) => text.includes('ditutup: rekap'))).toHaveLength(1)
    const page = (await who('Petugas').browser.get(`/kerja/presensi/rekap/tutup?unit=${place.units.dpu}&bulan=${asked}`)).body
    expect(page).toContain('Siapkan surat')
  })

  it('says what is undecided and closes nothing, unless that was said and why', async () => {
    closing = (await sql<{ id: string }>`insert into attendance_recaps.closing (unit_id, month, deadline) values (${place.units.dpu}, ${addMonths(month, -1)}, ${addDays(today, -1)}) returning id`.execute(db())).rows[0]!.id
    const employee = (await sql<{ id: string }>`select id from personnel.employee where unit_id = ${place.units.dpu} limit 1`.execute(db())).rows[0]!.id
    const day = addMonths(month, -1)
    await sql`insert into attendance_requests.request (employee_id, unit_id, kind, from_on, until_on, remarks) values (${employee}, ${place.units.dpu}, 'other', ${day}, ${addDays(day, 6)}, 'Menunggu')`.execute(db())
    await sql`insert into attendance_recaps.closing_run (closing_id, by, people) values (${closing}, ${who('Petugas').account}, 602)`.execute(db())
    await runs()
    expect([await stateOf(), await frozen()]).toEqual(['moderation', 0])
    expect((await who('Petugas').browser.get(`/kerja/presensi/rekap/tutup?unit=${place.units.dpu}&bulan=${day.slice(0, 7)}`)).body).toContain('Bulan belum ditutup: masih ada')
    await sql`update attendance_recaps.closing_run set remarks = 'Sudah lewat batas', finished_at = null`.execute(db())
    await runs()
    expect(await stateOf()).toBe('closed')
  })
})
