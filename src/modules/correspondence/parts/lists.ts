import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'

/** What a kind of letter is called, and how it is made. */
export interface KindValue {
  name: string
  group: string
}

/** Kinds of letters by code, as they are named on a day. */
export const kindsOn = async (db: Db | Tx, day: string): Promise<Map<string, string>> =>
  new Map((await referenceList<KindValue>(db, 'letter-kind', day)).map(({ code, value }) => [code, value.name]))

/** Codes of the archive's classification with their names, in the order of the codes. */
export async function classificationOn(db: Db | Tx, day: string): Promise<{ code: string; name: string }[]> {
  const list = await referenceList<{ name: string }>(db, 'letter-classification', day)
  return list.map(({ code, value }) => ({ code, name: value.name })).toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }))
}
