import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from './asking/ask.ts'
import { statementOf } from './asking/statement.ts'
import { openEngine, type Engine } from './process/engine.ts'
import type { Condition, Query } from './query.ts'
import type { Column } from './table.ts'
import { aGovernmentId, someTables } from './testing.ts'

const columns: Column[] = [
  { name: 'nomor', title: 'Nomor', type: 'integer' }, { name: 'tanggal', title: 'Tanggal', type: 'date' }, { name: 'nilai', title: 'Nilai', type: 'decimal' },
  { name: 'jenis', title: 'Jenis', type: 'text' }, { name: 'kosong', title: 'Kosong', type: 'integer' },
]
/** More rows than two groups of the file hold; days repeat, some are missing, and they do not quite rise. */
const many = 280_000
const day = (n: number) => new Date(Date.UTC(2016, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
function* rows() {
  for (let i = 0; i < many; i++) yield [(i * 7919) % 100_003, i % 11 === 0 ? null : day(Math.floor(i / 900) + (i % 3)), ((i * 31) % 977) / 10, `jenis ${i % 7}`, i >= 279_500 ? i : null] as const
}

let engine: Engine
let path: string
let end: () => void
beforeAll(async () => {
  const made = await someTables()
  end = made.close
  const table = await made.tables.keepRows(aGovernmentId, columns, rows())
  path = join(made.folder, 'files', aGovernmentId, 'tables', `${table.id}.parquet`)
  mkdirSync(join(made.folder, 'spill'), { recursive: true })
  engine = await openEngine({ memory: 256, threads: 2, temp: join(made.folder, 'spill'), spill: 100, folders: [join(made.folder, 'files')], nice: 0 })
})
afterAll(() => end())

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ column: fc.constant('jenis'), is: fc.constantFrom('eq' as const, 'contains' as const), value: fc.constantFrom('jenis 3', 'jenis 9', 'JENIS') }),
  fc.record({ column: fc.constant('tanggal'), is: fc.constantFrom('gte' as const, 'lt' as const), value: fc.integer({ min: -5, max: 330 }).map(day) }),
  fc.record({ column: fc.constant('nomor'), is: fc.constant('eq' as const), value: fc.integer({ min: 0, max: 110_000 }) }),
)
const query: fc.Arbitrary<Query> = fc.record({
  where: fc.oneof(fc.constant<Condition[]>([]), fc.array(condition, { maxLength: 2 })),
  sort: fc.oneof(fc.constant(undefined), fc.array(fc.record({ column: fc.constantFrom(...columns.map(({ name }) => name)), down: fc.boolean() }), { minLength: 1, maxLength: 2 })),
  limit: fc.integer({ min: 1, max: 60 }),
  // Five hundred rows of one column are filled: pages reach over their end.
  offset: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1100 }), fc.integer({ min: 430, max: 520 })),
})

describe('the quick way to a page', () => {
  it('shows the same rows as reading all of the file, and counts them alike', async () => {
    let quicker = 0
    await fc.assert(fc.asyncProperty(query, async asked => {
      const connection = await engine.connect()
      try {
        const statement = statementOf(columns, asked, path)
        if (statement.quick) quicker++
        const here = { connection, late: false, tellProgress: () => {} }
        const of = (quick: typeof statement.quick) => ask(here, { ...statement, quick, bytes: 1e9, all: many })
        const [one, other] = [await of(statement.quick), await of(null)]
        expect(one.rows).toEqual(other.rows)
        expect(one.columns.map(({ name }) => name)).toEqual(other.columns.map(({ name }) => name))
        expect(one.total).toBe(other.total)
      } finally {
        connection.closeSync()
      }
    }), { numRuns: 250 })
    expect(quicker).toBeGreaterThan(30)
  }, 120_000)
})
