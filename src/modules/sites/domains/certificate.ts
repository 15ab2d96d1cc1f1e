import { z } from 'zod'
import { resource } from '#platform/web/page.ts'
import { readHost } from '#platform/web/host.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { domainDirectory, siteDirectory } from '../contract.ts'

/**
 * Tells a proxy that makes certificates by itself whether a name is one of ours; Caddy asks with `?domain=`. It is
 * answered from memory and names nobody, so counting who asks would cost more than the answer.
 */
export const certificateQuestion = resource({
  path: '/.well-known/pendopo/domain',
  may: 'public',
  query: z.object({ domain: z.string().max(260).optional(), name: z.string().max(260).optional() }),
  async load({ query, ask }) {
    const host = readHost(query.domain ?? query.name ?? '')
    const ours = host !== null && host.port === '' && (await serves(host.name))
    return { type: 'text/plain; charset=utf-8', status: ours ? 200 : 404, body: ours ? 'ours\n' : 'not ours\n', headers: { 'Cache-Control': 'no-store' } }

    async function serves(name: string): Promise<boolean> {
      const at = ask(governmentDirectory).at(name)
      if (!at) return ask(domainDirectory).siteOf(name) !== null
      if (at.label === null || at.label === 'www') return true
      return (await ask(siteDirectory).of(at.government.id)).bySlug(at.label)?.published === true
    }
  },
})
