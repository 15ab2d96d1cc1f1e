import { isUtf8 } from 'node:buffer'
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** How the text of a file is written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The first bytes of a file. */
export async function headOf(path: string, most: number): Promise<{ head: Buffer; size: number }> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(Math.min(most, size))
    await handle.read(head, 0, head.length, 0)
    return { head, size }
  } finally {
    await handle.close()
  }
}

/** Encoding by the byte order mark, or by where zeros stand: in texts of Latin letters every other byte of UTF-16 is one. */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(head.length & ~1, 4096)
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i & 1]!++
  const many = looked / 4
  if (zeros[1]! > many && zeros[0]! < many / 10) return 'utf-16le'
  return zeros[0]! > many && zeros[1]! < many / 10 ? 'utf-16be' : 'utf-8'
}

const mark = Buffer.of(0xef, 0xbb, 0xbf)

/** Text of a file in pieces of UTF-8 without its mark; bytes that are no UTF-8 stay as they are. */
export async function* piecesOf(path: string, encoding: Encoding, lines: 'lf' | 'cr' = 'lf'): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding)
  let first = true
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let piece = decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
    if (first && piece.subarray(0, 3).equals(mark)) piece = piece.subarray(3)
    first = false
    if (lines === 'cr') for (let at = piece.indexOf(13); at !== -1; at = piece.indexOf(13, at + 1)) piece[at] = 10
    yield piece
  }
  const rest = decoder?.decode()
  if (rest) yield Buffer.from(rest)
}

/** The head of a file as UTF-8. */
export function headText(head: Buffer, encoding: Encoding): Buffer {
  if (encoding !== 'utf-8') return Buffer.from(new TextDecoder(encoding).decode(head))
  return head.subarray(0, 3).equals(mark) ? head.subarray(3) : head
}

const western = new TextDecoder('windows-1252')

/** Bytes as text: UTF-8, or what old spreadsheet programs write where they are none. */
export const textOfBytes = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : western.decode(bytes))

/** Writes a file out of many small pieces. */
export interface Sink {
  bytes(from: Buffer, start: number, end: number): void
  text(text: string): void
  close(): void
}

export function makeSink(path: string): Sink {
  const file = openSync(path, 'wx', 0o600)
  const buffer = Buffer.allocUnsafe(4 << 20)
  let used = 0
  const flush = () => {
    for (let at = 0; at < used; ) at += writeSync(file, buffer, at, used - at)
    used = 0
  }
  const whole = (from: Buffer) => {
    flush()
    for (let at = 0; at < from.length; ) at += writeSync(file, from, at)
  }
  return {
    bytes(from, start, end) {
      if (end - start > buffer.length) return whole(from.subarray(start, end))
      if (used + end - start > buffer.length) flush()
      used += from.copy(buffer, used, start, end)
    },
    text(text) {
      if (text.length * 3 > buffer.length) return whole(Buffer.from(text))
      if (used + text.length * 3 > buffer.length) flush()
      used += buffer.write(text, used)
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}
