import { asAddress, asDegrees, asLine, asOneOf, asRupiah, asText, asWhole, stored, type Reader } from '#platform/forms/typed.ts'
import { t } from '#platform/i18n/locale.ts'
import { RowsField } from '../rows-field/rows-field.tsx'
import { asMarkdownLink, readTyped, sentText, withDots } from './inputs.tsx'
import type { Part } from './part.ts'

/** One column of a list; a cell is always text, empty when nothing was written. */
export interface Column {
  /** Indonesian source text. */
  label: string
  as?: 'line' | 'lines' | 'number' | 'money' | 'link' | 'latitude' | 'longitude'
  /** Makes it one of these, the first when nothing was chosen; it counts as written only beside other cells. */
  options?: Readonly<Record<string, string>>
  max?: number
  required?: boolean
  /** Id of a `Suggestions` list that is offered while one types. */
  suggestions?: string
}

const readers: Record<NonNullable<Column['as']>, (max?: number) => Reader> = {
  line: (max = 160) => asLine(max),
  lines: (max = 4000) => asText(max),
  number: () => asWhole,
  money: () => asRupiah,
  link: () => asAddress,
  latitude: () => asDegrees(90),
  longitude: () => asDegrees(180),
}

const readerOf = ({ as = 'line', options, max }: Column): Reader => (options ? asOneOf(options) : readers[as](max))
/** Any words may stand in it. */
const isFree = ({ as = 'line', options }: Column) => !options && (as === 'line' || as === 'lines')
const isNumber = ({ as }: Column) => as === 'number' || as === 'money'
const shownAs = (column: Column, cell: string) => (isNumber(column) ? withDots(cell) : column.as === 'latitude' || column.as === 'longitude' ? cell.replace('.', ',') : cell)

/** Inputs sent for the rows of `name`, by the row's number. */
function sentRows(input: Record<string, unknown>, name: string): Map<number, Record<string, string>> {
  const rows = new Map<number, Record<string, string>>()
  for (const [key, value] of Object.entries(input)) {
    if (!key.startsWith(`${name}-`) || typeof value !== 'string' || value.trim() === '') continue
    const [, at, column] = /^(\d{1,5})-(\w+)$/.exec(key.slice(name.length + 1)) ?? []
    if (at === undefined || column === undefined) continue
    const row = rows.get(Number(at)) ?? {}
    row[column] = value
    rows.set(Number(at), row)
  }
  return rows
}

interface Listing<K extends string> {
  columns: Record<K, Column>
  max?: number
  /** Indonesian source text. */
  hint?: string
  /** What the cells of a row say together; `{n}` is the number of the row. */
  check?(row: Record<K, string>, wrong: (key: K, text: string) => void): void
}

/** A list of lines with the same few inputs; existing ones plus three empty ones, emptied ones go. */
export function rows<K extends string>(label: string, { columns, max = 60, hint, check }: Listing<K>): Part<Record<K, string>[]> {
  const entries = Object.entries<Column>(columns) as [K, Column][]
  const first = ({ options }: Column) => Object.keys(options ?? { '': '' })[0]!
  const written = (row: Partial<Record<string, string>>) => entries.some(([key, column]) => !column.options && Boolean(row[key]?.trim()))
  const record = (cell: (key: K, column: Column) => string) => Object.fromEntries(entries.map(([key, column]) => [key, cell(key, column)])) as Record<K, string>
  const take = (list: unknown): Record<K, string>[] => {
    if (!Array.isArray(list)) return []
    return list.slice(0, max).flatMap((row: unknown) => {
      if (typeof row !== 'object' || row === null) return []
      const cells = row as Partial<Record<string, unknown>>
      const taken = record((key, column) => {
        const cell = cells[key]
        return stored(readerOf(column), cell) ?? (typeof cell === 'string' && isFree(column) ? cell : first(column))
      })
      return written(taken) ? [taken] : []
    })
  }
  return {
    label,
    empty: [],
    take,
    view({ name, fields }) {
      const cell = (at: number, key: string) => fields(`${name}-${at}-${key}`)
      let shown = 0
      for (let at = 0; at < max; at++) if (entries.some(([key, column]) => !column.options && cell(at, key).value !== '')) shown = at + 1
      return (
        <RowsField field={fields(name)} label={t(label)} hint={t(hint ?? 'Baris yang dikosongkan akan hilang. Setelah disimpan, tersedia baris kosong lagi.')} count={Math.min(shown + 3, max)} cell={cell}
          columns={entries.map(([key, column]) => ({
            key, label: t(column.label), numeric: isNumber(column), lines: column.as === 'lines', suggestions: column.suggestions,
            options: column.options && Object.entries(column.options).map(([value, text]) => ({ value, label: t(text) })),
          }))} />
      )
    },
    fill: (name, value) => Object.fromEntries(value.flatMap((row, at) => entries.map(([key, column]) => [`${name}-${at}-${key}`, shownAs(column, row[key])]))),
    read(name, sent) {
      const filled = [...sentRows(sent.input, name)].filter(([, row]) => written(row)).toSorted(([a], [b]) => a - b)
      if (filled.length > max) {
        sent.wrong(name, '“{label}”: paling banyak {max} baris.', { label: t(label), max })
        return []
      }
      return filled.map(([at], n) => {
        const inputOf = (key: K) => `${name}-${at}-${key}`
        const row = record((key, column) => {
          const input = inputOf(key)
          const called = t('{label}, baris {n}', { label: t(column.label), n: n + 1 })
          if (column.options && sent.input[input] === undefined) return first(column)
          const value = readTyped(sent, input, called, readerOf(column))
          if (column.required && value === '' && sentText(sent, input).trim() === '') sent.wrong(input, 'Isi “{label}”.', { label: called })
          return value
        })
        check?.(row, (key, text) => sent.wrong(inputOf(key), text, { n: n + 1 }))
        return row
      }).filter(written)
    },
    text: value => value.map(row => entries.map(([key, column]) => told(column, row[key])).filter(Boolean).join(' · ')).join('\n'),
  }
}

/** A cell in words. */
const told = (column: Column, cell: string): string => (column.options ? t(column.options[cell] ?? '') : column.as === 'link' ? asMarkdownLink(cell) : shownAs(column, cell))
