import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Job } from '../jobs/jobs.ts'
import { keyedHash, seal, unseal } from '../secrets/sealing.ts'
import type { Hands } from '../web/page.ts'
import { makePush, type PushAddress, type PushMessage } from './push.ts'

const purpose = 'push.address'
const jobName = 'platform.push-people'

/** Remembers a browser of somebody who wants to be told on it. */
export async function keepPushAddress(tx: Tx, secret: string, accountId: string, address: PushAddress): Promise<void> {
  await sql`insert into platform.push_address (account_id, endpoint, address) values (${accountId}, ${keyedHash(secret, purpose, address.endpoint)}, ${seal(secret, purpose, JSON.stringify(address))})
    on conflict (account_id, endpoint) do update set address = excluded.address`.execute(tx)
}

/**
 * Tells people on their phones once the transaction has committed.
 * @param seconds how long a push service keeps it for a phone that is off
 */
export async function pushTo(tx: Tx, { jobs, governmentId }: Pick<Hands, 'jobs' | 'governmentId'>, accountIds: readonly string[], message: PushMessage, seconds: number): Promise<void> {
  if (accountIds.length > 0) await jobs.enqueue(tx, jobName, governmentId, { accountIds, message, until: Date.now() + seconds * 1000 })
}

/** Of these accounts those of whom no browser takes messages. */
export const withoutPush = async (tx: Tx, accountIds: readonly string[]): Promise<string[]> =>
  (await sql<{ id: string }>`select a as id from unnest(${[...accountIds]}::uuid[]) as a where not exists (select from platform.push_address p where p.account_id = a)`.execute(tx)).rows.map(({ id }) => id)

interface Row {
  id: string
  address: Buffer
}

/** How many messages are on their way at a time. */
const atOnce = 16

/** Sends what `pushTo` asked for; browsers that are gone are forgotten. A phone that cannot be reached now is left out: the message is for now. */
export const pushPeopleJob: Job = {
  name: jobName,
  async run({ services: { config, database, log }, governmentId }, { accountIds, message, until }) {
    if (!governmentId) return
    const seconds = Math.floor((Number(until) - Date.now()) / 1000)
    if (seconds <= 0) return
    const push = makePush(config)
    const db = database.of(governmentId)
    const { rows: waiting } = await sql<Row>`select id, address from platform.push_address where account_id = any(${accountIds as string[]}::uuid[])`.execute(db)
    const send = async (): Promise<void> => {
      for (let row = waiting.pop(); row; row = waiting.pop()) {
        const { id } = row
        const outcome = await push.send(JSON.parse(unseal(config.secret, purpose, row.address)) as PushAddress, message as PushMessage, seconds).catch(() => 'unreachable' as const)
        if (outcome === 'gone' || outcome === 'refused') await sql`delete from platform.push_address where id = ${id}`.execute(db)
        if (outcome === 'unreachable') log.warn({ id }, 'push service not reached')
      }
    }
    await Promise.all(Array.from({ length: atOnce }, send))
  },
}
