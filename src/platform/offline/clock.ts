import type { EntryText } from './entry.ts'

/** How far clocks may be apart before it is said, in milliseconds. */
export const tolerance = 120_000

/** When an entry was written, as far as can be told. */
export interface Reckoned {
  at: Date
  /** The device's clock was set in between, or says what cannot be. */
  doubtful: boolean
}

/**
 * When an entry was written: the device's clock, corrected by what it was wrong at the last contact before. It is never
 * earlier than a clock says that cannot be set, never before that contact, and never after it arrived.
 * @param offset what the device's clock was wrong when it sent the entry, in milliseconds to add; null when somebody else brought it
 */
export function reckon({ at, contact }: Pick<EntryText, 'at' | 'contact'>, receivedAt: Date, offset: number | null): Reckoned {
  const then = contact ? contact.server - contact.device : (offset ?? 0)
  const wall = at + then
  const steady = contact === null || contact.age === null ? null : contact.server + contact.age
  const lower = Math.max(contact?.server ?? 0, steady ?? 0)
  const upper = receivedAt.getTime()
  const reckoned = Math.min(Math.max(wall, Math.min(lower, upper)), upper)
  const unknown = contact === null && offset === null
  const moved = contact !== null && offset !== null && Math.abs(offset - then) > tolerance
  return { at: new Date(reckoned), doubtful: unknown || moved || Math.abs(reckoned - wall) > tolerance }
}
