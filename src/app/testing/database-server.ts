import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#platform/db/embedded.ts'
import { prepareDatabase, servingUrl } from '../database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser address of the server all tests share; databases are cloned from `pendopo_template`. */
    serverUrl: string
    /** Folder for what tests share on disk: the demo's files, pages saved for validators. Gone after the run. */
    sharedFolder: string
  }
}

/** Password of the serving role in tests. */
export const testPassword = 'serve-in-tests'

/** Starts one real server for the whole run and prepares the database that every test file clones. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'pendopo-test-'))
  const server = await startEmbedded({ folder, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } })
  const url = server.url('postgres')
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('create database pendopo_template')
  await client.end()
  const template = server.url('pendopo_template')
  await prepareDatabase({ migrate: template, serve: servingUrl(template, testPassword), embedded: server }, testPassword)
  provide('serverUrl', url)
  const shared = await mkdtemp(join(tmpdir(), 'pendopo-shared-'))
  provide('sharedFolder', shared)
  return async () => {
    await server.stop()
    for (const used of [folder, shared]) await rm(used, { recursive: true, force: true })
  }
}
