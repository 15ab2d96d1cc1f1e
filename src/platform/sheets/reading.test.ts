import { readSheet as readElsewhere } from 'read-excel-file/node'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceRefused } from '../text/refused.ts'
import { cellText, numberCell, serialDay, type Cell } from './cell.ts'
import { asCalendarDay, asDecimal, asIdentifier, asOneCode, asWords } from './readers.ts'
import { openSheets } from './source.ts'
import { aWorkbook, type MadeWorkbook } from './testing.ts'
import { writeSheet } from './writing.ts'

const xlsx = { name: 'pegawai.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const csv = { name: 'pegawai.csv', mediaType: 'text/csv' }
const bodyOf = async (bytes: Buffer, kind = xlsx) => (await openSheets(bytes, kind)).sheets[0]!.read()
const texts = async (bytes: Buffer, kind = xlsx) => (await bodyOf(bytes, kind)).lines.map(({ cells }) => cells.map(cellText))
const made = async (rows: string, more: Partial<MadeWorkbook> = {}) => bodyOf(await aWorkbook({ sheets: [{ name: 'Data', rows }], ...more }))
const refusal = (doing: Promise<unknown>) => doing.then(() => 'read', error => (error instanceof SourceRefused ? error.message : String(error)))
const text = (value: string): Cell => ({ kind: 'text', text: value })

describe('a workbook', () => {
  it('reads as another reader reads it, whatever stands in it', async () => {
    const cell = fc.oneof(fc.stringMatching(/^[a-zA-Z&<>"'é一 .,/-]{1,20}$/).filter(one => one.trim() !== ''), fc.constantFrom('toString', 'constructor', '__proto__'), fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constant(null))
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), async rows => {
      const bytes = await writeSheet('Data', rows[0]!.map((_, i) => ({ label: `Kolom ${i}` })), rows)
      const theirs = (await readElsewhere(bytes)).map(row => row.map(one => (one === null ? '' : String(one).replace(/\s+/g, ' ').trim())))
      const ours = await texts(bytes)
      const width = Math.max(...theirs.map(row => row.length))
      const full = theirs.map(row => [...row, ...Array<string>(width - row.length).fill('')]).filter(row => row.some(Boolean))
      expect(ours.map(row => [...row, ...Array<string>(width - row.length).fill('')])).toEqual(full)
    }), { numRuns: 40 })
  })

  it('gives days, numbers with all their digits, results of formulas and faults', async () => {
    const { lines } = await made(
      `<row r="3"><c r="A3" s="1"><v>46347.9</v></c><c r="B3"><v>1.98503072010011E+17</v></c><c r="C3" s="2"><v>123</v></c>
        <c r="D3" t="str"><f>A1&amp;B1</f><v>gabung</v></c><c r="E3"><f>SUM(A1)</f></c><c r="F3" t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c><c r="G3" t="s"><v>1</v></c><c r="H3" t="inlineStr"><is><r><t>Ama</t></r><r><t>nah</t></r></is></c></row>`,
      { formats: ['dd/mm/yyyy', '000000', '0.00'], strings: ['nol', '_x000D_ satu '] },
    )
    expect(lines).toEqual([{ line: 3, cells: [
      { kind: 'day', day: '2026-11-21' }, { kind: 'number', digits: '198503072010011000', lost: true }, { kind: 'number', digits: '000123', lost: false }, text('gabung'),
      { kind: 'fault', code: '=' }, { kind: 'fault', code: '#N/A' }, text('satu'), text('Amanah'),
    ] }])
  })

  it('of an old Mac counts its days from 1904', async () => {
    const { lines } = await made('<row r="1"><c r="A1" s="1"><v>44885</v></c></row>', { formats: ['[$-421]dd mmmm yyyy;@'], since1904: true })
    expect(lines[0]?.cells).toEqual([{ kind: 'day', day: '2026-11-21' }])
  })

  it('leaves nothing behind where nothing stands, however far out', async () => {
    const { lines } = await made('<row r="1"><c r="B1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="900000000"><c r="A900000000"/></row><row r="1048576"><c r="A1048576" t="s"><v>0</v></c></row>', { strings: ['  '] })
    expect(lines).toEqual([{ line: 1, cells: [null, { kind: 'number', digits: '1', lost: false }] }])
  })

  it('keeps its hidden sheets to itself and tells of them', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const source = await openSheets(await aWorkbook({ sheets: [{ name: 'Gaji', state: 'veryHidden', rows }, { name: 'Data', rows }, { name: 'Lama', state: 'hidden', rows }] }), xlsx)
    expect(source.sheets.map(({ name }) => name)).toEqual(['Data'])
    expect(source.hidden).toBe(2)
  })

  it('that is more than can be borne, or broken, is refused with a sentence', async () => {
    const row = (line: number) => `<row r="${line}">${Array.from({ length: 500 }, (_, i) => `<c t="b"><v>${i % 2}</v></c>`).join('')}</row>`
    expect(await refusal(made(Array.from({ length: 1001 }, (_, i) => row(i + 1)).join('')))).toContain('lebih dari 500000 sel')
    const wide = Array.from({ length: 8000 }, (_, i) => `<row r="${i + 1}"><c r="SQ${i + 1}"><v>1</v></c></row>`).join('')
    expect(await refusal(made(wide))).toContain('lebih dari 500000 sel')
    expect(await refusal(made('<row r="1"><c r="ZZ1"><v>1</v></c></row>'))).toContain('kolom ke-512')
    expect(await refusal(made('<row r="1"><c r="A1"><v>1</v></c>', {}))).toContain('rusak')
    expect(await refusal(made('<!DOCTYPE x [<!ENTITY a "b">]>'))).toContain('rusak')
    const bytes = await aWorkbook({ sheets: [{ name: 'Data', rows: `<row r="1"><c r="A1"><v>${'1'.repeat(50_000)}</v></c></row>` }] })
    // The directory says less than is in the part, as bombs do.
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    bytes.writeUInt32LE(100, at + 24)
    expect(await refusal(bodyOf(bytes))).toContain('rusak')
    expect(await refusal(bodyOf(Buffer.from('PK\u0003\u0004 bukan')))).toContain('rusak')
  })
})

describe('a CSV', () => {
  it('of Excel in Indonesia is read: semicolons, windows-1252, a title above, commas in names', async () => {
    const bytes = Buffer.from('DAFTAR PEGAWAI\r\n\r\nNIP;Nama;TTL\r\n198503072010011001;"Siti, S.Sos., M.Si";Ci\xe9\r\n;;\r\n', 'latin1')
    expect(await texts(bytes, csv)).toEqual([['DAFTAR PEGAWAI'], ['NIP', 'Nama', 'TTL'], ['198503072010011001', 'Siti, S.Sos., M.Si', 'Cié']])
    expect((await bodyOf(bytes, csv)).lines.map(({ line }) => line)).toEqual([1, 3, 4])
  })

  it('may say its separator, and be UTF-16 with tabs', async () => {
    expect(await texts(Buffer.from('sep=|\r\na|b;c\r\n'), csv)).toEqual([['a', 'b;c']])
    expect((await bodyOf(Buffer.from('sep=|\r\na|b;c\r\n'), csv)).lines[0]?.line).toBe(2)
    expect(await texts(Buffer.from('\ufeffNIP\tNama\r\n1\tÉ\r\n', 'utf16le'), csv)).toEqual([['NIP', 'Nama'], ['1', 'É']])
  })

  it('of millions of empty cells is refused before it is taken apart', async () => {
    expect(await refusal(texts(Buffer.from(`a${','.repeat(3_000_000)}`), csv))).toContain('lebih dari 500000 sel')
  })
})

describe('a number in a file', () => {
  it('tells when the program that wrote it has lost digits', () => {
    const lost = (written: string) => (numberCell(written) as Extract<Cell, { kind: 'number' }>).lost
    expect([lost('1.98503072010011E+17'), lost('198503072010011001'), lost('3328011203850000'), lost('3328011203850001'), lost('332801120385000'), lost('12.5')]).toEqual([true, true, true, false, false, false])
  })

  it('is written out as it is, for every number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }).filter(value => value === 0 || Math.abs(value) > 1e-9), value => {
      const cell = numberCell(String(value))
      expect(cell && Number(cellText(cell))).toBe(Object.is(value, -0) ? 0 : value)
    }))
  })

  it('becomes the day it stands for, also around the leap day of 1900 that never was', () => {
    expect([1, 59, 61, 31_113, 46_347].map(serial => serialDay(serial))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '1985-03-07', '2026-11-21'])
    expect([serialDay(0), serialDay(-3), serialDay(3_000_000), serialDay(Number.NaN)]).toEqual([null, null, null, null])
  })
})

describe('what people write', () => {
  const said = (reading: ReturnType<typeof asCalendarDay>) => ('value' in reading ? reading.value : null)

  it('is understood as a day, day first', () => {
    for (const written of ['21/11/2026', '21-11-2026', '21.11.2026', '21 November 2026', '21 Nopember 2026', '21-Nov-2026', 'Sabtu, 21 November 2026', '2026-11-21', '20261121', '46347', '2026-11-21 00:00:00'])
      expect([written, said(asCalendarDay(text(written)))]).toEqual([written, '2026-11-21'])
    for (const written of ['11/21/2026', '31/02/2026', '1985', '21/11/26', '5 Foo 2020', 'kemarin', '00/00/0000', '2026-13-01']) expect([written, said(asCalendarDay(text(written)))]).toEqual([written, null])
    expect(said(asCalendarDay(text('-')))).toBe('')
  })

  it('is understood as an Indonesian number', () => {
    expect(['1.234,56', 'Rp 1.250.000', '1250000', '12,5', '-3,25', '1234.56', '0,10'].map(one => said(asDecimal(text(one))))).toEqual(['1234.56', '1250000', '1250000', '12.5', '-3.25', '1234.56', '0.1'])
    expect(['1,234.56', 'dua', '1.23.4'].map(one => said(asDecimal(text(one))))).toEqual([null, null, null])
  })

  it('is understood as a number that names something, with the reason where it is not', () => {
    const nip = asIdentifier(18)
    expect(said(nip(text("'19850307 201001 1 001")))).toBe('198503072010011001')
    expect(said(nip(text('-')))).toBe('')
    const wrong = (cell: Cell) => ({ wrong: '', ...nip(cell) }).wrong
    expect(wrong(text('1,98503E+17'))).toContain('digit belakangnya hilang')
    expect(wrong(numberCell('1.98503072010011E+17')!)).toContain('setelah ke-15 hilang')
    expect(wrong(text('19850307201001100'))).toContain('seharusnya {length}')
    expect(wrong(text('19850307201001100A'))).toContain('Hanya angka')
    expect(wrong({ kind: 'fault', code: '#REF!' })).toContain('menghasilkan {code}')
    expect((asIdentifier(16)(numberCell('112850307201001')!) as { wrong: string }).wrong).toContain('nol di depan')
  })

  it('is understood as one of a few, however it is spelt', () => {
    const sex = asOneCode({ m: ['Laki-laki', 'L', 'Pria'], f: ['Perempuan', 'P', 'Wanita'] })
    expect(['LAKI LAKI', 'l', 'Wanita', ' p '].map(one => said(sex(text(one.trim()))))).toEqual(['m', 'm', 'f', 'f'])
    expect(sex(text('X'))).toMatchObject({ values: { known: 'Laki-laki, Perempuan' } })
    expect(asWords(3)(text('abcd'))).toMatchObject({ values: { max: 3 } })
  })
})
