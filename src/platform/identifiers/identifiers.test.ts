import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { numberFindings } from './checks.ts'
import { maskedNik, nikFindings, provinceCodes } from './nik.ts'
import { nipFindings, type Known } from './nip.ts'

let provinces: ReadonlySet<string>
beforeAll(async () => {
  provinces = await provinceCodes()
})

const two = (n: number) => String(n).padStart(2, '0')
const day = fc.date({ min: new Date('1960-01-01'), max: new Date('2004-12-31'), noInvalidDate: true }).map(at => at.toISOString().slice(0, 10))
const sex = fc.constantFrom('m' as const, 'f' as const)
const serial = fc.integer({ min: 0, max: 999 }).map(n => String(n).padStart(3, '0'))

/** Somebody who entered at 18 to 40, with the number the state would give. */
const servant = fc.record({ kind: fc.constantFrom('pns' as const, 'pppk' as const), birthDate: day, sex, age: fc.integer({ min: 19, max: 40 }), month: fc.integer({ min: 1, max: 12 }), serial }).map(({ kind, birthDate, sex: is, age, month, serial: end }) => {
  const year = Number(birthDate.slice(0, 4)) + age
  const known: Known = { kind, birthDate, sex: is, enteredOn: `${year}-${two(month)}-01` }
  return { known, nip: `${birthDate.replaceAll('-', '')}${year}${kind === 'pns' ? two(month) : '21'}${is === 'm' ? 1 : 2}${end}` }
})
const nikOf = (area: string, birthDate: string, is: 'm' | 'f', end = '0000') => `${area}${two(Number(birthDate.slice(8)) + (is === 'f' ? 40 : 0))}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}${end}`

describe('a NIP', () => {
  it('made of the person’s data is right, whoever it is', () => {
    fc.assert(fc.property(servant, ({ known, nip }) => {
      expect(nipFindings(nip, known)).toEqual([])
    }))
  })

  it('with one digit changed before the serial is never right', () => {
    fc.assert(fc.property(servant, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), ({ known, nip }, at, by) => {
      const changed = nip.slice(0, at) + ((Number(nip[at]) + by) % 10) + nip.slice(at + 1)
      // The code of a PPPK may be another one above 12.
      fc.pre(known.kind === 'pns' || Number(changed.slice(12, 14)) <= 12 || at < 12 || at > 13)
      expect(nipFindings(changed, known)).not.toEqual([])
    }))
  })

  it('is told apart from that of the other kind', () => {
    fc.assert(fc.property(servant, ({ known, nip }) => {
      const [first] = nipFindings(nip, { ...known, kind: known.kind === 'pns' ? 'pppk' : 'pns' })
      expect(first?.about).toBe('form')
    }))
  })

  it('of the state’s own example is right, and each disagreement has its sentence', () => {
    const known: Known = { kind: 'pns', birthDate: '1980-01-01', sex: 'm', enteredOn: '2005-01-01' }
    expect(nipFindings('198001012005011000', known)).toEqual([])
    const said = (nip: string, other: Partial<Known> = {}) => nipFindings(nip, { ...known, ...other }).map(({ text }) => text)
    expect(said('198001012005011000', { birthDate: '1980-01-02', sex: 'f', enteredOn: '2005-03-01' })).toEqual([
      'Tanggal lahir dalam NIP berbeda dari tanggal lahir yang ditulis.', 'Jenis kelamin dalam NIP berbeda dari yang ditulis.', 'Bulan pengangkatan dalam NIP berbeda dari tanggal mulai bekerja.',
    ])
    expect(said('198013012005011000')).toEqual(['Angka 1–8 NIP bukan tanggal lahir.'])
    expect(said('198001011997011000')).toEqual(['Menurut NIP, orang ini diangkat sebelum berumur 18 tahun.'])
    expect(said('19800101200501100')).toEqual(['NIP terdiri atas 18 angka.'])
    expect(said('198001012005011000', { kind: 'honorer' })[0]).toContain('honorer')
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{18}$/)), servant, (typed, { known }) => void nipFindings(typed, known)))
  })
})

describe('a NIK', () => {
  it('made of the person’s data is right in every province, and of no other sex or birthday', () => {
    fc.assert(fc.property(fc.constantFrom('11', '33', '76', '96'), day, sex, (province, born, is) => {
      const nik = nikOf(`${province}2801`, born, is)
      expect(nikFindings(nik, { birthDate: born, sex: is }, provinces)).toEqual([])
      expect(nikFindings(nik, { birthDate: born, sex: is === 'm' ? 'f' : 'm' }, provinces).map(f => f.text)).toEqual(['Jenis kelamin dalam NIK berbeda dari yang ditulis.'])
      expect(nikFindings(nik, { birthDate: `${born.slice(0, 8)}${born.endsWith('01') ? '02' : '01'}`, sex: is }, provinces).map(f => f.text)).toEqual(['Tanggal lahir dalam NIK berbeda dari tanggal lahir yang ditulis.'])
    }))
  })

  it('of a province or a day that does not exist is wrong in itself', () => {
    const known = { birthDate: '1990-05-17', sex: 'f' as const }
    expect(nikFindings('0028015705900000', known, provinces)[0]?.text).toBe('Dua angka pertama NIK bukan kode provinsi.')
    expect(nikFindings('3328017205900000', known, provinces)[0]?.text).toBe('Angka 7–12 NIK bukan tanggal lahir.')
    expect(nikFindings('33280157059000', known, provinces)[0]?.text).toBe('NIK terdiri atas 16 angka.')
  })

  it('shows its area and two last digits when masked, and nothing of the birthday', () => {
    fc.assert(fc.property(day, sex, (born, is) => {
      const masked = maskedNik(nikOf('332801', born, is, '0042'))
      expect(masked).toBe('332801••••••••42')
    }))
  })
})

it('a written reason settles disagreements with the data, and nothing else', () => {
  const numbers = { kind: 'pns' as const, birthDate: '1980-01-02', sex: 'm' as const, enteredOn: '2005-01-01', nip: '198001012005011000', nik: null, numberReason: null }
  expect(numberFindings(numbers, provinces)).toHaveLength(1)
  expect(numberFindings({ ...numbers, numberReason: 'Penetapan PN Slawi 12/Pdt.P/2019' }, provinces)).toEqual([])
  expect(numberFindings({ ...numbers, nip: '1980', numberReason: 'Penetapan' }, provinces)).toHaveLength(1)
  expect(numberFindings({ ...numbers, nip: null }, provinces)).toHaveLength(1)
})
