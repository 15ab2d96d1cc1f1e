import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { anAccount, aRole, assign, signIn } from '#modules/identity/testing.ts'
import { importDesk, type ImportDesk } from './testing/desk.ts'
import { aLetterRow, asCsv } from './testing/letters.ts'

const many = 10_000
const rows = Array.from({ length: many }, (_, i) => aLetterRow(i))

let installation: Installation
let place: TestGovernment
let desk: ImportDesk

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  const account = await anAccount(installation, place)
  await assign(installation, place, account.id, await aRole(installation, place, 'uji', [{ permission: 'correspondence.office', reach: 'unit' }]), 'diskominfo')
  desk = importDesk(installation, place, await signIn(installation, place, account.username))
  await installation.work()
})
afterAll(() => installation.close())

describe('ten thousand letters', () => {
  it('are seen, checked and brought in within a minute, and again without a change', async () => {
    const bytes = asCsv(rows)
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
    const [{ letters, receipts, entries, locked } = { letters: 0, receipts: 0, entries: 0, locked: 0 }] = await desk.rowsOf(sql<{ letters: number; receipts: number; entries: number; locked: number }>`
      select (select count(*)::int from correspondence.letter) as letters, (select count(*)::int from correspondence.receipt) as receipts, (select count(*)::int from platform.search_entry where kind = 'letter') as entries, (select count(*)::int from correspondence.letter where locks <> '{}') as locked`)
    expect({ letters, receipts, entries, locked }).toEqual({ letters: many, receipts: many * 0.8, entries: many, locked: many })

    const again = await desk.send(bytes, 'lagi.csv')
    await desk.until(again.to, 'mapping')
    await desk.press(again.to, 'periksa')
    await desk.until(again.to, 'ready')
    expect((await desk.runOf(again.to)).counts).toEqual({ new: 0, changed: 0, unchanged: many, wrong: 0 })
  }, 180_000)
})
