import type { Belongings } from '#platform/archive/belonging.ts'

/** A unit that leaves takes no photo with it. */
export const belongings: Belongings = { leave: [], stay: { 'attendance_photos.photo': 'photos go with check-ins, which stay, and are erased within days' } }
