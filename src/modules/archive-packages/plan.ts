import { sql } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { dossiers, type Counted, type Shown } from '#modules/archives/contract.ts'
import { partsOf, safeName } from './bag.ts'

/** Bytes of files one package holds: it is made in memory, and fetched over lines that break. */
const most = 80_000_000

interface Stored {
  id: string
  name: string
  mediaType: string
  bytes: number
  /** Checksum of the day it was stored, in hexadecimal digits. */
  sha256: string
}

/** A thing that goes into the package, with its files and the folder they lie in. */
export interface Packed {
  item: Shown
  folder: string
  files: (Stored & { path: string })[]
  bytes: number
}

export interface Plan {
  dossier: Counted
  parts: Packed[][]
  /** Things left out, because the person may not read them. */
  hidden: number
}

async function storedFiles(db: Db, ids: readonly string[]): Promise<Map<string, Stored>> {
  const { rows } = await sql<Stored>`select id, name, media_type as "mediaType", bytes::int as bytes, encode(sha256, 'hex') as sha256 from platform.file where id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Files of a thing: of a letter what it rests on now, of a paper what was put in with it. */
const idsOf = ({ letter, files }: Shown): string[] => (letter ? [...(letter.fileId ? [letter.fileId] : []), ...letter.attachments.map(({ fileId }) => fileId)] : files.map(({ fileId }) => fileId))

/**
 * What of the dossier of an address goes into its packages, as far as the person may know of it.
 * @throws NotFound to a stranger
 */
export async function planHere(context: Context): Promise<Plan> {
  const { dossier, shown, hidden } = await context.ask(dossiers).open(context, context.params.id!)
  const stored = await storedFiles(context.db, shown.flatMap(idsOf))
  const packed = shown.map(item => {
    // Names in the package say nothing of what is inside: they stand in lists before anything is opened.
    const folder = `${String(item.sequence).padStart(3, '0')}-${item.letterId ? 'surat' : 'arsip'}`
    const files = idsOf(item).flatMap((id, i) => {
      const file = stored.get(id)
      return file ? [{ ...file, path: `data/${folder}/${String(i + 1).padStart(2, '0')}-${safeName(file.name)}` }] : []
    })
    return { item, folder, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
  })
  return { dossier, parts: partsOf(packed, most), hidden }
}
