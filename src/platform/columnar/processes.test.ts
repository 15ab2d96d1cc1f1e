import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem, TooMany } from '../web/problems.ts'
import type { StoredTable } from './table.ts'
import type { Tables } from './tables.ts'
import { aGovernmentId, someTables } from './testing.ts'

let tables: Tables
let folder: string
let end: () => void
let table: StoredTable
beforeAll(async () => {
  const made = await someTables({ TABLES_MEMORY_MB: '128', TABLES_TEMP_MB: '100', TABLES_PROCESSES: '2', TABLES_THREADS: '1' })
  ;({ tables, folder } = made)
  end = made.close
  table = await tables.keepRows(aGovernmentId, [{ name: 'n', title: 'N', type: 'integer' }, { name: 't', title: 'T', type: 'text' }], Array.from({ length: 30_000 }, (_, n) => [n, `baris ke-${n} dengan teks yang agak panjang`]))
})
afterAll(() => end())

const heavy = 'select count(*) from a, a as b, a as c where a.n + b.n + c.n = 7'
const sql = (text: string, by: { asker?: string; milliseconds?: number } = {}) => tables.sql(aGovernmentId, { a: table }, text, by)
const quick = async (asker: string) => expect((await tables.query(aGovernmentId, table, { limit: 1 }, { asker })).rows).toHaveLength(1)
/** How many of some have come to an end: what matters is who comes first, not how long it takes on a busy machine. */
function counting<T>(all: readonly Promise<T>[]): { ended(): number } {
  let ended = 0
  for (const one of all) void one.then(() => ended++, () => ended++)
  return { ended: () => ended }
}
async function problem(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Problem)
  return (error as Problem).problems[0]!.message.text
}
/** Processes this one started, as Linux tells. */
const children = (pid = process.pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

describe('a question that asks too much', () => {
  it('is stopped when its time is up, while others are answered', async () => {
    await Promise.all([quick('baik'), quick('lain')])
    const stopped = problem(sql(heavy, { asker: 'jahat', milliseconds: 5000 }))
    const hostile = counting([stopped])
    for (const asker of ['baik', 'baik', 'lain']) await quick(asker)
    expect(hostile.ended()).toBe(0)
    expect(await stopped).toContain('terlalu lama')
    await quick('jahat')
  }, 30_000)

  it('is stopped by a pattern that takes long, or memory it has not', async () => {
    expect(await problem(sql("select count(*) from a, a as b where regexp_matches(a.t || b.t, '(a*)*b.{0,900}x$')", { milliseconds: 1000 }))).toContain('terlalu lama')
    expect(await problem(sql("select a.t || b.t || c.n as k, count(*) from a, a as b, (select n from a limit 20) c group by 1 order by 2 desc, 1", { milliseconds: 20_000 }))).toMatch(/terlalu banyak memori|terlalu lama/)
    await quick('jahat')
  }, 40_000)

  it('is refused when its answer is too large to be taken', async () => {
    expect(await problem(tables.sql(aGovernmentId, { a: table }, 'select a.t, b.t from a, a as b', { rows: 10_000_000, milliseconds: 30_000 }))).toContain('terlalu besar')
  }, 40_000)
})

describe('somebody who asks much', () => {
  it('occupies no more than all processes but one, and is sent away when too much waits', async () => {
    const many = Array.from({ length: 14 }, () => sql(heavy, { asker: 'rakus', milliseconds: 700 }).catch((error: unknown) => error))
    const greedy = counting(many)
    await quick('sabar')
    await quick('sabar')
    // Two were sent away at once; of the others most still wait.
    expect(greedy.ended()).toBeLessThan(9)
    const ends = await Promise.all(many)
    expect(ends.filter(one => one instanceof TooMany).length).toBeGreaterThanOrEqual(1)
    expect(ends.every(one => one instanceof TooMany || one instanceof Problem)).toBe(true)
  }, 40_000)
})

describe.runIf(existsSync('/proc/self/task'))('a process of tables', () => {
  it('that dies is replaced, and only its own question fails', async () => {
    await quick('x')
    const failed = problem(sql(heavy, { milliseconds: 20_000 }))
    await rest(500)
    for (const pid of children()) if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('columnar/process/child')) process.kill(pid, 'SIGKILL')
    // One that rested died as well: what is given to it before anybody knows is done by another.
    await Promise.all([quick('x'), quick('y')])
    expect(await failed).toContain('memori')
    await quick('x')
  }, 40_000)

  it('ends with the one that started it, and what that left is taken away by the next', async () => {
    const data = mkdtempSync(join(tmpdir(), 'pendopo-tables-'))
    const script = `
      const { makeTables } = await import(${JSON.stringify(join(import.meta.dirname, 'tables.ts'))})
      const { readConfig } = await import(${JSON.stringify(join(import.meta.dirname, '../config/config.ts'))})
      const { openDisk } = await import(${JSON.stringify(join(import.meta.dirname, '../files/disk.ts'))})
      const config = readConfig({ NODE_ENV: 'test', PENDOPO_DATA: ${JSON.stringify(data)} })
      const tables = makeTables(config, await openDisk(config))
      const table = await tables.keepRows('${aGovernmentId}', [{ name: 'n', title: 'N', type: 'integer' }], Array.from({ length: 30000 }, (_, n) => [n]))
      void tables.sql('${aGovernmentId}', { a: table }, ${JSON.stringify(heavy)}, { milliseconds: 60000 })
      setTimeout(() => console.log('busy'), 500)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise(resolve => parent.stdout.once('data', resolve))
    const started = children(parent.pid)
    expect(started.length).toBeGreaterThanOrEqual(2)
    parent.kill('SIGKILL')
    const gone = () => started.every(pid => !existsSync(`/proc/${pid}`) || /State:\tZ/.test(readFileSync(`/proc/${pid}/status`, 'utf8')))
    for (let i = 0; i < 50 && !gone(); i++) await rest(100)
    expect(gone()).toBe(true)
    const temp = join(data, 'tables', 'temp')
    expect(readdirSync(temp).length).toBeGreaterThan(0)
    mkdirSync(join(temp, 'lain~1~x'))

    const next = await someTables({ PENDOPO_DATA: data })
    await next.tables.keepRows(aGovernmentId, [{ name: 'n', title: 'N', type: 'integer' }], [[1]])
    await rest(200)
    expect(readdirSync(temp).filter(name => !name.includes(`~${process.pid}~`))).toEqual(['lain~1~x'])
    next.close()
    rmSync(data, { recursive: true, force: true })
  }, 30_000)

  it('leaves nothing in the folder for what does not fit into memory', async () => {
    tables.close()
    await rest(200)
    expect([readdirSync(join(folder, 'tables', 'temp')), readdirSync(join(folder, 'tables', 'work'))]).toEqual([[], []])
  })
})
