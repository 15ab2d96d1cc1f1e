import type { Belongings } from '#platform/archive/belonging.ts'

/** Decrees stay beside the letters and the files of staff they are about. */
export const belongings: Belongings = { leave: [], stay: { 'decrees.decree': 'staff are employed by the government, and so are the letters about them kept by it' } }
