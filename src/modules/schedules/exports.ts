import { dayIn } from '#platform/time/zone.ts'
import type { EvidenceSpec } from '#platform/web/module.ts'
import { assignedByMonth } from './store.ts'

/** Evidence that working hours are set electronically, month by month, without anybody in it. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian-jadwal-kerja',
    title: 'Jadwal kerja pegawai ditetapkan secara elektronik',
    collect: async ({ db, government }) =>
      (await assignedByMonth(db)).map(({ month, units, people }) => ({ at: month, text: `Pola jam kerja ditetapkan pada ${dayIn(month, government.zone).slice(0, 7)} untuk ${units} unit dan ${people} pegawai`, source: '/kerja/jadwal/unit' })),
  },
]
