import { siteDirectory, type Site } from '#modules/sites/contract.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { pagesPort, type PageLink } from '#modules/pages/contract.ts'
import type { SiteFrame } from '#platform/web/frame.ts'
import type { Context, Place } from '#platform/web/page.ts'
import { photoOf } from '#ui/index.ts'

/** The published site a request stands in; null on the portal and where there is none. */
export async function siteFrameOf(context: Context): Promise<SiteFrame | null> {
  const { place, ask, government } = context
  if (place.site === null) return null
  const site = (await ask(siteDirectory).of(government.id)).bySlug(place.site)
  return site?.published ? frameOf(context, site, place) : null
}

/** A site's name, menu and contacts, as its pages at `place` show them. */
export async function frameOf(context: Context, site: Site, place: Place): Promise<SiteFrame> {
  const { ask, db, government, language } = context
  const [units, links, canonical] = await Promise.all([ask(unitDirectory).of(government.id), ask(pagesPort).shown(db, site.unitId), canonicalOf(context, site)])
  const unit = units.byId(site.unitId)
  const shown = new Set(links.map(link => link.id))
  const top = links.filter(link => link.inMenu && link.slug !== '' && !(link.parentId && shown.has(link.parentId)))
  const logo = site.logo && photoOf({ ...site.logo, alt: '' })
  return {
    name: site.name,
    tagline: site.tagline,
    base: place.base,
    portal: place.portal,
    path: place.path,
    canonical,
    menu: top.map(link => ({ label: titleIn(link, language), href: `${place.base}/${link.slug}` })),
    logo: logo && { src: logo.src, ...fitted(logo, 40) },
    accent: site.accent,
    address: unit?.address ?? null,
    phone: unit?.phone ?? null,
    email: unit?.email ?? null,
  }
}

/** Title of a page in the reader's language, where it has one. */
export const titleIn = (link: Pick<PageLink, 'title' | 'titleEnglish'>, language: 'id' | 'en'): string => (language === 'en' && link.titleEnglish) || link.title

/** The one address search engines should know: the site's own domain, else its name under the government's host. */
export async function canonicalOf({ ask, government, request }: Pick<Context, 'ask' | 'government' | 'request'>, site: Site): Promise<string> {
  const { protocol, port } = new URL(request.origin)
  return site.domain ? `${protocol}//${site.domain}` : `${protocol}//${site.slug}.${await ask(governmentDirectory).hostOf(government.id)}${port && `:${port}`}`
}

/** Pixels of a picture as high as `height`. */
const fitted = ({ width, height }: { width: number; height: number }, to: number) => ({ width: Math.round((width / height) * to), height: to })
