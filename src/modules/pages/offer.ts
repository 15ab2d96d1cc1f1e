import { randomUUID } from 'node:crypto'
import { changed } from '#platform/db/changes.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { t, withLocale, type Language } from '#platform/i18n/locale.ts'
import type { Hands } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { filesOf, showsNothing, wordsOf } from './blocks/index.ts'
import { hrefOf } from './blocks/links.ts'
import { showing, type Block, type BroughtPage, type OfficePage, type Outline, type PageContent, type Pages, type PageText, type Purpose, type State } from './contract.ts'
import { hide, nothingIn, placeAll, publish, save, subjectOf } from './lifecycle.ts'
import { after, purposeNames, slugOf } from './page.ts'
import { freeSlug, holdUnit, insertPage, insertStep, keepRedirect, redirectOf, shownPages, tables, updatePage, visibleById, visiblePages, workingById, workingPages, type Page } from './store.ts'

const withIds = (blocks: readonly Omit<Block, 'id'>[]): Block[] => blocks.map(block => ({ ...block, id: randomUUID().slice(-12) }))

/** What other modules may ask of the pages of units. */
export function makePages(services: Services): Pages {
  return {
    shown: shownPages,
    all: async (db, unitId): Promise<OfficePage[]> => workingPages(db, unitId),
    begin: (tx, unitId, outlines, by) => begin(tx, services, unitId, outlines, by),
    async publishAll(tx, hands, unitId, by) {
      const pages = await workingPages(tx, unitId)
      const [government, units] = await Promise.all([services.ask(governmentDirectory).byId(hands.governmentId), services.ask(unitDirectory).of(hands.governmentId)])
      const unit = units.byId(unitId)
      if (!government || !unit) throw new Error(`No unit ${unitId}`)
      const outcome = { published: 0, empty: [] as string[] }
      for (const page of pages.filter(one => one.state !== 'hidden' && (one.state !== 'published' || one.empty))) {
        const nothing = page.empty || (page.slug !== '' && (await showsNothing({ db: tx, ask: services.ask, government, now: new Date(), unit, units }, page.content.blocks)))
        if (nothing) outcome.empty.push(page.title)
        else {
          await publish(tx, hands, services, page, by)
          outcome.published++
        }
      }
      return outcome
    },
    bring: (tx, hands, page) => bring(tx, hands, services, page),
    async withdraw(tx, hands, id, by) {
      const page = await workingById(tx, id, true)
      if (!page || page.state === 'hidden') return
      if (subjectOf(page).live && after(page.state, 'hide')) return hide(tx, hands, page, by)
      await insertStep(tx, { pageId: id, event: 'hide', remarks: null, by, version: page.workingVersion })
      await updatePage(tx, id, { state: 'hidden', visible: false })
    },
    standing,
    async texts(db, { after: from, unitId, limit }) {
      return (await visiblePages(db, { after: from, unitId, limit })).map(textOf)
    },
    async textOf(db, id) {
      const page = await visibleById(db, id)
      return page && textOf(page)
    },
    leading: (db, governmentId, unitId) => leading(db, services, governmentId, unitId),
    async blocks(db, kinds) {
      const wanted = new Set<string>(kinds)
      return (await visiblePages(db, { kinds })).flatMap(({ id: pageId, unitId, slug, content, changedAt }) =>
        content.blocks.filter(block => wanted.has(block.kind)).map(block => ({ unitId, pageId, slug, title: content.title, summary: content.summary, block, changedAt })))
    },
    formerly: redirectOf,
    async place(tx, _hands, unitId, base) {
      await placeAll(tx, unitId, base)
      await changed(tx, `pages:${unitId}`)
    },
  }
}

/** A visible page with its words. */
export const textOf = (page: Page): PageText => ({
  id: page.id, unitId: page.unitId, slug: page.slug, purpose: page.purpose, title: page.content.title, body: page.content.blocks.map(wordsOf).join('\n\n'), pageOwner: page.pageOwner, changedAt: page.changedAt,
})

async function leading(db: Db | Tx, { ask }: Services, governmentId: string, unitId: string): Promise<((address: string) => string) | null> {
  const [home, units, links] = await Promise.all([ask(showing).baseOf(governmentId, unitId), ask(unitDirectory).of(governmentId), shownPages(db, unitId)])
  const unit = units.byId(unitId)
  if (home === null || !unit) return null
  const same = (address: string) => address
  const around = { unit, units, home, slugs: new Set(links.map(link => link.slug)), href: (path: string) => (path === '/' ? home : home + path), portal: same, file: same }
  return address => hrefOf(around, address)
}

async function standing(db: Db | Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await tables(db).selectFrom('pages.page').select(['id', 'title', 'slug', 'unit_id as unitId', 'state', 'working_version as version', 'visible']).where('id', '=', eb => eb.fn.any(eb.val(ids))).execute()
  return new Map(rows.map(({ id, state, ...row }) => [id, { ...row, state: state as State }]))
}

/** Adds the pages of a template that a unit lacks, each under its parent; what stands there is left as it is. */
async function begin(tx: Tx, services: Services, unitId: string, outlines: readonly Outline[], by: string | null): Promise<number> {
  await holdUnit(tx, unitId)
  const { id: governmentId } = await tables(tx).selectNoFrom(eb => eb.fn<string>('platform.current_government').as('id')).executeTakeFirstOrThrow()
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const inWords = (language: Language, purpose: Purpose) => withLocale({ language, zone: 'UTC', vocabulary: government?.vocabulary ?? {}, now: new Date() }, () => t(purposeNames[purpose]))
  const present = new Map((await workingPages(tx, unitId)).flatMap(page => (page.purpose ? [[page.purpose, page.id]] : page.slug === '' ? [['home' as const, page.id]] : [])))
  let added = 0
  for (const [i, { purpose, under, inMenu, blocks }] of outlines.entries()) {
    if (present.has(purpose)) continue
    const title = inWords('id', purpose)
    const content: PageContent = { title, summary: '', blocks: withIds(blocks), english: { title: inWords('en', purpose), summary: '' } }
    const slug = purpose === 'home' ? '' : await freeSlug(tx, unitId, slugOf(title))
    present.set(purpose, await insertPage(tx, { unitId, slug, purpose, parentId: (under && present.get(under)) ?? null, position: i, inMenu, content, empty: nothingIn(content), by }))
    added++
  }
  return added
}

/** What was brought takes the place of what was brought before; what else a template made of the page stays around it. */
function broughtInto(blocks: readonly Block[], { body, attachments }: BroughtPage): Block[] {
  const put = (present: readonly Block[], kind: 'text' | 'documents', values: Block['values'], any: boolean): Block[] => {
    const at = present.find(block => block.kind === kind && !block.values.heading)
    if (at) return present.map(block => (block === at ? { ...block, values: { ...block.values, ...values } } : block))
    return any ? present.toSpliced(kind === 'text' ? Number(present[0]?.kind === 'hero') : present.length, 0, ...withIds([{ kind, values }])) : [...present]
  }
  return put(put(blocks, 'text', { text: body }, body !== '' || blocks.length === 0), 'documents', { documents: attachments }, attachments.length > 0)
}

async function bring(tx: Tx, hands: Hands, services: Services, item: BroughtPage): Promise<string> {
  let page = item.id ? await workingById(tx, item.id, true) : null
  const content: PageContent = { title: item.title, summary: item.summary, blocks: broughtInto(page?.content.blocks ?? [], item), english: page?.content.english ?? null }
  if (page) {
    page = await save(tx, hands, page, content, item.by)
    await updatePage(tx, page.id, { parent_id: item.parentId, position: item.position, in_menu: item.inMenu })
  } else {
    const slug = item.slug === '' ? '' : await freeSlug(tx, item.unitId, slugOf(item.slug))
    const purpose = item.purpose && !(await workingPages(tx, item.unitId)).some(other => other.purpose === item.purpose) ? item.purpose : null
    const id = await insertPage(tx, { unitId: item.unitId, slug, purpose, parentId: item.parentId, position: item.position, inMenu: item.inMenu, content, empty: nothingIn(content), by: item.by })
    await hands.files.keep(tx, content.blocks.flatMap(filesOf))
    page = (await workingById(tx, id, true))!
  }
  if (item.state === 'published') await publish(tx, hands, services, page, item.by, item.publishedAt ?? undefined)
  for (const path of item.oldPaths) await keepRedirect(tx, item.unitId, path, page.id)
  return page.id
}
