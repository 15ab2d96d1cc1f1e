import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Account, accountFor } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { createCluster, openFolder, type Places, placesOf, secretOf } from './cluster.ts'
import { type Child, launch, stopServer, stopWhenWeDie } from './launch.ts'
import { clearOwner, otherMachine, ownerLives, pulse, readOwner, renewOwner, writeOwner } from './owner.ts'
import { type Postmaster, postmasterOf, serves } from './postmaster.ts'

/** Milliseconds to wait before each further attempt; after the last one we give up. */
const backOff = [0, 100, 250, 500, 1_000, 2_000, 4_000, 8_000]
/** At a first start a mistake in the settings should be said soon. */
const firstBackOff = backOff.slice(0, 4)
/** A server that fell down this often within a minute is not worth another start. */
const mostFalls = 8
/** How long a server that says it is ready may leave us without an answer. */
const patience = 60_000

export interface Options {
  folder: string
  port?: number
  onExit?: (reason: string) => void
  log?: (line: string) => void
  settings?: Record<string, string>
}

export const urlOf = (database: string, port: number, password: string) =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`

/** Keeps one server up: starts it or joins the one that runs, brings it back when it falls, stops it if it is ours. */
export class Supervisor {
  port = 0
  readonly #options: Options
  readonly #places: Places
  readonly #handle = randomUUID()
  readonly #log: (line: string) => void
  #password = ''
  #postmaster = 0
  #child: Child | undefined
  /** There is one while the server is ours. */
  #lifeline: { cut(): void } | undefined
  #timer: NodeJS.Timeout | undefined
  #renewed = 0
  #falls: number[] = []
  #reviving: Promise<void> | undefined
  #stopping: Promise<void> | undefined

  constructor(options: Options) {
    this.#options = options
    this.#places = placesOf(options.folder)
    this.#log = options.log ?? (() => {})
  }

  url(database: string): string {
    return urlOf(database, this.port, this.#password)
  }

  async start(): Promise<void> {
    const binaries = await findBinaries()
    await openFolder(this.#places)
    await this.#waitForOtherMachine()
    const account = await accountFor(this.#places.cluster, [binaries.postgres, `${binaries.root}/share/postgresql/postgres.bki`])
    this.#password = await secretOf(this.#places)
    await createCluster(this.#places, binaries, account, this.#password, this.#options.settings?.fsync !== 'off')
    await this.#bringUp(binaries, account, firstBackOff)
    this.#watch(binaries, account)
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop())
  }

  async #stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#reviving?.catch(() => undefined)
    if (!this.#lifeline) return
    const { cluster, record } = this.#places
    await stopServer(this.#postmaster, cluster, this.#child?.alive ?? (() => serves(this.#postmaster, cluster)))
    this.#lifeline.cut()
    const owner = await readOwner(record)
    if (owner?.handle === this.#handle) await clearOwner(record, owner)
  }

  /** Attaches to the live server or starts one; throws after the last of the `waits`. */
  async #bringUp(binaries: Binaries, account: Account, waits: number[]): Promise<void> {
    let failures = 0
    let since = Date.now()
    while (!this.#stopping) {
      const found = await postmasterOf(this.#places.cluster)
      if (found?.status === 'ready' && (await this.#answers(found.port))) return this.#attach(found, account)
      if (found) {
        if (found.status !== 'ready') since = Date.now()
        if (Date.now() - since > patience) throw new Error(`The database in ${this.#places.folder} runs (process ${found.pid}) but does not answer`)
        await pause(20)
        continue
      }
      try {
        return await this.#launch(binaries, account)
      } catch (error) {
        const wait = waits[++failures]
        if (wait === undefined) throw error
        this.#log(`start failed, attempt ${failures + 1} in ${wait} ms: ${error instanceof Error ? error.message : String(error)}`)
        await pause(wait)
        since = Date.now()
      }
    }
  }

  async #launch(binaries: Binaries, account: Account): Promise<void> {
    const last = await readOwner(this.#places.record)
    const child = await launch({
      binaries, account, places: this.#places, log: this.#log, settings: this.#options.settings ?? {},
      port: this.#options.port, preferredPort: this.port || last?.port || 0,
    })
    await this.#own(child, account)
    this.#child = child
  }

  /** Joins a running server; one whose owner died becomes ours. */
  async #attach(found: Postmaster, account: Account): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      const owner = await readOwner(this.#places.record)
      if (owner?.postmaster === found.pid) {
        if (!(await ownerLives(owner))) break
        this.#child = undefined
        this.#postmaster = found.pid
        this.port = found.port
        return this.#log(`joined the server of process ${owner.processId} on port ${found.port}`)
      }
      // Its starter writes the record right after the server is ready.
      await pause(50)
    }
    this.#child = undefined
    await this.#own(found, account)
    this.#log(`took over the server ${found.pid} whose process had died`)
  }

  async #own({ pid, port }: { pid: number; port: number }, account: Account): Promise<void> {
    this.#postmaster = pid
    this.port = port
    this.#lifeline?.cut()
    this.#lifeline = stopWhenWeDie(pid, account)
    await writeOwner(this.#places.record, this.#handle, pid, port)
  }

  async #answers(port: number): Promise<boolean> {
    const client = new pg.Client({ connectionString: urlOf('postgres', port, this.#password), connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return true
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '28P01') {
        throw new Error(`The database in ${this.#places.folder} does not accept the password in ${this.#places.secret}`, { cause: error })
      }
      // More connections than allowed: it lives and is busy.
      return error instanceof pg.DatabaseError && error.code === '53300'
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  #watch(binaries: Binaries, account: Account): void {
    const revive = () => {
      if (this.#stopping || this.#reviving) return
      this.#reviving = this.#revive(binaries, account).finally(() => {
        this.#reviving = undefined
        hook()
      })
      this.#reviving.catch(() => undefined)
    }
    const hook = () => void this.#child?.ended.then(revive)
    hook()
    this.#timer = setInterval(() => {
      if (!this.#child) serves(this.#postmaster, this.#places.cluster).then((there) => there || revive()).catch(() => undefined)
      if (Date.now() - this.#renewed < pulse) return
      this.#renewed = Date.now()
      if (this.#lifeline) void renewOwner(this.#places.record)
    }, 300)
    this.#timer.unref()
  }

  async #revive(binaries: Binaries, account: Account): Promise<void> {
    this.#lifeline?.cut()
    this.#lifeline = undefined
    this.#child = undefined
    const before = this.port
    this.#falls = [...this.#falls.filter((at) => at > Date.now() - 60_000), Date.now()]
    try {
      if (this.#falls.length > mostFalls) throw new Error(`it fell ${this.#falls.length} times within a minute`)
      this.#log('the server is gone, bringing it back')
      await this.#bringUp(binaries, account, backOff)
      if (!this.#stopping && this.port !== before) throw new Error(`it came back on port ${this.port} instead of ${before}`)
    } catch (error) {
      clearInterval(this.#timer)
      this.#options.onExit?.(error instanceof Error ? error.message : String(error))
    }
  }

  /** A container that was replaced may still be ending; one that really runs is not to be disturbed. */
  async #waitForOtherMachine(): Promise<void> {
    for (const end = Date.now() + 30_000; ; await pause(500)) {
      const other = await otherMachine(this.#places.record)
      if (!other) return
      if (Date.now() > end) throw new Error(`The data folder ${this.#places.folder} is in use by another machine or container (${other}). One folder belongs to one machine.`)
    }
  }
}
