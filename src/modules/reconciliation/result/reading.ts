import type { Db } from '#platform/db/database.ts'
import type { Comparison, Source } from '../contract.ts'
import { differencesOfItems } from '../store/differences.ts'
import { pageOfItems, rowsOfItems } from '../store/rows.ts'
import { leftOut, reconciled, type ReconciledItem } from './reconciled.ts'

/** Things of the reconciled list, some at a time, by name. */
export async function reconciledPage(db: Db, comparison: Comparison, sources: readonly Source[], { after, search, limit }: { after?: string; search?: string; limit: number }): Promise<{ items: ReconciledItem[]; next: string | null }> {
  const { ids, next } = await pageOfItems(db, comparison.id, { after, search, limit })
  const [rows, differences] = await Promise.all([rowsOfItems(db, ids), differencesOfItems(db, comparison.id, ids)])
  const [byItem, about] = [Map.groupBy(rows, row => row.itemId!), Map.groupBy(differences, one => one.itemId)]
  const items = ids.flatMap(id => {
    const [those, known] = [byItem.get(id) ?? [], about.get(id) ?? []]
    return leftOut(sources, those, known) ? [] : [reconciled(comparison, sources, those, known)]
  })
  return { items, next }
}

/** All of the reconciled list, in pages so that memory stays bounded. */
export async function* allReconciled(db: Db, comparison: Comparison, sources: readonly Source[]): AsyncGenerator<ReconciledItem> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await reconciledPage(db, comparison, sources, { after, limit: 1000 })
    yield* items
    if (!next) return
    after = next
  }
}
