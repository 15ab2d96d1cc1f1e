import { mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const machine = hostname().replace(/[^\w.-]/g, '-')
const day = 86_400_000

/** A name for something passing in a folder that several processes use, perhaps on several machines. */
export const passingName = (ending = ''): string => `${machine}~${process.pid}~${crypto.randomUUID()}${ending}`

/** Makes a folder for passing things and takes away what processes left that are no more. */
export function passingFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  void sweep(folder).catch(() => {})
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [where, pid] = name.split('~')
    const left = where === machine ? !isAlive(Number(pid)) : Date.now() - (await stat(join(folder, name))).mtimeMs > day
    if (left) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
