import type { Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import type { Chain, Disposition, Recipient } from '../disposition.ts'
import { here, type Here } from '../here.ts'
import { seenOf } from '../policy.ts'
import { chainOf } from '../store.ts'

/** One recipient of a disposition, as an address names it. */
export interface Place {
  letter: Letter
  seated: Seat[]
  chain: Chain
  given: Disposition
  recipient: Recipient
}

function found(seen: Chain, id: string | undefined): Pick<Place, 'given' | 'recipient'> {
  const recipient = seen.recipients.find(one => one.id === id)
  const given = seen.dispositions.find(one => one.id === recipient?.dispositionId)
  if (!recipient || !given) throw new NotFound()
  return { given, recipient }
}

/** The recipient this address names, as far as the person may see it. @throws NotFound to a stranger */
export async function placeHere(context: Context): Promise<{ place: Here } & Pick<Place, 'given' | 'recipient'>> {
  const place = await here(context)
  return { place, ...found(place.seen, context.params.recipient) }
}

/** The same for an act: nobody else changes the dispositions of this letter meanwhile. @throws NotFound to a stranger */
export async function placeTaken({ ask, who, government, now, params }: Pick<Context, 'ask' | 'who' | 'government' | 'now' | 'params'>, tx: Tx): Promise<Place> {
  const letter = await ask(letters).take(tx, params.id!)
  if (!letter) throw new NotFound()
  const [seated, chain] = [await ask(seats).of({ db: tx, who, government, now }), await chainOf(tx, letter.id, true)]
  return { letter, seated, chain, ...found(seenOf(chain, letter, who, seated), params.recipient) }
}
