import { findFile } from '#platform/files/serving.ts'
import type { Services } from '#platform/web/services.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { formerAddress, publicationsPort } from '#modules/publications/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { addresses } from '../contract.ts'
import { pathOf, type Outcome } from '../link.ts'
import type { Here } from '../tended/tended.ts'
import { ownAddress } from './own-address.ts'

const found: Outcome = { finding: 'answers', status: null, movedTo: null }
const gone: Outcome = { finding: 'not-found', status: 404, movedTo: null }
const insideOnly: Outcome = { finding: 'inside-only', status: null, movedTo: null }
const moved = (movedTo: string): Outcome => ({ finding: 'moved', status: 301, movedTo })

/**
 * Looks an address of this installation up instead of fetching it: a worker need not reach its own website, and
 * what the database says is certain.
 * @param url a path of the government's own portal, or a whole address on this installation
 */
export async function askInside(services: Services, governmentId: string, url: string): Promise<Outcome> {
  if (url.startsWith('/')) return lookUp(services, governmentId, url)
  const address = new URL(url)
  const own = await ownAddress(services, address)
  if (!own) return gone
  const base = own.site === null ? '' : `/situs/${own.site}`
  const at = await lookUp(services, own.governmentId, base + own.path)
  // A site's own host leads on to what only the portal has.
  const outcome = base && at.finding === 'not-found' ? await lookUp(services, own.governmentId, own.path) : at
  if (!outcome.movedTo) return outcome
  const { movedTo } = outcome
  return moved(base && movedTo.startsWith(base) ? address.origin + (movedTo.slice(base.length) || '/') : own.portal + movedTo)
}

async function lookUp({ database, ask }: Services, governmentId: string, path: string): Promise<Outcome> {
  const here: Here = { db: database.of(governmentId), ask, governmentId }
  const url = new URL(path, 'http://here.invalid')
  const [kind = '', name = '', ...rest] = url.pathname.split('/').slice(1).map(decoded)
  const stands = name === '' ? undefined : await lookups.get(kind)?.(here, name, rest)
  if (stands === true) return found
  if (typeof stands === 'string') return moved(stands)
  if (stands === undefined) {
    const answers = ask(addresses).answers(url.pathname)
    if (answers) return answers === 'public' ? found : insideOnly
  }
  const bare = pathOf(url).replace(/\/?(\?.*)?$/, '$1')
  for (const former of [path, url.pathname, `${bare}/`, bare]) {
    const slug = await ask(formerAddress).slugAt(here.db, former)
    if (slug) return moved(`/berita/${slug}`)
  }
  return gone
}

/** Whether a record stands behind an address of a known kind, or the path where it stands now. */
type Lookup = (here: Here, name: string, rest: readonly string[]) => Promise<boolean | string>

const article: Lookup = ({ db, ask }, slug) => ask(publicationsPort).stands(db, slug)
const channel: Lookup = async ({ ask, governmentId }, slug) => (await ask(unitDirectory).of(governmentId)).bySlug(slug)?.channel === true
const publicFile: Lookup = async ({ db }, id) => (await findFile(db, id))?.public === true

/** What every site has besides its pages. */
const always = new Set(['sitemap.xml', 'robots.txt'])

const onSite: Lookup = async (here, slug, rest) => {
  const { db, ask, governmentId } = here
  const site = (await ask(siteDirectory).of(governmentId)).bySlug(slug)
  const [name = '', item = '', ...more] = rest[0] === 'en' ? rest.slice(1) : rest
  // A unit without a site is found by its channel.
  if (!site?.published) return name === '' && channel(here, slug, [])
  if (name === 'berita') return item === '' || more.length > 0 || article(here, item, [])
  if (item !== '') return false
  if (always.has(name) || (await ask(pagesPort).shown(db, site.unitId)).some(page => page.slug === name)) return true
  const former = await ask(pagesPort).formerly(db, `/${name}`, site.unitId)
  return former ? `/situs/${slug}/${former.slug}` : false
}

const lookups = new Map<string, Lookup>([['berita', article], ['kanal', channel], ['gambar', publicFile], ['berkas', publicFile], ['situs', onSite]])

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
