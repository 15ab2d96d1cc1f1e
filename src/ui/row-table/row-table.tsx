import type { Answer, Cell } from '#platform/columnar/query.ts'
import type { Column as TableColumn } from '#platform/columnar/table.ts'
import { dateTime, figure, longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable } from '../data-table/data-table.tsx'

const numeric = (column: TableColumn | undefined) => column?.type === 'integer' || column?.type === 'decimal'

/** A cell of a stored table as people read it; numbers keep all their digits. */
function cellWords(cell: Cell, column: TableColumn | undefined): string {
  if (cell === null) return '–'
  if (typeof cell === 'boolean') return cell ? t('Ya') : t('Tidak')
  if (numeric(column) && Number.isFinite(Number(cell))) return figure(typeof cell === 'number' ? cell : (cell as `${number}`))
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
    const said = (cell: Cell) => (name && column && typeof cell === 'string' ? name(cell, column) : cellWords(cell, column))
    return { label: column?.title ?? given.name, main: i === 0, numeric: numeric(column), cell: (row: Cell[]) => said(row[i] ?? null), ...(sort !== undefined && { sort: given.name }) }
  })} />
)
