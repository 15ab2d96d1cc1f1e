import { Name, PdfStream, PdfString, Ref, type Dict, type PdfValue } from './values.ts'

/** The file is no PDF, is damaged, or is encrypted: it cannot be read here. */
export class UnreadablePdf extends Error {}

const deepest = 100
const space = new Set([0, 9, 10, 12, 13, 32])
const delimiter = new Set('()<>[]{}/%'.split('').map(sign => sign.charCodeAt(0)))
const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Reads values of a PDF one after another, from a byte of it. */
export class Reader {
  readonly bytes: Buffer
  at: number
  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  private fail(): never {
    throw new UnreadablePdf(`no PDF value at byte ${this.at}`)
  }

  skip(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === 0x25) while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at++
      else if (byte !== undefined && space.has(byte)) this.at++
      else return
    }
  }

  /** The next bare word: a number, `obj`, `R` … */
  word(): string {
    this.skip()
    const from = this.at
    while (this.at < this.bytes.length && !space.has(this.bytes[this.at]!) && !delimiter.has(this.bytes[this.at]!)) this.at++
    return this.bytes.toString('latin1', from, this.at)
  }

  expect(word: string): void {
    if (this.word() !== word) this.fail()
  }

  private integer(): number {
    const word = this.word()
    return /^\d{1,10}$/.test(word) ? Number(word) : this.fail()
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) this.fail()
    this.skip()
    switch (this.bytes[this.at]) {
      case 0x2f: return this.name()
      case 0x28: return this.literal()
      case 0x5b: return this.array(depth)
      case 0x3c: return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : this.hex()
    }
    const word = this.word()
    if (word === 'true' || word === 'false') return word === 'true'
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) this.fail()
    return /^\d{1,10}$/.test(word) ? this.numberOrRef(Number(word)) : Number(word)
  }

  private numberOrRef(number: number): number | Ref {
    const back = this.at
    const generation = this.word()
    if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new Ref(number, Number(generation))
    this.at = back
    return number
  }

  private name(): Name {
    this.at++
    const from = this.at
    while (this.at < this.bytes.length && !space.has(this.bytes[this.at]!) && !delimiter.has(this.bytes[this.at]!)) this.at++
    return new Name(this.bytes.toString('latin1', from, this.at).replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))
  }

  private literal(): PdfString {
    const from = ++this.at
    for (let open = 0; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === 0x5c) this.at++
      else if (byte === 0x28) open++
      else if (byte === 0x29 && open-- === 0) return new PdfString(unescaped(this.bytes.subarray(from, this.at++)))
    }
    return this.fail()
  }

  private hex(): PdfString {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) this.fail()
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '')
    if (!/^[0-9a-f]*$/i.test(digits)) this.fail()
    this.at = end + 1
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'))
  }

  private array(depth: number): PdfValue[] {
    const found: PdfValue[] = []
    for (this.at++, this.skip(); this.bytes[this.at] !== 0x5d; this.skip()) {
      if (this.at >= this.bytes.length) this.fail()
      found.push(this.value(depth + 1))
    }
    this.at++
    return found
  }

  private dictionary(depth: number): Dict {
    const found: Dict = new Map()
    for (this.at += 2, this.skip(); this.bytes[this.at] !== 0x3e; this.skip()) {
      if (this.bytes[this.at] !== 0x2f) this.fail()
      const { text } = this.name()
      found.set(text, this.value(depth + 1))
    }
    this.at += 2
    return found
  }

  /**
   * An object `12 0 obj … endobj`, with its stream if it has one.
   * @param lengthOf answers the length of a stream when it is an object of its own
   */
  object(lengthOf: (length: PdfValue | undefined) => number): { number: number; value: PdfValue } {
    const number = this.integer()
    this.integer()
    this.expect('obj')
    const value = this.value()
    if (!(value instanceof Map)) return { number, value }
    const back = this.at
    if (this.word() !== 'stream') {
      this.at = back
      return { number, value }
    }
    if (this.bytes[this.at] === 13) this.at++
    if (this.bytes[this.at] === 10) this.at++
    const length = lengthOf(value.get('Length'))
    if (!Number.isInteger(length) || length < 0 || this.at + length > this.bytes.length) this.fail()
    return { number, value: new PdfStream(value, this.bytes.subarray(this.at, (this.at += length))) }
  }
}

/** The bytes a string in brackets stands for. */
function unescaped(raw: Buffer): Buffer {
  if (!raw.includes(0x5c)) return raw
  const found = Buffer.alloc(raw.length)
  let length = 0
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] !== 0x5c) {
      found[length++] = raw[at]!
      continue
    }
    const next = String.fromCharCode(raw[++at] ?? 0)
    const octal = /^[0-7]{1,3}/.exec(raw.toString('latin1', at, at + 3))?.[0]
    if (octal) {
      found[length++] = Number.parseInt(octal, 8) & 0xff
      at += octal.length - 1
    } else if (next === '\r' && raw[at + 1] === 10) at++
    else if (next !== '\n' && next !== '\r') found[length++] = escapes[next] ?? next.charCodeAt(0)
  }
  return found.subarray(0, length)
}
