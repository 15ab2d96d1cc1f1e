import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { itemsOf, keptList, keptLists, versionOn } from './code-store.ts'
import type { Concept, ConceptUses, RegionMatching, Standards } from './contract.ts'
import { derivedList, derivedLists } from './derived.ts'
import type { Standard } from './concept.ts'
import { found, standardById, standardsById } from './store.ts'

/** More items than any list has. */
const all = 1_000_000

/** What others learn of a version: not who proposed it. */
const conceptOf = ({ reason: _reason, proposedBy: _proposedBy, reviewedBy: _reviewedBy, changedAt: _changedAt, stamp: _stamp, ...concept }: Standard): Concept => concept

/** Standards and code lists for other modules. */
export function makeStandards({ ask }: Pick<Services, 'ask'>, regions: RegionMatching): Standards {
  const today = (db: Db | Tx) => ask(governmentDirectory).today(db)
  return {
    async concept(db, id) {
      const standard = await standardById(db, id)
      return standard && conceptOf(standard)
    },
    concepts: async (db, ids) => new Map([...(await standardsById(db, ids))].map(([id, standard]) => [id, conceptOf(standard)])),
    search: async (db, words, limit) => (await found(db, words, limit)).map(conceptOf),
    async codeList(db, code, day) {
      const derived = await derivedList({ ask }, regions, db, code)
      if (derived) return derived
      const list = await keptList(db, code)
      const version = list && (await versionOn(db, list.id, day ?? (await today(db))))
      if (!list || !version) return null
      const items = await itemsOf(db, version.id, { limit: all })
      return {
        code, title: list.title, kind: list.kind, derived: false, versionId: version.id, version: version.number, validFrom: version.validFrom, legalBasis: version.legalBasis, verified: version.verified,
        items: items.map(({ code: own, label, parent }) => ({ code: own, label, parent })),
      }
    },
    async codeLists(db) {
      const kept = await keptLists(db, await today(db))
      return [...kept, ...derivedLists].map(({ code, title, kind, derived }) => ({ code, title, kind, derived })).toSorted((a, b) => a.title.localeCompare(b.title, 'id'))
    },
  }
}

/** Until a catalogue says who uses a standard, nobody does. */
export const noUses: ConceptUses = { of: async () => [], counts: async () => new Map() }
