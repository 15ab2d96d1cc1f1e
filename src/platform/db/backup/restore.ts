import { randomBytes } from 'node:crypto'
import { chmod, lchown, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { accountFor } from '../embedded/account.ts'
import { placesOf } from '../embedded/cluster.ts'
import { copyFile, side, unlessGone } from './copy.ts'
import { type Manifest, verifyBackup } from './manifest.ts'

/**
 * Puts a backup into place as a data folder; the next `startEmbedded` there replays the log and goes on from it.
 *
 * All checksums are verified before anything is written. The folders are filled under another name beside the target
 * and renamed at the end, so a restore that is cut short leaves the target as it was. As root the database's files are
 * given to the account the server runs as.
 *
 * - `dataFolder`: must not exist, or be empty. The same holds for `filesFolder`, which a backup with uploaded files needs.
 *
 * Errors: a sentence when the backup is damaged or a target is not empty.
 */
export async function restore(
  backupFolder: string,
  dataFolder: string,
  options: { filesFolder?: string; log?: (line: string) => void } = {},
): Promise<Manifest> {
  const data = resolve(dataFolder)
  const files = options.filesFolder === undefined ? undefined : resolve(options.filesFolder)
  const say = options.log ?? (() => {})
  await refuseUsed(data)
  if (files) {
    await refuseUsed(files)
    if (`${files}${sep}`.startsWith(`${data}${sep}`) || `${data}${sep}`.startsWith(`${files}${sep}`)) {
      throw new Error(`The folders for the database (${data}) and for uploaded files (${files}) must lie beside each other, not one in the other`)
    }
  }
  const content = await verifyBackup(backupFolder)
  if (content.withFiles && !files) throw new Error('This backup holds uploaded files: say into which folder they go')
  say(`verified ${content.files.length} files, made ${content.startedAt}, everything up to ${content.coversUntil}`)
  const moves = [{ part: 'data', to: data }, ...(content.withFiles && files ? [{ part: 'files', to: files }] : [])]
  const drafts = moves.map(({ part, to }) => ({ part, to, draft: join(dirname(to), `.${basename(to)}.restoring-${randomBytes(4).toString('hex')}`) }))
  try {
    for (const { part, draft } of drafts) await fill(backupFolder, content, part, draft)
    const [first] = drafts
    if (first) await handOver(data, first.draft)
    for (const [at, { to, draft }] of drafts.entries()) {
      try {
        await rmdir(to).catch(unlessGone)
        await rename(draft, to)
      } catch (error) {
        for (const done of drafts.slice(0, at)) await rename(done.to, done.draft)
        throw error
      }
    }
  } finally {
    for (const { draft } of drafts) await rm(draft, { recursive: true, force: true })
  }
  say(`restored into ${data}`)
  return content
}

async function refuseUsed(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(unlessGone)
  if (entries?.length) throw new Error(`The folder ${folder} is not empty. A restore never overwrites: move it away, or name a new folder.`)
}

/** Copies one part of the backup, checking again what arrives. */
async function fill(backupFolder: string, content: Manifest, part: string, draft: string): Promise<void> {
  const inside = (path: string) => path.startsWith(`${part}/`)
  const place = (path: string) => join(draft, path.slice(part.length + 1))
  await mkdir(draft, { recursive: true })
  const folders = content.folders.filter(({ path }) => inside(path))
  for (const { path } of folders) await mkdir(place(path), { recursive: true, mode: 0o700 })
  await side(content.files.filter(({ path }) => inside(path)), async ({ path, sha256, mode }) => {
    // PostgreSQL itself has all its files written to the disk before it replays the log.
    const copied = await copyFile(join(backupFolder, path), place(path), part !== 'data')
    if (copied?.sha256 !== sha256) throw new Error(`${path} changed while it was restored. Nothing was put in place.`)
    await chmod(place(path), mode)
  })
  for (const { path, mode } of folders.toReversed()) await chmod(place(path), mode)
}

/** As root: gives the database's files to the server's account. */
async function handOver(dataFolder: string, draft: string): Promise<void> {
  const { uid, gid } = await accountFor(placesOf(dataFolder).cluster, [])
  if (uid === undefined || gid === undefined) return
  const { cluster } = placesOf(draft)
  const entries = await readdir(cluster, { recursive: true })
  await side([cluster, ...entries.map((entry) => join(cluster, entry))], (path) => lchown(path, uid, gid))
}
