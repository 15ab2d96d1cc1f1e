import { sql } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import { domainsTopic, type DomainDirectory } from './contract.ts'

type Domains = ReadonlyMap<string, { governmentId: string; slug: string }>

/** Verified domains of published sites in memory: read before listening, and again when one of them changes. */
export function makeDomainDirectory({ database, changes }: Pick<Services, 'database' | 'changes'>): DomainDirectory {
  let known: Domains = new Map()
  let begun = 0
  let newest = 0
  let awake = false

  async function read(): Promise<void> {
    const turn = ++begun
    const { rows } = await sql<{ host: string; government_id: string; slug: string }>`select host, government_id, slug from sites.verified_domains()`.execute(database.shared)
    // Two readings may be under way; the one begun later knows more, whichever ends first.
    if (turn < newest) return
    newest = turn
    known = new Map(rows.map(row => [row.host, { governmentId: row.government_id, slug: row.slug }]))
  }

  /** While the database does not answer, what was known stays; it is read again when the connection is back. */
  changes.on(topic => {
    if (awake && (topic === null || topic === domainsTopic)) void read().catch(() => setTimeout(() => void read().catch(() => {}), 1000).unref())
  })
  return {
    siteOf: host => known.get(host) ?? null,
    ready() {
      awake = true
      return read()
    },
  }
}
