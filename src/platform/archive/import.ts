import { z } from 'zod'
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Services } from '../web/services.ts'
import { checkColumns, look, settle, some } from './arriving.ts'
import type { Belonging, Belongings } from './belonging.ts'
import { rowsEntry, type ArchiveReader } from './reading.ts'
import { ArchiveRefused, brokenRule } from './refused.ts'
import { shapeOf, type Shape } from './shape.ts'
import { entriesOf, fileFrom, settleFile, standingOf, type ArrivingFile } from './stored-files.ts'

/** Where the units of an archive go, found by those who know units. */
export interface Placed {
  /** The unit here for each unit there, the one that moves first. */
  units: ReadonlyMap<string, string>
  /** Whether anything of the units themselves would change. */
  changes: boolean
  /** What of them is in the way here. */
  taken: readonly string[]
  /** Makes and changes the units. */
  settle(): Promise<void>
}

export interface Target {
  governmentId: string
  belongings: readonly Belongings[]
  place(tx: Tx, units: unknown): Promise<Placed>
  /** Keeps the names of people who have no account here. */
  remember(tx: Tx, people: readonly Person[], unitId: string): Promise<void>
  /** Says in the audit what arrived. */
  audit(tx: Tx, unitId: string): Promise<void>
}

const person = z.strictObject({ id: z.uuid(), name: z.string().min(1).max(200) })
type Person = z.infer<typeof person>

export interface Imported {
  /** The unit here. */
  unitId: string
  /** Nothing was changed, because everything was here. */
  already: boolean
  rows: number
  files: number
}

/**
 * Takes an archive in, all or nothing: one transaction for the rows, and files that are removed when it fails.
 * @throws ArchiveRefused with the sentence that says why
 */
export async function importUnits(services: Services, archive: ArchiveReader, target: Target, log: (text: string) => void): Promise<Imported> {
  const put: { id: string; widths: number[] }[] = []
  try {
    return await services.database.transaction(target.governmentId, async tx => {
      // Two imports at once would each miss what the other brings.
      await sql`select pg_advisory_xact_lock(hashtext('archive.import ' || platform.current_government()))`.execute(tx)
      return arrive(services, tx, archive, target, put, log)
    })
  } catch (error) {
    for (const { id, widths } of put) await services.files.remove(target.governmentId, id, widths).catch(() => {})
    throw brokenRule(error) ?? error
  }
}

async function arrive(services: Services, tx: Tx, archive: ArchiveReader, target: Target, put: { id: string; widths: number[] }[], log: (text: string) => void): Promise<Imported> {
  const placed = await target.place(tx, documentOf(await archive.text('units.json')))
  const [unitId] = placed.units.values()
  if (!unitId) throw new ArchiveRefused('The archive holds no unit.')
  const tables = await tablesOf(tx, archive, target.belongings.flatMap(one => one.leave))
  const arriving = ({ shape, columns }: Travelling) => ({ tx, shape, columns, units: placed.units })

  const wrong: string[] = [...placed.taken]
  let fresh = 0
  for (const table of tables) {
    const standing = await look(arriving(table), archive.lines(rowsEntry(table.shape.table)))
    if (standing.fresh + standing.same + standing.other.length !== table.rows) throw new ArchiveRefused(`The archive is damaged: ${table.shape.table} has other rows than its manifest says.`)
    fresh += standing.fresh
    if (standing.other.length > 0) wrong.push(`${table.shape.table} is here with other content, ${some(standing.other)}`)
    if (standing.taken.length > 0) wrong.push(`${table.shape.table} would take the place of others, ${some(standing.taken)}`)
  }
  const files: ArrivingFile[] = []
  const known: string[] = []
  for await (const line of archive.lines('files.ndjson')) {
    const file = fileFrom(line)
    const standing = await standingOf(tx, file)
    if (standing === 'fresh') files.push(file)
    else if (standing === 'same') known.push(file.id)
    else wrong.push(`a file is here with other content, ${file.id}`)
  }
  checkFiles(archive, [...files.map(file => file.id), ...known])
  if (wrong.length > 0) throw new ArchiveRefused(`The archive cannot be taken in, because it meets what is here:\n${wrong.map(one => `  · ${one}`).join('\n')}\nNothing was taken in.`)
  if (fresh === 0 && files.length === 0 && !placed.changes) return { unitId, already: true, rows: 0, files: 0 }

  await placed.settle()
  const people = z.array(person).safeParse(documentOf(await archive.text('people.json')))
  if (!people.success) throw new ArchiveRefused('The archive is damaged: its list of people cannot be read.')
  await target.remember(tx, people.data, unitId)
  let rows = 0
  for (const table of tables) {
    const written = await settle(arriving(table), archive.lines(rowsEntry(table.shape.table)))
    rows += written
    if (written > 0) log(`${String(written).padStart(8)}  ${table.shape.table}`)
  }
  for (const [at, file] of files.entries()) {
    await settleFile(tx, file, placed.units, unitId)
    put.push(file)
    for (const { path, width } of entriesOf(file)) await services.files.restore(target.governmentId, file.id, await archive.bytes(path), width)
    if ((at + 1) % 200 === 0) log(`  ${at + 1} of ${files.length} files`)
  }
  // Last, because what follows from the rows is looked for by others as well.
  for (const belongings of target.belongings) await belongings.arrived?.({ services, tx, governmentId: target.governmentId, unitIds: [...new Set(placed.units.values())] })
  await target.audit(tx, unitId)
  return { unitId, already: false, rows, files: files.length }
}

interface Travelling {
  shape: Shape
  columns: readonly string[]
  rows: number
}

/** Tables of the archive in the order of this installation, which must know them all. */
async function tablesOf(tx: Tx, { manifest }: ArchiveReader, all: readonly Belonging[]): Promise<Travelling[]> {
  const unknown = manifest.tables.filter(table => !all.some(one => one.table === table.name))
  if (unknown.length > 0) throw new ArchiveRefused(`This installation does not know what the archive holds (${unknown.map(table => table.name).join(', ')}): it was written by another Pendopo. Upgrade this installation first.`)
  const tables: Travelling[] = []
  for (const belonging of all) {
    const table = manifest.tables.find(one => one.name === belonging.table)
    if (!table) continue
    const shape = await shapeOf(tx, belonging)
    checkColumns(shape, table.columns)
    tables.push({ shape, columns: table.columns, rows: table.rows })
  }
  return tables
}

/** The list of files and the files must be the same. */
function checkFiles({ manifest }: ArchiveReader, ids: readonly string[]): void {
  const listed = new Set(ids)
  const held = new Set(manifest.entries.flatMap(({ path }) => (path.startsWith('files/') ? [path.slice('files/'.length).split('.')[0]!] : [])))
  if (listed.size !== manifest.files || listed.size !== held.size || [...held].some(id => !listed.has(id))) throw new ArchiveRefused('The archive is damaged: it does not hold the files it lists.')
}

function documentOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ArchiveRefused('The archive is damaged: one of its lists cannot be read.', { cause: error })
  }
}
