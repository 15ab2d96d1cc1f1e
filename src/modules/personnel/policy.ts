import { covers, type Permission, type Who } from '#platform/access/who.ts'
import type { File } from './employee.ts'

type Whose = Pick<File, 'unitId' | 'accountId'>

const reaches = (who: Who, permission: Permission, { unitId, accountId }: Whose) => covers(who.reach(permission), { unitId, ownerId: accountId })

/** Whether a file is the person's own: it is changed by proposals, which somebody else decides. */
export const isOwn = (who: Who, { accountId }: Whose): boolean => accountId !== null && accountId === who.account?.id

/** Whether a person may change this file. */
export const mayManage = (who: Who, file: Whose): boolean => !isOwn(who, file) && reaches(who, 'personnel.manage', file)

/** Whether a person may see NIK, address, family and the like of this file. */
export const maySeePrivate = (who: Who, file: Whose): boolean => reaches(who, 'personnel.read-sensitive', file)

/** Whether a person may see, change or decide an entry of this kind. */
export const mayManageKind = (who: Who, file: Whose, { sensitive }: { sensitive: boolean }): boolean => mayManage(who, file) && (!sensitive || maySeePrivate(who, file))
