import { access, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from '../files/disk.ts'

/** Files of the disk as they lie on this machine, where the processes of tables read them. */
export interface Shelf {
  /** Has the file of a key at hand while something is done with its path. */
  with<T>(key: string, work: (path: string) => Promise<T>): Promise<T>
  forget(key: string): Promise<void>
}

/** Keeps copies of what is used, up to so many bytes; what was not used longest goes first. */
export function makeShelf(disk: Disk, folder: string, most: number): Shelf {
  const used = new Map<string, number>()
  /** When a file was asked for last. Times of the files themselves stay: what DuckDB knows of a file it knows by them. */
  const last = new Map<string, number>()
  const coming = new Map<string, Promise<string>>()
  const pathOf = (key: string) => join(folder, key.replaceAll('/', '_'))

  async function bring(key: string): Promise<string> {
    const path = pathOf(key)
    last.set(path, Date.now())
    if (await access(path).then(() => true, () => false)) return path
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const passing = `${path}.${crypto.randomUUID()}.part`
    const local = disk.pathOf(key)
    try {
      // On the same file system a second name costs nothing.
      if (!local || !(await link(local, passing).then(() => true, () => false))) await disk.getFile(key, passing)
      await rename(passing, path)
    } catch (error) {
      await rm(passing, { force: true })
      throw error
    }
    await makeRoom()
    return path
  }

  async function makeRoom(): Promise<void> {
    const names = (await readdir(folder)).filter(name => !name.endsWith('.part'))
    const files = await Promise.all(names.map(name => stat(join(folder, name)).then(({ size, mtimeMs }) => ({ name, size, at: last.get(join(folder, name)) ?? mtimeMs }), () => ({ name, size: 0, at: 0 }))))
    let room = files.reduce((sum, { size }) => sum + size, 0)
    for (const { name, size } of files.toSorted((a, b) => a.at - b.at)) {
      if (room <= most) return
      if (used.has(join(folder, name))) continue
      await rm(join(folder, name), { force: true })
      last.delete(join(folder, name))
      room -= size
    }
  }

  return {
    async with(key, work) {
      const path = pathOf(key)
      used.set(path, (used.get(path) ?? 0) + 1)
      try {
        let bringing = coming.get(key)
        if (!bringing) coming.set(key, (bringing = bring(key).finally(() => coming.delete(key))))
        return await work(await bringing)
      } finally {
        const left = used.get(path)! - 1
        if (left > 0) used.set(path, left)
        else used.delete(path)
      }
    },
    forget: key => rm(pathOf(key), { force: true }),
  }
}
