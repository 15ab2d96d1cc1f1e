import type { Db, Tx } from '#platform/db/database.ts'
import { governmentOf } from '#platform/db/government.ts'
import { appendAudit } from '#platform/audit/audit.ts'
import { tell } from '#platform/events/events.ts'
import { relock } from '#platform/search/search.ts'
import { Elsewhere, NotFound } from '#platform/web/problems.ts'
import type { Context } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { confirmation } from '#modules/confirmation/contract.ts'
import { people } from '#modules/identity/contract.ts'
import { seats, tasks } from '#modules/inbox/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { letterClosed, letterErased, type Letter, type Letters } from './contract.ts'
import { makeDelivery } from './deliver/deliver.ts'
import { isSecret } from './letter.ts'
import { keysOf, locksOf } from './locks.ts'
import { officeOf } from './parts/office.ts'
import { readFilesJob } from './reading/read-files.ts'
import { enterSearch } from './reading/search.ts'
import { addresseesOf, closeReceipt, deleteParties, hasLinkKey, insertLetter, insertParties, insertStep, lettersById, openedBy, partiesOf, receiptsOf, reopenReceipt, replaceAddressees, stepsOf, updateLetter, writeLocks } from './store.ts'

type Asking = Pick<Context, 'db' | 'who' | 'government' | 'now' | 'ask'>

/** Keys the person of a request holds today. */
export const keysHere = async (context: Asking): Promise<string[]> => keysOf(context.who, context.who.account ? await context.ask(seats).of(context) : [])

/** Makes locks follow from class, state and parties. */
async function settle(tx: Tx, letter: Letter): Promise<readonly string[]> {
  const locks = locksOf(letter, await partiesOf(tx, letter.id))
  await writeLocks(tx, letter.id, locks)
  return locks
}

/**
 * The letter as far as the person may read it; its file is a reading as well.
 * @throws Elsewhere to the page that asks for the second factor, for R and SR
 */
export async function readable(context: Asking & Pick<Context, 'request'>, id: string): Promise<Letter> {
  const { db, ask, who, request } = context
  const letter = (await lettersById(db, [id])).get(id)
  if (!letter || !(await openedBy(db, await keysHere(context), [id])).has(id)) throw new NotFound()
  if (!isSecret(letter.secrecy)) return letter
  if (!(await ask(confirmation).isFresh(context))) throw new Elsewhere(`/konfirmasi?lanjut=${encodeURIComponent(request.url)}`)
  await db.transaction().execute(tx => appendAudit(tx, { action: 'correspondence.read-secret', accountId: who.account?.id ?? null, path: request.url.split('?')[0]!, record: ['letter', id] }))
  return letter
}

/** Ends what waits in the unit's inboxes for a letter it has done with. */
async function closeFor(tx: Tx, services: Services, id: string, of: string, outcome: 'answered' | 'done' | 'noted', by: string | null): Promise<void> {
  // Parts of an office act for it: the line is in its agenda.
  const unitId = officeOf(await services.ask(unitDirectory).of(await governmentOf(tx)), of)
  if (!(await closeReceipt(tx, id, unitId, outcome))) return
  await tell(tx, letterClosed, { letterId: id, unitId })
  const open = await services.ask(tasks).of(tx, { matter: { kind: 'letter', id }, kinds: ['incoming'] })
  for (const task of open.filter(one => one.unitId === unitId && one.doneAt === null)) await services.ask(tasks).end(tx, { matter: task.matter, kinds: ['incoming'], desk: task.desk }, by, outcome)
}

/** The letters of a government, for other modules and for this one. */
export function makeLetters(services: Services): Letters {
  const named = async (db: Db, steps: Awaited<ReturnType<typeof stepsOf>>) => {
    const names = await services.ask(people).named(db, [...new Set(steps.flatMap(({ by }) => by ?? []))])
    const titles = new Map<string, string>()
    for (const postId of new Set(steps.flatMap(step => step.postId ?? []))) titles.set(postId, (await services.ask(posts).byId(db, postId))?.title ?? '')
    return steps.map(({ by, postId, ...step }) => ({ ...step, by: by ? (names.get(by)?.name ?? null) : null, capacity: (postId && titles.get(postId)) || null }))
  }
  return {
    byId: async (db, id) => (await lettersById(db, [id])).get(id) ?? null,
    byIds: (db, ids) => lettersById(db, ids),
    take: async (tx, id) => (await lettersById(tx, [id], true)).get(id) ?? null,
    readable,
    visible: async (context, ids) => openedBy(context.db, await keysHere(context), ids),
    async create(tx, letter, parties) {
      const made = await insertLetter(tx, letter)
      await insertParties(tx, made.id, parties)
      await enterSearch(tx, made, await settle(tx, made))
      return made
    },
    async change(tx, id, change) {
      const changed = await updateLetter(tx, id, change)
      await enterSearch(tx, changed, await settle(tx, changed))
      return changed
    },
    async join(tx, id, parties) {
      const letter = (await lettersById(tx, [id], true)).get(id)
      if (!letter) throw new NotFound()
      await insertParties(tx, id, parties)
      await relock(tx, 'letter', id, await settle(tx, letter))
    },
    async leave(tx, id, parties) {
      const letter = (await lettersById(tx, [id], true)).get(id)
      if (!letter) throw new NotFound()
      await deleteParties(tx, id, parties)
      await relock(tx, 'letter', id, await settle(tx, letter))
    },
    parties: partiesOf,
    addressees: addresseesOf,
    address: replaceAddressees,
    step: insertStep,
    steps: async (db, id) => named(db, await stepsOf(db, id)),
    deliver: makeDelivery(services),
    opensWith: hasLinkKey,
    receipts: receiptsOf,
    reopen: reopenReceipt,
    close: (tx, id, unitId, outcome, by) => closeFor(tx, services, id, unitId, outcome, by),
    async erase(tx, id) {
      const erased = await updateLetter(tx, id, { fileId: null, attachments: [], summary: '' })
      await enterSearch(tx, erased, await settle(tx, erased))
      await insertStep(tx, id, { event: 'Isi surat dimusnahkan sesuai jadwal retensi', by: null })
      // Reads its files anew, of which there are none: so their words leave the search.
      await services.jobs.enqueue(tx, readFilesJob.name, await governmentOf(tx), { letterId: id })
      await tell(tx, letterErased, { letterId: id })
    },
  }
}
