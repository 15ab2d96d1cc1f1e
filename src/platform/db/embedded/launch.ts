import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Account, spawnAs } from './account.ts'
import { type Binaries, findBinaries, hasModule } from './binaries.ts'
import { freePort, type Places, plainEnv } from './cluster.ts'
import { postmasterOf, removeStalePidFile } from './postmaster.ts'

/** A server this process started. */
export interface Child {
  pid: number
  port: number
  /** Settles when it has ended, for whatever reason. */
  ended: Promise<void>
  alive(): boolean
}

/** What the server runs with unless the caller says otherwise. */
const usual: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  wal_level: 'replica',
  archive_mode: 'off',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  log_destination: 'stderr',
  log_line_prefix: '',
  // The server's own life is logged; statements and the values in them are not, since they name people.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Starts a server on the cluster and waits until it takes connections, however long a recovery takes. */
export async function launch(options: {
  binaries: Binaries
  account: Account
  places: Places
  settings: Record<string, string>
  log: (line: string) => void
  /** Exactly this port, or an error. */
  port?: number
  /** This port if it is free. */
  preferredPort: number
}): Promise<Child> {
  const { binaries, account, places } = options
  const cluster = await realpath(places.cluster)
  const port = options.port ?? (await freePort(options.preferredPort))
  const settings = { ...usual, ...options.settings }
  if (!settings.shared_preload_libraries && (await hasModule(binaries, 'pg_stat_statements'))) settings.shared_preload_libraries = 'pg_stat_statements'
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program = '', ...args] = [...account.before, binaries.postgres, '-D', cluster, '-p', String(port), ...flags]
  await removeStalePidFile(cluster)
  // A group of its own: Ctrl-C in a terminal is for us, and we stop the server when the last request is answered.
  const child = spawn(program, args, { ...spawnAs(account), cwd: '/', env: plainEnv(), detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const said = listen(child, options.log)
  let over = false
  const ended = new Promise<void>((done) => {
    const end = () => {
      over = true
      done()
    }
    child.once('exit', end)
    child.once('error', (error) => {
      said.push(error.message)
      end()
    })
  })
  while (!over) {
    const found = await postmasterOf(cluster)
    if (found && found.pid === child.pid && found.status === 'ready') {
      child.unref()
      return { pid: found.pid, port, ended, alive: () => !over }
    }
    await Promise.race([ended, pause(15)])
  }
  await pause(20)
  throw new Error(`PostgreSQL did not start: ${said.slice(-4).join(' ') || `it ended with ${child.exitCode ?? child.signalCode}`}`)
}

/** Passes on the server's words and keeps the last of them. */
function listen(child: ChildProcess, log: (line: string) => void): string[] {
  const said: string[] = []
  if (!child.stderr) return said
  if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref()
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (said.length > 20) said.shift()
    log(line)
  })
  return said
}

/**
 * Has the server shut down when this process is gone, even by `kill -9`: a shell holds the other end of a pipe of ours,
 * and signals the server when that end closes. Without a shell (Windows) the next start takes the server over.
 */
export function stopWhenWeDie(pid: number, account: Account): { cut(): void } {
  if (process.platform === 'win32') return { cut: () => {} }
  const [program = '', ...args] = [...account.before, '/bin/sh', '-c', 'read _; kill -INT "$1"', 'pendopo-database-watch', String(pid)]
  const shell = spawn(program, args, { ...spawnAs(account), cwd: '/', env: plainEnv(), detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  shell.on('error', () => {})
  shell.stdin?.on('error', () => {})
  shell.unref()
  const end = shell.stdin
  if (end && 'unref' in end && typeof end.unref === 'function') end.unref()
  return { cut: () => void shell.kill('SIGKILL') }
}

/** Fast shutdown: open transactions are rolled back, a checkpoint is written. Waits until the server is down. */
export async function stopServer(pid: number, cluster: string, alive: () => boolean | Promise<boolean>): Promise<void> {
  const signals: [NodeJS.Signals, number][] = [['SIGINT', 60_000], ['SIGQUIT', 10_000], ['SIGKILL', 5_000]]
  for (const [signal, limit] of signals) {
    if (!(await alive())) return
    await send(pid, signal, cluster)
    for (const end = Date.now() + limit; Date.now() < end; await pause(10)) {
      if (!(await alive())) return
    }
  }
  throw new Error(`The database server (process ${pid}) does not end`)
}

async function send(pid: number, signal: NodeJS.Signals, cluster: string): Promise<void> {
  if (process.platform === 'win32') {
    const { pgCtl } = await findBinaries()
    await promisify(execFile)(pgCtl, ['stop', '-D', cluster, '-m', signal === 'SIGINT' ? 'fast' : 'immediate', '-W'])
    return
  }
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
