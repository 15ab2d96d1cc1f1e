import { spawnSync } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** The account the server runs as. PostgreSQL refuses to run as root. */
export interface Account {
  /** Undefined when the server runs as whoever runs us. */
  uid?: number
  gid?: number
  /** A command put in front of the server's own, or nothing. */
  before: string[]
}

/** In order: an account made for us, Debian's and macOS's for PostgreSQL, the one every Unix has. */
const candidates = ['pendopo', 'postgres', '_postgres', 'nobody']

/**
 * Says as whom the server of `cluster` runs. For an ordinary user: as that user. For root: as the owner of the data
 * that is there, else as the first of `pendopo`, `postgres`, `nobody` that exists. No account is created.
 *
 * Where that account may not pass through a folder on the way (a checkout in /root, a folder of mktemp), the server
 * gets the one capability to read past such folders, through `setpriv` of util-linux; no mode of a folder outside our
 * own is changed. Errors: a sentence when that is not possible either.
 */
export async function accountFor(cluster: string, needed: string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return { before: [] }
  const who = (await ownerOf(cluster)) ?? (await firstKnown())
  const closed = await firstClosed([cluster, ...needed], who)
  if (!closed) return { ...who, before: [] }
  const before = passThrough(who)
  if (before) return { before, uid: who.uid, gid: who.gid }
  throw new Error(
    `PostgreSQL may not run as root, and the account it would use (uid ${who.uid}) may not enter ${closed}. ` +
      `Move the checkout and the data out of that folder, or allow passing through it with: chmod o+x ${closed}`,
  )
}

/** Options of `spawn` for this account: with a command in front, that command changes the account itself. */
export const spawnAs = (account: Account) => (account.before.length || account.uid === undefined ? {} : { uid: account.uid, gid: account.gid })

async function ownerOf(cluster: string): Promise<{ uid: number; gid: number } | undefined> {
  const found = await stat(cluster).catch(() => undefined)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

async function firstKnown(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of candidates) {
    const [, , uid, gid] = lines.find(([first]) => first === name) ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(`PostgreSQL may not run as root, and none of the accounts ${candidates.join(', ')} exists. Create one: useradd --system pendopo`)
}

/** The first folder or file on the way to `paths` that `who` may not enter or read. */
async function firstClosed(paths: string[], who: { uid: number; gid: number }): Promise<string | undefined> {
  const ways = new Set<string>()
  for (const path of paths) for (let at = resolve(path); ; at = dirname(at)) {
    ways.add(at)
    if (at === dirname(at)) break
  }
  for (const way of [...ways].sort()) {
    const found = await stat(way).catch(() => undefined)
    if (!found) continue
    const shift = found.uid === who.uid ? 6 : found.gid === who.gid ? 3 : 0
    const wanted = found.isDirectory() ? 0o1 : 0o4
    if (((found.mode >> shift) & wanted) === 0) return way
  }
  return undefined
}

/** The command that starts a program as `who` with the capability to pass closed folders, when this machine can. */
function passThrough(who: { uid: number; gid: number }): string[] | undefined {
  // Containers seldom hold dac_read_search, and hold dac_override by default.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const command = ['setpriv', '--reuid', String(who.uid), '--regid', String(who.gid), '--clear-groups']
    command.push('--inh-caps', `+${capability}`, '--ambient-caps', `+${capability}`)
    const [program = '', ...rest] = [...command, 'true']
    if (spawnSync(program, rest, { stdio: 'ignore' }).status === 0) return command
  }
  return undefined
}
