import type { Belongings } from '#platform/archive/belonging.ts'

const reason = 'staff and their presence are of the government, not of the unit they work in'

/** A unit that leaves takes nobody’s presence with it. */
export const belongings: Belongings = { leave: [], stay: { 'attendance.device': reason, 'attendance.office_device': reason, 'attendance.scan': reason, 'attendance.vouch': reason } }
