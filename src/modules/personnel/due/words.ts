import type { DueKind } from './due.ts'

export const dueWords: Record<DueKind, { label: string; title: string }> = {
  'salary-increase': { label: 'Kenaikan gaji berkala', title: 'KGB' },
  promotion: { label: 'Kenaikan pangkat', title: 'Kenaikan pangkat' },
  retirement: { label: 'Pensiun', title: 'Pensiun' },
  contract: { label: 'Akhir kontrak', title: 'Akhir kontrak' },
}
