import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { workingTimes } from '#modules/schedules/contract.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import { daysOfMonth } from './roster.ts'
import { rosterImport } from './roster-import.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let nurse: Browser
let nurseId: string
const others: string[] = []
const nips = ['198503022010031000', '198604022011031000']
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const month = addMonths(`${today.slice(0, 7)}-01`, 1)
const days = daysOfMonth(month)
let unit: string
let roster: string

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  unit = place.units.diskominfo!
  officer = await signIn(installation, place, (await anAccount(installation, place, { name: 'Petugas', roles: [{ code: 'personnel-officer', unit: 'diskominfo' }] })).username)
  const account = await anAccount(installation, place, { name: 'Perawat' })
  nurseId = await anEmployee(installation.services, place, { accountId: account.id, name: 'Perawat Satu', titleAfter: null })
  nurse = await signIn(installation, place, account.username)
  for (const nip of nips) others.push(await anEmployee(installation.services, place, { nip, birthDate: `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`, sex: 'm', name: `Rekan ${nip.slice(3, 4)}`, titleAfter: null }))
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const shiftForm = (values: Record<string, string>) => officer.post(`/kerja/jadwal/jaga/sif/baru?unit=${unit}`, { pause: '0', on_holidays: 'on', ...values })
const versionOf = async () => (await sql<{ v: number }>`select version as v from rosters.roster where id = ${roster}`.execute(db())).rows[0]!.v
const cell = (id: string, day: string) => `s.${id}.${day.slice(8)}`
const letters = async (id: string) => (await sql<{ day: string; letter: string }>`select d.day, s.letter from rosters.duty d join rosters.shift s on s.id = d.shift_id where d.employee_id = ${id} and d.roster_id = ${roster} order by d.day`.execute(db())).rows
const save = async (values: Record<string, string>, step = 'simpan', browser = officer) => browser.post(`/kerja/jadwal/jaga/${roster}`, { langkah: step, version: String(await versionOf()), reason: '', ...values })
const windowOn = async (id: string, day: string) => (await installation.services.ask(workingTimes).of(db(), { employeeIds: [id] }, day, day)).get(id)![0]!

describe('an officer of a unit on duty day and night', () => {
  it('sets its shifts, and is told what cannot be', async () => {
    for (const [letter, name, starts, ends] of [['p', 'Pagi', '7.00', '14.00'], ['S', 'Siang', '14:00', '21:00'], ['M', 'Malam', '21:00', '07:00']] as const) expect((await shiftForm({ letter, name, starts, ends })).statusCode).toBe(303)
    expect((await shiftForm({ letter: 'P', name: 'Pagi lain', starts: '08:00', ends: '14:00' })).body).toContain('sudah dipakai sif Pagi')
    expect((await shiftForm({ letter: 'L', name: 'Lain', starts: '08:00', ends: '14:00' })).body).toContain('Huruf L dipakai')
    expect((await shiftForm({ letter: 'X', name: 'Salah', starts: '25:00', ends: '14:00' })).body).toContain('Tulis jam seperti')
    expect((await shiftForm({ letter: 'X', name: 'Salah', starts: '08:00', ends: '09:00', pause: '45' })).body).toContain('setengah jam')
    expect((await officer.get(`/kerja/jadwal/jaga/sif/baru?unit=${place.units.dpu}`)).statusCode).toBe(404)
    expect((await officer.get(`/kerja/jadwal/jaga?unit=${unit}`)).body).toContain('21.00–07.00 hari berikutnya')
  })

  it('begins a month and fills it with a cycle, each person from where they stand', async () => {
    const made = await officer.post(`/kerja/jadwal/jaga?unit=${unit}`, { month: month.slice(0, 7) })
    expect(made.statusCode).toBe(303)
    roster = String(made.headers.location).split('/').at(-2)!
    expect((await officer.post(`/kerja/jadwal/jaga?unit=${unit}`, { month: month.slice(0, 7) })).body).toContain('sudah ada')
    expect((await officer.get(`/kerja/jadwal/jaga/${roster}`)).body).toContain('Belum ada pegawai')
    const fill = async (values: Record<string, string>) => officer.post(`/kerja/jadwal/jaga/${roster}/giliran`, { version: String(await versionOf()), cycle: 'P-P-S-S-M-M-L-L', from: month, [`g.${nurseId}`]: '0', [`g.${others[0]}`]: '4', [`g.${others[1]}`]: '', nip: '', ...values })
    expect((await fill({ cycle: 'P-Q' })).body).toContain('Kode Q tidak dikenal')
    expect((await fill({ from: '2020-01-01' })).body).toContain('Pilih hari di bulan')
    expect((await fill({ nip: '199912312020031000' })).body).toContain('Tidak ada pegawai dengan NIP')
    expect((await fill({})).statusCode).toBe(303)
    expect((await letters(nurseId)).slice(0, 7).map(row => `${row.day.slice(8)}${row.letter}`)).toEqual(['01P', '02P', '03S', '04S', '05M', '06M', '09P'])
    expect((await letters(others[0]!))[0]).toMatchObject({ day: month, letter: 'M' })
    expect(await letters(others[1]!)).toEqual([])
  })

  it('changes cells, is told of letters nobody knows, and of two shifts at once', async () => {
    const page = (await officer.get(`/kerja/jadwal/jaga/${roster}`)).body
    expect(page).toContain(`name="${cell(nurseId, month)}"`)
    expect((await save({ [cell(nurseId, days[6]!)]: 'p' })).statusCode).toBe(303)
    expect((await letters(nurseId)).map(row => row.day)).toContain(days[6])
    const wrong = await save({ [cell(nurseId, days[7]!)]: 'Z' })
    expect([wrong.statusCode, wrong.body.includes('Kode Z tidak dikenal'), wrong.body.includes('value="Z"')]).toEqual([422, true, true])
    expect((await shiftForm({ letter: 'F', name: 'Fajar', starts: '05:00', ends: '12:00' })).statusCode).toBe(303)
    expect((await save({ [cell(nurseId, days[6]!)]: 'F' })).body).toContain('jaga sebelumnya belum selesai')
    expect((await save({ [cell(nurseId, days[6]!)]: '' })).statusCode).toBe(303)
  })

  it('is warned of too little rest and too many days in a row', async () => {
    await save({ [cell(others[0]!, days[9]!)]: 'S', [cell(others[0]!, days[10]!)]: 'P' })
    expect((await officer.get(`/kerja/jadwal/jaga/${roster}`)).body).toContain('hanya 10 jam sejak jaga sebelumnya')
    await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (platform.current_government(), 'work-rule', 'rest', '{"hours": 8, "days": 3}', 'Perbup', false, '2020-01-01')`.execute(db())
    const page = (await officer.get(`/kerja/jadwal/jaga/${roster}`)).body
    expect(page).not.toContain('hanya 10 jam')
    expect(page).toContain('hari kerja berturut-turut')
  })

  it('is told when somebody else changed the roster meanwhile', async () => {
    const stale = await save({ [cell(nurseId, days[8]!)]: 'S', version: '1' })
    expect([stale.statusCode, stale.body.includes('diubah orang lain')]).toEqual([409, true])
  })

  it('edits one person’s month or one day of all, on a narrow screen', async () => {
    const person = (await officer.get(`/kerja/jadwal/jaga/${roster}?orang=${nurseId}`)).body
    expect(person.match(/type="radio"/g)!.length).toBeGreaterThanOrEqual(days.length * 4)
    const answer = await officer.post(`/kerja/jadwal/jaga/${roster}?hari=${days[8]}`, { langkah: 'simpan', version: String(await versionOf()), [cell(others[0]!, days[20]!)]: '' })
    expect(answer.headers.location).toContain(`hari=${days[8]}`)
  })
})

describe('a roster', () => {
  it('is nobody’s but the planners’ until it is published; then hours follow it and people are told', async () => {
    expect((await nurse.get(`/kerja/jadwal/jaga/${roster}`)).statusCode).toBe(404)
    expect((await windowOn(nurseId, days[6]!)).kind).not.toBe('shift')
    expect((await save({}, 'terbitkan')).statusCode).toBe(303)
    expect((await nurse.get(`/kerja/jadwal/jaga/${roster}`)).body).toContain('Perawat Satu')
    expect((await nurse.get(`/kerja/jadwal/jaga/${roster}`)).body).not.toContain('name="s.')
    expect((await nurse.get(`/kerja/jadwal/jaga/${roster}?hari=${month}`)).body).toContain('Pagi')
    expect((await nurse.get('/kerja/jadwal/jaga')).body).toContain(`/kerja/jadwal/jaga/${roster}`)
    expect((await nurse.get(`/kerja/jadwal?bulan=${month.slice(0, 7)}`)).body).toContain('Malam')
    expect(await windowOn(nurseId, days[4]!)).toMatchObject({ kind: 'shift', name: 'Malam', day: days[4] })
    expect(await windowOn(nurseId, days[7]!)).toMatchObject({ kind: 'off' })
    expect((await windowOn(others[1]!, days[4]!)).kind).not.toBe('shift')
    expect((await nurse.get('/pemberitahuan')).body).toContain('sudah terbit')
  })

  it('changes only with a reason, which stays on record, and the person is told', async () => {
    expect((await save({ [cell(nurseId, days[0]!)]: 'S' })).body).toContain('Tulis alasan perubahannya')
    expect((await save({ [cell(nurseId, days[0]!)]: 'S', reason: 'Tukar dengan rekan' })).statusCode).toBe(303)
    const page = (await officer.get(`/kerja/jadwal/jaga/${roster}`)).body
    for (const words of ['Perubahan sesudah terbit', 'Tukar dengan rekan', 'P → S', 'Petugas']) expect(page, words).toContain(words)
    expect(await windowOn(nurseId, days[0]!)).toMatchObject({ name: 'Siang' })
    expect((await nurse.get('/pemberitahuan')).body).toContain('berubah')
    const told = await sql<{ n: number }>`select count(*)::int as n from platform.outbox where name = 'schedules.changed' and payload ->> 'employeeId' = ${nurseId}`.execute(db())
    expect(told.rows[0]!.n).toBe(2)
    expect((await save({}, 'hapus')).statusCode).toBe(403)
  })

  it('takes people in later with a reason, and lets nobody off it unseen', async () => {
    const choose = async (values: Record<string, string>) => officer.post(`/kerja/jadwal/jaga/${roster}/giliran`, { version: String(await versionOf()), cycle: 'P-P-S-S-M-M-L-L', from: '', reason: '', nip: '', [`g.${nurseId}`]: '0', [`g.${others[0]}`]: '4', [`g.${others[1]}`]: '2', ...values })
    expect((await choose({})).body).toContain('Tulis alasan perubahannya')
    expect((await choose({ reason: 'Tenaga bantuan' })).statusCode).toBe(303)
    expect((await windowOn(others[1]!, days[4]!)).kind).toBe('off')
    expect((await choose({ [`g.${others[1]}`]: '', reason: 'Tidak jadi' })).body).toContain('Kosongkan hari-hari pegawai itu')
  })

  it('is planned only by those whose reach it is in', async () => {
    expect((await save({ [cell(nurseId, days[0]!)]: 'P', reason: 'Ingin pagi' }, 'simpan', nurse)).statusCode).toBe(404)
    expect((await nurse.get(`/kerja/jadwal/jaga/${roster}/giliran`)).statusCode).toBe(403)
    const stranger = await signIn(installation, place, (await anAccount(installation, place, { unit: 'dpu', roles: [{ code: 'personnel-officer', unit: 'dpu' }] })).username)
    expect((await stranger.get(`/kerja/jadwal/jaga/${roster}`)).statusCode).toBe(404)
    expect((await stranger.get(`/kerja/jadwal/jaga?unit=${unit}`)).statusCode).toBe(404)
    expect((await stranger.get(`/kerja/jadwal/jaga/${roster}/giliran`)).statusCode).toBe(404)
  })

  it('goes on in the next month where people stand in the cycle', async () => {
    const made = await officer.post(`/kerja/jadwal/jaga?unit=${unit}`, { month: addMonths(month, 1).slice(0, 7) })
    const { rows } = await sql<{ turn: number }>`select turn from rosters.member where roster_id = ${String(made.headers.location).split('/').at(-2)} and employee_id = ${nurseId}`.execute(db())
    expect(rows[0]!.turn).toBe(days.length % 8)
    const id = String(made.headers.location).split('/').at(-2)!
    expect((await officer.post(`/kerja/jadwal/jaga/${id}`, { langkah: 'hapus' })).statusCode).toBe(303)
  })

  it('never has somebody on duty twice at once: the database says so, also across rosters', async () => {
    const put = (from: string, until: string) => sql`insert into rosters.duty (roster_id, employee_id, day, shift_id, from_at, until_at, minutes) select roster_id, employee_id, ${from.slice(0, 10)}::date, shift_id, ${from}::timestamp, ${until}::timestamp, 60 from rosters.duty where employee_id = ${nurseId} limit 1`.execute(db())
    const last = (await letters(nurseId)).findLast(({ letter }) => letter === 'M')!.day
    const next = addDays(last, 1)
    await sql`delete from rosters.duty where employee_id = ${nurseId} and day = ${next}`.execute(db())
    await expect(put(`${next}T06:00`, `${next}T08:00`)).rejects.toMatchObject({ code: '23P01' })
    await put(`${next}T07:00`, `${next}T08:00`)
  })
})

describe('a shift', () => {
  const first = async () => (await sql<{ id: string }>`select id from rosters.shift where letter = 'M'`.execute(db())).rows[0]!.id
  it('that stands on a roster keeps its times, and can be closed', async () => {
    const address = `/kerja/jadwal/jaga/sif/${await first()}`
    expect((await officer.get(address)).body).toContain('sudah dipakai di jadwal')
    const values = { letter: 'M', name: 'Malam panjang', starts: '21:00', ends: '07:00', pause: '0', on_holidays: 'on' }
    expect((await officer.post(address, values)).statusCode).toBe(303)
    expect((await officer.post(address, { ...values, ends: '08:00' })).statusCode).toBe(403)
    expect((await officer.post(address, { ...values, langkah: 'tutup' })).statusCode).toBe(303)
    expect((await officer.get(address)).statusCode).toBe(404)
    expect((await officer.get(`/kerja/jadwal/jaga/${roster}`)).body).toContain('value="M"')
  })
})

describe('a sheet of rosters', () => {
  it('is brought in as drafts, and what cannot be is told row by row', async () => {
    const bring = async (text: string) => {
      const answer = await officer.upload('/kerja/jadwal/jaga/impor', {}, [{ name: 'berkas', filename: 'jaga.csv', body: Buffer.from(text) }])
      const run = String(answer.headers.location).split('?')[0]!
      const work = () => rosterImport.job.run({ services: installation.services, governmentId: place.id, db: db(), now: new Date() }, { run: run.split('/').at(-1) })
      await work()
      await officer.post(run, { langkah: 'periksa', k_nip: '0', k_month: '1', k_d1: '2', k_d2: '3', k_d3: '4' })
      await work()
      return { run, work, body: (await officer.get(run)).body }
    }
    const later = addMonths(month, 2).slice(0, 7)
    const bad = await bring(`NIP;Bulan;1;2;3\n${nips[0]};${later};P;Z;L\n${nips[1]};kapan;P;P;L\n199912312020031000;${later};P;P;P\n`)
    for (const words of ['Kode Z tidak dikenal', 'Tulis bulan seperti', 'Tidak ada pegawai dengan NIP ini']) expect(bad.body, words).toContain(words)
    expect((await bring(`NIP;Bulan;1;2;3\n${nips[0]};${month.slice(0, 7)};P;P;P\n`)).body).toContain('sudah terbit')
    const good = await bring(`NIP;Bulan;1;2;3\n${nips[0]};${later};P;S;L\n${nips[1]};${later};s;-;p\n`)
    await officer.post(good.run, { langkah: 'masuk' })
    await good.work()
    const { rows } = await sql<{ n: number; state: string }>`select count(*)::int as n, r.state from rosters.duty d join rosters.roster r on r.id = d.roster_id where r.month = ${`${later}-01`} group by 2`.execute(db())
    expect(rows).toEqual([{ n: 4, state: 'draft' }])
  })
})
