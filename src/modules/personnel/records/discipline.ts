import { t } from '#platform/i18n/locale.ts'
import { choice, line } from '#ui/part/inputs.tsx'
import { recordKind } from './kind.ts'

const levels = { ringan: 'Hukuman ringan', sedang: 'Hukuman sedang', berat: 'Hukuman berat' }

/** Disciplinary sanctions. */
export const discipline = recordKind({
  kind: 'discipline',
  label: 'Hukuman disiplin',
  hint: 'Hukuman disiplin dengan masa berlakunya.',
  paper: { number: 'Nomor SK', on: 'Tanggal SK', official: 'Pejabat penetap', since: 'Berlaku mulai', until: 'Berlaku sampai', dated: true },
  sensitive: true,
  parts: () => ({
    level: choice('Tingkat hukuman', levels),
    sanction: line('Jenis hukuman', { required: true, max: 200 }),
    reason: line('Pelanggaran', { max: 300 }),
  }),
  title: ({ sanction }) => sanction,
  note: ({ level }) => t(levels[level]),
})
