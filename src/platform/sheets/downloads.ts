import { writeCsv } from '../text/csv.ts'
import type { Payload } from '../web/page.ts'
import { xlsxType } from './container.ts'
import { writeSheet, type WrittenCell } from './writing.ts'

type Rows = readonly (readonly WrittenCell[])[]

const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })

/** Rows to take away as text; the first names the columns. The mark in front tells Excel that this is UTF-8. */
export const asCsv = (name: string, rows: Rows): Payload =>
  ({ type: 'text/csv; charset=utf-8', body: `\uFEFF${writeCsv(rows.map(row => row.map(cell => String(cell ?? ''))))}`, headers: attached(`${name}.csv`) })

/** Rows to take away as a spreadsheet, with widths in letters; texts stay texts, so that no NIP loses its last digits. */
export async function asSheet(name: string, [head = [], ...rows]: Rows, widths: readonly number[] = [], tab = name.replaceAll('-', ' ')): Promise<Payload> {
  const columns = head.map((label, i) => ({ label: String(label ?? ''), width: widths[i] }))
  return { type: xlsxType, body: await writeSheet(tab, columns, rows), headers: attached(`${name}.xlsx`) }
}
