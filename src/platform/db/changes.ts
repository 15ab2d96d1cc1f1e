import { sql } from 'kysely'
import pg from 'pg'
import type { Db, Tx } from './database.ts'

const channel = 'pendopo_changed'

/**
 * Says that what `topics` name has changed. Every process hears it when the transaction commits, and drops
 * the pages that show it. A topic is `<noun>:<id>`; keep it short, PostgreSQL carries 8,000 bytes at most.
 */
export async function changed(tx: Tx | Db, ...topics: string[]): Promise<void> {
  for (const topic of new Set(topics)) await sql`select pg_notify(${channel}, ${topic})`.execute(tx)
}

export interface Changes {
  /**
   * Calls `listener` with every topic that changes, in any process; `null` means "anything may have changed".
   * @returns ends it
   */
  on(listener: (topic: string | null) => void): () => void
  /** False while the listening connection is down: nothing may be kept then. */
  live(): boolean
  close(): Promise<void>
}

/** Listens on a connection of its own and comes back by itself when it is lost. */
export async function listenForChanges(url: string): Promise<Changes> {
  const listeners = new Set<(topic: string | null) => void>()
  let client: pg.Client | null = null
  let live = false
  let closed = false

  const tell = (topic: string | null) => listeners.forEach(listener => listener(topic))

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'pendopo-changes', keepAlive: true })
    const lost = () => {
      if (client !== fresh) return
      client = null
      live = false
      tell(null)
      if (!closed) setTimeout(() => void retry(), 200).unref()
    }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', message => tell(message.payload ?? null))
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    live = true
    // What was missed while nobody listened is unknown, so all of it counts as changed.
    tell(null)
  }

  async function retry(): Promise<void> {
    try {
      await connect()
    } catch {
      client = null
      if (!closed) setTimeout(() => void retry(), 1000).unref()
    }
  }

  await connect()
  return {
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    live: () => live,
    async close() {
      closed = true
      const ending = client
      client = null
      await ending?.end()
    },
  }
}
