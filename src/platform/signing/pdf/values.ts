/** A name such as `/Type`, without its slash. */
export class Name {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A pointer to a numbered object. */
export class Ref {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation = 0) {
    this.number = number
    this.generation = generation
  }
}

/** Bytes in brackets, as they are after escapes; a text of ours is made with `textString`. */
export class PdfString {
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

/** A dictionary with bytes behind it, as stored: filters are not undone. */
export class PdfStream {
  readonly dict: Dict
  readonly bytes: Buffer
  constructor(dict: Dict, bytes: Buffer) {
    this.dict = dict
    this.bytes = bytes
  }
}

/** Written as they stand; for a value whose bytes we count ourselves. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Dict = Map<string, PdfValue>
export type PdfValue = null | boolean | number | Name | Ref | PdfString | PdfStream | Raw | PdfValue[] | Dict

export const dict = (entries: Record<string, PdfValue | undefined>): Dict =>
  new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined))

/** A text for people: plain when it is ASCII, UTF-16 otherwise. */
export const textString = (text: string): PdfString =>
  new PdfString(/^[\n -~]*$/.test(text) ? Buffer.from(text, 'latin1') : Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]))

/** A text for people, read. Bytes outside ASCII without a mark are taken as Latin. */
export function textOf(value: PdfValue | undefined): string {
  if (!(value instanceof PdfString)) return ''
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1))).swap16().toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1')
}

const nameText = (text: string) => text.replace(/[^!-~]|[#()<>[\]{}/%]/g, sign => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)

/** A value as it stands in a file. Streams are written by `Update`, which knows where they lie. */
export function written(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '')
  if (value instanceof Name) return `/${nameText(value.text)}`
  if (value instanceof Ref) return `${value.number} ${value.generation} R`
  if (value instanceof PdfString) return `<${value.bytes.toString('hex')}>`
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`
  if (value instanceof PdfStream) throw new Error('a stream is an object of its own')
  return `<<${[...value].map(([name, each]) => `/${nameText(name)} ${written(each)}`).join(' ')}>>`
}
