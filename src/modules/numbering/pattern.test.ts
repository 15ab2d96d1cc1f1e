import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canPrintTheSame, lineOf } from './coinciding.ts'
import { machine } from './number.ts'
import { around, codeFrom, isClassification, isUnitCode, numberText, parsed, patternProblems, printed, type Filling, type Resets } from './pattern.ts'

const filling: Filling = { classification: '000.1.2.3', secrecy: 'B', on: '2026-11-21', unit: 'DISKOMINFO', kode: 'IKP' }
const shown = (pattern: string, sequence: number, over: Partial<Filling> = {}) => numberText(around(pattern, { ...filling, ...over }), sequence)
const wrong = (pattern: string, resets: Resets = 'year') => patternProblems(pattern, resets).map(({ text, values = {} }) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])))

describe('a number', () => {
  it.each([
    ['{klasifikasi}/{urut}/{unit}/{tahun}', '000.1.2.3/7/DISKOMINFO/2026'],
    ['{sifat}-{urut:3}/{kode}/{bulan-romawi}/{tahun}', 'B-007/IKP/XI/2026'],
    ['800/{urut:4}.{bulan} {unit}', '800/0007.11 DISKOMINFO'],
    ['{urut}', '7'],
  ])('by %s is %s', (pattern, number) => {
    expect(patternProblems(pattern, 'year')).toEqual([])
    expect(shown(pattern, 7)).toBe(number)
  })

  it('keeps all digits of a sequence longer than its place', () => expect(shown('{urut:3}/X', 12_345)).toBe('12345/X'))
})

describe('a pattern that cannot be used', () => {
  it.each([
    ['{klasifikasi}/{unit}', 'Pola harus memuat {urut}: tanpa nomor urut semua surat bernomor sama.'],
    ['{urut}/{urut:3}', 'Tulis {urut} satu kali saja.'],
    ['{nomor}/{urut}', 'Isian {nomor} tidak dikenal. Yang dikenal: {klasifikasi}, {urut}, {unit}, {kode}, {sifat}, {bulan}, {bulan-romawi}, {tahun}, {urut:3}.'],
    ['{tahun:2}/{urut}', 'Isian {tahun:2} tidak dikenal. Yang dikenal: {klasifikasi}, {urut}, {unit}, {kode}, {sifat}, {bulan}, {bulan-romawi}, {tahun}, {urut:3}.'],
    ['{urut', 'Kurung kurawal “{” tidak berpasangan. Tulis seperti {urut}.'],
    ['{klasifikasi}.{urut}', 'Pisahkan {urut} dari isian di sebelahnya dengan tanda seperti “/”: tanpa itu dua surat dapat bernomor sama.'],
    ['{urut}{tahun}', 'Pisahkan {urut} dari isian di sebelahnya dengan tanda seperti “/”: tanpa itu dua surat dapat bernomor sama.'],
    ['{urut}/<b>', 'Di luar kurung kurawal pola hanya memuat huruf, angka, spasi, dan tanda . / - _ ( ) & : ,'],
    [`{urut}/${'A'.repeat(80)}`, 'Pola paling panjang 80 huruf.'],
  ])('%s says why', (pattern, message) => expect(wrong(pattern)).toContain(message))

  it('is one that begins anew each month and does not print the month', () => {
    expect(wrong('{urut}/{unit}/{tahun}', 'month')).toEqual(['Nomor yang kembali ke 1 tiap bulan harus memuat {bulan} atau {bulan-romawi}: tanpa itu nomor bulan lalu terulang.'])
    expect(wrong('{urut}/{bulan-romawi}/{tahun}', 'month')).toEqual([])
  })
})

const signs = fc.constantFrom('/', '-', '.', ' ', 'SK', '7', '_', '')
const name = fc.constantFrom('{klasifikasi}', '{urut}', '{urut:3}', '{unit}', '{kode}', '{sifat}', '{bulan}', '{bulan-romawi}', '{tahun}')
const pattern = fc.array(fc.tuple(signs, name), { minLength: 1, maxLength: 5 }).map(parts => parts.flat().join(''))
const usable = pattern.filter(text => patternProblems(text, 'year').length === 0)
const code = fc.constantFrom('A', '1', '1.2', 'A-1', 'IKP 1', 'II', 'B', '2026')
const classification = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 3 }).map(parts => ['000', ...parts].join('.'))
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([m, d]) => `2026-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const fillings = (unit: fc.Arbitrary<string>) => fc.record({ classification, secrecy: fc.constantFrom('B', 'T', 'R', 'SR'), on: day, unit, kode: code })
const sequence = fc.integer({ min: 1, max: 2000 })

describe('within one series', () => {
  it('no two sequences are ever printed alike, whatever else differs', () => {
    const two = fc.tuple(usable, code).chain(([text, unit]) => fc.tuple(fc.constant(text), fillings(fc.constant(unit)), fillings(fc.constant(unit)), sequence, sequence))
    fc.assert(fc.property(two, ([text, one, other, a, b]) => {
      fc.pre(a !== b)
      expect(numberText(around(text, one), a)).not.toBe(numberText(around(text, other), b))
    }), { numRuns: 4000 })
  })
})

describe('two series', () => {
  const line = (text: string, over: Partial<Filling>) => lineOf('', parsed(text), { ...filling, ...over })

  it.each([
    ['{klasifikasi}/{urut}/{unit}/{tahun}', '{klasifikasi}/{urut}/{unit}/{tahun}', false],
    ['{klasifikasi}/{urut}/{tahun}', '{klasifikasi}/{urut}/{tahun}', true],
    ['{urut}/ND/{tahun}', '{urut}/{tahun}', false],
    ['{klasifikasi}/{urut}/DPU', '{klasifikasi}/{urut}/{unit}', true],
    ['{klasifikasi}/{urut}/dpu', '{klasifikasi}/{urut}/{unit}', true],
    ['{urut:3}/X', '{urut}/X', true],
    ['{sifat}-{urut}/DPU', '{urut}/DPU', false],
    ['{bulan-romawi}/{urut}', '{sifat}/{urut}', false],
    ['{bulan}/{urut}', '{urut}/{bulan}', true],
  ])('by %s and %s can print the same number: %s', (one, other, can) => expect(canPrintTheSame(line(one, { unit: 'DISKOMINFO' }), line(other, { unit: 'DPU' }))).toBe(can))

  it('are found to coincide whenever they do', () => {
    // The second writes out some of what the first leaves open, so that both print the same number.
    fc.assert(fc.property(usable, fillings(code), sequence, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (text, given, n, writtenOut) => {
      const pieces = parsed(text)
      const other = pieces.flatMap((piece, i) => (writtenOut[i] ? ('name' in piece && piece.name === 'urut' ? [{ text: String(n).padStart(piece.pad, '0') }] : [{ text: printed(piece, given) }]) : [piece]))
      expect(canPrintTheSame(lineOf('', pieces, given), lineOf('', other, given))).toBe(true)
      expect(canPrintTheSame(lineOf('', other, given), lineOf('', pieces, given))).toBe(true)
      expect(canPrintTheSame(lineOf('', [{ text: '#' }, ...pieces], given), lineOf('', other, given))).toBe(false)
    }), { numRuns: 1000 })
  })
})

describe('codes', () => {
  it.each([['Diskominfo', 'DISKOMINFO'], ['Satpol PP', 'SATPOL PP'], ['Puskesmas Slawi', 'DPU'], ['A/B', 'AB'], ['Dinas Pekerjaan Umum dan Penataan Ruang', 'DPU'], [' … ', 'DPU']])('of a unit called %s is %s', (shortName, made) => {
    expect(codeFrom({ shortName, slug: 'dpu' })).toBe(made)
    expect(isUnitCode(made)).toBe(true)
  })
  it.each(['A/B', '', ' A', 'A ', '{A}', 'é'])('“%s” cannot stand for a unit', text => expect(isUnitCode(text)).toBe(false))
  it.each([['000', true], ['000.1.2.3', true], ['800.1.11.1', true], ['00', false], ['000.', false], ['000/1', false], ['', false]])('%s is a classification: %s', (text, is) => expect(isClassification(text)).toBe(is))
})

it('the states of a number are drawn in the README as they are', () => {
  const drawn = Object.entries(machine.config.states!).flatMap(([from, { on = {} }]) => Object.entries(on).map(([event, to]) => `${from} --> ${String(to)} : ${event}`))
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  for (const line of drawn) expect(readme).toContain(line)
})
