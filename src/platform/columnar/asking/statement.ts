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
}

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
    const sql = `select ${list(shown)} ${from}${order === '' ? '' : `${order}, file_row_number`}${page}`
    return { columns: titled(shown), rows: { sql, values }, count: conditions.length > 0 ? { sql: `select count(*) ${from}`, values } : null, limit, offset }
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
  return { columns: titled(shown), rows: { sql: `select * from (${grouped})${by}${page}`, values }, count: { sql: `select count(*) from (${grouped})`, values }, limit, offset }
}

const list = (shown: readonly Named[]) => shown.map(({ name, sql }) => `${sql} as ${quoted(name)}`).join(', ')
const titled = (shown: readonly Named[]) => shown.map(({ name, type }) => ({ name, type }))

function orderOf(sort: Query['sort'], sqlOf: (name: string) => string): string {
  const parts = (sort ?? []).map(({ column, down }) => `${sqlOf(column)} ${down ? 'desc' : 'asc'} nulls last`)
  return parts.length > 0 ? ` order by ${parts.join(', ')}` : ''
}
