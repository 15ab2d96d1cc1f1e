/** A row of a CSV file with the line it begins on, for messages. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** The sign between cells: the one that occurs most. */
export const separatorOf = (head: string): string => [';', '\t', ','].reduce((best, sign) => (head.split(sign).length > head.split(best).length ? sign : best), ',')

/**
 * Reads CSV as RFC 4180 describes it and spreadsheets write it: quotes, line ends inside quotes, a byte order
 * mark, and semicolons where the comma is the decimal sign. Empty lines are left out.
 */
export function readCsv(text: string, separator = separatorOf(text.slice(0, text.search(/\r|\n|$/)))): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.some(one => one.trim() !== '')) rows.push({ line: began, cells })
    cells = []
    cell = ''
    began = line
  }
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[i + 1] === '"') cell += source[i++]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

const written = (cell: string) => (/[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes CSV with commas and the line ends of RFC 4180. */
export const writeCsv = (rows: readonly (readonly string[])[]): string => rows.map(cells => `${cells.map(written).join(',')}\r\n`).join('')
