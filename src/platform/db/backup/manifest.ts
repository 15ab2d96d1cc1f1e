import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { measure, side } from './copy.ts'

const relative = z.string().min(1).refine((path) => !path.split('/').some((part) => part === '..' || part === '' || part.includes('\\')))

const manifest = z.object({
  format: z.literal('pendopo-backup-1'),
  /** PostgreSQL's version, like 18.4. */
  server: z.string(),
  /** When the copy began. */
  startedAt: z.iso.datetime(),
  /** Every write acknowledged before this instant is in the backup. */
  coversUntil: z.iso.datetime(),
  startLsn: z.string(),
  /** The least a recovery has to reach for the copy to be consistent. */
  stopLsn: z.string(),
  /** How far the write-ahead log in the backup goes. */
  endLsn: z.string(),
  /** Whether uploaded files are part of it, below `files/`. */
  withFiles: z.boolean(),
  folders: z.array(z.object({ path: relative, mode: z.int() })),
  files: z.array(z.object({ path: relative, size: z.int(), sha256: z.string().length(64), mode: z.int() })),
})

/** What a backup consists of. Paths are below the backup folder: `data/…` the data folder, `files/…` uploaded files. */
export type Manifest = z.infer<typeof manifest>

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Writes the manifest, and its own checksum beside it. */
export async function writeManifest(folder: string, content: Manifest): Promise<void> {
  const text = `${JSON.stringify(content, undefined, 1)}\n`
  await writeFile(join(folder, 'manifest.json'), text, { mode: 0o600, flush: true })
  await writeFile(join(folder, 'manifest.sha256'), `${digest(text)}  manifest.json\n`, { mode: 0o600, flush: true })
}

/** Reads the manifest of a backup. Errors: a sentence when there is none, or when it is not as it was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const read = (name: string) =>
    readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Error(`${folder} is not a complete backup: ${name} cannot be read (${error.code})`)
    })
  const [text, sum] = await Promise.all([read('manifest.json'), read('manifest.sha256')])
  if (sum.split(' ')[0] !== digest(text)) throw new Error(`The backup in ${folder} is damaged: manifest.json is not as it was written`)
  const parsed = manifest.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`The backup in ${folder} was made by another version of Pendopo and cannot be read by this one`)
  return parsed.data
}

/**
 * Checks every file of a backup against the checksum it was written with.
 * Errors: one sentence that counts the damaged files and names the first ones.
 */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const content = await readManifest(folder)
  const damaged: string[] = []
  await side(content.files, async ({ path, size, sha256 }) => {
    const found = await measure(join(folder, path))
    if (!found) damaged.push(`${path} is missing`)
    else if (found.size !== size || found.sha256 !== sha256) damaged.push(`${path} has changed`)
  })
  if (damaged.length === 0) return content
  const more = damaged.length > 3 ? ` and ${damaged.length - 3} more` : ''
  throw new Error(`The backup in ${folder} is damaged: ${damaged.sort().slice(0, 3).join(', ')}${more}. Use another backup.`)
}
