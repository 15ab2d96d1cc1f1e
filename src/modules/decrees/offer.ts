import { letters } from '#modules/correspondence/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import type { Preparation, Preparations } from '#modules/workforce/contract.ts'
import { mayBeginAgain, stateOf } from './decree.ts'
import { stateWords } from './parts/words.ts'
import { mayPrepare } from './policy.ts'
import { newestFor } from './store.ts'

/** What due lists show of decrees. */
export const preparationsOf: Preparations = {
  path: '/kerja/kepegawaian/surat/siapkan',
  async of({ db, who, ask }, kind, lines) {
    const [people, decrees] = await Promise.all([ask(employees).byId(db, lines.map(({ id }) => id)), newestFor(db, kind, lines)])
    const known = await ask(letters).byIds(db, decrees.map(({ letterId }) => letterId))
    const byPerson = new Map(decrees.map(decree => [decree.employeeId, decree]))
    return new Map(lines.flatMap(({ id }): [string, Preparation][] => {
      const person = people.get(id)
      if (!person || !mayPrepare(who, person)) return []
      const decree = byPerson.get(id)
      if (!decree) return [[id, { state: null, open: true }]]
      const state = stateOf(decree, known.get(decree.letterId))
      const { label, tone } = stateWords[state]
      return [[id, { state: { label, tone: tone === 'plain' ? 'info' : tone, href: `/kerja/kepegawaian/surat/${decree.letterId}` }, open: mayBeginAgain(state) && state !== 'draft' }]]
    }))
  },
}
