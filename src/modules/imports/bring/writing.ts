import type { Tx } from '#platform/db/database.ts'
import type { Hands } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import type { Known, PlannedItem } from '../draft.ts'
import { NewAddresses } from './addresses.ts'
import { attachmentsOf, contentOf, settledBody, type FilesHere } from './content.ts'
import type { Standing } from './known.ts'

/** Planned items on their way into a unit, within one transaction. */
export interface Bringing {
  services: Pick<Services, 'ask'>
  tx: Tx
  hands: Hands
  unitId: string
  by: string | null
  files: FilesHere
  known: ReadonlyMap<string, Known>
  standings: ReadonlyMap<string, Standing>
  items: readonly PlannedItem[]
  /** Id of what each item became, by its source id. */
  brought: Map<string, string>
  onItem(done: number): Promise<void>
}

const comes = ({ action }: PlannedItem): boolean => action === 'create' || action === 'update'

/** Brings in posts. Their links to pages lead into the site under `base`; without one they keep the old address. */
export async function bringPosts({ services, tx, unitId, by, files, known, standings, items, brought, onItem }: Bringing, base: string | null): Promise<void> {
  const publications = services.ask(publicationsPort)
  const addresses = new NewAddresses()
  if (base) for (const item of items) if ('page' in item) addresses.add(item.page, item.page.slug === '' ? base : `${base}/${item.page.slug}`)
  for (const [at, item] of items.entries()) {
    if (!('draft' in item) || !comes(item)) continue
    await onItem(at)
    const { draft, sourceId } = item
    const id = known.get(sourceId)?.id
    // What the source no longer shows leaves the public first.
    if (id && draft.state !== 'published' && standings.get(id)?.visible) await publications.withdraw(tx, id, by)
    const { kind, slug, state, oldPaths } = draft
    brought.set(sourceId, await publications.bring(tx, {
      id, unitId, kind, slug, content: contentOf(draft, files, addresses), state, private: draft.private, publishedAt: draft.publishedAt ?? null, scheduledAt: draft.scheduledAt ?? null, oldPaths, by,
    }))
  }
}

/** Brings in pages, what is above before what is below. They lead to posts, which are here by now, and to each other. */
export async function bringPages({ services, tx, hands, unitId, by, files, known, standings, items, brought, onItem }: Bringing, base: string | null): Promise<void> {
  const pages = services.ask(pagesPort)
  const idOf = (sourceId: string) => brought.get(sourceId) ?? known.get(sourceId)?.id
  const addresses = new NewAddresses()
  const posts = await services.ask(publicationsPort).standing(tx, items.flatMap(item => ('draft' in item ? (idOf(item.sourceId) ?? []) : [])))
  for (const item of items) {
    if ('page' in item) addresses.add(item.page, item.page.slug === '' ? (base ?? '/') : `/${item.page.slug}`)
    const post = 'draft' in item && posts.get(idOf(item.sourceId) ?? '')
    if (post && post.visible) addresses.add(item.draft, `/berita/${post.slug}`)
  }
  for (const [at, item] of items.entries()) {
    if (!('page' in item) || !comes(item)) continue
    await onItem(at)
    const { page, sourceId } = item
    const id = known.get(sourceId)?.id ?? page.fills ?? undefined
    if (id && page.state !== 'published' && standings.get(id)?.visible) await pages.withdraw(tx, hands, id, by)
    const { slug, title, summary, position, inMenu, purpose, state, oldPaths } = page
    const now = await pages.bring(tx, hands, {
      id, unitId, slug, title, summary, body: settledBody(page, files, addresses), attachments: attachmentsOf(page, files),
      parentId: (page.under && idOf(page.under.sourceId)) ?? null, position, inMenu, purpose, state, publishedAt: page.publishedAt ?? null, oldPaths, by,
    })
    // Nobody publishes it by accident together with other drafts.
    if (page.private) await pages.withdraw(tx, hands, now, by)
    brought.set(sourceId, now)
  }
}
