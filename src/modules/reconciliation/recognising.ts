import type { Db, Tx } from '#platform/db/database.ts'
import { plainName } from '#platform/matching/names.ts'
import type { NewRow } from './contract.ts'
import { knownRows } from './store/rows.ts'

const called = ({ name, place }: Pick<NewRow, 'name' | 'place'>) => `${plainName(name).plain}@${plainName(place).plain}`

/** Each that only one of these has. */
function unique<T>(all: readonly T[], of: (one: T) => string): Map<string, T> {
  const groups = Map.groupBy(all, of)
  return new Map([...groups].flatMap(([key, those]) => (those.length === 1 ? [[key, those[0]!] as const] : [])))
}

/**
 * Lets a row keep what it was recognised by when it was given a code, lost it, or got another: there is just one row of
 * that name and place which the file does not bring otherwise.
 */
export async function recognised(db: Db | Tx, sourceId: string, rows: readonly NewRow[]): Promise<NewRow[]> {
  const known = await knownRows(db, sourceId)
  const [brought, there] = [new Set(rows.map(({ key }) => key)), new Set(known.map(({ key }) => key))]
  const missing = unique(known.filter(({ key }) => !brought.has(key)), called)
  const fresh = unique(rows.filter(({ key }) => !there.has(key)), called)
  return rows.map(row => {
    const before = fresh.get(called(row)) === row ? missing.get(called(row)) : undefined
    return before ? { ...row, key: before.key } : row
  })
}
