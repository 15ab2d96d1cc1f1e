import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Services } from '../web/services.ts'
import type { Belongings } from './belonging.ts'
import { filesOf, linesOf, peopleOf, type LeavingFile } from './leaving.ts'
import { formatNumber, type Manifest } from './manifest.ts'
import { rowsEntry } from './reading.ts'
import { shapeOf } from './shape.ts'
import { entriesOf } from './stored-files.ts'
import { createArchive, type ArchiveWriter } from './writing.ts'

/** A unit that leaves, as those who know units describe it. */
export interface Departure {
  from: Manifest['from']
  /** The unit and what leaves with it. */
  unitIds: readonly string[]
  /** How they are to be found again elsewhere; goes into `units.json`. */
  units: unknown
  product: string
  belongings: readonly Belongings[]
  names(tx: Tx, ids: readonly string[]): Promise<Map<string, { name: string }>>
}

export interface Exported {
  manifest: Manifest
  /** Files whose bytes the store no longer has, or has changed. */
  lost: string[]
}

/**
 * Writes everything units own into one archive, as it is at one moment. The file appears under its name only when it
 * is complete.
 */
export async function exportUnits(services: Services, governmentId: string, path: string, log: (text: string) => void, departure: (tx: Tx) => Promise<Departure>): Promise<Exported> {
  if (existsSync(path)) throw new Error(`${path} exists already.`)
  const partial = `${path}.partial`
  const madeAt = new Date()
  const archive = await createArchive(partial, madeAt)
  try {
    const rows = await services.database.of(governmentId).transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async tx => {
      await sql`set local timezone to 'UTC'`.execute(tx)
      return writeRows(await departure(tx), tx, archive, log)
    })
    // Bytes never change, so they are read after the moment of the rows.
    const kept: string[] = []
    const lost: string[] = []
    for (const file of rows.leavingFiles) {
      const contents = await readFile(services, governmentId, file)
      if (!contents) {
        lost.push(file.id)
        continue
      }
      for (const [name, body] of contents) await archive.add(name, [body], false)
      kept.push(file.line)
      if (kept.length % 200 === 0) log(`  ${kept.length} of ${rows.leavingFiles.length} files`)
    }
    await archive.add('files.ndjson', asLines(kept))
    const { from, product, tables, people } = rows
    const manifest: Manifest = { format: 'pendopo-unit', number: formatNumber, product, madeAt: madeAt.toISOString(), from, tables, files: kept.length, people, entries: [...archive.written] }
    await archive.add('manifest.json', [Buffer.from(JSON.stringify(manifest, undefined, 1))])
    await archive.end()
    await rename(partial, path)
    return { manifest, lost }
  } catch (error) {
    archive.abandon()
    await rm(partial, { force: true })
    throw error
  }
}

async function writeRows(departure: Departure, tx: Tx, archive: ArchiveWriter, log: (text: string) => void) {
  const { unitIds, from, product } = departure
  const all = departure.belongings.flatMap(belongings => belongings.leave)
  const leaving = { tx, unitIds, all }
  await archive.add('units.json', [Buffer.from(JSON.stringify(departure.units))])
  const tables: Manifest['tables'] = []
  for (const belonging of all) {
    const shape = await shapeOf(tx, belonging)
    let rows = 0
    async function* counted() {
      for await (const line of linesOf(leaving, shape)) {
        rows++
        yield Buffer.from(`${line}\n`)
      }
    }
    await archive.add(rowsEntry(shape.table), counted())
    tables.push({ name: shape.table, columns: [...shape.columns], rows })
    if (rows > 0) log(`${String(rows).padStart(8)}  ${shape.table}`)
  }
  const names = await departure.names(tx, await peopleOf(leaving))
  await archive.add('people.json', [Buffer.from(JSON.stringify(Array.from(names, ([id, { name }]) => ({ id, name }))))])
  return { from, product, tables, people: names.size, leavingFiles: await filesOf(leaving) }
}

/** A file in all its widths; null when its bytes are gone or no longer what they were. */
async function readFile(services: Services, governmentId: string, file: LeavingFile): Promise<[string, Buffer][] | null> {
  try {
    const contents: [string, Buffer][] = []
    for (const { path, width } of entriesOf(file)) contents.push([path, await services.files.read(governmentId, file.id, width)])
    return createHash('sha256').update(contents[0]![1]).digest().equals(file.sha256) ? contents : null
  } catch {
    return null
  }
}

function* asLines(lines: readonly string[]): Generator<Buffer> {
  for (const line of lines) yield Buffer.from(`${line}\n`)
}
