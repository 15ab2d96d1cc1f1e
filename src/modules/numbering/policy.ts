import { covers, type Who } from '#platform/access/who.ts'
import { after, type BookNumber } from './number.ts'

/** Whether the person may look into the books of a unit. */
export const mayRead = (who: Who, unitId: string): boolean => covers(who.reach('numbering.read'), { unitId })

/** Whether the person may set patterns, reserve, book and cancel in a unit; without a unit in the whole government. */
export const mayManage = (who: Who, unitId: string | null): boolean => covers(who.reach('numbering.manage'), { unitId })

/** Whether the person may cancel this number here: that of a letter of the house is cancelled with its letter. */
export const mayCancel = (who: Who, { seriesUnitId, state, matter }: Pick<BookNumber, 'seriesUnitId' | 'state' | 'matter'>): boolean =>
  matter === null && after(state, 'cancel') !== null && mayManage(who, seriesUnitId)
