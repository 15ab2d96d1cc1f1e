import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Format } from './formats.ts'

const marks: Partial<Record<Format, { before: string; after: string }>> = {
  // The mark in front tells spreadsheet programs that this is UTF-8.
  csv: { before: '\uFEFF', after: '' },
  geojson: { before: '{"type":"FeatureCollection","features":', after: '}\n' },
}

/** A file as it is handed out; it is deleted when it was read, or when nobody wants the rest. */
export function outgoing(path: string, format: Format): Readable {
  async function* pieces() {
    try {
      const { before = '', after = '' } = marks[format] ?? {}
      if (before !== '') yield Buffer.from(before)
      yield* createReadStream(path)
      if (after !== '') yield Buffer.from(after)
    } finally {
      await rm(path, { force: true })
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}
