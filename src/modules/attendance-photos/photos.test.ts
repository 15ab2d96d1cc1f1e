import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { aCast, pressed, type Cast } from '#modules/attendance/testing/cast.ts'
import { aWorkPlace } from '#modules/schedules/testing/places.ts'
import { eraseJob } from './module.ts'

let installation: Installation
let place: TestGovernment
let cast: Cast
let photo: Buffer

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
  await aWorkPlace(installation.services, place, 'diskominfo', { name: 'Kantor Diskominfo', latitude: -6.9819, longitude: 109.1391, radius: 100 })
  photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#8a6d3b' } }).jpeg().toBuffer()
}, 60_000)
afterAll(() => installation.close())

const db = () => installation.services.database.of(place.id)
const who = (name: string) => cast.who(name)
/** Fifty kilometres away, with an accuracy no phone has. */
const far = { latitude: '-6.55', longitude: '109.50', accuracy: '0', age: '1' }
const comes = async (name: string, over: Record<string, string> = far): Promise<string> => {
  await who(name).browser.post('/presensi', pressed('in', over))
  return (await sql<{ id: string }>`select id from attendance.scan where employee_id = ${who(name).employee} order by at desc limit 1`.execute(db())).rows[0]!.id
}
const sends = (name: string, scan: string) => who(name).browser.upload(`/presensi/foto/${scan}`, {}, [{ name: 'selfie', filename: 'saya.jpg', body: photo }])
const kept = async () => (await sql<{ id: string; picture: Buffer }>`select check_in_id as id, picture from attendance_photos.photo`.execute(db())).rows
const offering = (offered: boolean) => sql`insert into platform.reference (government_id, list, code, value, legal_basis, verified, valid_from) values (platform.current_government(), 'attendance-selfie', 'rule', ${JSON.stringify({ offered, days: 7 })}::jsonb, 'Perbup 12/2026', false, '2026-01-01')`.execute(db())

it('is not offered until a government says so', async () => {
  const scan = await comes('Staf')
  expect((await who('Staf').browser.get('/presensi')).body).not.toContain('/presensi/foto/')
  expect((await who('Staf').browser.get(`/presensi/foto/${scan}`)).statusCode).toBe(404)
  await offering(true)
})

it('is offered for a check-in that waits for the superior, to its person, and kept sealed', async () => {
  const scan = await comes('Staf')
  const sure = await comes('Kabid', {})
  expect((await who('Staf').browser.get('/presensi')).body).toContain(`/presensi/foto/${scan}`)
  expect((await who('Kabid').browser.get(`/presensi/foto/${sure}`)).statusCode).toBe(404)
  expect((await who('Rekan').browser.get(`/presensi/foto/${scan}`)).statusCode).toBe(404)
  expect((await who('Staf').browser.post(`/presensi/foto/${scan}`, {})).statusCode).toBe(422)
  expect((await sends('Staf', scan)).statusCode).toBe(303)
  const [row] = await kept()
  expect([row!.id, await sharp(row!.picture).metadata().catch(() => 'sealed')]).toEqual([scan, 'sealed'])
})

it('is seen by whoever judges it while it waits, on record, and by nobody else', async () => {
  const { id } = (await kept())[0]!
  const at = `/kerja/presensi/tinjau/${id}/foto`
  expect((await who('Kabid').browser.get(`/kerja/presensi/tinjau/${id}`)).body).toContain(at)
  const answer = await who('Kabid').browser.get(at)
  expect([answer.statusCode, (await sharp(answer.rawPayload).metadata()).width]).toEqual([200, 640])
  for (const name of ['Staf', 'Rekan', 'Pembaca', 'Orang lain']) expect((await who(name).browser.get(at)).statusCode, name).toBe(404)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from platform.audit_entry where record_id = ${id} and entry like '%tinjau/:id/foto%'`.execute(db())
  expect(rows[0]!.n).toBe(1)
  expect((await who('Kabid').browser.post(`/kerja/presensi/tinjau/${id}`, { verdict: 'fair', note: '' })).statusCode).toBe(303)
  expect([await kept(), (await who('Kabid').browser.get(at)).statusCode]).toEqual([[], 404])
})

it('that nobody looked at is erased after the days that were set', async () => {
  await sends('Rekan', await comes('Rekan'))
  const run = () => eraseJob.run({ services: installation.services, governmentId: null, db: db(), now: new Date() }, {})
  await run()
  expect(await kept()).toHaveLength(1)
  await sql`update attendance_photos.photo set added_at = now() - interval '8 days'`.execute(db())
  await run()
  expect(await kept()).toEqual([])
})
