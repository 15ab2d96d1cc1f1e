import { namesOf, verbOf } from './names.mjs'

/** The files of one action of a module: its page, what it does and its test. The first action of a module is `create`. */
export function actionFiles(noun, verb) {
  const { Type, record } = namesOf(noun)
  const action = verbOf(verb)
  const { name, Name } = action
  const at = (path) => `src/modules/${noun}/${verb}/${verb}${path}`
  return verb === 'create' ? creating(at, noun, record) : acting(at, noun, action, Type, name, Name)
}

const creating = (at, noun, record) => ({
  [at('.page.tsx')]: `import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Form, TextField, WorkLayout } from '#ui/index.ts'
import { create } from './create.ts'

/** Records a ${record} in the person's own unit. */
export const createPage = page({
  path: '/kerja/${noun}/baru',
  may: '${noun}.create',
  form: z.object({ name: z.string().trim().min(3, 'Isi nama, paling sedikit 3 huruf') }),
  view: ({ fields }) => (
    <WorkLayout title={t('Catat baru')} width="text">
      <Form fields={fields} submit={t('Simpan')}>
        <TextField field={fields('name')} label={t('Nama')} required />
      </Form>
    </WorkLayout>
  ),
  async act({ who, tx, input }) {
    await create(tx, who, input)
    return goto('/kerja/${noun}/baru', 'Data dicatat')
  },
})
`,
  [at('.ts')]: `import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { Refused } from '#platform/web/problems.ts'
import { mayCreate } from '../policy.ts'
import { add } from '../store.ts'
import { nameOf } from '../${record}.ts'

/** Adds a ${record} to the person's own unit and returns its id; Refused without the permission there, Problem for a bad name. */
export function create(tx: Tx, who: Who, input: { name: string }): Promise<string> {
  const unitId = who.account?.unitId
  if (!unitId || !mayCreate(who, unitId)) throw new Refused()
  return add(tx, { unitId, name: nameOf(input.name) })
}
`,
  [at('.test.ts')]: `import { expect, test } from 'vitest'
import { visitor } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { Refused } from '#platform/web/problems.ts'
import { create } from './create.ts'
import { createPage } from './create.page.tsx'

/** A transaction nobody may touch: whoever is refused is refused before the database is asked. */
const untouched = new Proxy({}, { get: () => expect.fail('the database was asked') }) as Tx

test('a visitor is refused before anything is stored', () => {
  expect(() => create(untouched, visitor, { name: 'Balai Desa' })).toThrow(Refused)
})

test('the page asks for the permission at its door', () => {
  expect(createPage.may).toBe('${noun}.create')
})
`,
})

const acting = (at, noun, { verb }, Type, name, Name) => ({
  [at('.page.tsx')]: `import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Form, WorkLayout } from '#ui/index.ts'
import { ${name} } from './${verb}.ts'

/** Lets someone ${verb} one record of ${noun}. */
export const ${name}Page = page({
  path: '/kerja/${noun}/:id/${verb}',
  may: '${noun}.${verb}',
  view: ({ fields }) => (
    <WorkLayout title={t('Simpan')} width="text">
      <Form fields={fields} submit={t('Simpan')}>{null}</Form>
    </WorkLayout>
  ),
  async act({ who, tx, params }) {
    await ${name}(tx, who, params.id ?? '')
    return goto('/kerja/${noun}/baru', 'Data dicatat')
  },
})
`,
  [at('.ts')]: `import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/web/problems.ts'

/** ${Name} one ${Type}; NotFound for one the person does not reach. */
export async function ${name}(_tx: Tx, who: Who, id: string): Promise<void> {
  // Read the record by the module's store, ask policy.ts, then write. A stranger's record answers 404.
  if (!id || !who.reach('${noun}.${verb}')) throw new NotFound()
}
`,
  [at('.test.ts')]: `import { expect, test } from 'vitest'
import { visitor } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/web/problems.ts'
import { ${name} } from './${verb}.ts'
import { ${name}Page } from './${verb}.page.tsx'

test('a record out of reach is not there', async () => {
  await expect(${name}({} as Tx, visitor, '019396a0-0000-7000-8000-000000000000')).rejects.toThrow(NotFound)
})

test('the page asks for the permission at its door', () => {
  expect(${name}Page.may).toBe('${noun}.${verb}')
})
`,
})
