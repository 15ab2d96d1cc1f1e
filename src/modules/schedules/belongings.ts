import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'who works when and where is set by the government for its staff, who stay with it'

/** A unit that leaves takes nobody’s working hours with it. */
export const belongings: Belongings = { leave: [], stay: { 'schedules.assignment': reason, 'schedules.place': reason, 'schedules.permit': reason } }
