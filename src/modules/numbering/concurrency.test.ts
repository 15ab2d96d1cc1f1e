import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { openDatabase, type Database, type Tx } from '#platform/db/database.ts'
import { Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { numbers } from './contract.ts'
import { reserve } from './reserving.ts'
import { periodOf, seriesId, tables } from './store.ts'
import { aPattern, aRequest, dayFromToday } from './testing.ts'

let installation: Installation
/** Two processes that serve pages, each with connections of its own. */
let processes: Database[]
let serial = 0
beforeAll(async () => {
  installation = await openInstallation()
  const client = new pg.Client({ connectionString: installation.url })
  await client.connect()
  // Two that wait for each other are found at once instead of after a second.
  await client.query(`do $$ begin execute format('alter database %I set deadlock_timeout = ''20ms''', current_database()); end $$`)
  await client.end()
  processes = [openDatabase({ url: installation.serveUrl, max: 20 }), openDatabase({ url: installation.serveUrl, max: 20 })]
})
afterAll(async () => {
  for (const database of processes) await database.close()
  await installation.close()
})

const port = () => installation.services.ask(numbers)
const undone = new Error('undone')
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function fresh(): Promise<TestGovernment> {
  const place = await aGovernment(installation, `kabupaten${++serial}`, `Kabupaten ${serial}`)
  await installation.services.ask(unitDirectory).of(place.id)
  return place
}

/** Runs work as a page does; one that PostgreSQL stopped to free another is tried again, one that undid itself is not. */
async function tried<T>(database: Database, place: TestGovernment, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  for (;;) {
    try {
      return await database.transaction(place.id, work)
    } catch (error) {
      if (error === undone || error instanceof Problem) return null
      if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error
      await pause(Math.random() * 50)
    }
  }
}

/** Every book of a government is 1, 2, 3 … up to its counter, nothing twice and nothing unexplained. */
async function expectWhole(place: TestGovernment): Promise<Map<string, number>> {
  const db = tables(installation.services.database.of(place.id))
  const [counters, rows] = await Promise.all([db.selectFrom('numbering.counter').selectAll().execute(), db.selectFrom('numbering.number').selectAll().execute()])
  const lasts = new Map<string, number>()
  for (const { series_id, year, month, last } of counters) {
    const own = rows.filter(row => row.series_id === series_id && row.year === year && row.month === month)
    expect(own.map(row => row.sequence).toSorted((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, i) => i + 1))
    for (const row of own) expect(row.state === 'cancelled' ? row.cancel_reason : row.state === 'reserved' ? row.reason : row.number).toBeTruthy()
    lasts.set(series_id, last)
  }
  expect(rows).toHaveLength([...lasts.values()].reduce((sum, last) => sum + last, 0))
  const printed = rows.flatMap(row => row.number ?? [])
  expect(new Set(printed).size).toBe(printed.length)
  return lasts
}

describe('200 people who sign at once', () => {
  it('get 1 to n in each series, nothing skipped and nothing twice, though some of them fail', async () => {
    const place = await fresh()
    await aPattern(installation.services, place, { kind: 'keputusan', pattern: '{urut}/KEP/{tahun}', draws: 'government' })
    await aPattern(installation.services, place, { kind: 'nota-dinas', pattern: 'ND/{urut}/{unit}', draws: 'kind' })
    const wishes = [{ unit: 'diskominfo' }, { unit: 'dpu' }, { unit: 'slawi', kind: 'keputusan' }, { unit: 'dpu', kind: 'nota-dinas' }]
    const signed = await Promise.all(Array.from({ length: 200 }, (_, i) => tried(processes[i % 2]!, place, async tx => {
      const given = await port().take(tx, aRequest(place, wishes[(i * 7) % 4]!))
      await pause(i % 3)
      if (i % 5 === 0) throw undone
      return given
    })))
    expect(signed.filter(one => one !== null)).toHaveLength(160)
    const lasts = await expectWhole(place)
    expect([...lasts.values()].reduce((sum, last) => sum + last, 0)).toBe(160)
  }, 60_000)

  it('and take from two series in either order lose nothing when PostgreSQL stops one for the other', async () => {
    const place = await fresh()
    const units = ['diskominfo', 'dpu']
    const signed = await Promise.all(Array.from({ length: 12 }, (_, i) => tried(processes[i % 2]!, place, async tx => {
      for (const step of [0, 1]) {
        await port().take(tx, aRequest(place, { unit: units[(i + step) % 2]! }))
        await pause(5)
      }
      if (i % 7 === 0) throw undone
      return true
    })))
    expect(signed.filter(Boolean)).toHaveLength(10)
    expect([...(await expectWhole(place)).values()]).toEqual([10, 10])
  }, 60_000)

  it('and sign the same letters on two screens number each of them once', async () => {
    const place = await fresh()
    const letters = Array.from({ length: 40 }, () => aRequest(place))
    const asked = await Promise.all([...letters, ...letters.toReversed(), ...letters].map((letter, i) => tried(processes[i % 2]!, place, tx => port().take(tx, letter))))
    expect(new Set(asked.map(one => one?.id)).size).toBe(40)
    expect([...(await expectWhole(place)).values()]).toEqual([40])
  }, 60_000)
})

describe('a number on two desks', () => {
  it('is cancelled once, and what is cancelled is not given to a letter', async () => {
    const place = await fresh()
    const ids = await processes[0]!.transaction(place.id, async tx => {
      await reserve(tx, periodOf(await seriesId(tx, { unitId: place.units.dpu!, kind: null }), dayFromToday(0), 'year'), { day: dayFromToday(-1), count: 30, reason: 'Menyusul', by: null }, dayFromToday(0))
      return (await tables(tx).selectFrom('numbering.number').select('id').orderBy('sequence').execute()).map(({ id }) => id)
    })
    const cancel = (id: string, i: number) => tried(processes[i % 2]!, place, tx => port().cancel(tx, id, 'Tidak jadi', null).then(() => id))
    const draw = (_: unknown, i: number) => tried(processes[i % 2]!, place, tx => port().take(tx, aRequest(place, { unit: 'dpu', on: dayFromToday(-1) })))
    const [ended, again, drawn] = await Promise.all([Promise.all(ids.slice(0, 15).map(cancel)), Promise.all(ids.slice(0, 15).map((id, i) => cancel(id, i + 1))), Promise.all(Array.from({ length: 30 }, draw))])
    for (let i = 0; i < 15; i++) expect([ended[i], again[i]].filter(Boolean)).toHaveLength(1)
    const rows = await tables(installation.services.database.of(place.id)).selectFrom('numbering.number').select(['id', 'state', 'cancel_reason']).execute()
    const stillGiven = drawn.filter(one => one && rows.some(row => row.id === one.id && row.state === 'used'))
    expect(rows.filter(row => row.state === 'cancelled')).toHaveLength(15)
    expect(rows.filter(row => row.state === 'used')).toHaveLength(stillGiven.length)
    // What was given and cancelled afterwards keeps both facts; nothing else may have happened to a number.
    expect(stillGiven.length + 15).toBeLessThanOrEqual(30)
    await expectWhole(place)
  }, 60_000)
})

type Step = { act: 'take' | 'back' | 'again' | 'cancel' | 'reserve' | 'undo'; unit: 'diskominfo' | 'dpu'; pick: number }

describe('whatever happens in whatever order', () => {
  it('every book stays whole', async () => {
    const step: fc.Arbitrary<Step> = fc.record({ act: fc.constantFrom('take', 'take', 'back', 'again', 'cancel', 'reserve', 'undo'), unit: fc.constantFrom('diskominfo', 'dpu'), pick: fc.nat(1000) })
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), fc.integer({ min: 1, max: 8 }), async (steps, together) => {
      const place = await fresh()
      const given: { id: string; matter: string; number: string }[] = []
      const cancelled = new Set<string>()
      const run = async ({ act, unit, pick }: Step, i: number): Promise<unknown> => {
        const database = processes[i % 2]!
        const known = given[pick % Math.max(1, given.length)]
        if (act === 'cancel' && known) return tried(database, place, tx => port().cancel(tx, known.id, 'Salah ketik', null)).then(() => void cancelled.add(known.id))
        if (act === 'reserve')
          return tried(database, place, async tx => reserve(tx, periodOf(await seriesId(tx, { unitId: place.units[unit]!, kind: null }), dayFromToday(0), 'year'), { day: dayFromToday(pick % 2 ? 0 : -1), count: 1 + (pick % 3), reason: 'Menyusul', by: null }, dayFromToday(0)))
        const request = aRequest(place, { unit, ...(act === 'again' && known ? { matter: { kind: 'letter', id: known.matter } } : {}), ...(act === 'back' ? { on: dayFromToday(-1) } : {}) })
        const number = await tried(database, place, async tx => {
          const taken = await port().take(tx, request)
          if (act === 'undo') throw undone
          return taken
        })
        if (number && act !== 'again') given.push({ id: number.id, matter: request.matter.id, number: number.number })
        return number
      }
      for (let at = 0; at < steps.length; at += together) await Promise.all(steps.slice(at, at + together).map(run))
      await expectWhole(place)
      const rows = await tables(installation.services.database.of(place.id)).selectFrom('numbering.number').select(['id', 'state', 'number']).execute()
      for (const { id, number } of given) expect(rows.find(row => row.id === id)).toMatchObject({ number, state: cancelled.has(id) ? 'cancelled' : 'used' })
    }), { numRuns: 12 })
  }, 120_000)
})
