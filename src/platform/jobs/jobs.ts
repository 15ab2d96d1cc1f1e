import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { changed } from '../db/changes.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Services } from '../web/services.ts'
import { startLooking, topic } from './looking.ts'

/** Work done outside a request. Handlers must bear being run twice: a job is delivered at least once. */
export interface Job {
  /** `<module>.<verb>`; stable, because waiting jobs carry it. */
  name: string
  /** Cron line in UTC for work that recurs; it runs once per installation, not once per government. */
  every?: string
  /** Seconds after which a run counts as lost and is tried again. */
  expires?: number
  run(context: JobContext, data: Record<string, unknown>): Promise<void>
}

export interface JobContext {
  services: Services
  /** Government the job was enqueued in, or null for recurring work. */
  governmentId: string | null
  /** Rows of that government; throws for recurring work, which opens governments one by one. */
  db: Db
  now: Date
}

export interface Jobs {
  /** Enqueues in the same transaction, so the job exists exactly if what it follows from does. */
  enqueue(tx: Tx, name: string, governmentId: string, data?: Record<string, unknown>, options?: { at?: Date; key?: string }): Promise<void>
  /** Starts working; only processes of role `worker` or `all` do. */
  work(jobs: readonly Job[], services: Services): Promise<void>
  stop(): Promise<void>
}

const schema = 'pgboss'

/** Creates the queue's own tables and one queue per job, as the migrating role, and lets the serving role use them. */
export async function prepareJobs(url: string, jobs: readonly Job[], servingRole: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true, retryDelay: 5, expireInSeconds: job.expires ?? 300, retentionSeconds: 14 * 86_400, deleteAfterSeconds: 7 * 86_400 })
    if (job.every) await boss.schedule(job.name, job.every, {}, { tz: 'UTC' })
  }
  for (const known of await boss.getSchedules()) if (!jobs.some(job => job.name === known.name && job.every)) await boss.unschedule(known.name)
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`grant usage on schema ${schema} to ${client.escapeIdentifier(servingRole)};
      grant select, insert, update, delete on all tables in schema ${schema} to ${client.escapeIdentifier(servingRole)};
      grant execute on all functions in schema ${schema} to ${client.escapeIdentifier(servingRole)};
      grant usage on all sequences in schema ${schema} to ${client.escapeIdentifier(servingRole)}`)
  } finally {
    await client.end()
  }
}

/** The queue as the serving role uses it. */
export function openJobs(url: string, log: (error: Error, job?: string) => void): Jobs {
  const boss = new PgBoss({ connectionString: url, schema, migrate: false, createSchema: false, max: 3, cronMonitorIntervalSeconds: 15, cronWorkerIntervalSeconds: 5, reindex: false, monitorVacuum: false })
  boss.on('error', error => log(error))
  let started: Promise<unknown> | null = null
  // Sending needs the queue's settings only, so a process that never works starts it without timers.
  const sender = new PgBoss({ connectionString: url, schema, migrate: false, createSchema: false, supervise: false, schedule: false, max: 1 })
  sender.on('error', error => log(error))
  let sending: Promise<unknown> | null = null
  const told = new WeakSet<Tx>()
  let stopLooking = async () => {}

  return {
    async enqueue(tx, name, governmentId, data = {}, options = {}) {
      await (sending ??= sender.start())
      await sender.send(name, { ...data, governmentId }, {
        ...(options.at ? { startAfter: options.at } : {}),
        ...(options.key ? { singletonKey: options.key } : {}),
        db: { executeSql: async (text: string, values: unknown[] = []) => ({ rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows }) },
      })
      if (options.at || told.has(tx)) return
      told.add(tx)
      await changed(tx, topic)
    },
    async work(jobs, services) {
      await (started ??= boss.start())
      const workers = new Map<string, string>()
      const wake = (name: string) => boss.notifyWorker(workers.get(name) ?? '')
      for (const job of jobs)
        workers.set(job.name, await boss.work<Record<string, unknown>>(job.name, { pollingIntervalSeconds: 60, batchSize: 1 }, async ([one]) => {
          const data = one?.data ?? {}
          const governmentId = typeof data.governmentId === 'string' ? data.governmentId : null
          try {
            await job.run({ services, governmentId, now: new Date(), get db() { return services.database.of(governmentId ?? fail(job.name)) } }, data)
          } catch (error) {
            log(error as Error, job.name)
            throw error
          } finally {
            // What waits behind it follows at once.
            wake(job.name)
          }
        }))
      stopLooking = startLooking(services, [...workers.keys()], wake, log)
    },
    async stop() {
      await stopLooking()
      if (started) await boss.stop({ graceful: true, timeout: 5000 })
      if (sending) await sender.stop({ graceful: false })
    },
  }
}

function fail(job: string): never {
  throw new Error(`${job} runs for the whole installation: open each government's rows itself`)
}
