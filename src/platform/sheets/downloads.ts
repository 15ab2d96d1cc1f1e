import { writeCsv } from '../text/csv.ts'
import type { Payload } from '../web/page.ts'
import { writeSheet } from './writing.ts'

/** Cells that a spreadsheet would take for a formula are kept as text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })

/** Rows to take away as text; the first names the columns. */
export const asCsv = (name: string, rows: readonly (readonly string[])[]): Payload =>
  ({ type: 'text/csv; charset=utf-8', body: `\uFEFF${writeCsv(rows.map(row => row.map(harmless)))}`, headers: attached(`${name}.csv`) })

/** Rows to take away as a spreadsheet, with widths in letters; numbers stay text, so that no NIP loses its last digits. */
export const asSheet = async (name: string, [head = [], ...rows]: readonly (readonly string[])[], widths: readonly number[]): Promise<Payload> =>
  ({ type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await writeSheet(name, head.map((label, i) => ({ label, width: widths[i] })), rows), headers: attached(`${name}.xlsx`) })
