import type { Tables } from '#platform/columnar/tables.ts'
import type { Cell } from '#platform/columnar/query.ts'
import type { StoredTable } from '#platform/columnar/table.ts'

export type Box = readonly [west: number, south: number, east: number, north: number]

/** Where each row of a table lies on the map and in time; tables never change, so it is made once. */
interface Places {
  extent: Box | null
  time: { from: string; to: string } | null
  /** Rows from 0 that touch the box and lie between the days. */
  among(box: Box | null, time: { from: string | null; to: string | null } | null): number[]
}

export const shapeColumn = (table: StoredTable): string => table.columns.find(({ type }) => type === 'geometry')!.name
export const timeColumn = (table: StoredTable): string | null => table.columns.find(({ type }) => type === 'date' || type === 'timestamp')?.name ?? null

/** Features a collection may have to be asked by place; larger ones are taken as files. */
export const mostPlaced = 200_000
const kept = new Map<string, Promise<Places>>()
const mostKept = 20

/** The box around a GeoJSON shape; null for none, or one that is no shape. */
export function boxOf(shape: unknown): Box | null {
  let box: [number, number, number, number] | null = null
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return
    const [x, y] = value as unknown[]
    if (typeof x !== 'number' || typeof y !== 'number') return value.forEach(visit)
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y]
  }
  if (shape === null || typeof shape !== 'object') return null
  const { coordinates, geometries } = shape as { coordinates?: unknown; geometries?: unknown }
  visit(coordinates)
  if (Array.isArray(geometries)) for (const one of geometries) visit((one as { coordinates?: unknown }).coordinates)
  return box
}

export function shapeOf(cell: Cell | undefined): Record<string, unknown> | null {
  if (typeof cell !== 'string') return null
  try {
    const shape = JSON.parse(cell) as unknown
    return shape && typeof shape === 'object' ? (shape as Record<string, unknown>) : null
  } catch {
    return null
  }
}

async function look(tables: Tables, governmentId: string, table: StoredTable): Promise<Places> {
  const time = timeColumn(table)
  const boxes = new Float64Array(table.rows * 4).fill(Number.NaN)
  const moments: (string | null)[] = []
  const columns = [shapeColumn(table), ...(time ? [time] : [])]
  // Answers are bounded by bytes: shapes of many corners are read in smaller pieces.
  const piece = Math.max(20, Math.min(5000, Math.floor(8_000_000 / Math.max(1, table.bytes / Math.max(1, table.rows)) / 4)))
  let extent: Box | null = null
  let range: { from: string; to: string } | null = null
  for (let offset = 0; offset < table.rows; offset += piece) {
    const { rows } = await tables.query(governmentId, table, { columns, limit: piece, offset }, { asker: 'ogc' })
    rows.forEach(([shape, at], i) => {
      const box = boxOf(shapeOf(shape))
      if (box) {
        boxes.set(box, (offset + i) * 4)
        extent = extent ? [Math.min(extent[0], box[0]), Math.min(extent[1], box[1]), Math.max(extent[2], box[2]), Math.max(extent[3], box[3])] : box
      }
      const moment = typeof at === 'string' ? at : null
      moments.push(moment)
      if (moment) range = range ? { from: moment < range.from ? moment : range.from, to: moment > range.to ? moment : range.to } : { from: moment, to: moment }
    })
  }
  const touches = (row: number, [west, south, east, north]: Box): boolean => {
    const [w, s, e, n] = boxes.subarray(row * 4, row * 4 + 4) as unknown as Box
    const inside = west <= east ? w <= east && e >= west : w <= east || e >= west
    return inside && s <= north && n >= south
  }
  const lies = (row: number, { from, to }: { from: string | null; to: string | null }): boolean => {
    const moment = moments[row]
    // A whole day lies in a time of it.
    return moment ? (from === null || moment >= from.slice(0, moment.length)) && (to === null || moment.slice(0, to.length) <= to) : false
  }
  return {
    extent,
    time: range,
    among(box, days) {
      const found: number[] = []
      for (let row = 0; row < table.rows; row++) if ((!box || touches(row, box)) && (!days || !time || lies(row, days))) found.push(row)
      return found
    },
  }
}

/** Where the rows of a table lie. */
export function placesOf(tables: Tables, governmentId: string, table: StoredTable): Promise<Places> {
  const known = kept.get(table.id)
  if (known) return known
  for (const oldest of kept.keys()) {
    if (kept.size < mostKept) break
    kept.delete(oldest)
  }
  const looking = look(tables, governmentId, table)
  looking.catch(() => kept.delete(table.id))
  kept.set(table.id, looking)
  return looking
}

/** Rows by their numbers, ascending; neighbours are read together. */
export async function rowsAt(tables: Tables, governmentId: string, table: StoredTable, wanted: readonly number[], asker: string): Promise<Map<number, Cell[]>> {
  const found = new Map<number, Cell[]>()
  const gap = 200
  for (let i = 0; i < wanted.length; ) {
    const from = wanted[i]!
    let end = i
    while (end + 1 < wanted.length && wanted[end + 1]! - wanted[end]! <= gap && wanted[end + 1]! - from < 2000) end++
    const { rows } = await tables.query(governmentId, table, { offset: from, limit: wanted[end]! - from + 1 }, { asker })
    const chosen = new Set(wanted.slice(i, end + 1))
    rows.forEach((row, j) => {
      if (chosen.has(from + j)) found.set(from + j, row)
    })
    i = end + 1
  }
  return found
}
