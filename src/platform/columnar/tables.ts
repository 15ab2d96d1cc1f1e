import { mkdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config/config.ts'
import { Problem } from '../web/problems.ts'
import type { Disk } from '../files/disk.ts'
import { uuidv7 } from '../offline/browser/bytes.ts'
import type { SureName } from './checking/check.ts'
import type { AnsweredSql } from './asking/ask-sql.ts'
import type { Comparison } from './asking/compare.ts'
import { statementOf } from './asking/statement.ts'
import { passingFolder, passingName } from './process/leftovers.ts'
import { makeLane, type How, type Lane, type LaneShape } from './process/lane.ts'
import { query as querySchema, type Answer, type Cell, type Query } from './query.ts'
import { outgoing } from './outgoing.ts'
import { placed, refuseNames } from './placing.ts'
import { writeLines } from './row-lines.ts'
import { violationWords } from './violation-words.ts'
import { makeShelf } from './shelf.ts'
import type { Column, StoredTable } from './table.ts'
import type { Answers, Checked, Chosen, Region, Taken } from './taken.ts'
import { plainReading } from './taking/reading.ts'
import type { Placed } from './writing/keep.ts'
import type { Format } from './formats.ts'

/** Who asks, and what he may use up. */
export interface Asker {
  /** Whose turn a question takes, e.g. an account or an address; the government's when left out. */
  asker?: string
  /** Milliseconds one question may be worked at. */
  milliseconds?: number
}

/** A file to be taken: where it lies, what it is called, and which sheet and row of headings a person chose. */
export interface Source {
  path: string
  name: string
  /** Of `sheets`, from 0. */
  sheet?: number
  heading?: number
}

/** Long work tells how far it is, 0 to 1. */
export interface Working {
  tellProgress?: (progress: number) => void
}

/** An answer to SQL; `more` when there are further rows than were taken. */
export type SqlAnswer = AnsweredSql & { milliseconds: number }

/** Tables kept as Parquet files on the disk, and questions to them. */
export interface Tables {
  /**
   * Reads a file of this machine once, whatever it is by its content, and stages it on the disk until it is let go.
   * @throws SourceRefused for what is no table, with what to do
   */
  take(governmentId: string, source: Source, how?: Working): Promise<Taken>
  /** Holds what was taken against its columns; every violation is counted and kept. `names` are texts whose region people have confirmed. */
  check(governmentId: string, taken: Taken, columns: readonly Chosen[], known: { regions?: readonly Region[]; names?: Answers['regions'] }, how?: Working): Promise<Checked>
  /** All violations of the last check as CSV. */
  violations(governmentId: string, taken: Taken): Promise<Readable>
  /**
   * Keeps what was taken as a table.
   * @throws SourceRefused when cells do not fit and nobody said what becomes of them
   */
  keep(governmentId: string, taken: Taken, columns: readonly Chosen[], answers?: Answers, how?: Working): Promise<StoredTable>
  /** Lets go of what was taken. */
  letGo(governmentId: string, taken: Pick<Taken, 'id'>): Promise<void>
  /**
   * Keeps rows that a module made as a table; the cells come in the order of the columns, days and instants as ISO text.
   * @throws Error for a cell that does not fit its column
   */
  keepRows(governmentId: string, columns: readonly Column[], rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>): Promise<StoredTable>
  /**
   * Answers a question to a table.
   * @throws Problem on `query` for what the table does not have, or what goes over the limits; TooMany when too many wait
   */
  query(governmentId: string, table: StoredTable, query: Query, by?: Asker): Promise<Answer>
  /**
   * What a question answers as a file, read piece by piece; the file is gone when it has been read. Without `limit` all rows.
   * @throws as `query` does, before the first byte
   */
  export(governmentId: string, table: StoredTable, query: Query, format: Format, by?: Asker): Promise<Readable>
  /**
   * Answers one SELECT in SQL that somebody typed, over tables by the names it may call them. Only what computes is allowed:
   * no files, settings, catalogue, other statements or WITH.
   * @throws Problem on `sql` or `query`; TooMany
   */
  sql(governmentId: string, tables: Readonly<Record<string, StoredTable>>, text: string, by?: Asker & { rows?: number }): Promise<SqlAnswer>
  /** Compares two versions of a table, row by row when `key` names columns that make each row known again. */
  compare(governmentId: string, before: StoredTable, after: StoredTable, key: readonly string[], by?: Asker): Promise<Comparison>
  /** Takes the table away for good. */
  remove(governmentId: string, table: Pick<StoredTable, 'id'>): Promise<void>
  /** Ends the processes. */
  close(): void
}

const second = 1000
const minute = 60 * second
const mega = 1_000_000
/** Time a question, a download and the work on an upload may take. */
const times = { question: 10 * second, download: 5 * minute, work: 30 * minute }
/** Bytes of text an answer may have, and of a file that is downloaded. */
const sizes = { answer: 32 * mega, download: 8000 * mega }
/** Rows an answer to SQL may have when nobody says how many, and letters of the SQL. */
const sqlRows = 32_000
const longestSql = 20_000
/** Rows of each kind shown of a comparison. */
const comparedRows = 50
/** Rows of a download when nobody says how many. */
const allRows = 10_000_000_000

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Opens the tables of this installation; processes start when they are needed. */
export function makeTables(config: Config, disk: Disk): Tables {
  const root = join(config.data, 'tables')
  const folders = { shelf: join(root, 'shelf'), work: join(root, 'work'), temp: join(root, 'temp') }
  const shelf = makeShelf(disk, folders.shelf, config.TABLES_CACHE_MB * mega)
  const lanes = new Map<string, Lane>()
  const shapes: Record<'questions' | 'downloads' | 'uploads', Omit<LaneShape, 'bounds'> & { memory: number; nice: number }> = {
    questions: { processes: config.TABLES_PROCESSES, queue: 12, patience: 20 * second, idle: 10 * minute, memory: config.TABLES_MEMORY_MB, nice: 0, about: 'question' },
    downloads: { processes: 1, queue: 4, patience: 2 * minute, idle: minute, memory: config.TABLES_MEMORY_MB, nice: 5, about: 'question' },
    uploads: { processes: 1, queue: 20, patience: 60 * minute, idle: minute, memory: config.TABLES_MEMORY_MB * 2, nice: 10, about: 'file' },
  }

  function lane(name: keyof typeof shapes): Lane {
    const open = lanes.get(name)
    if (open) return open
    mkdirSync(folders.shelf, { recursive: true, mode: 0o700 })
    passingFolder(folders.work)
    passingFolder(folders.temp)
    const { memory, nice, ...shape } = shapes[name]
    const made = makeLane({ ...shape, bounds: { memory, nice, threads: config.TABLES_THREADS, temp: folders.temp, spill: config.TABLES_TEMP_MB, folders: [folders.shelf, folders.work] } })
    lanes.set(name, made)
    return made
  }

  const keyOf = (governmentId: string, id: string) => {
    if (!isId.test(id) || !isId.test(governmentId)) throw new Error(`no table is called ${id}`)
    return `${governmentId}/tables/${id}.parquet`
  }
  const turn = (governmentId: string, { asker, milliseconds }: Asker, usual: number): How => ({ asker: asker ?? governmentId, milliseconds: milliseconds ?? usual })

  /** A path for a file that is gone after the work. */
  async function passing<T>(ending: string, work: (path: string) => Promise<T>): Promise<T> {
    await mkdir(folders.work, { recursive: true, mode: 0o700 })
    const path = join(folders.work, passingName(`.${ending}`))
    try {
      return await work(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  async function keepStaged(governmentId: string, staged: string, columns: readonly Placed[], rest: { without: string | null; strict: boolean }, how: How): Promise<StoredTable> {
    refuseNames(columns)
    return passing('parquet', async to => {
      const kept = await lane('uploads').run('keep', { staged, columns, to, ...rest }, how)
      const id = uuidv7()
      await disk.putFile(keyOf(governmentId, id), to)
      return { id, columns: columns.map(({ column }) => column), ...kept }
    })
  }

  const takenKey = (governmentId: string, id: string, part: 'cells' | 'violations' | 'names') => {
    if (!isId.test(id) || !isId.test(governmentId)) throw new Error(`nothing was taken as ${id}`)
    return `${governmentId}/taken/${id}.${part}`
  }

  return {
    take: (governmentId, { path, name, sheet, heading }, how = {}) =>
      passing('parquet', to => passing('between', async between => {
        const taken = await lane('uploads').run('take', { path, name, sheet, heading, to, between }, { ...turn(governmentId, {}, times.work), ...how })
        const id = uuidv7()
        await disk.putFile(takenKey(governmentId, id, 'cells'), to)
        return { id, ...taken }
      })),

    check: (governmentId, taken, columns, { regions = [], names: confirmed = {} }, how = {}) =>
      shelf.with(takenKey(governmentId, taken.id, 'cells'), staged => passing('regions', known => passing('parquet', violations => passing('names', async names => {
        if (regions.length > 0) await writeFile(known, JSON.stringify(regions.map(({ code, name, parent }) => ({ code, name, parent }))), { mode: 0o600 })
        const checked = await lane('uploads').run('check', { staged, columns: placed(taken, columns), regions: regions.length > 0 ? known : null, confirmed, violations, names }, { ...turn(governmentId, {}, times.work), ...how })
        for (const [part, path] of [['violations', violations], ['names', names]] as const) {
          await shelf.forget(takenKey(governmentId, taken.id, part))
          await disk.putFile(takenKey(governmentId, taken.id, part), path)
        }
        return checked
      })))),

    async violations(governmentId, taken) {
      const to = join(folders.work, passingName('.csv'))
      await shelf.with(takenKey(governmentId, taken.id, 'violations'), path =>
        lane('downloads').run('writeViolations', { violations: path, titles: taken.columns.map(({ name, title }) => ({ name, title })), words: violationWords(), to }, turn(governmentId, {}, times.download)))
      return outgoing(to, 'csv')
    },

    keep: (governmentId, taken, columns, { regions = {}, masked = [], unfit = 'refuse' } = {}, how = {}) =>
      shelf.with(takenKey(governmentId, taken.id, 'cells'), async staged => {
        const sure = await disk.get(takenKey(governmentId, taken.id, 'names')).then(bytes => JSON.parse(bytes.toString('utf8')) as SureName[], () => [])
        const all = placed(taken, columns).map(one => ({
          ...one,
          masked: masked.includes(one.column.name),
          names: [...Object.entries(regions[one.column.name] ?? {}).map(([text, code]) => ({ text, beside: null, code })), ...sure.filter(({ column }) => column === one.column.name)],
        }))
        const keepAll = (without: string | null) => keepStaged(governmentId, staged, all, { without, strict: unfit === 'refuse' }, { ...turn(governmentId, {}, times.work), ...how })
        return unfit === 'leave-out' ? shelf.with(takenKey(governmentId, taken.id, 'violations'), keepAll) : keepAll(null)
      }),

    async letGo(governmentId, { id }) {
      for (const part of ['cells', 'violations', 'names'] as const) {
        await shelf.forget(takenKey(governmentId, id, part))
        await disk.delete(takenKey(governmentId, id, part)).catch(() => {})
      }
    },

    keepRows: (governmentId, columns, rows) =>
      passing('jsonl', lines => passing('parquet', async staged => {
        const how = turn(governmentId, {}, times.work)
        await writeLines(lines, columns.length, rows)
        await lane('uploads').run('stageRows', { lines, columns, to: staged }, how)
        return keepStaged(governmentId, staged, columns.map((column, i) => ({ column, from: `c${i}`, reading: plainReading })), { without: null, strict: false }, how)
      })),

    async query(governmentId, table, asked, by = {}) {
      const began = performance.now()
      const query = querySchema.parse(asked)
      return shelf.with(keyOf(governmentId, table.id), async path => {
        const statement = statementOf(table.columns, query, path)
        const { rows, total } = await lane('questions').run('ask', { ...statement, bytes: sizes.answer, all: table.rows }, turn(governmentId, by, times.question))
        return { columns: statement.columns, rows, total, milliseconds: Math.round(performance.now() - began) }
      })
    },

    async export(governmentId, table, asked, format, by = {}) {
      const query = querySchema.parse(asked)
      const to = join(folders.work, passingName(`.${format}`))
      const titles = new Map(table.columns.map(({ name, title }) => [name, title]))
      await shelf.with(keyOf(governmentId, table.id), async path => {
        const { rows, columns } = statementOf(table.columns, query, path, allRows)
        await lane('downloads').run('write', { rows, columns: columns.map(column => ({ ...column, title: titles.get(column.name) ?? column.name })), format, to, bytes: sizes.download }, turn(governmentId, by, times.download))
      })
      return outgoing(to, format)
    },

    async sql(governmentId, given, text, { rows = sqlRows, ...by } = {}) {
      const began = performance.now()
      if (text.length > longestSql) throw new Problem('sql', 'SQL ini terlalu rumit. Pecah menjadi beberapa pertanyaan.')
      const entries = Object.entries(given)
      const withAll = <T>(i: number, paths: string[], work: (all: string[]) => Promise<T>): Promise<T> =>
        i === entries.length ? work(paths) : shelf.with(keyOf(governmentId, entries[i]![1].id), path => withAll(i + 1, [...paths, path], work))
      return withAll(0, [], async paths => {
        const named = Object.fromEntries(entries.map(([name, { columns }], i) => [name, { path: paths[i]!, columns }]))
        const answer = await lane('questions').run('askSql', { sql: text, tables: named, rows, bytes: sizes.answer }, turn(governmentId, by, times.question))
        return { ...answer, milliseconds: Math.round(performance.now() - began) }
      })
    },

    compare: (governmentId, before, after, key, by = {}) =>
      shelf.with(keyOf(governmentId, before.id), old => shelf.with(keyOf(governmentId, after.id), young =>
        lane('downloads').run('compare', { before: { path: old, columns: before.columns }, after: { path: young, columns: after.columns }, key, shown: comparedRows }, turn(governmentId, by, times.download)))),

    async remove(governmentId, { id }) {
      const key = keyOf(governmentId, id)
      await shelf.forget(key)
      await disk.delete(key)
    },
    close() {
      for (const open of lanes.values()) open.close()
    },
  }
}
