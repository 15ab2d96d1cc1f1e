import { covers, type Who } from '#platform/access/who.ts'

/** Whose decree it is, and where the person works. */
interface Whose {
  unitId: string
  accountId: string | null
}

/** Whether a person may prepare decrees about somebody, and see how far they have come: never about themselves. */
export const mayPrepare = (who: Who, { unitId, accountId }: Whose): boolean =>
  !(accountId !== null && accountId === who.account?.id) && covers(who.reach('personnel.manage'), { unitId, ownerId: accountId })

/** Whether a person may write letters of a unit. */
export const mayWriteFor = (who: Who, unitId: string): boolean => covers(who.reach('drafting.write'), { unitId })
