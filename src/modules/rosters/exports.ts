import { dayIn } from '#platform/time/zone.ts'
import type { EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { coverageOn, publishedByMonth } from './store.ts'

export const indicators: Indicator[] = [
  {
    code: 'jadwal-jaga-terisi',
    label: 'unit jaga dengan petugas terjadwal hari ini',
    inside: true,
    async measure({ db, government, now }) {
      const { covered, of } = await coverageOn(db, dayIn(now, government.zone))
      return { value: covered, of, source: '/kerja/jadwal/jaga' }
    },
  },
]

/** Evidence that rosters are planned and published electronically, month by month, without anybody in it. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian-jadwal-jaga',
    title: 'Jadwal jaga disusun dan diterbitkan secara elektronik',
    collect: async ({ db, government }) =>
      (await publishedByMonth(db)).map(({ month, rosters, people }) => ({ at: month, text: `${rosters} jadwal jaga terbit pada ${dayIn(month, government.zone).slice(0, 7)} untuk ${people} pegawai`, source: '/kerja/jadwal/jaga' })),
  },
]
