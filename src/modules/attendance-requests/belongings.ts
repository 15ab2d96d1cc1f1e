import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'staff and what they explained are of the government, not of the unit they work in'

/** A unit that leaves takes nobody’s explanations with it. */
export const belongings: Belongings = { leave: [], stay: { 'attendance_requests.request': reason, 'attendance_requests.duty': reason } }
