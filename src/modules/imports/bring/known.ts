import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import type { Known } from '../draft.ts'
import { sourceItems, type SourceItem } from '../store.ts'
import type { PageHere } from '../wordpress/pages.ts'

/** How a publication or page stands in the office. */
export interface Standing {
  title: string
  slug: string
  state: string
  version: number
  visible: boolean
}

type Ask = Pick<Services, 'ask'>

/** Whether people went on with an item after it was brought in: changed it, sent it on, put it away. */
export const touched = (item: SourceItem, standing: Standing | undefined): boolean =>
  standing !== undefined && (standing.version !== item.version || (standing.state !== item.state && !(item.state === 'scheduled' && standing.state === 'published')))

/** How items stand, by the id of what they became; those that do not exist are left out. */
export async function standingsOf({ ask }: Ask, db: Db | Tx, items: readonly Pick<SourceItem, 'id' | 'page'>[]): Promise<Map<string, Standing>> {
  const ids = (page: boolean) => items.filter(item => item.page === page).map(item => item.id)
  const publications: ReadonlyMap<string, Standing> = await ask(publicationsPort).standing(db, ids(false))
  const pages: ReadonlyMap<string, Standing> = ids(true).length > 0 ? await ask(pagesPort).standing(db, ids(true)) : new Map()
  return new Map([...publications, ...pages])
}

/** What a unit has of earlier imports; an item whose publication is gone counts as never brought in. */
export async function knownIn(services: Ask, db: Db | Tx, unitId: string): Promise<{ known: Map<string, Known>; standings: Map<string, Standing> }> {
  const items = await sourceItems(db, unitId)
  const standings = await standingsOf(services, db, items)
  const known = items.filter(item => standings.has(item.id)).map(item => [item.sourceId, { ...item, touched: touched(item, standings.get(item.id)) }] as const)
  return { known: new Map(known), standings }
}

/** Pages a unit has, and which of them were brought in. */
export async function pagesHere({ ask }: Ask, db: Db | Tx, unitId: string, known: ReadonlyMap<string, Known>): Promise<PageHere[]> {
  const sources = new Map(Array.from(known, ([sourceId, { id }]) => [id, sourceId]))
  const pages = await ask(pagesPort).all(db, unitId)
  // What a template makes has one version until somebody writes.
  return pages.map(({ id, slug, purpose, workingVersion }) => ({ id, slug, purpose, untouched: workingVersion === 1 && purpose !== null && !sources.has(id), sourceId: sources.get(id) ?? null }))
}
