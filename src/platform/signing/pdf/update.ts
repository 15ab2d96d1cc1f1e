import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'
import { Name, PdfStream, PdfString, Ref, dict, written, type Dict, type PdfValue } from './values.ts'

/** Objects added to a PDF behind its last byte (an incremental update): what was there stays as it was. */
export class Update {
  readonly file: PdfFile
  private readonly objects = new Map<number, { generation: number; value: PdfValue }>()
  private next: number

  constructor(file: PdfFile) {
    this.file = file
    this.next = file.size
  }

  add(value: PdfValue): Ref {
    const ref = this.reserve()
    this.set(ref, value)
    return ref
  }

  /** A number for an object that needs to be named before it is made. */
  reserve(): Ref {
    return new Ref(this.next++)
  }

  set(ref: Ref, value: PdfValue): void {
    this.objects.set(ref.number, { generation: ref.generation, value })
  }

  /** The dictionary a pointer leads to, copied so that it may be changed; `set` keeps the change. */
  copyOf(ref: Ref): Dict {
    return new Map(this.file.dictOf(ref) ?? [])
  }

  /** Copies a value of another PDF with everything it points to, each once. */
  adopt(from: PdfFile, value: PdfValue, known = new Map<number, Ref>()): PdfValue {
    if (value instanceof Ref) {
      const before = known.get(value.number)
      if (before) return before
      const ref = this.reserve()
      known.set(value.number, ref)
      this.set(ref, this.adopt(from, from.object(value.number), known))
      return ref
    }
    if (Array.isArray(value)) return value.map(each => this.adopt(from, each, known))
    if (value instanceof Map) return new Map([...value].map(([name, each]) => [name, this.adopt(from, each, known)]))
    if (value instanceof PdfStream) return new PdfStream(this.adopt(from, value.dict, known) as Dict, value.bytes)
    return value
  }

  /** The whole file: the old bytes, the new objects, and a table of references of the kind the file has. */
  bytes(): Buffer {
    const { file } = this
    const parts: Buffer[] = [file.bytes]
    let at = file.bytes.length
    const put = (...pieces: (string | Buffer)[]) => {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
        parts.push(bytes)
        at += bytes.length
      }
    }
    if (file.bytes.at(-1) !== 10) put('\n')
    const offsets = new Map<number, { at: number; generation: number }>()
    for (const [number, { generation, value }] of this.objects) {
      offsets.set(number, { at, generation })
      put(`${number} ${generation} obj\n`)
      if (value instanceof PdfStream) put(written(new Map([...value.dict, ['Length', value.bytes.length]])), '\nstream\n', value.bytes, '\nendstream')
      else put(written(value))
      put('\nendobj\n')
    }
    const start = at
    if (file.newest.stream) {
      const table = this.reserve()
      offsets.set(table.number, { at: start, generation: 0 })
      const rows = sorted(offsets)
      const data = Buffer.alloc(rows.length * 8)
      rows.forEach(([, place], i) => {
        data[i * 8] = 1
        data.writeUIntBE(place.at, i * 8 + 1, 5)
        data.writeUInt16BE(place.generation, i * 8 + 6)
      })
      const trailer = this.trailer(parts)
      const index = sections(rows).flatMap(section => [section[0]![0], section.length])
      put(`${table.number} 0 obj\n`, written(new Map([...trailer, ['Type', new Name('XRef')], ['W', [1, 5, 2]], ['Index', index], ['Length', data.length]])), '\nstream\n', data, '\nendstream\nendobj\n')
    } else {
      const lines = sections(sorted(offsets)).map(section => {
        const rows = section.map(([, place]) => `${String(place.at).padStart(10, '0')} ${String(place.generation).padStart(5, '0')} n \n`)
        return `${section[0]![0]} ${section.length}\n${rows.join('')}`
      })
      put(`xref\n${lines.join('')}trailer\n${written(this.trailer(parts))}\n`)
    }
    put(`startxref\n${start}\n%%EOF\n`)
    return Buffer.concat(parts)
  }

  private trailer(parts: Buffer[]): Dict {
    const { trailer, newest } = this.file
    const [first] = [trailer.get('ID') ?? []].flat()
    // The second half of the identifier changes with every version, by what was added.
    const digest = createHash('sha256').update(String(newest.at))
    for (const part of parts.slice(1)) digest.update(part)
    const second = new PdfString(digest.digest().subarray(0, 16))
    return dict({ Size: this.next, Root: trailer.get('Root'), Info: trailer.get('Info'), ID: [first instanceof PdfString ? first : second, second], Prev: newest.at })
  }
}

type Row = [number, { at: number; generation: number }]

const sorted = (offsets: Map<number, { at: number; generation: number }>): Row[] => [...offsets].sort(([a], [b]) => a - b)

/** Rows in runs of consecutive numbers. */
function sections(rows: Row[]): Row[][] {
  const found: Row[][] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last && last.at(-1)![0] === row[0] - 1) last.push(row)
    else found.push([row])
  }
  return found
}
