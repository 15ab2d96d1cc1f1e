import { t } from '#platform/i18n/locale.ts'
import { among } from '#ui/part/among.tsx'
import { line } from '#ui/part/inputs.tsx'
import { levelWords } from '../contract.ts'
import { optionsOf, wordOf } from '../parts/words.ts'
import { recordKind } from './kind.ts'

/** Positions held. */
export const position = recordKind({
  kind: 'position',
  label: 'Jabatan',
  hint: 'Jabatan yang pernah dan sedang dipegang, juga di instansi lain.',
  paper: { number: 'Nomor SK', on: 'Tanggal SK', official: 'Pejabat penetap', since: 'Terhitung mulai tanggal (TMT)', until: 'Sampai tanggal', dated: true },
  parts: () => ({
    title: line('Nama jabatan', { required: true, max: 160 }),
    level: among('Jenjang jabatan', { options: optionsOf(levelWords), required: true, hint: 'Menentukan batas usia pensiun.' }),
    echelon: line('Eselon', { max: 10, hint: 'Seperti III.a; kosongkan bila tidak ada.' }),
    unit: line('Unit kerja', { max: 160 }),
  }),
  title: ({ title }) => title,
  note: ({ level, unit }) => [level && t(wordOf(levelWords, level)), unit].filter(Boolean).join(', '),
})
