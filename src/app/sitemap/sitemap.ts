import { unitDirectory } from '#modules/organisation/contract.ts'
import { resource } from '#platform/web/page.ts'
import { modules } from '../modules.ts'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Addresses a sitemap may hold (sitemaps.org). */
const most = 50_000

/** Every public page with the day of its last change. */
export const sitemap = resource({
  path: '/sitemap.xml',
  may: 'public',
  async load(context) {
    const { request, government, ask } = context
    const units = await ask(unitDirectory).of(government.id)
    const entries = ['/', '/berita', '/kanal', '/keaktifan', ...units.all.filter(unit => unit.channel).map(unit => `/kanal/${unit.slug}`)].map(path => `<url><loc>${escape(request.origin + path)}</loc></url>`)
    for (const { addresses } of modules.flatMap(module => module.exports.publications))
      for (let after: string | null = null; entries.length < most; ) {
        const found = await addresses(context, after, 1000)
        for (const { path, changedAt } of found) entries.push(`<url><loc>${escape(request.origin + path)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>`)
        after = found.at(-1)?.cursor || null
        if (!after) break
      }
    return { type: 'application/xml; charset=utf-8', body: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.slice(0, most).join('\n')}</urlset>\n` }
  },
  shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`],
})

/** What crawlers may read. */
export const robots = resource({
  path: '/robots.txt',
  may: 'public',
  load: async ({ request }) => ({ type: 'text/plain; charset=utf-8', body: `User-agent: *\nDisallow: /kerja\nDisallow: /saya\nDisallow: /cuti\nDisallow: /presensi\nDisallow: /hadir\nDisallow: /kotak-keluar\nDisallow: /v/\nDisallow: /masuk\nDisallow: /cari\nSitemap: ${request.origin}/sitemap.xml\n` }),
})

/** How to report a weakness (RFC 9116); renewed by every release, valid for a year from the first of the month. */
export const securityTxt = resource({
  path: '/.well-known/security.txt',
  may: 'public',
  async load({ government, request, now }) {
    const expires = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), 1))
    const contact = government.email ? `mailto:${government.email}` : `${request.origin}/tentang-data`
    return { type: 'text/plain; charset=utf-8', body: `Contact: ${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: id, en\nCanonical: ${request.origin}/.well-known/security.txt\n` }
  },
})
