import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { aCast, moment, mondayBack, writtenAt, type Cast } from '#modules/attendance/testing/cast.ts'

let installation: Installation
let place: TestGovernment
let cast: Cast

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
}, 60_000)
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const who = (name: string) => cast.who(name)
const comes = (name: string, back: number, time: string, browser: string) => who(name).device.send([writtenAt(who(name).device, moment(mondayBack(back), time), 'in', { browser })])
const borrowed = async (name: string) => (await sql<{ reasons: { code: string }[] }>`select reasons from attendance.scan where employee_id = ${who(name).employee} order by at desc limit 1`.execute(db())).rows[0]!.reasons.some(({ code }) => code === 'device-borrowed')
const tablet = randomUUID()
const marks = (over: Record<string, string>, by = 'Petugas') => who(by).browser.post('/kerja/perangkat/kantor', { perangkat: who('Staf').device.id, langkah: 'tandai', name: 'Tablet loket', unit: place.units.diskominfo!, reason: 'Berdiri di loket pelayanan.', ...over })

it('several accounts in one browser are seen as one phone, and a phone of one’s own as one’s own', async () => {
  await comes('Staf', 3, '07:10', tablet)
  await comes('Rekan', 3, '07:12', tablet)
  await comes('Kabid', 3, '07:13', randomUUID())
  expect([await borrowed('Staf'), await borrowed('Rekan'), await borrowed('Kabid')]).toEqual([false, true, false])
  const { rows } = await sql<{ kept: string }>`select encode(browser, 'escape') as kept from attendance.device`.execute(db())
  expect(rows.some(({ kept }) => kept.includes(tablet))).toBe(false)
})

it('an officer marks one that stands in an office, with the reason, and only there nobody is suspected any more', async () => {
  const page = (await who('Petugas').browser.get('/kerja/perangkat/kantor')).body
  expect([page.includes('Staf'), page.includes('Rekan'), page.includes('Kabid')]).toEqual([true, true, false])
  expect((await who('Kabid').browser.get('/kerja/perangkat/kantor')).statusCode).toBe(403)
  const far = await signIn(installation, place, (await anAccount(installation, place, { unit: 'dpu', roles: [{ code: 'personnel-officer', unit: 'dpu' }] })).username)
  expect((await far.post('/kerja/perangkat/kantor', { perangkat: who('Staf').device.id, langkah: 'tandai', name: 'Tablet', unit: place.units.dpu!, reason: 'Punya kami.' })).statusCode).toBe(404)
  expect((await marks({ reason: '' })).statusCode).toBe(422)
  expect((await marks({})).statusCode).toBe(303)
  expect((await marks({})).statusCode).toBe(409)
  await comes('Staf', 2, '07:10', tablet)
  await comes('Rekan', 2, '07:12', tablet)
  expect(await borrowed('Rekan')).toBe(false)
  // Another phone that is shared is suspected as before.
  const phone = randomUUID()
  await comes('Orang lain', 2, '07:10', phone)
  await comes('Kadis', 2, '07:11', phone)
  expect(await borrowed('Kadis')).toBe(true)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where record_kind = 'office-device'`.execute(db())
  expect(rows[0]!.n).toBe(1)
})

it('the mark ends, and is kept', async () => {
  expect((await marks({ langkah: 'akhiri' })).statusCode).toBe(303)
  await comes('Staf', 1, '07:10', tablet)
  await comes('Rekan', 1, '07:12', tablet)
  expect(await borrowed('Rekan')).toBe(true)
  expect((await sql<{ n: number }>`select count(ended_at)::int as n from attendance.office_device`.execute(db())).rows[0]!.n).toBe(1)
})
