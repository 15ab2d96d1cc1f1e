import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { sheetDesk } from '#app/testing/sheet-desk.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { attendanceMachines } from '#modules/attendance-machines/module.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { workingTimes } from '#modules/schedules/contract.ts'
import { aWorkPlace } from '#modules/schedules/testing/places.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import { attendance, type Direction } from './contract.ts'
import { isDuty } from './day.ts'
import { datasets, evidence, indicators } from './exports.ts'
import { openMonthsJob } from './keeping.ts'
import { codeAt, codeSecret } from '#platform/secrets/rotating-code.ts'
import { defaults } from './signals/defaults.ts'
import { eraseTraces } from './store.ts'
import { aCast, moment, mondayBack, pressed, today, writtenAt, type Cast } from './testing/cast.ts'

let installation: Installation
let place: TestGovernment

let cast: Cast
let office: string

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
  office = await aWorkPlace(installation.services, place, 'diskominfo', { name: 'Kantor Diskominfo', latitude: -6.9819, longitude: 109.1391, radius: 100 })
}, 60_000)
afterAll(() => installation.close())

const db = () => cast.db()
const who = (name: string) => cast.who(name)
const daysOf: Cast['daysOf'] = (...asked) => cast.daysOf(...asked)
const here = { latitude: '-6.98195', longitude: '109.13915', accuracy: '12.4', altitude: '', age: '1' }
const written = (name: string, at: Date, direction: Direction, over: Record<string, string> = {}) => writtenAt(who(name).device, at, direction, over)
const scans = async (name: string) => (await sql<{ id: string; at: Date; direction: string; way: string; level: string; distance_band: string | null; entry_id: string | null; reasons: { code: string; weight: number }[]; trace: object | null }>`select * from attendance.scan where employee_id = ${who(name).employee} order by at`.execute(db())).rows
const states = (receipts: readonly { text: string }[]) => receipts.map(({ text }) => (JSON.parse(text) as { state: string }).state)

describe('a check-in', () => {
  it('goes as a plain form, without scripts and without a position, and knows what comes next', async () => {
    const page = await who('Rekan').browser.get('/presensi')
    expect(page.statusCode).toBe(200)
    expect(page.headers['permissions-policy']).toContain('geolocation=(self)')
    expect((await who('Rekan').browser.get('/cuti')).headers['permissions-policy']).toContain('geolocation=()')
    expect(page.body).toContain('data-offline')
    const answer = await who('Rekan').browser.post('/presensi', pressed('in'))
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/presensi'])
    const after = (await who('Rekan').browser.get('/presensi')).body
    expect(after).toContain('Masuk tercatat pukul')
    expect(after).toMatch(/class="button primary"[^>]*value="out"/)
    expect(await scans('Rekan')).toMatchObject([{ direction: 'in', way: 'phone', distance_band: null, level: 'fair' }])
  })

  it('written without a network counts when it was written, once, however often it is sent', async () => {
    const day = mondayBack(1)
    const [came, went] = [written('Staf', moment(day, '07:20'), 'in', here), written('Staf', moment(day, '16:05'), 'out', here)]
    const first = await who('Staf').device.send([came, went])
    expect(states(first.receipts)).toEqual(['applied', 'applied'])
    await who('Staf').device.send([came, went])
    await Promise.all([who('Staf').device.send([went]), who('Staf').device.send([came])])
    const all = await scans('Staf')
    expect(all.map(scan => [scan.at.toISOString(), scan.direction, scan.distance_band, scan.entry_id])).toEqual([
      [moment(day, '07:20').toISOString(), 'in', 'inside', came.content.id], [moment(day, '16:05').toISOString(), 'out', 'inside', went.content.id],
    ])
    expect(all[0]!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['at-place', 'sent-late']))
    expect(await daysOf('Staf', day)).toMatchObject([{ state: 'present', late: 0, early: 0, minutesDue: 450 }])
  })

  it('is judged on a new installation by the weights that were tried in the simulation', async () => {
    const { rows } = await sql<{ value: unknown }>`select value from platform.reference where list = 'attendance-confidence' and code = 'weights' order by valid_from desc limit 1`.execute(db())
    expect(rows[0]!.value).toEqual(defaults)
  })

  it('keeps a distance band and marks, never coordinates, not even in what the device had signed', async () => {
    const jumping = [0, 12, -9].map((north, i) => `${(-6.98195 + north / 1e5).toFixed(7)},109.13915,5,${i * 1000}`).join(';')
    await who('Staf').browser.post('/presensi', pressed('in', { ...here, readings: jumping }))
    expect((await scans('Staf')).at(-1)!.reasons.map(({ code }) => code)).toContain('restless')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from attendance.scan s where s::text like '%6.98%' or s::text like '%109.13%'`.execute(db())
    expect(rows[0]!.n).toBe(0)
    const signed = await sql<{ n: number }>`select count(*)::int as n from platform.device_entry where path = '/presensi' and signed is not null`.execute(db())
    expect(signed.rows[0]!.n).toBe(0)
    const audit = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where entry like '%109.13%'`.execute(db())
    expect(audit.rows[0]!.n).toBe(0)
  })

  it('is surer with the code of an office screen, and another code is as good as none', async () => {
    const secret = codeSecret(installation.services.config.secret, `place:${office}`)
    const path = (code: string) => `/presensi?tempat=${office}&kode=${code}`
    expect((await who('Kabid').browser.get(path(codeAt(secret, new Date())))).body).toContain('Kode kantor terbaca')
    expect((await who('Kabid').browser.post(path(codeAt(secret, new Date())), pressed('in'))).statusCode).toBe(303)
    await who('Kabid').browser.post(path('AAAAAAAAAAAAAA'), pressed('out'))
    expect((await scans('Kabid')).map(({ way, reasons }) => [way, reasons.map(({ code }) => code).includes('office-code')])).toEqual([['kiosk', true], ['phone', false]])
    await who('Orang lain').browser.post(path(codeAt(secret, new Date())), pressed('in'))
    expect((await scans('Orang lain')).map(({ way }) => way)).toEqual(['phone'])
    const screen = await who('Petugas').browser.get(`/kerja/presensi/kios/${office}`)
    expect([screen.statusCode, /<svg/.test(screen.body)]).toEqual([200, true])
    expect((await who('Petugas').browser.get('/kerja/presensi/kios')).body).toContain('Kantor Diskominfo')
    expect((await who('Staf').browser.get(`/kerja/presensi/kios/${office}`)).statusCode).toBe(403)
    // The account of the tablet shows codes of its unit and nothing else.
    const tablet = async (unit: string) => signIn(installation, place, (await anAccount(installation, place, { unit, roles: [{ code: 'office-screen', unit }] })).username)
    const own = await tablet('diskominfo')
    expect((await own.get(`/kerja/presensi/kios/${office}`)).body).toContain('<svg')
    expect((await own.get('/kerja/presensi')).statusCode).toBe(403)
    expect((await (await tablet('dpu')).get(`/kerja/presensi/kios/${office}`)).statusCode).toBe(404)
  })

  it('can be vouched for by a colleague who is here, not by oneself nor by somebody who is not', async () => {
    const vouched = (by: string) => `/presensi?rekan=${who(by).employee}&kode=${codeAt(codeSecret(installation.services.config.secret, `colleague:${who(by).employee}`), new Date())}`
    expect((await who('Rekan').browser.get('/presensi/kode')).body).toContain('<svg')
    for (const by of ['Rekan', 'Kadis', 'Petugas']) await who('Kadis').browser.post(vouched(by), pressed('in'))
    expect((await scans('Kadis')).map(({ way }) => way)).toEqual(['vouched', 'phone', 'phone'])
  })
})

describe('supervisors', () => {
  it('look at doubtful check-ins of their people, and what is unfair does not count', async () => {
    const day = mondayBack(4)
    // Fifty kilometres away, with an accuracy no phone has.
    const far = { latitude: '-6.55', longitude: '109.50', accuracy: '0', altitude: '', age: '1' }
    await who('Rekan').device.send([written('Rekan', moment(day, '07:10'), 'in', far), written('Rekan', moment(day, '16:10'), 'out', far)])
    expect(await daysOf('Rekan', day)).toMatchObject([{ state: 'present', doubtful: true }])
    const [came] = (await scans('Rekan')).filter(scan => scan.level === 'doubtful')
    const list = (await who('Kabid').browser.get('/kerja/presensi/tinjau')).body
    expect(list).toContain(`/kerja/presensi/tinjau/${came!.id}"`)
    expect(list).toContain('Ketelitian posisi nol meter')
    for (const name of ['Rekan', 'Orang lain', 'Pembaca']) expect((await who(name).browser.get(`/kerja/presensi/tinjau/${came!.id}`)).statusCode).toBe(404)
    const judge = (over: Record<string, string>) => who('Kabid').browser.post(`/kerja/presensi/tinjau/${came!.id}`, { verdict: 'unfair', note: '', ...over })
    expect((await judge({})).statusCode).toBe(422)
    expect((await judge({ note: 'Hari itu ada di Pekalongan.' })).statusCode).toBe(303)
    expect((await judge({ note: 'Lagi' })).statusCode).toBe(409)
    expect(await daysOf('Rekan', day)).toMatchObject([{ state: 'missing-in' }])
    expect((await notificationsOf(db(), who('Rekan').account, 10)).some(({ href }) => href.startsWith('/presensi/permohonan/baru'))).toBe(true)
  })

  it('see whose month would be surprising if all were honest, with the reasons', async () => {
    const far = { latitude: '-6.55', longitude: '109.50', accuracy: '0', altitude: '', age: '1' }
    const device = who('Rekan').device
    for (const back of [1, 2, 3]) await device.send([writtenAt(device, moment(mondayBack(back), '07:12'), 'in', far)])
    const list = (await who('Kabid').browser.get('/kerja/presensi/tinjau')).body
    expect(list).toContain('Pola beberapa pekan terakhir')
    expect(list).toContain(`/kerja/presensi/pegawai/${who('Rekan').employee}"`)
    expect(list).toMatch(/Ketelitian posisi nol meter: \d+ dari \d+ presensi/)
    expect((await who('Orang lain').browser.get('/kerja/presensi/tinjau')).body).not.toContain('Pola beberapa pekan terakhir')
  })

  it('see their units by position, readers by permission, and nobody else anything', async () => {
    const day = mondayBack(1)
    const board = async (name: string, query = '') => who(name).browser.get(`/kerja/presensi?hari=${day}${query}`)
    const own = (await board('Kabid')).body
    expect(own).toContain('Staf')
    expect(own).toMatch(/07\.20–16\.05/)
    expect((await board('Kadis')).body).toContain('Bidang Informasi Publik')
    expect((await board('Kadis', `&unit=${place.units.dpu}`)).statusCode).toBe(404)
    expect((await board('Pembaca')).body).toContain('Dinas Pekerjaan Umum')
    expect((await board('Staf')).statusCode).toBe(403)
    expect((await who('Kabid').browser.get(`/kerja/presensi/pegawai/${who('Kadis').employee}`)).statusCode).toBe(404)
    expect((await who('Kabid').browser.get(`/kerja/presensi/pegawai/${who('Staf').employee}?bulan=${day.slice(0, 7)}`)).body).toMatch(/07\.20–16\.05/)
    const week = (await who('Kadis').browser.get(`/kerja/presensi/pekan?mulai=${day}`)).body
    expect(week).toMatch(/data-level="\d"/)
    expect((await who('Kabid').browser.get(`/kerja/presensi/pekan?mulai=${day}`)).body).toContain('Hadir')
  })
})

describe('a device at the door', () => {
  it('brings its list, each bad row with its reason, and again without doubles', async () => {
    const day = addDays(mondayBack(1), 1)
    const desk = sheetDesk(installation, place, who('Petugas').browser, { job: attendanceMachines.jobs![0]!, base: '/kerja/presensi/impor', name: 'mesin.csv' })
    const csv = Buffer.from(['NIP;Nama;Tanggal;Jam', `${who('Staf').nip};Staf;${day};07:29:11`, `${who('Staf').nip};Staf;${day};16:02:40`, `199912312020031000;Siapa;${day};07:00`, `${who('Rekan').nip};Rekan;${day};25:99`, `${who('Petugas').nip};Petugas;${day};07:00`].join('\n'))
    const { at: run, counts } = await desk.preview(csv)
    expect(counts).toMatchObject({ new: 2, wrong: 3 })
    expect(await desk.reasons(run)).toEqual({ 4: ['nip: Tidak ada pegawai dengan NIP ini.'], 5: [expect.stringContaining('bukan jam yang dikenal')], 6: ['nip: Presensi sendiri diimpor pengelola kepegawaian lain.'] })
    expect((await desk.bring(csv)).state).toBe('ready')
    await desk.step(run, 'masuk', { tanpa: 'on' })
    expect((await scans('Staf')).filter(({ way }) => way === 'device-import').map(scan => [scan.at.toISOString(), scan.direction])).toEqual([[moment(day, '07:29:11').toISOString(), 'in'], [moment(day, '16:02:40').toISOString(), 'out']])
    expect(await daysOf('Staf', day)).toMatchObject([{ state: 'present', late: 0 }])
    expect((await desk.bring(csv)).counts).toMatchObject({ new: 0, unchanged: 2 })
    expect((await scans('Staf')).filter(({ way }) => way === 'device-import')).toHaveLength(2)
  })
})

describe('what others are told', () => {
  const context = async () => ({ db: db(), government: (await installation.services.ask(governmentDirectory).byId(place.id))!, now: new Date(), ask: installation.services.ask })

  it('is a rate by unit and month, never of fewer than five people', async () => {
    expect(await datasets[0]!.rows(await context())).toEqual([])
    for (let i = 0; i < 5; i++) {
      const employee = await anEmployee(installation.services, place, { unit: 'slawi' })
      const month = addMonths(`${today.slice(0, 7)}-01`, -1)
      const first = (await installation.services.ask(workingTimes).of(db(), { employeeIds: [employee] }, month, addDays(month, 9))).get(employee)!.find(isDuty)!
      await installation.services.database.transaction(place.id, async tx => {
        const record = (direction: Direction, moment: Date) => installation.services.ask(attendance).scan(tx, { employeeId: employee, unitId: place.units.slawi!, at: moment, direction, way: 'roll-call' })
        expect(await record('in', first.startsAt)).toBe(true)
        expect(await record('in', first.startsAt)).toBe(false)
        expect(await record('out', first.endsAt)).toBe(true)
      })
    }
    expect(await datasets[0]!.rows(await context())).toMatchObject([{ unit: 'Kecamatan Slawi', pegawai: 5, hari_hadir: 5 }])
    for (const indicator of indicators) expect((await indicator.measure(await context())).value).toBeGreaterThanOrEqual(0)
    expect((await evidence[0]!.collect(await context())).at(-1)?.text).toMatch(/presensi \d+ pegawai/)
  })
})

it('months are opened ahead, and what has none is kept all the same', async () => {
  await openMonthsJob.run({ services: installation.services, governmentId: place.id, db: db(), now: new Date('2031-05-10T00:00:00Z') }, {})
  const { rows } = await sql<{ it: string | null }>`select to_regclass('attendance.scan_203108')::text as it`.execute(db())
  expect(rows[0]!.it).toBe('attendance.scan_203108')
  await installation.services.database.transaction(place.id, tx => installation.services.ask(attendance).scan(tx, { employeeId: who('Kadis').employee, unitId: place.units.diskominfo!, at: moment('2019-03-04', '07:30'), direction: 'in', way: 'device-import' }))
  expect((await scans('Kadis'))[0]!.at).toEqual(moment('2019-03-04', '07:30'))
  await eraseTraces(db(), new Date(Date.now() + 86_400_000))
  expect((await scans('Staf')).every(({ trace }) => trace === null)).toBe(true)
})
