import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

interface Answering {
  status?: number
  type?: string
  headers?: Record<string, string>
  /** The same for everybody: may be kept for a minute, and asked again by its ETag. */
  shared: boolean
}

/** Any page of any origin may read this without sending who the reader is. */
export const openToAll = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After' }

/** An answer with its ETag, packed when that is worth it; 304 when the reader has it already. */
export function answerWith(asked: Headers, body: string, { status = 200, type = 'application/json; charset=utf-8', headers = {}, shared }: Answering): Response {
  const standing = { ...openToAll, ...headers, 'Cache-Control': shared ? 'public, max-age=60' : 'no-store', Vary: 'Accept, Accept-Encoding, Authorization, X-CKAN-API-Key' }
  if (!shared || status !== 200) return packed(asked, body, status, { ...standing, 'Content-Type': type })
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const known = (asked.get('if-none-match') ?? '').split(',').map(one => one.trim())
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers: { ...standing, ETag: etag } })
  return packed(asked, body, status, { ...standing, 'Content-Type': type, ETag: etag })
}

function packed(asked: Headers, body: string, status: number, headers: Record<string, string>): Response {
  if (body.length < 1400 || !/\bgzip\b/.test(asked.get('accept-encoding') ?? '')) return new Response(body, { status, headers })
  return new Response(gzipSync(body, { level: 5 }), { status, headers: { ...headers, 'Content-Encoding': 'gzip' } })
}
