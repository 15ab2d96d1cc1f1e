import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { reference } from '#platform/reference/reference.ts'

/** What a roster warns of: fewer hours between two shifts, more days in a row. */
export interface RestRule {
  hours: number
  days: number
}

const plain: RestRule = { hours: 11, days: 7 }
const rule = z.object({ hours: z.number().min(0).max(72), days: z.number().min(1).max(31) }).catch(plain)

/** Reference `work-rule` / `rest` as it is on a day. */
export const restRule = async (db: Db | Tx, day: string): Promise<RestRule> => rule.parse(await reference<unknown>(db, 'work-rule', 'rest', day, plain))
