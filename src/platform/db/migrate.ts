import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** A room that owns a schema and the folder of its SQL files. */
export interface MigrationSource {
  room: string
  folder: string
}

interface Migration {
  room: string
  name: string
  text: string
  checksum: string
}

async function readMigrations(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const all: Migration[] = []
  for (const { room, folder } of sources) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter(n => n.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      all.push({ room, name, text, checksum: createHash('sha256').update(text).digest('hex') })
    }
  }
  return all
}

/**
 * Brings the database to what the sources describe, forward only, each file in its own transaction, in the
 * order of `sources`. Several processes may call it at once: one works, the others wait. A file that was
 * changed after it had been applied stops the start, because the databases it ran on would differ.
 * @returns the names of the files applied now.
 */
export async function migrate(url: string, sources: readonly MigrationSource[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'pendopo-migrate' })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('pendopo-migrate'))")
    await client.query('create schema if not exists platform')
    await client.query(`create table if not exists platform.migration (
      room text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(),
      primary key (room, name))`)
    const { rows } = await client.query<{ room: string; name: string; checksum: string }>('select room, name, checksum from platform.migration')
    const applied = new Map(rows.map(row => [`${row.room}/${row.name}`, row.checksum]))
    const now: string[] = []
    for (const { room, name, text, checksum } of await readMigrations(sources)) {
      const before = applied.get(`${room}/${name}`)
      if (before === checksum) continue
      if (before) throw new Error(`Migration ${room}/${name} was changed after it had been applied. Write a new file instead.`)
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into platform.migration (room, name, checksum) values ($1, $2, $3)', [room, name, checksum])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${room}/${name} failed: ${(error as Error).message}`, { cause: error })
      }
      now.push(`${room}/${name}`)
    }
    return now
  } finally {
    await client.end()
  }
}

/** Creates the serving role if it is missing and lets it use what the migrations grant. The role owns nothing. */
export async function prepareServingRole(url: string, role: string, password: string | null): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const name = client.escapeIdentifier(role)
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (!rowCount) await client.query(`create role ${name} nosuperuser nocreatedb nocreaterole nobypassrls`)
    if (password !== null) await client.query(`alter role ${name} login password ${client.escapeLiteral(password)}`)
    else await client.query(`grant ${name} to current_user`)
  } finally {
    await client.end()
  }
}
