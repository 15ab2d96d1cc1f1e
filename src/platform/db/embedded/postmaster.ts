import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  /** `ready` answers; `starting` includes crash recovery. */
  status: 'starting' | 'ready' | 'stopping'
}

/** The live server on this cluster folder, or undefined. A file left behind by a dead one counts as none. */
export async function postmasterOf(cluster: string): Promise<Postmaster | undefined> {
  const lines = await pidFile(cluster)
  const pid = Number(lines[0])
  if (!pid || !(await serves(pid, cluster))) return undefined
  const said = lines[7]?.trim()
  const status = said === 'ready' || said === 'stopping' ? said : 'starting'
  return { pid, port: Number(lines[3] ?? 0), status }
}

/**
 * Removes a `postmaster.pid` whose number now belongs to another program. PostgreSQL itself would refuse to start then,
 * which happens for good in containers, where the same few numbers come back at every start.
 */
export async function removeStalePidFile(cluster: string): Promise<void> {
  const [pid] = await pidFile(cluster)
  if (!pid || (await serves(Number(pid), cluster))) return
  const [now] = await pidFile(cluster)
  if (now === pid) await rm(join(cluster, 'postmaster.pid'), { force: true })
}

/** True while `pid` is a PostgreSQL server on this folder. */
export async function serves(pid: number, cluster: string): Promise<boolean> {
  if (!alive(pid)) return false
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') {
    return run('ps', ['-p', String(pid), '-o', 'command=']).then(({ stdout }) => stdout.includes('postgres'), () => false)
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(gone)
  if (state === undefined) return false
  const [, name, letter] = /\((.*)\) (\S)/.exec(state) ?? []
  if (name !== 'postgres' || letter === 'Z') return false
  const own = await realpath(cluster).catch(() => cluster)
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  if (folder) return folder === own
  // Containers hide the folder of another account's process, even from root, but not its command line.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(gone)
  return command !== undefined && command.split('\0').includes(own)
}

/** A process that ended, as opposed to one that cannot be asked just now, which counts as an error. */
function gone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined
  throw error
}

/** True while a process has this number, whoever owns it. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * A mark that no other process of this machine shares, before or after a restart: number, start time and boot.
 * Undefined when no such process lives.
 */
export async function markOf(pid: number): Promise<string | undefined> {
  if (!alive(pid)) return undefined
  if (process.platform === 'linux') {
    const [boot, state] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
      readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    ])
    const fields = state.slice(state.lastIndexOf(')') + 2).split(' ')
    return state && fields[0] !== 'Z' ? `${boot.trim()}/${pid}/${fields[19]}` : undefined
  }
  if (process.platform === 'win32') return `${pid}`
  return run('ps', ['-p', String(pid), '-o', 'lstart=']).then(({ stdout }) => `${pid}/${stdout.trim()}`, () => undefined)
}

const pidFile = (cluster: string) =>
  readFile(join(cluster, 'postmaster.pid'), 'utf8').then((text) => text.split('\n'), (): string[] => [])
