/** A column of a written sheet. */
export interface WrittenColumn {
  label: string
  /** In letters. */
  width?: number
}

/** What a written cell may hold; texts stay texts, so that a NIP keeps its digits. */
export type WrittenCell = string | number | null

/** A workbook of one sheet whose first row names the columns and stays in view. */
export async function writeSheet(name: string, columns: readonly WrittenColumn[], rows: readonly (readonly WrittenCell[])[]): Promise<Buffer> {
  const { default: writeXlsx } = await import('write-excel-file/node')
  const head = columns.map(({ label }) => ({ value: printable(label), type: String, fontWeight: 'bold' as const }))
  const body = rows.map(cells => cells.map(cell => (cell === null || cell === '' ? null : typeof cell === 'number' ? { value: cell, type: Number } : { value: printable(cell), type: String })))
  return writeXlsx([head, ...body], { sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), columns: columns.map(({ label, width }) => ({ width: width ?? Math.max(12, label.length + 2) })), stickyRowsCount: 1 }).toBuffer()
}

/**
 * Control characters have no place in XML, and a cell holds no more than this. Names every object has (`constructor`) are looked
 * up by write-excel-file as if it had written them before, which spoils the sheet; a space behind them is enough.
 */
function printable(text: string): string {
  const fit = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000)
  return fit in {} ? `${fit} ` : fit
}
