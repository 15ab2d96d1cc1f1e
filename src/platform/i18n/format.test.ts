import { describe, expect, it } from 'vitest'
import { ago, clock, dateTime, dayRange, fileSize, longDate, number, rupiah, weekday } from './format.ts'
import { withLocale, type Locale } from './locale.ts'

const now = new Date('2026-11-20T18:30:00Z')
const inWith = <T>(locale: Partial<Locale>, say: () => T) => withLocale({ language: 'id', zone: 'Asia/Jakarta', vocabulary: {}, now, ...locale }, say)

describe('a time', () => {
  it('is told in the zone of the government', () => {
    expect(inWith({}, () => longDate(now))).toBe('21 November 2026')
    expect(inWith({ zone: 'Asia/Jayapura' }, () => dateTime(now))).toBe('21 November 2026 pukul 03.30')
    expect(inWith({ zone: 'UTC', language: 'en' }, () => dateTime(now))).toBe('20 November 2026 at 18:30')
  })

  it('that is only a day stays that day in every zone', () => {
    for (const zone of ['Asia/Jakarta', 'Asia/Jayapura', 'America/Lima']) expect(inWith({ zone }, () => longDate('2026-11-20'))).toBe('20 November 2026')
  })

  it('may be told by its day of the week and its clock', () => {
    expect(inWith({}, () => [weekday('2026-11-20'), clock(now)])).toEqual(['Jumat, 20 November 2026', '01.30'])
    expect(inWith({ language: 'en', zone: 'Asia/Makassar' }, () => [weekday('2026-11-20'), clock(now)])).toEqual(['Friday, 20 November 2026', '02:30'])
  })

  it('may be two days with what they share said once', () => {
    expect(inWith({}, () => dayRange('2026-11-30', '2026-12-06'))).toMatch(/^30 November\s–\s6 Desember 2026$/)
    expect(inWith({ language: 'en' }, () => dayRange('2026-11-23', '2026-11-29'))).toMatch(/^23\s?–\s?29 November 2026$/)
  })

  it('is told coarsely beside the exact one', () => {
    const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)
    expect([20, 5 * 60, 3 * 3600, 86_400, 3 * 86_400, 40 * 86_400].map(seconds => inWith({}, () => ago(before(seconds))))).toEqual(['menit ini', '5 menit yang lalu', '3 jam yang lalu', 'kemarin', '3 hari yang lalu', 'bulan lalu'])
    expect(inWith({ language: 'en' }, () => ago(before(-7200)))).toBe('in 2 hours')
  })
})

describe('a number', () => {
  it('has the separators of the language', () => {
    expect(inWith({}, () => number(1_250_000))).toBe('1.250.000')
    expect(inWith({ language: 'en' }, () => number(1_250_000n))).toBe('1,250,000')
  })

  it('of rupiah keeps every rupiah, however many', () => {
    expect(inWith({}, () => rupiah(9_007_199_254_740_993n))).toBe('Rp9.007.199.254.740.993')
    expect(inWith({ language: 'en' }, () => rupiah(1500n))).toBe('Rp1.500')
  })

  it('of bytes is told in the largest unit that fits', () => {
    expect([512, 1500, 1_400_000, 2_000_000_000].map(bytes => inWith({}, () => fileSize(bytes)))).toEqual(['512 B', '1,5 KB', '1,4 MB', '2 GB'])
  })
})
