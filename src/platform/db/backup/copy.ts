import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A file of a backup: its path below the backup folder with forward slashes, its size in bytes, its checksum. */
export interface CopiedFile {
  path: string
  size: number
  sha256: string
  mode: number
}

export interface CopiedFolder {
  path: string
  mode: number
}

/** Files copied side by side. */
const lanes = 6
const chunk = 256 * 1024

/**
 * Copies a file as long as it was when it was opened, and says what it copied; undefined when the file is gone.
 * With `sync` the copy is on the disk when this returns.
 */
export async function copyFile(from: string, to: string, sync: boolean): Promise<{ size: number; sha256: string; mode: number } | undefined> {
  const source = await open(from, 'r').catch(unlessGone)
  if (!source) return undefined
  try {
    const { size, mode } = await source.stat()
    const target = await open(to, 'w', mode & 0o777)
    try {
      const copied = await pour(source, target, size)
      if (sync) await target.datasync()
      return { ...copied, mode: mode & 0o777 }
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Size in bytes and sha256 of a file; undefined when there is none. */
export async function measure(path: string): Promise<{ size: number; sha256: string } | undefined> {
  const source = await open(path, 'r').catch(unlessGone)
  if (!source) return undefined
  try {
    return await pour(source, undefined, Number.POSITIVE_INFINITY)
  } finally {
    await source.close()
  }
}

/** Every file and folder below `root`, as paths with forward slashes; what vanishes meanwhile is left out. */
export async function walk(root: string, skip: (path: string, folder: boolean) => boolean = () => false) {
  const files: string[] = []
  const folders: CopiedFolder[] = []
  const others: string[] = []
  const open = ['']
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entries = await readdir(join(root, at), { withFileTypes: true }).catch(unlessGone)
    for (const entry of entries ?? []) {
      const path = at ? `${at}/${entry.name}` : entry.name
      if (skip(path, entry.isDirectory())) continue
      if (entry.isFile()) files.push(path)
      else if (!entry.isDirectory()) others.push(path)
      else {
        const found = await stat(join(root, path)).catch(unlessGone)
        if (!found) continue
        folders.push({ path, mode: found.mode & 0o777 })
        open.push(path)
      }
    }
  }
  return { files, folders: folders.sort((a, b) => (a.path < b.path ? -1 : 1)), others }
}

/** Copies the named files of one folder into another, whose folders are made as needed. */
export async function copyAll(from: string, to: string, paths: string[], prefix: string, sync: boolean): Promise<CopiedFile[]> {
  const copied: CopiedFile[] = []
  for (const folder of new Set(paths.map((path) => dirname(join(to, path))))) await mkdir(folder, { recursive: true, mode: 0o700 })
  await side(paths, async (path) => {
    const done = await copyFile(join(from, path), join(to, path), sync)
    if (done) copied.push({ path: `${prefix}${path}`, ...done })
  })
  return copied
}

/** Runs the work for each item, a few at a time; the first error stops it. */
export async function side<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  let failed = false
  const lane = async () => {
    while (next < items.length && !failed) {
      const item = items[next++]
      if (item === undefined) continue
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** Has the names of a folder's entries on the disk. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export function unlessGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function pour(source: FileHandle, target: FileHandle | undefined, limit: number): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(Math.min(chunk, Math.max(limit, 1)))
  let size = 0
  while (size < limit) {
    const { bytesRead } = await source.read(buffer, 0, Math.min(buffer.length, limit - size))
    if (bytesRead === 0) break
    const part = buffer.subarray(0, bytesRead)
    hash.update(part)
    await target?.writeFile(part)
    size += bytesRead
  }
  return { size, sha256: hash.digest('hex') }
}
