import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aRole, anAccount, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import { addDays, toLocal } from '#platform/time/zone.ts'
import { places, workingTimes, type Window } from './contract.ts'
import { weekdayOf } from './pattern.ts'
import { insertPlace, type Place } from './places/store.ts'
import { insertAssignment, type Assignment } from './store.ts'
import { isDuty } from './windows.ts'

let installation: Installation
let place: TestGovernment
let officer: Browser
let officerId: string
let root: Browser
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
/** A Monday some weeks ahead. */
const monday = addDays(today, 28 - weekdayOf(today))

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const account = await anAccount(installation, place, { name: 'Petugas', roles: [{ code: 'personnel-officer', unit: 'diskominfo' }] })
  officerId = await anEmployee(installation.services, place, { accountId: account.id, name: 'Petugas' })
  officer = await signIn(installation, place, account.username)
  root = await signIn(installation, place, (await anAccount(installation, place, { roles: [{ code: 'administrator', unit: 'pemerintah' }] })).username)
})
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const within = <T>(work: Parameters<typeof installation.services.database.transaction<T>>[1]) => installation.services.database.transaction(place.id, work)
const set = (whose: { unit?: string; employeeId?: string }, pattern: string, from: string, until: string | null = null, over: Partial<Assignment> = {}) =>
  within(tx => insertAssignment(tx, { unitId: whose.unit ? place.units[whose.unit]! : null, employeeId: whose.employeeId ?? null, pattern, from, until, decreeNumber: null, decreeOn: null, by: null, ...over }))
const windowsOf = async (id: string, from: string, to = from): Promise<readonly Window[]> => (await installation.services.ask(workingTimes).of(db(), { employeeIds: [id] }, from, to)).get(id)!
const startOf = (window: Window | undefined) => window && isDuty(window) && toLocal(window.startsAt, 'Asia/Jakarta').slice(11)
const nameOf = (window: Window | undefined) => window?.name
const circle = (latitude = -6.98, longitude = 109.14, radius = 100): Place['area'] => ({ kind: 'circle', centre: { latitude, longitude }, radius })
const aPlace = (unit: string, over: Partial<Place> = {}) => within(tx => insertPlace(tx, place.units[unit]!, { name: 'Kantor', address: null, area: circle(), everyone: true, from: '2020-01-01', until: null, ...over }, null))

describe('working hours', () => {
  it('are those of Perpres 21/2023 where nothing was set, for everybody in service', async () => {
    const id = await anEmployee(installation.services, place, { unit: 'dpu' })
    const days = await windowsOf(id, monday, addDays(monday, 6))
    expect(days.map(({ kind }) => kind)).toEqual(['work', 'work', 'work', 'work', 'work', 'off', 'off'])
    expect([startOf(days[0]), days.filter(isDuty).reduce((sum, { minutesDue }) => sum + minutesDue, 0)]).toEqual(['07:30', 2250])
    const all = await installation.services.ask(workingTimes).of(db(), { unitIds: [place.units.dpu!] }, monday, monday)
    expect(all.get(id)).toEqual(days.slice(0, 1))
  })

  it('come from the nearest: person, unit, units above; and change on the day they do', async () => {
    const [own, colleague] = [await anEmployee(installation.services, place, { unit: 'dpu-bina-marga' }), await anEmployee(installation.services, place, { unit: 'dpu-bina-marga' })]
    await set({ unit: 'dpu' }, 'enam-hari', addDays(monday, 2))
    await set({ unit: 'dpu-bina-marga' }, 'lima-hari-fleksibel', addDays(monday, 4))
    await set({ employeeId: own }, 'enam-hari', addDays(monday, 5), addDays(monday, 5))
    const names = async (id: string) => (await windowsOf(id, monday, addDays(monday, 7))).map(nameOf)
    expect(await names(colleague)).toEqual(['Lima hari kerja', 'Lima hari kerja', 'Enam hari kerja', 'Enam hari kerja', 'Lima hari kerja, fleksibel', null, null, 'Lima hari kerja, fleksibel'])
    expect((await names(own))[5]).toBe('Enam hari kerja')
  })

  it('stop on holidays and follow Ramadan', async () => {
    await sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (platform.current_government(), 'holidays', '2027-02-17', '{"name": "Libur uji"}', 'SKB', false, '2027-01-01')`.execute(db())
    const id = await anEmployee(installation.services, place, { unit: 'slawi' })
    expect((await windowsOf(id, '2027-02-17'))[0]).toMatchObject({ kind: 'holiday', name: 'Libur uji' })
    expect([startOf((await windowsOf(id, '2027-02-05'))[0]), startOf((await windowsOf(id, '2027-02-08'))[0])]).toEqual(['07:30', '08:00'])
  })

  it('are never two on one day: the database says so', async () => {
    await set({ unit: 'slawi' }, 'lima-hari', '2030-01-01', '2030-12-31')
    await expect(set({ unit: 'slawi' }, 'enam-hari', '2030-12-31')).rejects.toMatchObject({ code: '23P01' })
    await set({ unit: 'slawi' }, 'enam-hari', '2031-01-01')
  })

  it('of a thousand people take as many queries as those of one', async () => {
    for (let i = 0; i < 5; i++) await anEmployee(installation.services, place, { unit: 'kalisapu' })
    const counted = async (unitIds: string[]) => {
      let n = 0
      installation.services.database.observe(() => n++)
      await installation.services.ask(workingTimes).of(db(), { unitIds }, monday, addDays(monday, 30))
      installation.services.database.observe(null)
      return n
    }
    await counted(Object.values(place.units))
    expect(await counted([place.units.kalisapu!])).toBe(await counted(Object.values(place.units)))
  })
})

describe('places of work', () => {
  const placesOf = async (id: string, day = today) => ((await installation.services.ask(places).of(db(), { employeeIds: [id] }, day)).get(id) ?? []).map(({ name }) => name)

  it('are those of the unit and the units above, and what was given to a person or their unit, while it lasts', async () => {
    const [one, other] = [await anEmployee(installation.services, place, { unit: 'kalisapu' }), await anEmployee(installation.services, place, { unit: 'dpu' })]
    await aPlace('slawi', { name: 'Kantor kecamatan' })
    await aPlace('kalisapu', { name: 'Balai desa' })
    await aPlace('pemerintah', { name: 'Alun-alun', from: addDays(today, 1), until: addDays(today, 2) })
    const field = await aPlace('dpu', { name: 'Lapangan', area: { kind: 'region' }, everyone: false })
    expect(await placesOf(one)).toEqual(['Balai desa', 'Kantor kecamatan'])
    expect(await placesOf(one, addDays(today, 1))).toContain('Alun-alun')
    expect(await placesOf(one, addDays(today, 3))).not.toContain('Alun-alun')
    expect(await placesOf(other)).toEqual([])
    const answer = await root.post(`/kerja/jadwal/tempat/${field}`, { langkah: 'beri', employee: other, unit: '', from: today, until: addDays(today, 6), basis: 'ST 800/1' })
    expect(answer.statusCode).toBe(303)
    expect([await placesOf(other), await placesOf(other, addDays(today, 7))]).toEqual([['Lapangan'], []])
    expect((await root.post(`/kerja/jadwal/tempat/${field}`, { langkah: 'beri', employee: other, from: today, basis: 'ST 800/2' })).body).toContain('sudah diberikan')
    expect((await root.post(`/kerja/jadwal/tempat/${field}`, { langkah: 'beri', from: today, basis: 'ST 800/2' })).body).toContain('Pilih satu pegawai atau satu unit')
  })

  it('are written as a circle, a piece of land or the whole region, and what is wrong is said at its field', async () => {
    const address = `/kerja/jadwal/tempat/baru?unit=${place.units['diskominfo']}`
    const write = (values: Record<string, string>) => officer.post(address, { name: 'Gudang', shape: 'circle', latitude: '-6,9812', longitude: '109.1402', radius: '75', everyone: 'on', from: today, ...values })
    const made = await write({})
    expect(made.statusCode).toBe(303)
    const page = (await officer.get(String(made.headers.location))).body
    for (const words of ['Lingkaran 75 m', 'OpenStreetMap', '6,9812']) expect(page, words).toContain(words)
    expect((await write({ shape: 'polygon', corners: '-6.98, 109.14\n-6.98, 109.15\n-6.99, 109.15' })).statusCode).toBe(303)
    expect((await write({ shape: 'region' })).statusCode).toBe(303)
    for (const [values, words] of [[{ radius: '5' }, 'antara 10 dan 20.000'], [{ latitude: '' }, 'Isi bagian ini'], [{ latitude: '95' }, 'Tulis koordinat'], [{ shape: 'polygon', corners: '1, 2' }, 'tiga titik'], [{ until: addDays(today, -1) }, 'tidak boleh sebelum'], [{ name: '' }, 'Isi nama tempat']] as const) {
      const answer = await write(values)
      expect([answer.statusCode, answer.body.includes(words)], words).toEqual([422, true])
      expect(answer.body).toContain('109.1402')
    }
  })

  it('are changed by one at a time', async () => {
    const id = await aPlace('diskominfo', { name: 'Studio' })
    const values = { name: 'Studio baru', shape: 'circle', latitude: '-6.98', longitude: '109.14', radius: '50', from: today, version: '1' }
    expect((await officer.post(`/kerja/jadwal/tempat/${id}/ubah`, values)).statusCode).toBe(303)
    expect((await officer.post(`/kerja/jadwal/tempat/${id}/ubah`, values)).statusCode).toBe(409)
  })
})

describe('an officer', () => {
  const setFor = (values: Record<string, string>, browser = officer, unit = 'diskominfo-ikp') => browser.post(`/kerja/jadwal/tetapkan?unit=${place.units[unit]}`, { unit: place.units[unit]!, employee: '', pattern: 'enam-hari', from: '2029-01-01', until: '', ...values })

  it('sets a pattern with its decree; what held before ends the day before, when that is wished', async () => {
    expect((await setFor({ decree_number: '800/1/2029' })).statusCode).toBe(303)
    expect((await setFor({ from: '2029-06-01', pattern: 'lima-hari' })).body).toContain('sudah ada penetapan lain')
    expect((await setFor({ from: '2029-06-01', pattern: 'lima-hari', replaces: 'on' })).statusCode).toBe(303)
    const { rows } = await sql<{ until: string | null; pattern: string }>`select pattern, until_on as until from schedules.assignment where unit_id = ${place.units['diskominfo-ikp']} order by from_on`.execute(db())
    expect(rows).toEqual([{ pattern: 'enam-hari', until: '2029-05-31' }, { pattern: 'lima-hari', until: null }])
    expect((await setFor({ from: '2028-01-01', until: '2027-01-01' })).body).toContain('tidak boleh sebelum')
    expect((await setFor({ pattern: 'delapan-hari', from: '2040-01-01' })).body).toContain('belum berlaku')
    const told = await sql<{ n: number }>`select count(*)::int as n from platform.outbox where name = 'schedules.changed'`.execute(db())
    expect(told.rows[0]!.n).toBeGreaterThan(1)
  })

  it('ends it, and takes back what has not begun', async () => {
    const running = await set({ unit: 'diskominfo' }, 'lima-hari', '2020-01-01', null)
    const page = await officer.get(`/kerja/jadwal/penetapan/${running}`)
    expect(page.body).toContain('Akhiri')
    expect((await officer.post(`/kerja/jadwal/penetapan/${running}`, { langkah: 'akhiri', last: addDays(today, -1) })).statusCode).toBe(422)
    expect((await officer.post(`/kerja/jadwal/penetapan/${running}`, { langkah: 'akhiri', last: addDays(today, 7) })).statusCode).toBe(303)
    expect((await officer.post(`/kerja/jadwal/penetapan/${running}`, { langkah: 'batalkan' })).statusCode).toBe(403)
    const coming = await set({ unit: 'diskominfo' }, 'enam-hari', addDays(today, 30))
    expect((await officer.post(`/kerja/jadwal/penetapan/${coming}`, { langkah: 'batalkan' })).statusCode).toBe(303)
  })

  it('reaches no further than their units, and never themselves', async () => {
    const stranger = await anEmployee(installation.services, place, { unit: 'dpu' })
    expect((await setFor({ employee: stranger, from: '2041-01-01' })).statusCode).toBe(404)
    expect((await officer.get(`/kerja/jadwal/unit?unit=${place.units.dpu}`)).statusCode).toBe(404)
    expect((await officer.get(`/kerja/jadwal/tetapkan?unit=${place.units.dpu}`)).statusCode).toBe(404)
    expect((await officer.get(`/kerja/jadwal/penetapan/${await set({ unit: 'dpu' }, 'lima-hari', '2050-01-01', '2050-01-02').catch(() => 'x')}`)).statusCode).toBe(404)
    expect((await officer.get(`/kerja/jadwal/tempat/${await aPlace('dpu')}`)).statusCode).toBe(404)
    expect((await setFor({ employee: officerId, from: '2041-01-01' }, officer, 'diskominfo')).body).toContain('ditetapkan petugas lain')
    const field = await aPlace('diskominfo', { area: { kind: 'region' }, everyone: false })
    expect((await officer.post(`/kerja/jadwal/tempat/${field}`, { langkah: 'beri', employee: officerId, from: today, basis: 'ST 800/1' })).body).toContain('ditetapkan petugas lain')
  })

  it('sees the unit with what holds and why', async () => {
    const page = (await officer.get(`/kerja/jadwal/unit?unit=${place.units['diskominfo-ikp']}`)).body
    for (const words of ['Hari ini berlaku', '800/1/2029', 'Tetapkan pola', 'Tambah tempat']) expect(page, words).toContain(words)
  })
})

describe('patterns', () => {
  const hours = Object.fromEntries([0, 1, 2, 3].flatMap(i => [[`hari-${i}-start`, '8.00'], [`hari-${i}-end`, '17.00'], [`hari-${i}-pause`, '12.00'], [`hari-${i}-resume`, '13.00']]))
  const write = (values: Record<string, string>, browser = root, from = '') => browser.post(`/kerja/jadwal/pola/baru${from}`, { name: 'Empat hari', legal_basis: 'Perbup 1/2026', valid_from: addDays(today, 1), before: '0', after: '30', grace: '5', ...hours, ...values })

  it('are added for the whole government and hold from a day to come', async () => {
    expect((await write({ valid_from: today })).body).toContain('paling cepat mulai besok')
    expect((await write({ 'hari-0-end': '7.00' })).body).toContain('sesudah jam masuk')
    expect((await write({ 'hari-0-start': 'pagi' })).body).toContain('Tulis jam seperti')
    expect((await write({ 'hari-0-pause': '' })).body).toContain('awal dan akhir istirahat')
    expect((await write({})).statusCode).toBe(303)
    expect((await write({})).body).toContain('Sudah ada pola dengan nama ini')
    expect((await officer.get('/kerja/jadwal/pola')).body).toContain('Empat hari')
    const id = await anEmployee(installation.services, place, { unit: 'pemerintah' })
    await set({ employeeId: id }, 'empat-hari', monday)
    const [first, ...rest] = await windowsOf(id, monday, addDays(monday, 6))
    expect([startOf(first), isDuty(first!) && first.minutesDue, rest.filter(isDuty).length]).toEqual(['08:00', 480, 3])
  })

  it('get a newer version that leaves older days as they were', async () => {
    const from = addDays(monday, 14)
    expect((await write({ name: 'Lima hari kerja', valid_from: from, 'hari-4-start': '08:00', 'hari-4-end': '11:00' }, root, '?dari=lima-hari')).statusCode).toBe(303)
    const id = await anEmployee(installation.services, place, { unit: 'pemerintah' })
    expect([startOf((await windowsOf(id, addDays(from, -7)))[0]), startOf((await windowsOf(id, from))[0])]).toEqual(['07:30', '08:00'])
  })

  it('are nobody’s to set who does not reach the whole government', async () => {
    expect((await officer.get('/kerja/jadwal/pola/baru')).statusCode).toBe(403)
    const plain = await signIn(installation, place, (await anAccount(installation, place)).username)
    expect((await plain.get('/kerja/jadwal/pola')).statusCode).toBe(200)
    for (const path of ['/kerja/jadwal/unit', '/kerja/jadwal/tetapkan', '/kerja/jadwal/tempat/baru', '/kerja/jadwal/pola/baru']) expect((await plain.get(path)).statusCode, path).toBe(403)
  })
})

describe('everybody', () => {
  it('sees their own month and where they may work', async () => {
    const account = await anAccount(installation, place, { unit: 'kalisapu' })
    await anEmployee(installation.services, place, { unit: 'kalisapu', accountId: account.id })
    const browser = await signIn(installation, place, account.username)
    const page = (await browser.get('/kerja/jadwal?bulan=2026-12')).body
    for (const words of ['Desember 2026', '07.30–16.00', 'Balai desa']) expect(page, words).toContain(words)
    expect(page).not.toContain('/kerja/jadwal/unit')
    const stranger = await signIn(installation, place, (await anAccount(installation, place)).username)
    expect((await stranger.get('/kerja/jadwal')).body).toContain('belum terhubung')
  })

  it('who reads only is offered no act and refused one', async () => {
    const { id, username } = await anAccount(installation, place)
    await assign(installation, place, id, await aRole(installation, place, 'pembaca-jadwal', [{ permission: 'schedules.read', reach: 'unit' }]), 'diskominfo')
    const browser = await signIn(installation, place, username)
    const spot = await aPlace('diskominfo', { name: 'Aula' })
    expect((await browser.get(`/kerja/jadwal/tempat/${spot}`)).body).not.toContain('Tunjuk pegawai')
    expect((await browser.post(`/kerja/jadwal/tempat/${spot}`, { langkah: 'beri', unit: place.units.diskominfo!, from: today, basis: 'ST 800/9' })).statusCode).toBe(403)
    const unit = (await browser.get('/kerja/jadwal/unit')).body
    expect(unit).toContain('Aula')
    expect(unit).not.toContain('Tetapkan pola')
  })
})
