import type { Db } from '#platform/db/database.ts'
import { findFile } from '#platform/files/serving.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { formerAddress, publicationsPort } from '#modules/publications/contract.ts'
import { addresses } from '../contract.ts'
import { pathOf, type Outcome } from '../link.ts'

const found: Outcome = { finding: 'answers', status: null, movedTo: null }
const gone: Outcome = { finding: 'not-found', status: 404, movedTo: null }

/**
 * Looks an address of this installation up instead of fetching it: a worker need not reach its own website, and
 * what the database says is certain.
 * @param url a path of the government's own portal, or an address of another one on this installation
 */
export async function askInside(services: Services, governmentId: string, url: string): Promise<Outcome> {
  if (url.startsWith('/')) return lookUp(services, governmentId, url)
  const address = new URL(url)
  const owner = await services.ask(governmentDirectory).owning(address.host)
  if (!owner) return gone
  const outcome = await lookUp(services, owner.id, pathOf(address))
  return outcome.movedTo ? { ...outcome, movedTo: address.origin + outcome.movedTo } : outcome
}

async function lookUp(services: Services, governmentId: string, path: string): Promise<Outcome> {
  const db = services.database.of(governmentId)
  const url = new URL(path, 'http://here.invalid')
  const parts = url.pathname.split('/').slice(1).map(decoded)
  const stands = await standsAt(services, db, governmentId, parts)
  if (stands === true) return found
  if (stands === null) {
    const answers = services.ask(addresses).answers(url.pathname)
    if (answers) return answers === 'public' ? found : { finding: 'inside-only', status: null, movedTo: null }
  }
  const { slugAt } = services.ask(formerAddress)
  const bare = pathOf(url).replace(/\/?(\?.*)?$/, '$1')
  for (const former of [path, url.pathname, `${bare}/`, bare]) {
    const slug = await slugAt(db, former)
    if (slug) return { finding: 'moved', status: 301, movedTo: `/berita/${slug}` }
  }
  return gone
}

/** Whether a record stands behind an address of a known kind; null for other addresses. */
async function standsAt(services: Services, db: Db, governmentId: string, [kind, name]: string[]): Promise<boolean | null> {
  if (!name) return null
  switch (kind) {
    case 'berita':
      return services.ask(publicationsPort).stands(db, name)
    case 'kanal':
      return (await services.ask(unitDirectory).of(governmentId)).bySlug(name)?.channel === true
    case 'gambar':
    case 'berkas':
      return (await findFile(db, name))?.public === true
    default:
      return null
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
