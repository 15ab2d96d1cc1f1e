import type { Answer, Cell } from '#platform/columnar/query.ts'
import type { Column as TableColumn } from '#platform/columnar/table.ts'
import { dateTime, figure, longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable } from '../data-table/data-table.tsx'

const numeric = (column: TableColumn | undefined) => column?.type === 'integer' || column?.type === 'decimal'

/** Years are numbers that nobody groups by thousands. */
const isYear = (column: TableColumn | undefined) => column?.type === 'integer' && /(?:^|_)(?:tahun|year)(?:_|$)/.test(column.name)

/** `Panjang baik (km)`: what a column is called, with the unit of its numbers. */
export const withUnit = ({ title, unit }: Pick<TableColumn, 'title' | 'unit'>): string => (unit && !title.toLowerCase().includes(unit.toLowerCase()) ? `${title} (${unit})` : title)

/** Decimals that some numbers of a column have: all of them are written with as many, so that they stand under each other. */
const decimalsIn = (cells: readonly Cell[]): number => Math.min(6, Math.max(0, ...cells.map(cell => (cell === null ? 0 : (/\.(\d+)$/.exec(String(cell))?.[1]?.length ?? 0)))))

/** A cell of a stored table as people read it; numbers keep all their digits. */
function cellWords(cell: Cell, column: TableColumn | undefined, decimals: number): string {
  if (cell === null) return '–'
  if (typeof cell === 'boolean') return cell ? t('Ya') : t('Tidak')
  if (isYear(column)) return String(cell)
  if (numeric(column) && Number.isFinite(Number(cell))) return figure(typeof cell === 'number' ? cell : (cell as `${number}`), decimals)
  // Of a shape its kind is enough: `LineString`.
  if (column?.type === 'geometry') return /"type"\s*:\s*"(\w+)"/.exec(String(cell))?.[1] ?? '–'
  if (column?.type === 'date') return longDate(String(cell))
  if (column?.type === 'timestamp') return dateTime(new Date(String(cell)))
  return String(cell).length > 120 ? `${String(cell).slice(0, 118)} …` : String(cell)
}

export interface RowTableProps {
  caption: string
  /** Declared columns by name; measures of a group may be given under their own names. */
  columns: readonly TableColumn[]
  answer: Pick<Answer, 'columns' | 'rows'>
  /** How a value is called, e.g. a region by its name. */
  name?: (cell: string, column: TableColumn) => string
  /** As it is sorted now; headings become links when given. */
  sort?: string
}

/** Rows of a stored table under the titles of its columns. */
export const RowTable = ({ caption, columns, answer, name, sort }: RowTableProps) => (
  <DataTable caption={caption} rows={answer.rows} sort={sort} columns={answer.columns.map((given, i) => {
    const column = columns.find(one => one.name === given.name)
    const decimals = numeric(column) ? decimalsIn(answer.rows.map(row => row[i] ?? null)) : 0
    const said = (cell: Cell) => (name && column && typeof cell === 'string' && !numeric(column) ? name(cell, column) : cellWords(cell, column, decimals))
    return { label: column ? withUnit(column) : given.name, main: i === 0, numeric: numeric(column), cell: (row: Cell[]) => said(row[i] ?? null), ...(sort !== undefined && { sort: given.name }) }
  })} />
)
