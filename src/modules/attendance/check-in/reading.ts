import { z } from 'zod'
import { centreOf, distance, distanceTo } from '#platform/geo/area.ts'
import type { ValidPlace } from '#modules/schedules/contract.ts'
import type { Point } from '#platform/forms/values.ts'
import type { Moves, Reading } from '../signals/signals.ts'
import { altitudeMark, readingMark } from '../signals/trace.ts'
import type { AccuracyBand } from '../store.ts'

const number = (min: number, max: number) => z.string().trim().min(1).transform(Number).pipe(z.number().min(min).max(max))

/** One of several readings of the same press. */
interface Glimpse extends Point {
  accuracy: number
  /** Milliseconds on the phone's clock. */
  at: number
}

/** `latitude,longitude,accuracy,milliseconds`, several with semicolons between them; what is not that is left out. */
const pointsIn = (text: string): Glimpse[] => text.split(';').flatMap(one => {
  const [latitude, longitude, accuracy, at, ...more] = one.split(',').map(Number)
  const all = [latitude, longitude, accuracy, at] as [number, number, number, number]
  return more.length === 0 && all.every(Number.isFinite) ? [{ latitude: all[0], longitude: all[1], accuracy: all[2], at: all[3] }] : []
})

/** Milliseconds within which one reading follows another, and how much less sure the first of them may be. */
const following = { least: 300, most: 5000, settling: 2 }

/** How readings of one press lie to each other, once the phone has settled. */
function movesIn(glimpses: readonly Glimpse[]): Moves | undefined {
  const best = Math.min(...glimpses.map(({ accuracy }) => accuracy))
  const settled = glimpses.filter(({ accuracy }) => accuracy <= following.settling * Math.max(1, best))
  const apart = settled.filter((one, i) => i === 0 || (one.at - settled[i - 1]!.at >= following.least && one.at - settled[i - 1]!.at <= following.most))
  const [first, last] = [apart[0], apart.at(-1)]
  if (!first || !last || apart.length < 3) return undefined
  return { steps: apart.slice(1).map((one, i) => distance(apart[i]!, one)), between: distance(first, last) }
}

/** What the browser's script fills into hidden inputs; all empty without it. */
const given = z.object({ latitude: number(-90, 90), longitude: number(-180, 180), accuracy: number(0, 1e7), altitude: number(-1000, 20_000).nullable().catch(null), age: number(0, 1e6).catch(0), readings: z.string().transform(pointsIn).catch([]) })
export type Given = z.output<typeof given>

/** A position as it was sent, or nothing where there is none or it is no position. */
export const givenOf = (input: Record<string, unknown>): Given | null => given.safeParse(input).data ?? null

/** Makes distances of coordinates, which are then gone; nothing where no place says what they should be near to. */
export function readingOf(at: Given, places: readonly ValidPlace[], { secret, personId }: { secret: string; personId: string }): Reading | undefined {
  const nearest = places.map(({ area }) => ({ area, metres: distanceTo(area, at) })).toSorted((a, b) => a.metres - b.metres)[0]
  if (!nearest) return undefined
  const middle = centreOf(nearest.area)
  return {
    distance: nearest.metres, fromMiddle: middle && distance(middle, at), accuracy: at.accuracy, age: at.age,
    mark: readingMark(secret, personId, at), altitudeMark: altitudeMark(secret, personId, at.altitude), moves: movesIn(at.readings),
  }
}

export const accuracyBandOf = ({ accuracy }: Reading): AccuracyBand => (accuracy <= 75 ? 'sharp' : accuracy <= 300 ? 'about' : 'rough')
