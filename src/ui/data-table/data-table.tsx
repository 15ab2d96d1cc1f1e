import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { addressWith } from '../address.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'

export interface Column<Row> {
  label: string
  cell: (row: Row) => ComponentChildren
  /** The column that names the row; it becomes the row's heading and the title of its card. */
  main?: boolean
  /** Numbers stand on the right. */
  numeric?: boolean
  /** Key in `?urut=`; the heading becomes a link. */
  sort?: string
  /** The label is only for screen readers: columns of acts. */
  quiet?: boolean
}

export interface DataTableProps<Row> {
  caption: string
  /** Shows the caption instead of keeping it for screen readers. */
  showCaption?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey?: (row: Row) => string
  /** `new` marks a row that waits for this person. */
  mark?: (row: Row) => 'new' | undefined
  /** How it is sorted now: the value of `?urut=`, e.g. `nama` or `-tanggal`. */
  sort?: string
  /** Sums, as one more row. */
  foot?: ComponentChildren[]
  /** Shown instead when there are no rows: an `EmptyState`. */
  empty?: ComponentChildren
}

/** Rows and columns; on a narrow screen each row becomes a card with the labels beside the values, unless a name and a number are all there is. */
export function DataTable<Row>({ caption, showCaption, columns, rows, rowKey, mark, sort, foot, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <div class={columns.length === 2 && columns[0]?.main && columns[1]?.numeric ? 'data-table pair' : 'data-table'}>
      <table>
        <caption class={showCaption ? undefined : 'hidden-text'}>{caption}</caption>
        <thead>
          <tr>{columns.map(column => <Heading key={column.label} column={column} sort={sort} />)}</tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={rowKey?.(row) ?? i} class={mark?.(row)}>
              {columns.map(column => column.main
                ? <th key={column.label} scope="row">{column.cell(row)}</th>
                : <Cell key={column.label} column={column} content={column.cell(row)} />)}
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              {columns.map((column, i) => column.main
                ? <th key={column.label} scope="row">{foot[i]}</th>
                : <td key={column.label} class={column.numeric ? 'numeric' : undefined} data-label={column.label}>{foot[i]}</td>)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** A table that grows for ever, newest first: what is older is folded away. */
export function NewestTable<Row>({ rows, newest = 12, caption, ...rest }: Omit<DataTableProps<Row>, 'foot'> & { newest?: number }) {
  const older = rows.slice(newest)
  return (
    <>
      <DataTable {...rest} caption={caption} rows={rows.slice(0, newest)} />
      {older.length > 0 && <Disclosure title={t('{n} yang lebih lama', { n: older.length })}><DataTable {...rest} caption={t('{caption}, yang lebih lama', { caption })} rows={older} /></Disclosure>}
    </>
  )
}

/** A dash says of a column that nothing is there; a card leaves the line out. */
function Cell<Row>({ column, content }: { column: Column<Row>; content: ComponentChildren }) {
  const kinds = [column.numeric && 'numeric', content === '–' && 'none'].filter(Boolean).join(' ')
  return <td class={kinds || undefined} data-label={column.quiet ? undefined : column.label}>{together(content)}</td>
}

/** Several things in one cell stay together beside the label of a narrow screen; nothing stays nothing. */
const together = (content: ComponentChildren) =>
  content === null || content === undefined || content === false || content === '' ? null : typeof content === 'object' ? <div>{content}</div> : content

function Heading<Row>({ column, sort }: { column: Column<Row>; sort?: string }) {
  const { here } = useFrame()
  const { label, numeric, quiet, sort: key } = column
  const kind = numeric ? 'numeric' : undefined
  if (quiet) return <th scope="col" class={kind}><span class="hidden-text">{label}</span></th>
  if (!key) return <th scope="col" class={kind}>{label}</th>
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined
  return (
    <th scope="col" class={kind} aria-sort={direction}>
      <a href={addressWith(here, { urut: direction === 'ascending' ? `-${key}` : key })} title={t('Urutkan menurut {label}', { label })}>{label}</a>
    </th>
  )
}
