import { isUtf8 } from 'node:buffer'
import { SourceRefused } from '../../text/refused.ts'
import type { RowRule } from '../table.ts'
import { textOfBytes, type Sink } from './bytes.ts'
import { cellsOf, longestRecord, recordAt, type CsvRecord } from './csv-records.ts'

/** How a CSV is laid out, as far as its head tells. */
export interface CsvShape {
  /** Byte between cells; one that occurs nowhere when there is a single column. */
  separator: number
  /** Row of the headings, 0 without. */
  heading: number
  titles: string[]
  /** Excel says in a first line, which it does not count, how cells are separated. */
  said: boolean
}

const separators = [';', '\t', ',', '|'].map(sign => sign.charCodeAt(0))
const none = 0x1f
/** Records looked at for the layout. */
const looked = 60

/**
 * Finds out how a CSV is laid out.
 * @param heading the row a person named
 */
export function csvShape(head: Buffer, final: boolean, heading?: number): CsvShape {
  const [, sign] = /^sep=(.)\r?\n/.exec(head.subarray(0, 12).toString('latin1')) ?? []
  const body = sign === undefined ? head : head.subarray(head.indexOf(10) + 1)
  const read = (separator: number) => ({ separator, rows: rowsOf(body, separator, final) })
  const tries = sign === undefined ? separators.map(read) : [read(sign.charCodeAt(0))]
  const scored = tries.map(({ separator, rows }) => {
    const widths = rows.filter(cells => cells.some(cell => cell !== '')).map(cells => cells.length)
    const width = modeOf(widths)
    return { separator, rows, width, score: width > 1 ? widths.filter(one => one === width).length / widths.length : 0 }
  })
  const best = scored.toSorted((a, b) => b.score - a.score || b.width - a.width)[0]!
  const alone = best.width <= 1
  const rows = alone ? rowsOf(body, none, final) : best.rows
  const found = heading ?? headingOf(rows)
  const titles = found > 0 ? (rows[found - 1] ?? []) : Array.from({ length: Math.max(1, best.width) }, () => '')
  // Spreadsheet programs write signs for columns nobody filled; and some people give their last columns no heading.
  const named = titles.findLastIndex(title => title.trim() !== '') + 1
  const filled = rows.slice(found).map(cells => cells.findLastIndex(cell => cell !== '') + 1).filter(count => count > 0)
  const wider = filled.filter(count => count > named)
  const width = found === 0 || wider.length > filled.length / 2 ? Math.max(1, named, modeOf(wider)) : named
  return { separator: alone ? none : best.separator, heading: found, titles: Array.from({ length: width }, (_, i) => titles[i] ?? ''), said: sign !== undefined }
}

function rowsOf(body: Buffer, separator: number, final: boolean): string[][] {
  const rows: string[][] = []
  for (let at = 0; at < body.length && rows.length < looked; ) {
    const record = recordAt(body, at, separator, rows[0]?.length ?? 0, final)
    if (!record) break
    rows.push(cellsOf(body, at, record, separator).map(cell => cell.trim()))
    at = record.next
  }
  return rows
}

function modeOf(widths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1
}

const isWordy = (cell: string) => /\p{L}/u.test(cell)

/** Row of the headings among the first rows: as wide as the others and in words; 0 when the first full row is data. */
export function headingOf(rows: readonly (readonly string[])[]): number {
  const filled = rows.map(cells => cells.filter(cell => cell !== '').length)
  const usual = modeOf(filled.filter(count => count > 0))
  const full = filled.findIndex(count => count >= Math.max(1, usual * 0.6))
  if (full === -1) return 0
  const cells = rows[full]!.filter(cell => cell !== '')
  return cells.filter(isWordy).length >= cells.length / 2 ? full + 1 : 0
}

/** What reading a CSV through told. */
export interface CsvRead {
  rows: number
  encoding: 'utf-8' | 'windows-1252' | 'mixed'
  /** Cells go over several lines. */
  lines: boolean
}

/**
 * Writes a clean copy: row number, what is wrong with the row, and exactly as many cells as there are headings.
 * Whole rows are copied as they stand; only those with something wrong are taken apart.
 */
export async function cleanCsv(pieces: AsyncIterable<Buffer>, { separator, heading, titles, said }: CsvShape, sink: Sink, each: (bytes: number) => void): Promise<CsvRead> {
  const width = titles.length
  const sign = String.fromCharCode(separator)
  const read = { rows: 0, good: 0, bad: 0, lines: false }
  let row = said ? -1 : 0

  function take(buffer: Buffer, start: number, record: CsvRecord): void {
    row++
    if (row <= heading || isEmpty(buffer, start, record.stop, separator)) return
    let trouble: `${RowRule}${string}` | '' = record.unclosed ? 'quotes' : ''
    let bytes: Buffer | null = null
    if (hasHigh(buffer, start, record.stop)) {
      const own = buffer.subarray(start, record.stop)
      const sound = isUtf8(own)
      if (sound) read.good++
      else read.bad++
      if (!sound || own.includes(0)) {
        bytes = Buffer.from(textOfBytes(own).replaceAll('\0', ''))
        trouble ||= 'encoding'
      }
    }
    read.rows++
    read.lines ||= record.lines
    if (record.cells === width && record.form !== 'loose') {
      sink.text(`${row}${sign}${trouble}${sign}`)
      if (bytes) sink.bytes(bytes, 0, bytes.length)
      else sink.bytes(buffer, start, record.stop)
      return sink.text('\n')
    }
    const cells = cellsOf(bytes ?? buffer, bytes ? 0 : start, bytes ? { ...record, stop: bytes.length } : record, separator)
    if (cells.length > width && cells.slice(width).some(cell => cell.trim() !== '')) trouble = record.unclosed ? 'quotes' : `long:${cells.length}`
    else if (cells.length < width) trouble = record.unclosed ? 'quotes' : `short:${cells.length}`
    const kept = Array.from({ length: width }, (_, i) => quotedCell(cells[i] ?? '', sign))
    sink.text(`${row}${sign}${trouble}${sign}${kept.join(sign)}\n`)
  }

  let rest: Buffer = Buffer.alloc(0)
  const go = (buffer: Buffer, final: boolean): Buffer => {
    let at = 0
    while (at < buffer.length) {
      const record = recordAt(buffer, at, separator, width, final)
      if (!record) break
      take(buffer, at, record)
      at = record.next
    }
    return buffer.subarray(at)
  }
  for await (const piece of pieces) {
    each(piece.length)
    rest = go(rest.length > 0 ? Buffer.concat([rest, piece]) : piece, false)
    if (rest.length > longestRecord * 2) throw new SourceRefused('Baris {row} berkas {name} terlalu panjang. Periksa pemisah barisnya, atau simpan ulang sebagai CSV.', { row: row + 1 })
  }
  go(rest, true)
  return { rows: read.rows, lines: read.lines, encoding: read.bad === 0 ? 'utf-8' : read.good === 0 ? 'windows-1252' : 'mixed' }
}

function isEmpty(buffer: Buffer, start: number, stop: number, separator: number): boolean {
  for (let i = start; i < stop; i++) {
    const byte = buffer[i]!
    if (byte !== separator && byte !== 32 && byte !== 9 && byte !== 34) return false
  }
  return true
}

/** Letters beyond ASCII, or zeros. */
function hasHigh(buffer: Buffer, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (buffer[i]! > 127 || buffer[i] === 0) return true
  return false
}

const quotedCell = (cell: string, sign: string) => (cell.includes('"') || cell.includes(sign) || /[\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
