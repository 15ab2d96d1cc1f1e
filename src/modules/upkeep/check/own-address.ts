import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { domainDirectory, siteDirectory } from '#modules/sites/contract.ts'
import { pathOf } from '../link.ts'

/** An address of this installation, on a portal or on a site's own host. */
export interface OwnAddress {
  governmentId: string
  /** Slug of the site that stands at the root of its host; null for the portal. */
  site: string | null
  /** Origin of the government's portal, spoken to as this host is. */
  portal: string
  /** Path with query on its host. */
  path: string
}

/**
 * Whose an address is; null for anybody else's. A name below a government's host that is no site here, such as
 * `lpse.tegalkab.go.id`, is served by somebody else.
 */
export async function ownAddress({ ask }: Pick<Services, 'ask'>, url: URL): Promise<OwnAddress | null> {
  const governments = ask(governmentDirectory)
  const name = url.hostname.replace(/\.$/, '')
  const own = (governmentId: string, site: string | null, host: string): OwnAddress => ({ governmentId, site, portal: `${url.protocol}//${host}${url.port && `:${url.port}`}`, path: pathOf(url) })
  // Hosts are answered from memory; this reads them where nobody did before.
  const owner = await governments.owning(name)
  const at = owner && governments.at(name)
  if (at) {
    const { government: { id }, portal, label } = at
    if (label === null || label === 'www') return own(id, null, portal)
    return (await ask(siteDirectory).of(id)).bySlug(label) ? own(id, label, portal) : null
  }
  const bound = ask(domainDirectory).siteOf(name)
  return bound && own(bound.governmentId, bound.slug, await governments.hostOf(bound.governmentId))
}
