import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

const cellsOf = (text: string) => readCsv(text).map(row => row.cells)

test('quotes, line ends inside them and doubled quotes are read as they were meant', () => {
  expect(cellsOf('a,b\r\n"x, y","dua\nbaris"\r\n"kata ""ini""",z')).toEqual([['a', 'b'], ['x, y', 'dua\nbaris'], ['kata "ini"', 'z']])
})

test('semicolons, tabs and a byte order mark are understood', () => {
  expect(cellsOf('\uFEFFkode;nilai\n1;2,5')).toEqual([['kode', 'nilai'], ['1', '2,5']])
  expect(cellsOf('a\tb\n1\t2')).toEqual([['a', 'b'], ['1', '2']])
})

test('rows know their line; empty lines count and are left out', () => {
  expect(readCsv('a\n\n"b\nc"\nd').map(row => [row.line, row.cells[0]])).toEqual([[1, 'a'], [3, 'b\nc'], [5, 'd']])
})

test('what a spreadsheet would take for a formula is written as text and read back as it was; negative numbers stay numbers', () => {
  const cells = ['=HYPERLINK("x")', '+62811', '-2+3', '-', '-12,5', "'=1", '@a']
  const text = writeCsv([cells])
  expect(text).toBe(`"'=HYPERLINK(""x"")",'+62811,'-2+3,-,"-12,5",''=1,'@a\r\n`)
  expect(cellsOf(text)).toEqual([cells])
})

test('whatever is written is read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '"', '\n', '\r\n', '\t', 'é', '=', '-', "'", '1'), minLength: 1, maxLength: 8 }).filter(text => text.trim() !== '')
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), rows => {
    expect(cellsOf(writeCsv([['judul', 'kedua'], ...rows]))).toEqual([['judul', 'kedua'], ...rows])
  }))
})
