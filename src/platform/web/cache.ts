import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Changes } from '../db/changes.ts'
import { names } from './accept.ts'
import type { Door } from './door.ts'

type Encoding = 'br' | 'gzip' | 'identity'

interface Variant {
  body: Buffer
  headers: string[]
  etag: string
}

/** A whole answer; `also` names the types it has besides, at addresses of their own. */
interface Answer {
  type: string
  body: Buffer
  headers: Record<string, string>
  also?: readonly string[]
}

interface Kept {
  topics: readonly string[]
  bytes: number
  answer: Answer
  /** Made when first asked for: most pages are only ever wanted in one encoding. */
  variants: Partial<Record<Encoding, Variant>>
}

/** Proof of when a page began to be made, so that a change during its making is not lost. */
export type Mark = number

export interface PageCache {
  /** Answers from memory if it can; true when it did. Runs before any hook or parser. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** Take before reading anything from the database. */
  mark(): Mark
  /** Keeps an answer, unless something it shows changed since `mark`. */
  keep(key: string | null, mark: Mark, topics: readonly string[], answer: Answer): void
  /** The key of a request: what the answer of a public page may depend on. Null when it is not kept. */
  key(request: IncomingMessage): string | null
  stats(): { pages: number; bytes: number; hits: number; misses: number; drops: number }
}

const preferred = (accept: string | undefined): Encoding => (!accept ? 'identity' : accept.includes('br') ? 'br' : accept.includes('gzip') ? 'gzip' : 'identity')

const varyOf = ({ also }: Answer): string => (also ? 'Accept-Encoding, Cookie, Accept' : 'Accept-Encoding, Cookie')

/** A page in one encoding, with its strong ETag and its headers ready to be written. */
function variantOf(answer: Answer, encoding: Encoding): Variant {
  const body =
    encoding === 'br'
      ? brotliCompressSync(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: answer.body.length } })
      : encoding === 'gzip'
        ? gzipSync(answer.body, { level: 7 })
        : answer.body
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = [
    'Content-Type', answer.type, 'Content-Length', String(body.length), 'ETag', etag, 'Cache-Control', 'no-cache',
    'Vary', varyOf(answer), ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]), ...Object.entries(answer.headers).flat(),
  ]
  return { body, headers, etag }
}

/**
 * Keeps whole answers of public pages in memory, compressed once they are asked for again, and drops them the moment the database says
 * that something they show has changed. Bounded by bytes; the least recently used go first.
 */
export function makePageCache(changes: Changes, maxBytes: number, { key }: Pick<Door, 'key'>): PageCache {
  const pages = new Map<string, Kept>()
  const byTopic = new Map<string, Set<string>>()
  /** When each topic last changed, in ticks; older than the oldest page under way is of no use, so it stays small. */
  const changedAt = new Map<string, number>()
  let tick = 0
  let everythingChangedAt = 0
  let bytes = 0
  let hits = 0
  let misses = 0
  let drops = 0

  function drop(key: string): void {
    const kept = pages.get(key)
    if (!kept) return
    pages.delete(key)
    bytes -= kept.bytes
    drops++
    for (const topic of kept.topics) {
      const keys = byTopic.get(topic)
      keys?.delete(key)
      if (keys?.size === 0) byTopic.delete(topic)
    }
  }

  changes.on(topic => {
    tick++
    if (topic === null) {
      everythingChangedAt = tick
      changedAt.clear()
      for (const key of pages.keys()) drop(key)
      return
    }
    changedAt.set(topic, tick)
    if (changedAt.size > 50_000) {
      // Forgetting is only safe if it counts as "everything changed" for pages being made now.
      everythingChangedAt = tick
      changedAt.clear()
    }
    for (const key of byTopic.get(topic) ?? []) drop(key)
  })

  return {
    key,
    mark: () => tick,
    answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const id = key(request)
      const kept = id === null ? undefined : pages.get(id)
      // Who names a form this page also has may want that one: it is weighed where pages are made.
      if (id === null || !kept || (kept.answer.also && names(request.headers.accept, kept.answer.also))) {
        misses++
        return false
      }
      hits++
      // Moves it to the end of the map: insertion order is the order of use.
      pages.delete(id)
      pages.set(id, kept)
      const encoding = preferred(request.headers['accept-encoding'] as string | undefined)
      const variant = (kept.variants[encoding] ??= variantOf(kept.answer, encoding))
      if (request.headers['if-none-match'] === variant.etag) {
        response.writeHead(304, ['ETag', variant.etag, 'Cache-Control', 'no-cache', 'Vary', varyOf(kept.answer)])
        response.end()
        return true
      }
      response.writeHead(200, variant.headers)
      response.end(request.method === 'HEAD' ? undefined : variant.body)
      return true
    },
    keep(id, mark, topics, answer) {
      if (id === null || !changes.live() || everythingChangedAt > mark) return
      if (topics.some(topic => (changedAt.get(topic) ?? 0) > mark)) return
      // Room for the compressed forms, which together are never larger than the page itself, and for headers and key.
      const size = answer.body.length * 2 + id.length + 2048
      if (size > maxBytes / 4) return
      drop(id)
      for (const oldest of pages.keys()) {
        if (bytes + size <= maxBytes) break
        drop(oldest)
      }
      pages.set(id, { topics, bytes: size, answer, variants: {} })
      bytes += size
      for (const topic of topics) {
        const keys = byTopic.get(topic)
        if (keys) keys.add(id)
        else byTopic.set(topic, new Set([id]))
      }
    },
    stats: () => ({ pages: pages.size, bytes, hits, misses, drops }),
  }
}
