import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import { codeLists, type CodeItem } from '#modules/code-lists/contract.ts'
import type { Event, Standard } from '../concept.ts'
import type { Means } from '../lifecycle.ts'
import { may, maySee } from '../policy.ts'
import { standardById } from '../store.ts'

export const meansOf = ({ government, ask }: Pick<Context, 'government' | 'ask'>): Means => ({ governmentId: government.id, ask })

/** The items of one of the lists forms choose from, as valid today. */
export const listToday = async ({ db, ask }: Pick<Context, 'db' | 'ask'>, code: string): Promise<CodeItem[]> => (await ask(codeLists).codeList(db, code))?.items ?? []

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
