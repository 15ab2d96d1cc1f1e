import { readFile } from 'node:fs/promises'
import { placesOf } from './embedded/cluster.ts'
import { postmasterOf } from './embedded/postmaster.ts'
import { Supervisor, urlOf } from './embedded/supervisor.ts'

/** A PostgreSQL server that lives and dies with this process, in a folder of its own. */
export interface EmbeddedServer {
  /** Connection address of the superuser for `database`. */
  url(database: string): string
  port: number
  /** Stops the server cleanly (fast shutdown) and waits until it is down. */
  stop(): Promise<void>
}

/**
 * Starts the server in `folder` and keeps it up, or joins the one that another process of ours already runs there.
 *
 * The server belongs to the process that started it (named in `<folder>/server.json`); `stop()` of one that joined
 * leaves it running. When the owner stops or dies, the server ends within a second, and whoever is still joined starts
 * it again on the same port and is the owner from then on. A server that crashes is started again, with back-off.
 *
 * - `port`: exactly this port; otherwise the last one if it is free, else any.
 * - `settings`: server settings by name, over the usual ones. `fsync: 'off'` also makes the first start faster.
 * - `log`: lines of the server and of its keeper. No statement and no value of a row is among them.
 * - `onExit`: called once, when the server is gone and cannot be brought back.
 *
 * Errors: a sentence, when PostgreSQL cannot run here, cannot start, or the folder is in use by another machine.
 */
export async function startEmbedded(options: {
  folder: string
  port?: number
  onExit?: (reason: string) => void
  log?: (line: string) => void
  settings?: Record<string, string>
}): Promise<EmbeddedServer> {
  const server = new Supervisor(options)
  await server.start()
  return server
}

/**
 * The server that runs in `folder` now, or undefined: for commands that only want to talk to it.
 * Errors: when the password file cannot be read by this account.
 */
export async function runningServer(folder: string): Promise<{ url(database: string): string; port: number; pid: number } | undefined> {
  const { cluster, secret } = placesOf(folder)
  const found = await postmasterOf(cluster)
  if (found?.status !== 'ready') return undefined
  const password = (await readFile(secret, 'utf8')).trim()
  return { port: found.port, pid: found.pid, url: (database) => urlOf(database, found.port, password) }
}
