import { textOfBytes } from './bytes.ts'

const [newline, feed, quote] = [10, 13, 34]

/** A record of a CSV where it lies in a buffer. */
export interface CsvRecord {
  /** Behind its line end, and before it. */
  next: number
  stop: number
  cells: number
  /** Without quotes, with quotes in their places, or such that its cells must be read one by one. */
  form: 'plain' | 'quoted' | 'loose'
  /** Its quotes do not close: they are taken as letters. */
  unclosed: boolean
  /** A cell goes over several lines. */
  lines: boolean
}

/** Bytes a record may have. */
export const longestRecord = 4_000_000

/**
 * Finds the record that begins at a place; null when more bytes are needed to tell.
 * A quote that never closes, or closes in the middle of a later row, is a slip of its own row only.
 * @param width cells a record should have
 * @param final whether nothing comes after these bytes
 */
export function recordAt(buffer: Buffer, start: number, separator: number, width: number, final: boolean): CsvRecord | null {
  const end = buffer.length
  let line = buffer.indexOf(newline, start)
  if (line === -1) {
    if (!final) return null
    line = end
  }
  let separators = 0
  let quoted = false
  for (let i = start; i < line; i++) {
    const byte = buffer[i]
    if (byte === separator) separators++
    else if (byte === quote) quoted = true
  }
  const next = line + 1
  const stop = stopOf(buffer, start, line)
  if (!quoted) return { next, stop, cells: separators + 1, form: 'plain', unclosed: false, lines: false }
  const literal = (): CsvRecord => ({ next, stop, cells: separators + 1, form: 'loose', unclosed: true, lines: false })
  let at = start
  let cells = 1
  let loose = false
  let torn = false
  let lines = false
  for (;;) {
    if (buffer[at] === quote) {
      const closing = closingQuote(buffer, at + 1, final)
      if (closing === null) return end - start > longestRecord ? literal() : null
      if (closing === -1) return literal()
      if (closing > line) lines = true
      at = closing + 1
      const after = buffer[at]
      if (at < end && after !== separator && after !== newline && after !== feed) {
        if (lines) return literal()
        loose = torn = true
      }
      if (at >= end && !final) return null
    }
    while (at < end && buffer[at] !== separator && buffer[at] !== newline) {
      if (buffer[at] === quote) loose = true
      at++
    }
    if (at >= end && !final) return end - start > longestRecord ? literal() : null
    if (at >= end || buffer[at] === newline) break
    cells++
    at++
  }
  if (lines && cells !== width) {
    if (separators + 1 === width) return literal()
  }
  return { next: at + 1, stop: stopOf(buffer, start, at), cells, form: loose ? 'loose' : 'quoted', unclosed: torn, lines }
}

const stopOf = (buffer: Buffer, start: number, at: number) => (at > start && buffer[at - 1] === feed ? at - 1 : at)

/** Where a quoted cell ends; -1 when it does not, null when more bytes are needed. */
function closingQuote(buffer: Buffer, from: number, final: boolean): number | null {
  for (let at = from; ; ) {
    const found = buffer.indexOf(quote, at)
    if (found === -1) return final ? -1 : null
    if (found + 1 >= buffer.length && !final) return null
    if (buffer[found + 1] !== quote) return found
    at = found + 2
  }
}

/** The cells of a record as texts. */
export function cellsOf(buffer: Buffer, start: number, { stop, form, unclosed }: CsvRecord, separator: number): string[] {
  const text = textOfBytes(buffer.subarray(start, stop))
  const sign = String.fromCharCode(separator)
  if (form === 'plain' || (unclosed && !text.includes('\n') && (text.split('"').length - 1) % 2 === 1)) return text.split(sign)
  const cells: string[] = []
  for (let at = 0; ; ) {
    let cell = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        const closing = text.indexOf('"', at)
        if (closing === -1) {
          cell += text.slice(at)
          at = text.length
          break
        }
        cell += text.slice(at, closing)
        at = closing + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
    }
    const until = text.indexOf(sign, at)
    cell += until === -1 ? text.slice(at) : text.slice(at, until)
    cells.push(cell)
    if (until === -1) return cells
    at = until + 1
  }
}
