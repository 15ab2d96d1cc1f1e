import { line } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'

/** Awards. */
export const award = recordKind({
  kind: 'award',
  label: 'Penghargaan',
  hint: 'Satyalancana dan penghargaan lain.',
  paper: { number: 'Nomor piagam', on: 'Tanggal piagam', official: 'Pemberi' },
  parts: () => ({ name: line('Nama penghargaan', { required: true, max: 160 }) }),
  title: ({ name }) => name,
})
