import type { Tx } from '#platform/db/database.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import type { Dataset, Release } from '../contract.ts'
import type { EntryEvent, ReleaseEvent } from '../entry.ts'
import type { Means } from '../lifecycle.ts'
import { mayEntry, mayRead, mayRelease } from '../policy.ts'
import { datasetById, releaseById } from '../store.ts'

export const meansOf = (context: Pick<Context, 'government' | 'now' | 'ask'>): Means => ({ governmentId: context.government.id, today: todayOf(context), ask: context.ask })

/** The entry of an address, for whoever may see what is not published. @throws NotFound */
export async function datasetHere({ db, who }: Pick<Context, 'db' | 'who'>, id: string): Promise<Dataset> {
  const dataset = await datasetById(db, id)
  if (!dataset || !mayRead(who, dataset)) throw new NotFound()
  return dataset
}

/** The release of an address with its entry. @throws NotFound */
export async function releaseHere(context: Pick<Context, 'db' | 'who'>, id: string): Promise<{ dataset: Dataset; release: Release }> {
  const release = await releaseById(context.db, id)
  if (!release) throw new NotFound()
  return { release, dataset: await datasetHere(context, release.datasetId) }
}

const notNow = 'Langkah ini tidak dapat Anda lakukan sekarang.'

/** Takes an entry for a change: locked, permitted, and still the version the person saw. @throws NotFound, Refused, Conflict */
export async function takeDataset(tx: Tx, context: Pick<Context, 'who'>, id: string, event: EntryEvent, seen?: number): Promise<Dataset> {
  const dataset = await datasetById(tx, id, true)
  if (!dataset || !mayRead(context.who, dataset)) throw new NotFound()
  if (!mayEntry(context.who, event, dataset)) throw new Refused(notNow)
  if (seen !== undefined && seen !== dataset.version)
    throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { title: dataset.title, version: String(dataset.version) })
  return dataset
}

/** Takes a release for a step: locked with its entry, and permitted. @throws NotFound, Refused */
export async function takeRelease(tx: Tx, context: Pick<Context, 'who'>, id: string, event: ReleaseEvent): Promise<{ dataset: Dataset; release: Release }> {
  const known = await releaseById(tx, id)
  const dataset = known && (await datasetById(tx, known.datasetId, true))
  const release = dataset && (await releaseById(tx, id, true))
  if (!release || !dataset || !mayRead(context.who, dataset)) throw new NotFound()
  if (!mayRelease(context.who, event, dataset, release)) throw new Refused(notNow)
  return { dataset, release }
}
