import type { Indicator } from '#platform/web/module.ts'
import { answeredInTime } from './store.ts'

const days = 30

export const indicators: Indicator[] = [
  {
    code: 'panggilan-terjawab',
    label: 'panggilan hadir yang dijawab dalam batas waktu, 30 hari',
    inside: true,
    async measure({ db, now }) {
      const { inTime, called } = await answeredInTime(db, new Date(now.getTime() - days * 86_400_000))
      return { value: inTime, of: called, source: '/kerja/panggil' }
    },
  },
]
