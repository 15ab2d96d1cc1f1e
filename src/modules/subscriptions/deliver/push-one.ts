import type { Job } from '#platform/jobs/jobs.ts'
import type { PushAddress } from '#platform/push/push.ts'
import { OutsideFailure } from '#platform/web/outbound.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { inside } from '../inside.ts'
import { inLanguage } from '../letters.ts'
import { erase, subscribersById } from '../store.ts'
import { countRefusal } from './refusals.ts'
import { handOver, waitsForPush } from './queue.ts'

/** Sends one publication to one browser; the queue tries again while the push service is busy. */
export const pushOne: Job = {
  name: 'subscriptions.push',
  async run({ services, governmentId, db }, data) {
    if (!governmentId) return
    const [subscriberId, publicationId] = [String(data.subscriberId), String(data.publicationId)]
    if (!(await waitsForPush(db, subscriberId, publicationId))) return
    const subscriber = (await subscribersById(db, services.config.secret, [subscriberId])).get(subscriberId)
    const item = await services.ask(publicationsPort).byId(db, publicationId)
    if (!subscriber || !item) return
    const units = await services.ask(unitDirectory).of(governmentId)
    const { title, summary } = inLanguage(item, subscriber.language)
    const message = { title, body: [units.byId(item.unitId)?.shortName, summary].filter(Boolean).join(' · '), href: `/berita/${item.slug}`, tag: item.id }
    const outcome = await services.ask(inside).push.send(JSON.parse(subscriber.address) as PushAddress, message).catch((error: unknown) => {
      // Its name came to lead into a private network: nothing will ever be sent there.
      if (error instanceof OutsideFailure && error.reason === 'private') return 'refused' as const
      throw error
    })
    await services.database.transaction(governmentId, async tx => {
      if (outcome === 'gone') return erase(tx, subscriberId)
      if (outcome === 'refused') await countRefusal(tx, subscriberId)
      await handOver(tx, subscriberId, [publicationId], null)
    })
  },
}
