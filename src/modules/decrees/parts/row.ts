import { longDate, rupiah } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Fact } from '#ui/index.ts'
import { serviceIn, type Row } from '../decree.ts'

/** What a decree writes, as people read it. */
export function rowFacts(row: Row): Fact[] {
  const { since, until, content: { salary, grade, text } } = row
  const service = serviceIn(row)
  return [
    { label: t('Gaji pokok baru'), value: typeof salary === 'string' && /^\d+$/.test(salary) && rupiah(BigInt(salary)) },
    { label: t('Golongan'), value: typeof grade === 'string' && grade },
    { label: t('Masa kerja golongan'), value: service && t('{years} tahun {months} bulan', { years: service.years, months: service.months }) },
    { label: t('Uraian'), value: typeof text === 'string' && text },
    { label: t('Terhitung mulai tanggal (TMT)'), value: since && longDate(since) },
    { label: t('Diperpanjang sampai tanggal'), value: until && longDate(until) },
  ]
}
