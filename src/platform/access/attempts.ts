import { createHmac } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { TooMany } from '../web/problems.ts'

/** Seconds for which failures are remembered. */
export const attemptWindow = 86_400

/** Failures that are free, then seconds to wait: the first time, and at most. */
export interface Patience {
  free: number
  first: number
  most: number
}

/** What attempts are counted under, and how patient it is. */
export interface Counter {
  key: string
  patience: Patience
}

/** An attempt that has been counted as failed until it succeeds. */
export interface Attempt {
  /** Takes it back, because it was right after all, and forgets the failures of `counters`. */
  succeeded(...forget: Counter[]): Promise<void>
}

/**
 * Counts an attempt under every counter, or refuses it while any of them has to wait. One transaction under a
 * lock, so that a thousand tries at once are judged one after the other. A refused try is not counted: knocking
 * does not make the wait longer.
 * @throws TooMany
 */
export async function beginAttempt(db: Db, secret: string, counters: readonly Counter[]): Promise<Attempt> {
  const hashed = counters.map(counter => ({ ...counter, hash: createHmac('sha256', secret).update(`attempt ${counter.key}`).digest() })).sort((a, b) => a.hash.compare(b.hash))
  const at = await db.transaction().execute(async tx => {
    let wait = 0
    for (const { hash, patience } of hashed) {
      await sql`select pg_advisory_xact_lock(${hash.readInt32BE(0)}, ${hash.readInt32BE(4)})`.execute(tx)
      const { rows } = await sql<{ n: number; ago: number | null }>`
        select count(*)::int as n, extract(epoch from clock_timestamp() - max(at))::float8 as ago
        from platform.attempt where key = ${hash} and at > clock_timestamp() - make_interval(secs => ${attemptWindow})`.execute(tx)
      const { n, ago } = rows[0]!
      wait = Math.max(wait, waitAfter(n, patience) - (ago ?? Infinity))
    }
    if (wait > 0) return Math.ceil(wait)
    const { rows } = await sql<{ at: Date }>`
      insert into platform.attempt (key, at) select key, at from unnest(${hashed.map(c => c.hash)}::bytea[]) as key, date_trunc('milliseconds', clock_timestamp()) as at returning at`.execute(tx)
    return rows[0]!.at
  })
  if (typeof at === 'number') throw new TooMany(at)
  return {
    async succeeded(...forget) {
      const keys = hashed.map(c => c.hash)
      const gone = hashed.filter(c => forget.some(f => f.key === c.key)).map(c => c.hash)
      await sql`delete from platform.attempt where (key = any(${keys}::bytea[]) and at = ${at}) or key = any(${gone}::bytea[])`.execute(db)
    },
  }
}

/** The network an address lies in, as far as one customer usually reaches: IPv4 /24, IPv6 /56. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown'
  const address = ipaddr.process(ip)
  const bits = address.kind() === 'ipv4' ? 24 : 56
  const bytes = address.toByteArray().map((byte, i) => (i * 8 + 8 <= bits ? byte : 0))
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`
}

/** Seconds to wait after the latest of `failures` before the next try counts; doubles from `first` up to `most`. */
export const waitAfter = (failures: number, { free, first, most }: Patience): number => (failures < free ? 0 : Math.min(most, first * 2 ** Math.min(failures - free, 20)))
