import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { choice, day, line } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'

const relations = { pasangan: 'Suami atau istri', anak: 'Anak', 'orang-tua': 'Orang tua' }

/** Spouse, children, parents. */
export const family = recordKind({
  kind: 'family',
  label: 'Keluarga',
  hint: 'Pasangan, anak, dan orang tua.',
  paper: { number: 'Nomor akta', on: 'Tanggal akta' },
  sensitive: true,
  parts: () => ({
    relation: choice('Hubungan', relations),
    name: line('Nama', { required: true, max: 120 }),
    birthDate: day('Tanggal lahir'),
    work: line('Pekerjaan', { max: 120 }),
    covered: choice('Masuk tunjangan keluarga', { tidak: 'Tidak', ya: 'Ya' }),
  }),
  title: ({ name }) => name,
  note: ({ relation, birthDate }) => [t(relations[relation]), birthDate && longDate(birthDate)].filter(Boolean).join(', '),
})
