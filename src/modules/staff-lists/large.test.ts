import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, signIn } from '#modules/identity/testing.ts'
import { verifyAudit } from '#platform/audit/audit.ts'
import { asCsv, asSheet, importDesk, type ImportDesk } from './testing/desk.ts'
import { aStaffRow } from './testing/staff.ts'

const many = 10_000
const units = ['Dinas Komunikasi dan Informatika', 'Bidang Informasi Publik', 'Dinas Pekerjaan Umum', 'Bidang Bina Marga', 'Kecamatan Slawi', 'Desa Kalisapu']
const rows = Array.from({ length: many }, (_, i) => aStaffRow(i, units[i % units.length]))

let installation: Installation
let place: TestGovernment
let desk: ImportDesk

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  await anAccount(installation, place, { username: 'kepegawaian', unit: 'pemerintah', roles: ['personnel-officer'] })
  desk = importDesk(installation, place, await signIn(installation, place, 'kepegawaian'))
  await installation.work()
})
afterAll(() => installation.close())

const employees = async () => (await desk.rowsOf(sql<{ n: number }>`select count(*)::int as n from personnel.employee`))[0]!.n

describe('ten thousand people', () => {
  it('are seen, checked and brought in within a minute, and again without a change', async () => {
    const bytes = await asSheet(rows)
    const began = performance.now()
    const { to } = await desk.send(bytes)
    await desk.until(to, 'mapping')
    await desk.press(to, 'periksa')
    await desk.until(to, 'ready')
    const seen = performance.now()
    expect((await desk.runOf(to)).counts).toEqual({ new: many, changed: 0, unchanged: 0, wrong: 0 })
    await desk.press(to, 'masuk')
    await desk.until(to, 'done')
    const took = { preview: Math.round(seen - began), all: Math.round(performance.now() - began) }
    expect(took.all, `seen after ${took.preview} ms`).toBeLessThan(60_000)
    expect(await employees()).toBe(many)

    const again = await desk.send(asCsv(rows), 'pegawai.csv')
    await desk.until(again.to, 'mapping')
    await desk.press(again.to, 'periksa')
    await desk.until(again.to, 'ready')
    expect((await desk.runOf(again.to)).counts).toEqual({ new: 0, changed: 0, unchanged: many, wrong: 0 })
    expect(await desk.pageOf(again.to)).toContain('Semua isi berkas ini sudah ada')
  }, 180_000)

  it('are each in the audit, whose chain holds', async () => {
    const client = new pg.Client({ connectionString: installation.url })
    await client.connect()
    const [verdict] = (await verifyAudit(client)).filter(({ governmentId }) => governmentId === place.id)
    await client.end()
    expect(verdict?.entries).toBeGreaterThan(many)
    expect(verdict?.brokenAt).toBeNull()
  })

  it('show on one page which of them are wrong, a page at a time', async () => {
    const { to } = await desk.send(asCsv(rows.map((row, i) => (i % 2 ? row : { ...row, 'Tanggal Lahir': 'kemarin' }))), 'separuh.csv')
    await desk.until(to, 'mapping')
    await desk.press(to, 'periksa')
    await desk.until(to, 'ready')
    expect((await desk.runOf(to)).counts).toMatchObject({ wrong: many / 2 })
    const page = await desk.pageOf(to)
    expect(page.match(/“kemarin” bukan tanggal/g)).toHaveLength(50)
    expect(page).toContain('Berikutnya')
    expect(await desk.pageOf(`${to}?setelah=9990`)).toContain('10000')
  }, 60_000)
})
