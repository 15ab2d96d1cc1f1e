/** A point on the earth, in degrees. */
export interface Degrees {
  latitude: number
  longitude: number
}

/** Points of a small part of the earth on a sheet of paper, with what its margins say. */
export interface Sheet {
  width: number
  height: number
  /** Place of a point on the sheet. */
  at(point: Degrees): { x: number; y: number }
  /** Lines of equal degrees that cross the sheet. */
  meridians: { x: number; degrees: number }[]
  parallels: { y: number; degrees: number }[]
  /** A round length and how long it is drawn. */
  scale: { metres: number; length: number }
}

const kilometresPerDegree = 111.32

/** Puts points on a sheet with room around them: true to scale in its middle, which is enough for a regency. */
export function sheetOf(points: readonly Degrees[], { width, height, margin, least }: { width: number; height: number; margin: number; /** Kilometres shown at least. */ least: number }): Sheet {
  const [south, north] = reach(points.map(point => point.latitude))
  const [west, east] = reach(points.map(point => point.longitude))
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 }
  // Near a pole nothing has a width; no government lies there, but a typing error may.
  const perLongitude = kilometresPerDegree * Math.max(0.01, Math.cos((middle.latitude * Math.PI) / 180))
  const perKilometre = Math.min((width - 2 * margin) / Math.max(least, (east - west) * perLongitude), (height - 2 * margin) / Math.max(least * (height / width), (north - south) * kilometresPerDegree))
  const x = (longitude: number) => width / 2 + (longitude - middle.longitude) * perLongitude * perKilometre
  const y = (latitude: number) => height / 2 - (latitude - middle.latitude) * kilometresPerDegree * perKilometre
  const step = round(width / 3 / perKilometre / perLongitude)
  const kilometres = round(width / 4 / perKilometre)
  return {
    width,
    height,
    at: point => ({ x: x(point.longitude), y: y(point.latitude) }),
    meridians: multiples(middle.longitude, step, degrees => x(degrees), width).map(([degrees, at]) => ({ degrees, x: at })),
    parallels: multiples(middle.latitude, step, degrees => y(degrees), height).map(([degrees, at]) => ({ degrees, y: at })),
    scale: { metres: Math.round(kilometres * 1000), length: kilometres * perKilometre },
  }
}

const reach = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]

/** The largest of 1, 2, 5 and their tens that is not larger. */
function round(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value))
  return ([5, 2].find(times => times * ten <= value) ?? 1) * ten
}

/** Multiples of `step` around `middle` whose place lies on the sheet. */
function multiples(middle: number, step: number, place: (degrees: number) => number, length: number): [number, number][] {
  const nearest = Math.round(middle / step)
  return [-3, -2, -1, 0, 1, 2, 3]
    .map((n): [number, number] => [Number(((nearest + n) * step).toFixed(6)), place((nearest + n) * step)])
    .filter(([, at]) => at > 20 && at < length - 20)
}
