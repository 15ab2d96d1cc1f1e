import { namesOf, quoted } from './names.mjs'
import { screenFiles } from './screens.mjs'

/** The files of a new module by path: it compiles, keeps the rules of the house, and has a list, a form and a page per record. */
export function moduleFiles(noun, path, sentence, stamp) {
  const names = namesOf(noun, path)
  const files = { ...rules(names), ...storage(names, stamp), ...screenFiles(names), ...surroundings(names, sentence) }
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`src/modules/${noun}/${file}`, text]))
}

const surroundings = ({ noun, record, Type, article, builder, value, schema, table, address, label, english }, sentence) => ({
  'README.md': `# ${noun}

${sentence}

## Words

| word | meaning |
|---|---|
| ${record} | … |

## States

${Type}s have none yet; what happened to one is kept as steps. When it gets states, draw them here.

## Tables

- \`${schema}.${table}\`: one row per ${record}, of a unit of the government.
- \`${schema}.step\`: what happened to it, when, and by whom.

## Events

None yet.

## Legal basis

…
`,
  'module.ts': `import type { Module } from '#platform/web/module.ts'
import { createPage } from './create/create.page.tsx'
import { listPage } from './list/list.page.tsx'
import { showPage } from './show/show.page.tsx'
import words from './words.en.ts'

/** ${sentence} */
export const ${value}: Module = {
  name: '${noun}',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: '${noun}.read', label: ${quoted(`Melihat ${label.toLowerCase()}`)} },
    { permission: '${noun}.create', label: ${quoted(`Mencatat ${label.toLowerCase()}`)} },
  ],
  roles: [
    { code: 'administrator', name: 'Administrator', grants: [{ permission: '${noun}.read', reach: 'government' }, { permission: '${noun}.create', reach: 'government' }] },
  ],
  // The narrower address comes first where two could match.
  routes: [listPage, createPage, showPage],
  menu: { work: [{ label: ${quoted(label)}, href: '${address}', group: 'Kantor', may: '${noun}.read' }] },
  words,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
`,
  'contract.ts': `/** What other modules may know of ${article} ${record}. */
export interface ${Type} {
  id: string
  /** The unit it belongs to; decides who may see and change it. */
  unitId: string
  name: string
}
`,
  'testing.ts': `import type { TestGovernment } from '#app/testing/government.ts'
import type { Installation } from '#app/testing/installation.ts'
import type { Permission } from '#platform/access/who.ts'
import { anAccount, aRole, assign, signIn, type Browser } from '#modules/identity/testing.ts'
import { add } from './store.ts'

/** An officer of a unit, signed in, with these permissions in that unit alone. */
export async function anOfficer(installation: Installation, government: TestGovernment, unit: string, ...permissions: Permission[]): Promise<Browser> {
  const { id, username } = await anAccount(installation, government, { unit })
  const role = await aRole(installation, government, \`role-of-\${username}\`, permissions.map(permission => ({ permission, reach: 'unit' })))
  await assign(installation, government, id, role, unit)
  return signIn(installation, government, username)
}

/** Keeps ${article} ${record} of a unit and answers its id. */
export const ${builder} = (installation: Installation, government: TestGovernment, { unit = 'dpu', name = 'Balai Desa' } = {}): Promise<string> =>
  installation.services.database.transaction(government.id, tx => add(tx, { unitId: government.units[unit]!, name, by: null }))
`,
  'words.en.ts': `export default {
  ${quoted(label)}: ${quoted(english)},
  ${quoted(`Melihat ${label.toLowerCase()}`)}: ${quoted(`See ${english.toLowerCase()}`)},
  ${quoted(`Mencatat ${label.toLowerCase()}`)}: ${quoted(`Record ${english.toLowerCase()}`)},
  'Belum ada yang tercatat': 'Nothing is recorded yet',
  'Catat baru': 'Record new',
  'Dicatat': 'Recorded',
  'Dicatat.': 'Recorded.',
  'Isi nama, paling sedikit 3 huruf': 'Enter a name of at least 3 characters',
  'Kantor': 'Office',
  'Nama': 'Name',
  'Riwayat': 'History',
  'Simpan': 'Save',
  'Sistem': 'System',
  'Tulis nama dengan huruf': 'Write the name with letters',
  'Unit': 'Unit',
  'Yang dicatat unit dalam jangkauan Anda muncul di sini.': 'What the units within your reach record appears here.',
}
`,
})

const rules = ({ noun, record, one, Type, article }) => ({
  [`${record}.ts`]: `import { Problem } from '#platform/web/problems.ts'

/** A name as it is kept; Problem for one without a letter. */
export function nameOf(typed: string): string {
  if (!/\\p{L}/u.test(typed)) throw new Problem('name', 'Tulis nama dengan huruf')
  return typed
}
`,
  [`${record}.test.ts`]: `import { expect, test } from 'vitest'
import { nameOf } from './${record}.ts'

test('a name has letters, or is refused at its field', () => {
  expect(nameOf('Balai Desa 2')).toBe('Balai Desa 2')
  expect(() => nameOf('123')).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ name: 'name' })] }))
})
`,
  'policy.ts': `import { covers, type Permission, type Who } from '#platform/access/who.ts'
import type { ${Type} } from './contract.ts'

/** What can be done to one ${record}: the words of its button, the last part of its address, and the permission it takes. */
export const actions: Record<string, { label: string; path: string; permission: Permission }> = {
}

/** Whether the person may do this to it now. Buttons and actions ask the same. */
export function may(who: Who, action: string, ${one}: Pick<${Type}, 'unitId'>): boolean {
  const known = actions[action]
  return known !== undefined && covers(who.reach(known.permission), { unitId: ${one}.unitId })
}

/** Whether the person may add ${article} ${record} to the unit. */
export const mayCreate = (who: Who, unitId: string): boolean => covers(who.reach('${noun}.create'), { unitId })

/** Whether the person may see it. */
export const mayRead = (who: Who, ${one}: Pick<${Type}, 'unitId'>): boolean => covers(who.reach('${noun}.read'), { unitId: ${one}.unitId })
`,
})

const storage = ({ record, Type, article, schema, table }, stamp) => ({
  'store.ts': `import { sql } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { ${Type} } from './contract.ts'
import type { Tables } from './tables.ts'

const tables = (db: Db | Tx) => db.withTables<Tables>()

const columns = ['r.id', 'r.unit_id as unitId', 'r.name'] as const

/** Keeps a new ${record} with its first step and returns its id. */
export async function add(tx: Tx, fresh: Omit<${Type}, 'id'> & { by: string | null }): Promise<string> {
  const { id } = await tables(tx).insertInto('${schema}.${table}').values({ unit_id: fresh.unitId, name: fresh.name }).returning('id').executeTakeFirstOrThrow()
  await addStep(tx, id, 'create', fresh.by, null)
  return id
}

/** One ${record}; \`lock\` keeps others from changing it until the transaction ends. */
export async function byId(db: Db | Tx, id: string, lock = false): Promise<${Type} | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
  const query = tables(db).selectFrom('${schema}.${table} as r').select(columns).where('r.id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** What a reach covers, newest first; \`older\` is the mark of the next page. */
export async function inReach(db: Db, reach: Reach | null, before: string | undefined, limit: number): Promise<{ rows: ${Type}[]; older: string | null }> {
  let query = tables(db).selectFrom('${schema}.${table} as r').select(columns).where(within(reach, { unit: sql.ref('r.unit_id') }))
  if (before) query = query.where('r.id', '<', before)
  const found = await query.orderBy('r.id', 'desc').limit(limit + 1).execute()
  const rows = found.slice(0, limit)
  return { rows, older: found.length > limit ? rows.at(-1)!.id : null }
}

/** Writes what happened to ${article} ${record}. */
export async function addStep(tx: Tx, id: string, action: string, by: string | null, remarks: string | null): Promise<void> {
  await tables(tx).insertInto('${schema}.step').values({ ${table}_id: id, action, by, remarks }).execute()
}

/** What happened to ${article} ${record}, newest first. */
export const stepsOf = (db: Db, id: string) => tables(db).selectFrom('${schema}.step').select(['action', 'by', 'remarks', 'at']).where('${table}_id', '=', id).orderBy('id', 'desc').execute()
`,
  'tables.ts': `// Written by tools/table-types.mjs from the migrations; do not edit.
import type { ColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

${tableTypes(schema, table)}
export type Tables = {
${[table, 'step'].toSorted(byName).map((name) => `  "${schema}.${name}": ${pascal(schema)}${pascal(name)};`).join('\n')}
}
`,
  [`migrations/${stamp}_create_${table}.sql`]: `create schema ${schema};
grant usage on schema ${schema} to pendopo_serve;

create table ${schema}.${table} (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  unit_id uuid not null references organisation.unit,
  name text not null,
  unique (id, government_id)
);
call platform.protect('${schema}.${table}');
create index on ${schema}.${table} (unit_id, id desc);

-- What happened to each, for its timeline.
create table ${schema}.step (
  id uuid primary key default uuidv7(),
  government_id uuid not null,
  ${table}_id uuid not null,
  action text not null,
  by uuid,
  remarks text,
  at timestamptz not null default now(),
  foreign key (${table}_id, government_id) references ${schema}.${table} (id, government_id) on delete cascade
);
call platform.protect('${schema}.step');
create index on ${schema}.step (${table}_id, id desc);
`,
})

const byName = (one, other) => (one < other ? -1 : 1)
const pascal = (name) => name.replace(/(?:^|_)([a-z])/g, (_all, letter) => letter.toUpperCase())

/** The interfaces as kysely-codegen writes them: tables and columns in the order of the alphabet. */
function tableTypes(schema, table) {
  const columns = {
    [table]: ['government_id: Generated<string>', 'id: Generated<string>', 'name: string', 'unit_id: string'],
    step: ['action: string', 'at: Generated<Timestamp>', 'by: string | null', `${table}_id: string`, 'government_id: Generated<string>', 'id: Generated<string>', 'remarks: string | null'],
  }
  return [table, 'step'].toSorted(byName).map((name) => `interface ${pascal(schema)}${pascal(name)} {\n${columns[name].toSorted(byName).map((column) => `  ${column};\n`).join('')}}\n`).join('\n')
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
