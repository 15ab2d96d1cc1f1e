import type { ComponentChildren } from 'preact'
import type { Answer } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { RowTable } from '../row-table/row-table.tsx'
import { ViewChart, type ChartPictures } from './view-chart.tsx'

export interface ViewFigureProps {
  title: string
  /** Addresses of its chart; without one its rows are shown. */
  chart: ChartPictures | null
  columns: readonly Column[]
  answer: Pick<Answer, 'columns' | 'rows' | 'total'>
  /** Of the heading over the folded numbers. */
  level: 2 | 3
  /** Where the numbers come from. */
  source: ComponentChildren
}

/** A view of data within a text: its chart with the numbers folded under it, or its rows. */
export function ViewFigure({ title, chart, columns, answer, level, source }: ViewFigureProps) {
  const table = (
    <>
      <RowTable caption={title} columns={columns} answer={answer} />
      {answer.total > answer.rows.length && <p class="muted">{t('{n} baris pertama dari {of}.', { n: number(answer.rows.length), of: number(answer.total) })}</p>}
    </>
  )
  if (!chart) return <>{table}<p class="muted">{source}</p></>
  return (
    <>
      <ViewChart pictures={chart} alt={t('Bagan: {what}. Angkanya ada di bawahnya.', { what: title })} caption={<>{title}. {source}</>} />
      <Disclosure title={t('Angkanya')} level={level}>{table}</Disclosure>
    </>
  )
}
