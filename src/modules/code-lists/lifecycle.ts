import { sql } from 'kysely'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { Problem } from '#platform/web/problems.ts'
import { compared, draftOf, insertDraft, keptList, latestStart, publishDraft, strayItems, versionOn, type CodeVersion, type Comparison, type KeptList } from './store.ts'
import { codeListVersioned } from './contract.ts'
import { derivedLists } from './derived.ts'

/** Topic of all public pages of code lists of a government. */
export const codeListsTopic = (governmentId: string): string => `code-lists:${governmentId}`

/** @throws Problem on `code` when a list has that code already */
export async function refuseTaken(tx: Tx, code: string): Promise<void> {
  if (['baru', 'impor'].includes(code)) throw new Problem('code', 'Kode ini dipakai halaman lain. Pilih kode yang berbeda.')
  const taken = derivedLists.find(list => list.code === code) ?? (await keptList(tx, code))
  if (taken) throw new Problem('code', 'Kode ini sudah dipakai daftar “{title}”.', { title: taken.title })
}

/** Begins the next version of a list: with the items valid now, or empty. */
export async function begin(tx: Tx, list: KeptList, { empty, today, by }: { empty: boolean; today: string; by: string | null }): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('code-lists.draft' || platform.current_government()::text || ${list.id}, 0))`.execute(tx)
  if (await draftOf(tx, list.id)) throw new Problem('', 'Versi berikutnya sudah disiapkan. Muat ulang halaman.')
  return insertDraft(tx, list.id, empty ? null : await versionOn(tx, list.id, today), by)
}

/** What stands in the way of making a draft valid, each in a sentence. */
export async function hindrances(tx: Tx, draft: CodeVersion): Promise<{ name: string; message: { text: string; values?: Record<string, string | number> } }[]> {
  const wrong: { name: string; message: { text: string; values?: Record<string, string | number> } }[] = []
  if (!draft.validFrom) wrong.push({ name: 'from', message: { text: 'Isi mulai kapan versi ini berlaku.' } })
  if (!draft.legalBasis) wrong.push({ name: 'basis', message: { text: 'Isi dasar hukum atau sumber daftar ini.' } })
  if (draft.items === 0) wrong.push({ name: '', message: { text: 'Daftar ini belum berisi satu kode pun.' } })
  const start = await latestStart(tx, draft.listId)
  if (draft.validFrom && start && draft.validFrom <= start) wrong.push({ name: 'from', message: { text: 'Versi sebelumnya berlaku sejak {day}. Pilih hari sesudahnya.', values: { day: start } } })
  for (const { code, parent } of await strayItems(tx, draft.id))
    wrong.push({ name: '', message: { text: 'Induk “{parent}” dari kode “{code}” tidak ada dalam daftar, atau berputar kembali ke kode itu.', values: { parent: parent ?? '', code } } })
  return wrong
}

/** Makes a draft valid from its day on; answers what it changed. */
export async function publish(tx: Tx, governmentId: string, list: KeptList, draft: CodeVersion, by: string | null): Promise<Comparison> {
  const wrong = await hindrances(tx, draft)
  if (wrong.length > 0 || draft.validFrom === null) throw Problem.all(wrong)
  const earlier = await versionOn(tx, list.id, draft.validFrom)
  const changes = await compared(tx, earlier?.id ?? null, draft.id)
  await publishDraft(tx, draft, by)
  await tell(tx, codeListVersioned, { code: list.code, versionId: draft.id, version: draft.number, validFrom: draft.validFrom, added: changes.added, gone: changes.gone, renamed: changes.renamed })
  await changed(tx, codeListsTopic(governmentId))
  return changes
}
