import { t } from '#platform/i18n/locale.ts'
import type { Db } from '#platform/db/database.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { codeVersions, itemsOf, keptList, versionOn, type CodeVersion, type PlacedItem } from '../store.ts'
import { codeLists, type CodeItem, type CodeListHead } from '../contract.ts'
import { derivedLists } from '../derived.ts'

/** A list as the public reads it, in whole or a page of it. */
export interface Shown {
  list: CodeListHead & { description: string }
  /** Null for derived lists, which are always as of now. */
  version: CodeVersion | null
  versions: CodeVersion[]
  legalBasis: string
}

type Here = Pick<Context, 'db' | 'government' | 'now' | 'ask'>

/** A list by its code, in the version asked for or the one that counts today. */
export async function shownList({ db, government, now }: Here, code: string, wanted?: number): Promise<Shown> {
  const derived = derivedLists.find(list => list.code === code)
  if (derived) return { list: { ...derived, description: t(derived.blurb) }, version: null, versions: [], legalBasis: derived.legalBasis }
  const list = await keptList(db, code)
  if (!list) throw new NotFound()
  const [versions, current] = await Promise.all([codeVersions(db, [list.id]), versionOn(db, list.id, todayOf({ government, now }))])
  const published = versions.filter(({ state }) => state === 'valid')
  // A government's own version may have the number of a national one that was made later.
  const version = wanted === undefined ? current : (published.find(one => one.number === wanted && !one.national) ?? published.find(one => one.number === wanted))
  if (!version) throw new NotFound()
  return { list, version, versions: published, legalBasis: version.legalBasis }
}

/** A page of a list's items; of derived ones the place is where the code stands. */
export async function pageOfItems({ db, ask }: Here, { list, version }: Shown, { words, after, limit }: { words?: string; after?: Pick<PlacedItem, 'position' | 'code'>; limit: number }): Promise<PlacedItem[]> {
  if (version) return itemsOf(db, version.id, { words, after, limit })
  const asked = words?.trim().toLowerCase() ?? ''
  const items = (await allItems({ db, ask }, list.code)).map((item, i) => ({ ...item, position: i + 1 }))
  return items.filter(({ code, label, position }) => position > (after?.position ?? 0) && (asked === '' || label.toLowerCase().includes(asked) || code.startsWith(asked))).slice(0, limit)
}

/** All items of a derived list. */
async function allItems({ db, ask }: { db: Db } & Pick<Context, 'ask'>, code: string): Promise<CodeItem[]> {
  return (await ask(codeLists).codeList(db, code))?.items ?? []
}

/** More items than any list has. */
const everything = 1_000_000

/** All items of what is shown. */
export const itemsShown = async (here: Here, shown: Shown): Promise<CodeItem[]> => (await pageOfItems(here, shown, { limit: everything })).map(({ code, label, parent }) => ({ code, label, parent }))
