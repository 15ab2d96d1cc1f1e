import { z } from 'zod'
import type { Point } from '../forms/values.ts'

/** Corners as typed or pasted: what they are, or what is wrong with them. */
export type Corners = { corners: Point[] } | { wrong: string; values?: Record<string, string | number> }

const most = 200
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)).length(1) })
const geoJson = z.union([
  polygon,
  z.object({ type: z.literal('Feature'), geometry: polygon }).transform(({ geometry }) => geometry),
  z.object({ type: z.literal('FeatureCollection'), features: z.array(z.object({ geometry: polygon })).length(1) }).transform(({ features }) => features[0]!.geometry),
])

/** One corner on a line: `-6,9812; 109,1402` or `-6.9812, 109.1402`. */
function cornerOf(line: string): Point | null {
  const parts = /[;\t]/.test(line) || !line.includes('.') ? line.split(/[;\t]|\s+/) : line.split(/[,\s]+/)
  const [latitude, longitude, ...rest] = parts.map(part => part.trim().replace(',', '.')).filter(Boolean)
  if (latitude === undefined || longitude === undefined || rest.length > 0) return null
  const point = { latitude: Number(latitude), longitude: Number(longitude) }
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null
}

const same = (a: Point, b: Point) => a.latitude === b.latitude && a.longitude === b.longitude

/** Reads the corners of one piece of land: GeoJSON (a polygon without holes), or one corner a line, latitude first. */
export function readCorners(text: string): Corners {
  const found = text.trim().startsWith('{') ? fromGeoJson(text) : fromLines(text)
  if (!Array.isArray(found)) return found
  const corners = found.filter((corner, i) => i === 0 || !same(corner, found[i - 1]!))
  if (corners.length > 1 && same(corners[0]!, corners.at(-1)!)) corners.pop()
  if (corners.length < 3) return { wrong: 'Sebidang tempat punya paling sedikit tiga titik sudut.' }
  if (corners.length > most) return { wrong: 'Paling banyak {most} titik sudut.', values: { most } }
  if (crosses(corners)) return { wrong: 'Garis tepinya saling memotong. Urutkan titik sudutnya mengelilingi tempat itu.' }
  return { corners }
}

function fromGeoJson(text: string): Point[] | { wrong: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { wrong: 'GeoJSON ini tidak terbaca.' }
  }
  const read = geoJson.safeParse(json)
  if (!read.success) return { wrong: 'GeoJSON harus memuat satu poligon tanpa lubang.' }
  return read.data.coordinates[0]!.map(([longitude, latitude]) => ({ latitude, longitude }))
}

function fromLines(text: string): Point[] | { wrong: string; values: { line: number } } {
  const lines = text.split('\n').map(line => line.trim()).filter(Boolean)
  const points = lines.map(cornerOf)
  const bad = points.findIndex(point => point === null || Number.isNaN(point.latitude) || Number.isNaN(point.longitude))
  return bad >= 0 ? { wrong: 'Baris {line}: tulis lintang dan bujur, seperti -6.9812, 109.1402.', values: { line: bad + 1 } } : points.filter(point => point !== null)
}

const turn = (a: Point, b: Point, c: Point) => Math.sign((b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude))

/** Whether two edges that do not meet in a corner cross each other. */
function crosses(corners: readonly Point[]): boolean {
  const edges = corners.map((corner, i) => [corner, corners[(i + 1) % corners.length]!] as const)
  return edges.some(([a, b], i) => edges.some(([c, d], j) => j > i + 1 && !(i === 0 && j === edges.length - 1) && turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0))
}

/** The text `readCorners` reads as these corners again. */
export const writeCorners = (corners: readonly Point[]): string => corners.map(({ latitude, longitude }) => `${latitude}, ${longitude}`).join('\n')
