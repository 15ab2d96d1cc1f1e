import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup, restore, verifyBackup } from './backup.ts'
import { segmentsBetween } from './backup/snapshot.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'

const settings = { fsync: 'off', synchronous_commit: 'off', checkpoint_timeout: '30s', max_wal_size: '48MB', min_wal_size: '32MB' }
let base: string
let folder: string
let uploads: string
let server: EmbeddedServer | undefined

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'pendopo-backup-'))
  folder = join(base, 'db')
  uploads = join(base, 'uploads')
  await mkdir(join(uploads, 'letters'), { recursive: true })
  server = await startEmbedded({ folder, settings })
})

afterAll(async () => {
  await server?.stop()
  await rm(base, { recursive: true, force: true })
})

const running = () => {
  if (!server) throw new Error('the server is not running')
  return server.url('postgres')
}

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client(running())
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Clients that write letters, each with its file, until told to stop; `acknowledged` has when each commit was answered. */
function writers(count: number) {
  const acknowledged: { id: number; at: number }[] = []
  let going = true
  let next = 0
  const one = async () => {
    const client = new pg.Client(running())
    await client.connect()
    while (going) {
      const id = next++
      await writeFile(join(uploads, 'letters', `${id}.txt`), `letter ${id}`)
      await client.query("insert into letter (id, body) values ($1::bigint, repeat(md5($1::bigint::text), 50))", [id])
      acknowledged.push({ id, at: Date.now() })
      await pause(10)
      if (id % 3 === 0) await client.query('update letter set body = reverse(body) where id = $1', [id])
    }
    await client.end()
  }
  const all = Promise.all(Array.from({ length: count }, one))
  return {
    acknowledged,
    stop: () => {
      going = false
      return all
    },
  }
}

/** Ends log files and has the server drop the old ones, until told to stop. */
function recycle() {
  let going = true
  const all = (async () => {
    while (going) {
      await ask('select pg_switch_wal()')
      await ask('checkpoint')
      await pause(400)
    }
  })()
  return {
    stop: () => {
      going = false
      return all
    },
  }
}

describe('a backup made while people write', { timeout: 60_000 }, () => {
  let target: string
  let saved: string

  test('brings back every write acknowledged before it ended, with its file, after the folder is lost', async () => {
    target = join(base, 'backup')
    await ask('create table letter (id bigint primary key, body text not null)')
    await ask('create unlogged table counter as select 1 as n')
    const load = writers(4)
    // Logs come and go meanwhile: without a hold on them the backup would miss some.
    const recycling = recycle()
    const lines: string[] = []
    const made = await backup({ url: running(), dataFolder: folder, filesFolder: uploads, target, log: (line) => lines.push(line) })
    await Promise.all([load.stop(), recycling.stop()])
    expect(lines.at(-1)).toContain(target)

    await server?.stop()
    server = undefined
    saved = await readFile(join(folder, 'superuser.secret'), 'utf8')
    await rm(folder, { recursive: true })
    await rm(uploads, { recursive: true })

    await restore(target, folder, { filesFolder: uploads })
    server = await startEmbedded({ folder, settings })
    const found = new Set((await ask<{ id: string }>('select id from letter')).map(({ id }) => Number(id)))
    const promised = load.acknowledged.filter(({ at }) => at < Date.parse(made.coversUntil))
    expect(promised.length).toBeGreaterThan(50)
    expect(promised.filter(({ id }) => !found.has(id))).toEqual([])
    for (const id of found) expect(await readFile(join(uploads, 'letters', `${id}.txt`), 'utf8')).toBe(`letter ${id}`)
    expect(await ask("select count(*)::int as wrong from letter where length(body) <> 1600")).toEqual([{ wrong: 0 }])
    expect(await readFile(join(folder, 'superuser.secret'), 'utf8')).toBe(saved)
  })

  test('leaves nothing behind in the server, and the restored one can be written and backed up again', async () => {
    expect(await ask('select slot_name from pg_replication_slots')).toEqual([])
    await ask("insert into letter values (-1, 'after the restore')")
    const again = join(base, 'again')
    const made = await backup({ url: running(), dataFolder: folder, target: again })
    expect(made.withFiles).toBe(false)
    await restore(again, join(base, 'second'))
    const second = await startEmbedded({ folder: join(base, 'second'), settings })
    const client = new pg.Client(second.url('postgres'))
    await client.connect()
    expect((await client.query('select body from letter where id = -1')).rows).toEqual([{ body: 'after the restore' }])
    await client.end()
    await second.stop()
  })

  test('holds nothing of the running server, and is closed to others', async () => {
    const top = await readdir(join(target, 'data', 'cluster'))
    expect(top).toContain('backup_label')
    expect(top).not.toContain('postmaster.pid')
    expect(await readdir(join(target, 'data', 'cluster', 'pg_replslot'))).toEqual([])
    expect((await readdir(base)).filter((name) => name.includes('.partial'))).toEqual([])
  })

  test('is not restored over anything', async () => {
    const before = await readdir(folder)
    await expect(restore(target, folder, { filesFolder: join(base, 'x') })).rejects.toThrow(/is not empty/)
    expect(await readdir(folder)).toEqual(before)
    await expect(restore(target, join(base, 'fresh'))).rejects.toThrow(/holds uploaded files/)
    await expect(backup({ url: running(), dataFolder: folder, target })).rejects.toThrow(/is not empty/)
  })

  test('is refused when a file of it is damaged, missing or shortened, and nothing is restored', async () => {
    const damaged = target
    const lost = join(base, 'lost')
    await appendFile(join(damaged, 'data', 'cluster', 'PG_VERSION'), 'x')
    await rm(join(damaged, 'data', 'cluster', 'backup_label'))
    await truncate(join(damaged, 'data', 'cluster', 'global', 'pg_control'), 100)
    await expect(verifyBackup(damaged)).rejects.toThrow(/PG_VERSION has changed, data\/cluster\/backup_label is missing, data\/cluster\/global\/pg_control has changed/)
    await expect(restore(damaged, lost, { filesFolder: join(base, 'lost-files') })).rejects.toThrow(/is damaged/)
    await writeFile(join(damaged, 'manifest.json'), (await readFile(join(damaged, 'manifest.json'), 'utf8')).replace('18', '17'))
    await expect(restore(damaged, lost, { filesFolder: join(base, 'lost-files') })).rejects.toThrow(/manifest.json is not as it was written/)
    expect((await readdir(base)).filter((name) => name.includes('lost'))).toEqual([])
  })
})

describe('a backup that cannot be made', () => {
  test('says so when the server keeps its data elsewhere, and leaves nothing', async () => {
    const other = join(base, 'other')
    await mkdir(other)
    await expect(backup({ url: running(), dataFolder: other, target: join(base, 'never') })).rejects.toThrow(/keeps its data in/)
    await expect(backup({ url: running(), dataFolder: folder, target: join(folder, 'cluster', 'b') })).rejects.toThrow(/cannot lie inside/)
    expect((await readdir(base)).filter((name) => name.includes('never'))).toEqual([])
  })
})

test('files of the log are counted across the border of a log number', () => {
  expect(segmentsBetween('0000000100000000000000FE', '000000010000000100000001', 16n * 1024n * 1024n)).toBe(4)
})
