import { holidaysOf } from '#platform/time/working-days.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Indicator } from '#platform/web/module.ts'
import { countByOffice } from './count-store.ts'
import type { Dispositions } from './contract.ts'
import { lateBefore } from './deadline.ts'

/** How dispositions stand, for other modules. */
export const offered: Dispositions = { counts: async (db, day) => countByOffice(db, lateBefore(day, await holidaysOf(db, day))) }

export const indicators: Indicator[] = [
  {
    code: 'disposisi-lewat-batas',
    label: 'disposisi lewat batas waktu',
    inside: true,
    async measure({ db, government, now }) {
      const counts = await offered.counts(db, dayIn(now, government.zone))
      const sum = (of: 'late' | 'open') => counts.reduce((total, one) => total + one[of], 0)
      return { value: sum('late'), of: sum('open'), source: '/kerja/disposisi?sisi=unit&tahap=terlambat' }
    },
  },
]
