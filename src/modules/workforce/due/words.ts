import type { DueKind } from '../contract.ts'

export const dueWords: Record<DueKind, { label: string }> = {
  'salary-increase': { label: 'Kenaikan gaji berkala' },
  promotion: { label: 'Kenaikan pangkat' },
  retirement: { label: 'Pensiun' },
  contract: { label: 'Akhir kontrak' },
  license: { label: 'Izin dan sertifikat' },
}
