import { Resolver } from 'node:dns/promises'
import type { Config } from '#platform/config/config.ts'
import { proofName, type Finding } from './domain.ts'

/** Asks the name servers of the setting `PENDOPO_DNS`, or the machine's own. */
function resolverOf({ PENDOPO_DNS }: Pick<Config, 'PENDOPO_DNS'>): Resolver {
  const resolver = new Resolver({ timeout: 2500, tries: 2 })
  if (PENDOPO_DNS?.length) resolver.setServers(PENDOPO_DNS)
  return resolver
}

const nothingThere = new Set(['ENOTFOUND', 'ENODATA'])

/** Whether the record stands that proves who holds a domain. */
export async function askProof(config: Pick<Config, 'PENDOPO_DNS'>, { host, token }: { host: string; token: string }): Promise<Finding> {
  try {
    // A long text comes in pieces, and several records may stand side by side.
    const texts = await resolverOf(config).resolveTxt(proofName(host))
    return texts.some(pieces => pieces.join('').trim() === token) ? 'verified' : 'other'
  } catch (error) {
    return nothingThere.has(codeOf(error)) ? 'missing' : 'silent'
  }
}

/** Whether a domain leads to the same machines as the portal; null when the portal's are not known. */
export async function askArrival(config: Pick<Config, 'PENDOPO_DNS'>, host: string, portal: string): Promise<boolean | null> {
  const resolver = resolverOf(config)
  const [own, ours] = await Promise.all([addressesOf(resolver, host), addressesOf(resolver, portal)])
  return ours.length === 0 ? null : own.some(address => ours.includes(address))
}

async function addressesOf(resolver: Resolver, host: string): Promise<string[]> {
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  return found.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []))
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
