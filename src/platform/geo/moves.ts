import type { Point } from '../forms/values.ts'
import { distance } from './area.ts'

/** How positions a second or so apart lie to each other; where they were is forgotten. */
export interface Moves {
  /** Metres from each to the next. */
  steps: readonly number[]
  /** Metres from the first to the last. */
  between: number
}

/** One of several positions a phone gave shortly after each other. */
export interface Glimpse extends Point {
  accuracy: number
  /** Milliseconds on the phone's clock. */
  at: number
}

/** `latitude,longitude,accuracy,milliseconds`, several with semicolons between them; what is not that is left out. */
export const glimpsesIn = (text: string): Glimpse[] => text.split(';').flatMap(one => {
  const [latitude, longitude, accuracy, at, ...more] = one.split(',').map(Number)
  const all = [latitude, longitude, accuracy, at] as [number, number, number, number]
  return more.length === 0 && all.every(Number.isFinite) ? [{ latitude: all[0], longitude: all[1], accuracy: all[2], at: all[3] }] : []
})

/** Milliseconds within which one reading follows another, and how much less sure the first of them may be. */
const following = { least: 300, most: 5000, settling: 2 }

/** How they lie to each other once the phone has settled; nothing for fewer than three. */
export function movesIn(glimpses: readonly Glimpse[]): Moves | undefined {
  const best = Math.min(...glimpses.map(({ accuracy }) => accuracy))
  const settled = glimpses.filter(({ accuracy }) => accuracy <= following.settling * Math.max(1, best))
  const apart = settled.filter((one, i) => i === 0 || (one.at - settled[i - 1]!.at >= following.least && one.at - settled[i - 1]!.at <= following.most))
  const [first, last] = [apart[0], apart.at(-1)]
  if (!first || !last || apart.length < 3) return undefined
  return { steps: apart.slice(1).map((one, i) => distance(apart[i]!, one)), between: distance(first, last) }
}
