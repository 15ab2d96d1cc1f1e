import type { Point } from '../forms/values.ts'

/** A circle around a point, a piece of land by its corners, or everywhere in the region a government serves. */
export type Area = { kind: 'circle'; centre: Point; /** Metres. */ radius: number } | { kind: 'polygon'; /** At least three; the last is not the first again. */ corners: readonly Point[] } | { kind: 'region' }

/** Mean radius of the earth in metres (IUGG). */
const earth = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points on a sphere (haversine); off by less than half a percent anywhere. */
export function distance(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h = half(a.latitude, b.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The point as metres east and north of another: true enough over some tens of kilometres. */
const metresFrom = (origin: Point, { latitude, longitude }: Point): [number, number] =>
  [radians(longitude - origin.longitude) * Math.cos(radians(origin.latitude)) * earth, radians(latitude - origin.latitude) * earth]

/** Metres from the origin to the nearest place on a straight line between two points. */
function toLine([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

/** Metres from a point to an area, nothing inside of it. */
export function distanceTo(area: Area, at: Point): number {
  if (area.kind === 'region') return 0
  if (area.kind === 'circle') return Math.max(0, distance(area.centre, at) - area.radius)
  const corners = area.corners.map(corner => metresFrom(at, corner))
  let within = false
  let nearest = Number.POSITIVE_INFINITY
  for (const [i, to] of corners.entries()) {
    const from = corners.at(i - 1)!
    nearest = Math.min(nearest, toLine(from, to))
    // A ray to the east crosses the edge: an odd number of crossings means inside.
    if (from[1] > 0 !== to[1] > 0 && from[0] + (from[1] / (from[1] - to[1])) * (to[0] - from[0]) > 0) within = !within
  }
  return within ? 0 : nearest
}

/** Whether a point lies in an area, or no more than `beyond` metres outside of it. */
export const inside = (area: Area, at: Point, beyond = 0): boolean => distanceTo(area, at) <= beyond

/** Where an area is shown on a map; everywhere is nowhere. */
export function centreOf(area: Area): Point | null {
  if (area.kind === 'region') return null
  if (area.kind === 'circle') return area.centre
  const mean = (of: (corner: Point) => number) => Math.round((area.corners.reduce((sum, corner) => sum + of(corner), 0) / area.corners.length) * 1e6) / 1e6
  return { latitude: mean(corner => corner.latitude), longitude: mean(corner => corner.longitude) }
}
