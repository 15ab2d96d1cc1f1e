import type { Tx } from '#platform/db/database.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { Services } from '#platform/web/services.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { announce } from '../lifecycle.ts'
import { siteById } from '../store.ts'
import { judge, patienceDays, type Finding, type Judged } from './domain.ts'
import { askProof } from './records.ts'
import { domainOf, domainsToCheck, recordLook, type Domain } from './store.ts'

/** Writes what the name servers said of a domain; everything that finds the site by it hears of a change. */
export async function settle(tx: Tx, governmentId: string, domain: Pick<Domain, 'id' | 'siteId'>, finding: Finding, now: Date): Promise<{ news: Judged['news'] | 'elsewhere'; unitId: string } | null> {
  const [before, site] = await Promise.all([domainOf(tx, domain.siteId, domain.id, true), siteById(tx, domain.siteId)])
  if (!before || !site) return null
  const judged = judge(before, finding, now)
  const written = await recordLook(tx, before.id, judged, finding === 'verified' ? null : finding, now)
  if (!written) return { news: 'elsewhere', unitId: site.unitId }
  if (judged.news === 'verified' || judged.news === 'lost') await announce(tx, governmentId, site.unitId)
  return { news: judged.news, unitId: site.unitId }
}

const letters = {
  verified: 'Domain {host} sudah terbukti. Situs Anda dapat dibuka di sana.',
  failing: 'Catatan DNS bukti domain {host} hilang. Pasang lagi dalam {days} hari.',
  lost: 'Domain {host} dilepas: catatan DNS buktinya hilang selama {days} hari.',
}

/** Looks at the domains of one government and tells those who run the sites what changed. */
export async function checkDomains(services: Services, governmentId: string, now: Date): Promise<void> {
  for (const domain of await domainsToCheck(services.database.of(governmentId))) {
    const finding = await askProof(services.config, domain)
    await services.database.transaction(governmentId, async tx => {
      const settled = await settle(tx, governmentId, domain, finding, now)
      if (!settled?.news || settled.news === 'elsewhere') return
      const unit = (await services.ask(unitDirectory).of(governmentId)).byId(settled.unitId)
      const holders = await services.ask(people).holding(tx, 'sites.manage', settled.unitId)
      if (unit) await notify(tx, holders.map(({ id }) => id), { text: letters[settled.news], values: { host: domain.host, days: patienceDays }, href: `/kerja/situs/${unit.slug}/domain` })
    })
  }
}

export const checkDomainsJob: Job = {
  name: 'sites.check-domains',
  every: '40 19 * * *',
  expires: 3600,
  run: ({ services, now }) => everyGovernment(services, id => checkDomains(services, id, now)),
}
