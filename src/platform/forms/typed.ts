import { z } from 'zod'

/** What typed text means: the text to store, or what is wrong with it. `{label}` names the input. */
export type Reading = { value: string } | { wrong: string; values?: Record<string, string | number> }

/** Reads typed text; what it answers is read again as itself, so stored text can be checked by the same reader. */
export type Reader = (typed: string) => Reading

const tooLong = (max: number): Reading => ({ wrong: '“{label}”: paling banyak {max} huruf.', values: { max } })
const orEmpty = (read: Reader): Reader => typed => (typed === '' ? { value: '' } : read(typed))

/** Stored text as far as this reader lets it through: it may be older than the reader, or come from elsewhere. Null when it does not. */
export function stored(read: Reader, value: unknown): string | null {
  if (typeof value !== 'string') return null
  const reading = read(value)
  return 'value' in reading ? reading.value : null
}

/** One line of text. */
export const asLine = (max: number): Reader => typed => {
  const value = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  return value.length > max ? tooLong(max) : { value }
}

/** Several lines. */
export const asText = (max: number): Reader => typed => {
  const value = typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim()
  return value.length > max ? tooLong(max) : { value }
}

const grouped = /^(?:\d+|\d{1,3}(?:\.\d{3})+)$/

/** A whole number as `1.250` or `1250`, at most twelve digits. */
export const asWhole: Reader = typed => {
  const text = typed.trim()
  if (text === '') return { value: '' }
  if (!grouped.test(text)) return { wrong: '“{label}”: tulis angka bulat seperti 1.250.' }
  const value = text.replaceAll('.', '').replace(/^0+(?=\d)/, '')
  return value.length > 12 ? { wrong: '“{label}”: paling banyak {max} angka.', values: { max: 12 } } : { value }
}

/** Whole rupiah as `Rp1.250.000`, `1.250.000,00` or `1250000`, at most fifteen digits; below nothing with `-`. */
export const asRupiah: Reader = typed => {
  const text = typed.replace(/\s/g, '').replace(/^(-?)rp\.?/i, '$1').replace(/,(?:0{1,2}|-)$/, '')
  if (text === '') return { value: '' }
  const below = text.startsWith('-')
  const digits = below ? text.slice(1) : text
  if (!grouped.test(digits)) return { wrong: '“{label}”: tulis rupiah seperti 1.250.000.' }
  const value = digits.replaceAll('.', '').replace(/^0+(?=\d)/, '')
  if (value.length > 15) return { wrong: '“{label}”: paling banyak {max} angka.', values: { max: 15 } }
  return { value: below && value !== '0' ? `-${value}` : value }
}

const isDay = z.iso.date()

/** A calendar day, `2026-11-21`. */
export const asDay: Reader = typed => {
  const value = typed.trim()
  return value === '' || isDay.safeParse(value).success ? { value } : { wrong: '“{label}”: tulis tanggal seperti 2026-11-21.' }
}

/** Degrees with a comma or point, to about a decimetre. */
export const asDegrees = (limit: 90 | 180): Reader => typed => {
  const text = typed.trim().replace(',', '.')
  if (text === '') return { value: '' }
  const degrees = /^[-+]?\d{1,3}(?:\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN
  return Math.abs(degrees) <= limit ? { value: String(Math.round(degrees * 1e6) / 1e6) } : { wrong: '“{label}”: tulis koordinat seperti -6,98.' }
}

/** A telephone number. */
export const asPhone: Reader = typed => {
  const value = typed.replace(/\s+/g, ' ').trim()
  return value === '' || /^\+?[\d ().-]{3,24}$/.test(value) ? { value } : { wrong: '“{label}”: tulis nomor seperti 0812 3456 7890.' }
}

/** An e-mail address, in small letters. */
export const asMail: Reader = typed => {
  const value = typed.trim().toLowerCase()
  return value === '' || (value.length <= 160 && z.email().safeParse(value).success) ? { value } : { wrong: '“{label}”: tulis alamat surel seperti nama@contoh.id.' }
}

/** One of a list. */
export const asOneOf = (options: Readonly<Record<string, string>>): Reader => typed => (Object.hasOwn(options, typed) ? { value: typed } : { wrong: '“{label}”: pilih dari daftar.' })

/** Where a link may lead: the web, mail, a telephone, or a path of the portal or the site. Nothing else, least of all a script. */
export const asAddress: Reader = orEmpty(typed => {
  const text = typed.trim()
  const value = text === '' ? '' : text.startsWith('/') ? path(text) : /^https?:\/\//i.test(text) ? web(text) : /^mailto:/i.test(text) ? mail(text) : /^tel:\+?[\d().-]{3,24}$/i.test(text) ? text.toLowerCase() : null
  return value === null || value.length > 500 ? { wrong: '“{label}”: tulis alamat seperti https://contoh.go.id, mailto:, tel:, atau / dan nama halaman.' } : { value }
})

function web(text: string): string | null {
  const url = URL.parse(text)
  return url && !url.username && !url.password && url.hostname.includes('.') ? url.href : null
}

/** A path stays a path: neither `//elsewhere` nor what browsers make into it. */
function path(text: string): string | null {
  const url = URL.parse(text, 'http://here.invalid')
  const value = url?.host === 'here.invalid' ? url.pathname + url.search + url.hash : null
  return value?.startsWith('//') ? null : value
}

function mail(text: string): string | null {
  const address = text.slice('mailto:'.length).toLowerCase()
  return z.email().safeParse(address).success ? `mailto:${address}` : null
}
