import type { Prospects } from '#modules/personnel/contract.ts'
import type { Dues } from './contract.ts'
import { dueDay, dueUntil, termOf } from './due/due.ts'
import { rulesOn } from './due/rules.ts'
import { dueWords } from './due/words.ts'

/** What is ahead for one person, by the rules of the day. */
export const prospectsOf: Prospects = {
  of: async (db, career, from, until) => dueUntil(career, await rulesOn(db, from), until).map(({ what, on }) => ({ label: dueWords[what].label, on })),
}

/** When something falls due for people, by the rules of the day. */
export const duesOf: Dues = {
  async of(db, kind, careers, day) {
    const term = termOf(kind, await rulesOn(db, day))
    return new Map(term ? [...careers].flatMap(([id, career]) => {
      const on = dueDay(term, career)
      return on ? [[id, on]] : []
    }) : [])
  },
}
