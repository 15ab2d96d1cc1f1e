import type { Column } from '#platform/columnar/table.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { regionMatching } from '#modules/code-lists/contract.ts'
import { catalogue, type Dataset, type Release, type Resource } from '#modules/datasets/contract.ts'

/** The open table of an address, with all it belongs to. */
export interface Opened {
  dataset: Dataset
  release: Release
  resource: Extract<Resource, { kind: 'table' }>
  columns: readonly Column[]
}

/** The table at an address, when everybody may see its rows; null for everything else. */
export async function openTable({ db, ask }: Pick<Context, 'ask'> & { db: Db | Tx }, slug: string, id: string): Promise<Opened | null> {
  const found = await ask(catalogue).resourceById(db as Db, id)
  if (!found || found.resource.kind !== 'table' || found.dataset.access !== 'open' || found.dataset.slug !== slug) return null
  return { dataset: found.dataset, release: found.release, resource: found.resource, columns: found.resource.table.columns }
}

/** The table a request's address names. @throws NotFound */
export async function tableHere({ params, ...context }: Pick<Context, 'db' | 'params' | 'ask'>): Promise<Opened> {
  const found = await openTable(context, params.slug!, params.resource!)
  if (!found) throw new NotFound()
  return found
}

/** How the values of a column are called: regions by their names, everything else as it stands. */
export async function regionNames({ ask, government }: Pick<Context, 'ask' | 'government'>, column: Column): Promise<(cell: string) => string> {
  if (column.type !== 'region') return cell => cell
  const names = await ask(regionMatching).of(government.id)
  return cell => names.byCode(cell)?.label ?? cell
}
