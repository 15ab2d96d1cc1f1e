import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from './modules.ts'
import { openInstallation, type Installation } from './testing/installation.ts'
import { rowsOf } from './testing/moving.ts'

let installation: Installation
beforeAll(async () => {
  installation = await openInstallation()
})
afterAll(() => installation.close())

/** Modules that have not yet said what of theirs leaves, with the reason. */
const silent: Record<string, string> = { imports: 'what an old site became, so that bringing it in again changes nothing; the runs themselves are of this installation' }

test('every table of every module leaves with its unit or stays for a reason', async () => {
  const tables = await rowsOf(installation, `select schemaname as schema, schemaname || '.' || relname as name from pg_stat_user_tables s where schemaname not in ('platform', 'pgboss') and not (select relispartition from pg_class c where c.oid = s.relid) order by 2`)
  const said = modules.flatMap(({ belongings }) => (belongings ? [...belongings.leave.map(one => one.table), ...Object.keys(belongings.stay)] : []))
  const unsaid = tables.filter(({ schema, name }) => !said.includes(String(name)) && !(String(schema).replaceAll('_', '-') in silent)).map(({ name }) => name)
  expect(unsaid).toEqual([])
  expect(said.filter(name => !tables.some(table => table.name === name))).toEqual([])
  expect(new Set(said).size).toBe(said.length)
})

test('every column with the id of an account, a unit or a file is declared as such', async () => {
  const columns = await rowsOf(installation, `select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
      exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) and k.confrelid = 'organisation.unit'::regclass) as unit
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`)
  for (const { table, by, of, under, units = [], links = {}, people = [], behind = [], called, files = [] } of modules.flatMap(({ belongings }) => belongings?.leave ?? [])) {
    const own = columns.filter(column => column.table === table)
    for (const column of [by, called, ...units, ...people, ...behind, ...files, ...Object.keys(links), ...(under ? [under] : [])]) expect(own.some(one => one.column === column), `${table}.${column}`).toBe(true)
    for (const { column, type, unit } of own) {
      const name = String(column)
      if (type !== 'uuid' || ['id', 'government_id', by, under, ...behind, ...Object.keys(links)].includes(name)) {
        if (name === by && !of) expect(unit, `${table}.${name} is a unit`).toBe(true)
        continue
      }
      if (unit || name === 'unit_id') expect(units, `${table}.${name}`).toContain(name)
      else expect(people, `${table}.${name}`).toContain(name)
    }
  }
})
