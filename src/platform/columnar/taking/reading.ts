import type { ColumnType } from '../table.ts'

/** How numbers and days of a column are written; told apart per column, because `1.234` alone says nothing. */
export interface Reading {
  /** `plain` is `1234.5`, `indonesian` is `1.234,5`, `english` is `1,234.5`. */
  numbers: 'plain' | 'indonesian' | 'english'
  /** Which comes first in `03/04/2026`. */
  days: 'day' | 'month'
}

export const plainReading: Reading = { numbers: 'plain', days: 'day' }

/** Texts that stand for nothing where a number, a day or a yes is expected. */
const nothing = String.raw`(?i)[-–—.]+|n/?a|null|none|nan|nihil|kosong|tidak ada|#n/a`

/** Shapes of numbers; `$` and spaces have been taken away. */
const shapes = {
  plain: String.raw`[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,2})?`,
  indonesian: String.raw`[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?`,
  english: String.raw`[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?`,
} as const

const matches = (sql: string, pattern: string) => `regexp_full_match(${sql}, '${pattern}')`
/** A number without its currency and space. */
export const bare = (sql: string) => String.raw`regexp_replace(${sql}, '^\s*(?i:rp)\.?\s*|[\s\x{A0}]+|,-+$', '', 'g')`
const inPlain = {
  plain: (sql: string) => sql,
  indonesian: (sql: string) => `replace(replace(${sql}, '.', ''), ',', '.')`,
  english: (sql: string) => `replace(${sql}, ',', '')`,
} as const

/** A number of a column as plain digits with a point; null where the text is none. */
export function digitsSql(cell: string, { numbers }: Reading): string {
  const shape = shapes[numbers]
  return `case when ${matches(cell, shape)} then ${inPlain[numbers](cell)} when ${matches(bare(cell), shape)} then ${inPlain[numbers](bare(cell))} end`
}

/** Beginnings of months as they are written here and in English, each with its number behind it. */
const months = 'jan 1 feb 2 peb 2 mar 3 apr 4 mei 5 may 5 jun 6 jul 7 agu 8 aug 8 agt 8 ags 8 sep 9 okt 10 oct 10 nov 11 nop 11 des 12 dec 12'.split(' ')
const beginnings = months.filter((_, i) => i % 2 === 0)
// Letters of all languages would make a pattern of a hundred thousand states.
const wordDay = String.raw`(?:[A-Za-z'’]{3,10}, ?)?(\d{1,2})[-/. ]+(${beginnings.map(word => `(?i:${word})`).join('|')})[A-Za-z]{0,9}\.?[-/. ,]+(\d{4})`

/** A day by its name of month; words that are none make no day. */
function namedDay(cell: string): string {
  const part = (n: number) => `regexp_extract(${cell}, '${wordDay.replaceAll("'", "''")}', ${n})`
  const month = `case lower(${part(2)}) ${beginnings.map((word, i) => `when '${word}' then ${months[i * 2 + 1]!}`).join(' ')} end`
  return `case when ${matches(cell, wordDay.replaceAll("'", "''"))} then try(make_date(cast(${part(3)} as integer), ${month}, cast(${part(1)} as integer))) end`
}

const isoDay = String.raw`\d{4}-\d{1,2}-\d{1,2}`
const isoTime = String.raw`${isoDay}[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[-+]\d{2}:?\d{2})?`
const midnight = String.raw`(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?`
const partsDay = String.raw`\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}`
const partsTime = String.raw`${partsDay}[ ,]+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?`
const evenly = (cell: string) => String.raw`regexp_replace(${cell}, '[-/. :,]+', ' ', 'g')`

function daySql(cell: string, { days }: Reading): string {
  const order = days === 'month' ? '%m %d %Y' : '%d %m %Y'
  return `case when ${matches(cell, isoDay + midnight)} then try_cast(left(${cell}, 10) as date) when ${matches(cell, partsDay)} then cast(try_strptime(${evenly(cell)}, '${order}') as date) else ${namedDay(cell)} end`
}

function instantSql(cell: string, reading: Reading): string {
  const order = reading.days === 'month' ? '%m %d %Y' : '%d %m %Y'
  const forms = [`${order} %H %M %S`, `${order} %H %M`].map(form => `'${form}'`).join(', ')
  return `case when ${matches(cell, isoTime)} then try_cast(${cell} as timestamp) when ${matches(cell, partsTime)} then try_strptime(${evenly(cell)}, [${forms}]) else cast(${daySql(cell, reading)} as timestamp) end`
}

const yes = ['ya', 'y', 'iya', 'yes', 'true', 'benar', 'ada', '1']
const no = ['tidak', 'tdk', 'n', 'no', 'false', 'salah', 'bukan', '0']
const oneOf = (words: readonly string[]) => words.map(word => `'${word}'`).join(', ')

/** A code of a region with its dots, `332801` as `33.28.01`; null where the text is none. */
export const regionSql = (cell: string): string =>
  String.raw`case when regexp_full_match(${cell}, '\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?') then ${cell} when regexp_full_match(${cell}, '\d{4}|\d{6}|\d{10}') then regexp_replace(${cell}, '^(\d{2})(\d{2})?(\d{2})?(\d{4})?$', CASE length(${cell}) WHEN 4 THEN '\1.\2' WHEN 6 THEN '\1.\2.\3' ELSE '\1.\2.\3.\4' END) end`

/** The type DuckDB keeps cells of a column as; decimals by the digits there are. */
export const storedType: Record<Exclude<ColumnType, 'decimal'>, string> = { text: 'varchar', integer: 'bigint', date: 'date', timestamp: 'timestamp', boolean: 'boolean', region: 'varchar', geometry: 'varchar' }

/** What a text means in a column of a type, as SQL; null where it means nothing of the kind. */
export function meaningSql(type: ColumnType, cell: string, reading: Reading, decimal = 'double'): string {
  if (type === 'text' || type === 'geometry') return cell
  // Most numbers are nothing but digits; the rest costs ten times as much.
  if (type === 'integer') return `case when regexp_full_match(${cell}, '-?\\d{1,18}') then try_cast(${cell} as bigint) when regexp_full_match(${digitsSql(cell, reading)}, '[-+]?\\d+(?:\\.0+)?') then try_cast(${digitsSql(cell, reading)} as bigint) end`
  if (type === 'decimal') return `case when regexp_full_match(${cell}, '-?\\d{1,18}${reading.numbers === 'indonesian' ? '' : '(?:\\.\\d+)?'}') then try_cast(${cell} as ${decimal}) else try_cast(${digitsSql(cell, reading)} as ${decimal}) end`
  if (type === 'date') return daySql(cell, reading)
  if (type === 'timestamp') return instantSql(cell, reading)
  if (type === 'boolean') return `case when lower(${cell}) in (${oneOf(yes)}) then true when lower(${cell}) in (${oneOf(no)}) then false end`
  return regionSql(cell)
}

/** Whether a cell says, in a word, that there is nothing. */
export const nothingSql = (cell: string): string => matches(cell, nothing)
