/** Kinds of geometry and how deep their coordinates are nested. */
const depths: Record<string, number> = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const isPosition = (value: Json): boolean =>
  Array.isArray(value) && value.length >= 2 && value.length <= 4 && value.every(part => typeof part === 'number' && Number.isFinite(part)) && Math.abs(Number(value[0])) <= 180 && Math.abs(Number(value[1])) <= 90

const isNested = (value: Json, depth: number): boolean => (depth === 0 ? isPosition(value) : Array.isArray(value) && value.length > 0 && value.every(part => isNested(part, depth - 1)))

/** Whether a ring has four corners and ends where it began. */
const isRing = (ring: Json): boolean => Array.isArray(ring) && ring.length >= 4 && JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1))

function isShape(value: Json, level: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('type' in value)) return false
  const { type, coordinates = null, geometries = null } = value as { readonly [key: string]: Json }
  if (type === 'GeometryCollection') return level < 3 && Array.isArray(geometries) && geometries.every(one => isShape(one, level + 1))
  const depth = typeof type === 'string' ? depths[type] : undefined
  if (depth === undefined || !isNested(coordinates, depth)) return false
  if (type === 'LineString') return Array.isArray(coordinates) && coordinates.length >= 2
  if (type === 'Polygon') return Array.isArray(coordinates) && coordinates.every(isRing)
  return type !== 'MultiPolygon' || (Array.isArray(coordinates) && coordinates.every(polygon => Array.isArray(polygon) && polygon.every(isRing)))
}

/** Whether a text is a geometry of GeoJSON whose coordinates lie on the earth: longitude first, rings closed. */
export function isGeometry(text: string): boolean {
  try {
    return isShape(JSON.parse(text) as Json, 0)
  } catch {
    return false
  }
}
