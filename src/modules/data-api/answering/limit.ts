import { networkOf } from '#platform/access/attempts.ts'

/** How much one asker may ask of this process in a minute; a question that reads a table counts as several. */
const allowances = { public: 600, key: 1200 } as const
/** What a question that reads a table counts. */
export const tableCost = 5
const windowSeconds = 60

interface Window {
  used: number
  /** Milliseconds at which it ends. */
  ends: number
}

/** What is left to somebody, as the headers say it (draft-ietf-httpapi-ratelimit-headers). */
interface Left {
  over: boolean
  seconds: number
  headers: Record<string, string>
}

const windows = new Map<string, Window>()
/** Askers remembered at once; beyond that, those whose minute is over are forgotten. */
const most = 50_000

/** Counts one question of an address's network, or of a key, and answers what is left. */
export function count(asker: { ip: string; keyId?: string }, cost: number, now: number): Left {
  const policy = asker.keyId ? 'key' : 'public'
  const name = asker.keyId ?? networkOf(asker.ip)
  let window = windows.get(name)
  if (!window || window.ends <= now) {
    if (windows.size >= most) for (const [other, { ends }] of windows) if (ends <= now) windows.delete(other)
    window = { used: 0, ends: now + windowSeconds * 1000 }
    windows.set(name, window)
  }
  window.used += cost
  const left = Math.max(0, allowances[policy] - window.used)
  const seconds = Math.max(1, Math.ceil((window.ends - now) / 1000))
  const over = window.used > allowances[policy]
  return {
    over,
    seconds,
    headers: {
      'RateLimit-Policy': `"${policy}";q=${allowances[policy]};w=${windowSeconds}`,
      RateLimit: `"${policy}";r=${left};t=${seconds}`,
      ...(over ? { 'Retry-After': String(seconds) } : {}),
    },
  }
}
