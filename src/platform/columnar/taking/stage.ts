import { copyFile, link, rm } from 'node:fs/promises'
import { SourceRefused } from '../../text/refused.ts'
import { literal } from '../asking/names.ts'
import type { Here } from '../process/here.ts'
import { makeSink, piecesOf } from './bytes.ts'
import { cleanCsv, csvShape } from './csv.ts'
import { splitElements } from './json-elements.ts'
import { wrappedIn } from './json-shape.ts'
import type { Known } from './kind.ts'
import { workbookRows } from './workbook-rows.ts'

/** A file to be staged: where it is, what to call it, and where to. */
export interface Staging {
  path: string
  name: string
  sheet?: number
  heading?: number
  /** Path of the staged Parquet: `row`, `trouble`, and every cell as text in `c0`, `c1` … */
  to: string
  /** Path that may be used for a clean copy. */
  between: string
}

/** What is known of a staged file before its cells are looked at. */
export interface Staged {
  encoding: string | null
  separator: string | null
  sheets: string[]
  sheet: number | null
  heading: number
  headings: string[]
  /** Columns whose numbers the file holds as numbers. */
  numeric: boolean[]
}

const mostColumns = 1000
const tooWide = (name: string, columns: number) => new SourceRefused('Berkas {name} punya {columns} kolom; paling banyak {max}. Susun menurun: satu baris untuk setiap pengamatan.', { name, columns, max: mostColumns })

const plain = { encoding: null, separator: null, sheets: [], sheet: null, heading: 0 }

/** Spreadsheet programs write this before text that would be a formula. */
const marked = String.raw`^'+(?:[=+@\t\r]|-[\d.,]*[^\d.,])`
const space = String.raw`' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(65279)`
const odd = String.raw`^[''\s\x{A0}\x{FEFF}]|[\s\x{A0}\x{FEFF}]$`

/** A cell as it is staged: without space around it, without the mark, null when nothing is left. Few cells are odd, and trimming is dear. */
function cellSql(cell: string): string {
  const trimmed = `nullif(trim(${cell}, ${space}), '')`
  const plain = `case when starts_with(${cell}, '''') and regexp_matches(${cell}, ${literal(marked)}) then substr(${trimmed}, 2) else ${trimmed} end`
  return `case when ${cell} = '' then null when not regexp_matches(${cell}, '${odd}') then ${cell} else ${plain} end`
}

/** Reads a file once and stages it. */
export async function stage(here: Here, known: Known, staging: Staging): Promise<Staged> {
  try {
    if (known.kind === 'csv') return await stageCsv(here, known, staging)
    if (known.kind === 'xlsx') return await stageWorkbook(here, staging)
    if (known.kind === 'parquet') return await stageParquet(here, staging)
    return await stageElements(here, known, staging)
  } finally {
    await rm(staging.between, { force: true })
  }
}

const copied = (to: string) => `to ${literal(to)} (format parquet, row_group_size 122880)`
/** Bytes a row may have, and what is read at a time. */
const reading = 'max_line_size = 16777216, buffer_size = 67108864'

/** Tells how much of a file has been read, and stops when time is up. */
function progress({ tellProgress }: Here, late: () => boolean, size: number): (bytes: number) => void {
  let read = 0
  let told = 0
  return bytes => {
    read += bytes
    if (late()) throw new Error('INTERRUPT')
    if (read - told < size / 50) return
    told = read
    tellProgress(Math.min(0.5, read / size / 2))
  }
}

async function stageCsv(here: Here, known: Known, { path, name, heading, to, between }: Staging): Promise<Staged> {
  const lines = known.head.includes(10) || !known.head.includes(13) ? 'lf' : 'cr'
  const head = lines === 'lf' ? known.head : Buffer.from(known.head.toString('latin1').replaceAll('\r', '\n'), 'latin1')
  const shape = csvShape(head, known.whole, heading)
  if (shape.titles.length > mostColumns) throw tooWide(name, shape.titles.length)
  const sink = makeSink(between)
  const read = await cleanCsv(piecesOf(path, known.encoding, lines), shape, sink, progress(here, () => here.late, known.size)).finally(() => sink.close())
  if (read.rows === 0) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name })
  const cells = shape.titles.map((_, i) => `c${i}`)
  const sign = String.fromCharCode(shape.separator)
  const columns = ['row', 'trouble', ...cells].map(column => `'${column}': '${column === 'row' ? 'bigint' : 'varchar'}'`).join(', ')
  // In a file of one old encoding nothing is wrong with its letters.
  const trouble = read.encoding === 'windows-1252' ? `nullif(nullif(trouble, ''), 'encoding')` : `nullif(trouble, '')`
  await here.connection.run(
    `copy (select row, ${trouble} as trouble, ${cells.map(cell => `${cellSql(cell)} as ${cell}`).join(', ')} from read_csv(${literal(between)}, auto_detect = false, header = false, delim = ${literal(sign)}, quote = '"', escape = '"', columns = {${columns}}, parallel = ${!read.lines}, ${reading})) ${copied(to)}`,
  )
  return { ...plain, encoding: known.encoding === 'utf-8' ? read.encoding : 'utf-16', separator: sign === '\u001f' ? null : sign, heading: shape.heading, headings: shape.titles, numeric: cells.map(() => false) }
}

async function stageWorkbook(here: Here, { path, name, sheet, heading, to, between }: Staging): Promise<Staged> {
  const sinkOf = () => makeSink(between)
  const read = await workbookRows(path, name, sinkOf, { sheet, heading })
  const { titles, from, numeric } = read
  if (titles.length > mostColumns) throw tooWide(name, titles.length)
  if (titles.length === 0) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name })
  const cells = titles.map((_, i) => `c${i}`)
  const columns = ['row', 'trouble', ...cells].map(column => `'${column}': '${column === 'row' ? 'bigint' : 'varchar'}'`).join(', ')
  await here.connection.run(
    `copy (select row, nullif(trouble, '') as trouble, ${cells.map(cell => `${cellSql(cell)} as ${cell}`).join(', ')} from read_csv(${literal(between)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', null_padding = true, parallel = false, columns = {${columns}}, ${reading}) where row >= ${from}) ${copied(to)}`,
  )
  return { ...plain, sheets: read.sheets, sheet: read.sheet, heading: read.heading, headings: titles, numeric }
}

async function stageParquet({ connection }: Here, { path, name, to, between }: Staging): Promise<Staged> {
  // DuckDB may read only in our own folders.
  await link(path, between).catch(() => copyFile(path, between))
  const source = `read_parquet(${literal(between)}, file_row_number = true)`
  const described = await connection.runAndReadAll(`describe select * exclude (file_row_number) from ${source}`).catch((error: Error) => {
    throw new SourceRefused('Berkas {name} rusak atau terpotong. Unggah ulang dari aslinya.', { name, reason: error.message.slice(0, 200) })
  })
  const columns = described.getRows().map(([column, type]) => ({ column: String(column), type: String(type) }))
  if (columns.length > mostColumns) throw tooWide(name, columns.length)
  const asText = ({ column, type }: { column: string; type: string }) => {
    const sql = `"${column.replaceAll('"', '""')}"`
    if (type === 'GEOMETRY') return `cast(${sql} as varchar)`
    return /\[|^(?:STRUCT|MAP|UNION|JSON)/.test(type) ? `cast(to_json(${sql}) as varchar)` : `cast(${sql} as varchar)`
  }
  await connection.run(`copy (select file_row_number + 1 as row, cast(null as varchar) as trouble, ${columns.map((column, i) => `nullif(${asText(column)}, '') as c${i}`).join(', ')} from ${source}) ${copied(to)}`)
  return { ...plain, headings: columns.map(({ column }) => column), numeric: columns.map(({ type }) => /INT|DECIMAL|DOUBLE|FLOAT/.test(type)) }
}

async function stageElements(here: Here, known: Known, { path, name, to, between }: Staging): Promise<Staged> {
  const { connection } = here
  const sink = makeSink(between)
  const wrapped = wrappedIn(known.head.toString('utf8'), known.whole)
  const { elements, badBytes } = await splitElements(piecesOf(path, known.encoding), sink, wrapped, progress(here, () => here.late, known.size)).finally(() => sink.close())
  if (elements === 0) throw new SourceRefused('Berkas {name} tidak berisi daftar objek. Setiap baris tabel harus satu objek JSON.', { name })
  const source = `read_ndjson_objects(${literal(between)}, maximum_object_size = 67108864)`
  const geo = known.kind === 'geojson'
  const object = geo ? `json_extract(json, '/properties')` : 'json'
  const bad = (error: Error) => {
    if (!/JSON/.test(error.message)) throw error
    const [, line] = /line (\d+)/.exec(error.message) ?? []
    throw new SourceRefused('JSON dalam berkas {name} tidak terbaca di unsur ke-{line}.', { name, line: line ?? '?' })
  }
  const keys = (await connection.runAndReadAll(`select key, min(row) as first, min(place) as place from (select row, unnest(keys) as key, generate_subscripts(keys, 1) as place from (select row_number() over () as row, json_keys(${object}) as keys from ${source})) group by key order by first, place limit ${mostColumns + 1}`).catch(bad)).getRows().map(([key]) => String(key))
  if (keys.length > mostColumns) throw tooWide(name, keys.length)
  const pointer = (key: string) => literal(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  const cells = keys.map((key, i) => `nullif(trim(json_extract_string(object, ${pointer(key)})), '') as c${i}`)
  const kinds = keys.map((key, i) => `bool_or(json_type(object, ${pointer(key)}) in ('UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT')) as n${i}`)
  const all = `(select row_number() over () as row, json, ${object} as object from ${source})`
  if (geo) cells.push(`nullif(json_extract_string(json, '/geometry'), 'null') as c${keys.length}`)
  await connection.run(`copy (select row, cast(null as varchar) as trouble, ${cells.join(', ')} from ${all}) ${copied(to)}`).catch(bad)
  const numeric = keys.length > 0 ? (await connection.runAndReadAll(`select ${kinds.join(', ')} from ${all} where row <= 10000`)).getRows()[0]!.map(one => one === true) : []
  return { ...plain, encoding: known.encoding === 'utf-8' ? (badBytes > 0 ? 'mixed' : 'utf-8') : 'utf-16', headings: geo ? [...keys, 'geometry'] : keys, numeric: geo ? [...numeric, false] : numeric }
}
