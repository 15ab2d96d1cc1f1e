import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { BadConfig, readConfig } from '#platform/config/config.ts'
import { makeLog } from '#platform/observability/log.ts'
import { run, type Running } from './running.ts'

describe('an installation on an outside server', () => {
  let running: Running | null = null
  let data = ''
  let name = ''
  const asSuperuser = async (text: string) => {
    const client = new pg.Client({ connectionString: inject('serverUrl') })
    await client.connect()
    const result = await client.query(text)
    await client.end()
    return result
  }
  afterEach(async () => {
    await running?.stop()
    await asSuperuser(`drop database if exists ${name} with (force)`)
    await rm(data, { recursive: true, force: true })
  })

  test('starts with DATABASE_URL alone, serves without the migrating role’s rights, and works off its queue', async () => {
    name = `outside_${randomUUID().replaceAll('-', '')}`
    data = await mkdtemp(join(tmpdir(), 'pendopo-outside-'))
    await asSuperuser(`create database ${name}`)
    const url = new URL(inject('serverUrl'))
    url.pathname = `/${name}`
    const config = readConfig({ NODE_ENV: 'test', PENDOPO_DATA: data, PENDOPO_DEMO: 'no', PORT: '0', HOST: '127.0.0.1', DATABASE_URL: url.href, LOG_LEVEL: 'silent' })
    running = await run(config, makeLog('silent'), 'all')
    expect(await (await fetch(`${running.address}/readyz`)).text()).toBe('ready')
    const { rows } = await running.services.database.pool.query<{ role: string; bypass: boolean }>('select current_user as role, (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as bypass')
    expect(rows[0]).toEqual({ role: 'pendopo_serve', bypass: false })
  })
})

describe('settings', () => {
  test('a bad value stops the start with a sentence that says which and why', () => {
    expect(() => readConfig({ PORT: 'tiga ribu' })).toThrow(/PORT must be a number/)
    expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL must begin with postgres/)
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(BadConfig)
    expect(() => readConfig({ NODE_ENV: 'production', PENDOPO_SECRET: 'x'.repeat(32), PENDOPO_DEMO: 'yes' })).toThrow(/known passwords/)
  })
})
