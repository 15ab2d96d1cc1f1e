import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig, type Config } from '#platform/config/config.ts'
import { makeLog } from '#platform/observability/log.ts'
import type { Services } from '#platform/web/services.ts'
import type { Web } from '#platform/web/serve.ts'
import { jobsOf } from '../jobs.ts'
import { modules } from '../modules.ts'
import { makeServices } from '../services.ts'
import { servingUrl } from '../database.ts'
import { openWeb } from '../web.ts'
import { testPassword } from './database-server.ts'

/** A whole installation on a database of its own, for one test file. */
export interface Installation {
  services: Services
  web: Web
  config: Config
  /** Superuser address of its database, to look behind the application or to act as the migrating role. */
  url: string
  serveUrl: string
  /** Starts the workers, for tests of what happens later. */
  work(): Promise<void>
  close(): Promise<void>
}

/** What an installation begins with: a database to clone, and the data folder that belongs to it. */
export interface Beginning {
  template: string
  data?: string
}

/** Clones the prepared database and opens the application on it. */
export async function openInstallation(env: Record<string, string> = {}, beginning: Beginning = { template: 'pendopo_template' }): Promise<Installation> {
  const server = inject('serverUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(server, `create database ${name} template ${beginning.template}`)
  const url = databaseAt(server, name)
  const data = await mkdtemp(join(tmpdir(), 'pendopo-data-'))
  if (beginning.data) await cp(beginning.data, data, { recursive: true })
  const config = readConfig({ NODE_ENV: 'test', PENDOPO_DATA: data, PENDOPO_DEMO: 'no', LOG_LEVEL: 'error', DATABASE_POOL: '6', ...env })
  const log = makeLog(config.LOG_LEVEL)
  const serveUrl = servingUrl(url, testPassword)
  const services = await makeServices(config, serveUrl, log)
  const web = await openWeb(services)
  return {
    services,
    web: web.web,
    config,
    url,
    serveUrl,
    work: () => services.jobs.work(jobsOf(modules), services),
    async close() {
      await web.close()
      await services.close()
      await asSuperuser(server, `drop database if exists ${name} with (force)`)
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Address of another database on the same server. */
export function databaseAt(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}

/** Runs one statement on the server itself. */
export async function asSuperuser(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Cloning waits its turn: PostgreSQL refuses to copy a template that another session is just copying from.
  await client.query('select pg_advisory_lock(7)')
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
