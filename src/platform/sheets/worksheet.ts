import { SourceRefused } from '../text/refused.ts'
import { numberCell, serialDay, textCell, type Cell, type SheetLine } from './cell.ts'
import { attribute, readPart, unescaped, type Workbook } from './workbook.ts'

/** Cells joined into one, by row number and column from 0, both ends included. */
export interface Merge {
  from: { line: number; column: number }
  to: { line: number; column: number }
}

/** What stands in a sheet. */
export interface SheetBody {
  lines: SheetLine[]
  merges: Merge[]
  /** Rows with something in them that are not shown, e.g. by a filter; they are read like all others. */
  hiddenRows: number
}

/** More of a sheet than this is brought in by parts. Ten thousand people with fifty columns fit. */
export const sheetLimits = { cells: 500_000, columns: 512, merges: 5000 }

/** `AB12` as column from 0 and row number; null for anything else. */
export function place(reference: string): { line: number; column: number } | null {
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference)
  if (!parts) return null
  let column = 0
  for (const letter of parts[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  return { line: Number(parts[2]), column: column - 1 }
}

export const tooManyCells = (name: string, max = sheetLimits.cells) => new SourceRefused('Lembar ini berisi lebih dari {max} sel. Bagi menjadi beberapa berkas.', { name, max })

/**
 * Reads one sheet. Rows and cells that are empty leave nothing behind, however far out they stand.
 * @param take is given each row as it is read; then none are collected
 */
export async function readSheet(workbook: Workbook, part: string, name: string, take?: (line: SheetLine) => void, limits: { cells: number; columns: number } = sheetLimits): Promise<SheetBody> {
  const body: SheetBody = { lines: [], merges: [], hiddenRows: 0 }
  let cells: (Cell | null)[] = []
  let line = 0
  let hidden = false
  let column = -1
  let at: { type: string; style: number; formula: boolean; value: string | null; text: string | null } | null = null
  let reading: 'value' | 'text' | null = null
  let phonetic = false
  let total = 0
  let room = 0

  const found = await readPart(workbook.open, part, {
    open(tag) {
      if (tag.local === 'row') {
        const number = Number(attribute(tag, 'r') ?? line + 1)
        line = Number.isSafeInteger(number) && number > line ? number : line + 1
        hidden = ['1', 'true'].includes(attribute(tag, 'hidden') ?? '')
        column = -1
        cells = []
      } else if (tag.local === 'c') {
        column = place(tag.attributes.r?.value ?? '')?.column ?? column + 1
        at = { type: tag.attributes.t?.value ?? 'n', style: Number(tag.attributes.s?.value ?? -1), formula: false, value: null, text: null }
      } else if (tag.local === 'mergeCell') {
        const [from, to] = (attribute(tag, 'ref') ?? '').split(':').map(place)
        if (from && to && body.merges.length < sheetLimits.merges) body.merges.push({ from, to })
      } else if (!at) return
      else if (tag.local === 'v') {
        at.value = ''
        reading = 'value'
      } else if (tag.local === 'f') at.formula = true
      else if (tag.local === 'rPh') phonetic = true
      else if (tag.local === 't' && !phonetic) {
        at.text ??= ''
        reading = 'text'
      }
    },
    text(piece) {
      if (at && reading) at[reading] += piece
    },
    close(tag) {
      if (tag.local === 'v' || tag.local === 't') reading = null
      else if (tag.local === 'rPh') phonetic = false
      else if (tag.local === 'c' && at) {
        const cell = cellOf(at, workbook)
        at = null
        if (!cell) return
        if (column >= limits.columns) throw new SourceRefused('Baris {line} terisi sampai melewati kolom ke-{max}. Hapus isi yang tidak perlu di kanan, lalu unggah lagi.', { name, line, max: limits.columns })
        if (++total > limits.cells) throw tooManyCells(name, limits.cells)
        while (cells.length < column) cells.push(null)
        cells[column] = cell
      } else if (tag.local === 'row' && cells.length > 0) {
        // Empty places between filled ones take room as well.
        room += cells.length
        if (room > limits.cells * 8) throw tooManyCells(name, limits.cells)
        if (take) take({ line, cells })
        else body.lines.push({ line, cells })
        if (hidden) body.hiddenRows++
      }
    },
  }, name)
  if (!found) throw new SourceRefused('Berkas {name} rusak atau terpotong. Unggah ulang dari aslinya.', { name })
  return body
}

function cellOf({ type, style, formula, value, text }: { type: string; style: number; formula: boolean; value: string | null; text: string | null }, workbook: Workbook): Cell | null {
  if (type === 'inlineStr') return textCell(unescaped(text ?? ''))
  if (value === null || value === '') return formula && type !== 'str' ? { kind: 'fault', code: '=' } : null
  if (type === 's') return workbook.strings[Number(value)] ?? null
  if (type === 'str') return textCell(unescaped(value))
  if (type === 'b') return textCell(value === '1' ? 'TRUE' : 'FALSE')
  if (type === 'e') return { kind: 'fault', code: value.slice(0, 20) }
  if (type === 'd') return /^\d{4}-\d{2}-\d{2}/.test(value) ? { kind: 'day', day: value.slice(0, 10) } : textCell(value)
  const shown = workbook.styles[style]
  const day = shown?.day ? serialDay(Number(value), workbook.since1904) : null
  return day === null ? numberCell(value, shown?.width) : { kind: 'day', day }
}
