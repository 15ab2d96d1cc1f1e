import { inflateSync } from 'node:zlib'
import { Reader, UnreadablePdf } from './reading.ts'
import { Name, PdfStream, Ref, type Dict, type PdfValue } from './values.ts'

type Place = { at: number } | { within: number; index: number }

/** More than all tables and streams of objects of a file need together; what unpacks beyond it is hostile. */
const largest = 64 * 1024 * 1024
/** More objects than any document has. */
const most = 2_000_000

/** A PDF as a set of numbered objects, the newest of each. Reads files with tables and with streams of references. */
export class PdfFile {
  readonly bytes: Buffer
  readonly trailer: Dict
  /** Where the newest table of references lies, and whether it is a stream. */
  readonly newest: { at: number; stream: boolean }
  private readonly places = new Map<number, Place>()
  private readonly kept = new Map<number, PdfValue>()
  private readonly opened = new Map<number, { numbers: Uint32Array; starts: Uint32Array; body: Buffer }>()
  private readonly underway = new Set<number>()
  private unpackable = largest
  /** Bytes that may still be read as values: objects that lie within each other would be read over and over. */
  private readable: number

  /**
   * @param encrypted whether to open what is encrypted as well: strings and streams in it stay unreadable
   * @throws UnreadablePdf
   */
  constructor(bytes: Buffer, { encrypted = false } = {}) {
    this.bytes = bytes
    this.readable = bytes.length + 16 * 1024 * 1024
    if (bytes.indexOf('%PDF-') < 0 || bytes.indexOf('%PDF-') > 1024) throw new UnreadablePdf('no PDF')
    const last = bytes.lastIndexOf('startxref')
    if (last < 0) throw new UnreadablePdf('no table of references')
    let at: number | undefined = Number(new Reader(bytes, last + 9).word())
    const seen = new Set<number>()
    let trailer: Dict | undefined
    let stream = false
    while (at !== undefined && !seen.has(at)) {
      if (!Number.isInteger(at) || at < 0 || at >= bytes.length) throw new UnreadablePdf('a table of references lies outside')
      seen.add(at)
      const table: { trailer: Dict; stream: boolean } = this.table(at)
      trailer ??= table.trailer
      if (seen.size === 1) stream = table.stream
      const beside = table.trailer.get('XRefStm')
      if (typeof beside === 'number' && !seen.has(beside)) {
        seen.add(beside)
        this.table(beside)
      }
      const before = table.trailer.get('Prev')
      at = typeof before === 'number' ? before : undefined
    }
    if (!trailer) throw new UnreadablePdf('no table of references')
    if (trailer.has('Encrypt') && !encrypted) throw new UnreadablePdf('encrypted')
    this.trailer = trailer
    this.newest = { at: [...seen][0] ?? 0, stream }
  }

  /** One past the highest number in use. */
  get size(): number {
    const size = this.trailer.get('Size')
    return Math.max(typeof size === 'number' ? size : 0, this.highest + 1)
  }

  private highest = 0

  private put(number: number, place: Place): void {
    if (!Number.isInteger(number) || number < 0 || number > 10_000_000 || this.places.size >= most) throw new UnreadablePdf('a number beyond all others')
    this.highest = Math.max(this.highest, number)
    if (!this.places.has(number)) this.places.set(number, place)
  }

  private table(at: number): { trailer: Dict; stream: boolean } {
    const reader = new Reader(this.bytes, at)
    reader.skip()
    if (this.bytes.toString('latin1', reader.at, reader.at + 4) !== 'xref') return { trailer: this.tableStream(at), stream: true }
    reader.expect('xref')
    for (;;) {
      const word = reader.word()
      if (word === 'trailer') break
      const count = Number(reader.word())
      if (!/^\d+$/.test(word) || !Number.isInteger(count) || count < 0 || count > this.bytes.length / 18) throw new UnreadablePdf('a table of references is damaged')
      for (let i = 0; i < count; i++) {
        const offset = Number(reader.word())
        reader.word()
        if (reader.word() === 'n' && Number.isInteger(offset)) this.put(Number(word) + i, { at: offset })
      }
    }
    const trailer = reader.value()
    if (!(trailer instanceof Map)) throw new UnreadablePdf('no trailer')
    return { trailer, stream: false }
  }

  private tableStream(at: number): Dict {
    const { value } = new Reader(this.bytes, at).object(length => (typeof length === 'number' ? length : -1))
    if (!(value instanceof PdfStream)) throw new UnreadablePdf('no table of references')
    const data = this.unpacked(value)
    const widths = value.dict.get('W')
    const size = value.dict.get('Size')
    if (!Array.isArray(widths) || widths.length < 3 || typeof size !== 'number') throw new UnreadablePdf('a table of references is damaged')
    const [a, b, c] = widths.map(width => (typeof width === 'number' && width >= 0 && width <= 8 ? width : 0)) as [number, number, number]
    const index = value.dict.get('Index')
    const sections = Array.isArray(index) ? index.map(Number) : [0, size]
    const field = (from: number, width: number) => {
      let found = 0
      for (let i = 0; i < width; i++) found = found * 256 + (data[from + i] ?? 0)
      return found
    }
    let row = 0
    for (let s = 0; s + 1 < sections.length; s += 2)
      for (let i = 0; i < sections[s + 1]! && row + a + b + c <= data.length; i++, row += a + b + c) {
        const kind = a === 0 ? 1 : field(row, a)
        if (kind === 1) this.put(sections[s]! + i, { at: field(row + a, b) })
        if (kind === 2) this.put(sections[s]! + i, { within: field(row + a, b), index: field(row + a + b, c) })
      }
    return value.dict
  }

  /** What a value stands for: pointers are followed. */
  follow(value: PdfValue | undefined): PdfValue | undefined {
    let found = value
    for (let hops = 0; found instanceof Ref; hops++) {
      if (hops > 20) throw new UnreadablePdf('pointers in a circle')
      found = this.object(found.number)
    }
    return found
  }

  dictOf(value: PdfValue | undefined): Dict | undefined {
    const found = this.follow(value)
    return found instanceof Map ? found : found instanceof PdfStream ? found.dict : undefined
  }

  object(number: number): PdfValue {
    const kept = this.kept.get(number)
    if (kept !== undefined) return kept
    const place = this.places.get(number)
    if (!place) return null
    if (this.underway.has(number)) throw new UnreadablePdf('an object within itself')
    this.underway.add(number)
    try {
      const value = 'at' in place ? this.objectAt(number, place.at) : this.objectWithin(number, place)
      this.kept.set(number, value)
      return value
    } finally {
      this.underway.delete(number)
    }
  }

  private objectAt(number: number, at: number): PdfValue {
    const reader = new Reader(this.bytes, at)
    const found = reader.object(length => Number(this.follow(length) ?? -1))
    this.count(reader.at - at)
    if (found.number !== number) throw new UnreadablePdf(`object ${number} is not where it should be`)
    return found.value
  }

  private objectWithin(number: number, { within, index }: { within: number; index: number }): PdfValue {
    let opened = this.opened.get(within)
    if (!opened) {
      const stream = this.object(within)
      if (!(stream instanceof PdfStream)) throw new UnreadablePdf('no stream of objects')
      const body = this.unpacked(stream)
      const count = Number(stream.dict.get('N') ?? 0)
      const first = Number(this.follow(stream.dict.get('First')) ?? 0)
      // A pair of numbers takes four bytes at least.
      if (!Number.isInteger(count) || count < 0 || count > most || count * 4 > body.length + 4) throw new UnreadablePdf('a stream of objects is damaged')
      const heads = new Reader(body)
      opened = { numbers: new Uint32Array(count), starts: new Uint32Array(count), body }
      for (let i = 0; i < count; i++) {
        opened.numbers[i] = Number(heads.word())
        opened.starts[i] = Number(heads.word()) + first
      }
      this.opened.set(within, opened)
    }
    const place = opened.numbers[index] === number ? index : opened.numbers.indexOf(number)
    const start = opened.starts[place]
    if (start === undefined) return null
    const reader = new Reader(opened.body, start)
    const found = reader.value()
    this.count(reader.at - start)
    return found
  }

  private count(bytes: number): void {
    if ((this.readable -= bytes) < 0) throw new UnreadablePdf('objects within each other')
  }

  /** The bytes of a stream without their packing; only Flate is known, which is what tables and objects use. */
  private unpacked(stream: PdfStream): Buffer {
    const filters = [stream.dict.get('Filter') ?? []].flat()
    if (filters.length === 0) return stream.bytes
    if (filters.length > 1 || !(filters[0] instanceof Name) || filters[0].text !== 'FlateDecode') throw new UnreadablePdf('an unknown packing')
    let data: Buffer
    try {
      data = inflateSync(stream.bytes, { maxOutputLength: Math.max(1, this.unpackable) })
      this.unpackable -= data.length
      this.readable += data.length
    } catch (error) {
      throw new UnreadablePdf('damaged packing', { cause: error })
    }
    const how = [stream.dict.get('DecodeParms') ?? []].flat()[0]
    const predictor = how instanceof Map ? Number(how.get('Predictor') ?? 1) : 1
    return predictor >= 10 && how instanceof Map ? unpredicted(data, Number(how.get('Columns') ?? 1)) : data
  }
}

/** Undoes the PNG predictors of rows of single bytes. */
function unpredicted(data: Buffer, columns: number): Buffer {
  if (!Number.isInteger(columns) || columns < 1) throw new UnreadablePdf('damaged packing')
  const rows = Math.floor(data.length / (columns + 1))
  const out = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)]
    for (let i = 0; i < columns; i++) {
      const to = row * columns + i
      const left = i > 0 ? out[to - 1]! : 0
      const up = row > 0 ? out[to - columns]! : 0
      const corner = i > 0 && row > 0 ? out[to - columns - 1]! : 0
      const guess = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0
      out[to] = (data[row * (columns + 1) + 1 + i]! + guess) & 0xff
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
