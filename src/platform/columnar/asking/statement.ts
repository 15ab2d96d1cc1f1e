import { Problem } from '../../web/problems.ts'
import type { Measure, Query } from '../query.ts'
import type { Column, ColumnType } from '../table.ts'
import { conditionSql, searchSql } from './condition.ts'
import { literal, named, quoted, unknown, type Named } from './names.ts'

/** SQL with its values, which are bound as text and cast where they stand. */
export interface Statement {
  sql: string
  values: string[]
}

/** What a question comes to: its columns, its rows, and how many there would be without a limit. */
export interface Asked {
  columns: { name: string; type: ColumnType }[]
  rows: Statement
  /** Null when the question leaves nothing out, so that all rows of the table answer it. */
  count: Statement | null
  limit: number
  offset: number
  /** A quicker way to the same rows, where there is one. */
  quick: Places | Floor | null
}

/** One pass over the columns that are compared tells how many rows there are and where the first ones lie; the rest is read there only. */
export interface Places {
  counted: Statement
  /** To be followed by the places, in brackets. */
  shown: string
}

/** What the file says of its parts tells below which value no row of the page can lie, so that most of it need not be read. */
export interface Floor {
  floor: string
  /** With the floor as its only value. */
  rows: string
}

/** Rows from the beginning within which it is quicker to know their places first. */
const near = 1000
/** Types whose bounds in the file are exact. */
const exact: Partial<Record<ColumnType, string>> = { integer: 'bigint', date: 'date', timestamp: 'timestamp' }

/** Rows of an answer when nobody says how many. */
const usual = 100

const numbers: readonly ColumnType[] = ['integer', 'decimal']

function measured(columns: readonly Column[], { of, column }: Measure): Named {
  if (column === undefined) {
    if (of !== 'count') throw unknown('')
    return { name: 'count', type: 'integer', sql: 'count(*)' }
  }
  const it = named(columns, column)
  const name = `${of}_${column.replace('.', '_')}`
  if (of === 'count') return { name, type: 'integer', sql: `count(${it.sql})` }
  if (of === 'distinct') return { name, type: 'integer', sql: `count(distinct ${it.sql})` }
  if (of === 'min' || of === 'max') {
    if (it.type === 'geometry') throw notCounted(of, column)
    return { name, type: it.type, sql: `${of}(${it.sql})` }
  }
  if (!numbers.includes(it.type)) throw notCounted(of, column)
  return { name, type: of === 'sum' ? it.type : 'decimal', sql: `${of}(${of === 'median' ? `cast(${it.sql} as double)` : it.sql})` }
}

const notCounted = (of: string, column: string) => new Problem('query', 'Kolom “{column}” tidak berisi angka, jadi tidak dapat dihitung ({of}).', { column, of })

/** The file a table is read from, with the place of each row in it. */
export const sourceOf = (path: string): string => `read_parquet(${literal(path)}, file_row_number = true)`

/**
 * A question as SQL. Names are looked up in the table, values are bound.
 * @param path of the table's Parquet file
 * @param unless rows when nobody says how many
 * @throws Problem for what the table does not have
 */
export function statementOf(columns: readonly Column[], query: Query, path: string, unless = usual): Asked {
  const values: string[] = []
  const bind = (value: string) => `$${values.push(value)}`
  const conditions = [...(query.where ?? []).map(one => conditionSql(columns, one, bind)), ...searchSql(columns, query.search ?? '', bind)]
  const from = `from ${sourceOf(path)}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`
  const limit = query.limit ?? unless
  const offset = query.offset ?? 0
  const page = ` limit ${limit} offset ${offset}`
  if (!query.group) {
    const shown = (query.columns ?? columns.map(({ name }) => name)).map(name => named(columns, name))
    const order = orderOf(query.sort, name => named(columns, name).sql)
    const select = `select ${list(shown)} `
    const sorted = `${order === '' ? '' : `${order}, file_row_number`}${page}`
    const counted = conditions.length > 0
    const quick = limit + offset > near ? null : counted && order === '' ? places(select, path, { from, values }, limit + offset) : !counted && query.sort?.[0] ? floorOf(columns, query.sort[0], path, { select, sorted }, limit + offset) : null
    return { columns: titled(shown), rows: { sql: `${select}${from}${sorted}`, values }, count: counted ? { sql: `select count(*) ${from}`, values } : null, limit, offset, quick }
  }
  const groups = query.group.by.map(name => named(columns, name))
  const measures = query.group.measures.map(one => measured(columns, one))
  const shown = [...groups, ...measures]
  const twice = shown.find(({ name }, i) => shown.findIndex(one => one.name === name) !== i)
  if (twice) throw new Problem('query', 'Kolom “{name}” diminta dua kali.', { name: twice.name })
  const grouped = `select ${list(shown)} ${from}${groups.length > 0 ? ` group by ${groups.map(({ sql }) => sql).join(', ')}` : ''}`
  const order = orderOf(query.sort, name => {
    if (!shown.some(one => one.name === name)) throw unknown(name)
    return quoted(name)
  })
  // Groups that are equal in what is sorted by still come in one order, so that pages fit together.
  const ties = groups.map(({ name }) => `${quoted(name)} nulls last`).join(', ')
  const sorted = [order, ties].filter(part => part !== '').join(order === '' ? '' : ', ')
  const by = sorted === '' ? '' : order === '' ? ` order by ${sorted}` : sorted
  return { columns: titled(shown), rows: { sql: `select * from (${grouped})${by}${page}`, values }, count: { sql: `select count(*) from (${grouped})`, values }, limit, offset, quick: null }
}

const places = (select: string, path: string, { from, values }: { from: string; values: string[] }, first: number): Places =>
  ({ counted: { sql: `select count(*), min(file_row_number, ${first}) ${from}`, values }, shown: `${select}from ${sourceOf(path)} where file_row_number in` })

/** Groups of rows of the file, the best first, until they hold enough: nothing before the worst value of these can be missing. */
function floorOf(columns: readonly Column[], { column, down }: NonNullable<Query['sort']>[number], path: string, { select, sorted }: { select: string; sorted: string }, first: number): Floor | null {
  const it = named(columns, column)
  const type = it.name.includes('.') ? undefined : exact[it.type]
  if (!type) return null
  const [worst, way] = down ? ['stats_min_value', 'desc'] : ['stats_max_value', 'asc']
  const parts = `select cast(${worst} as ${type}) as bound, coalesce(num_values - stats_null_count, 0) as held from parquet_metadata(${literal(path)}) where path_in_schema = ${literal(column)}`
  return {
    floor: `select cast(bound as varchar) from (select bound, sum(held) over (order by bound ${way} rows unbounded preceding) as enough from (${parts})) where enough >= ${first} order by bound ${way} limit 1`,
    rows: `${select}from ${sourceOf(path)} where ${it.sql} ${down ? '>=' : '<='} cast($1 as ${type})${sorted}`,
  }
}

const list = (shown: readonly Named[]) => shown.map(({ name, sql }) => `${sql} as ${quoted(name)}`).join(', ')
const titled = (shown: readonly Named[]) => shown.map(({ name, type }) => ({ name, type }))

function orderOf(sort: Query['sort'], sqlOf: (name: string) => string): string {
  const parts = (sort ?? []).map(({ column, down }) => `${sqlOf(column)} ${down ? 'desc' : 'asc'} nulls last`)
  return parts.length > 0 ? ` order by ${parts.join(', ')}` : ''
}
