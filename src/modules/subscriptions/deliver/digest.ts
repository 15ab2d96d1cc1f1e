import { everyGovernment } from '#platform/jobs/everywhere.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { mail } from '#platform/mail/mail.ts'
import { toLocal } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { publicationsPort, type PublicItem } from '#modules/publications/contract.ts'
import { digestLetter } from '../letters.ts'
import { subscribersById } from '../store.ts'
import { beginDigest, handOver, waitingForDigest } from './queue.ts'

/** Readers served by one run. */
const batch = 100

/** When the digest goes out, in the government's own zone. */
const sendAt = '07:00'

/** Begins today's digest of a government once it is seven there; a system that was down catches up later that day. */
export async function beginDue(services: Services, governmentId: string, now: Date): Promise<void> {
  const government = await services.ask(governmentDirectory).byId(governmentId)
  if (!government) return
  const [day, time] = toLocal(now, government.zone).split('T') as [string, string]
  if (time < sendAt) return
  await services.database.transaction(governmentId, async tx => {
    if (await beginDigest(tx, day)) await services.jobs.enqueue(tx, sendDigest.name, governmentId, { cutoff: now.toISOString(), after: null })
  })
}

export const beginDigests: Job = {
  name: 'subscriptions.begin-digests',
  every: '*/5 * * * *',
  run: ({ services, now }) => everyGovernment(services, id => beginDue(services, id, now)),
}

/** Sends the digest to one batch of readers: one letter each with all that is still public. */
export const sendDigest: Job = {
  name: 'subscriptions.send-digest',
  async run({ services, governmentId, db }, data) {
    if (!governmentId) return
    const [government, units] = await Promise.all([services.ask(governmentDirectory).byId(governmentId), services.ask(unitDirectory).of(governmentId)])
    const items = new Map<string, Promise<PublicItem | null>>()
    const itemOf = (id: string) => {
      if (!items.has(id)) items.set(id, services.ask(publicationsPort).byId(db, id))
      return items.get(id)!
    }
    await services.database.transaction(governmentId, async tx => {
      const waiting = await waitingForDigest(tx, new Date(String(data.cutoff)), typeof data.after === 'string' ? data.after : null, batch)
      const subscribers = await subscribersById(tx, services.config.secret, [...waiting.keys()])
      for (const [subscriberId, publicationIds] of waiting) {
        const subscriber = subscribers.get(subscriberId)!
        const found = (await Promise.all(publicationIds.map(itemOf))).filter(item => item !== null)
        const mailId = found.length > 0 ? await mail(tx, services.jobs, governmentId, digestLetter(government!, subscriber, found, units)) : null
        await handOver(tx, subscriberId, publicationIds, mailId)
      }
      if (waiting.size === batch) await services.jobs.enqueue(tx, sendDigest.name, governmentId, { ...data, after: [...waiting.keys()].at(-1)! })
    })
  },
}
