import type { Government } from '#platform/access/government.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { readCertificate } from '../certificate/certificate.ts'
import { inspect, type Findings } from '../inspection/inspect.ts'
import { speaksOf } from '../inspection/recognise.ts'
import { contentCodes, type Requirements } from '../requirement.ts'
import { crawl, type Bounds, type Crawl } from './crawl.ts'

/** Visits a site elsewhere and tells what was found; a visit that failed still says how the certificate stands. */
export async function auditOutside(services: Services, government: Government, url: string, requirements: Requirements, { now = new Date(), bounds }: { now?: Date; bounds?: Partial<Bounds> } = {}): Promise<{ findings: Findings; visit: Crawl }> {
  const { config } = services
  const { words } = requirements
  const visit = await crawl(url, {
    userAgent: `Pendopo/1.0 (site audit; ${[government.name, government.email ?? config.MAIL_FROM].join('; ').replace(/[^\x20-\x7e]/g, '')})`,
    allowPrivate: config.PENDOPO_FETCH_LOCAL,
    topicOf: link => contentCodes.find(code => speaksOf(`${link.text} ${link.href}`, words[code])) ?? null,
    bounds,
  })
  const findings = await inspect(visit.pages, { words, today: dayIn(now, government.zone) })
  const { protocol, hostname, port } = new URL(url)
  const reached = visit.failure === null || !['private', 'unknown-host', 'address'].includes(visit.failure.reason)
  const certificate = reached ? await readCertificate(hostname.replace(/^\[|\]$/g, ''), { now, port: protocol === 'https:' && port ? Number(port) : 443, allowPrivate: config.PENDOPO_FETCH_LOCAL }) : null
  return { findings: { ...findings, weight: visit.weight, certificate }, visit }
}
