import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Context, Hands } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { domainsTopic, type Site, type Sites, type Template } from './contract.ts'
import { baseOf } from './directory.ts'
import { slugProblem } from './site.ts'
import { insertSite, siteById, siteOfUnit, slugTaken, updateSite } from './store.ts'
import { outlinesOf, templateFor, type Beginning } from './templates.ts'

type Ask = Pick<Context, 'ask'>

/** Everything that shows the site, or finds it by its host, hears of a change. */
export const announce = (tx: Tx, governmentId: string, unitId: string): Promise<void> => changed(tx, `sites:${governmentId}`, `pages:${unitId}`, domainsTopic)

/** A slug nobody in the government has; a number is added when it is taken. */
async function freeSlug(tx: Tx, wish: string): Promise<string> {
  const usable = wish.slice(0, 60).replace(/-+$/, '')
  const base = slugProblem(usable) ? `situs-${usable}` : usable
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    if (!(await slugTaken(tx, slug, null))) return slug
  }
}

/** Makes the site of a unit with the pages of its template, all still unseen by the public. */
export async function begin(tx: Tx, hands: Hands, { ask }: Ask, site: Beginning & { unitId: string; slug: string; template: Template; by: string | null }): Promise<string> {
  const slug = await freeSlug(tx, site.slug)
  const id = await insertSite(tx, { ...site, slug, latitude: site.point?.latitude ?? null, longitude: site.point?.longitude ?? null })
  await ask(pagesPort).begin(tx, site.unitId, outlinesOf(site.template, site), site.by)
  if (site.picture) await hands.files.keep(tx, [site.picture.fileId])
  await announce(tx, hands.governmentId, site.unitId)
  return id
}

/** Shows a site and every page that has something to read. */
export async function publish(tx: Tx, hands: Hands, { ask }: Ask, site: Site, by: string | null): Promise<{ published: number; empty: string[] }> {
  const outcome = await ask(pagesPort).publishAll(tx, hands, site.unitId, by)
  if (!site.published) {
    await updateSite(tx, site.id, { published: true, published_at: new Date() })
    await ask(pagesPort).place(tx, hands, site.unitId, baseOf(site))
  }
  await announce(tx, hands.governmentId, site.unitId)
  return outcome
}

/** Takes a site from the public; its pages stay as they are. */
export async function close(tx: Tx, hands: Hands, { ask }: Ask, site: Site): Promise<void> {
  await updateSite(tx, site.id, { published: false })
  await ask(pagesPort).place(tx, hands, site.unitId, null)
  await announce(tx, hands.governmentId, site.unitId)
}

/** What other modules may do with sites. */
export const makeSites = (ask: Ask): Sites => ({
  async ensure(tx, hands, { unitId, template, name, by }) {
    const known = await siteOfUnit(tx, unitId)
    if (known) return known.id
    const unit = (await ask.ask(unitDirectory).of(hands.governmentId)).byId(unitId)
    if (!unit) throw new Error(`No unit ${unitId}`)
    return begin(tx, hands, ask, { unitId, slug: unit.slug, template: template ?? templateFor(unit.kind), name: name ?? unit.name, tagline: null, picture: null, point: null, by })
  },
  async publish(tx, hands, id, by) {
    const site = await siteById(tx, id, true)
    if (!site) throw new Error(`No site ${id}`)
    return publish(tx, hands, ask, site, by)
  },
})
