import type { Moves } from '#platform/geo/moves.ts'

/** Three questions a check-in answers; it is as sure as the least sure of them. */
export type Question = 'who' | 'where' | 'when'

/** A position as the browser gave it, after the coordinates became distances. */
export interface Reading {
  /** Metres to the nearest valid place, nothing inside of it. */
  distance: number
  /** Metres to the middle of that place; null where it has none. */
  fromMiddle: number | null
  /** Metres, as the browser said. */
  accuracy: number
  /** Seconds between the reading and the check-in. */
  age: number
  /** Keyed digest of the exact coordinates, see `readingMark`. */
  mark: string
  /** Keyed digest of the exact altitude; null where the browser gave none. */
  altitudeMark: string | null
  /** How the readings of the same press lie to each other, where the phone gave several. */
  moves?: Moves
  /** Only where something tells whether a position is made up (an app of our own; no browser does). */
  mocked?: boolean
}

/** The phone or browser by its key. */
export interface Device {
  /** Days since this person first used it; 0 on the first. */
  knownDays: number
  /** Others who checked in with it within some ten minutes, as far as is known by then. */
  others: number
  /** Whether it was this person's before it was anybody else's. */
  own: boolean
  /** A tablet or phone of the office, entered as such: shared by its nature. */
  office: boolean
}

/** A rotating office code that was valid when scanned. */
export interface ScannedCode {
  /** Seconds from the moment it appeared on the screen to the check-in. */
  age: number
  /** Whether the time of the check-in is sure to the second: sent at once, or clock compared not long before. */
  timed: boolean
}

export type Level = 'high' | 'fair' | 'doubtful'

/** A colleague whose own rotating code was scanned nearby. */
export interface Vouch {
  /** What was thought of the colleague's own check-in that day, without vouches. */
  level: Level
  /** Whether they only ever vouch for each other, see `isClosedCircle`. */
  closed: boolean
}

/** How an entry came through the outbox of a phone without a network. */
export interface Passage {
  hours: number
  gap: boolean
  fork: boolean
  clockChanged: boolean
}

/** What a check-in carries. Everything is optional and weak; what is missing says nothing. */
export interface Signals {
  at: Date
  /** The day it counts for, in the government's time. */
  day: string
  reading?: Reading
  /** A duty letter or the work itself allows any place that day. */
  anywhere?: boolean
  device?: Device
  code?: ScannedCode
  /** Whether the request came from the network of the office; mobile data is unknown, not wrong. */
  network?: 'office' | 'unknown'
  vouches?: readonly Vouch[]
  selfie?: boolean
  passage?: Passage
}
