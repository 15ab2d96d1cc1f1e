import type { Services } from '../web/services.ts'
import { coalesced } from './coalesced.ts'

/** What is told when a job is enqueued that may run at once. */
export const topic = 'jobs'

const due = `select queue from unnest($1::text[]) as queue
  where exists (select from pgboss.job j where j.name = queue and j.state < 'active' and not j.blocked and j.start_after <= now())`

/**
 * Wakes the queues in which something is due: by one look at all of them a second, which finds what was put off or is
 * tried again, and at once when somebody tells of a job. Each queue asking by itself costs as much as a busy portal.
 * @returns stops looking
 */
export function startLooking({ database, changes }: Pick<Services, 'database' | 'changes'>, queues: readonly string[], wake: (queue: string) => void, log: (error: Error) => void): () => Promise<void> {
  async function look(): Promise<void> {
    const { rows } = await database.pool.query<{ queue: string }>({ name: 'due-queues', text: due, values: [[...queues]] })
    for (const { queue } of rows) wake(queue)
  }

  const looking = coalesced(look, log)
  const deaf = changes.on(told => {
    if (told === null || told === topic) looking.wake()
  })
  const timer = setInterval(looking.wake, 1000)
  return () => {
    deaf()
    clearInterval(timer)
    return looking.stop()
  }
}
