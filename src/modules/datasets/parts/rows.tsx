import type { Answer, Cell } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'
import { dateTime, longDate } from '#platform/i18n/format.ts'
import { locale, t } from '#platform/i18n/locale.ts'
import { DataTable } from '#ui/index.ts'

const numeric = (column: Column | undefined) => column?.type === 'integer' || column?.type === 'decimal'

/** A cell as people read it; what is no number stays as it is. */
function cellWords(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '–'
  if (typeof cell === 'boolean') return cell ? t('Ya') : t('Tidak')
  if (numeric(column) && Number.isFinite(Number(cell))) return new Intl.NumberFormat(locale().language === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 6 }).format(typeof cell === 'number' ? cell : (cell as `${number}`))
  if (column?.type === 'date') return longDate(String(cell))
  if (column?.type === 'timestamp') return dateTime(new Date(String(cell)))
  return String(cell).length > 120 ? `${String(cell).slice(0, 118)} …` : String(cell)
}

/** Rows of a table with the titles of its columns. */
export const RowTable = ({ columns, answer }: { columns: readonly Column[]; answer: Pick<Answer, 'columns' | 'rows'> }) => (
  <DataTable caption={t('Contoh isi')} rows={answer.rows} columns={answer.columns.map(({ name }, i) => {
    const column = columns.find(one => one.name === name)
    return { label: column?.title ?? name, main: i === 0, numeric: numeric(column), cell: (row: Cell[]) => cellWords(row[i] ?? null, column) }
  })} />
)
