import { daysOf } from '../time/period.ts'
import { longDate } from './format.ts'
import { t } from './locale.ts'

const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

/** A period in words: `Oktober 2026`, `Triwulan 3 2026`. */
export function periodWords(period: string): string {
  const [year = '', rest] = [period.slice(0, 4), period.slice(5)]
  if (!rest) return year
  if (rest.startsWith('S')) return t('Semester {n} {year}', { n: rest.slice(1), year })
  if (rest.startsWith('Q')) return t('Triwulan {n} {year}', { n: rest.slice(1), year })
  if (rest.startsWith('W')) return t('Pekan {n} {year}', { n: String(Number(rest.slice(1))), year })
  if (rest.length === 2) return t('{month} {year}', { month: t(months[Number(rest) - 1] ?? ''), year })
  return daysOf(period) ? longDate(period) : period
}
