import { t } from '#platform/i18n/locale.ts'
import { choice, line, number } from '#ui/part/inputs.tsx'
import { educationWords } from '../contract.ts'
import { recordKind } from './kind.ts'

/** Schools and universities. */
export const education = recordKind({
  kind: 'education',
  label: 'Pendidikan',
  hint: 'Pendidikan formal dengan ijazahnya.',
  paper: { number: 'Nomor ijazah', on: 'Tanggal ijazah' },
  parts: () => ({
    level: choice('Tingkat', educationWords),
    school: line('Sekolah atau perguruan tinggi', { required: true, max: 160 }),
    major: line('Jurusan atau program studi', { max: 160 }),
    year: number('Tahun lulus', { plain: true }),
  }),
  title: ({ level, major }) => [t(educationWords[level]), major].filter(Boolean).join(' '),
  note: ({ school, year }) => [school, year].filter(Boolean).join(', '),
})
