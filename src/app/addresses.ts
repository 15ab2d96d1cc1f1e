import type { Route } from '#platform/web/page.ts'
import type { Addresses } from '#modules/upkeep/contract.ts'

/** A path as the router reads it: `/kanal/:unit` is one part of any text after `/kanal/`. */
const patternOf = (path: string) => new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+').replace(/(.)\/$/, '$1')}/?$`)

/** Which addresses the routes answer, without asking them. */
export function addressesOf(routes: readonly Route[]): Addresses {
  const known = routes.filter(route => route.kind === 'page' || route.kind === 'resource' || route.method === 'GET').map(({ path, may }) => ({ pattern: patternOf(path), open: may === 'public' }))
  return {
    answers(path) {
      const matching = known.filter(({ pattern }) => pattern.test(path))
      return matching.some(({ open }) => open) ? 'public' : matching.length > 0 ? 'inside' : null
    },
  }
}
