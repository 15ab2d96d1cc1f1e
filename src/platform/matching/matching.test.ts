import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figures } from './testing/scoring.ts'
import { codeless, plant, usual } from './testing/planted.ts'
import { compare, plainEntry, type Entry } from './comparing.ts'
import { edits } from './likeness.ts'
import { doubles, match } from './matching.ts'
import { plainName } from './names.ts'

const entry = (name: string, code = '', place = ''): Entry => ({ code, name, place })
const said = (one: Entry, other: Entry) => compare(plainEntry(one), plainEntry(other), () => 1)
const plain = (text: string) => plainName(text).plain

describe('a name', () => {
  it.each([
    ['SDN 01 Kalisapu', 'SD Negeri 1 Kalisapu'], ['Sekolah Dasar Negeri Kalisapu I', 'SD NEGERI KALISAPU 1'], ['SD N. Kalisapu 02', 'sdn kalisapu II'], ['Sekoolah Dasar Negri Kalisapu 2', 'SD Negeri Kalisapu 2'],
    ['Kel. Slawi Wetan', 'Kelurahan Slawi Wetan'], ['Ds. Kalisapu', 'Desa Kalisapu'], ['SMP Ma’arif NU', "SMP MA'ARIF NU"], ['Diskominfo', 'Dinas Komunikasi dan Informatika'], ['UPT Puskesmas Slawi', 'UPTD Pusat Kesehatan Masyarakat Slawi'],
    ['SDIT Al-Falah', 'SD Islam Terpadu Al Falah'], ['Djatilawang', 'Jatilawang'], ['SD Negeri Prupukutara 02', 'SDN Prupuk Utara 2'],
  ])('%s is %s', (one, other) => expect(plain(one)).toBe(plain(other)))

  it.each([['SD Negeri 1 Slawi', 'SD Negeri 2 Slawi'], ['SD Negeri Slawi Kulon', 'SD Negeri Slawi Wetan'], ['MI Muhammadiyah', 'MTs Muhammadiyah']])('%s is not %s, however alike', (one, other) => {
    expect(said(entry(one), entry(other)).verdict).toBe('none')
  })
})

describe('two entries', () => {
  it('are sure with the same code and a name that can be recognised', () => {
    expect(said(entry('SD Negeri 1 Slawi Kulon', '20325001'), entry('SDN Slawi Kuln 01', '020325001')).verdict).toBe('sure')
  })
  it('are asked about when the code is the same and the name is somebody else’s', () => {
    expect(said(entry('SD Negeri 1 Slawi', '20325001'), entry('SMP Negeri 2 Adiwerna', '20325001'))).toMatchObject({ verdict: 'ask', reasons: expect.arrayContaining(['same-code', 'other-kind']) })
  })
  it('are asked about when a letter differs, never taken for sure', () => {
    expect(said(entry('SD Negeri Kalisapu 1'), entry('SDN Kalsapu 01')).verdict).toBe('ask')
  })
  it('are asked about when the places differ', () => {
    expect(said(entry('SD Negeri Karangsari 1', '', 'Slawi'), entry('SD Negeri Karangsari 1', '', 'Warureja'))).toMatchObject({ verdict: 'ask', reasons: expect.arrayContaining(['other-place']) })
  })
  it('are nothing to ask about when each has a code and little else speaks for it', () => {
    expect(said(entry('SD Negeri Karangsari', '20325001'), entry('SD Negeri Karanganyar', '20399999')).verdict).toBe('none')
  })
})

describe('lists', () => {
  it('leave namesakes to a person', () => {
    const { sure, questions } = match([entry('SD Negeri Karangsari'), entry('SD Negeri Karangsari')], [entry('SDN Karangsari')])
    expect(sure).toEqual([])
    expect(questions[0]!.among.map(one => one.reasons.includes('namesakes'))).toEqual([true, true])
  })
  it('say which rows are there twice, and never without a place that says so', () => {
    expect([...doubles([entry('SD Negeri 1 Slawi', '1001'), entry('SDN 01 Slawi', '1001'), entry('SDN Slawi 1', '', ''), entry('Desa Tuwel', '', 'Bojong'), entry('Ds. Tuwel', '', 'Kec. Bojong')])]).toEqual([[1, 0], [4, 3]])
  })
  it('keep to what people said', () => {
    const [left, right] = [[entry('SD Negeri A Slawi', '1001')], [entry('SD Negeri A Slawi', '1001')]]
    expect(match(left, right, { same: [], different: [{ left: 0, right: 0 }] })).toEqual({ sure: [], questions: [] })
    expect(match(left, right, { same: [{ left: 0, right: 0 }], different: [] })).toEqual({ sure: [], questions: [] })
  })

  const words = fc.constantFrom('Slawi', 'Kalisapu', 'Karangsari', 'Tuwel', 'Kulon', 'Wetan', 'Pertiwi', '1', '02', 'III', 'SD Negeri', 'SDN', 'MI', 'Desa', 'Kel.')
  const entries = fc.array(fc.record({ code: fc.constantFrom('', '', '20325001', '20325002', '20325010'), name: fc.array(words, { maxLength: 5 }).map(list => list.join(' ')), place: fc.constantFrom('', 'Slawi', 'Bojong') }), { maxLength: 12 })

  it('are matched one to one, whatever is in them, and the other way round as well', () => {
    fc.assert(fc.property(entries, entries, (left, right) => {
      const { sure, questions } = match(left, right)
      expect(new Set(sure.map(one => one.left)).size).toBe(sure.length)
      expect(new Set(sure.map(one => one.right)).size).toBe(sure.length)
      const matched = new Set(sure.map(one => one.right))
      for (const { right: at, among } of questions) {
        expect(matched.has(at)).toBe(false)
        expect(among.length).toBeGreaterThan(0)
      }
      for (const { left: i, right: j } of sure) expect(compare(plainEntry(right[j]!), plainEntry(left[i]!), () => 1).verdict).toBe('sure')
    }))
  })
  it('without namesakes agree with themselves', () => {
    fc.assert(fc.property(entries, list => {
      const own = list.map(({ name, place }, i) => ({ code: String(10_000_000 + i * 977), name: `${name} x`, place }))
      expect(match(own, own).sure.map(({ left, right }) => left === right)).toEqual(own.map(() => true))
    }))
  })
})

it('counts slips of a typist as single ones', () => {
  expect([edits('kalisapu', 'kalisapu', 2), edits('kalisapu', 'kailsapu', 2), edits('kalisapu', 'kalsapu', 2), edits('kalisapu', 'kallisapu', 2), edits('kalisapu', 'karangsari', 2)]).toEqual([0, 1, 1, 1, 3])
  fc.assert(fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => edits(one, other, 9) === edits(other, one, 9)))
})

describe('lists with planted faults', () => {
  it.each([['schools', usual, 0.93, 0.99], ['villages', usual, 0.9, 0.985], ['budget', usual, 0.88, 0.985], ['schools', codeless, 0.75, 0.97]] as const)('are matched: %s', async (subject, damage, sure, found) => {
    const all = await Promise.all([3, 11, 29].map(async seed => figures(await plant(subject, 600, damage, seed))))
    for (const one of all) {
      expect(one.sure.precision).toBeGreaterThanOrEqual(0.995)
      expect(one.sure.recall).toBeGreaterThanOrEqual(sure - 0.03)
      expect(one.answered.recall).toBeGreaterThanOrEqual(found)
      expect(one.answered.precision).toBeGreaterThanOrEqual(0.995)
    }
  })
  it('of ten thousand rows are matched in seconds', async () => {
    expect(figures(await plant('schools', 10_000, usual, 5)).milliseconds).toBeLessThan(15_000)
  })
})
