import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { copyAll, type CopiedFile, type CopiedFolder, measure, syncFolder, unlessGone, walk } from './backup/copy.ts'
import { type Manifest, writeManifest } from './backup/manifest.ts'
import { segmentsBetween, Snapshot } from './backup/snapshot.ts'
import { placesOf } from './embedded/cluster.ts'

export type { Manifest } from './backup/manifest.ts'
export { verifyBackup } from './backup/manifest.ts'
export { restore } from './backup/restore.ts'

/** At most so often we go after what is new, or until so few files were. */
const rounds = 3
const few = 20

/** Folders of the server whose content it makes anew at every start. */
const emptied = ['pg_dynshmem', 'pg_notify', 'pg_replslot', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'pg_wal']

/** Files that speak of the running server, or that the restored one must not find. */
const leftOut = new Set([
  'postmaster.pid', 'postmaster.opts', 'backup_label', 'backup_label.old', 'tablespace_map', 'backup_manifest',
  'standby.signal', 'recovery.signal', 'global/pg_control',
])

/**
 * Makes a physical backup of the running embedded server, with all of its write-ahead log, into the new folder `target`.
 *
 * Writers go on meanwhile. Every write acknowledged before `coversUntil` of the returned manifest is in the backup;
 * that instant lies some hundredths of a second before this function returns. Uploaded files that rows name are in it
 * as well. The folder appears under its name only when it is complete and on the disk.
 *
 * - `url`: the superuser's address of any database of the server; `dataFolder`: the folder given to `startEmbedded`.
 * - `filesFolder`: a folder of uploaded files to include; one that does not exist counts as empty.
 * - `target`: must not exist, or be empty. The backup holds the superuser's password, so it is closed to others.
 */
export async function backup(options: {
  url: string
  dataFolder: string
  filesFolder?: string
  target: string
  log?: (line: string) => void
}): Promise<Manifest> {
  const { cluster, secret } = placesOf(options.dataFolder)
  const target = resolve(options.target)
  const say = options.log ?? (() => {})
  for (const folder of [cluster, ...(options.filesFolder ? [resolve(options.filesFolder)] : [])]) {
    if (`${target}${sep}`.startsWith(`${folder}${sep}`)) throw new Error(`A backup cannot lie inside of what it copies: ${target} is in ${folder}`)
  }
  if ((await readdir(target).catch(unlessGone))?.length) throw new Error(`The folder ${target} is not empty. Name a new folder for the backup.`)
  const draft = join(dirname(target), `.${basename(target)}.partial-${randomBytes(4).toString('hex')}`)
  const snapshot = new Snapshot(options.url)
  try {
    await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 })
    const startedAt = new Date().toISOString()
    const { version, segmentSize, durable } = await snapshot.open(cluster)
    await snapshot.start()
    const data = await copyCluster(cluster, join(draft, 'data', 'cluster'), durable)
    const { lsn: stopLsn, label } = await snapshot.stop()
    say(`copied ${data.files.length} files of the database`)
    await writeFile(join(draft, 'data', 'cluster', 'backup_label'), label, { mode: 0o600, flush: true })
    await writeFile(join(draft, 'data', 'superuser.secret'), await readFile(secret), { mode: 0o600, flush: true })
    const own = await Promise.all(['data/cluster/backup_label', 'data/superuser.secret'].map((path) => describe(draft, path)))

    const uploads = new Uploads(options.filesFolder, join(draft, 'files'), durable)
    const log = new Log(cluster, join(draft, 'data', 'cluster'), snapshot.startSegment, durable)
    // Each round copies what was written during the one before, so that little is left for the end.
    for (let round = 0, news = Number.POSITIVE_INFINITY; round < rounds && news > few; round++) {
      news = (await uploads.copy()) + (await log.copyBefore((await snapshot.position()).segment))
    }

    const end = await snapshot.position()
    await log.copyThrough(end.segment, segmentsBetween(snapshot.startSegment, end.segment, segmentSize))
    await uploads.copy()
    await snapshot.close()
    const content: Manifest = {
      format: 'pendopo-backup-1', server: version, startedAt, coversUntil: end.at.toISOString(),
      startLsn: snapshot.startLsn, stopLsn, endLsn: end.lsn, withFiles: options.filesFolder !== undefined,
      folders: [{ path: 'data/cluster', mode: 0o700 }, ...data.folders, ...uploads.folders],
      files: [...own, ...data.files, ...log.files, ...uploads.files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    }
    await writeManifest(draft, content)
    await syncFolder(draft)
    await rmdir(target).catch(unlessGone)
    await rename(draft, target)
    await syncFolder(dirname(target))
    const bytes = content.files.reduce((sum, { size }) => sum + size, 0)
    say(`backup in ${target}: ${content.files.length} files, ${Math.round(bytes / 1e6)} MB, everything up to ${content.coversUntil}`)
    return content
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  } finally {
    await snapshot.close()
  }
}

/** The data directory without its log; the control file last, as the server's own backup does. */
async function copyCluster(cluster: string, to: string, durable: boolean): Promise<{ files: CopiedFile[]; folders: CopiedFolder[] }> {
  await mkdir(to, { mode: 0o700 })
  const found = await walk(cluster, (path, folder) => {
    const name = basename(path)
    const [top = ''] = path.split('/')
    if (emptied.includes(top)) return path !== top && !(folder && top === 'pg_wal')
    return leftOut.has(path) || name.startsWith('pgsql_tmp') || name.startsWith('pg_internal.init')
  })
  if (found.others.length > 0) throw new Error(`The data directory holds a link, which this backup does not follow: ${found.others.join(', ')}`)
  for (const { path } of found.folders) await mkdir(join(to, path), { recursive: true, mode: 0o700 })
  const files = await copyAll(cluster, to, found.files, 'data/cluster/', durable)
  const control = await copyAll(cluster, to, ['global/pg_control'], 'data/cluster/', durable)
  return { files: [...files, ...control], folders: found.folders.map(({ path, mode }) => ({ path: `data/cluster/${path}`, mode })) }
}

/** The write-ahead log from the start of the backup. */
class Log {
  readonly files: CopiedFile[] = []
  readonly #cluster: string
  readonly #to: string
  readonly #durable: boolean
  readonly #start: string
  #next: string

  constructor(cluster: string, to: string, start: string, durable: boolean) {
    this.#durable = durable
    this.#cluster = cluster
    this.#to = to
    this.#start = start
    this.#next = start
  }

  /** Copies the files that are complete, which are those before the one being written. */
  async copyBefore(segment: string): Promise<number> {
    const copied = await this.#copy((name) => name >= this.#next && name < segment)
    this.#next = segment > this.#next ? segment : this.#next
    return copied
  }

  /** Copies the rest. Errors: when one of the `expected` files since the start is missing. */
  async copyThrough(segment: string, expected: number): Promise<void> {
    await this.#copy((name) => (name >= this.#next && name <= segment) || name.endsWith('.history'))
    const had = this.files.filter(({ path }) => !path.endsWith('.history')).length
    if (had !== expected) throw new Error(`The server dropped a part of its log during the backup: ${had} of ${expected} files from ${this.#start} to ${segment}`)
  }

  async #copy(wanted: (name: string) => boolean): Promise<number> {
    const names = (await readdir(join(this.#cluster, 'pg_wal'))).filter((name) => /^[0-9A-F]{24}$|^[0-9A-F]{8}\.history$/.test(name))
    const copied = await copyAll(this.#cluster, this.#to, names.filter(wanted).map((name) => `pg_wal/${name}`), 'data/cluster/', this.#durable)
    this.files.push(...copied)
    return copied.length
  }
}

/** The folder of uploaded files; each further `copy()` brings what is new or changed since the last, and counts it. */
class Uploads {
  folders: CopiedFolder[] = []
  readonly #from: string | undefined
  readonly #to: string
  readonly #durable: boolean
  readonly #known = new Map<string, { seen: string; file: CopiedFile }>()

  constructor(from: string | undefined, to: string, durable: boolean) {
    this.#durable = durable
    this.#from = from
    this.#to = to
  }

  get files(): CopiedFile[] {
    return [...this.#known.values()].map(({ file }) => file)
  }

  async copy(): Promise<number> {
    if (!this.#from) return 0
    const from = this.#from
    const found = await walk(from)
    this.folders = [{ path: 'files', mode: 0o755 }, ...found.folders.map(({ path, mode }) => ({ path: `files/${path}`, mode }))]
    const seen = new Map<string, string>()
    for (const path of found.files) {
      const now = await stat(join(from, path)).catch(unlessGone)
      if (now && this.#known.get(path)?.seen !== `${now.mtimeMs}/${now.size}`) seen.set(path, `${now.mtimeMs}/${now.size}`)
    }
    const copied = await copyAll(from, this.#to, [...seen.keys()], 'files/', this.#durable)
    for (const file of copied) {
      const path = file.path.slice('files/'.length)
      this.#known.set(path, { seen: seen.get(path) ?? '', file })
    }
    return copied.length
  }
}

async function describe(folder: string, path: string): Promise<CopiedFile> {
  const found = await measure(join(folder, path))
  if (!found) throw new Error(`${path} vanished while the backup was made`)
  return { path, ...found, mode: 0o600 }
}
