import { readFile } from 'node:fs/promises'
import { cellText, type SheetLine } from '../../sheets/cell.ts'
import { headingsOf, topOf } from '../../sheets/heading.ts'
import { openWorkbook } from '../../sheets/workbook.ts'
import { readSheet, type Merge } from '../../sheets/worksheet.ts'
import { SourceRefused } from '../../text/refused.ts'
import type { Sink } from './bytes.ts'
import { headingOf } from './csv.ts'

export interface WorkbookRead {
  sheets: string[]
  sheet: number
  heading: number
  /** First row of data. */
  from: number
  titles: string[]
  /** Whether a column holds numbers as numbers, so that they are written in one way only. */
  numeric: boolean[]
}

/** What one sheet may hold; more comes as CSV. */
const limits = { cells: 20_000_000, columns: 1000 }
/** Rows looked at for the headings. */
const looked = 30

/**
 * Writes the rows of a sheet as lines of CSV with their numbers.
 * @param chosen the sheet among those that are shown, and the row of the headings, when a person named them
 */
export async function workbookRows(path: string, name: string, sinkOf: () => Sink, chosen: { sheet?: number; heading?: number }): Promise<WorkbookRead> {
  const workbook = await openWorkbook(await readFile(path), name)
  const shown = workbook.sheets.filter(({ hidden }) => !hidden)
  const sheets = shown.map(sheet => sheet.name)
  for (const [i, sheet] of shown.entries()) {
    if (chosen.sheet !== undefined && i !== chosen.sheet) continue
    const sink = sinkOf()
    const top: SheetLine[] = []
    const numeric: boolean[] = []
    let width = 0
    let rows = 0
    const { merges } = await readSheet(workbook, sheet.part, name, line => {
      if (top.length < looked) top.push(line)
      rows++
      width = Math.max(width, line.cells.length)
      let lost = false
      const cells = line.cells.map((cell, at) => {
        if (cell?.kind === 'number') {
          numeric[at] = true
          lost ||= cell.lost
        }
        const text = cell?.kind === 'day' ? cell.day : cellText(cell)
        return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      })
      sink.text(`${line.line},${lost ? 'digits' : ''},${cells.join(',')}\n`)
    }, limits)
    sink.close()
    if (rows < 2 && chosen.sheet === undefined && i < shown.length - 1) continue
    return { sheets, sheet: i, numeric: Array.from({ length: width }, (_, at) => numeric[at] ?? false), ...headed(top, merges, width, chosen.heading) }
  }
  throw new SourceRefused('Berkas {name} tidak berisi lembar yang terlihat.', { name })
}

/** Where the headings are, over several joined rows if need be. */
function headed(top: readonly SheetLine[], merges: readonly Merge[], width: number, chosen?: number): { heading: number; from: number; titles: string[] } {
  const lines = topOf(top, merges)
  const texts = top.map(({ cells }) => cells.map(cell => cellText(cell).trim()))
  const at = headingOf(texts)
  const row = chosen ?? (at === 0 ? 0 : top[at - 1]!.line)
  if (row === 0) return { heading: 0, from: top[0]?.line ?? 1, titles: Array.from({ length: width }, () => '') }
  const found = headingsOf(lines, [], row)
  const simple = texts[top.findIndex(({ line }) => line === row)] ?? []
  const joined = new Map(found?.columns.map(column => [column.at, column.heading]))
  return { heading: row, from: found?.from ?? row + 1, titles: Array.from({ length: width }, (_, i) => joined.get(i) ?? simple[i] ?? '') }
}
