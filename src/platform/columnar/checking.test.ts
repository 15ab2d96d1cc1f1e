import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SourceRefused } from '../text/refused.ts'
import { isGeometry } from './checking/geometry.ts'
import { regionNames } from './checking/region-names.ts'
import type { Tables } from './tables.ts'
import type { Chosen, Region, Taken } from './taken.ts'
import { aGovernmentId, someTables, textOf } from './testing.ts'

let tables: Tables
let end: () => void
const files = mkdtempSync(join(tmpdir(), 'pendopo-files-'))
beforeAll(async () => {
  const made = await someTables()
  tables = made.tables
  end = made.close
})
afterAll(() => {
  end()
  rmSync(files, { recursive: true, force: true })
})
function take(content: string): Promise<Taken> {
  const path = join(files, 'berkas.csv')
  writeFileSync(path, content)
  return tables.take(aGovernmentId, { path, name: 'berkas.csv' })
}
const rowsOf = async (taken: Taken, columns: Chosen[], answers = {}) => (await tables.query(aGovernmentId, await tables.keep(aGovernmentId, taken, columns, answers), {})).rows

const regions: Region[] = [
  { code: '33', name: 'Jawa Tengah', parent: null },
  { code: '33.28', name: 'Kabupaten Tegal', parent: '33' },
  { code: '33.76', name: 'Kota Tegal', parent: '33' },
  { code: '33.28.09', name: 'Slawi', parent: '33.28' },
  { code: '33.28.10', name: 'Dukuhwaru', parent: '33.28' },
  { code: '33.28.09.2001', name: 'Kalisapu', parent: '33.28.09' },
  { code: '33.28.09.2002', name: 'Dukuhsalam', parent: '33.28.09' },
  { code: '33.28.10.2001', name: 'Slarang Lor', parent: '33.28.10' },
  { code: '33.28.10.2002', name: 'Kalisoka', parent: '33.28.10' },
  { code: '33.28.09.2003', name: 'Pakembaran', parent: '33.28.09' },
  { code: '33.28.10.2003', name: 'Pakembaran', parent: '33.28.10' },
]

describe('what was taken', () => {
  it('is held against its columns; every violation is counted, shown and can be downloaded', async () => {
    const taken = await take('id,nama,kelas,siswa,tanggal,persen\n1,A,X,10,2026-01-01,50\n2,,Y,sepuluh,31/02/2026,101\n1,C,X,-5,2026-02-01,-\n4,D,XI,12,,99.5\n,E,X,3,2027-01-01,0\n')
    const columns: Chosen[] = [
      { name: 'id', title: 'Id', type: 'integer', key: true },
      { name: 'nama', title: 'Nama', type: 'text', required: true },
      { name: 'kelas', title: 'Kelas', type: 'text', codes: [{ code: 'X', label: 'Sepuluh' }, { code: 'Y', label: 'Lain' }] },
      { name: 'siswa', title: 'Siswa', type: 'integer', min: 0 },
      { name: 'tanggal', title: 'Tanggal', type: 'date', max: '2026-12-31' },
      { name: 'persen', title: 'Persen', type: 'decimal', min: 0, max: 100 },
    ]
    const checked = await tables.check(aGovernmentId, taken, columns, {})
    expect(checked.first).toEqual([
      { row: 3, column: 'nama', value: null, rule: 'required' },
      { row: 3, column: 'persen', value: '101', rule: 'max' },
      { row: 3, column: 'siswa', value: 'sepuluh', rule: 'type' },
      { row: 3, column: 'tanggal', value: '31/02/2026', rule: 'type' },
      { row: 4, column: 'id', value: '1', rule: 'key' },
      { row: 4, column: 'siswa', value: '-5', rule: 'min' },
      { row: 5, column: 'kelas', value: 'XI', rule: 'codes' },
      { row: 6, column: 'id', value: null, rule: 'required' },
      { row: 6, column: 'tanggal', value: '2027-01-01', rule: 'max' },
    ])
    expect([checked.rows, checked.violations, checked.byRule.find(({ column, rule }) => column === 'siswa' && rule === 'type')?.count]).toEqual([5, 9, 1])
    const csv = await textOf(await tables.violations(aGovernmentId, taken))
    expect(csv.split('\n').slice(0, 4)).toEqual(['\uFEFFNomor baris,Kolom,Isi,Masalah', '3,nama,,Harus diisi', '3,persen,101,Lebih dari batas', '3,siswa,sepuluh,Tidak sesuai dengan jenis kolom'])
    expect(csv).toContain("4,siswa,-5,Kurang dari batas")

    const error = await tables.keep(aGovernmentId, taken, columns).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(SourceRefused)
    expect((error as SourceRefused).values).toEqual({ count: 1, column: 'Siswa' })
    expect(await rowsOf(taken, columns, { unfit: 'leave-out' })).toEqual([[1, 'A', 'X', 10, '2026-01-01', 50]])
    expect((await rowsOf(taken, columns, { unfit: 'empty' }))[1]).toEqual([2, null, 'Y', null, null, 101])
    await tables.letGo(aGovernmentId, taken)
    await expect(tables.keep(aGovernmentId, taken, columns)).rejects.toThrow()
  })

  it('shows personal data, masked, and nothing where there is none', async () => {
    const taken = await take('Nama,Tgl Lahir,NIK,Kontak,Catatan,Kode Transaksi,Rupiah\nBudi Santoso,12/03/1978,3328091203780001,0812-3456-7890,hubungi budi@contoh.id,9999999999999999,6281234567\nSiti,01/01/1990,3328094101900002,+6281234567891,NIK 3328091203780001 lama,1234567890123456,5000\nAni,,,,-,5555555555555555,100\n')
    const columns = taken.columns.map(({ name, title, type }): Chosen => ({ name, title, type: name === 'rupiah' ? 'integer' : name === 'tgl_lahir' ? 'date' : type }))
    const { personal } = await tables.check(aGovernmentId, taken, columns, {})
    expect(personal.map(({ column, kind, rows }) => [column, kind, rows])).toEqual([['nik', 'nik', 2], ['kontak', 'phone', 2], ['catatan', 'nik', 1], ['catatan', 'email', 1], ['tgl_lahir', 'birth', 2]])
    expect(personal.find(({ column }) => column === 'nik')?.examples.toSorted()).toEqual(['332809••••••••01', '332809••••••••02'])
    expect(personal.find(({ kind }) => kind === 'email')?.examples).toEqual(['b•••@contoh.id'])
    expect(JSON.stringify(personal)).not.toMatch(/\d{9}|Santoso/)
    expect((await rowsOf(taken, columns, { masked: ['nik', 'kontak'] }))[0]!.slice(2, 4)).toEqual(['33••••••', '08••••••'])
    const none = await take('Nama Sekolah,Tanggal Lahir Sekolah,Siswa\nSD 1,2001-01-01,300\n')
    expect((await tables.check(aGovernmentId, none, none.columns.map(({ name, title, type }) => ({ name, title, type })), {})).personal).toEqual([])
  })

  it('has its names of regions matched: surely, in doubt, or not', async () => {
    const taken = await take('Kecamatan,Desa,n\nSlawi,Kalisapu,1\nKec. Slawi,Desa Pakembaran,2\nDUKUHWARU,pakembaran,3\n33.28.10,Slaranglor,4\nSlawi,Kalisopu,5\nSlawi,Atlantis,6\n332809,33.28.09.2002,7\n33.99.01,Kalisoka,8\n')
    const columns: Chosen[] = [{ name: 'kecamatan', title: 'Kecamatan', type: 'region' }, { name: 'desa', title: 'Desa', type: 'region' }, { name: 'n', title: 'n', type: 'integer' }]
    const checked = await tables.check(aGovernmentId, taken, columns, { regions })
    const [district, village] = checked.regions
    expect([district!.sure, district!.doubtful, district!.unknown]).toEqual([3, [], []])
    expect(village!.sure).toBe(5)
    expect(village!.doubtful.map(({ text, rows, candidates }) => [text, rows, candidates.map(({ code }) => code)])).toEqual([['Kalisopu', 1, ['33.28.09.2001']]])
    expect(village!.unknown).toEqual([{ text: 'Atlantis', rows: 1 }])
    expect(checked.first.map(({ row, column, rule }) => [row, column, rule])).toEqual([[6, 'desa', 'region'], [7, 'desa', 'region'], [9, 'kecamatan', 'region']])
    expect(await rowsOf(taken, columns, { unfit: 'empty', regions: { desa: { Kalisopu: '33.28.09.2001' } } })).toEqual([
      ['33.28.09', '33.28.09.2001', 1],
      ['33.28.09', '33.28.09.2003', 2],
      ['33.28.10', '33.28.10.2003', 3],
      ['33.28.10', '33.28.10.2001', 4],
      ['33.28.09', '33.28.09.2001', 5],
      ['33.28.09', null, 6],
      ['33.28.09', '33.28.09.2002', 7],
      ['33.99.01', '33.28.10.2002', 8],
    ])
  })
})

describe('a name of a region', () => {
  const { meaning } = regionNames(regions)
  const codes = (text: string, level: number | null = null) => {
    const found = meaning(text, level, [])
    return 'sure' in found ? found.sure.code : found.candidates.map(({ code }) => code)
  }
  it('means one region, several or none', () => {
    expect([codes('Kab. Tegal'), codes('KOTA TEGAL'), codes('Kabupaten Tegal'), codes('Tegal'), codes('Prov. Jawa Tengah')]).toEqual(['33.28', '33.76', '33.28', ['33.28', '33.76'], '33'])
    expect([codes('kali sapu'), codes('Kalisapoe'), codes('Pakembaran'), codes('xyz')]).toEqual(['33.28.09.2001', ['33.28.09.2001'], ['33.28.09.2003', '33.28.10.2003'], []])
  })
})

describe('a geometry', () => {
  it('has coordinates on the earth and closed rings', () => {
    const ring = [[109, -7], [110, -7], [110, -6], [109, -7]]
    for (const good of [{ type: 'Point', coordinates: [109.1, -6.9, 12] }, { type: 'Polygon', coordinates: [ring] }, { type: 'MultiPolygon', coordinates: [[ring]] }, { type: 'LineString', coordinates: [[1, 2], [3, 4]] }, { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0] }] }]) expect(isGeometry(JSON.stringify(good))).toBe(true)
    for (const bad of ['', 'null', '{"type":"Point"', { type: 'Point', coordinates: [200, 0] }, { type: 'Point', coordinates: [-6.9, 109.1] }, { type: 'Point', coordinates: ['1', 2] }, { type: 'Point', coordinates: [1] }, { type: 'Polygon', coordinates: [ring.slice(0, 3)] }, { type: 'Polygon', coordinates: ring }, { type: 'Circle', coordinates: [1, 2] }, { type: 'constructor', coordinates: [1, 2] }]) expect(isGeometry(typeof bad === 'string' ? bad : JSON.stringify(bad))).toBe(false)
  })
})
