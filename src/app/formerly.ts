import { showing, pagesPort } from '#modules/pages/contract.ts'
import { formerAddress } from '#modules/publications/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import type { Context } from '#platform/web/page.ts'

/** Addresses of old sites that name a text by number stand at the root: `/?p=380`, `/?page_id=12`. */
const numbered = /^\/?\?(?:.*&)?(p|page_id)=(\d{1,10})(?:&|$)/

/** Spellings under which an old address may have been kept. */
function spellings(path: string): string[] {
  const [, name, number] = numbered.exec(path) ?? []
  if (name) return [`/?${name}=${number}`]
  const bare = path.replace(/\/?(\?.*)?$/, '')
  return bare === '' ? [] : [`${bare}/`, bare]
}

/** Where a text or page is now whose old site had it at this address; null when none had. */
export async function formerlyAt({ ask, db, government, place, request }: Context): Promise<string | null> {
  const root = new URL(request.url, 'http://x').search
  const paths = spellings(place.path === '/' ? `/${root}` : place.path)
  if (paths.length === 0) return null
  const unitId = place.site === null ? undefined : (await ask(siteDirectory).of(government.id)).bySlug(place.site)?.unitId
  for (const path of paths) {
    const page = await ask(pagesPort).formerly(db, path, unitId)
    const base = page && (unitId ? place.base : await ask(showing).baseOf(government.id, page.unitId))
    if (page && base !== null) return page.slug === '' ? base || '/' : `${base}/${page.slug}`
    const slug = await ask(formerAddress).slugAt(db, path)
    if (slug) return `${place.portal}/berita/${slug}`
  }
  return null
}

/** The same for the home page, which answers whatever number an old address names. */
export const formerlyNumbered = async (context: Context): Promise<string | null> => (/[?&](p|page_id)=\d/.test(context.request.url) ? formerlyAt(context) : null)
