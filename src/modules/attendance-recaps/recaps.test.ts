import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { attendance, type Direction } from '#modules/attendance/contract.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { drafts } from '#modules/drafting/contract.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { workingTimes, type DutyDay, type Window } from '#modules/schedules/contract.ts'
import { notificationsOf } from '#platform/notifications/notifications.ts'
import { addDays, addMonths, dayIn } from '#platform/time/zone.ts'
import { evidence, indicators } from './exports.ts'
import { lastDayOf } from './rules.ts'
import { tellOfDiscipline } from './warnings/tell.ts'

let installation: Installation
let place: TestGovernment
const accounts: Record<string, string> = {}
const employees: Record<string, string> = {}
const browsers: Record<string, Browser> = {}
const today = dayIn(new Date(), 'Asia/Jakarta')
/** A month whose deadline has passed whatever day it is. */
const month = addMonths(`${today.slice(0, 7)}-01`, -2)
const asked = month.slice(0, 7)
const minute = 60_000
const isDuty = (window: Window): window is DutyDay => window.kind === 'work' || window.kind === 'shift'

async function joins(name: string, unit: string, title: string | null, roles: { code: string; unit: string }[] = []): Promise<void> {
  const { id, username } = await anAccount(installation, place, { unit, name, roles })
  accounts[name] = id
  employees[name] = await anEmployee(installation.services, place, { unit, accountId: id, name, titleAfter: null })
  if (title) await appointed(installation, place, await aPost(installation, place, unit, title, { kind: 'jpt' }), { from: '2020-01-01', name, accountId: id, employeeId: employees[name]! })
  browsers[name] = await signIn(installation, place, username)
}

const db = () => installation.services.database.of(place.id)
const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const scan = (name: string, at: Date, direction: Direction) => within(tx => installation.services.ask(attendance).scan(tx, { employeeId: employees[name]!, unitId: place.units.diskominfo!, at, direction, way: 'device-import' }))
const dutiesOf = async (name: string) => (await installation.services.ask(workingTimes).of(db(), { employeeIds: [employees[name]!] }, month, lastDayOf(month))).get(employees[name]!)!.filter(isDuty)

/** Records a month of somebody: in time on every working day but those said. */
async function works(name: string, over: Record<number, 'absent' | 'no-out' | number> = {}): Promise<void> {
  for (const [i, { startsAt, latestStart, endsAt }] of (await dutiesOf(name)).entries()) {
    const how = over[i]
    if (how === 'absent') continue
    await scan(name, typeof how === 'number' ? new Date(latestStart.getTime() + how * minute) : new Date(startsAt.getTime() - 5 * minute), 'in')
    if (how !== 'no-out') await scan(name, new Date(endsAt.getTime() + 5 * minute), 'out')
  }
}

const close = (values: Record<string, string>, browser = browsers.Petugas!) => browser.post('/kerja/presensi/rekap/tutup', { unit: place.units.diskominfo!, bulan: asked, ...values })
const personAt = (name: string) => `/kerja/presensi/rekap/pegawai/${employees[name]}?bulan=${asked}`
const textOf = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const recapOf = async (name: string) => (await sql<{ id: string; counts: { absent: number; present: number }; cut: { total: number }; version: number }>`select id, counts, cut, version from attendance_recaps.recap where employee_id = ${employees[name]} and month = ${month}`.execute(db())).rows[0]!

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await joins('Kadis', 'diskominfo', 'Kepala Dinas')
  await joins('Rajin', 'diskominfo-ikp', null)
  await joins('Terlambat', 'diskominfo', null)
  await joins('Mangkir', 'diskominfo-ikp', null)
  await joins('Petugas', 'diskominfo', null, [{ code: 'personnel-officer', unit: 'diskominfo' }])
  await joins('Petugas bidang', 'diskominfo-ikp', null, [{ code: 'personnel-officer', unit: 'diskominfo-ikp' }])
  await joins('Orang PU', 'dpu', 'Kepala Dinas PU')
  await works('Kadis')
  await works('Rajin')
  await works('Petugas')
  await works('Petugas bidang')
  await works('Terlambat', { 0: 20, 1: 45, 2: 'no-out' })
  await works('Mangkir', { 3: 'absent', 4: 'absent' })
  await appointed(installation, place, await aPost(installation, place, 'diskominfo-ikp', 'Pranata Humas', { kind: 'fungsional', rank: 3, grade: 8 }), { from: '2020-01-01', name: 'Mangkir', accountId: accounts.Mangkir!, employeeId: employees.Mangkir! })
  await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (platform.current_government(), 'tpp-base', '8', '{"amount": "2700001"}', 'Perbup 9/2026', false, '2020-01-01')`.execute(db())
}, 120_000)
afterAll(() => installation.close())

describe('a month', () => {
  it('is listed by unit with sums, filtered, and everybody only sees what they may', async () => {
    const page = await browsers.Petugas!.get(`/kerja/presensi/rekap?unit=${place.units.diskominfo}&bulan=${asked}`)
    expect(page.statusCode).toBe(200)
    for (const words of ['Rajin', 'Terlambat', 'Mangkir', '6 pegawai', 'Belum ditutup', '6%']) expect(textOf(page.body), words).toContain(words)
    const absent = await browsers.Petugas!.get(`/kerja/presensi/rekap?unit=${place.units.diskominfo}&bulan=${asked}&hanya=absen`)
    expect([absent.body.includes(employees.Mangkir!), absent.body.includes(employees.Rajin!)]).toEqual([true, false])
    expect((await browsers.Kadis!.get(`/kerja/presensi/rekap?bulan=${asked}`)).body).toContain(employees.Mangkir)
    expect((await browsers.Rajin!.get('/kerja/presensi/rekap')).statusCode).toBe(403)
    expect((await browsers['Petugas bidang']!.get(`/kerja/presensi/rekap?unit=${place.units.diskominfo}`)).statusCode).toBe(404)
    expect((await browsers['Orang PU']!.get(personAt('Rajin'))).statusCode).toBe(404)
  })

  it('is shown day by day with where the cut comes from, to the person as to the superior', async () => {
    const own = textOf((await browsers.Terlambat!.get(`/presensi/rekap?bulan=${asked}`)).body)
    for (const words of ['TL1', 'TL2', '0,5%', '1%', '1,5%', '3%', 'Tidak tercatat pulang', 'Angka ini masih dapat berubah']) expect(own, words).toContain(words)
    expect(textOf((await browsers.Kadis!.get(personAt('Mangkir'))).body)).toContain('Tidak hadir tanpa keterangan 2 6%')
  })

  it('is downloaded as text, spreadsheet and sheet, and that is on record', async () => {
    const csv = (await browsers.Petugas!.get(`/kerja/presensi/rekap/unduh.csv?unit=${place.units.diskominfo}&bulan=${asked}`)).body
    const [head, ...rows] = csv.replace('\uFEFF', '').trim().split(/\r?\n/)
    expect([rows.length, head!.includes('TL1'), rows.find(row => row.startsWith('Terlambat'))?.includes('3')]).toEqual([6, true, true])
    expect((await browsers.Petugas!.get(`/kerja/presensi/rekap/unduh.xlsx?unit=${place.units.diskominfo}&bulan=${asked}`)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await browsers.Petugas!.get(`/kerja/presensi/rekap/unduh.pdf?unit=${place.units.diskominfo}&bulan=${asked}`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await browsers.Rajin!.get('/kerja/presensi/rekap/unduh.csv')).statusCode).toBe(403)
    const audited = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where record_kind = 'attendance-recaps'`.execute(db())
    expect(audited.rows[0]!.n).toBe(3)
  })
})

describe('the allowance', () => {
  it('is told in rupiah to the person and the personnel officers, on the screen and in files, and to nobody else', async () => {
    const told = 'Rp162.000 dari Rp2.700.001'
    expect(textOf((await browsers.Mangkir!.get(`/presensi/rekap?bulan=${asked}`)).body)).toContain(told)
    expect(textOf((await browsers.Petugas!.get(personAt('Mangkir'))).body)).toContain(told)
    expect((await browsers.Kadis!.get(personAt('Mangkir'))).body).not.toContain('Rp162.000')
    const list = async (name: string) => (await browsers[name]!.get(`/kerja/presensi/rekap?unit=${place.units.diskominfo}&bulan=${asked}`)).body
    expect([(await list('Petugas')).includes('Rp162.000'), (await list('Kadis')).includes('Rp')]).toEqual([true, false])
    const csv = async (name: string) => (await browsers[name]!.get(`/kerja/presensi/rekap/unduh.csv?unit=${place.units.diskominfo}&bulan=${asked}`)).body
    const [officer, head] = [await csv('Petugas'), await csv('Kadis')]
    expect([/2700001.162000/.test(officer), officer.includes('Potongan (rupiah)'), head.includes('rupiah')]).toEqual([true, true, false])
  })
})

describe('closing', () => {
  it('is for the officer of the whole agency, after the month is over', async () => {
    expect((await browsers['Petugas bidang']!.get('/kerja/presensi/rekap/tutup')).body).toContain('Tidak ada perangkat daerah yang dapat Anda tutup')
    expect((await close({ langkah: 'moderasi' }, browsers['Petugas bidang']!)).statusCode).toBe(404)
    expect((await browsers.Rajin!.get('/kerja/presensi/rekap/tutup')).statusCode).toBe(403)
    expect((await close({ langkah: 'moderasi', bulan: today.slice(0, 7) })).statusCode).toBe(403)
    expect((await close({ langkah: 'tutup' })).body).toContain('Buka masa perbaikan dahulu')
  })

  it('says what is open and tells the heads when moderation begins', async () => {
    const page = textOf((await browsers.Petugas!.get(`/kerja/presensi/rekap/tutup?bulan=${asked}`)).body)
    expect(page).toContain('Terlambat')
    expect((await close({ langkah: 'moderasi' })).statusCode).toBe(303)
    expect((await notificationsOf(db(), accounts.Kadis!)).map(({ text }) => text).join()).toContain('kali lupa catat')
    expect((await close({ langkah: 'moderasi' })).body).toContain('sudah dibuka orang lain')
  })

  it('does not pass over what nobody has decided, unless that is said and why', async () => {
    await sql`update attendance.scan set level = 'doubtful' where id = (select id from attendance.scan where employee_id = ${employees.Rajin} order by at limit 1)`.execute(db())
    expect((await close({ langkah: 'tutup' })).body).toContain('Masih ada 1 hari yang belum diputuskan')
    expect((await close({ langkah: 'tutup', anyway: 'on' })).body).toContain('Tulis alasannya')
    expect((await close({ langkah: 'tutup', anyway: 'on', remarks: 'Atasan sedang cuti' })).statusCode).toBe(303)
    const page = textOf((await browsers.Petugas!.get(`/kerja/presensi/rekap/tutup?bulan=${asked}`)).body)
    for (const words of ['Ditutup', 'Atasan sedang cuti', 'Siapkan surat']) expect(page, words).toContain(words)
    expect((await close({ langkah: 'tutup' })).body).toContain('sudah ditutup')
  })

  it('freezes the month: what is scanned or set afterwards changes nothing', async () => {
    const before = await recapOf('Mangkir')
    expect(before).toMatchObject({ cut: { total: 600 }, version: 1 })
    const [, , , duty] = await dutiesOf('Mangkir')
    await scan('Mangkir', duty!.startsAt, 'in')
    await sql`update platform.reference set value = '{"amount": "9900000"}' where list = 'tpp-base'`.execute(db())
    expect(textOf((await browsers.Mangkir!.get(`/presensi/rekap?bulan=${asked}`)).body)).toContain('Rp162.000 dari Rp2.700.001')
    await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (platform.current_government(), 'attendance-cut', 'table', '{"classes": {}, "absent": 500, "missing": 0, "cap": 10000}', 'Perbup 1/2026', false, '2020-01-01')`.execute(db())
    expect(await recapOf('Mangkir')).toEqual(before)
    // Whoever may put it right sees that presence tells otherwise by now.
    expect(textOf((await browsers.Kadis!.get(personAt('Mangkir'))).body)).toContain('presensi sekarang mencatat: Tidak tercatat pulang')
    expect(textOf((await browsers.Kadis!.get(personAt('Mangkir'))).body)).toContain('Tidak hadir tanpa keterangan 2 6%')
    expect(textOf((await browsers.Petugas!.get(`/kerja/presensi/rekap?unit=${place.units.diskominfo}&bulan=${asked}`)).body)).toContain('Ditutup')
  })

  it('is guarded by the database: no row of a closed month changes, goes or comes without a recorded act', async () => {
    const { id } = await recapOf('Mangkir')
    const refused = { code: '23001' }
    await expect(sql`update attendance_recaps.recap set cut = null where id = ${id}`.execute(db())).rejects.toMatchObject(refused)
    await expect(sql`update attendance_recaps.recap set cut = '{"total": 0}', version = 2 where id = ${id}`.execute(db())).rejects.toMatchObject(refused)
    await expect(sql`delete from attendance_recaps.recap where id = ${id}`.execute(db())).rejects.toMatchObject(refused)
    await expect(sql`update attendance_recaps.closing set state = 'moderation', closed_at = null`.execute(db())).rejects.toMatchObject(refused)
    await expect(sql`delete from attendance_recaps.closing`.execute(db())).rejects.toMatchObject(refused)
    await expect(sql`insert into attendance_recaps.recap (closing_id, employee_id, month, unit_id, counts, days) select closing_id, uuidv7(), month, unit_id, counts, days from attendance_recaps.recap where id = ${id}`.execute(db())).rejects.toMatchObject(refused)
  })
})

describe('a closed month', () => {
  const correct = async (values: Record<string, string>, browser = browsers.Petugas!, name = 'Mangkir') => {
    const day = (await dutiesOf(name))[3]!.day
    return browser.post(`/kerja/presensi/rekap/pegawai/${employees[name]}/perbaiki?hari=${day}`, { hari: day, version: String((await recapOf(name)).version), becomes: 'explained', kind: 'trip', late: '', early: '', reason: 'Surat tugas baru diserahkan', basis: '800/12/2026', ...values })
  }

  it('is put right only with a reason, by the officer of the agency, and not by oneself', async () => {
    expect((await correct({ reason: '' })).body).toContain('Tulis alasan perbaikannya')
    expect((await correct({ kind: '' })).body).toContain('Pilih penjelasannya')
    expect((await correct({ version: '9' })).body).toContain('baru saja diperbaiki orang lain')
    expect((await correct({ becomes: 'absent', kind: '' })).body).toContain('Tidak ada yang berubah')
    const form = async (name: string, of = 'Mangkir') => (await browsers[name]!.get(`/kerja/presensi/rekap/pegawai/${employees[of]}/perbaiki?hari=${(await dutiesOf(of))[3]!.day}`)).statusCode
    expect([await form('Petugas'), await form('Kadis'), await form('Petugas bidang'), await form('Petugas', 'Petugas')]).toEqual([200, 403, 404, 404])
    expect((await correct({})).statusCode).toBe(303)
  })

  it('then counts and cuts by the table it was closed with, and keeps who, why, before and after', async () => {
    expect(await recapOf('Mangkir')).toMatchObject({ counts: { absent: 1, explained: 1 }, cut: { total: 300 }, version: 2 })
    const page = textOf((await browsers.Mangkir!.get(`/presensi/rekap?bulan=${asked}`)).body)
    for (const words of ['Tidak hadir tanpa keterangan → Dijelaskan: Perjalanan dinas', 'Surat tugas baru diserahkan', '800/12/2026', 'Potongan 6% → 3%', 'Petugas']) expect(page, words).toContain(words)
    await expect(sql`update attendance_recaps.change set reason = 'Lainnya'`.execute(db())).rejects.toMatchObject({ code: '23001' })
    await expect(sql`delete from attendance_recaps.change`.execute(db())).rejects.toMatchObject({ code: '23001' })
  })

  it('becomes a report for the head of the agency to sign, with everybody on its annex', async () => {
    const answer = await close({ langkah: 'surat' })
    expect(answer.statusCode).toBe(303)
    const id = String(answer.headers.location).split('/')[3]!
    expect((await installation.services.ask(letters).byIds(db(), [id])).get(id)).toMatchObject({ state: 'draft' })
    const content = (await installation.services.ask(drafts).content(db(), id))!
    expect([content.kind, content.annexes[0]!.body.includes('Mangkir'), content.annexes[0]!.body.split('\n').length]).toEqual(['laporan', true, 8])
    expect((await browsers.Petugas!.get(`/kerja/surat/${id}/naskah.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await close({ langkah: 'surat' })).body).toContain('sudah disiapkan')
  })

  it('is evidence without anybody in it, and counts for the indicator', async () => {
    const context = { db: db(), ask: installation.services.ask, government: (await installation.services.ask(governmentDirectory).byId(place.id))!, now: new Date() }
    expect((await evidence[0]!.collect(context))[0]!.text).toContain('ditutup di 1 perangkat daerah untuk 6 pegawai; 1 rekap diperbaiki')
    expect(await indicators[0]!.measure({ ...context, now: new Date(`${addMonths(month, 1)}T05:00:00Z`) })).toMatchObject({ value: 1 })
  })
})

describe('discipline', () => {
  it('is told to the superior before a threshold is reached, once, and to nobody about themselves', async () => {
    const year = month.slice(0, 4)
    const now = new Date(`${addDays(lastDayOf(month), 1)}T03:00:00Z`)
    if (!now.toISOString().startsWith(year)) return
    const first = await tellOfDiscipline(installation.services, place.id, now)
    // One absent day is left after the correction, and the lateness does not add up to a day.
    expect(first).toBe(0)
    const later = addMonths(month, 1)
    const days = (await installation.services.ask(workingTimes).of(db(), { employeeIds: [employees.Kadis!] }, later, addDays(later, 9))).get(employees.Kadis!)!.filter(isDuty).slice(0, 2)
    for (const name of ['Kadis', 'Rajin', 'Petugas', 'Petugas bidang', 'Terlambat'])
      for (const { startsAt, endsAt } of days) {
        await scan(name, startsAt, 'in')
        await scan(name, endsAt, 'out')
      }
    const then = new Date(days[0]!.closesAt.getTime() + 12 * 3_600_000)
    expect(await tellOfDiscipline(installation.services, place.id, then)).toBe(1)
    expect(await tellOfDiscipline(installation.services, place.id, then)).toBe(0)
    const told = await notificationsOf(db(), accounts.Kadis!)
    expect(told.filter(({ text }) => text.includes('tidak hadir tanpa keterangan'))).toMatchObject([{ values: { name: 'Mangkir', days: 2, from: 3, sanction: 'Teguran lisan' } }])
    expect(textOf((await browsers.Kadis!.get('/kerja/presensi/rekap/peringatan')).body)).toContain('Mangkir')
    expect(textOf((await browsers.Kadis!.get('/kerja/presensi/rekap/peringatan')).body)).toContain('Teguran lisan')
    expect((await browsers['Orang PU']!.get('/kerja/presensi/rekap/peringatan')).body).not.toContain('Mangkir')
    // A second day brings the next threshold near and crosses the first.
    const after = new Date(days[1]!.closesAt.getTime() + 12 * 3_600_000)
    expect(await tellOfDiscipline(installation.services, place.id, after)).toBe(2)
  })
})
