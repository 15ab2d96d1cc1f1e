import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { ArchiveRefused } from './refused.ts'
import type { Shape } from './shape.ts'

/** Rows taken in one step, and characters of them: whichever is reached first. */
const step = { rows: 200, characters: 4_000_000 }
/** Names told in one sentence. */
const told = 10

/** What the target has already of the rows that arrive. */
export interface Standing {
  fresh: number
  same: number
  /** Rows here under the same id with other content. */
  other: string[]
  /** Rows whose address or name is another row's here. */
  taken: string[]
}

/** Rows on their way into a table: `columns` are those the archive carries, `units` the unit here for each unit there. */
export interface Arriving {
  tx: Tx
  shape: Shape
  columns: readonly string[]
  units: ReadonlyMap<string, string>
}

/** Refuses columns that this release does not know: it would lose what they say. */
export function checkColumns(shape: Shape, columns: readonly string[]): void {
  const unknown = columns.filter(column => !shape.columns.includes(column))
  if (unknown.length > 0) throw new ArchiveRefused(`The archive knows more of ${shape.table} than this installation (${unknown.join(', ')}): it was written by a newer Pendopo. Upgrade this installation first.`)
  const missing = shape.key.filter(column => !columns.includes(column))
  if (missing.length > 0) throw new ArchiveRefused(`The rows of ${shape.table} in the archive cannot be told apart: they have no ${missing.join(', ')}.`)
}

/** Looks at rows without writing: which are here, which would be in the way. */
export async function look(arriving: Arriving, lines: AsyncIterable<string>): Promise<Standing> {
  const { tx, shape, columns } = arriving
  const standing: Standing = { fresh: 0, same: 0, other: [], taken: [] }
  const target = sql.table(shape.table)
  const keys = (alias: string) => sql`(${sql.join(shape.key.map(column => sql.ref(`${alias}.${column}`)))})`
  const called = sql`coalesce(a.${sql.id(columns.includes(shape.called) ? shape.called : shape.key[0]!)}::text, '')`
  for await (const batch of batches(lines)) {
    const rows = source(arriving, batch)
    const { rows: found } = await sql<{ state: 'fresh' | 'same' | 'other'; n: number; names: string[] }>`
      select state, count(*)::int as n, array_agg(name) as names from (
        select ${called} as name, case when e.government_id is null then 'fresh'
          when row(${sql.join(columns.map(column => sql.ref(`e.${column}`)))}) is not distinct from row(${sql.join(columns.map(column => sql.ref(`a.${column}`)))}) then 'same' else 'other' end as state
        from (${rows}) a left join ${target} e on ${keys('e')} = ${keys('a')}) compared group by state`.execute(tx)
    for (const { state, n, names } of found) {
      if (state === 'other') standing.other.push(...names)
      else standing[state] += n
    }
    for (const set of shape.unique.filter(columnsOf => columnsOf.every(column => columns.includes(column)))) {
      const same = sql.join(set.map(column => sql`${sql.ref(`e.${column}`)} = ${sql.ref(`a.${column}`)}`), sql` and `)
      const { rows: taken } = await sql<{ name: string }>`select ${called} as name from (${rows}) a join ${target} e on ${same} and ${keys('e')} is distinct from ${keys('a')} limit ${told}`.execute(tx)
      standing.taken.push(...taken.map(row => row.name))
    }
  }
  return standing
}

/** Writes the rows that are not here yet; answers how many. */
export async function settle(arriving: Arriving, lines: AsyncIterable<string>): Promise<number> {
  const { tx, shape, columns } = arriving
  const names = sql.join(columns.map(column => sql.id(column)))
  const same = sql.join(shape.key.map(column => sql`${sql.ref(`e.${column}`)} = ${sql.ref(`a.${column}`)}`), sql` and `)
  let written = 0
  for await (const batch of batches(lines)) {
    const { numAffectedRows } = await sql`
      insert into ${sql.table(shape.table)} (${names}) select ${names} from (${source(arriving, batch)}) a
      where not exists (select from ${sql.table(shape.table)} e where ${same})`.execute(tx)
    written += Number(numAffectedRows ?? 0)
  }
  return written
}

/** Lines of JSON as rows of the table, with the units of the target; a unit that did not travel becomes nothing. */
function source({ shape, columns, units }: Arriving, lines: readonly string[]) {
  const ofUnits = new Set([...(shape.of ? [] : [shape.by]), ...(shape.units ?? [])])
  const map = JSON.stringify(Object.fromEntries(units))
  const values = columns.map(column => {
    const value = sql.ref(`r.${column}`)
    return ofUnits.has(column) ? sql`(${map}::jsonb ->> ${value}::text)::uuid as ${sql.id(column)}` : value
  })
  return sql`select ${sql.join(values)} from unnest(${lines}::text[]) as line, lateral jsonb_populate_record(null::${sql.table(shape.table)}, line::jsonb) r`
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = []
  let characters = 0
  for await (const line of lines) {
    batch.push(line)
    characters += line.length
    if (batch.length < step.rows && characters < step.characters) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

/** `3: a, b, c`, of many the first. */
export const some = (names: readonly string[]): string => `${names.length}: ${names.slice(0, told).join(', ')}${names.length > told ? ', …' : ''}`
