import type { Lead } from '#platform/web/door.ts'
import type { Host } from '#platform/web/host.ts'
import type { GovernmentDirectory } from '#modules/organisation/contract.ts'
import type { DomainDirectory } from '#modules/sites/contract.ts'

/**
 * Where hosts lead: a government's own host to its portal, one label below it to a site, a verified domain to its site.
 * What no visitor finds by name, an IP address or a machine's short name, shows the first government; anything else
 * belongs to nobody.
 */
export function hostsOf(governments: GovernmentDirectory, domains: DomainDirectory): (host: Host) => Lead | null {
  return ({ name, kind }) => {
    const at = governments.at(name)
    if (at) {
      const { government, portal, label } = at
      if (label === null) return { governmentId: government.id, site: null, portal: null }
      if (label === 'www') return { governmentId: government.id, site: null, portal, moved: true }
      return { governmentId: government.id, site: label, portal }
    }
    const bound = domains.siteOf(name)
    if (bound) return { governmentId: bound.governmentId, site: bound.slug, portal: governments.portalOf(bound.governmentId) }
    const first = kind === 'name' ? null : governments.first()
    return first && { governmentId: first.id, site: null, portal: null, guest: true }
  }
}
