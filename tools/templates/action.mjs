import { addressOf, namesOf, quoted, verbOf } from './names.mjs'

/**
 * The files of one action on a record, and the module's own files with the action wired in: its route and permission,
 * its place among what can be done, its words.
 * @param read answers the text of a file of the repository, or undefined
 */
export function actionFiles(noun, verb, button, english, read) {
  const at = (path) => `src/modules/${noun}/${path}`
  const text = (path) => {
    const found = read(at(path))
    if (found === undefined) throw new Error(`${at(path)} is missing; tools/new-action works on modules that tools/new-module started`)
    return found
  }
  const address = text('module.ts').match(/href: '\/kerja\/([a-z-]+)'/)?.[1]
  if (!address) throw new Error(`${at('module.ts')} has no menu entry under /kerja, so the action has no address`)
  const names = { ...namesOf(noun, address), ...verbOf(verb), button: quoted(button), path: addressOf(button) }
  for (const [file, wanted] of [['policy.ts', 'export const actions'], ['store.ts', 'export async function byId'], ['store.ts', 'export async function addStep'], ['testing.ts', `export const ${names.builder}`], ['testing.ts', 'export async function anOfficer']])
    if (!text(file).includes(wanted)) throw new Error(`${at(file)} has no longer the "${wanted}" that new actions are written with; write this one by hand after its neighbours`)
  const made = { 'module.ts': withRoute(text('module.ts'), names), 'policy.ts': withAction(text('policy.ts'), names), 'words.en.ts': withWords(text('words.en.ts'), names, english) }
  return {
    fresh: { [at(`${verb}/${verb}.page.tsx`)]: screen(names), [at(`${verb}/${verb}.ts`)]: doing(names), [at(`${verb}/${verb}.test.ts`)]: proof(names) },
    changed: Object.fromEntries(Object.entries(made).map(([file, now]) => [at(file), now])),
  }
}

const screen = ({ noun, record, one, verb, name, button, path, address, label }) => `import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Form, TextArea, WorkLayout } from '#ui/index.ts'
import { may } from '../policy.ts'
import { byId } from '../store.ts'
import { ${name} } from './${verb}.ts'

/** Asks for remarks, then does it. */
export const ${name}Page = page({
  path: '${address}/:id/${path}',
  may: '${noun}.${verb}',
  form: z.object({ remarks: z.string().trim().max(2000, 'Paling banyak {max} huruf').default('') }),
  async load({ db, who, params }) {
    const ${one} = await byId(db, params.id!)
    if (!${one} || !may(who, '${verb}', ${one})) throw new NotFound()
    return ${one}
  },
  view: ({ data: ${one}, fields }) => (
    <WorkLayout title={t(${button})} width="text" breadcrumbs={[{ label: t('${label}'), href: '${address}' }, { label: ${one}.name, href: \`${address}/\${${one}.id}\` }]}>
      <Form fields={fields} submit={t(${button})}>
        <TextArea field={fields('remarks')} label={t('Catatan')} rows={4} maxlength={2000} />
      </Form>
    </WorkLayout>
  ),
  async act({ who, tx, params, input, note }) {
    const ${one} = await ${name}(tx, who, params.id!, input.remarks || null)
    note({ record: ['${record}', ${one}.id], after: { step: '${verb}', remarks: input.remarks || null } })
    return goto(\`${address}/\${${one}.id}\`, 'Tersimpan.')
  },
})
`

const doing = ({ record, Type, one, verb, name }) => `import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { NotFound } from '#platform/web/problems.ts'
import type { ${Type} } from '../contract.ts'
import { may } from '../policy.ts'
import { addStep, byId } from '../store.ts'

/** Writes the step into the ${record}'s timeline; NotFound for one out of reach, which a stranger cannot tell from none. */
export async function ${name}(tx: Tx, who: Who, id: string, remarks: string | null): Promise<${Type}> {
  const ${one} = await byId(tx, id, true)
  if (!${one} || !may(who, '${verb}', ${one})) throw new NotFound()
  await addStep(tx, ${one}.id, '${verb}', who.account!.id, remarks)
  return ${one}
}
`

const proof = ({ noun, builder, verb, path, address, button }) => `import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { ${builder}, anOfficer } from '../testing.ts'

let installation: Installation
let government: TestGovernment

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
})
afterAll(() => installation.close())

describe('an officer with the permission', () => {
  it('is offered it, does it, and finds it in the history', async () => {
    const officer = await anOfficer(installation, government, 'dpu', '${noun}.read', '${noun}.${verb}')
    const here = \`${address}/\${await ${builder}(installation, government, { unit: 'dpu' })}\`
    expect((await officer.get(here)).body).toContain(\`href="\${here}/${path}"\`)
    const answer = await officer.post(\`\${here}/${path}\`, { remarks: 'Sudah diperiksa bersama.' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, here])
    const after = (await officer.get(here)).body
    expect(after).toContain('Sudah diperiksa bersama.')
    expect(after).toContain(${button})
  })

  it('of another unit finds nothing there', async () => {
    const officer = await anOfficer(installation, government, 'dpu', '${noun}.read', '${noun}.${verb}')
    const theirs = await ${builder}(installation, government, { unit: 'diskominfo' })
    expect((await officer.get(\`${address}/\${theirs}/${path}\`)).statusCode).toBe(404)
  })
})

describe('an officer without the permission', () => {
  it('is neither offered it nor let in', async () => {
    const reader = await anOfficer(installation, government, 'dpu', '${noun}.read')
    const here = \`${address}/\${await ${builder}(installation, government, { unit: 'dpu' })}\`
    expect((await reader.get(here)).body).not.toContain(\`\${here}/${path}\`)
    expect((await reader.get(\`\${here}/${path}\`)).statusCode).toBe(403)
  })
})
`

/** Puts \`line\` before the end of what \`list\` finds; the expression ends where the list does. */
function into(text, list, add, what) {
  if (!list.test(text)) throw new Error(`found no ${what} to add to; write the action by hand after its neighbours`)
  return text.replace(list, (found, body, end) => `${found.slice(0, found.length - body.length - end.length)}${add(body)}${end}`)
}

function withRoute(text, { noun, verb, name, button }) {
  const page = `import { ${name}Page } from './${verb}/${verb}.page.tsx'`
  const imported = into(text, /((?:^import [^\n]*\n)*)(import words from)/, (body) => `${body}${page}\n`, 'import of the words in module.ts')
  const permitted = into(imported, /permissions: \[([\s\S]*?)(\n {2}\],)/, (body) => `${body}\n    { permission: '${noun}.${verb}', label: ${button} },`, 'permissions: [ … ] in module.ts')
  return into(permitted, /routes: \[([^\]]*?)(\],)/, (body) => `${body}, ${name}Page`, 'routes: [ … ] in module.ts')
}

const withAction = (text, { noun, verb, button, path }) =>
  into(text, /export const actions[^\n]*= \{([\s\S]*?)(\n\})/, (body) => `${body}\n  ${quoted(verb)}: { label: ${button}, path: '${path}', permission: '${noun}.${verb}' },`, 'actions in policy.ts')

function withWords(text, { button }, english) {
  const said = [[button, quoted(english)], ["'Catatan'", "'Remarks'"], ["'Tersimpan.'", "'Saved.'"]].filter(([source]) => !text.includes(`${source}:`))
  return into(text, /export default \{([\s\S]*?)(\n\})/, (body) => `${body}${said.map(([source, word]) => `\n  ${source}: ${word},`).join('')}`, 'words in words.en.ts')
}
