import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../web/problems.ts'
import type { Query } from './query.ts'
import type { Column, StoredTable } from './table.ts'
import type { Tables } from './tables.ts'
import { aGovernmentId, someTables, textOf } from './testing.ts'

const columns: Column[] = [
  { name: 'wilayah', title: 'Kode wilayah', type: 'region' },
  { name: 'nama', title: 'Nama sekolah', type: 'text' },
  { name: 'siswa', title: 'Siswa', type: 'integer' },
  { name: 'luas', title: 'Luas', type: 'decimal', unit: 'm²' },
  { name: 'berdiri', title: 'Berdiri', type: 'date' },
  { name: 'negeri', title: 'Negeri', type: 'boolean' },
  { name: 'dicatat', title: 'Dicatat', type: 'timestamp' },
  { name: 'titik', title: 'Titik', type: 'geometry' },
]
const point = (longitude: number, latitude: number) => JSON.stringify({ type: 'Point', coordinates: [longitude, latitude] })
const rows = [
  ['33.28.01.2001', 'SD Négeri 1 “Slawi”', 312, 1250.5, '1978-07-17', true, '2026-01-05T08:30:00', point(109.13, -6.98)],
  ['33.28.01.2002', '=cmd|calc', 88, 12.25, '1999-01-01', false, '2026-02-01T00:00:00', null],
  ['33.28.02.2001', 'MI Al-Hidayah, Lebaksiu', 140, null, null, false, null, point(109.14, -7.05)],
  ['33.29.01.2001', "'+62 281", 9007199254740993n.toString(), 0.01, '2020-02-29', null, null, null],
]

let tables: Tables
let folder: string
let end: () => void
let table: StoredTable
beforeAll(async () => {
  const made = await someTables()
  ;({ tables, folder } = made)
  end = made.close
  table = await tables.keepRows(aGovernmentId, columns, rows)
})
afterAll(() => end())

const ask = async (query: Query) => (await tables.query(aGovernmentId, table, query)).rows

describe('a table that a module made', () => {
  it('is kept with its rows, size and digest', () => {
    expect(table).toMatchObject({ rows: 4, columns })
    expect(table.bytes).toBeGreaterThan(500)
    expect(table.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('answers its rows as they were given, with how many there are', async () => {
    const answer = await tables.query(aGovernmentId, table, { limit: 2 })
    expect(answer.columns).toEqual(columns.map(({ name, type }) => ({ name, type })))
    expect(answer.total).toBe(4)
    expect(answer.rows).toEqual(rows.slice(0, 2))
    expect(await ask({ offset: 3 })).toEqual(rows.slice(3))
  })

  it('narrows, searches and sorts', async () => {
    const names = (query: Query) => ask({ columns: ['siswa'], ...query }).then(found => found.flat())
    expect(await names({ where: [{ column: 'siswa', is: 'gte', value: 140 }], sort: [{ column: 'siswa', down: true }] })).toEqual(['9007199254740993', 312, 140])
    expect(await names({ where: [{ column: 'luas', is: 'eq', value: '12.25' }] })).toEqual([88])
    expect(await names({ where: [{ column: 'luas', is: 'lt', value: 12.251 }, { column: 'luas', is: 'ne', value: 0.01 }] })).toEqual([88])
    expect(await names({ where: [{ column: 'nama', is: 'contains', value: 'NEGERI' }] })).toEqual([312])
    expect(await names({ where: [{ column: 'wilayah', is: 'within', value: '33.28.01' }] })).toEqual([312, 88])
    expect(await names({ where: [{ column: 'berdiri', is: 'in', value: ['1999-01-01', '2020-02-29'] }] })).toEqual([88, '9007199254740993'])
    expect(await names({ where: [{ column: 'berdiri', is: 'empty' }, { column: 'negeri', is: 'eq', value: false }] })).toEqual([140])
    expect(await names({ where: [{ column: 'dicatat', is: 'lte', value: '2026-01-05' }] })).toEqual([])
    expect(await names({ where: [{ column: 'berdiri.year', is: 'eq', value: '1978' }] })).toEqual([312])
    expect(await names({ search: 'hidayah 33.28.02' })).toEqual([140])
  })

  it('counts by group, by month and by level of the region', async () => {
    expect(await tables.query(aGovernmentId, table, { group: { by: ['wilayah.regency'], measures: [{ of: 'count' }, { of: 'sum', column: 'luas' }, { of: 'median', column: 'luas' }, { of: 'max', column: 'berdiri' }] }, sort: [{ column: 'count', down: true }] })).toMatchObject({
      columns: [{ name: 'wilayah.regency', type: 'region' }, { name: 'count', type: 'integer' }, { name: 'sum_luas', type: 'decimal' }, { name: 'median_luas', type: 'decimal' }, { name: 'max_berdiri', type: 'date' }],
      rows: [['33.28', 3, 1262.75, 631.375, '1999-01-01'], ['33.29', 1, 0.01, 0.01, '2020-02-29']],
      total: 2,
    })
    expect(await ask({ group: { by: ['dicatat.month'], measures: [{ of: 'count' }] } })).toEqual([['2026-01', 1], ['2026-02', 1], [null, 2]])
    expect(await ask({ group: { by: [], measures: [{ of: 'distinct', column: 'negeri' }] } })).toEqual([[2]])
  })

  it('refuses what it does not have, saying what', async () => {
    const wrong = async (query: Query) => {
      const error = await ask(query).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(Problem)
      return (error as Problem).problems[0]!.message
    }
    expect((await wrong({ columns: ['rahasia'] })).values).toEqual({ name: 'rahasia' })
    expect((await wrong({ where: [{ column: 'siswa', is: 'gt', value: '1); drop' }] })).text).toContain('bukan nilai')
    expect((await wrong({ where: [{ column: 'berdiri', is: 'eq', value: '2026-02-30' }] })).text).toContain('bukan nilai')
    expect((await wrong({ group: { by: ['nama'], measures: [{ of: 'sum', column: 'nama' }] } })).text).toContain('tidak berisi angka')
    expect((await wrong({ sort: [{ column: 'file_row_number' }] })).values).toEqual({ name: 'file_row_number' })
  })

  it('is not found under another government', async () => {
    await expect(tables.query(aGovernmentId.replace(/1$/, '2'), table, {})).rejects.toThrow()
  })

  it('can be taken away as CSV, where no cell is a formula', async () => {
    const csv = await textOf(await tables.export(aGovernmentId, table, { columns: ['nama', 'siswa', 'berdiri'] }, 'csv'))
    expect(csv).toBe('\uFEFFnama,siswa,berdiri\nSD Négeri 1 “Slawi”,312,1978-07-17\n\'=cmd|calc,88,1999-01-01\n"MI Al-Hidayah, Lebaksiu",140,\n\'\'+62 281,9007199254740993,2020-02-29\n')
  })

  it('can be taken away as JSON, GeoJSON, Parquet and XLSX', async () => {
    const json = await textOf(await tables.export(aGovernmentId, table, { where: [{ column: 'siswa', is: 'eq', value: 312 }] }, 'json'))
    expect(JSON.parse(json)).toEqual([{ wilayah: '33.28.01.2001', nama: 'SD Négeri 1 “Slawi”', siswa: 312, luas: 1250.5, berdiri: '1978-07-17', negeri: true, dicatat: '2026-01-05T08:30:00', titik: { type: 'Point', coordinates: [109.13, -6.98] } }])
    const geo = JSON.parse(await textOf(await tables.export(aGovernmentId, table, { columns: ['nama', 'titik'], limit: 2 }, 'geojson')))
    expect(geo).toEqual({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [109.13, -6.98] }, properties: { nama: 'SD Négeri 1 “Slawi”' } }, { type: 'Feature', geometry: null, properties: { nama: '=cmd|calc' } }] })
    expect((await textOf(await tables.export(aGovernmentId, table, {}, 'parquet'))).slice(0, 4)).toBe('PAR1')
    const pieces: Buffer[] = []
    for await (const piece of await tables.export(aGovernmentId, table, { columns: ['nama', 'siswa', 'berdiri', 'negeri'] }, 'xlsx')) pieces.push(piece as Buffer)
    const [sheet] = await readXlsx(Buffer.concat(pieces))
    expect(sheet!.data).toEqual([['Nama sekolah', 'Siswa', 'Berdiri', 'Negeri'], ['SD Négeri 1 “Slawi”', 312, new Date('1978-07-17'), true], ['=cmd|calc', 88, new Date('1999-01-01'), false], ['MI Al-Hidayah, Lebaksiu', 140, null, false], ["'+62 281", '9007199254740993', new Date('2020-02-29'), null]])
  })

  it('leaves nothing behind but its file', () => {
    expect(readdirSync(join(folder, 'tables', 'work'))).toEqual([])
  })

  it('refuses cells of a module that do not fit', async () => {
    await expect(tables.keepRows(aGovernmentId, [{ name: 'n', title: 'N', type: 'integer' }], [[1], ['dua']])).rejects.toThrow('row 2: n is integer, not dua')
  })
})
