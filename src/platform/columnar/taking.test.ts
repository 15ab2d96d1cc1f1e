import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import fc from 'fast-check'
import writeXlsx from 'write-excel-file/node'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SourceRefused } from '../text/refused.ts'
import type { Column } from './table.ts'
import type { Tables } from './tables.ts'
import type { Chosen, Taken } from './taken.ts'
import { aGovernmentId, someTables, textOf } from './testing.ts'

let tables: Tables
let folder: string
let end: () => void
const files = mkdtempSync(join(tmpdir(), 'pendopo-files-'))
beforeAll(async () => {
  const made = await someTables()
  ;({ tables, folder } = made)
  end = made.close
})
afterAll(() => {
  end()
  rmSync(files, { recursive: true, force: true })
})

const fileOf = (name: string, content: string | Buffer) => {
  const path = join(files, name)
  writeFileSync(path, content)
  return { path, name }
}
const take = (name: string, content: string | Buffer, chosen: { sheet?: number; heading?: number } = {}) => tables.take(aGovernmentId, { ...fileOf(name, content), ...chosen })
const types = (taken: Taken) => Object.fromEntries(taken.columns.map(({ name, type }) => [name, type]))
const proposal = (taken: Taken): Chosen[] => taken.columns.map(({ name, title, type }) => ({ name, title, type }))
async function rowsOf(taken: Taken, columns: Chosen[] = proposal(taken)) {
  const table = await tables.keep(aGovernmentId, taken, columns)
  return (await tables.query(aGovernmentId, table, { limit: 1000 })).rows
}
async function refusal(promise: Promise<unknown>): Promise<SourceRefused> {
  const error = await promise.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(SourceRefused)
  return error as SourceRefused
}

/** A workbook with another first sheet in it. */
async function zipped(workbook: Buffer, sheet: string): Promise<Buffer> {
  const [from, to] = [await fromZip(workbook), new ZipFile()]
  for (const [name, body] of from) to.addBuffer(name.endsWith('sheet1.xml') ? Buffer.from(sheet) : body, name)
  to.end()
  return bodyOf(to.outputStream as Readable)
}

async function fromZip(archive: Buffer): Promise<[string, Buffer][]> {
  const zip = await fromBufferPromise(archive)
  const found: [string, Buffer][] = []
  for await (const entry of zip.eachEntry()) found.push([entry.fileName, await bodyOf(await zip.openReadStreamPromise(entry))])
  return found
}

const bodyOf = async (stream: Readable): Promise<Buffer> => Buffer.concat(await stream.toArray() as Buffer[])

/** The same archive, whose directory says that nothing in it is larger than a thousand bytes. */
function smaller(archive: Buffer): Buffer {
  const lied = Buffer.from(archive)
  for (let at = lied.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = lied.indexOf('PK\x01\x02', at + 4, 'latin1')) if (lied.readUInt32LE(at + 24) > 1000) lied.writeUInt32LE(1000, at + 24)
  return lied
}

describe('a CSV', () => {
  it('is read with its columns, types and figures', async () => {
    const taken = await take('sekolah.csv', 'Kode Wilayah;Nama Sekolah;Jumlah Siswa;Anggaran (Rp);Berdiri;Negeri;NPSN\n33.28.01;SD Negeri 1 Slawi;1.312;1.250.000,50;17/07/1978;Ya;20325001\n33.28.02;SMP Negeri 2 Lebaksiu;88;900,25;1 Januari 1999;Tidak;00325002\n33.28.01;-;12.000;;21-11-2026;Tidak;20325003\n')
    expect(taken).toMatchObject({ kind: 'csv', misnamed: false, encoding: 'utf-8', separator: ';', heading: 1, rows: 3, troubles: [] })
    expect(types(taken)).toEqual({ kode_wilayah: 'region', nama_sekolah: 'text', jumlah_siswa: 'integer', anggaran_rp: 'decimal', berdiri: 'date', negeri: 'boolean', npsn: 'text' })
    expect(taken.columns[2]).toMatchObject({ title: 'Jumlah Siswa', filled: 3, misfits: 0, distinct: 3, min: 88, max: 12000, reading: { numbers: 'indonesian' } })
    expect(taken.columns[3]).toMatchObject({ filled: 2, min: 900.25, max: 1250000.5 })
    expect(await rowsOf(taken)).toEqual([
      ['33.28.01', 'SD Negeri 1 Slawi', 1312, 1250000.5, '1978-07-17', true, '20325001'],
      ['33.28.02', 'SMP Negeri 2 Lebaksiu', 88, 900.25, '1999-01-01', false, '00325002'],
      ['33.28.01', '-', 12000, null, '2026-11-21', false, '20325003'],
    ])
  })

  it('tells plain, Indonesian and English numbers apart by column', async () => {
    const taken = await take('angka.csv', 'a\tb\tc\td\te\n1.234\t1.234\t1,234.5\t0.125\t12,5\n5.678\t12345\t99\t7.250\t1.000\n12\t6.789\t1\t3\t2\n')
    expect(taken.columns.map(({ type, reading }) => [type, reading.numbers])).toEqual([['integer', 'indonesian'], ['decimal', 'plain'], ['decimal', 'english'], ['decimal', 'plain'], ['decimal', 'indonesian']])
    expect(await rowsOf(taken)).toEqual([[1234, 1.234, 1234.5, 0.125, 12.5], [5678, 12345, 99, 7.25, 1000], [12, 6.789, 1, 3, 2]])
  })

  it('in UTF-16, with a mark, or from an old spreadsheet is read with its letters', async () => {
    const text = 'nama,ket\nJosé,kafé\n'
    for (const [content, encoding] of [[Buffer.from(`\uFEFF${text}`), 'utf-8'], [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16'], [Buffer.from(text, 'utf16le'), 'utf-16'], [Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16'], [Buffer.from(text, 'latin1'), 'windows-1252']] as const) {
      const taken = await take('enc.csv', content)
      expect([taken.encoding, taken.troubles, taken.first]).toEqual([encoding, [], [['José', 'kafé']]])
    }
  })

  it('with two encodings is read row by row, and the rows are named', async () => {
    const taken = await take('campur.csv', Buffer.concat([Buffer.from('nama,n\nJosé,1\n'), Buffer.from('kafé,2\n', 'latin1'), Buffer.from('biasa,3\nnol\0,4\n')]))
    expect(taken.first).toEqual([['José', '1'], ['kafé', '2'], ['biasa', '3'], ['nol', '4']])
    expect([taken.encoding, taken.troubles]).toEqual(['mixed', [{ rule: 'encoding', rows: 2, first: [3, 5] }]])
  })

  it('with rows of other lengths is read, every one named', async () => {
    const taken = await take('bolong.csv', 'a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n1,2,3,\n1\n')
    expect(taken.first).toEqual([['1', '2', '3'], ['1', '2', null], ['1', '2', '3'], ['1', '2', '3'], ['1', null, null]])
    expect(taken.troubles).toEqual([{ rule: 'short', rows: 2, first: [3, 7] }, { rule: 'long', rows: 1, first: [5] }])
    const checked = await tables.check(aGovernmentId, taken, proposal(taken), {})
    expect(checked.first).toEqual([{ row: 3, column: '', value: '2', rule: 'short' }, { row: 5, column: '', value: '4', rule: 'long' }, { row: 7, column: '', value: '1', rule: 'short' }])
  })

  it('with quotes that do not close loses no other row', async () => {
    const taken = await take('kutip.csv', 'nama,alamat,n\n"Budi, S.Pd",Jl. 1,1\nAni,"Jl. 2,2\nCici,Jl. 3,3\nDodi,"Jl. ""4""\nbelakang",4\nEka,"Jl. 5,5\n5"" pipa,Jl 6,6\n')
    expect(taken.first).toEqual([['Budi, S.Pd', 'Jl. 1', '1'], ['Ani', '"Jl. 2', '2'], ['Cici', 'Jl. 3', '3'], ['Dodi', 'Jl. "4"\nbelakang', '4'], ['Eka', '"Jl. 5', '5'], ['5"" pipa', 'Jl 6', '6']])
    expect(taken.troubles).toEqual([{ rule: 'quotes', rows: 2, first: [3, 6] }])
  })

  it('with repeated, empty and no headings gets names', async () => {
    const repeated = await take('judul.csv', 'Nama,Nama,,2024,Jumlah (%)\na,b,c,1,2\nd,e,f,3,4\n')
    expect(repeated.columns.map(({ name, title }) => [name, title])).toEqual([['nama', 'Nama'], ['nama_2', 'Nama (2)'], ['kolom_3', 'Kolom 3'], ['kolom_2024', '2024'], ['jumlah', 'Jumlah (%)']])
    const none = await take('tanpa.csv', '1,2\n3,4\n5,6\n')
    expect([none.heading, none.rows, none.columns.map(({ name }) => name)]).toEqual([0, 3, ['kolom_1', 'kolom_2']])
    const titled = await take('berjudul.csv', 'Laporan Siswa 2026,,\n,,\nDesa,L,P\nKalisapu,1,2\nSlawi,3,4\n')
    expect([titled.heading, titled.first[0]]).toEqual([3, ['Kalisapu', '1', '2']])
    expect((await take('satu.csv', 'nama\nAni, S.Pd\nBudi\n')).first).toEqual([['Ani, S.Pd'], ['Budi']])
  })

  it('of 5,000 columns is refused with what to do', async () => {
    const wide = Array.from({ length: 5000 }, (_, i) => `k${i}`).join(',')
    const error = await refusal(take('lebar.csv', `${wide}\n${wide}\n`))
    expect([error.text.includes('paling banyak {max}'), error.values]).toEqual([true, { name: 'lebar.csv', columns: 5000, max: 1000 }])
  })

  it('with formulas keeps them as text, and hands them out so that they stay text', async () => {
    const taken = await take('rumus.csv', 'nama,isi\na,=cmd|\' /C calc\'!A0\nb,+62 281\nc,@SUM(1)\nd,\'=sudah\nf,-5 x\n')
    const table = await tables.keep(aGovernmentId, taken, proposal(taken))
    expect((await tables.query(aGovernmentId, table, { columns: ['isi'] })).rows.flat()).toEqual(["=cmd|' /C calc'!A0", '+62 281', '@SUM(1)', '=sudah', '-5 x'])
    const csv = await textOf(await tables.export(aGovernmentId, table, {}, 'csv'))
    expect(csv).toContain(`a,'=cmd|' /C calc'!A0\nb,'+62 281\nc,'@SUM(1)\nd,'=sudah\nf,'-5 x\n`)
    const again = await take('lagi.csv', csv)
    expect(await rowsOf(again)).toEqual((await tables.query(aGovernmentId, table, {})).rows)
  })

  it('comes back equal after it was handed out, whatever stands in it', async () => {
    const columns: Column[] = [{ name: 'teks', title: 'Teks', type: 'text' }, { name: 'lain', title: 'Lain', type: 'text' }]
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', "'", '=', '+', '-', '@', '1', '.', '“', '😀', ' ', '\t', '|'), minLength: 1, maxLength: 8 }).map(text => text.trim()).filter(text => text !== '' && !/^\p{Zs}|\p{Zs}$/u.test(text))
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async rows => {
      const table = await tables.keepRows(aGovernmentId, columns, rows)
      const taken = await take('bolak.csv', await textOf(await tables.export(aGovernmentId, table, {}, 'csv')))
      expect(taken.troubles).toEqual([])
      expect(await rowsOf(taken, columns)).toEqual(rows)
    }), { numRuns: 25 })
  }, 60_000)

  it('of numbers as people here write them is read as they were meant', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(n => n / 100), { minLength: 1, maxLength: 40 }), async numbers => {
      const text = (locale: string) => numbers.map(n => `x;${n.toLocaleString(locale, { minimumFractionDigits: 2 })}`).join('\n')
      for (const locale of ['id', 'en']) {
        const taken = await take('uang.csv', `k;jumlah\n${text(locale)}\n`)
        expect(await rowsOf(taken, [{ name: 'jumlah', title: 'Jumlah', type: 'decimal' }])).toEqual(numbers.map(n => [n === 0 ? 0 : n]))
      }
    }), { numRuns: 20 })
  }, 60_000)
})

describe('other files', () => {
  it('are what stands in them, and a name that says otherwise is told', async () => {
    const csv = await take('data.xlsx', 'a,b\n1,2\n')
    expect([csv.kind, csv.misnamed]).toEqual(['csv', true])
    expect((await refusal(take('data.csv', '<html><body><table><tr><td>1</td></tr></table></body></html>'))).text).toContain('halaman web')
    expect((await refusal(take('foto.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array.from({ length: 400 }, (_, i) => i % 7)])))).text).toContain('bukan tabel')
    expect((await refusal(take('kosong.csv', ''))).text).toContain('kosong')
    expect((await refusal(take('judul.csv', 'a,b\n'))).text).toContain('tidak berisi baris')
  })

  it('that are bombs are refused by what their directory says, and stopped while unpacking where it lies', async () => {
    const plain = await writeXlsx([[{ value: 'a' }, { value: 'b' }], [{ value: 1 }, { value: 2 }]]).toBuffer()
    const announced = await zipped(plain, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(60_000_000)}</t></is></c></row></sheetData></worksheet>`)
    expect(announced.length).toBeLessThan(500_000)
    expect((await refusal(take('bom.xlsx', announced))).text).toContain('mengembang terlalu besar')
    expect((await refusal(take('bom.xlsx', smaller(announced)))).text).toMatch(/mengembang|rusak|tidak dapat dibuka|terlalu berat/)
    expect((await rowsOf(await take('wajar.xlsx', plain))).length).toBe(1)
  }, 60_000)

  it('that are a few bytes of something else are refused, not guessed at', async () => {
    for (const bytes of [[0], [0, 1, 2, 3], [0x1f, 0x8b, 8, 0], [0xff, 0xd8, 0xff, 0xe0, 0, 16], [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1], [0x42, 0x4d, 0, 0, 0, 0]])
      expect((await refusal(take('kecil.csv', Buffer.from(bytes)))).text).not.toBe('')
  })

  it('as workbooks are read with days, numbers and rows as people see them', async () => {
    const bytes = await writeXlsx([
      [{ value: 'Data Siswa', type: String }, null, null, null],
      [{ value: 'NIP', type: String }, { value: 'Nilai', type: String }, { value: 'Tanggal', type: String }, { value: 'Ket', type: String }],
      [{ value: '197803172006041005', type: String }, { value: 1.234, type: Number }, { value: new Date('2026-11-21'), type: Date, format: 'dd/mm/yyyy' }, { value: '=1+1', type: String }],
      [{ value: '198803172006041006', type: String }, { value: 2, type: Number }, { value: new Date('2026-11-22'), type: Date, format: 'dd/mm/yyyy' }, null],
    ]).toBuffer()
    const taken = await take('nilai.xlsx', bytes)
    expect(taken).toMatchObject({ kind: 'xlsx', sheet: 0, heading: 2, rows: 2 })
    expect(types(taken)).toEqual({ nip: 'text', nilai: 'decimal', tanggal: 'date', ket: 'text' })
    expect(await rowsOf(taken)).toEqual([['197803172006041005', 1.234, '2026-11-21', '=1+1'], ['198803172006041006', 2, '2026-11-22', null]])
  })

  it('as JSON are read from a list, lines of objects, or a list inside an object', async () => {
    const objects = [{ kode: '33.28', nama: 'Tegal "kab"', n: 1.5, 'a/b': { x: [1] } }, { kode: '33.29', nama: 'Brebes]}', n: null, baru: true }]
    for (const content of [JSON.stringify(objects), JSON.stringify(objects, null, 2), objects.map(one => JSON.stringify(one)).join('\n'), JSON.stringify({ help: '[{', success: true, ids: [1, 2], result: { fields: [1], records: objects } })]) {
      const taken = await take('data.json', content)
      expect([taken.kind, taken.columns.map(({ title }) => title), taken.first]).toEqual(['json', ['kode', 'nama', 'n', 'a/b', 'baru'], [['33.28', 'Tegal "kab"', '1.5', '{"x":[1]}', null], ['33.29', 'Brebes]}', null, null, 'true']]])
    }
    expect((await refusal(take('putus.json', JSON.stringify(objects).slice(0, -5)))).text).toContain('tidak ditutup')
    expect((await refusal(take('salah.json', '[{"a": 1}, {"a": tidak}]'))).text).toContain('tidak terbaca')
  })

  it('as GeoJSON become rows with a geometry, and places off the earth are told', async () => {
    const feature = (coordinates: number[], n: number) => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { nama: `Pos ${n}`, n } })
    const content = JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'x' } }, bbox: [1, 2, 3, 4], features: [feature([109.13, -6.98], 1), feature([-6.98, 109.13], 2), { ...feature([0, 0], 3), geometry: null }, { ...feature([0, 0], 4), geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1]]] } }] })
    const taken = await take('pos.geojson', content)
    expect([taken.kind, types(taken)]).toEqual(['geojson', { nama: 'text', n: 'integer', geometry: 'geometry' }])
    const checked = await tables.check(aGovernmentId, taken, proposal(taken), {})
    expect(checked.first.map(({ row, column, rule }) => [row, column, rule])).toEqual([[2, 'geometry', 'geometry'], [4, 'geometry', 'geometry']])
  })

  it('as Parquet are read with their types', async () => {
    const table = await tables.keepRows(aGovernmentId, [{ name: 'n', title: 'N', type: 'integer' }, { name: 'd', title: 'D', type: 'decimal' }, { name: 't', title: 'T', type: 'date' }], [[1, 2.5, '2026-01-01'], [2, 1.234, null]])
    const pieces: Buffer[] = []
    for await (const piece of await tables.export(aGovernmentId, table, {}, 'parquet')) pieces.push(piece as Buffer)
    const taken = await take('data.parquet', Buffer.concat(pieces))
    expect([taken.kind, types(taken), await rowsOf(taken)]).toEqual(['parquet', { n: 'integer', d: 'decimal', t: 'date' }, [[1, 2.5, '2026-01-01'], [2, 1.234, null]]])
    expect((await refusal(take('rusak.parquet', Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(500)])))).text).toContain('rusak')
  })

  it('leave nothing behind', () => {
    expect(readdirSync(join(folder, 'tables', 'work'))).toEqual([])
  })
})
