import { fetchOutside, OutsideFailure, type OutsideAnswer, type OutsideReason } from '#platform/web/outbound.ts'
import { outcomeOf, type Finding, type Outcome } from '../link.ts'
import type { Pace } from './pace.ts'

/** How an address elsewhere is asked. */
export interface Asking {
  /** Contact of whoever runs the portal, so that a host can complain to a person. */
  userAgent: string
  pace: Pace
  /** `config.PENDOPO_FETCH_LOCAL`: tests only. */
  allowPrivate: boolean
  /** For one address with all its redirects, waiting for its turn not counted. */
  timeoutMs?: number
}

const mostRedirects = 5
const permanent = new Set([301, 308])

const failures: Record<OutsideReason, Finding> = {
  address: 'unreachable',
  private: 'private',
  'unknown-host': 'unknown-host',
  timeout: 'timeout',
  // Bodies are never read, so nothing is too large; should that change, it is there all the same.
  'too-large': 'answers',
  'too-many-redirects': 'too-many-redirects',
  unreachable: 'unreachable',
}

/**
 * Asks whether something is found at an address elsewhere. A person put this link before readers, so a program
 * may look whether it opens: one HEAD, then GET where HEAD is not understood, bodies unread. robots.txt speaks to
 * crawlers that follow what they find, and is not asked.
 */
export async function askOutside(url: string, { userAgent, pace, allowPrivate, timeoutMs = 10_000 }: Asking): Promise<Outcome> {
  let left = timeoutMs
  const send = async (method: 'HEAD' | 'GET', place: string): Promise<OutsideAnswer> => {
    await pace.turn(new URL(place).host)
    const began = Date.now()
    try {
      return await fetchOutside(place, { method, headers: { 'user-agent': userAgent, accept: '*/*' }, timeoutMs: Math.max(1, left), maxBytes: 0, maxRedirects: 0, allowPrivate })
    } finally {
      left -= Date.now() - began
    }
  }
  try {
    let place = url
    // Where the address lives now: as far as every redirect so far said that it moved for good.
    let movedTo: string | null = null
    for (let hop = 0; hop <= mostRedirects; hop++) {
      let answer = await send('HEAD', place)
      // Some servers know no HEAD, or forbid it to everyone.
      if (answer.status >= 400) answer = await send('GET', place)
      const next = answer.status >= 300 && answer.status < 400 ? URL.parse(answer.headers.location ?? '', place) : null
      if (!next) return outcomeOf(answer.status, movedTo)
      if (permanent.has(answer.status) && movedTo === (hop === 0 ? null : place)) movedTo = next.href
      place = next.href
    }
    return { finding: 'too-many-redirects', status: null, movedTo: null }
  } catch (error) {
    if (error instanceof OutsideFailure) return { finding: failures[error.reason], status: null, movedTo: null }
    throw error
  }
}
