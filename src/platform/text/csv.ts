/** A row of a CSV file with the line it begins on, for messages. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** The sign between cells: the one that occurs most. */
export const separatorOf = (head: string): string => [';', '\t', ','].reduce((best, sign) => (head.split(sign).length > head.split(best).length ? sign : best), ',')

/** Spreadsheets take a cell that begins so for a formula, and an apostrophe before it for "this is text"; a negative number is none. */
const formula = /^'*(?:[=+@\t\r]|-[\d.,]*[^\d.,])/
const unmarked = (cell: string) => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)

/**
 * Reads CSV as RFC 4180 describes it and spreadsheets write it: quotes, line ends inside quotes, a byte order
 * mark, semicolons where the comma is the decimal sign, and the apostrophe before what is no formula. Empty lines are left out.
 */
export function readCsv(text: string, separator = separatorOf(text.slice(0, text.search(/\r|\n|$/)))): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let inQuotes = false
  let line = 1
  let began = 1
  const endRow = () => {
    cells.push(unmarked(cell))
    if (cells.some(one => one.trim() !== '')) rows.push({ line: began, cells })
    cells = []
    cell = ''
    began = line
  }
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!
    if (sign === '\n') line++
    if (inQuotes) {
      if (sign !== '"') cell += sign
      else if (source[i + 1] === '"') cell += source[i++]
      else inQuotes = false
    } else if (sign === '"' && cell === '') inQuotes = true
    else if (sign === separator) {
      cells.push(unmarked(cell))
      cell = ''
    } else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

const marked = (cell: string) => (formula.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string) => (/[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes CSV with commas and the line ends of RFC 4180; what a spreadsheet would take for a formula stays text. */
export const writeCsv = (rows: readonly (readonly string[])[]): string => rows.map(cells => `${cells.map(cell => quoted(marked(cell))).join(',')}\r\n`).join('')
