import { IntlMessageFormat } from 'intl-messageformat'

/** Languages the platform itself speaks; Indonesian is the source text. */
export type Language = 'id' | 'en'

/** Words a government chooses for its own institutions, e.g. `{ desa: 'nagari' }`. */
export type Vocabulary = Record<string, string>

export interface Locale {
  language: Language
  /** IANA zone of the government, e.g. `Asia/Jakarta`. */
  zone: string
  vocabulary: Vocabulary
  /** The instant this answer is made, so that all relative dates on a page agree. */
  now: Date
}

type Values = Record<string, string | number | null | undefined>

const dictionaries: Record<Language, Map<string, string>> = { id: new Map(), en: new Map() }
const compiled: Record<Language, Map<string, IntlMessageFormat>> = { id: new Map(), en: new Map() }

/** Texts asked for in a language that has no entry for them; tests fail when it is not empty. */
export const missingTranslations = new Set<string>()

/** Adds a module's dictionary: Indonesian source text → text in `language`. */
export function learn(language: Language, dictionary: Record<string, string>): void {
  for (const [source, text] of Object.entries(dictionary)) dictionaries[language].set(source, text)
}

/**
 * Vocabulary every government starts from; keys are usable as `{desa}` in any text. English says several by `{desas}`;
 * a word a government chose for itself stays as it is: one nagari, two nagari.
 */
export const standardVocabulary: Record<Language, Vocabulary> = {
  id: { desa: 'desa', Desa: 'Desa', kecamatan: 'kecamatan', Kecamatan: 'Kecamatan', kepalaDesa: 'kepala desa' },
  en: {
    desa: 'village', Desa: 'Village', desas: 'villages', Desas: 'Villages',
    kecamatan: 'subdistrict', Kecamatan: 'Subdistrict', kecamatans: 'subdistricts', Kecamatans: 'Subdistricts', kepalaDesa: 'village head',
  },
}

const fallback: Locale = { language: 'id', zone: 'Asia/Jakarta', vocabulary: {}, now: new Date(0) }
let current: Locale = fallback

/**
 * Runs `render` with `locale` as the one that `t` and the formatters use.
 * Rendering is synchronous, so one variable is enough and no text can leak between requests.
 */
export function withLocale<T>(locale: Locale, render: () => T): T {
  const before = current
  current = locale
  try {
    return render()
  } finally {
    current = before
  }
}

/** The locale of the page being rendered. */
export const locale = (): Locale => current

/**
 * Translates Indonesian source text for the page being rendered and fills ICU placeholders:
 * `t('{n} berita', { n: 3 })`. Vocabulary words such as `{desa}` are filled by themselves.
 */
export function t(source: string, values: Values = {}): string {
  const { language, vocabulary } = current
  let text = source
  if (language !== 'id') {
    const found = dictionaries[language].get(source)
    if (found === undefined) missingTranslations.add(source)
    else text = found
  }
  if (!text.includes('{')) return text
  let message = compiled[language].get(text)
  if (!message) {
    message = new IntlMessageFormat(text, language === 'id' ? 'id-ID' : 'en-GB', undefined, { ignoreTag: true })
    compiled[language].set(text, message)
  }
  // A sentence that ends with a name keeps one full stop when the name ends with one, as degrees do: `M.Si.`
  return String(message.format({ ...standardVocabulary[language], ...several(vocabulary), ...vocabulary, ...values })).replace(/(?<=\p{L})\.\.(?!\.)/gu, '.')
}

const several = (vocabulary: Vocabulary): Vocabulary => Object.fromEntries(Object.entries(vocabulary).map(([word, chosen]) => [`${word}s`, chosen]))

/** A path on the portal as the reader of the page should follow it: a site says its language in its address. */
export const inReadersLanguage = (path: string): string => (current.language === 'en' ? path.replace(/^\/situs\/[^/?#]+(?!\/en(?:\/|$))/, '$&/en') : path)
