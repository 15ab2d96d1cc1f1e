import { readFile, writeFile } from 'node:fs/promises'
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import { literal, quoted } from '../asking/names.ts'
import type { Here } from '../process/here.ts'
import type { Column, Rule } from '../table.ts'
import type { Checked, Region, RegionMatches } from '../taken.ts'
import { meaningSql, nothingSql, regionSql } from '../taking/reading.ts'
import type { Placed } from '../writing/keep.ts'
import { isGeometry } from './geometry.ts'
import { personalIn } from './personal.ts'
import { regionNames } from './region-names.ts'

export interface Checking {
  staged: string
  columns: readonly Placed[]
  /** Path of the known regions as JSON; null when none are known. */
  regions: string | null
  /** Codes for texts whose region people have confirmed, by column and text. */
  confirmed: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Paths of what is written: all violations, and the sure names of regions. */
  violations: string
  names: string
}

/** A text that means a region for sure, perhaps only beside other regions in its row. */
export interface SureName {
  column: string
  text: string
  beside: string | null
  code: string
}

const shown = { violations: 200, texts: 2000 }

/** Holds every staged cell against its column. */
export async function check(here: Here, { staged, columns, regions, confirmed, violations, names }: Checking): Promise<Checked> {
  const { connection, tellProgress } = here
  const from = `read_parquet(${literal(staged)})`
  const known = regions === null ? [] : (JSON.parse(await readFile(regions, 'utf8')) as Region[])
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()

  const matched = known.length > 0 ? await matchRegions(connection, from, columns, known, confirmed) : { matches: [], sure: [] }
  await writeFile(names, JSON.stringify(matched.sure), { mode: 0o600 })
  if (known.length > 0) await connection.run(`create temp table region as select code from read_json(${literal(regions!)}, columns = {code: 'varchar'})`)
  tellProgress(0.2)

  const parts = [`select row, '' as "column", nullif(split_part(trouble, ':', 2), '') as value, split_part(trouble, ':', 1) as rule from ${from} where trouble is not null`]
  for (const [i, placed] of columns.entries()) {
    if (placed.from === null) {
      if (isRequired(placed.column)) parts.push(`select row, ${literal(placed.column.name)}, null, 'required' from ${from}`)
    } else parts.push(await columnSql(here, from, placed, placed.from, i, matched.sure, known.length > 0))
  }
  const twice = await keySql(connection, from, columns)
  if (twice) parts.push(twice)
  tellProgress(0.4)
  await connection.run(`copy (${parts.join(' union all ')}) to ${literal(violations)} (format parquet, compression zstd)`)
  const all = `read_parquet(${literal(violations)})`
  const byRule = (await read(`select "column", rule, count(*) from ${all} group by all order by 3 desc, 1, 2`)).map(([column, rule, count]) => ({ column: String(column), rule: String(rule) as Rule, count: Number(count) }))
  const first = await read(`select row, "column", value, rule from ${all} order by row, "column" limit ${shown.violations}`)
  tellProgress(0.8)
  return {
    rows: Number((await read(`select count(*) from ${from}`))[0]?.[0]),
    violations: byRule.reduce((sum, { count }) => sum + count, 0),
    byRule,
    first: first.map(([row, column, value, rule]) => ({ row: Number(row), column: String(column), value: value === null ? null : String(value), rule: String(rule) as Rule })),
    personal: await personalIn(connection, from, columns),
    regions: matched.matches,
  }
}

const isRequired = ({ required, key }: Column) => required === true || key === true

/** The violations of one column: one rule per cell, the first it breaks. */
async function columnSql({ connection }: Here, from: string, { column, reading }: Placed, cell: string, i: number, sure: readonly SureName[], regionsKnown: boolean): Promise<string> {
  const { name, type, codes, min, max } = column
  const empty = isRequired(column) ? `'required'` : 'null'
  const rules = [`when ${cell} is null then ${empty}`]
  if (type !== 'text' && type !== 'geometry' && type !== 'region') rules.push(`when v is null then case when ${nothingSql(cell)} then ${empty} else 'type' end`)
  if (type === 'geometry') {
    await badGeometries(connection, from, cell, i)
    rules.push(`when row in (select row from geometry_${i}) then 'geometry'`)
  }
  if (type === 'region') {
    const texts = sure.filter(one => one.column === name)
    await connection.run(`create temp table known_${i} as select distinct unnest(from_json($1, '["varchar"]')) as text`, [JSON.stringify(texts.map(({ text }) => text))])
    rules.push(`when v is null then case when ${nothingSql(cell)} then ${empty} when ${cell} in (select text from known_${i}) then null else 'region' end`)
    if (regionsKnown) rules.push(`when v not in (select code from region) then 'region'`)
  }
  if (codes && codes.length > 0) {
    await connection.run(`create temp table codes_${i} as select unnest(from_json($1, '["varchar"]')) as code`, [JSON.stringify(codes.map(({ code }) => code))])
    rules.push(`when cast(v as varchar) not in (select code from codes_${i}) then 'codes'`)
  }
  for (const [rule, bound, sign] of [['min', min, '<'], ['max', max, '>']] as const) if (bound !== undefined) rules.push(`when v ${sign} ${boundSql(type, bound)} then '${rule}'`)
  return `select row, ${literal(name)}, left(${cell}, 200), rule from (select row, ${cell}, case ${rules.join(' ')} end as rule from (select row, ${cell}, ${meaningSql(type, cell, reading)} as v from ${from})) where rule is not null`
}

const boundSql = (type: Column['type'], bound: number | string) => (type === 'date' || type === 'timestamp' ? `cast(${literal(String(bound))} as ${type})` : type === 'integer' || type === 'decimal' ? String(Number(bound)) : literal(String(bound)))

/** Rows whose geometry is none, in a table of their own. */
async function badGeometries(connection: DuckDBConnection, from: string, cell: string, i: number): Promise<void> {
  await connection.run(`create temp table geometry_${i} (row bigint)`)
  const appender = await connection.createAppender(`geometry_${i}`)
  const result = await connection.stream(`select row, ${cell} from ${from} where ${cell} is not null`)
  for (let chunk: DuckDBDataChunk | null; (chunk = await result.fetchChunk()) && chunk.rowCount > 0; )
    for (const [row, text] of chunk.getRows()) {
      if (isGeometry(String(text))) continue
      appender.appendBigInt(BigInt(Number(row)))
      appender.endRow()
    }
  appender.closeSync()
}

/** Rows whose key an earlier row has. */
async function keySql(connection: DuckDBConnection, from: string, columns: readonly Placed[]): Promise<string | null> {
  const keys = columns.filter(({ column, from: cell }) => column.key && cell !== null)
  if (keys.length === 0) return null
  const values = keys.map(({ column, from: cell, reading }, i) => `${column.type === 'text' ? cell! : `coalesce(cast(${meaningSql(column.type, cell!, reading)} as varchar), ${cell!})`} as k${i}`).join(', ')
  const names = keys.map((_, i) => `k${i}`)
  await connection.run(`create temp table twice as select ${names.join(', ')}, min(row) as first from (select row, ${values} from ${from}) where ${names.map(key => `${key} is not null`).join(' and ')} group by all having count(*) > 1`)
  return `select row, ${literal(keys.map(({ column }) => column.name).join(', '))}, left(concat_ws(', ', ${names.join(', ')}), 200), 'key' from (select row, ${values} from ${from}) join twice using (${names.map(quoted).join(', ')}) where row > first`
}

const levels: readonly (readonly [RegExp, number])[] = [
  [/\bprov/i, 1],
  [/\bkab|\bkota\b/i, 2],
  [/\bkec|\bdistrik/i, 3],
  [/\bdesa|\bkel\b|\bkelurahan|\bnagari/i, 4],
]

/** What the texts in columns of regions mean, each seen beside the other regions of its row. */
async function matchRegions(connection: DuckDBConnection, from: string, columns: readonly Placed[], known: readonly Region[], confirmed: Checking['confirmed']): Promise<{ matches: RegionMatches[]; sure: SureName[] }> {
  const names = regionNames(known)
  const sure: SureName[] = []
  const matches: RegionMatches[] = []
  const regions = columns.filter(({ column, from: cell }) => column.type === 'region' && cell !== null)
  const levelOf = ({ column }: Placed) => levels.find(([words]) => words.test(column.title))?.[1] ?? null
  for (const placed of regions) {
    const cell = placed.from!
    const others = regions.filter(one => one !== placed)
    const beside = besideSql(placed, columns)
    const rows = (await connection.runAndReadAll(`select ${cell}, ${beside}, count(*) from ${from} where ${cell} is not null and ${regionSql(cell)} is null group by all order by 3 desc`)).getRows()
    const left = new Map<string, { rows: number; candidates: Map<string, Region> }>()
    const found = new Set<string>()
    for (const [said, context, count] of rows) {
      const text = String(said)
      const code = confirmed[placed.column.name]?.[text]
      if (code !== undefined) {
        found.add(text)
        sure.push({ column: placed.column.name, text, beside: context === null ? null : String(context), code })
        continue
      }
      const around = context === null ? [] : String(context).split('\u001f').flatMap((other, i) => codesOf(other, names, others[i]!, levelOf))
      const meaning = names.meaning(text, levelOf(placed), around)
      if ('sure' in meaning) {
        found.add(text)
        sure.push({ column: placed.column.name, text, beside: context === null ? null : String(context), code: meaning.sure.code })
        continue
      }
      const one = left.get(text) ?? { rows: 0, candidates: new Map<string, Region>() }
      one.rows += Number(count)
      for (const region of meaning.candidates) one.candidates.set(region.code, region)
      left.set(text, one)
    }
    const open = [...left].map(([text, one]) => ({ text, rows: one.rows, candidates: [...one.candidates.values()] })).toSorted((a, b) => b.rows - a.rows)
    matches.push({
      column: placed.column.name,
      sure: found.size,
      doubtful: open.filter(({ candidates }) => candidates.length > 0).slice(0, shown.texts),
      unknown: open.filter(({ candidates }) => candidates.length === 0).slice(0, shown.texts).map(({ text, rows: count }) => ({ text, rows: count })),
    })
  }
  return { matches, sure }
}

/** The other regions of a row, as one text; null when there are none. */
export function besideSql(placed: Placed, columns: readonly Placed[]): string {
  const others = columns.filter(one => one.column.type === 'region' && one.from !== null && one.column.name !== placed.column.name)
  return others.length === 0 ? 'cast(null as varchar)' : others.map(({ from }) => `coalesce(${from}, '')`).join(` || chr(31) || `)
}

function codesOf(text: string, names: ReturnType<typeof regionNames>, placed: Placed, levelOf: (placed: Placed) => number | null): string[] {
  if (text === '') return []
  if (/^\d{2}(?:\.\d+)*$/.test(text)) return [text]
  const meaning = names.meaning(text, levelOf(placed), [])
  return 'sure' in meaning ? [meaning.sure.code] : meaning.candidates.map(({ code }) => code)
}
