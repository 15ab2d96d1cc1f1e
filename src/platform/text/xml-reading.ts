import type { Readable } from 'node:stream'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { SourceRefused } from './refused.ts'

export interface XmlHandlers {
  open(tag: SaxesTagNS): void
  close(tag: SaxesTagNS): void
  /** Character data, CDATA included, entities decoded. */
  text(text: string): void
}

export interface XmlLimits {
  /** Characters allowed between two tags, so that one value cannot fill the memory. */
  value: number
  /** Elements that may be open at once. */
  depth: number
  /** What to say when the bytes are not XML at all. */
  notThis: string
  /** A bare `<!DOCTYPE rss …>` is harmless and common in old feeds; one with declarations is always refused. */
  bareDoctype?: boolean
}

/** Names that sloppy writers use although XML does not know them. */
const HTML_ENTITIES: Record<string, string> = {
  nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  laquo: '«', raquo: '»', copy: '©', reg: '®', deg: '°', middot: '·', bull: '•', eacute: 'é',
}

const SLICE = 65_536
// Control characters that XML 1.0 forbids and that old databases are full of
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * Reads XML piece by piece and calls `handlers`; memory is bounded by `limits`.
 * Throws `SourceRefused` for anything that is not well-formed XML in a known encoding.
 */
export async function readXml(source: Readable | string, handlers: XmlHandlers, limits: XmlLimits): Promise<void> {
  const parser = begin(handlers, limits)
  if (typeof source === 'string') parser.write(source)
  else for await (const text of decoded(source, limits.notThis, () => parser.line())) parser.write(text)
  parser.end()
}

/** The same for text already in memory. */
export function readXmlText(source: string, handlers: XmlHandlers, limits: XmlLimits): void {
  const parser = begin(handlers, limits)
  parser.write(source)
  parser.end()
}

function begin(handlers: XmlHandlers, limits: XmlLimits) {
  const parser = new SaxesParser({ xmlns: true, position: true })
  Object.assign(parser.ENTITIES, HTML_ENTITIES)
  let depth = 0
  let roots = 0
  let mark = 0
  let ending = false
  const broken = (reason: string) => new SourceRefused('Berkas rusak di baris {line}: {reason}', { line: parser.line, reason })

  parser.on('error', error => {
    if (ending && roots > 0 && depth > 0) throw new SourceRefused('Berkas terpotong: baris terakhir ({line}) bukan akhir berkas.', { line: parser.line })
    if (roots === 0) throw new SourceRefused(limits.notThis)
    throw broken(error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, ''))
  })
  parser.on('doctype', doctype => {
    if (limits.bareDoctype && !doctype.includes('[')) return
    throw new SourceRefused('Berkas memuat DTD atau entitas sendiri, yang tidak diterima demi keamanan.')
  })
  parser.on('opentag', tag => {
    mark = parser.position
    roots++
    if (++depth > limits.depth) throw new SourceRefused('Susunan di baris {line} bertingkat terlalu dalam.', { line: parser.line })
    handlers.open(tag)
  })
  parser.on('closetag', tag => {
    mark = parser.position
    depth--
    handlers.close(tag)
  })
  parser.on('text', text => handlers.text(text))
  parser.on('cdata', text => handlers.text(text))
  parser.on('comment', () => { mark = parser.position })

  return {
    line: () => parser.line,
    write(text: string) {
      for (let at = 0; at < text.length; at += SLICE) {
        parser.write(text.slice(at, at + SLICE).replace(FORBIDDEN, ''))
        if (parser.position - mark > limits.value) throw new SourceRefused('Isi di dekat baris {line} terlalu besar.', { line: parser.line })
      }
    },
    end() {
      ending = true
      parser.close()
      if (roots === 0) throw new SourceRefused(limits.notThis)
    },
  }
}

async function* decoded(stream: Readable, notThis: string, line: () => number): AsyncGenerator<string> {
  let head = Buffer.alloc(0)
  let decoder: TextDecoder | undefined
  const decode = (bytes: Buffer | undefined, chosen: TextDecoder) => {
    try {
      return bytes ? chosen.decode(bytes, { stream: true }) : chosen.decode()
    } catch {
      throw new SourceRefused('Huruf setelah baris {line} tidak sesuai dengan pengodean {encoding} yang dinyatakan berkas.', { line: line(), encoding: chosen.encoding })
    }
  }
  for await (const chunk of stream) {
    if (typeof chunk === 'string') {
      yield chunk
      continue
    }
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array)
    if (decoder) {
      yield decode(bytes, decoder)
      continue
    }
    head = Buffer.concat([head, bytes])
    if (head.length < 1024) continue
    decoder = decoderFor(head, notThis)
    yield decode(head, decoder)
  }
  if (!decoder && head.length > 0) {
    decoder = decoderFor(head, notThis)
    yield decode(head, decoder)
  }
  if (decoder) yield decode(undefined, decoder)
}

/** Text of a whole document in memory, by its byte order mark or XML declaration. */
export function decodeXml(bytes: Uint8Array, notThis: string): string {
  const decoder = decoderFor(Buffer.from(bytes), notThis)
  try {
    return decoder.decode(bytes)
  } catch {
    throw new SourceRefused('Huruf setelah baris {line} tidak sesuai dengan pengodean {encoding} yang dinyatakan berkas.', { line: 1, encoding: decoder.encoding })
  }
}

function decoderFor(head: Buffer, notThis: string): TextDecoder {
  if (head.subarray(0, 2).equals(Buffer.of(0x50, 0x4b)) || head.subarray(0, 2).equals(Buffer.of(0x1f, 0x8b))) {
    throw new SourceRefused('Berkas ini masih dimampatkan. Ekstrak dahulu, lalu unggah berkas XML di dalamnya.')
  }
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return new TextDecoder('utf-16le', { fatal: true })
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return new TextDecoder('utf-16be', { fatal: true })
  const start = head.subarray(0, 1024).toString('latin1')
  if (!/^(?:\u00ef\u00bb\u00bf)?\s*[<{]/.test(start)) throw new SourceRefused(notThis)
  const encoding = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(start)?.[1] ?? 'utf-8'
  // Bytes that reached this line are single-byte or UTF-8 for certain: the declaration's own letters were readable.
  if (/^utf-?16/i.test(encoding)) return new TextDecoder('utf-8', { fatal: true })
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new SourceRefused('Pengodean huruf {encoding} tidak dikenal. Simpan berkas sebagai UTF-8.', { encoding })
  }
}
