import { t } from '#platform/i18n/locale.ts'
import type { Column } from '#platform/columnar/table.ts'
import { withUnit } from '#ui/index.ts'
import { measureName, type ChartKind, type Comparison, type MeasureName, type View } from '../view.ts'

export const comparisonWords: Record<Comparison, string> = {
  sama: 'sama dengan', bukan: 'bukan', memuat: 'memuat', lebih: 'lebih dari', 'paling-sedikit': 'paling sedikit', kurang: 'kurang dari', 'paling-banyak': 'paling banyak', kosong: 'tanpa isi', berisi: 'berisi',
}

export const chartWords: Record<ChartKind, string> = { batang: 'Batang', garis: 'Garis', lingkaran: 'Cincin', peta: 'Peta' }

const measurePatterns: Record<MeasureName, string> = {
  jumlah: 'Jumlah {column}', rerata: 'Rata-rata {column}', median: 'Nilai tengah {column}', terkecil: '{column} terkecil', terbesar: '{column} terbesar', berbeda: 'Banyaknya {column} yang berbeda',
}

/** What a grouped view measures, in words. */
export const measureWords = ({ label, column }: Pick<NonNullable<View['grouped']>, 'label' | 'column'>): string =>
  label === 'banyak' || !column ? t('Banyaknya baris') : t(measurePatterns[label], { column: label === 'berbeda' ? column.title : withUnit(column) })

/** The measures a column can have, as choices of a form. */
export const measureChoice = (name: MeasureName, title: string): string => t(measurePatterns[name], { column: title })

/** What a view of groups shows, in words; null for rows as they are. */
export const viewTitle = ({ grouped }: Pick<View, 'grouped'>): string | null =>
  grouped && t('{measure} menurut {by}', { measure: measureWords(grouped), by: grouped.by.map(column => column.title.toLowerCase()).join(t(' dan ')) })

/** The column a view of groups adds to those of its table. */
export const measuredColumn = ({ grouped }: Pick<View, 'grouped'>): Column[] =>
  grouped ? [{ name: measureName(grouped.measure), title: measureWords(grouped), type: grouped.column?.type === 'decimal' || ['rerata', 'median'].includes(grouped.label) ? 'decimal' : 'integer' }] : []
