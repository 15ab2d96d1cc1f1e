import { createHmac, timingSafeEqual } from 'node:crypto'
import { keyedHash } from './sealing.ts'

/** Seconds a code is shown before the next one takes its place. */
export const codeWindow = 30
const length = 14

/** A code as it was read back: seconds from its first appearance to the scan, or that it fits no moment allowed. */
export type CodeAge = { fits: true; age: number } | { fits: false }

/** Secret of one screen (`place:<id>`, `roll-call:<id>`) or one colleague (`colleague:<id>`). */
export const codeSecret = (secret: string, subject: string): string => keyedHash(secret, 'rotating-code', subject).toString('base64url')

const ofWindow = (subjectSecret: string, window: number) => createHmac('sha256', subjectSecret).update(String(window)).digest('base64url').slice(0, length)
const windowOf = (at: Date) => Math.floor(at.getTime() / 1000 / codeWindow)

/** The code that a screen or a colleague's phone shows at a moment; 84 bits, the same on server and phone. */
export const codeAt = (subjectSecret: string, at: Date): string => ofWindow(subjectSecret, windowOf(at))

/**
 * Which moment a scanned code belongs to. `at` is the corrected time of the scan, not of its arrival, so that a phone
 * without a network is judged like any other; `tolerance` is how many seconds late a code may be, `drift` how far the
 * phone's clock may be off either way. A photo sent to a friend fits as long as the code itself does: what a code proves is
 * weighed accordingly, and its age tells more than its validity. Every window is compared, so that time tells nothing.
 */
export function codeAge(subjectSecret: string, code: string, at: Date, { tolerance = 120, drift = 5 }: { tolerance?: number; drift?: number } = {}): CodeAge {
  const given = Buffer.from(code.padEnd(length).slice(0, length))
  const seconds = at.getTime() / 1000
  const newest = Math.floor((seconds + drift) / codeWindow)
  let found: number | null = null
  for (let window = newest; window >= Math.floor((seconds - tolerance - drift) / codeWindow); window--) {
    const same = given.length === length && timingSafeEqual(given, Buffer.from(ofWindow(subjectSecret, window)))
    if (same && code.length === length) found = window
  }
  return found === null ? { fits: false } : { fits: true, age: Math.max(0, seconds - found * codeWindow) }
}
