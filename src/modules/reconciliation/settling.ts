import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import type { Comparison } from './contract.ts'
import { maySettle } from './policy.ts'
import { differenceAfter } from './states.ts'
import { insertSteps } from './store/comparisons.ts'
import { askOwners, reopenRow, settleRows, takeDifferences, type Choice, type Difference } from './store/differences.ts'

/** What is settled: by whom, for what reason. */
export interface Settlement {
  choice: Choice
  why: string | null
}

/**
 * Settles differences of one comparison at once; each must be the person's to settle.
 * @returns what they were before
 */
export async function settle(tx: Tx, who: Who, { id, state }: Pick<Comparison, 'id' | 'state'>, ids: readonly string[], { choice, why }: Settlement): Promise<Difference[]> {
  if (state === 'finished') throw new Problem('', 'Rekonsiliasi ini sudah diselesaikan. Buka lagi untuk mengubahnya.')
  const taken = (await takeDifferences(tx, ids)).filter(one => one.comparisonId === id)
  if (taken.length !== ids.length || taken.some(one => !maySettle(who, one) || differenceAfter(one.state, 'settle') === null)) throw new Problem('', 'Ada perbedaan yang sudah diputuskan atau bukan wewenang Anda. Muat ulang halaman.')
  if (choice.kind === 'source' && taken.some(({ values }) => !(choice.sourceId in values))) throw new Problem('choice', 'Sumber ini tidak menyebut apa-apa tentang salah satu perbedaan.')
  await settleRows(tx, ids, { choice, why, by: who.account!.id })
  await insertSteps(tx, id, taken.map(one => ({ recordId: one.id, event: 'settle', by: who.account!.id, why, detail: { choice, values: one.values } })))
  return taken
}

/** Takes a settlement back; what it was stays in the history. */
export async function unsettle(tx: Tx, by: string, difference: Difference): Promise<void> {
  if (differenceAfter(difference.state, 'undo') === null) throw new Problem('', 'Perbedaan ini belum diputuskan.')
  await reopenRow(tx, difference.id)
  await insertSteps(tx, difference.comparisonId, [{ recordId: difference.id, event: 'undo', by, detail: { choice: difference.choice } }])
}

/** Asks each owner to settle what is open until a day, and tells those who may; answers how many were asked. */
export async function askAll(tx: Tx, { ask }: Pick<Context, 'ask'>, comparison: Comparison, dueOn: string, by: string): Promise<number> {
  const asked = await askOwners(tx, comparison.id, dueOn)
  await insertSteps(tx, comparison.id, asked.map(({ id }) => ({ recordId: id, event: 'ask', by, detail: { dueOn } })))
  for (const [ownerId, those] of Map.groupBy(asked, one => one.ownerId)) {
    const settlers = await ask(people).holding(tx, 'reconciliation.settle', ownerId)
    await notify(tx, settlers.map(one => one.id).filter(one => one !== by), { text: '{n} perbedaan di “{title}” menunggu keputusan Anda.', values: { n: those.length, title: comparison.title }, href: '/kerja/rekonsiliasi/untuk-saya' })
  }
  return asked.length
}
