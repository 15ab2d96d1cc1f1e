import { Problem } from '../../web/problems.ts'
import type { Column, ColumnType } from '../table.ts'

/** A name as SQL writes it, whatever stands in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as SQL writes it; DuckDB knows no escapes but the doubled quote. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** What a question may name: a column, or a coarser view of one. */
export interface Named {
  name: string
  type: ColumnType
  sql: string
}

const wholeDays: Record<string, (column: string) => string> = {
  year: column => `strftime(${column}, '%Y')`,
  quarter: column => `strftime(${column}, '%Y') || '-Q' || quarter(${column})`,
  month: column => `strftime(${column}, '%Y-%m')`,
  day: column => `strftime(${column}, '%Y-%m-%d')`,
}
/** Letters of a region code down to a level: `33`, `33.28`, `33.28.01`. */
const levels: Record<string, number> = { province: 2, regency: 5, district: 8 }

/**
 * Finds what a name means in a table.
 * @throws Problem for a column there is not
 */
export function named(columns: readonly Column[], name: string): Named {
  const [base = '', grain, ...rest] = name.split('.')
  const column = columns.find(one => one.name === base)
  if (!column || rest.length > 0) throw unknown(name)
  if (grain === undefined) return { name, type: column.type, sql: quoted(base) }
  if ((column.type === 'date' || column.type === 'timestamp') && Object.hasOwn(wholeDays, grain)) return { name, type: 'text', sql: wholeDays[grain]!(quoted(base)) }
  if (column.type === 'region' && Object.hasOwn(levels, grain)) {
    const length = levels[grain]!
    return { name, type: 'region', sql: `case when length(${quoted(base)}) >= ${length} then left(${quoted(base)}, ${length}) end` }
  }
  throw unknown(name)
}

export const unknown = (name: string): Problem => new Problem('query', 'Tidak ada kolom “{name}” dalam tabel ini.', { name: name.slice(0, 80) })
