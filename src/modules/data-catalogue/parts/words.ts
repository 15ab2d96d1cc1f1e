import { t } from '#platform/i18n/locale.ts'
import type { ChartKind, Comparison, MeasureName, View } from '../view.ts'

export const comparisonWords: Record<Comparison, string> = {
  sama: 'sama dengan', bukan: 'bukan', memuat: 'memuat', lebih: 'lebih dari', 'paling-sedikit': 'paling sedikit', kurang: 'kurang dari', 'paling-banyak': 'paling banyak', kosong: 'tanpa isi', berisi: 'berisi',
}

export const chartWords: Record<ChartKind, string> = { batang: 'Batang', garis: 'Garis', lingkaran: 'Cincin', peta: 'Peta' }

const measurePatterns: Record<MeasureName, string> = {
  jumlah: 'Jumlah {column}', rerata: 'Rata-rata {column}', median: 'Nilai tengah {column}', terkecil: '{column} terkecil', terbesar: '{column} terbesar', berbeda: 'Banyaknya {column} yang berbeda',
}

/** What a grouped view measures, in words. */
export const measureWords = ({ label, column }: Pick<NonNullable<View['grouped']>, 'label' | 'column'>): string =>
  label === 'banyak' || !column ? t('Banyaknya baris') : t(measurePatterns[label], { column: column.title })

/** The measures a column can have, as choices of a form. */
export const measureChoice = (name: MeasureName, title: string): string => t(measurePatterns[name], { column: title })
