import { z } from 'zod'
import { centreOf, distance, distanceTo } from '#platform/geo/area.ts'
import { glimpsesIn, movesIn } from '#platform/geo/moves.ts'
import type { ValidPlace } from '#modules/schedules/contract.ts'
import type { Reading } from '../signals/signals.ts'
import { altitudeMark, readingMark } from '../signals/trace.ts'
import type { AccuracyBand } from '../store.ts'

const number = (min: number, max: number) => z.string().trim().min(1).transform(Number).pipe(z.number().min(min).max(max))

/** What the browser's script fills into hidden inputs; all empty without it. */
const given = z.object({ latitude: number(-90, 90), longitude: number(-180, 180), accuracy: number(0, 1e7), altitude: number(-1000, 20_000).nullable().catch(null), age: number(0, 1e6).catch(0), readings: z.string().transform(glimpsesIn).catch([]) })
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
