import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { indexAll, relock, search, type Entry, type Query } from './search.ts'

let installation: Installation
let place: TestGovernment
let other: TestGovernment
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const words = ['irigasi', 'jembatan', 'posyandu']
const locks = ['r:*', 'o:*', 'o:dinas', 'p:kepala', 'p:camat']

/** Three years of entries: of most months a few, of some months none, every third without locks. */
const entries: Entry[] = Array.from({ length: 90 }, (_, n): Entry => ({
  kind: n % 7 === 0 ? 'note' : 'letter', id: id(n), sort: n % 2 ? 'undangan' : 'laporan', title: words.filter((_word, w) => (n >> w) % 2 === 0).join(' '), summary: '', body: '', href: `/${n}`, unitId: null, districtCode: null,
  at: new Date(Date.UTC(2024, (n * 13) % 34, 1 + (n % 28), n % 3 ? 12 : 23, 59)), permission: null, ...(n % 3 ? { locks: locks.filter((_lock, l) => (n * 7 + l) % 3 === 0) } : {}),
}))

beforeAll(async () => {
  installation = await openInstallation()
  ;[place, other] = [await aGovernment(installation), await aGovernment(installation, 'purbalinggakab')]
  await installation.services.database.transaction(place.id, tx => indexAll(tx, entries))
  // The same under the same locks, of somebody else.
  await installation.services.database.transaction(other.id, tx => indexAll(tx, entries.map(entry => ({ ...entry, href: '/elsewhere', locks: [...locks] }))))
})
afterAll(() => installation.close())

const hits = async (query: Omit<Query, 'limit'>, limit = 100) => (await search(installation.services.database.of(place.id), null, { ...query, limit })).hits

describe('what has locks', () => {
  test('is found by whoever has a key of one of them, in any month and year, and by nobody else', async () => {
    await fc.assert(fc.asyncProperty(
      fc.subarray(words, { minLength: 1 }), fc.subarray([...locks, 'p:stranger']), fc.option(fc.constantFrom(2024, 2025, 2026), { nil: undefined }), fc.option(fc.constantFrom('letter', 'note'), { nil: undefined }), fc.option(fc.constantFrom('undangan', 'laporan'), { nil: undefined }), fc.boolean(),
      async (asked, keys, year, kind, sort, locked) => {
        const found = await hits({ text: asked.join(' '), keys, year, kind, sort, locked })
        const wanted = entries.filter(entry =>
          asked.every(word => entry.title.includes(word)) && (year === undefined || entry.at.getUTCFullYear() === year) && (kind === undefined || entry.kind === kind) && (sort === undefined || entry.sort === sort)
          && (entry.locks ? entry.locks.some(lock => keys.includes(lock)) : !locked))
        expect(found.map(({ href }) => href).toSorted()).toEqual(wanted.map(({ href }) => href).toSorted())
      }), { numRuns: 60 })
  })

  test('is found under other keys as soon as it has other locks', async () => {
    const moved = { ...entries[1]!, id: id(500), href: '/moved', title: 'mercusuar', locks: ['p:kepala'] }
    await installation.services.database.transaction(place.id, tx => indexAll(tx, [moved]))
    await installation.services.database.transaction(place.id, tx => relock(tx, moved.kind, moved.id, ['p:camat']))
    expect(await hits({ text: 'mercusuar', keys: ['p:kepala'], locked: true })).toEqual([])
    expect(await hits({ text: 'mercusuar', keys: ['p:camat'], locked: true })).toHaveLength(1)
  })

  test('is taken from the newest months when there is more than can be ranked', async () => {
    const many = Array.from({ length: 360 }, (_, n): Entry => ({ ...entries[1]!, id: id(1000 + n), href: `/many/${n}`, title: 'bendungan', at: new Date(Date.UTC(2026, 9 - Math.floor(n / 60), 10)), locks: ['o:*'] }))
    await installation.services.database.transaction(place.id, tx => indexAll(tx, many))
    const found = await hits({ text: 'bendungan', keys: ['o:*'], locked: true }, 149)
    expect(found).toHaveLength(149)
    expect(found.filter(({ at }) => at.getUTCMonth() < 7)).toEqual([])
  })

  test('is gathered from whole years where months give few, the newest first and nothing twice', async () => {
    const many = Array.from({ length: 180 }, (_, n): Entry => ({ ...entries[1]!, id: id(2000 + n), href: `/rare/${n}`, title: 'mercusuar', at: new Date(Date.UTC(2026, 9 - Math.floor(n / 3), 10)), locks: ['o:*'] }))
    await installation.services.database.transaction(place.id, tx => indexAll(tx, many))
    const found = (await hits({ text: 'mercusuar', keys: ['o:*'], locked: true }, 149)).map(({ href }) => Number(href.slice(6)))
    expect(new Set(found).size).toBe(found.length)
    // Nine tenths of what can be ranked are enough.
    expect(Array.from({ length: 135 }, (_, n) => n).filter(n => !found.includes(n))).toEqual([])
  })
})
