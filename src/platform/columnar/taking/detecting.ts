import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnType } from '../table.ts'
import type { Looks } from '../taken.ts'
import { bare, meaningSql, nothingSql, plainReading, type Reading } from './reading.ts'

/** How many cells of a column look like what. */
export type Seen = (look: Look) => number

const full = (pattern: string) => (cell: string) => `regexp_full_match(${cell}, '${pattern}')`

const number = (pattern: string) => () => `regexp_full_match(bare, '[-+]?(?:${pattern})')`

/** NIK: province, day (women 40 more), month. */
export const nikPattern = String.raw`[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}`
export const phonePattern = String.raw`(?:\+?62|0)[ -]?8\d{1,3}[ -]?\d{3,4}[ -]?\d{2,5}`
export const emailPattern = String.raw`[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}`

/** What is counted; names say which place of `Seen` it has. */
const looked = {
  filled: () => 'true',
  plain: number(String.raw`\d+(?:\.\d+)?(?:[eE][-+]?\d{1,2})?`),
  indonesian: number(String.raw`(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?`),
  english: number(String.raw`(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?`),
  wholePlain: number(String.raw`\d+(?:\.0+)?`),
  wholeIndonesian: number(String.raw`(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,0+)?`),
  wholeEnglish: number(String.raw`(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?`),
  // Numbers that can be written so in one way only, and `1.234` and `1,234`, which mean one thing here and another there.
  surelyIndonesian: number(String.raw`[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}\.\d{3},\d+|\d+,(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d{3}`),
  surelyEnglish: number(String.raw`[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d+`),
  pointed: number(String.raw`\d+\.(?:\d{1,2}|\d{4,})|(?:0|\d{4,})\.\d{3}`),
  point: number(String.raw`[1-9]\d{0,2}\.\d{3}`),
  comma: number(String.raw`[1-9]\d{0,2},\d{3}`),
  /** Whole numbers of four digits and more that have no signs in them. */
  unsigned: number(String.raw`[1-9]\d{3,17}`),
  whole: full(String.raw`-?\d{1,18}`),
  zeros: full(String.raw`0\d+`),
  long: full(String.raw`\d{16,}`),
  /** Built like a day or an instant; whether the calendar has them is looked at only when most are. */
  dated: full(String.raw`(?:[A-Za-z'']{3,10}, ?)?\d{1,4}[-/. ]+[A-Za-z0-9]{1,12}\.?[-/. ,]+\d{1,4}.*`),
  yes: (cell: string) => `(${meaningSql('boolean', cell, plainReading)}) is not null`,
  digit: full('[01]'),
  region: full(String.raw`(?:1[1-9]|2[1]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?`),
  dotted: full(String.raw`\d{2}\.\d{2}\.\d{2}(?:\.\d{4})?`),
  undotted: full(String.raw`(?:1[1-9]|2[1]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])(?:\d{2}|\d{4}|\d{8})`),
  nik: full(nikPattern),
  phone: full(phonePattern),
  email: full(emailPattern),
  geometry: (cell: string) => `starts_with(${cell}, '{') and contains(${cell}, '"coordinates"')`,
} satisfies Record<string, (cell: string) => string>

type Look = keyof typeof looked | keyof typeof dates

const dates = {
  day: (cell: string) => `(${meaningSql('date', cell, plainReading)}) is not null`,
  monthFirst: (cell: string) => `(${meaningSql('date', cell, { ...plainReading, days: 'month' })}) is not null`,
  instant: (cell: string) => `(${meaningSql('timestamp', cell, plainReading)}) is not null`,
}

/** Counts what the cells of a column look like. */
export async function seenIn(connection: DuckDBConnection, cell: string, from: string): Promise<Seen> {
  const count = async (looks: Readonly<Record<string, (cell: string) => string>>) => {
    const sql = `select ${Object.values(looks).map(look => `count(*) filter (${look(cell)})`).join(', ')} from (select ${cell}, ${bare(cell)} as bare from ${from} where ${cell} is not null and not ${nothingSql(cell)})`
    const [counts = []] = (await connection.runAndReadAll(sql)).getRows()
    return Object.keys(looks).map((name, i) => [name, Number(counts[i])] as const)
  }
  const seen = new Map<string, number>(await count(looked))
  const often = (seen.get('dated') ?? 0) > (seen.get('filled') ?? 0) / 2
  if (often) for (const [name, number] of await count(dates)) seen.set(name, number)
  return name => seen.get(name) ?? 0
}

/** Share of cells that must fit a type for it to be proposed; the others are shown as not fitting. */
const enough = 0.9

const regionWords = /kode|wilayah|kemendagri|provinsi|kab|kota|kecamatan|desa|kelurahan|region/i
const regionNames = /^(?:nama )?(?:provinsi|kab(?:upaten)?(?:[ /]+kota)?|kota|kecamatan|kec|desa|kel(?:urahan)?|desa[ /]+kel(?:urahan)?|wilayah|daerah|region)\b/i
const codeWords = /kode|nomor|\bno\b|nip|nik|npwp|npsn|telepon|telp|\bhp\b|\bkk\b/i

/**
 * What a column is proposed to be, from what its cells look like and what it is called.
 * @param numeric whether the file holds its numbers as numbers
 */
export function proposed(seen: Seen, heading: string, numeric: boolean): { type: ColumnType; reading: Reading; looks: Looks | null } {
  const filled = seen('filled')
  const most = (name: Look) => filled > 0 && seen(name) >= filled * enough
  const text = (looks: Looks | null = null) => ({ type: 'text' as const, reading: plainReading, looks })
  if (filled === 0) return text()
  if (most('nik')) return text('nik')
  if (most('phone')) return text('phone')
  if (most('email')) return text('email')
  if (most('geometry')) return { type: 'geometry', reading: plainReading, looks: null }
  if (most('region') && (seen('dotted') > 0 || regionWords.test(heading))) return { type: 'region', reading: plainReading, looks: null }
  if (most('undotted') && /kode/i.test(heading) && regionWords.test(heading.replace(/kode/i, ''))) return { type: 'region', reading: plainReading, looks: null }
  if (most('yes') && seen('digit') < seen('yes')) return { type: 'boolean', reading: plainReading, looks: null }
  if (most('day') || most('monthFirst')) {
    // Month first only where day first makes no sense.
    const days = seen('monthFirst') > seen('day') ? 'month' : 'day'
    return { type: 'date', reading: { ...plainReading, days }, looks: null }
  }
  if (most('instant')) return { type: 'timestamp', reading: plainReading, looks: null }
  if (!numeric && (seen('zeros') > 0 || most('long') || (most('whole') && codeWords.test(heading)))) return text('codes')
  const numbers = numeric ? 'plain' : numbersOf(seen)
  if (!most(numbers)) return text(regionNames.test(heading.trim()) ? 'region-names' : null)
  const wholes = seen(numbers === 'plain' ? 'wholePlain' : numbers === 'english' ? 'wholeEnglish' : 'wholeIndonesian')
  return { type: wholes === seen(numbers) ? 'integer' : 'decimal', reading: { ...plainReading, numbers }, looks: null }
}

/**
 * How the numbers of a column are written. `1.234` alone could be a thousand or a bit more than one: cells that can be
 * written in one way only decide. When there are none it is a thousand, unless greater numbers stand there without signs.
 */
function numbersOf(seen: Seen): Reading['numbers'] {
  const [indonesian, english, pointed] = [seen('surelyIndonesian'), seen('surelyEnglish'), seen('pointed')]
  if (indonesian > 0 && indonesian >= english + pointed) return 'indonesian'
  if (english > 0) return 'english'
  if (pointed > 0) return seen('comma') > 0 ? 'english' : 'plain'
  if (seen('point') > 0) return seen('unsigned') > 0 && seen('comma') === 0 ? 'plain' : 'indonesian'
  if (seen('comma') > 0) return seen('unsigned') > 0 ? 'indonesian' : 'english'
  return 'plain'
}
