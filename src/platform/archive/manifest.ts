import { z } from 'zod'

/** Number of the format; raised when older releases could not read what is written. */
export const formatNumber = 1

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()

const manifest = z.strictObject({
  format: z.literal('pendopo-unit'),
  number: z.literal(formatNumber),
  /** Release that wrote it. */
  product: z.string().max(40),
  madeAt: z.iso.datetime(),
  from: z.strictObject({
    government: z.strictObject({ name: z.string(), slug: z.string(), regionCode: z.string() }),
    unit: z.strictObject({ name: z.string(), slug: z.string() }),
  }),
  /** Tables in the order in which they are taken in; `columns` are those their rows carry. */
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_]+\.[a-z_]+$/), columns: z.array(z.string()), rows: count })),
  files: count,
  people: count,
  /** Every other entry of the archive. */
  entries: z.array(z.strictObject({ path: z.string(), bytes: count, sha256: digest })),
})

/** What an archive of a unit holds: `units.json`, `people.json`, `files.ndjson`, `rows/<table>.ndjson`, `files/<id>`, `files/<id>.<width>`. */
export type Manifest = z.infer<typeof manifest>

/** Reads a manifest; null when it is none. A newer format answers with its number. */
export function readManifest(text: string): Manifest | { newer: number } | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const newer = z.object({ format: z.literal('pendopo-unit'), number: z.int().gt(formatNumber) }).safeParse(value)
  if (newer.success) return { newer: newer.data.number }
  return manifest.safeParse(value).data ?? null
}

/** Names entries may have: nothing else is ever opened. */
export const entryName = /^(?:units\.json|people\.json|files\.ndjson|rows\/[a-z_]+\.[a-z_]+\.ndjson|files\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.[1-9]\d{1,3})?)$/
