import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { runningServer, startEmbedded } from './embedded.ts'
import { alive, serves } from './embedded/postmaster.ts'

const settings = { fsync: 'off', full_page_writes: 'off' }
let base: string
let folder: string
const helpers: ChildProcess[] = []
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'pendopo-embedded-'))
  folder = join(base, 'db')
})

afterAll(() => rm(base, { recursive: true, force: true }))

afterEach(async () => {
  for (const helper of helpers.splice(0)) helper.kill('SIGKILL')
  for (const stop of stops.splice(0).reverse()) await stop()
  await gone(folder)
})

const start = async (more: Partial<Parameters<typeof startEmbedded>[0]> = {}) => {
  const server = await startEmbedded({ folder, settings, ...more })
  stops.push(() => server.stop())
  return server
}

/** Another Node process that starts the server in the folder; prints its port and then waits. */
async function startElsewhere(): Promise<{ helper: ChildProcess; port: number; url: string }> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)}, settings: ${JSON.stringify(settings)} })
    process.send({ port: server.port, url: server.url('postgres') })
    process.on('message', async () => { await server.stop(); process.send({ stopped: true }); process.disconnect() })
  `
  const helper = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  helpers.push(helper)
  const [said] = await once(helper, 'message')
  return { helper, port: said.port, url: said.url }
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

async function until(what: () => Promise<boolean>, limit = 15_000): Promise<void> {
  for (const end = Date.now() + limit; Date.now() < end; await pause(20)) if (await what()) return
  throw new Error('did not happen in time')
}

/** The shells that would end this server when its process dies. */
async function watchersOf(postmaster: number): Promise<number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(processes.map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')))
  return processes.filter((_, at) => commands[at]?.includes(`pendopo-database-watch\0${postmaster}\0`)).map(Number)
}

const gone = (at: string) => until(async () => !(await runningServer(at).catch(() => undefined)))

const answers = (url: string) => ask(url, 'select 1').then(() => true, () => false)

describe('an embedded server', { timeout: 60_000 }, () => {
  test('is made at the first start, keeps its rows and its port, and starts again at once', async () => {
    const first = await start()
    await ask(first.url('postgres'), "create table letter as select 'Undangan Musrenbang' as subject")
    expect(await runningServer(folder)).toMatchObject({ port: first.port })
    await first.stop()
    expect(await runningServer(folder)).toBeUndefined()
    expect((await stat(join(folder, 'superuser.secret'))).mode & 0o777).toBe(0o600)

    const before = performance.now()
    const second = await start()
    expect(performance.now() - before).toBeLessThan(1_500)
    expect(second.port).toBe(first.port)
    expect(await ask(second.url('postgres'), 'select subject from letter')).toEqual(['Undangan Musrenbang'])
  })

  test('speaks UTF-8, checks its pages, keeps UTC and asks for a password', async () => {
    const server = await start()
    const shown = await ask(server.url('postgres'), `select current_setting('server_encoding'), current_setting('data_checksums'),
      current_setting('timezone'), current_setting('jit'), current_setting('wal_level'), upper('é'), current_setting('fsync')`)
    expect(shown).toEqual(['UTF8', 'on', 'UTC', 'off', 'replica', 'É', 'off'])
    await expect(ask(server.url('postgres').replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
  })

  test('says why it cannot start', async () => {
    await expect(start({ settings: { ...settings, shared_buffers: 'plenty' } })).rejects.toThrow(/invalid value for parameter "shared_buffers"/)
  })

  test('says why when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await expect(start({ port })).rejects.toThrow(/Address already in use/)
    other.close()
  })

  test('starts once when two ask for it at the same time, even the first time', async () => {
    const [one, two] = await Promise.all([start({ folder: join(base, 'new') }), start({ folder: join(base, 'new') })])
    expect(one.port).toBe(two.port)
    expect(await ask(one.url('postgres'), 'select pg_postmaster_start_time()::text')).toEqual(
      await ask(two.url('postgres'), 'select pg_postmaster_start_time()::text'))
  })

  test('is not disturbed by a process number that now belongs to another program', async () => {
    const first = await start()
    await first.stop()
    const lines = [process.pid, join(folder, 'cluster'), 1, first.port, '', '127.0.0.1', '', 'ready   ']
    await writeFile(join(folder, 'cluster', 'postmaster.pid'), `${lines.join('\n')}\n`)
    const second = await start()
    expect(await ask(second.url('postgres'), 'select 1')).toEqual([1])
  })

  test('refuses a folder that another machine uses now', async () => {
    const first = await start()
    const copy = join(base, 'copy')
    await first.stop()
    await cp(folder, copy, { recursive: true })
    const record = JSON.parse(await readFile(join(copy, 'server.json'), 'utf8'))
    await writeFile(join(copy, 'server.json'), JSON.stringify({ ...record, host: 'another-container', process: 'x' }))
    const waiting = startEmbedded({ folder: copy, settings }).then((server) => server.stop(), (error: Error) => error.message)
    const renewed = setInterval(() => void writeFile(join(copy, 'server.json'), JSON.stringify({ ...record, host: 'another-container', process: 'x' })), 300)
    expect(await Promise.race([waiting, pause(700)])).toBeUndefined()
    clearInterval(renewed)
    await rm(join(copy, 'server.json'))
    await waiting
  })
})

describe('several processes on one folder', () => {
  test('one that joins leaves the server to its owner when it stops', async () => {
    const { port, url } = await startElsewhere()
    const joined = await start()
    expect(joined.port).toBe(port)
    await joined.stop()
    expect(await answers(url)).toBe(true)
  })

  test('one that joined keeps the server, on its port, when the owner stops it', async () => {
    const { helper, url } = await startElsewhere()
    const joined = await start()
    helper.send('stop')
    await once(helper, 'message')
    await until(() => answers(url))
    expect(joined.url('postgres')).toBe(url)
    await joined.stop()
    expect(await answers(url)).toBe(false)
  })

  test('a server whose process was killed ends by itself, and the next start finds every committed row', async () => {
    const { helper, url } = await startElsewhere()
    await ask(url, 'create table disposition as select 7 as number')
    helper.kill('SIGKILL')
    const server = await start()
    expect(await ask(server.url('postgres'), 'select number from disposition')).toEqual([7])

    await server.stop()
    const again = await startElsewhere()
    again.helper.kill('SIGKILL')
    await until(async () => !(await answers(again.url)), 3_000)
  })
})

describe.runIf(process.platform === 'linux')('an orphan', () => {
  test('that lost both its process and its watcher is taken over by the next start, and stops with it', async () => {
    const { helper, port } = await startElsewhere()
    const { pid } = (await runningServer(folder)) ?? { pid: 0 }
    for (const watcher of await watchersOf(pid)) process.kill(watcher, 'SIGKILL')
    helper.kill('SIGKILL')
    await once(helper, 'exit')
    const server = await start()
    expect(await runningServer(folder)).toMatchObject({ pid, port })
    await server.stop()
    expect(await serves(pid, join(folder, 'cluster'))).toBe(false)
  })
})

describe('a server that falls', () => {
  test('is brought back on its port after kill -9, with every committed row, and stops cleanly later', async () => {
    const reasons: string[] = []
    const server = await start({ onExit: (reason) => reasons.push(reason) })
    const url = server.url('postgres')
    await ask(url, 'create table receipt (number int)')
    for (let round = 1; round <= 3; round++) {
      await ask(url, `insert into receipt values (${round})`)
      const { pid } = (await runningServer(folder)) ?? { pid: 0 }
      process.kill(pid, 'SIGKILL')
      await until(async () => !alive(pid))
      await until(() => answers(url))
    }
    expect(await ask(url, 'select number from receipt order by 1')).toEqual([1, 2, 3])
    expect(reasons).toEqual([])
    await server.stop()
    expect(await answers(url)).toBe(false)
  })

  test('is given up, with the reason, when it falls again and again', async () => {
    const reasons: string[] = []
    const server = await start({ onExit: (reason) => reasons.push(reason) })
    await until(async () => {
      const found = await runningServer(folder)
      if (found) process.kill(found.pid, 'SIGKILL')
      return reasons.length > 0
    })
    expect(reasons).toEqual([expect.stringMatching(/fell 9 times within a minute/)])
    await server.stop()
  })

  test('ends on request even when its folder was taken away', async () => {
    const server = await start()
    const { pid } = (await runningServer(folder)) ?? { pid: 0 }
    await rm(folder, { recursive: true })
    await server.stop()
    expect(alive(pid)).toBe(false)
  })
})
