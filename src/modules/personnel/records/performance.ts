import { t } from '#platform/i18n/locale.ts'
import { choice, number } from '#ui/part/inputs.tsx'
import { ratingWords } from '../contract.ts'
import { recordKind } from './kind.ts'

const expectation = { sesuai: 'Sesuai ekspektasi', atas: 'Di atas ekspektasi', bawah: 'Di bawah ekspektasi' }

/** Yearly rating of performance (SKP). */
export const performance = recordKind({
  kind: 'performance',
  label: 'Kinerja',
  hint: 'Predikat kinerja tahunan (SKP).',
  paper: { on: 'Tanggal penilaian', official: 'Pejabat penilai' },
  parts: () => ({
    year: number('Tahun penilaian', { plain: true }),
    results: choice('Hasil kerja', expectation),
    behaviour: choice('Perilaku kerja', expectation),
    rating: choice('Predikat', ratingWords),
  }),
  title: ({ year, rating }) => [year, t(ratingWords[rating])].filter(Boolean).join(': '),
})
