import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { CodeLists, RegionMatching } from './contract.ts'
import { derivedList, derivedLists } from './derived.ts'
import { itemsOf, keptList, keptLists, versionOn } from './store.ts'

/** More items than any list has. */
const all = 1_000_000

/** Code lists for other modules. */
export function makeCodeLists({ ask }: Pick<Services, 'ask'>, regions: RegionMatching): CodeLists {
  const today = (db: Db | Tx) => ask(governmentDirectory).today(db)
  return {
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
