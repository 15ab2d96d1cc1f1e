import { covers, type Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { draftOf, keptList, lockDraft, type CodeVersion, type KeptList } from './store.ts'

/** @throws Refused for those whose right does not reach the whole government */
export function keeperOnly(who: Who): void {
  if (!covers(who.reach('code-lists.keep'), { unitId: null })) throw new Refused('Kode referensi berlaku untuk seluruh pemerintah daerah; peran Anda hanya untuk sebagian unit.')
}

/** The list of an address, for those who keep lists. */
export async function listHere({ db, who }: { db: Db | Tx; who: Who }, code: string): Promise<KeptList> {
  keeperOnly(who)
  const list = await keptList(db, code)
  if (!list) throw new NotFound()
  return list
}

/** The draft of the list of an address; in a transaction it is held until its end. */
export async function draftHere({ db, tx, who }: { db: Db | Tx; tx?: Tx; who: Who }, code: string): Promise<{ list: KeptList; draft: CodeVersion }> {
  const list = await listHere({ db: tx ?? db, who }, code)
  const draft = await draftOf(tx ?? db, list.id)
  if (!draft) throw new NotFound()
  if (!tx) return { list, draft }
  await lockDraft(tx, draft.id)
  // Whoever held it before may have changed it.
  return { list, draft: (await draftOf(tx, list.id)) ?? draft }
}
