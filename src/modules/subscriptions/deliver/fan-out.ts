import { on } from '#platform/events/events.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { mail } from '#platform/mail/mail.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { published, publicationsPort } from '#modules/publications/contract.ts'
import { newsLetter } from '../letters.ts'
import { subscribersById } from '../store.ts'
import { handOver, matching, noteDeliveries } from './queue.ts'
import { pushOne } from './push-one.ts'

/** Readers served by one run; a run then leaves the queue to others. */
const batch = 100

/** Older than this it is no news: an archive brought in from an old site tells nobody. Milliseconds. */
const newsFor = 3 * 86_400_000

/** Begins to tell readers; a correction is no news either. */
export const tellReaders = on(published, 'subscriptions.tell-readers', async ({ services, governmentId, tx, payload }) => {
  if (!payload.correction) await services.jobs.enqueue(tx, fanOut.name, governmentId, { publicationId: payload.id, after: null })
})

/**
 * Tells one batch of readers and leaves the rest to the next run. Each batch is one transaction with its letters
 * and with the job that follows, so a run that fails or comes twice tells nobody twice.
 */
export const fanOut: Job = {
  name: 'subscriptions.fan-out',
  async run({ services, governmentId, db, now }, data) {
    if (!governmentId) return
    const publicationId = String(data.publicationId)
    const item = await services.ask(publicationsPort).byId(db, publicationId)
    // Archived meanwhile, or an old one.
    if (!item || now.getTime() - item.publishedAt.getTime() > newsFor) return
    const [government, units] = await Promise.all([services.ask(governmentDirectory).byId(governmentId), services.ask(unitDirectory).of(governmentId)])
    const { secret } = services.config

    await services.database.transaction(governmentId, async tx => {
      const found = await matching(tx, item, typeof data.after === 'string' ? data.after : null, batch)
      const fresh = (await noteDeliveries(tx, publicationId, found)).filter(match => match.frequency === 'at-once')
      const subscribers = await subscribersById(tx, secret, fresh.map(match => match.subscriberId))
      for (const subscriber of subscribers.values()) {
        if (subscriber.channel === 'push') {
          await services.jobs.enqueue(tx, pushOne.name, governmentId, { subscriberId: subscriber.id, publicationId })
          continue
        }
        const mailId = await mail(tx, services.jobs, governmentId, newsLetter(government!, subscriber, item, units))
        await handOver(tx, subscriber.id, [publicationId], mailId)
      }
      if (found.length === batch) await services.jobs.enqueue(tx, fanOut.name, governmentId, { publicationId, after: found.at(-1)!.subscriberId })
    })
  },
}
