import { t } from '#platform/i18n/locale.ts'
import { choice, line, number } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'

const sorts = { struktural: 'Diklat struktural', fungsional: 'Diklat fungsional', teknis: 'Diklat teknis', kursus: 'Kursus atau seminar' }

/** Training and courses. */
export const training = recordKind({
  kind: 'training',
  label: 'Pelatihan',
  hint: 'Diklat, bimbingan teknis, dan kursus dengan sertifikatnya.',
  paper: { number: 'Nomor sertifikat', on: 'Tanggal sertifikat', since: 'Mulai', until: 'Selesai' },
  parts: () => ({
    name: line('Nama pelatihan', { required: true, max: 200 }),
    sort: choice('Jenis pelatihan', sorts),
    organiser: line('Penyelenggara', { max: 160 }),
    hours: number('Lama', { suffix: 'jam pelajaran' }),
  }),
  title: ({ name }) => name,
  note: ({ sort, organiser }) => [t(sorts[sort]), organiser].filter(Boolean).join(', '),
})
