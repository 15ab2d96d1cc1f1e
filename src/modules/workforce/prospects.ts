import type { Prospects } from '#modules/personnel/contract.ts'
import { dueUntil } from './due/due.ts'
import { rulesOn } from './due/rules.ts'
import { dueWords } from './due/words.ts'

/** What is ahead for one person, by the rules of the day. */
export const prospectsOf: Prospects = {
  of: async (db, career, from, until) => dueUntil(career, await rulesOn(db, from), until).map(({ what, on }) => ({ label: dueWords[what].label, on })),
}
