import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type LogEvent, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely'
import pg from 'pg'

/**
 * A connection to the rows of one government. Stores add their own tables with `db.withTables<Tables>()`.
 * Row-level security hides every other government's rows, whatever the query says.
 */
export type Db = Kysely<unknown>

/** The same inside a transaction; what is written there is seen by nobody until it commits. */
export type Tx = Transaction<unknown>

export interface Database {
  /** Rows of one government. */
  of(governmentId: string): Db
  /** Shared reference tables only: without a government every protected table looks empty. */
  shared: Db
  /**
   * The same, or the shared tables, for what a process keeps in memory. These queries have connections of their own:
   * transactions that hold all the others may be waiting for just this answer.
   */
  aside(governmentId: string | null): Db
  /** Runs `work` in one transaction in that government; a thrown error undoes all of it. */
  transaction<T>(governmentId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for work that runs many times a second with the same few statements: PostgreSQL keeps their plans. */
  often<T>(governmentId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Ends all connections; queries under way finish first. */
  close(): Promise<void>
  pool: pg.Pool
  /** Called with the text of every query, for tests that count them. */
  observe(listener: ((sql: string) => void) | null): void
}

/** Dates without time stay text (`2026-11-21`) and big integers become bigint: neither loses anything on the way. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    if (oid === pg.types.builtins.INT8) return (text: string) => BigInt(text)
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

type TaggedClient = pg.PoolClient & { government?: string; preparing?: PostgresPoolClient }

/** No government: what `current_setting` returns for it compares to no row. */
const nobody = ''

/** Whom transactions speak for. */
const speakers = new WeakMap<Db, string>()

/** The government a transaction was opened for, as long as it is at hand. */
export const openedFor = (db: Db): string | undefined => speakers.get(db)

/** Statements one connection keeps plans of. */
const mostPrepared = 100

/** A connection that prepares what it is asked with values, under a name made of the text. */
function preparing(client: TaggedClient): PostgresPoolClient {
  const names = new Map<string, string>()
  function nameOf(text: string): string | undefined {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return name
  }
  const query = (text: string, values: unknown[] = []) => client.query(values.length > 0 ? { name: nameOf(text), text, values } : text)
  return { query, release: (error?: Error | boolean) => client.release(error) } as unknown as PostgresPoolClient
}

/**
 * Hands out pooled connections that speak for one government. The setting is made only when a connection
 * changes hands to another one, and always before it is handed out, so it can never carry one over.
 */
function poolOf(pool: pg.Pool, governmentId: string, prepares = false): PostgresPool {
  return {
    options: {},
    end: async () => {},
    async connect() {
      const client: TaggedClient = await pool.connect()
      if ((client.government ?? nobody) !== governmentId) {
        try {
          await client.query({ name: 'set-government', text: "select set_config('app.government', $1, false)", values: [governmentId] })
          client.government = governmentId
        } catch (error) {
          client.release(error as Error)
          throw error
        }
      }
      return prepares ? (client.preparing ??= preparing(client)) : (client as unknown as PostgresPoolClient)
    },
  }
}

/** Opens the serving connection pool. `max` is the number of connections this process may hold. */
export function openDatabase(options: { url: string; role?: string; max?: number }): Database {
  const connections = (max: number): pg.Pool => {
    const made = new pg.Pool({
      connectionString: options.url,
      max,
      idleTimeoutMillis: 30_000,
      application_name: 'pendopo',
      types,
      ...(options.role ? { options: `-c role=${options.role}` } : {}),
    })
    // An idle connection that the server drops is replaced by the next query; without a listener it would end the process.
    made.on('error', () => {})
    // The same for one that is lost at work: the query or transaction on it fails, and nothing else.
    made.on('connect', client => client.on('error', () => {}))
    return made
  }
  const pool = connections(options.max ?? 10)
  const besides = connections(2)

  const spoken = <T>(governmentId: string, work: (tx: Tx) => Promise<T>) => (tx: Tx): Promise<T> => {
    speakers.set(tx, governmentId)
    return work(tx)
  }

  let observer: ((sql: string) => void) | null = null
  const log = (event: LogEvent) => observer?.(event.query.sql)
  const handing = (over: pg.Pool, prepares = false) => {
    const byGovernment = new Map<string, Db>()
    return (governmentId: string): Db => {
      let db = byGovernment.get(governmentId)
      if (!db) byGovernment.set(governmentId, (db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: poolOf(over, governmentId, prepares) }), log })))
      return db
    }
  }
  const of = handing(pool)
  const aside = handing(besides)
  const often = handing(pool, true)

  return {
    of,
    shared: of(nobody),
    aside: governmentId => aside(governmentId ?? nobody),
    transaction: (governmentId, work) => of(governmentId).transaction().execute(spoken(governmentId, work)),
    often: (governmentId, work) => often(governmentId).transaction().execute(spoken(governmentId, work)),
    async close() {
      await Promise.all([pool.end(), besides.end()])
    },
    pool,
    observe(listener) {
      observer = listener
    },
  }
}
