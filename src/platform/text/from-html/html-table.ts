import type { Element, ElementContent } from 'hast'

export interface TableCell {
  element?: Element
  header: boolean
}

const COLUMNS = 40
const CELLS = 100_000
const BLOCKS = new Set(['table', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure'])

/**
 * The cells of a table as a grid with spans flattened, header row first.
 * `undefined` for one that Markdown cannot hold: a layout of one column, tables inside tables, too many columns.
 */
export function gridOf(table: Element): TableCell[][] | undefined {
  const head = rowsOf(table, 'thead')
  const rows = [...head, ...rowsOf(table, 'tbody'), ...rowsOf(table, 'tfoot')]
  const grid: TableCell[][] = []
  let width = 0
  let open: number[] = []
  for (const row of rows) {
    const cells: TableCell[] = []
    const next: number[] = []
    const spanned = (column: number) => (open[column] ?? 0) > 0
    const skip = () => {
      while (spanned(cells.length)) {
        next[cells.length] = (open[cells.length] ?? 1) - 1
        cells.push({ header: false })
      }
    }
    for (const element of row.children) {
      if (element.type !== 'element' || (element.tagName !== 'td' && element.tagName !== 'th')) continue
      if (holdsBlock(element)) return undefined
      skip()
      const across = Math.min(span(element, 'colSpan'), COLUMNS)
      const down = Math.min(span(element, 'rowSpan'), rows.length)
      for (let step = 0; step < across; step++) {
        next[cells.length] = down - 1
        cells.push({ element: step === 0 ? element : undefined, header: element.tagName === 'th' })
      }
      if (cells.length > COLUMNS) return undefined
    }
    skip()
    open = next
    width = Math.max(width, cells.length)
    if (cells.some(cell => cell.element)) grid.push(cells)
    if (grid.length * width > CELLS) return undefined
  }
  if (width < 2 || grid.length === 0) return undefined
  for (const cells of grid) while (cells.length < width) cells.push({ header: false })
  return grid
}

/** Every cell in reading order, for a table that becomes ordinary text. */
export function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap(row => row.children.filter((child): child is Element => child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th')))
}

export const captionOf = (table: Element): Element | undefined => table.children.find((child): child is Element => child.type === 'element' && child.tagName === 'caption')

function rowsOf(table: Element, part?: string): Element[] {
  return table.children.flatMap(child => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return part === undefined || part === 'tbody' ? [child] : []
    if (!/^t(?:head|body|foot)$/.test(child.tagName) || (part !== undefined && part !== child.tagName)) return []
    return child.children.filter((row): row is Element => row.type === 'element' && row.tagName === 'tr')
  })
}

const span = (cell: Element, name: 'colSpan' | 'rowSpan'): number => {
  const value = Number(cell.properties[name] ?? 1)
  return Number.isInteger(value) && value > 0 ? value : 1
}

const holdsBlock = (node: ElementContent): boolean =>
  node.type === 'element' && node.children.some(child => child.type === 'element' && (BLOCKS.has(child.tagName) || holdsBlock(child)))
