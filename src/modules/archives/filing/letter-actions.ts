import type { Context } from '#platform/web/page.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import { filedIn } from '../store.ts'
import { placesOf } from './places.ts'

/** What can be done with a letter in the archive, for its page; labels are Indonesian source texts. */
export async function archiveActions(context: Context, letter: Letter): Promise<{ label: string; href: string }[]> {
  const places = await placesOf(context, context.db, letter)
  const filed = await Promise.all(places.map(({ office }) => filedIn(context.db, office.id, [letter.id])))
  const lies = filed.flatMap(found => found.get(letter.id) ?? [])
  return [
    ...lies.map(({ dossierId }) => ({ label: 'Lihat berkasnya', href: `/kerja/arsip/${dossierId}` })),
    ...(lies.length < places.length ? [{ label: 'Berkaskan', href: `/kerja/surat/${letter.id}/berkaskan` }] : []),
  ]
}
