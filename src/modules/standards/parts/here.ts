import type { Who } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import type { Event, Standard } from '../concept.ts'
import { draftOf, itemsOf, keptList, lockDraft, versionOn, type CodeVersion, type KeptList } from '../code-store.ts'
import type { CodeItem } from '../contract.ts'
import type { Means } from '../lifecycle.ts'
import { may, mayKeepCodes, maySee } from '../policy.ts'
import { standardById } from '../store.ts'

export const meansOf = ({ government, ask }: Pick<Context, 'government' | 'ask'>): Means => ({ governmentId: government.id, ask })

/** Lists this module reads itself are short. */
const most = 500

/** The items of one of the lists forms choose from, as valid today. */
export async function listToday({ db, government, now }: Pick<Context, 'db' | 'government' | 'now'>, code: string): Promise<CodeItem[]> {
  const list = await keptList(db, code)
  const version = list && (await versionOn(db, list.id, todayOf({ government, now })))
  return version ? itemsOf(db, version.id, { limit: most }) : []
}

/** The version of an address, for whoever may see it and, when given, do `event` to it. */
export async function standardHere({ db, who }: Pick<Context, 'db' | 'who'>, id: string, event?: Event): Promise<Standard> {
  const standard = await standardById(db, id)
  if (!standard || !maySee(who, standard)) throw new NotFound()
  if (event && !may(who, event, standard)) throw new Refused('Langkah ini tidak dapat Anda lakukan pada standar ini sekarang.')
  return standard
}

/**
 * Takes a version for a change: locked, permitted, and still as the person saw it.
 * @throws Conflict when someone changed it meanwhile
 */
export async function take(tx: Tx, who: Who, id: string, event: Event, seen?: number): Promise<Standard> {
  const standard = await standardById(tx, id, true)
  if (!standard || !maySee(who, standard)) throw new NotFound()
  if (!may(who, event, standard)) throw new Refused('Langkah ini tidak dapat Anda lakukan pada standar ini sekarang.')
  if (seen !== undefined && seen !== standard.stamp)
    throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { name: standard.name, definition: standard.definition, version: String(standard.stamp) })
  return standard
}

/** @throws Refused for those whose right does not reach the whole government */
export function keeperOnly(who: Who): void {
  if (!mayKeepCodes(who)) throw new Refused('Kode referensi berlaku untuk seluruh pemerintah daerah; peran Anda hanya untuk sebagian unit.')
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
  if (tx) await lockDraft(tx, draft.id)
  return { list, draft }
}
