import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { markOf } from './postmaster.ts'

/**
 * Which process a running server belongs to, kept as `server.json` in the data folder. The owner is the one that
 * started it (or took it over when that one had died); only the owner's `stop()` stops it.
 */
export interface Owner {
  /** The server this is about. */
  postmaster: number
  port: number
  /** The process, as `markOf` tells it apart from any other. */
  process: string
  processId: number
  /** One start within that process. */
  handle: string
  /** The machine or container. */
  host: string
}

/** The owner renews the record this often. */
export const pulse = 5_000

/** A record of another machine younger than this means that machine still runs. */
const silence = 4 * pulse

export const readOwner = (record: string) =>
  readFile(record, 'utf8').then((text): Owner | undefined => JSON.parse(text), () => undefined).catch(() => undefined)

export async function writeOwner(record: string, handle: string, postmaster: number, port: number): Promise<void> {
  const owner: Owner = {
    postmaster, port, handle, process: (await markOf(process.pid)) ?? '', processId: process.pid, host: hostname(),
  }
  const draft = `${record}.${handle}`
  await writeFile(draft, `${JSON.stringify(owner)}\n`)
  await rename(draft, record)
}

/** Tells other machines that share the folder that the server is in use. */
export const renewOwner = (record: string) => utimes(record, new Date(), new Date()).catch(() => undefined)

/** Leaves the port for the next start, and says that no one runs the server. */
export async function clearOwner(record: string, owner: Owner): Promise<void> {
  await writeFile(`${record}.${owner.handle}`, `${JSON.stringify({ ...owner, postmaster: 0, process: '', host: '' })}\n`)
  await rename(`${record}.${owner.handle}`, record).catch(() => rm(`${record}.${owner.handle}`, { force: true }))
}

/** True while the process that owns the server lives. */
export const ownerLives = async (owner: Owner) => owner.process !== '' && (await markOf(owner.processId)) === owner.process

/**
 * The other machine or container that uses this folder now, if any: two servers on one folder destroy it, and the
 * process numbers of another container say nothing here.
 */
export async function otherMachine(record: string): Promise<string | undefined> {
  const owner = await readOwner(record)
  if (!owner?.host || owner.host === hostname()) return undefined
  const age = await stat(record).then(({ mtimeMs }) => Date.now() - mtimeMs, () => silence)
  return age < silence ? owner.host : undefined
}
