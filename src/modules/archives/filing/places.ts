import type { Db } from '#platform/db/database.ts'
import { covers } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { letters, type Letter, type Receipt } from '#modules/correspondence/contract.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { isSecret } from '../dossier.ts'
import { officeOf } from '../parts/office.ts'
import { readerOf } from '../policy.ts'

/** A letter is filed once it says what it says: it was signed, or came in. */
const finished = new Set<Letter['state']>(['signed', 'sent', 'received'])

/** An office that keeps a letter, and whether it still has to act on it. */
export interface Place {
  office: Unit
  /** Its line of the agenda, while it is not done with it. */
  open: Receipt | null
}

/**
 * Offices for which this person may file the letter: those it was made or received in, whose archive they keep. A secret
 * letter is filed by whoever has it at their desk there, because those who keep the archive do not see it.
 */
export async function placesOf(context: Context, db: Db, letter: Letter): Promise<Place[]> {
  const { ask, who, government } = context
  if (!finished.has(letter.state)) return []
  const [units, receipts] = await Promise.all([ask(unitDirectory).of(government.id), ask(letters).receipts(db, letter.id)])
  const concerned = [...new Set([officeOf(units, letter.unitId), ...receipts.map(({ unitId }) => officeOf(units, unitId))])]
  const keeps = (unitId: string) => covers(who.reach('archives.manage'), { unitId })
  const { postIds } = await readerOf(context)
  const atDesk = isSecret(letter.secrecy)
    ? new Set((await ask(letters).parties(db, letter.id)).filter(({ desk }) => desk && 'postId' in desk && postIds.includes(desk.postId)).map(({ unitId }) => officeOf(units, unitId)))
    : new Set<string>()
  return concerned
    .filter(id => keeps(id) || (atDesk.has(id) && covers(who.reach('archives.read'), { unitId: id })))
    .flatMap(id => {
      const office = units.byId(id)
      return office ? [{ office, open: receipts.find(({ unitId, closedAt }) => unitId === id && closedAt === null) ?? null }] : []
    })
}
