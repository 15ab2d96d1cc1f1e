import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { OutsideAnswer } from '#platform/web/outbound.ts'

/** What an answer holds, unpacked and read as text; null when it is no HTML or cannot be unpacked within bounds. */
export function htmlOf({ headers, body }: OutsideAnswer, mostBytes: number): string | null {
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '')) return null
  const unpacked = unpack(headers['content-encoding'] ?? '', body, mostBytes)
  return unpacked && decode(unpacked, headers['content-type']!)
}

/** The text of a plain answer such as robots.txt. */
export const textOf = ({ headers, body }: OutsideAnswer, mostBytes: number): string => unpack(headers['content-encoding'] ?? '', body, mostBytes)?.toString('utf8') ?? ''

const unpackers: Record<string, (body: Buffer, options: { maxOutputLength: number }) => Buffer> = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync }

/** A small answer that unpacks into a huge one is stopped at the bound. */
function unpack(encoding: string, body: Buffer, mostBytes: number): Buffer | null {
  const kind = encoding.trim().toLowerCase()
  if (kind === '' || kind === 'identity') return body
  try {
    return unpackers[kind]?.(body, { maxOutputLength: mostBytes }) ?? null
  } catch {
    return null
  }
}

/** By the byte order mark, the header, what the page says itself, and else UTF-8, as browsers do. */
function decode(body: Buffer, contentType: string): string {
  const head = body.subarray(0, 2048).toString('latin1')
  const mark = body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : body[0] === 0xef && body[1] === 0xbb ? 'utf-8' : null
  const label = mark ?? /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
