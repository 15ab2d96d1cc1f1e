import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '#platform/secrets/sealing.ts'

/** Seconds one code stands on the screen. */
export const turn = 30
/** Turns before and after in which it is still taken: people hold up their phones in a row. */
const spare = 2

const codeIn = (secret: string, callId: string, window: number): string => keyedHash(secret, 'roll-calls.screen', `${callId} ${window}`).subarray(0, 9).toString('base64url')

/** The code that stands on the screen of a call at an instant. */
export const codeAt = (secret: string, callId: string, at: Date): string => codeIn(secret, callId, Math.floor(at.getTime() / 1000 / turn))

/** Whether somebody saw this code on the screen around that instant. */
export function wasShown(secret: string, callId: string, code: string, at: Date): boolean {
  const given = Buffer.from(code)
  const now = Math.floor(at.getTime() / 1000 / turn)
  for (let window = now - spare; window <= now + spare; window++) {
    const right = Buffer.from(codeIn(secret, callId, window))
    if (right.length === given.length && timingSafeEqual(right, given)) return true
  }
  return false
}
