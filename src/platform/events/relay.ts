import { sql } from 'kysely'
import { coalesced } from '../jobs/coalesced.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Services } from '../web/services.ts'
import type { Subscription } from './events.ts'

const deliverName = (subscriber: string) => `event.${subscriber}`

/** One job per subscriber, so that a slow or failing one holds up nobody else. */
export function relayEvents(subscriptions: readonly Subscription[]): Job[] {
  return subscriptions.map(subscription => ({
    name: deliverName(subscription.subscriber),
    async run({ services, governmentId }, data) {
      if (!governmentId) return
      await services.database.transaction(governmentId, async tx => {
        const eventId = String(data.eventId)
        const first = await sql`insert into platform.delivery (event_id, subscriber) values (${eventId}, ${subscription.subscriber}) on conflict do nothing returning 1 as one`.execute(tx)
        if (first.rows.length === 0) return
        await subscription.handle({ services, governmentId, tx, payload: data.payload, eventId })
      })
    },
  }))
}

/**
 * Carries events from the outbox to the queues of their subscribers, woken by the database and, should a call
 * be missed, every few seconds.
 * @returns stops the relay
 */
export function startRelay(services: Services, subscriptions: readonly Subscription[], governments: () => Promise<readonly { id: string }[]>): () => Promise<void> {
  const byEvent = Map.groupBy(subscriptions, subscription => subscription.event)

  async function relay(): Promise<void> {
    for (const { id } of await governments())
      for (let more = true; more; )
        more = await services.database.transaction(id, async tx => {
          const { rows } = await sql<{ id: string; name: string; payload: unknown }>`
            update platform.outbox set relayed_at = now() where id in (
              select id from platform.outbox where relayed_at is null order by id limit 100 for update skip locked)
            returning id, name, payload`.execute(tx)
          for (const row of rows)
            for (const { subscriber } of byEvent.get(row.name) ?? [])
              await services.jobs.enqueue(tx, deliverName(subscriber), id, { eventId: row.id, payload: row.payload })
          return rows.length === 100
        })
  }

  const relaying = coalesced(relay, error => services.log.error({ err: error }, 'event relay failed'))
  const deaf = services.changes.on(topic => {
    if (topic === null || topic === 'outbox') relaying.wake()
  })
  const timer = setInterval(relaying.wake, 5000)
  relaying.wake()
  return () => {
    deaf()
    clearInterval(timer)
    return relaying.stop()
  }
}
