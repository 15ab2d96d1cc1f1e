import { rupiah } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { among } from '#ui/part/among.tsx'
import { money, number } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'
import { gradeOptions } from './rank.ts'

/** Kenaikan gaji berkala (KGB). */
export const salaryIncrease = recordKind({
  kind: 'salary-increase',
  label: 'Kenaikan gaji berkala',
  hint: 'Gaji pokok baru menurut masa kerja golongan.',
  paper: { number: 'Nomor surat', on: 'Tanggal surat', official: 'Pejabat penetap', since: 'Terhitung mulai tanggal (TMT)', dated: true },
  parts: lists => ({
    salary: money('Gaji pokok baru', { required: true }),
    grade: among('Golongan', { options: gradeOptions(lists) }),
    years: number('Masa kerja golongan, tahun', { plain: true, max: 50 }),
  }),
  title: ({ salary }) => (salary === '' ? t('Kenaikan gaji berkala') : rupiah(BigInt(salary))),
  note: ({ grade }) => grade || null,
})
