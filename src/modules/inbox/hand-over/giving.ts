import type { Who } from '#platform/access/who.ts'
import type { Db } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import type { Services } from '#platform/web/services.ts'
import { people, type Person } from '#modules/identity/contract.ts'
import { mayHandOver } from './policy.ts'
import { peopleWaitedFor, waitingFor, type Eyes } from './store.ts'

type Asking = Pick<Context, 'db' | 'who' | 'ask' | 'params' | 'now' | 'government'>

/** Somebody's tasks are shown and handed over so many at a time, the oldest first. */
export const atOnce = 200

/** Whose tasks are handed over, as whoever does it sees them. */
export interface Giving {
  giver: Person
  own: boolean
  eyes: Eyes
  /** Recipients are found here: where the giver works, or where the work lies that they left behind. */
  unitId: string
  today: string
}

/**
 * The person a page of handing over is about: oneself, or `:id` whom the secretariat may help.
 * @throws NotFound when nothing of theirs waits where the secretariat reaches
 * @throws Refused while they work there and can do it themselves
 */
export async function givingOf(context: Asking): Promise<Giving> {
  const { db, who, ask, params, now, government } = context
  const account = who.account!
  const today = dayIn(now, government.zone)
  if (!params.id || params.id === account.id) return { giver: account, own: true, eyes: 'own', unitId: account.unitId, today }
  const eyes: Eyes = { reach: who.reach('inbox.office') }
  const [first] = /^[0-9a-f-]{36}$/.test(params.id) ? await waitingFor(db, params.id, eyes, 1) : []
  const giver = first && (await ask(people).named(db, [params.id])).get(params.id)
  if (!giver) throw new NotFound()
  const active = (await ask(people).addresses(db, [giver.id])).has(giver.id)
  if (!mayHandOver(who, giver, active)) throw new Refused('{name} masih bertugas di sini dan menyerahkan tugasnya sendiri.', { name: giver.name })
  return { giver, own: false, eyes, unitId: first.unitId, today }
}

/** People who have left something open behind where the person is the secretariat. */
export async function leftBehind(db: Db, who: Who, ask: Services['ask']): Promise<{ id: string; name: string; count: number }[]> {
  const reach = who.reach('inbox.office')
  if (!reach) return []
  const waited = (await peopleWaitedFor(db, reach)).filter(({ accountId }) => accountId !== who.account!.id)
  const ids = waited.map(one => one.accountId)
  const [names, active] = await Promise.all([ask(people).named(db, ids), ask(people).addresses(db, ids)])
  return waited.flatMap(({ accountId, count }) => {
    const person = names.get(accountId)
    return person && mayHandOver(who, person, active.has(accountId)) ? [{ id: accountId, name: person.name, count }] : []
  })
}
