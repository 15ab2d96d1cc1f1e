import { Problem } from '../../web/problems.ts'
import type { Condition } from '../query.ts'
import type { Column, ColumnType } from '../table.ts'
import { named, quoted, type Named } from './names.ts'

/** Takes a value that is bound and answers the place it has in the statement. */
export type Bind = (value: string) => string

const wrong = (column: string, value: string) => new Problem('query', '“{value}” bukan nilai yang dapat dibandingkan dengan kolom “{column}”.', { value: value.slice(0, 80), column })

/** The type a number is compared as without losing digits: whole, with decimals, or in powers of ten. */
function numberType(text: string): string | null {
  if (/^-?\d{1,18}$/.test(text)) return 'bigint'
  const [, whole = '', part = ''] = /^-?(\d{1,37})(?:\.(\d{1,18}))?$/.exec(text) ?? []
  const width = whole.length + part.length
  if (whole !== '' && width <= 38) return `decimal(${width}, ${part.length})`
  return /^-?\d/.test(text) && Number.isFinite(Number(text)) ? 'double' : null
}

const shapes: Partial<Record<ColumnType, { shape: RegExp; type: string }>> = {
  date: { shape: /^\d{4}-\d{2}-\d{2}$/, type: 'date' },
  timestamp: { shape: /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?$/, type: 'timestamp' },
  boolean: { shape: /^(?:true|false)$/, type: 'boolean' },
}

/** A value as it is compared with a column of a type. */
function comparable({ name, type }: Named, value: string | number | boolean, bind: Bind): string {
  const text = String(value)
  if (type === 'integer' || type === 'decimal') {
    const as = numberType(text)
    if (as === null) throw wrong(name, text)
    return `cast(${bind(text)} as ${as})`
  }
  const shape = shapes[type]
  if (!shape) return bind(text)
  if (!shape.shape.test(text) || (type !== 'boolean' && !isMoment(text))) throw wrong(name, text)
  return `cast(${bind(text)} as ${shape.type})`
}

/** Whether the calendar has the day and the day the time. */
function isMoment(text: string): boolean {
  const [day = '', time = '00:00'] = text.split(/[T ]/)
  const at = new Date(`${day}T${time}Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

const signs = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

/** One condition as SQL; its values are bound, never written into it. */
export function conditionSql(columns: readonly Column[], { column, is, value }: Condition, bind: Bind): string {
  const it = named(columns, column)
  if (is === 'empty') return `${it.sql} is null`
  if (is === 'filled') return `${it.sql} is not null`
  if (value === undefined || (is !== 'in' && Array.isArray(value)) || (it.type === 'geometry' && is !== 'contains')) throw wrong(column, String(value ?? ''))
  if (is === 'in') {
    const values = Array.isArray(value) ? value : [value]
    return values.length === 0 ? 'false' : `${it.sql} in (${values.map(one => comparable(it, one, bind)).join(', ')})`
  }
  if (Array.isArray(value)) throw wrong(column, value.join(', '))
  if (is === 'contains') return `contains(${folded(it.sql, it.type)}, ${folded(bind(String(value)), 'text')})`
  if (is === 'within' && it.type !== 'region' && it.type !== 'text') throw wrong(column, String(value))
  if (is === 'within') return `(${it.sql} = ${bind(String(value))} or starts_with(${it.sql}, ${bind(`${String(value)}.`)}))`
  const compared = comparable(it, value, bind)
  return is === 'ne' ? `${it.sql} is distinct from ${compared}` : `${it.sql} ${signs[is]} ${compared}`
}

/** Text without case and accents. */
const folded = (sql: string, type: ColumnType) => `lower(strip_accents(${type === 'text' || type === 'region' ? sql : `cast(${sql} as varchar)`}))`

/** Words that must all stand somewhere in the texts of a row. */
export function searchSql(columns: readonly Column[], search: string, bind: Bind): string[] {
  const texts = columns.filter(({ type }) => type === 'text' || type === 'region')
  const words = [...new Set(search.split(/\s+/).filter(Boolean))].slice(0, 10)
  if (words.length === 0) return []
  if (texts.length === 0) return ['false']
  return words.map(word => {
    const wanted = folded(bind(word), 'text')
    return `(${texts.map(({ name }) => `contains(${folded(quoted(name), 'text')}, ${wanted})`).join(' or ')})`
  })
}
