import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { ArchiveRefused } from './refused.ts'

/** A file of an archive. */
export interface ArrivingFile {
  id: string
  widths: number[]
  sha256: string
  line: string
}

const file = z.looseObject({ id: z.uuid(), widths: z.array(z.int().min(10).max(9999)).max(20), sha256: z.string().regex(/^\\x[0-9a-f]{64}$/) })

/** Columns of a file that travel; it arrives as kept. */
const columns = ['id', 'unit_id', 'created_by', 'created_at', 'name', 'media_type', 'bytes', 'sha256', 'width', 'height', 'widths', 'public']

/** Reads a line of `files.ndjson`. */
export function fileFrom(line: string): ArrivingFile {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new ArchiveRefused('The archive is damaged: its list of files cannot be read.', { cause: error })
  }
  const read = file.safeParse(value)
  if (!read.success) throw new ArchiveRefused('The archive is damaged: its list of files names something that is none.')
  const { id, widths, sha256 } = read.data
  return { id, widths, sha256: sha256.slice(2), line }
}

/** Entries that hold a file: as it is, and in its smaller widths. */
export const entriesOf = ({ id, widths }: Pick<ArrivingFile, 'id' | 'widths'>): { path: string; width?: number }[] => [{ path: `files/${id}` }, ...widths.map(width => ({ path: `files/${id}.${width}`, width }))]

/** How a file stands here: not yet, with the same bytes, or with others. */
export async function standingOf(tx: Tx, { id, sha256 }: ArrivingFile): Promise<'fresh' | 'same' | 'other'> {
  const { rows } = await sql<{ same: boolean }>`select sha256 = decode(${sha256}, 'hex') as same from platform.file where id = ${id}`.execute(tx)
  return rows[0] ? (rows[0].same ? 'same' : 'other') : 'fresh'
}

/** Writes the row of a file; a unit that did not travel gives it to the one that did. */
export async function settleFile(tx: Tx, { line }: ArrivingFile, units: ReadonlyMap<string, string>, unitId: string): Promise<void> {
  const values = columns.map(column => (column === 'unit_id' ? sql`coalesce((${JSON.stringify(Object.fromEntries(units))}::jsonb ->> r.unit_id::text)::uuid, ${unitId}::uuid)` : sql.ref(`r.${column}`)))
  await sql`insert into platform.file (${sql.join(columns.map(column => sql.id(column)))}, state, shared)
    select ${sql.join(values)}, 'kept', true from jsonb_populate_record(null::platform.file, ${line}::jsonb) r`.execute(tx)
}
