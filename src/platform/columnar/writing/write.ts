import { rm, stat } from 'node:fs/promises'
import { literal, quoted } from '../asking/names.ts'
import type { Statement } from '../asking/statement.ts'
import type { Format } from '../formats.ts'
import { TooLarge, type Here } from '../process/here.ts'
import type { ColumnType } from '../table.ts'
import type { ViolationWords } from '../violation-words.ts'
import { writeWorkbook } from './workbook.ts'

export interface Writing {
  rows: Statement
  columns: readonly { name: string; title: string; type: ColumnType }[]
  format: Format
  to: string
  /** Bytes the file may have. */
  bytes: number
}

/** What spreadsheets take for a formula; `text/csv.ts` knows the same. */
const formula = String.raw`^'*(?:[=+@\t\r]|-[\d.,]*[^\d.,])`

/** Writes the rows of a statement into a file; answers its bytes. */
export async function write(here: Here, { rows: { sql, values }, columns, format, to, bytes }: Writing): Promise<number> {
  // The size is looked at while the file grows: a question may answer more than the disk holds.
  let large = false
  const watch = setInterval(() => {
    void stat(to).then(({ size }) => {
      if (size <= bytes) return
      large = true
      here.connection.interrupt()
    }, () => {})
  }, 200)
  try {
    if (format === 'xlsx') await writeWorkbook(here, { sql, values }, columns, to)
    else await here.connection.run(`copy (${selected[format](sql, columns)}) to ${literal(to)} (${options.get(format)!})`, values)
    return (await stat(to)).size
  } catch (error) {
    await rm(to, { force: true })
    throw large ? new TooLarge() : error
  } finally {
    clearInterval(watch)
  }
}

type Shown = Writing['columns']
const isText = (type: ColumnType) => type === 'text' || type === 'region' || type === 'geometry'
const list = (columns: Shown, cell: (column: Shown[number]) => string) => columns.map(column => `${cell(column)} as ${quoted(column.name)}`).join(', ')

const escaped = ({ name, type }: Shown[number]) => (isText(type) ? `case when regexp_matches(${quoted(name)}, ${literal(formula)}) then '''' || ${quoted(name)} else ${quoted(name)} end` : asText({ name, type }))
const asText = ({ name, type }: { name: string; type: ColumnType }) => (type === 'timestamp' ? `strftime(${quoted(name)}, '%Y-%m-%dT%H:%M:%S')` : quoted(name))
const asJson = ({ name, type }: { name: string; type: ColumnType }) => (type === 'geometry' ? `try_cast(${quoted(name)} as json)` : asText({ name, type }))

const selected: Record<Exclude<Format, 'xlsx'>, (sql: string, columns: Shown) => string> = {
  csv: (sql, columns) => `select ${list(columns, escaped)} from (${sql})`,
  parquet: sql => sql,
  json: (sql, columns) => `select ${list(columns, asJson)} from (${sql})`,
  geojson(sql, columns) {
    const place = columns.find(({ type }) => type === 'geometry')
    const others = columns.filter(column => column !== place)
    const properties = others.length > 0 ? `struct_pack(${others.map(column => `${quoted(column.name)} := ${asJson(column)}`).join(', ')})` : `json('{}')`
    return `select 'Feature' as type, ${place ? asJson(place) : 'null'} as geometry, ${properties} as properties from (${sql})`
  },
}

/** How each format is written, as `copy` wants it. */
const options = new Map<Format, string>([
  ['csv', 'format csv, header true'],
  ['parquet', 'format parquet, compression zstd'],
  ['json', 'format json, array true'],
  ['geojson', 'format json, array true'],
])

export interface WritingViolations {
  violations: string
  titles: readonly { name: string; title: string }[]
  words: ViolationWords
  to: string
}

/** Violations as CSV, with the headings of the file and what is wrong in words. */
export async function writeViolations({ connection }: Here, { violations, titles, words, to }: WritingViolations): Promise<void> {
  await connection.run(`create temp table title as select unnest(from_json($1, '[{"name": "varchar", "title": "varchar"}]'), recursive := true)`, [JSON.stringify(titles)])
  const [row, column, content, problem] = words.headings.map(quoted) as [string, string, string, string]
  const value = `case when regexp_matches(value, ${literal(formula)}) then '''' || value else value end`
  const said = Object.entries(words.rules).map(([rule, text]) => `when ${literal(rule)} then ${literal(text)}`).join(' ')
  await connection.run(`copy (select row as ${row}, coalesce(title, "column") as ${column}, ${value} as ${content}, case rule ${said} else rule end as ${problem} from read_parquet(${literal(violations)}) left join title on name = "column" order by 1, "column" limit ${mostViolations}) to ${literal(to)} (format csv, header true)`)
}

/** Lines of a file of violations: more than this nobody mends by hand. */
const mostViolations = 1_000_000
