import type { Government } from '#platform/access/government.ts'
import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { sweep } from '../collect.ts'
import { judge, type Outcome } from '../link.ts'
import { askedOn, beginRound, countDay, dueLinks, endRound, linkById, ownersToTell, recordCheck, type Link } from '../store.ts'
import { askInside } from './inside.ts'
import { askOutside, type Asking } from './outside.ts'
import { interleave, makePace } from './pace.ts'

/** What a round may cost, ourselves and others. */
const bounds = {
  /** Addresses elsewhere in one round, and on one day. */
  perRound: 200,
  perDay: 2000,
  /** Own addresses in one round: a look into the database each. */
  inside: 1000,
  /** Between two requests to one host. */
  gapMs: 2000,
  /** After this a round ends, and the next goes on where it stopped. */
  minutes: 20,
}

/** Shared by everything this process asks, so that a person's click keeps the distance too. */
const pace = makePace(bounds.gapMs)

const askingOf = ({ config }: Services, government: Government): Asking => ({
  userAgent: `Pendopo link checker (${[government.name, government.email ?? config.MAIL_FROM].join('; ').replace(/[^\x20-\x7e]/g, '')})`,
  pace,
  allowPrivate: config.PENDOPO_FETCH_LOCAL,
})

async function record(services: Services, government: Government, link: Link, outcome: Outcome): Promise<void> {
  const now = new Date()
  await services.database.transaction(government.id, async tx => {
    await recordCheck(tx, link.id, outcome, judge(link, outcome, now, link.inside), now)
    await countDay(tx, dayIn(now, government.zone), { asked: link.inside ? 0 : 1 })
  })
}

/**
 * One round for a government: reads some pages again, looks up own addresses, then asks others one after the
 * other, and tells owners what is broken. Two rounds never run at once.
 */
export async function checkRound(services: Services, governmentId: string): Promise<void> {
  const db = services.database.of(governmentId)
  const government = await services.ask(governmentDirectory).byId(governmentId)
  if (!government || !(await beginRound(db, bounds.minutes))) return
  const ends = Date.now() + (bounds.minutes - 1) * 60_000
  try {
    await sweep(services, governmentId)
    for (const link of await dueLinks(db, true, bounds.inside)) await record(services, government, link, await askInside(services, governmentId, link.url))
    const left = Math.min(bounds.perRound, bounds.perDay - (await askedOn(db, dayIn(new Date(), government.zone))))
    const due = left > 0 ? await dueLinks(db, false, left) : []
    for (const link of interleave(due, ({ url }) => new URL(url).host)) {
      if (Date.now() > ends) break
      await record(services, government, link, await askOutside(link.url, askingOf(services, government)))
    }
    await tellOwners(services, governmentId)
  } finally {
    await endRound(db)
  }
}

/** Tells owners of broken links on their pages: one notification for all of them, at most once a week. */
const tellOwners = (services: Services, governmentId: string): Promise<void> =>
  services.database.transaction(governmentId, async tx => {
    for (const { owner, links } of await ownersToTell(tx)) await notify(tx, [owner], { text: '{n} tautan rusak di halaman Anda.', values: { n: links }, href: '/kerja/perawatan?daftar=tautan' })
  })

/** Checks one link now, because a person asked for it. */
async function checkOne(services: Services, governmentId: string, id: string): Promise<void> {
  const link = await linkById(services.database.of(governmentId), id)
  const government = await services.ask(governmentDirectory).byId(governmentId)
  if (!link || !government) return
  await record(services, government, link, link.inside ? await askInside(services, governmentId, link.url) : await askOutside(link.url, askingOf(services, government)))
}

export const checkJob: Job = {
  name: 'upkeep.check',
  every: '17 * * * *',
  // Longer than a round may take in each of a province's governments.
  expires: 6 * 3600,
  async run({ services, governmentId }) {
    if (governmentId) await checkRound(services, governmentId)
    else await everyGovernment(services, id => checkRound(services, id))
  },
}

export const checkOneJob: Job = {
  name: 'upkeep.check-one',
  async run({ services, governmentId }, { link }) {
    if (governmentId && typeof link === 'string') await checkOne(services, governmentId, link)
  },
}
