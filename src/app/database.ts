import { join } from 'node:path'
import pg from 'pg'
import { storedSecret, type Config } from '#platform/config/config.ts'
import { startEmbedded, type EmbeddedServer } from '#platform/db/embedded.ts'
import { migrate, prepareServingRole, type MigrationSource } from '#platform/db/migrate.ts'
import { prepareJobs } from '#platform/jobs/jobs.ts'
import type { Log } from '#platform/observability/log.ts'
import { prepareSearch } from '#platform/search/search.ts'
import { jobsOf } from './jobs.ts'
import { modules } from './modules.ts'

/** Name of the role that serves requests; migrations grant to it by name. */
export const servingRole = 'pendopo_serve'

/** Where to reach the database, as whom. */
export interface Addresses {
  /** The migrating role: owns the schemas. */
  migrate: string
  /** The serving role: owns nothing. */
  serve: string
  embedded: EmbeddedServer | null
}

/** SQL folders in the order they are applied: the platform first, then the modules as they are wired. */
export const migrationSources = (): MigrationSource[] => [
  { room: 'platform', folder: join(import.meta.dirname, '../platform/migrations') },
  ...modules.map(({ name }) => ({ room: name, folder: join(import.meta.dirname, '../modules', name, 'migrations') })),
]

/** Finds or starts the server, without changing what is in it. */
export async function reachDatabase(config: Config, log: Log): Promise<Addresses> {
  if (config.DATABASE_URL) {
    const serve = config.DATABASE_SERVE_URL ?? withRole(config.DATABASE_URL)
    return { migrate: config.DATABASE_URL, serve, embedded: null }
  }
  const embedded = await startEmbedded({
    folder: join(config.data, 'postgres'),
    log: line => log.debug({ from: 'postgres' }, line),
    onExit: reason => log.fatal({ from: 'postgres' }, reason),
  })
  await ensureDatabase(embedded.url('postgres'), 'pendopo')
  return { migrate: embedded.url('pendopo'), serve: servingUrl(embedded.url('pendopo'), storedSecret(config.data, 'serving-role')), embedded }
}

/** A connection that gives up the migrating role's rights as soon as it is made. */
function withRole(url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', `-c role=${servingRole}`)
  return address.href
}

/** The address with the serving role's name and password. */
export function servingUrl(url: string, password: string): string {
  const address = new URL(url)
  address.username = servingRole
  address.password = password
  return address.href
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Brings roles, schemas and queues to what this release needs; returns the migrations applied now. */
export async function prepareDatabase(addresses: Addresses, password: string | null): Promise<string[]> {
  await prepareServingRole(addresses.migrate, servingRole, password)
  const applied = await migrate(addresses.migrate, migrationSources())
  await prepareJobs(addresses.migrate, jobsOf(modules), servingRole)
  const client = new pg.Client({ connectionString: addresses.migrate })
  await client.connect()
  try {
    await prepareSearch(client)
  } finally {
    await client.end()
  }
  return applied
}
