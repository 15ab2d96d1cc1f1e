import type { Here } from '../process/here.ts'
import type { Cell } from '../query.ts'
import type { Column } from '../table.ts'
import { cellOf } from './ask.ts'
import { literal, quoted } from './names.ts'

export interface Comparing {
  before: { path: string; columns: readonly Column[] }
  after: { path: string; columns: readonly Column[] }
  /** Columns by which a row is known again; none when rows are only there or not. */
  key: readonly string[]
  /** Rows of each kind that are shown. */
  shown: number
}

/** What became of a table from one version to the next. */
export interface Comparison {
  columns: { added: string[]; removed: string[]; retyped: string[] }
  /** `changed` and `same` are null when rows cannot be known again. */
  rows: { added: number; removed: number; changed: number | null; same: number | null }
  changes: { column: string; rows: number }[]
  sample: {
    /** Names of the cells of `added` and `removed`: the columns both have. */
    columns: string[]
    added: Cell[][]
    removed: Cell[][]
    changed: { key: Cell[]; cells: { column: string; before: Cell; after: Cell }[] }[]
  }
}

/** Compares two versions of a table. */
export async function compare({ connection }: Here, { before, after, key, shown }: Comparing): Promise<Comparison> {
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map(row => row.map(cellOf))
  const typeOf = (columns: readonly Column[], name: string) => columns.find(column => column.name === name)?.type
  const names = (columns: readonly Column[]) => columns.map(({ name }) => name)
  const both = names(before.columns).filter(name => typeOf(after.columns, name) !== undefined)
  const columns = {
    added: names(after.columns).filter(name => !both.includes(name)),
    removed: names(before.columns).filter(name => !both.includes(name)),
    retyped: both.filter(name => typeOf(before.columns, name) !== typeOf(after.columns, name)),
  }
  // Columns whose type changed are compared as they are written.
  const cells = both.map(name => (columns.retyped.includes(name) ? `cast(${quoted(name)} as varchar) as ${quoted(name)}` : quoted(name))).join(', ')
  const [old, young] = [before, after].map(({ path }) => `(select ${cells} from read_parquet(${literal(path)}))`) as [string, string]
  const keys = key.filter(name => both.includes(name))
  if (both.length === 0) {
    const count = async ({ path }: { path: string }) => Number((await read(`select count(*) from read_parquet(${literal(path)})`))[0]![0])
    return { columns, rows: { added: await count(after), removed: await count(before), changed: null, same: null }, changes: [], sample: { columns: [], added: [], removed: [], changed: [] } }
  }
  const unique = async (table: string) => (await read(`select 1 from ${table} group by ${keys.map(quoted).join(', ')} having count(*) > 1 limit 1`)).length === 0
  if (keys.length === 0 || keys.length < key.length || !(await unique(old)) || !(await unique(young))) {
    const [added, removed] = [`select * from ${young} except all select * from ${old}`, `select * from ${old} except all select * from ${young}`]
    const counted = async (sql: string) => Number((await read(`select count(*) from (${sql})`))[0]![0])
    return { columns, rows: { added: await counted(added), removed: await counted(removed), changed: null, same: null }, changes: [], sample: { columns: both, added: await read(`${added} limit ${shown}`), removed: await read(`${removed} limit ${shown}`), changed: [] } }
  }
  const same = keys.map(name => `a.${quoted(name)} is not distinct from b.${quoted(name)}`).join(' and ')
  const joined = `from (select *, true as here from ${old}) a full join (select *, true as here from ${young}) b on ${same}`
  const others = both.filter(name => !keys.includes(name))
  const differs = (name: string) => `a.${quoted(name)} is distinct from b.${quoted(name)}`
  const known = 'a.here and b.here'
  const changed = others.length === 0 ? 'false' : `${known} and (${others.map(differs).join(' or ')})`
  const [[added, removed, altered, kept, ...perColumn] = []] = await read(`select count(*) filter (a.here is null), count(*) filter (b.here is null), count(*) filter (${changed}), count(*) filter (${known}), ${['0', ...others.map(name => `count(*) filter (${known} and ${differs(name)})`)].join(', ')} ${joined}`)
  const list = (side: 'a' | 'b', wanted: readonly string[]) => wanted.map(name => `${side}.${quoted(name)}`).join(', ')
  const order = (side: 'a' | 'b') => `order by ${list(side, keys)} limit ${shown}`
  const samples = others.length === 0 ? [] : await read(`select ${list('a', keys)}, ${list('a', others)}, ${list('b', others)} ${joined} where ${changed} ${order('a')}`)
  return {
    columns,
    rows: { added: Number(added), removed: Number(removed), changed: Number(altered), same: Number(kept) - Number(altered) },
    changes: others.map((column, i) => ({ column, rows: Number(perColumn[i + 1]) })).filter(({ rows }) => rows > 0),
    sample: {
      columns: both,
      added: await read(`select ${list('b', both)} ${joined} where a.here is null ${order('b')}`),
      removed: await read(`select ${list('a', both)} ${joined} where b.here is null ${order('a')}`),
      changed: samples.map(row => ({
        key: row.slice(0, keys.length),
        cells: others.map((column, i) => ({ column, before: row[keys.length + i]!, after: row[keys.length + others.length + i]! })).filter(({ before: was, after: is }) => was !== is),
      })),
    },
  }
}
