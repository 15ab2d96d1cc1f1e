import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { type Account, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'

/** What lies where in a data folder. */
export interface Places {
  folder: string
  /** PostgreSQL's own data directory. */
  cluster: string
  /** Password of the superuser, readable by whoever runs us. */
  secret: string
  /** Who owns the running server. */
  record: string
}

export function placesOf(folder: string): Places {
  const base = resolve(folder)
  return { folder: base, cluster: join(base, 'cluster'), secret: join(base, 'superuser.secret'), record: join(base, 'server.json') }
}

/** The environment the server's programs get: nothing of ours, and messages in English whatever the machine speaks. */
export const plainEnv = (): NodeJS.ProcessEnv =>
  process.platform === 'win32' ? process.env : { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/** Makes the data folder passable for the server's account. */
export async function openFolder({ folder }: Places): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (process.getuid?.() !== 0) return
  const { mode } = await stat(folder)
  if ((mode & 0o11) !== 0o11) await chmod(folder, (mode & 0o777) | 0o11)
}

/** The superuser's password, made at the first start. Several processes that start at once agree on one. */
export async function secretOf({ secret, cluster }: Places): Promise<string> {
  const known = await readFile(secret, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new Error(`The database's password in ${secret} cannot be read (${error.code}). Run as the account that first started it.`)
  })
  if (known.trim()) return known.trim()
  if (await initialised(cluster)) throw new Error(`The database in ${cluster} exists, but its password file ${secret} is gone. Put it back from a backup.`)
  const draft = `${secret}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, secret)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(secret, 'utf8')).trim()
}

/** True when the data directory is complete. */
export const initialised = (cluster: string) => stat(join(cluster, 'PG_VERSION')).then(() => true, () => false)

/**
 * Creates the data directory if there is none: UTF-8, C.UTF-8 order, scram passwords, page checksums. It is made under
 * another name and renamed, so that a start that was cut short, or two at once, leave one whole directory.
 */
export async function createCluster(places: Places, binaries: Binaries, account: Account, password: string, sync: boolean): Promise<void> {
  if (await initialised(places.cluster)) return
  const draft = `${places.cluster}.${randomBytes(6).toString('hex')}`
  const passwordFile = `${draft}.password`
  await dropDrafts(places)
  try {
    await mkdir(draft, { mode: 0o700 })
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(draft, account.uid, account.gid)
      await chown(passwordFile, account.uid, account.gid)
    }
    const ctype = process.platform === 'linux' ? 'C.UTF-8' : 'C'
    const args = [
      '-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`,
      '--text-search-config=indonesian', ...(sync ? [] : ['--no-sync']),
    ]
    await runInitdb([...account.before, binaries.initdb, ...args], account)
    await rename(draft, places.cluster).catch(async (error: unknown) => {
      if (!(await initialised(places.cluster))) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
}

/** A port of 127.0.0.1 nobody listens on, the preferred one if it is free. */
export async function freePort(preferred: number): Promise<number> {
  if (preferred && (await tryPort(preferred))) return preferred
  const port = await tryPort(0)
  if (!port) throw new Error('No free port on 127.0.0.1')
  return port
}

const tryPort = (port: number) =>
  new Promise<number>((done) => {
    const probe = createServer()
    probe.once('error', () => done(0))
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Removes what a first start left behind that was cut short; ten minutes old, so that no other's work is taken away. */
async function dropDrafts({ folder }: Places): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^cluster\.[0-9a-f]{12}(\.password)?$/.test(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > 600_000) await rm(path, { recursive: true, force: true })
  }
}

const runInitdb = ([program = '', ...args]: string[], account: Account) =>
  new Promise<void>((done, fail) => {
    const child = spawn(program, args, { ...spawnAs(account), cwd: '/', env: plainEnv(), stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', fail)
    child.once('close', (code) => (code === 0 ? done() : fail(new Error(`The database could not be created: ${said.trim() || `initdb ended with ${code}`}`))))
  })
