import { actionFiles } from './action.mjs'
import { namesOf } from './names.mjs'

/** The files of a new module by path: it compiles, keeps the rules of the house and has its first action. */
export function moduleFiles(noun, sentence, stamp) {
  const names = namesOf(noun)
  const { record, Type, value, schema, table } = names
  const at = (path) => `src/modules/${noun}/${path}`
  return {
    ...actionFiles(noun, 'create'),
    [at('README.md')]: `# ${noun}

${sentence}

## Words

| word | meaning |
|---|---|
| ${record} | … |

## States

A ${record} has none yet. When it gets some, draw them here.

## Tables

- \`${schema}.${table}\`: one row per ${record}, of a unit of the government.

## Events

None yet.

## Legal basis

…
`,
    [at('module.ts')]: `import type { Module } from '#platform/web/module.ts'
import { createPage } from './create/create.page.tsx'
import words from './words.en.ts'

/** ${sentence} */
export const ${value}: Module = {
  name: '${noun}',
  requires: ['organisation'],
  permissions: [{ permission: '${noun}.create', label: 'Mencatat data baru' }],
  routes: [createPage],
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
`,
    [at('contract.ts')]: `/** What other modules may know of a ${record}. */
export interface ${Type} {
  id: string
  /** The unit it belongs to; decides who may see and change it. */
  unitId: string
  name: string
}
`,
    [at(`${record}.ts`)]: `import { Problem } from '#platform/web/problems.ts'

/** A name as it is kept: without spaces around it or twice inside. */
export function nameOf(typed: string): string {
  const name = typed.trim().replace(/\\s+/g, ' ')
  if (!/\\p{L}/u.test(name)) throw new Problem('name', 'Tulis nama dengan huruf')
  return name
}
`,
    [at(`${record}.test.ts`)]: `import { expect, test } from 'vitest'
import { nameOf } from './${record}.ts'

test('a name is kept without needless spaces', () => {
  expect(nameOf('  Balai   Desa ')).toBe('Balai Desa')
})

test('a name without a letter is refused at its field', () => {
  expect(() => nameOf(' 123 ')).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ name: 'name' })] }))
})
`,
    [at('policy.ts')]: `import { covers, type Who } from '#platform/access/who.ts'

/** Whether the person may add a ${record} to the unit. The button and the action ask the same. */
export const mayCreate = (who: Who, unitId: string): boolean => covers(who.reach('${noun}.create'), { unitId })
`,
    [at('policy.test.ts')]: `import { expect, test } from 'vitest'
import { visitor } from '#platform/access/who.ts'
import { mayCreate } from './policy.ts'
import { aRecorder } from './testing.ts'

test('someone may create in the own unit and nowhere else', () => {
  const recorder = aRecorder('dinas-a')
  expect(mayCreate(recorder, 'dinas-a')).toBe(true)
  expect(mayCreate(recorder, 'dinas-b')).toBe(false)
})

test('a visitor may create nothing', () => {
  expect(mayCreate(visitor, 'dinas-a')).toBe(false)
})
`,
    [at('store.ts')]: `import type { Db, Tx } from '#platform/db/database.ts'
import type { ${Type} } from './contract.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

/** Keeps a new ${record} and returns its id. */
export async function add(tx: Tx, fresh: Omit<${Type}, 'id'>): Promise<string> {
  const row = await tables(tx)
    .insertInto('${schema}.${table}')
    .values({ unit_id: fresh.unitId, name: fresh.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
`,
    [at('tables.ts')]: `// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = ColumnType<T, T | undefined, T>

interface ${Type}Row {
  id: Generated<string>
  government_id: Generated<string>
  unit_id: string
  name: string
  created_at: Generated<Date>
}

export type Tables = {
  '${schema}.${table}': ${Type}Row
}
`,
    [at(`migrations/${stamp}_create_${table}.sql`)]: `create schema ${schema};
grant usage on schema ${schema} to pendopo_serve;

create table ${schema}.${table} (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  name text not null,
  created_at timestamptz not null default now()
);
call platform.protect('${schema}.${table}');
create index on ${schema}.${table} (government_id, unit_id, id);
`,
    [at('testing.ts')]: `import { person, type Who } from '#platform/access/who.ts'

/** Someone who may create in one unit. */
export const aRecorder = (unitId: string): Who =>
  person(
    { id: 'recorder', name: 'Sri Wahyuni', username: 'sri', email: 'sri@contoh.go.id', unitId, title: null, language: 'id', sessionId: 'session', strong: false },
    [{ permission: '${noun}.create', reach: 'unit', unitId }],
    () => [],
  )
`,
    [at('words.en.ts')]: `export default {
  'Catat baru': 'Record new',
  'Data dicatat': 'Recorded',
  'Isi nama, paling sedikit 3 huruf': 'Enter a name of at least 3 letters',
  'Mencatat data baru': 'Record new data',
  Nama: 'Name',
  Simpan: 'Save',
  'Tulis nama dengan huruf': 'Write the name with letters',
}
`,
  }
}

/** `src/app/modules.ts` with the module at the end of the list; undefined when its list cannot be found. */
export function wired(text, noun) {
  const { value } = namesOf(noun)
  const list = /(export const modules\b[^=]*=\s*\[)([^\]]*)\]/
  if (!list.test(text)) return undefined
  const line = `import { ${value} } from '#modules/${noun}/module.ts'\n`
  const lastImport = text.lastIndexOf('\nimport ')
  const after = text.indexOf('\n', lastImport + 1) + 1
  const imported = text.slice(0, after) + line + text.slice(after)
  return imported.replace(list, (_all, start, names) => {
    const before = names.trimEnd()
    const sameLine = !names.includes('\n')
    return sameLine ? `${start}${before}${before ? ', ' : ''}${value}]` : `${start}${before.replace(/,?$/, ',')}\n  ${value},\n]`
  })
}
