import { setTimeout as wait } from 'node:timers/promises'
import { fetchOutside, OutsideFailure } from '#platform/web/outbound.ts'
import { everythingAllowed, nothingAllowed, readRobots, robotsBytes, type Robots } from '#platform/web/robots.ts'

/** Why a source could not be read; a sentence for the page, in Indonesian. */
export class SourceFailure extends Error {}

/** Reads addresses of one host as a guest should. */
export interface Reader {
  text(url: string, accept: string): Promise<{ body: string; type: string }>
}

export interface Manners {
  userAgent: string
  allowPrivate: boolean
  /** Between two requests. */
  pauseMs: number
  /** Of one answer. */
  maxBytes: number
}

export const manners: Omit<Manners, 'userAgent' | 'allowPrivate'> = { pauseMs: 1000, maxBytes: 50_000_000 }
const longestDelay = 10_000
const mostHops = 5
const mostRequests = 500

const reasons: Record<OutsideFailure['reason'], string> = {
  address: 'Alamatnya tidak sah.', private: 'Alamatnya berada di jaringan dalam.', 'unknown-host': 'Nama alamatnya tidak dikenal.', timeout: 'Tidak menjawab dalam waktu yang wajar.',
  'too-large': 'Jawabannya terlalu besar.', 'too-many-redirects': 'Mengalihkan terlalu sering.', unreachable: 'Tidak dapat dihubungi.',
}

/** One request at a time with a pause after each, as far as robots.txt allows, and never on another host. */
export function makeReader(start: string, { userAgent, allowPrivate, pauseMs, maxBytes }: Manners): Reader {
  const home = new URL(start)
  let pause = pauseMs
  let requests = 0
  let robots: Robots | null = null

  async function send(url: string, accept: string, bytes: number) {
    if (requests++ > 0) await wait(pause)
    if (requests > mostRequests) throw new SourceFailure('Katalognya terlalu panjang.')
    try {
      return await fetchOutside(url, { headers: { 'user-agent': userAgent, accept }, timeoutMs: 60_000, maxBytes: bytes, maxRedirects: 0, allowPrivate })
    } catch (error) {
      throw error instanceof OutsideFailure ? new SourceFailure(reasons[error.reason]) : error
    }
  }

  async function rules(): Promise<Robots> {
    const answer = await send(new URL('/robots.txt', home).href, 'text/plain', robotsBytes)
    const read = answer.status < 300 ? readRobots(answer.body.toString('utf8'), 'Pendopo') : answer.status < 500 && answer.status !== 429 ? everythingAllowed : nothingAllowed
    if (read.delay) pause = Math.max(pause, Math.min(read.delay * 1000, longestDelay))
    return read
  }

  return {
    async text(address, accept) {
      let url = new URL(address, home)
      robots ??= await rules()
      for (let hop = 0; ; hop++) {
        // Only what was registered and looked at is fetched, whatever a catalogue names.
        if (url.host !== home.host) throw new SourceFailure('Sumbernya mengalihkan ke alamat lain.')
        if (!robots.allows(url.pathname + url.search)) throw new SourceFailure('Sumbernya meminta program tidak membacanya (robots.txt).')
        const answer = await send(url.href, accept, maxBytes)
        if (answer.status === 429 || answer.status === 503) throw new SourceFailure('Sumbernya sedang sibuk.')
        const next = answer.status >= 300 && answer.status < 400 ? URL.parse(answer.headers.location ?? '', url) : null
        if (!next) {
          if (answer.status !== 200) throw new SourceFailure(answer.status === 404 ? 'Katalognya tidak ada di alamat ini.' : 'Sumbernya menjawab dengan galat.')
          return { body: answer.body.toString('utf8'), type: (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase() }
        }
        if (hop >= mostHops) throw new SourceFailure(reasons['too-many-redirects'])
        url = next
      }
    },
  }
}
