import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { learn, missingTranslations, t, withLocale, type Locale } from './locale.ts'

const here: Locale = { language: 'id', zone: 'Asia/Jakarta', vocabulary: {}, now: new Date('2026-11-21T03:00:00Z') }
const say = (locale: Partial<Locale>, ...words: Parameters<typeof t>) => withLocale({ ...here, ...locale }, () => t(...words))

beforeAll(() =>
  learn('en', {
    '{n} {desa} di {kecamatan} ini': '{n, plural, one {# {desa}} other {# {desas}}} in this {kecamatan}',
    'Surat dicatat': 'Letter recorded',
  }),
)
afterEach(() => missingTranslations.clear())

describe('a sentence', () => {
  it('is its own Indonesian and has its English', () => {
    expect(say({}, 'Surat dicatat')).toBe('Surat dicatat')
    expect(say({ language: 'en' }, 'Surat dicatat')).toBe('Letter recorded')
  })

  it('that ends with a name keeps one full stop', () => {
    expect(say({}, 'Yang berwenang: {name}.', { name: 'Adi, S.Sos., M.Si.' })).toBe('Yang berwenang: Adi, S.Sos., M.Si.')
    expect(say({}, 'Yang berwenang: {name}.', { name: 'Adi' })).toBe('Yang berwenang: Adi.')
    expect(say({}, '{name} …', { name: 'Membaca...' })).toBe('Membaca... …')
  })

  it('without English is said in Indonesian and remembered as missing', () => {
    expect(say({ language: 'en' }, 'Surat hilang')).toBe('Surat hilang')
    expect([...missingTranslations]).toEqual(['Surat hilang'])
  })

  it('counts as each language does', () => {
    expect(say({}, '{n} {desa} di {kecamatan} ini', { n: 12 })).toBe('12 desa di kecamatan ini')
    expect(say({ language: 'en' }, '{n} {desa} di {kecamatan} ini', { n: 1 })).toBe('1 village in this subdistrict')
    expect(say({ language: 'en' }, '{n} {desa} di {kecamatan} ini', { n: 12 })).toBe('12 villages in this subdistrict')
  })

  it('uses the words a government has for its own institutions, in every language', () => {
    const vocabulary = { desa: 'nagari', Desa: 'Nagari' }
    expect(say({ vocabulary }, '{n} {desa} di {kecamatan} ini', { n: 12 })).toBe('12 nagari di kecamatan ini')
    expect(say({ vocabulary, language: 'en' }, '{n} {desa} di {kecamatan} ini', { n: 12 })).toBe('12 nagari in this subdistrict')
  })

  it('shows what people typed as it is, braces and tags included', () => {
    expect(say({}, 'Hasil untuk “{q}”', { q: '<b>{n}</b>' })).toBe('Hasil untuk “<b>{n}</b>”')
  })
})
