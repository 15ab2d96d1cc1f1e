import type { Cell, Condition, Query } from '#platform/columnar/query.ts'
import type { Column, StoredTable } from '#platform/columnar/table.ts'
import { writeCsv } from '#platform/text/csv.ts'
import { Problem, TooMany } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import type { Actions, Asked } from './action.ts'
import { ActionFailure, invalid, notFound } from './failure.ts'

const mostRows = 32_000

/** Names of types as CKAN's datastore has them, which are PostgreSQL's. */
const types: Record<Column['type'], string> = { text: 'text', integer: 'int8', decimal: 'numeric', date: 'date', timestamp: 'timestamp', boolean: 'bool', region: 'text', geometry: 'text' }

/** A table everybody may ask, by the id of its resource. */
async function tableOf({ context: { ask, db } }: Pick<Asked, 'context'>, id: string): Promise<StoredTable> {
  const found = await ask(catalogue).resourceById(db, id)
  if (!found || found.dataset.access !== 'open' || found.resource.kind !== 'table') throw notFound(`Resource "${id}" was not found.`)
  return found.resource.table
}

const listOf = (value: unknown): (string | number)[] => [value].flat().filter(one => typeof one === 'string' || typeof one === 'number').slice(0, 1000)

/** `filters` and `q`, each column's on its own. */
function conditionsOf({ given }: Asked, table: StoredTable): { where: Condition[]; search?: string; row: number | null } {
  const known = (column: string, parameter: string) => {
    if (!table.columns.some(({ name }) => name === column)) throw invalid(parameter, `field "${column}" not in table`)
    return column
  }
  const filters = given.structured('filters') ?? {}
  if (filters === null || typeof filters !== 'object' || Array.isArray(filters)) throw invalid('filters', 'Cannot parse JSON')
  const { _id: row, ...others } = filters as Record<string, unknown>
  const where: Condition[] = Object.entries(others).map(([column, value]) =>
    value === null ? { column: known(column, 'filters'), is: 'empty' } : typeof value === 'boolean' ? { column: known(column, 'filters'), is: 'eq', value } : { column: known(column, 'filters'), is: 'in', value: listOf(value) })
  const q = given.structured('q')
  if (q !== null && typeof q === 'object' && !Array.isArray(q))
    for (const [column, value] of Object.entries(q as Record<string, unknown>)) where.push({ column: known(column, 'q'), is: 'contains', value: String(value).replace(/:\*$/, '') })
  if (row !== undefined && where.length > 0) throw invalid('filters', '_id cannot be combined with other filters')
  return { where, search: typeof q === 'string' && q.trim() !== '' ? q.replace(/:\*/g, '').slice(0, 200) : undefined, row: row === undefined ? null : Number(listOf(row)[0]) }
}

/** `column desc, other`; `_id` is the order of the table itself. */
function sortOf(sort: readonly string[], table: StoredTable): Query['sort'] {
  return sort.flatMap(part => {
    const [, quoted, bare, direction = ''] = /^(?:"([^"]+)"|(\S+))(?:\s+(asc|desc)(?:\s+nulls\s+last)?)?$/i.exec(part.trim()) ?? []
    const column = quoted ?? bare ?? part
    if (column === '_id' && direction.toLowerCase() !== 'desc') return []
    if (!table.columns.some(({ name }) => name === column)) throw invalid('sort', `field "${column}" not in table`)
    return [{ column, down: direction.toLowerCase() === 'desc' }]
  })
}

/** Records in the form that was asked for. */
function written(format: string, names: readonly string[], rows: readonly Cell[][]): unknown {
  if (format === 'lists') return rows
  if (format === 'csv') return writeCsv(rows.map(row => row.map(cell => (cell === null ? '' : String(cell)))))
  return rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])))
}

const fieldDict = ({ name, type, title, description, unit }: Column) => ({ id: name, type: types[type], info: { label: title, notes: description ?? '', ...(unit ? { unit } : {}) } })

async function search(asked: Asked) {
  const { context, given } = asked
  const id = given.needed('resource_id', 'id')
  const table = await tableOf(asked, id)
  const limit = given.whole('limit', 100, { max: mostRows })
  const { where, search: words, row } = conditionsOf(asked, table)
  const offset = row === null ? given.whole('offset', 0, { max: 1_000_000_000 }) : Math.max(0, row - 1)
  const format = given.text('records_format') || 'objects'
  if (!['objects', 'lists', 'csv'].includes(format)) throw invalid('records_format', `Value must be one of ['objects', 'lists', 'csv']`)
  const wanted = given.list('fields').map(name => name.replaceAll('"', ''))
  for (const name of wanted) if (name !== '_id' && !table.columns.some(one => one.name === name)) throw invalid('fields', `field "${name}" not in table`)
  const columns = wanted.length > 0 ? wanted.filter(name => name !== '_id') : table.columns.map(({ name }) => name)
  const distinct = given.flag('distinct')
  const withIds = !distinct && (wanted.length === 0 || wanted.includes('_id'))
  const sort = sortOf(given.list('sort'), table)
  const query: Query = { where, search: words, sort, limit: row === null ? limit : Math.min(limit, 1), offset, ...(distinct ? { group: { by: columns, measures: [{ of: 'count' as const }] } } : { columns }) }
  const answer = await asking(() => context.hands.tables.query(context.government.id, table, query, { asker: context.request.ip }))
  const rows = answer.rows.map((cells, i) => [...(withIds ? [offset + i + 1] : []), ...cells.slice(0, columns.length)])
  const names = [...(withIds ? ['_id'] : []), ...columns]
  const link = (start: number) => `/api/3/action/datastore_search?${new URLSearchParams({ resource_id: id, limit: String(limit), offset: String(start), ...passedOn(asked) })}`
  return {
    resource_id: id,
    fields: names.map(name => (name === '_id' ? { id: '_id', type: 'int' } : fieldDict(table.columns.find(one => one.name === name)!))),
    records_format: format,
    records: written(format, names, rows),
    limit,
    ...(offset > 0 ? { offset } : {}),
    ...(given.has('filters') ? { filters: given.structured('filters') } : {}),
    ...(given.has('q') ? { q: given.structured('q') } : {}),
    ...(given.flag('include_total', true) ? { total: row === null ? answer.total : Math.min(answer.total, 1), total_was_estimated: false } : {}),
    _links: { start: link(0), next: link(offset + limit), ...(offset > 0 ? { prev: link(Math.max(0, offset - limit)) } : {}) },
    include_total: given.flag('include_total', true),
  }
}

/** What a link to the next rows carries on. */
const passedOn = ({ given }: Asked): Record<string, string> =>
  Object.fromEntries(['q', 'filters', 'fields', 'sort', 'records_format', 'distinct'].flatMap(name => {
    const value = given.all[name]
    return value === undefined || value === null || value === '' ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
  }))

/** What a table refuses, as CKAN says it. */
export async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TooMany) throw new ActionFailure('Rate Limit Error', 'Too many questions wait. Try again shortly.')
    if (error instanceof Problem) throw new ActionFailure('Validation Error', '', { query: error.problems.map(({ message }) => Object.entries(message.values ?? {}).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), message.text)) })
    throw error
  }
}

/** Tables a question in SQL may name: by the ids of their resources, in double quotes. */
async function searchSql(asked: Asked) {
  const { context, given } = asked
  const text = given.needed('sql')
  const ids = [...new Set([...text.matchAll(/"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g)].map(match => match[1]!))]
  if (ids.length === 0) throw invalid('sql', 'No table is named; write the id of a resource in double quotes')
  if (ids.length > 5) throw invalid('sql', 'At most 5 tables')
  const tables = Object.fromEntries(await Promise.all(ids.map(async id => [id, await tableOf(asked, id)] as const)))
  const answer = await asking(() => context.hands.tables.sql(context.government.id, tables, text, { asker: context.request.ip, rows: mostRows }))
  return {
    sql: text,
    fields: answer.columns.map(({ name, type }) => ({ id: name, type: types[type as Column['type']] ?? type })),
    records: written('objects', answer.columns.map(({ name }) => name), answer.rows),
    ...(answer.more ? { records_truncated: true } : {}),
  }
}

/** Rows of tables. */
export const datastoreActions: Actions = {
  datastore_search: { help: 'Rows of a table. Parameters: resource_id, filters, q, limit (at most 32000), offset, fields, sort, distinct, include_total, records_format (objects, lists, csv).', heavy: true, answer: search },
  datastore_search_sql: { help: 'Answers one SELECT over tables that are named by the ids of their resources in double quotes; at most 32000 rows. Parameters: sql.', heavy: true, answer: searchSql },
  datastore_info: {
    help: 'Columns and size of a table. Parameters: id.',
    async answer(asked) {
      const id = asked.given.needed('id', 'resource_id')
      const table = await tableOf(asked, id)
      return { meta: { id, size: table.bytes, db_size: table.bytes, idx_size: 0, count: table.rows, table_type: 'BASE TABLE', aliases: [] }, fields: table.columns.map(column => ({ ...fieldDict(column), schema: { native_type: types[column.type], notnull: column.required ?? false, is_index: false, index_name: null, uniquekey: column.key ?? false } })) }
    },
  },
}
