import { realpath } from 'node:fs/promises'
import pg from 'pg'

/** Where the server's write-ahead log stands. */
export interface Position {
  /** Every write acknowledged before this instant is on the disk up to `lsn`. */
  at: Date
  lsn: string
  /** The file of the log that holds `lsn`. */
  segment: string
}

/**
 * One backup as the server sees it: a session that keeps the log from being recycled, says where the backup starts and
 * ends, and leaves nothing behind in the server when it closes, however it closes.
 */
export class Snapshot {
  startLsn = ''
  startSegment = ''
  readonly #client: pg.Client
  #broken: Error | undefined

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url, application_name: 'pendopo backup' })
    this.#client.on('error', (error) => (this.#broken = error))
  }

  /** Opens the session; `durable` is false for a server of tests that does without fsync. Errors: when the server's data is not in `cluster`, or is spread over tablespaces. */
  async open(cluster: string): Promise<{ version: string; segmentSize: bigint; durable: boolean }> {
    await this.#client.connect()
    const [about] = await this.#ask<{ folder: string; version: string; spaces: number; segment: string; durable: boolean }>(`
      select current_setting('data_directory') as folder, split_part(current_setting('server_version'), ' ', 1) as version,
        current_setting('fsync')::boolean as durable,
        (select count(*)::int from pg_tablespace where spcname not in ('pg_default', 'pg_global')) as spaces,
        (select setting from pg_settings where name = 'wal_segment_size') as segment`)
    if (!about) throw new Error('The server says nothing about itself')
    const [said, given] = await Promise.all([about.folder, cluster].map((path) => realpath(path).catch(() => path)))
    if (said !== given) throw new Error(`The server keeps its data in ${said}, not in ${given}: a backup needs both of the same server`)
    if (about.spaces > 0) throw new Error('The database uses tablespaces outside its folder, which this backup does not cover')
    await this.#ask("set statement_timeout = 0; set idle_session_timeout = 0; set client_min_messages = 'warning'")
    return { version: about.version, segmentSize: BigInt(about.segment), durable: about.durable }
  }

  /** Begins: from here on the server keeps the log, and writes whole pages to it. */
  async start(): Promise<void> {
    await this.#ask('select pg_create_physical_replication_slot($1, true, true)', [`pendopo_backup_${process.pid}_${Date.now()}`])
    const [start] = await this.#ask<{ lsn: string; segment: string }>(
      "select lsn::text, pg_walfile_name(lsn) as segment from pg_backup_start('pendopo', true) as lsn")
    this.startLsn = start?.lsn ?? ''
    this.startSegment = start?.segment ?? ''
  }

  /** Ends the copying of data files; the label belongs into the copy. */
  async stop(): Promise<{ lsn: string; label: string }> {
    const [stop] = await this.#ask<{ lsn: string; label: string }>('select lsn::text, labelfile as label from pg_backup_stop(false)')
    if (!stop) throw new Error('The server did not end the backup')
    return stop
  }

  /** Writes the log to the disk, and says how far it goes: a flushed mark of our own takes with it all that came before. */
  async position(): Promise<Position> {
    const [time] = await this.#ask<{ at: Date }>('select clock_timestamp() as at')
    await this.#ask("select pg_logical_emit_message(false, 'pendopo', 'backup', true)")
    // An address on the border of two files names the later one, which may not exist yet: hence the byte before it.
    const [place] = await this.#ask<{ lsn: string; segment: string }>(
      'select lsn::text, pg_walfile_name(lsn - 1) as segment from pg_current_wal_flush_lsn() as lsn')
    if (!time || !place) throw new Error('The server does not say how far its log goes')
    return { at: time.at, ...place }
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined)
  }

  async #ask<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> {
    if (this.#broken) throw new Error(`The connection to the server was lost during the backup: ${this.#broken.message}`)
    return (await this.#client.query<Row>(text, values)).rows
  }
}

/** How many files of the log lie between two of its positions, both ends counted. */
export function segmentsBetween(first: string, last: string, segmentSize: bigint): number {
  const perLog = 0x1_0000_0000n / segmentSize
  const number = (name: string) => BigInt(`0x${name.slice(8, 16)}`) * perLog + BigInt(`0x${name.slice(16, 24)}`)
  return Number(number(last) - number(first)) + 1
}
