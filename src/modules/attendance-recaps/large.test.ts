import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { runClosing } from './closing/run.ts'

const many = 10_000
const today = dayIn(new Date(), 'Asia/Jakarta')
const month = addMonths(`${today.slice(0, 7)}-01`, -2)

let installation: Installation
let place: TestGovernment
let officer: Browser

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  officer = await signIn(installation, place, (await anAccount(installation, place, { unit: 'pemerintah', roles: [{ code: 'administrator', unit: 'pemerintah' }] })).username)
  const client = new pg.Client({ connectionString: installation.url })
  await client.connect()
  // Spread over the agencies; one day in thirty without a scan, one in twenty late.
  await client.query(
    `insert into personnel.employee (government_id, unit_id, kind, nip, name, birth_date, sex, entered_on)
     select $1, ($2::uuid[])[1 + i % cardinality($2::uuid[])], 'pns', '19800101' || lpad(i::text, 10, '0'), 'Pegawai ' || i, '1980-01-01', 'm', '2005-01-01' from generate_series(1, $3::int) as i`,
    [place.id, ['diskominfo', 'diskominfo-ikp', 'dpu', 'dpu-bina-marga', 'slawi', 'kalisapu'].map(slug => place.units[slug]), many])
  await client.query(
    `insert into attendance.scan (government_id, employee_id, at, direction, unit_id, way, level, score)
     select e.government_id, e.id, (d + t.clock + case when t.direction = 'in' and hashtext(e.id::text || d) % 20 = 0 then interval '40 minutes' else interval '0' end) at time zone 'Asia/Jakarta', t.direction, e.unit_id, 'device-import', 'fair', 15
     from personnel.employee e cross join generate_series($1::date, $1::date + interval '1 month' - interval '1 day', interval '1 day') as d cross join (values ('in', interval '7 hours 20 minutes'), ('out', interval '16 hours 40 minutes')) as t (direction, clock)
     where extract(isodow from d) < 6 and hashtext(d || e.id::text) % 30 <> 0`, [month])
  await client.query('analyze')
  await client.end()
}, 180_000)
afterAll(() => installation.close())

it('a month of ten thousand people is reckoned, and closed for an agency, in seconds', async () => {
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const done = await work()
    // Measured alone it takes a third of this; other tests run beside it.
    expect(performance.now() - began, name).toBeLessThan(15_000)
    return done
  }
  const bulan = month.slice(0, 7)
  const csv = await timed('recap of 10,000 people as CSV', () => officer.get(`/kerja/presensi/rekap/unduh.csv?unit=${place.units.pemerintah}&bulan=${bulan}`))
  expect(csv.body.trim().split('\n')).toHaveLength(many + 1)
  const page = await timed('the list on the screen', () => officer.get(`/kerja/presensi/rekap?unit=${place.units.pemerintah}&bulan=${bulan}`))
  expect(page.body).toContain('2.000 pegawai')
  const unit = place.units.diskominfo!
  await timed('what is open in an agency of 3,300', () => officer.get(`/kerja/presensi/rekap/tutup?unit=${unit}&bulan=${bulan}`))
  expect((await officer.post('/kerja/presensi/rekap/tutup', { langkah: 'moderasi', unit, bulan })).statusCode).toBe(303)
  const asked = await timed('asking for it to be closed', () => officer.post('/kerja/presensi/rekap/tutup', { langkah: 'tutup', unit, bulan }))
  expect(asked.statusCode).toBe(303)
  const { id } = (await sql<{ id: string }>`select id from attendance_recaps.closing`.execute(installation.services.database.of(place.id))).rows[0]!
  await timed('closing it, as its job does', () => runClosing(installation.services, place.id, id, new Date()))
  expect((await sql<{ n: number }>`select count(*)::int as n from attendance_recaps.recap`.execute(installation.services.database.of(place.id))).rows[0]!.n).toBeGreaterThan(3300)
  const frozen = await timed('the same with it closed, as CSV', () => officer.get(`/kerja/presensi/rekap/unduh.csv?unit=${place.units.pemerintah}&bulan=${bulan}`))
  const unsettled = (body: string) => body.trim().split('\n').slice(1).map(row => row.replace(/;[^;]*$|,[^,]*$/, '')).toSorted()
  expect(unsettled(frozen.body)).toEqual(unsettled(csv.body))
}, 180_000)
