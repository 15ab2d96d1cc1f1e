import { visiblePages } from '#modules/pages/store.ts'
import { visibleItems } from '#modules/publications/store.ts'
import { resource } from '#platform/web/page.ts'
import { canonicalOf } from './frame.ts'
import { publishedSite } from './here.ts'

/** Addresses a sitemap may hold (sitemaps.org). */
const most = 50_000

/** Every page and all news of a site with their last change; made when it is asked for, which is seldom. */
export const siteSitemap = resource({
  path: '/situs/:site/sitemap.xml',
  may: 'public',
  async load(context) {
    const { site, unit } = await publishedSite(context)
    const [canonical, pages] = await Promise.all([canonicalOf(context, site), visiblePages(context.db, { unitId: unit.id })])
    const entries = pages.map(page => ({ path: `/${page.slug}`, at: page.changedAt }))
    for (let before: string | undefined; entries.length < most; ) {
      const { items, older } = await visibleItems(context.db, { unitId: unit.id, before, limit: 1000 })
      entries.push(...items.map(item => ({ path: `/berita/${item.slug}`, at: item.correctedAt ?? item.publishedAt })))
      if (!older) break
      before = older
    }
    return { type: 'application/xml; charset=utf-8', body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.slice(0, most).map(({ path, at }) => `<url><loc>${canonical}${path}</loc><lastmod>${at.toISOString()}</lastmod></url>`).join('\n')}</urlset>\n` }
  },
})

/** What crawlers may read of a site: all of it. */
export const siteRobots = resource({
  path: '/situs/:site/robots.txt',
  may: 'public',
  async load(context) {
    const { site } = await publishedSite(context)
    return { type: 'text/plain; charset=utf-8', body: `User-agent: *\nAllow: /\nSitemap: ${await canonicalOf(context, site)}/sitemap.xml\n` }
  },
})
