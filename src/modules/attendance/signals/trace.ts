import { createHmac } from 'node:crypto'
import type { Point } from '#platform/forms/values.ts'
import type { Sign } from './codes.ts'
import type { Level, Reading, Signals } from './signals.ts'

/** Upper ends in metres of the bands in which a distance is kept; beyond the last there is only “further”. */
const bands = { inside: 0, near: 200, around: 1000, far: 5000, away: 25_000, further: Number.POSITIVE_INFINITY } as const
export type Band = keyof typeof bands
const names = Object.keys(bands) as Band[]

/** The band a distance lies in. */
export const bandOf = (metres: number): Band => names.find(name => metres <= bands[name]) ?? 'further'

/** Metres a band begins at and ends at. */
export function reachOf(band: Band): { from: number; to: number } {
  const before = names[names.indexOf(band) - 1]
  return { from: before ? bands[before] : 0, to: bands[band] }
}

/**
 * What stays of a check-in for comparing later ones with it. There are no coordinates in it: a track of where officials
 * were is nobody's business, and the distance band answers what is asked. A digest under a key of the person's own tells
 * that a reading came back to the last digit, and nothing else; it cannot be compared between people. The ring tells how
 * restless readings within the place are. Meant to be kept as long as the month is open, then erased.
 */
export interface Trace {
  at: Date
  day: string
  band: Band | null
  /** Metres to the middle of the place in steps of five, without direction; only for sharp readings within or beside it. */
  ring: number | null
  accuracy: number | null
  readingMark: string | null
  altitudeMark: string | null
  level: Level
  /** Signs that could have been there, and those that were. */
  looked: readonly Sign[]
  shown: readonly Sign[]
  /** Whether something besides the phone itself said that they were there; null where it came later, and in traces from before this was kept. */
  borneOut?: boolean | null
}

/** What of it a later check-in is judged by. */
export type Remembered = Omit<Trace, 'level' | 'looked' | 'borneOut'>

/** Metres of reported accuracy up to which a reading is sharp: made by satellites or known networks, not by a tower. */
export const sharpest = 100
/** Seconds after which a reading tells where somebody was, not where they are. */
const stale = 180
const ringStep = 5
const widestRing = 300

export const isSharp = ({ accuracy, age }: Reading): boolean => accuracy <= sharpest && age <= stale

/** What may be stored of a check-in, given what was thought of it. */
export function traceOf({ at, day, reading }: Signals, { level, looked, shown, borneOut = null }: Pick<Trace, 'level' | 'looked' | 'shown' | 'borneOut'>): Trace {
  const thought = { level, looked, shown, borneOut }
  if (!reading) return { at, day, band: null, ring: null, accuracy: null, readingMark: null, altitudeMark: null, ...thought }
  const sharp = isSharp(reading)
  const ringed = sharp && reading.fromMiddle !== null && reading.fromMiddle <= widestRing
  return {
    at,
    day,
    band: bandOf(reading.distance),
    ring: ringed ? Math.round(reading.fromMiddle! / ringStep) * ringStep : null,
    accuracy: Math.round(reading.accuracy * 100) / 100,
    // A tower has one position for everybody near it: that it comes back says nothing.
    readingMark: sharp ? reading.mark : null,
    altitudeMark: sharp ? reading.altitudeMark : null,
    ...thought,
  }
}

const mark = (secret: string, personId: string, words: string) => createHmac('sha256', secret).update(`attendance ${personId} ${words}`).digest('base64url').slice(0, 12)

/** Digest of exact coordinates under a key of the person's own: equal when they are equal to the last digit. */
export const readingMark = (secret: string, personId: string, { latitude, longitude }: Point): string => mark(secret, personId, `${latitude} ${longitude}`)

/** The same of an altitude; nothing for zero, which many phones say instead of “unknown”. */
export const altitudeMark = (secret: string, personId: string, metres: number | null): string | null => (metres ? mark(secret, personId, `altitude ${metres}`) : null)
