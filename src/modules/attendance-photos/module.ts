import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Module } from '#platform/web/module.ts'
import { photos, type Photos } from '#modules/attendance/contract.ts'
import { belongings } from './belongings.ts'
import { isRecent, photoPage, photoResource } from './photo.page.tsx'
import { eraseOlder, erasePhoto, hasPhoto, photoRule } from './store.ts'
import words from './words.en.ts'

const keeping: Photos = {
  async offered(db, waiting, today, now) {
    const recent = waiting.filter(one => isRecent(one, now))
    return new Set(recent.length > 0 && (await photoRule(db, today)).offered ? recent.map(({ id }) => id) : [])
  },
  has: hasPhoto,
  erase: erasePhoto,
}

/** Erases what nobody looked at in time. */
export const eraseJob: Job = {
  name: 'attendance-photos.erase',
  every: '50 2 * * *',
  run: ({ services, now }) => everyGovernment(services, async id => {
    const db = services.database.of(id)
    const { days } = await photoRule(db, now.toISOString().slice(0, 10))
    await eraseOlder(db, new Date(now.getTime() - days * 86_400_000))
  }),
}

export const attendancePhotos: Module = {
  name: 'attendance-photos',
  requires: ['attendance'],
  permissions: [],
  routes: [photoPage, photoResource],
  offers: () => [[photos, keeping]],
  jobs: [eraseJob],
  belongings,
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
