import type { Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { drafts, type DraftSigner } from '#modules/drafting/contract.ts'
import { tasks } from '#modules/inbox/contract.ts'
import { posts, unitDirectory } from '#modules/organisation/contract.ts'
import { mayBeginAgain, stateOf, type Decree, type Row } from '../decree.ts'
import type { KindOfDecree, Person } from '../kinds/kind.ts'
import { templateFor, type Lists } from '../lists.ts'
import { closeDecree, insertDecree, newestFor } from '../store.ts'
import { addresseesFor } from './addressees.ts'
import { contentOf } from './content.ts'

/** What preparing needs around it, in a request as elsewhere. */
type Means = Pick<Context, 'government' | 'now' | 'ask'> & { tx: Tx }

/** Letters to be written: one for each person. */
export interface Order {
  kind: KindOfDecree
  lists: Lists
  /** The unit that writes them, and who. */
  unitId: string
  accountId: string
  signer: DraftSigner
  people: readonly { person: Person; row: Row }[]
  /** Sends them on their way at once; otherwise they stay drafts. */
  circulate: boolean
}

/** Gives up the letter another one takes the place of. */
async function giveUp({ tx, ask }: Means, { letterId, closedAt }: Decree, by: string): Promise<void> {
  const letter = await ask(letters).take(tx, letterId)
  if (letter?.state === 'draft' || letter?.state === 'returned') {
    await ask(letters).change(tx, letterId, { state: 'cancelled' })
    await ask(tasks).end(tx, { matter: { kind: 'letter', id: letterId }, kinds: ['revise'] }, by, 'cancelled')
    await ask(letters).step(tx, letterId, { event: 'Dibatalkan', by, remarks: 'Disiapkan ulang dari daftar jatuh tempo.' })
  }
  if (!closedAt) await closeDecree(tx, letterId, { by, reason: null })
}

/**
 * Begins a letter for each person; answers their ids in order. What was given up or given back is begun anew.
 * @throws Problem when somebody's letter is on its way already
 */
export async function prepare(means: Means, { kind, lists, unitId, accountId, signer, people, circulate }: Order): Promise<string[]> {
  const { tx, ask, government, now } = means
  const day = dayIn(now, government.zone)
  const units = await ask(unitDirectory).of(government.id)
  const earlier = new Map((await newestFor(tx, kind.kind, people.map(({ person: { id, dueOn } }) => ({ id, on: dueOn })), true)).map(decree => [decree.employeeId, decree]))
  const known = await ask(letters).byIds(tx, [...earlier.values()].map(({ letterId }) => letterId))
  const addressees = await addresseesFor({ ask, db: tx }, units, people.map(({ person }) => person), signer.postId, day)
  const held = await ask(posts).heldBy(tx, { accountId }, day)
  const postId = (held.find(one => one.unitId === unitId) ?? held[0])?.postId ?? null
  const begun: string[] = []
  for (const { person, row } of people) {
    const before = earlier.get(person.id)
    if (before && !mayBeginAgain(stateOf(before, known.get(before.letterId)))) throw new Problem('', 'Surat untuk {name} sudah disiapkan. Buka daftar jatuh tempo untuk melihat keadaannya.', { name: person.name })
    if (before) await giveUp(means, before, accountId)
    const template = templateFor(lists, kind.kind, person.kind)
    if (!template) throw new Problem('', 'Belum ada naskah untuk surat ini di data rujukan (decree-letter).')
    const content = contentOf(means, kind, template, lists, { person, row, signer, addressees: addressees.get(person.id) ?? [] })
    const letter = await ask(drafts).begin(means, { unitId, accountId, content })
    const added = await insertDecree(tx, { letterId: letter.id, employeeId: person.id, unitId: person.unitId, accountId: person.accountId, kind: kind.kind, dueOn: person.dueOn, entry: row, createdBy: accountId })
    if (!added) throw new Problem('', 'Surat untuk {name} baru saja disiapkan orang lain.', { name: person.name })
    if (circulate) await ask(drafts).circulate(means, letter.id, { accountId, postId })
    begun.push(letter.id)
  }
  return begun
}
