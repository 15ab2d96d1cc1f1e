import { createHash } from 'node:crypto'

/** The same number for the same words each time, 0 to 1. */
export const chanceOf = (...words: string[]): number => createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32
