import { number as numeral } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { among } from '#ui/part/among.tsx'
import { choice, number } from '#ui/part/inputs.tsx'
import { gradeName, type Lists } from '../parts/lists.ts'
import { recordKind } from './kind.ts'

/** Grades to choose from, PNS and PPPK apart. */
export const gradeOptions = ({ grades }: Lists) => grades.map(({ code, name, kind }) => ({ value: code, label: name ? `${code}, ${name}` : code, group: kind === 'pns' ? 'PNS' : 'PPPK' }))

/** Pangkat and golongan. */
export const rank = recordKind({
  kind: 'rank',
  label: 'Pangkat dan golongan',
  hint: 'CPNS, kenaikan pangkat, dan golongan PPPK.',
  paper: { number: 'Nomor SK', on: 'Tanggal SK', official: 'Pejabat penetap', since: 'Terhitung mulai tanggal (TMT)', dated: true },
  parts: lists => ({
    grade: among('Golongan', { options: gradeOptions(lists), required: true }),
    way: choice('Jenis kenaikan', { reguler: 'Reguler', pilihan: 'Pilihan', ijazah: 'Penyesuaian ijazah', cpns: 'Pengangkatan pertama', lain: 'Lainnya' }),
    years: number('Masa kerja golongan, tahun', { plain: true, max: 50 }),
    months: number('Masa kerja golongan, bulan', { plain: true, max: 11 }),
  }),
  title: ({ grade }, lists) => gradeName(grade, lists),
  note: ({ years, months }) => (years === null ? null : t('Masa kerja {years} tahun {months} bulan', { years: numeral(years), months: numeral(months ?? 0) })),
})
