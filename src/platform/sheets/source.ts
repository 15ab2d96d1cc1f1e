import { readCsv, separatorOf } from '../text/csv.ts'
import { SourceRefused } from '../text/refused.ts'
import { textCell } from './cell.ts'
import { openWorkbook } from './workbook.ts'
import { readSheet, sheetLimits, tooManyCells, type SheetBody } from './worksheet.ts'

/** A file of rows: the sheets people can see, and the number of those they cannot. */
export interface SheetSource {
  sheets: { name: string; read(): Promise<SheetBody> }[]
  hidden: number
}

/** Sheets looked at in one workbook. */
const mostSheets = 12

/**
 * Opens a spreadsheet.
 * @throws SourceRefused when it cannot be read, or is more than can be borne
 */
export async function openSheets(bytes: Buffer, { name, mediaType }: { name: string; mediaType: string }): Promise<SheetSource> {
  if (mediaType.startsWith('text/')) return { sheets: [{ name: '', read: async () => readText(bytes, name) }], hidden: 0 }
  const workbook = await openWorkbook(bytes, name)
  const visible = workbook.sheets.filter(sheet => !sheet.hidden)
  if (visible.length === 0) throw new SourceRefused('Berkas {name} tidak berisi lembar yang terlihat.', { name })
  return { sheets: visible.slice(0, mostSheets).map(sheet => ({ name: sheet.name, read: () => readSheet(workbook, sheet.part, name) })), hidden: workbook.sheets.length - visible.length }
}

/** Bytes as text, in the encodings spreadsheet programs write. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function readText(bytes: Buffer, name: string): SheetBody {
  const text = decodeText(bytes)
  // Excel says in a first line of its own which sign it used.
  const [said, sign] = /^sep=(.)\r?\n/.exec(text) ?? ['', undefined]
  const separator = sign ?? separatorOf(text.split('\n', 40).join('\n'))
  let cells = 0
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) if (++cells > sheetLimits.cells * 4) throw tooManyCells(name)
  const lines: SheetBody['lines'] = []
  let filled = 0
  for (const row of readCsv(text.slice(said.length), separator)) {
    if (row.cells.length > sheetLimits.columns) throw new SourceRefused('Baris {line} terisi sampai melewati kolom ke-{max}. Hapus isi yang tidak perlu di kanan, lalu unggah lagi.', { name, line: row.line, max: sheetLimits.columns })
    const read = row.cells.map(textCell)
    filled += read.filter(Boolean).length
    if (filled > sheetLimits.cells) throw tooManyCells(name)
    if (read.some(Boolean)) lines.push({ line: row.line + (said ? 1 : 0), cells: read })
  }
  return { lines, merges: [], hiddenRows: 0 }
}
