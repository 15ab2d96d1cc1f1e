import { z } from 'zod'
import { partCodes, siteKinds } from '../requirement.ts'

/** Filters of the board and its download. */
export const boardQuery = z.object({
  jenis: z.enum(siteKinds).optional(),
  kurang: z.preprocess(value => (value === '' ? undefined : value), z.enum(partCodes).optional()),
  keadaan: z.enum(['tanpa-situs']).optional(),
})
