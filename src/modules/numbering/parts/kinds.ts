import type { Db } from '#platform/db/database.ts'
import { locale } from '#platform/i18n/locale.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Option } from '#ui/index.ts'

/** Kinds of letters by their code, in the order of the reference list `letter-kind`. */
export type Kinds = ReadonlyMap<string, { name: string; english: string | null }>

/** Kinds of letters as they are on a day. */
export async function kindsOn(db: Db, day: string): Promise<Kinds> {
  const list = await referenceList<{ name: string; english?: string; order?: number }>(db, 'letter-kind', day)
  return new Map(list.toSorted((a, b) => (a.value.order ?? 0) - (b.value.order ?? 0)).map(({ code, value }) => [code, { name: value.name, english: value.english ?? null }]))
}

/** A kind in the reader's language; the code of one that is no longer in the list. */
export function kindName(kinds: Kinds, code: string): string {
  const kind = kinds.get(code)
  return kind ? ((locale().language === 'en' && kind.english) || kind.name) : code
}

/** Kinds to choose from, with one that is no longer in the list when it is the chosen one. */
export const kindOptions = (kinds: Kinds, chosen?: string | null): Option[] => [...new Set([...kinds.keys(), ...(chosen ? [chosen] : [])])].map(value => ({ value, label: kindName(kinds, value) }))

/** A code as it may stand in an address. */
export const isKind = (code: string): boolean => /^[a-z0-9-]{1,60}$/.test(code)
