import type { EntryText, Flag } from './entry.ts'

/** The newest link of a device's chain that arrived. */
export interface Head {
  sequence: number
  /** SHA-256 in hex; null before the first. */
  hash: string | null
}

/**
 * What is odd about an entry that follows this head, and the head after it. Entries are expected one after the other;
 * others are taken all the same.
 */
export function follow(head: Head, { sequence, previous }: Pick<EntryText, 'sequence' | 'previous'>, hash: string): { flags: Flag[]; head: Head } {
  if (sequence <= head.sequence) return { flags: ['order'], head }
  const next = { sequence, hash }
  if (sequence > head.sequence + 1) return { flags: ['gap'], head: next }
  return { flags: previous === head.hash ? [] : ['fork'], head: next }
}
