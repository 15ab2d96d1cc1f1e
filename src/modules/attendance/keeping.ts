import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { addMonths } from '#platform/time/zone.ts'
import { eraseTraces, openMonths } from './store.ts'

/** Days after which nothing is compared with a check-in any more. */
const comparable = 75

/** Opens the months ahead, so that no scan looks for its place. */
export const openMonthsJob: Job = {
  name: 'attendance.open-months',
  every: '20 2 * * *',
  run: ({ services, now }) => openMonths(services.database.shared, [0, 1, 2, 3].map(n => new Date(`${addMonths(`${now.toISOString().slice(0, 7)}-01`, n)}T12:00:00Z`))),
}

/** Erases the marks by which check-ins are compared. */
export const eraseTracesJob: Job = {
  name: 'attendance.erase-traces',
  every: '40 2 * * *',
  run: ({ services, now }) => everyGovernment(services, async id => void (await eraseTraces(services.database.of(id), new Date(now.getTime() - comparable * 86_400_000)))),
}
