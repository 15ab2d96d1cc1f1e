import type { Context } from '#platform/web/page.ts'
import type { Cell } from '#platform/columnar/query.ts'
import type { StoredTable } from '#platform/columnar/table.ts'
import type { Collection } from './collections.ts'
import { mostPlaced, placesOf, rowsAt, shapeColumn, shapeOf, timeColumn, type Box } from './places.ts'

/** What was asked is no question of this interface (400). */
export class BadQuestion extends Error {}

const mostItems = 10_000
const usualItems = 100

interface Wanted {
  limit: number
  offset: number
  box: Box | null
  time: { from: string | null; to: string | null } | null
}

const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?$/

/** Reads the parameters of items. @throws BadQuestion for what the standard does not know, and for values that are none */
export function wantedBy(query: Readonly<Record<string, string>>): Wanted {
  const known = new Set(['limit', 'offset', 'bbox', 'bbox-crs', 'crs', 'datetime', 'f'])
  for (const name of Object.keys(query)) if (!known.has(name)) throw new BadQuestion(`Unknown parameter: ${name.slice(0, 60)}`)
  const whole = (name: string, usual: number, min: number) => {
    if (query[name] === undefined) return usual
    const value = Number(query[name])
    if (!Number.isInteger(value) || value < min) throw new BadQuestion(`${name} must be an integer from ${min}`)
    return value
  }
  for (const name of ['crs', 'bbox-crs']) if (query[name] !== undefined && !query[name].endsWith('CRS84')) throw new BadQuestion(`${name}: only CRS84 is served`)
  return { limit: Math.min(whole('limit', usualItems, 1), mostItems), offset: whole('offset', 0, 0), box: boxFrom(query.bbox), time: timeFrom(query.datetime) }
}

function boxFrom(text: string | undefined): Box | null {
  if (text === undefined) return null
  const numbers = text.split(',').map(one => (one.trim() === '' ? Number.NaN : Number(one)))
  const [west, south, east, north] = numbers.length === 6 ? [numbers[0], numbers[1], numbers[3], numbers[4]] : numbers
  if (![4, 6].includes(numbers.length) || !numbers.every(Number.isFinite) || south! > north!) throw new BadQuestion('bbox must be west,south,east,north')
  return [west!, south!, east!, north!]
}

function timeFrom(text: string | undefined): Wanted['time'] {
  if (text === undefined) return null
  const [from = '', to, ...more] = text.split('/')
  const open = (one: string) => one === '' || one === '..'
  for (const one of to === undefined ? [from] : [from, to]) if (!(to !== undefined && open(one)) && (!moment.test(one) || Number.isNaN(Date.parse(one)))) throw new BadQuestion('datetime must be an RFC 3339 moment or an interval')
  if (more.length > 0) throw new BadQuestion('datetime has more than two ends')
  return { from: open(from) ? null : from, to: to === undefined ? from : open(to) ? null : to }
}

/** A row as a feature; its id is its place in the table, from 1. */
export function featureOf(table: StoredTable, row: number, cells: readonly Cell[]) {
  const shape = shapeColumn(table)
  return {
    type: 'Feature',
    id: row + 1,
    geometry: shapeOf(cells[table.columns.findIndex(({ name }) => name === shape)]),
    properties: Object.fromEntries(table.columns.flatMap(({ name }, i) => (name === shape ? [] : [[name, cells[i] ?? null]]))),
  }
}

/** One page of the features that are wanted, and how many there are. */
export async function itemsOf({ hands, government, request }: Pick<Context, 'hands' | 'government' | 'request'>, { table }: Collection, { limit, offset, box, time }: Wanted) {
  const asker = request.ip
  if (!box && (!time || !timeColumn(table))) {
    const { rows } = await hands.tables.query(government.id, table, { limit, offset }, { asker })
    return { features: rows.map((cells, i) => featureOf(table, offset + i, cells)), matched: table.rows }
  }
  if (table.rows > mostPlaced) throw new BadQuestion(`This collection has more than ${mostPlaced} features and cannot be asked by place or time; take its GeoJSON or Parquet file`)
  const all = (await placesOf(hands.tables, government.id, table)).among(box, time)
  const page = all.slice(offset, offset + limit)
  const rows = await rowsAt(hands.tables, government.id, table, page, asker)
  return { features: page.flatMap(row => (rows.has(row) ? [featureOf(table, row, rows.get(row)!)] : [])), matched: all.length }
}
