import { setTimeout as wait } from 'node:timers/promises'
import type { Government } from '#platform/access/government.ts'
import { on } from '#platform/events/events.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { pagePublished, pageWithdrawn } from '#modules/pages/contract.ts'
import { siteDirectory, type Site } from '#modules/sites/contract.ts'
import type { SiteAudits } from './contract.ts'
import type { Findings } from './inspection/inspect.ts'
import { score } from './inspection/score.ts'
import { auditOutside } from './outside/audit-outside.ts'
import type { Bounds } from './outside/crawl.ts'
import { auditOwn, shownBlocks } from './own/audit-own.ts'
import type { ShownBlock } from './own/contents.ts'
import { requirementsOn } from './requirements.ts'
import { claim, ensureSubjects, record, release, soon, type Facts, type Subject } from './store.ts'

/** How audits are spread, so that many sites do not hurt. */
const pace = {
  /** Sites of a government in one round, and how long a round may take. */
  perRound: 40,
  minutes: 8,
  /** Between two sites. */
  restMs: 300,
  /** Until a site is audited again by itself. */
  days: 7,
  /** After a page was published, so that one audit sees all of an afternoon's work. */
  afterPage: 5,
  /** For one site; then another process may take it. */
  busy: 5,
  /** Until a site whose audit failed is tried again. */
  retryHours: 12,
}

const published = async (services: Services, governmentId: string): Promise<Site[]> => (await services.ask(siteDirectory).of(governmentId)).all.filter(site => site.published)

/** Sites that began or changed their name become subjects. */
async function renew(services: Services, governmentId: string): Promise<void> {
  const sites = await published(services, governmentId)
  await services.database.transaction(governmentId, tx => ensureSubjects(tx, sites.map(site => ({ unitId: site.unitId, name: site.name, kind: site.template }))))
}

const factsOf = (findings: Findings, complete: boolean): Facts => ({
  pages: findings.pages,
  complete,
  changedOn: findings.changedOn,
  bytes: findings.weight?.bytes ?? null,
  requests: findings.weight?.requests ?? null,
  whole: findings.weight?.whole ?? false,
  certificate: findings.certificate && { host: findings.certificate.host, until: findings.certificate.until },
})

export interface Auditing {
  now?: Date
  /** What the public sees, when it was read for many sites together. */
  blocks?: readonly ShownBlock[]
  bounds?: Partial<Bounds>
}

/** Audits a subject that was claimed, and writes what was found. */
async function audit(services: Services, government: Government, subject: Subject, { now = new Date(), blocks, bounds }: Auditing): Promise<void> {
  const today = dayIn(now, government.zone)
  const within = <T>(work: Parameters<typeof services.database.transaction<T>>[1]) => services.database.transaction(government.id, work)
  try {
    const requirements = (await requirementsOn(services.database.of(government.id), today))[subject.kind]
    const write = (findings: Findings, more: Partial<Facts> = {}) => {
      const judged = score(findings, requirements, today)
      return within(tx => record(tx, subject, { score: judged, facts: { ...factsOf(findings, judged.complete), ...more }, judgedBy: requirements.judgedBy, at: now, month: `${today.slice(0, 7)}-01`, days: pace.days }))
    }
    if (subject.url !== null) {
      const { findings, visit } = await auditOutside(services, government, subject.url, requirements, { now, bounds })
      await write(findings, { looked: visit.pages.map(({ url, status }) => ({ url, status })), failure: visit.failure, cut: visit.cut, spared: visit.spared })
      return
    }
    const site = (await published(services, government.id)).find(one => one.unitId === subject.unitId)
    // Taken from the public meanwhile: it is due again when it is shown again.
    if (!site) return await within(tx => release(tx, subject.id, null))
    await write(await auditOwn(services, government, site, requirements, blocks ?? (await shownBlocks(services, government.id)), now))
  } catch (error) {
    await within(tx => release(tx, subject.id, subject.url === null ? pace.retryHours : null))
    throw error
  }
}

/** Audits one subject now; false when somebody else is at it. */
export async function auditOne(services: Services, governmentId: string, id: string, auditing: Auditing = {}): Promise<boolean> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const subject = government && (await services.database.transaction(governmentId, tx => claim(tx, { id }, pace.busy)))
  if (!subject) return false
  await audit(services, government, subject, auditing)
  return true
}

/** Audits own sites whose time has come, one after the other; answers how many. */
export async function auditDue(services: Services, governmentId: string, { perRound = pace.perRound, restMs = pace.restMs, minutes = pace.minutes } = {}): Promise<number> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  if (!government) return 0
  await renew(services, governmentId)
  const ends = Date.now() + minutes * 60_000
  const failures: unknown[] = []
  let blocks: ShownBlock[] | null = null
  let done = 0
  while (done < perRound && Date.now() < ends) {
    const subject = await services.database.transaction(governmentId, tx => claim(tx, 'next', pace.busy))
    if (!subject) break
    if (done++ > 0) await wait(restMs)
    // One site that breaks does not keep the others from their turn.
    await audit(services, government, subject, { blocks: (blocks ??= await shownBlocks(services, governmentId)) }).catch(error => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${done} sites could not be audited`)
  return done
}

export const auditDueJob: Job = {
  name: 'site-health.audit-due',
  every: '*/10 * * * *',
  expires: 3600,
  async run({ services, governmentId }) {
    if (governmentId) await auditDue(services, governmentId)
    else await everyGovernment(services, async id => void (await auditDue(services, id)))
  },
}

export const auditOneJob: Job = {
  name: 'site-health.audit-one',
  expires: 300,
  async run({ services, governmentId }, { subject }) {
    if (governmentId && typeof subject === 'string') await auditOne(services, governmentId, subject)
  },
}

export const listens = [
  on(pagePublished, 'site-health.published', ({ tx, payload }) => soon(tx, payload.unitId, pace.afterPage)),
  on(pageWithdrawn, 'site-health.withdrawn', ({ tx, payload }) => soon(tx, payload.unitId, pace.afterPage)),
]

/** What others may ask for. */
export const makeAudits = (services: Services): SiteAudits => ({
  async auditAll(governmentId) {
    await renew(services, governmentId)
    const units = (await published(services, governmentId)).map(site => site.unitId)
    await services.database.transaction(governmentId, async tx => {
      for (const unitId of units) await soon(tx, unitId, 0)
    })
    return auditDue(services, governmentId, { perRound: units.length, restMs: 0, minutes: 60 })
  },
})
