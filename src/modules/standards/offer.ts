import type { Services } from '#platform/web/services.ts'
import { codeLists } from '#modules/code-lists/contract.ts'
import type { Standard } from './concept.ts'
import type { Concept, ConceptUses, Standards } from './contract.ts'
import { found, standardById, standardsById } from './store.ts'

/** What others learn of a version: not who proposed it. */
const conceptOf = ({ reason: _reason, proposedBy: _proposedBy, reviewedBy: _reviewedBy, changedAt: _changedAt, stamp: _stamp, ...concept }: Standard): Concept => concept

/** Standards for other modules. */
export const makeStandards = ({ ask }: Pick<Services, 'ask'>): Standards => ({
  async concept(db, id) {
    const standard = await standardById(db, id)
    return standard && conceptOf(standard)
  },
  concepts: async (db, ids) => new Map([...(await standardsById(db, ids))].map(([id, standard]) => [id, conceptOf(standard)])),
  search: async (db, words, limit) => (await found(db, words, limit)).map(conceptOf),
  codeList: (db, code, day) => ask(codeLists).codeList(db, code, day),
  codeLists: db => ask(codeLists).codeLists(db),
})

/** Until a catalogue says who uses a standard, nobody does. */
export const noUses: ConceptUses = { of: async () => [], counts: async () => new Map() }
