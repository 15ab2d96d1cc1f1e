import type { Who } from '#platform/access/who.ts'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { index, unindex } from '#platform/search/search.ts'
import { toPlainText } from '#platform/text/markdown.ts'
import type { Context, Hands } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import { filesOf, isEmpty, sayingsOf } from './blocks/index.ts'
import { pagePublished, pageWithdrawn, showing, type Block, type PageContent, type State } from './contract.ts'
import { after, type Event } from './page.ts'
import { may, mayRead, type Subject } from './policy.ts'
import { contentAt, insertStep, insertVersion, updatePage, visiblePages, workingById, type Page } from './store.ts'

type Ask = Pick<Context, 'ask'>

export const subjectOf = (page: Page): Subject => ({ unitId: page.unitId, state: page.state, live: page.liveVersion !== null && page.visible })

/** The working copy, if the person may see it; to a stranger it does not exist. */
export async function readable(context: Pick<Context, 'db' | 'who'>, id: string): Promise<Page> {
  const page = await workingById(context.db, id)
  if (!page || !mayRead(context.who, page.unitId)) throw new NotFound()
  return page
}

/** Takes the working copy for a change: locked and permitted. */
export async function take(tx: Tx, who: Who, id: string, event: Event): Promise<Page> {
  const page = await workingById(tx, id, true)
  if (!page || !mayRead(who, page.unitId)) throw new NotFound()
  if (!may(who, event, subjectOf(page))) throw new Refused('Langkah ini tidak dapat dilakukan pada halaman ini sekarang.')
  return page
}

/**
 * Refuses a change of something that somebody else changed since it was shown; what they did elsewhere on the page is no conflict.
 * @throws Conflict with the present values `theirs` gives
 */
export async function unchangedSince(tx: Tx, page: Page, seen: number | undefined, part: (content: PageContent) => unknown, theirs: () => Record<string, string>): Promise<void> {
  if (seen === undefined || seen === page.workingVersion) return
  const before = await contentAt(tx, page.id, seen)
  if (before && JSON.stringify(part(before)) === JSON.stringify(part(page.content))) return
  throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { ...theirs(), version: String(page.workingVersion) })
}

/** Whether a content has nothing to read. */
export const nothingIn = (content: Pick<PageContent, 'blocks'>): boolean => content.blocks.every(isEmpty)

const filesIn = (content: PageContent): string[] => content.blocks.flatMap(filesOf)

/** Files of a content: those its inputs took in, and those somebody named in a text. */
function shownIn(content: PageContent): { taken: string[]; typed: string[] } {
  const taken = new Set([...JSON.stringify(content.blocks).matchAll(/"fileId":"([0-9a-f-]{36})"/g)].map(([, id]) => id!))
  const all = filesIn(content)
  return { taken: all.filter(id => taken.has(id)), typed: all.filter(id => !taken.has(id)) }
}

/** Saves a new version of the working copy. */
export async function save(tx: Tx, hands: Pick<Hands, 'files'>, page: Page, content: PageContent, by: string | null, remarks: string | null = null): Promise<Page> {
  const number = page.workingVersion + 1
  await insertVersion(tx, page.id, number, content, by)
  const saved = { ...page, content, workingVersion: number }
  const state = await step(tx, saved, 'save', by, remarks)
  await updatePage(tx, page.id, { working_version: number, title: content.title, empty: nothingIn(content) })
  await hands.files.keep(tx, filesIn(content))
  return { ...saved, state }
}

/** Moves a page on and writes the step into its timeline. */
export async function step(tx: Tx, page: Page, event: Event, by: string | null, remarks: string | null = null): Promise<State> {
  const next = after(page.state, event)
  if (next === null) throw new Error(`${event} cannot happen in ${page.state}`)
  await insertStep(tx, { pageId: page.id, event, remarks, by, version: page.workingVersion })
  if (next !== page.state) await updatePage(tx, page.id, { state: next })
  return next
}

/** Shows the working copy to the public, where the unit's pages are shown. */
export async function publish(tx: Tx, hands: Hands, { ask }: Ask, page: Page, by: string | null, at = new Date()): Promise<void> {
  await step(tx, page, 'publish', by)
  await updatePage(tx, page.id, { live_version: page.workingVersion, visible: true, ...(page.publishedAt ? {} : { published_at: at }) })
  const { taken, typed } = shownIn(page.content)
  await hands.files.setPublic(tx, taken, true, { ids: typed, unitId: page.unitId })
  const base = await ask(showing).baseOf(hands.governmentId, page.unitId)
  if (base !== null) await enterSearch(tx, page, base)
  await tell(tx, pagePublished, { id: page.id, unitId: page.unitId })
  await changed(tx, `pages:${page.unitId}`, `pages-of:${hands.governmentId}`)
}

/** Takes a page from the public. */
export async function hide(tx: Tx, hands: Hands, page: Page, by: string | null): Promise<void> {
  await step(tx, page, 'hide', by)
  await updatePage(tx, page.id, { visible: false })
  // What another page of the unit goes on showing stays open.
  const elsewhere = new Set((await visiblePages(tx, { unitId: page.unitId })).flatMap(other => filesIn(other.content)))
  const { taken, typed } = shownIn(page.content)
  const unseen = (ids: string[]) => ids.filter(id => !elsewhere.has(id))
  await hands.files.setPublic(tx, unseen(taken), false, { ids: unseen(typed), unitId: page.unitId })
  await unindex(tx, 'page', page.id)
  await tell(tx, pageWithdrawn, { id: page.id, unitId: page.unitId })
  await changed(tx, `pages:${page.unitId}`, `pages-of:${hands.governmentId}`)
}

/** Goes back to what the public sees; what is given up stays among the versions. */
export async function discard(tx: Tx, page: Page, by: string | null): Promise<void> {
  const live = await contentAt(tx, page.id, page.liveVersion!)
  const number = page.workingVersion + 1
  await insertVersion(tx, page.id, number, live!, by)
  await step(tx, { ...page, workingVersion: number }, 'discard', by)
  await updatePage(tx, page.id, { working_version: number, live_version: number, title: live!.title, empty: nothingIn(live!) })
}

async function enterSearch(tx: Tx, page: Page, base: string): Promise<void> {
  const { content } = page
  const words = toPlainText(content.blocks.map(sayingsOf).join('\n\n'))
  await index(tx, {
    kind: 'page',
    id: page.id,
    sort: null,
    title: content.title,
    summary: content.summary || words.replace(/\s+/g, ' ').slice(0, 200),
    body: `${words}\n${content.english ? `${content.english.title} ${content.english.summary}` : ''}`,
    href: page.slug === '' ? base : `${base}/${page.slug}`,
    unitId: page.unitId,
    districtCode: null,
    at: page.publishedAt ?? new Date(),
    permission: null,
  })
}

/** Enters a unit's visible pages into the search under `base`, or takes them out. */
export async function placeAll(tx: Tx, unitId: string, base: string | null): Promise<void> {
  for (const page of await visiblePages(tx, { unitId })) {
    if (base === null) await unindex(tx, 'page', page.id)
    else await enterSearch(tx, page, base)
  }
}

/** A block of a page by its id. */
export const blockOf = (content: PageContent, id: string): Block | undefined => content.blocks.find(block => block.id === id)
