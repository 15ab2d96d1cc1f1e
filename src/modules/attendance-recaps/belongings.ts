import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'months of presence are records of the government about its staff, who stay with it'

/** A unit that leaves takes nobody’s months with it. */
export const belongings: Belongings = { leave: [], stay: { 'attendance_recaps.closing': reason, 'attendance_recaps.closing_run': reason, 'attendance_recaps.recap': reason, 'attendance_recaps.change': reason, 'attendance_recaps.warning': reason } }
