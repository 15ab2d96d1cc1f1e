import { visiblePages } from '#modules/pages/store.ts'
import { visibleItems } from '#modules/publications/store.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { frameOf } from './frame.ts'
import { publishedSite } from './here.ts'

const canonicalOf = async (context: Context) => {
  const { site, unit } = await publishedSite(context)
  return { unit, canonical: (await frameOf(context, site, context.place)).canonical }
}

const topics = ({ government }: Context) => [`sites:${government.id}`, `publications:${government.id}`]

/** Every page of a site with the day of its last change. */
export const siteSitemap = resource({
  path: '/situs/:site/sitemap.xml',
  may: 'public',
  async load(context) {
    const { unit, canonical } = await canonicalOf(context)
    const [pages, news] = await Promise.all([visiblePages(context.db, { unitId: unit.id }), visibleItems(context.db, { unitId: unit.id, limit: 1000 })])
    const entries = [
      ...pages.map(page => ({ path: `/${page.slug}`, at: page.publishedAt ?? page.changedAt })),
      ...news.items.map(item => ({ path: `/berita/${item.slug}`, at: item.correctedAt ?? item.publishedAt })),
    ]
    return { type: 'application/xml; charset=utf-8', body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.map(({ path, at }) => `<url><loc>${canonical}${path}</loc><lastmod>${at.toISOString()}</lastmod></url>`).join('\n')}</urlset>\n` }
  },
  shows: topics,
})

/** What crawlers may read of a site: all of it. */
export const siteRobots = resource({
  path: '/situs/:site/robots.txt',
  may: 'public',
  async load(context) {
    const { canonical } = await canonicalOf(context)
    return { type: 'text/plain; charset=utf-8', body: `User-agent: *\nAllow: /\nSitemap: ${canonical}/sitemap.xml\n` }
  },
  shows: topics,
})
