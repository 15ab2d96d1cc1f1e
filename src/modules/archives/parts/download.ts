import { writeCsv } from '#platform/text/csv.ts'
import type { Payload } from '#platform/web/page.ts'

/** Cells that a spreadsheet would take for a formula are kept as text. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export const attached = (name: string): Record<string, string> => ({ 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' })

/** CSV text that no spreadsheet takes for formulas. */
export const csvText = (rows: readonly (readonly string[])[]): string => writeCsv(rows.map(row => row.map(harmless)))

/** CSV to be saved under a name; spreadsheets recognise its letters by the mark in front. */
export const csvOf = (rows: readonly (readonly string[])[], name: string): Payload => ({ type: 'text/csv; charset=utf-8', body: `\uFEFF${csvText(rows)}`, headers: attached(name) })
