import type { Files, StoredFile } from '../files/files.ts'
import type { Fields } from '../forms/fields.ts'
import type { Context } from '../web/page.ts'
import { entryText, type EntryText } from './entry.ts'
import { receivedById } from './store.ts'

/** Name in an address for the entry a form is filled with again. */
export const returnedName = 'kotak'

/** A form that came back. */
export interface Returned {
  values: Record<string, string | string[]>
  problems: Fields['errors']
  /** Its uploads, still waiting for the second try. */
  kept: Record<string, StoredFile[]>
}

/** What was typed, one value or several under a name. */
export function valuesOf({ fields }: Pick<EntryText, 'fields'>): Returned['values'] {
  const values: Returned['values'] = Object.create(null) as Returned['values']
  for (const [name, value] of fields) values[name] = values[name] === undefined ? value : [...[values[name]].flat(), value]
  return values
}

/** What the person's own device sent from this page and was refused, when the address names it; null for anything else. */
export async function returnedTo({ db, who, request }: Pick<Context, 'db' | 'who' | 'request'>, files: Files): Promise<Returned | null> {
  const here = new URL(request.url, 'http://here')
  const id = here.searchParams.get(returnedName)
  if (!id || !/^[0-9a-f-]{36}$/.test(id) || !who.account) return null
  const entry = await receivedById(db, id)
  if (entry?.accountId !== who.account.id || entry.state !== 'refused' || entry.signed === null || new URL(entry.path, 'http://here').pathname !== here.pathname) return null
  const pending = new Map((await files.pending(db, entry.fileIds, who.account.id)).map(file => [file.id, file]))
  const kept = Object.fromEntries(Object.entries(entry.answer.files ?? {}).map(([name, ids]) => [name, ids.flatMap(fileId => pending.get(fileId) ?? [])]))
  return { values: { ...valuesOf(entryText.parse(JSON.parse(entry.signed))), ...entry.answer.stored }, problems: entry.answer.problems ?? [], kept }
}
