import { setImmediate as breath } from 'node:timers/promises'
import type { Government } from '#platform/access/government.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { officials, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { pagesPort, type OfficePage } from '#modules/pages/contract.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import type { Site } from '#modules/sites/contract.ts'
import { brokenLinks } from '#modules/upkeep/contract.ts'
import { readCertificate } from '../certificate/certificate.ts'
import { ownPages } from '../contract.ts'
import { inspect, type Findings } from '../inspection/inspect.ts'
import { readPage, type FetchedPage } from '../inspection/page-facts.ts'
import type { Requirements } from '../requirement.ts'
import { addressOf, contentsOf, tellingBlocks, type ShownBlock } from './contents.ts'
import { weigh } from './weigh.ts'

/** What one audit may look at. */
const most = { pages: 60, links: 100 }

/** Blocks the public sees, of all units; read once for many audits. */
export const shownBlocks = (services: Services, governmentId: string): Promise<ShownBlock[]> => services.ask(pagesPort).blocks(services.database.of(governmentId), tellingBlocks)

/** Looks at a published site of this installation as its visitors get it, and at what the office knows about its pages. */
export async function auditOwn(services: Services, government: Government, site: Site, requirements: Requirements, blocks: readonly ShownBlock[], now = new Date()): Promise<Findings> {
  const db = services.database.of(government.id)
  const today = dayIn(now, government.zone)
  const base = `/situs/${site.slug}`
  const get = (path: string) => services.ask(ownPages).get(government.id, path)
  const [units, pages, texts, leaders, news, broken] = await Promise.all([
    services.ask(unitDirectory).of(government.id),
    services.ask(pagesPort).all(db, site.unitId),
    services.ask(pagesPort).texts(db, { unitId: site.unitId, limit: 1000 }),
    services.ask(officials).of(db, site.unitId, today),
    services.ask(publicationsPort).visible(db, { unitId: site.unitId, limit: 1 }),
    services.ask(brokenLinks).of(db, site.unitId),
  ])
  const visible = pages.filter(page => page.visible)

  const fetched = new Map<string, FetchedPage>()
  const open = async (url: string) => {
    const { status, mediaType, body } = await get(url)
    fetched.set(url, { url, status, html: mediaType === 'text/html' ? body.toString() : '' })
    // A site is many pages, and others wait for this process.
    await breath()
  }
  for (const page of [...visible].sort((a, b) => Number(b.slug === '') - Number(a.slug === '')).slice(0, most.pages)) await open(addressOf(base, page.slug))
  if (!fetched.has(base)) return inspect([{ url: base, status: 404, html: '' }], { words: requirements.words, today })
  const looked = [...fetched.values()]
  for (const path of linked(looked).slice(0, most.links)) {
    const { status } = await get(path)
    fetched.set(path, { url: path, status, html: '' })
  }

  const findings = await inspect([...fetched.values()], { words: requirements.words, today })
  const unit = units.byId(site.unitId)
  return {
    ...findings,
    pages: looked.length,
    contents: findings.opens && unit ? contentsOf({ unit, base, pages: visible, written: new Map(texts.map(({ id, body }) => [id, body])), blocks: blocks.filter(block => block.unitId === site.unitId), filled: filledBy(units, unit.id, leaders.length > 0), words: requirements.words }) : {},
    changedOn: latest([...visible.map(changeOf), news.items[0]?.publishedAt ?? null], government.zone),
    // Links of the pages to other pages here were just followed; upkeep knows those of news, and those that lead elsewhere.
    broken: [...findings.broken, ...broken.filter(({ url, href }) => !url.startsWith('/') || href.startsWith('/kerja/publikasi/')).map(({ url, title, href }) => ({ label: `${title} → ${url}`, href: url, on: href }))],
    weight: findings.opens ? await weigh(base, fetched.get(base)!.html, get) : null,
    certificate: site.domain ? await readCertificate(site.domain, { now, allowPrivate: services.config.PENDOPO_FETCH_LOCAL }) : null,
  }
}

/** What the organisation fills blocks with. */
function filledBy(units: UnitTree, unitId: string, leaders: boolean) {
  const below = units.children(unitId)
  return { officials: leaders, structure: below.some(({ kind }) => kind !== 'village' && kind !== 'school'), villages: below.some(({ kind }) => kind === 'village') }
}

/** Paths of the portal that pages link to and nobody has opened yet. */
function linked(pages: readonly FetchedPage[]): string[] {
  const known = new Set(pages.map(({ url }) => url))
  const found = new Set<string>()
  for (const page of pages)
    for (const { href } of readPage(page).links) {
      const target = URL.parse(href, `http://here.invalid${page.url}`)
      const path = target?.host === 'here.invalid' ? target.pathname + target.search : null
      if (path && !known.has(path)) found.add(path)
    }
  return [...found]
}

/** When the public last saw something change: what waits as a draft does not count. */
const changeOf = (page: OfficePage): Date | null => (page.state === 'published' ? page.changedAt : page.publishedAt)

function latest(moments: readonly (Date | null)[], zone: string): string | null {
  const times = moments.flatMap(at => (at ? [at.getTime()] : []))
  return times.length > 0 ? dayIn(new Date(Math.max(...times)), zone) : null
}
