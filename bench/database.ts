import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Server } from './server.ts'

/** Superuser connection to the running server's database, through what it keeps in its data folder. */
export async function connect(server: Server): Promise<pg.Client> {
  const folder = join(server.data, 'postgres')
  const password = readFileSync(join(folder, 'superuser.secret'), 'utf8').trim()
  const port = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]
  const user = 'postgres'
  const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user, password, database: 'pendopo' })
  // A server that is stopped under us ends the run by its own message.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Does `work` without these indexes and builds them again at the end: many times faster than row by row. */
export async function withoutIndexes(client: pg.Client, names: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>('select name, pg_get_indexdef(name::regclass) as definition from unnest($1::text[]) as name', [names])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await client.query(definition)
}
