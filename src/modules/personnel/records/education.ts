import { t } from '#platform/i18n/locale.ts'
import { among } from '#ui/part/among.tsx'
import { line, number } from '#ui/part/inputs.tsx'
import { educationWords } from '../contract.ts'
import { optionsOf, wordOf } from '../parts/words.ts'
import { recordKind } from './kind.ts'

/** Schools and universities. */
export const education = recordKind({
  kind: 'education',
  label: 'Pendidikan',
  hint: 'Pendidikan formal dengan ijazahnya.',
  paper: { number: 'Nomor ijazah', on: 'Tanggal ijazah' },
  parts: () => ({
    level: among('Tingkat', { options: optionsOf(educationWords), required: true }),
    school: line('Sekolah atau perguruan tinggi', { required: true, max: 160 }),
    major: line('Jurusan atau program studi', { max: 160 }),
    year: number('Tahun lulus', { plain: true }),
  }),
  title: ({ level, major }) => [level && t(wordOf(educationWords, level)), major].filter(Boolean).join(' '),
  note: ({ school, year }) => [school, year].filter(Boolean).join(', '),
})
