// The screens of a new module: the list, the form for a new record, one record, and a test through the front door.

export const screenFiles = (names) => ({ ...list(names), ...create(names), ...show(names) })

const list = ({ noun, one, address, label }) => ({
  'list/list.page.tsx': `import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, DataTable, EmptyState, Pager, WorkLayout, addressWith } from '#ui/index.ts'
import { inReach } from '../store.ts'

/** Everything within the person's reach, newest first. */
export const listPage = page({
  path: '${address}',
  may: '${noun}.read',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async load({ db, who, query, ask, government }) {
    const [found, units] = await Promise.all([inReach(db, who.reach('${noun}.read'), query.sebelum, 30), ask(unitDirectory).of(government.id)])
    return { ...found, units }
  },
  view({ data: { rows, older, units }, who, request }) {
    const create = who.may('${noun}.create') ? <ButtonLink href="${address}/baru">{t('Catat baru')}</ButtonLink> : undefined
    return (
      <WorkLayout title={t('${label}')} action={create}>
        <DataTable caption={t('${label}')} rows={rows} rowKey={${one} => ${one}.id} columns={[
          { label: t('Nama'), main: true, cell: ${one} => <a href={\`${address}/\${${one}.id}\`}>{${one}.name}</a> },
          { label: t('Unit'), cell: ${one} => units.byId(${one}.unitId)?.shortName },
        ]} empty={<EmptyState title={t('Belum ada yang tercatat')} action={create}>{t('Yang dicatat unit dalam jangkauan Anda muncul di sini.')}</EmptyState>} />
        <Pager older={older && addressWith(request.url, { sebelum: older })} />
      </WorkLayout>
    )
  },
})
`,
})

const create = ({ noun, record, article, builder, address }) => ({
  'create/create.page.tsx': `import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Form, TextField, WorkLayout } from '#ui/index.ts'
import { create } from './create.ts'

/** Records ${article} ${record} in the person's own unit. */
export const createPage = page({
  path: '${address}/baru',
  may: '${noun}.create',
  form: z.object({ name: line(3, 200, 'Isi nama, paling sedikit 3 huruf') }),
  view: ({ fields }) => (
    <WorkLayout title={t('Catat baru')} width="text">
      <Form fields={fields} submit={t('Simpan')}>
        <TextField field={fields('name')} label={t('Nama')} required maxlength={200} />
      </Form>
    </WorkLayout>
  ),
  async act({ who, tx, input, note }) {
    const id = await create(tx, who, input)
    note({ record: ['${record}', id], after: input })
    return goto(\`${address}/\${id}\`, 'Dicatat.')
  },
})
`,
  'create/create.ts': `import type { Who } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { Refused } from '#platform/web/problems.ts'
import { nameOf } from '../${record}.ts'
import { mayCreate } from '../policy.ts'
import { add } from '../store.ts'

/** Adds ${article} ${record} to the person's own unit and returns its id; Refused without the permission there, Problem for a bad name. */
export async function create(tx: Tx, who: Who, input: { name: string }): Promise<string> {
  const unitId = who.account?.unitId
  if (!unitId || !mayCreate(who, unitId)) throw new Refused()
  return add(tx, { unitId, name: nameOf(input.name), by: who.account!.id })
}
`,
  'create/create.test.ts': `import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import type { Browser } from '#modules/identity/testing.ts'
import { ${builder}, anOfficer } from '../testing.ts'

let installation: Installation
let government: TestGovernment
let officer: Browser

beforeAll(async () => {
  installation = await openInstallation()
  government = await aGovernment(installation)
  officer = await anOfficer(installation, government, 'dpu', '${noun}.read', '${noun}.create')
})
afterAll(() => installation.close())

describe('an officer', () => {
  it('records one in the own unit and finds it in the list', async () => {
    const answer = await officer.post('${address}/baru', { name: '  Balai   Desa ' })
    expect(answer.statusCode).toBe(303)
    expect((await officer.get(String(answer.headers.location))).body).toContain('Balai Desa')
    expect((await officer.get('${address}')).body).toContain(\`href="\${answer.headers.location}"\`)
  })

  it('is told beside the field what is wrong, and keeps what was typed', async () => {
    for (const [name, said] of [['12345', 'Tulis nama dengan huruf'], ['ab', 'Isi nama, paling sedikit 3 huruf']] as const) {
      const answer = await officer.post('${address}/baru', { name })
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain(said)
      expect(answer.body).toContain(\`value="\${name}"\`)
    }
  })

  it('does not see what another unit recorded', async () => {
    const theirs = await ${builder}(installation, government, { unit: 'diskominfo', name: 'Milik unit lain' })
    expect((await officer.get('${address}')).body).not.toContain('Milik unit lain')
    expect((await officer.get(\`${address}/\${theirs}\`)).statusCode).toBe(404)
  })

  it('without the permission is refused at the door', async () => {
    const reader = await anOfficer(installation, government, 'dpu', '${noun}.read')
    expect((await reader.get('${address}/baru')).statusCode).toBe(403)
    expect((await reader.get('${address}')).body).not.toContain('${address}/baru')
  })
})
`,
})

const show = ({ noun, one, record, address, label }) => ({
  'show/show.page.tsx': `import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, FactList, Section, Timeline, WorkLayout } from '#ui/index.ts'
import { actions, may, mayRead } from '../policy.ts'
import { byId, stepsOf } from '../store.ts'

/** One ${record}: what it is, what can be done to it, and what happened. */
export const showPage = page({
  path: '${address}/:id',
  may: '${noun}.read',
  async load({ db, params, who, ask, government }) {
    const ${one} = await byId(db, params.id!)
    if (!${one} || !mayRead(who, ${one})) throw new NotFound()
    const [steps, units] = await Promise.all([stepsOf(db, ${one}.id), ask(unitDirectory).of(government.id)])
    return { ${one}, steps, units, names: await ask(people).named(db, steps.flatMap(({ by }) => by ?? [])) }
  },
  view({ data: { ${one}, steps, units, names }, who }) {
    const offers = Object.entries(actions).filter(([action]) => may(who, action, ${one}))
    return (
      <WorkLayout title={${one}.name} width="text" breadcrumbs={[{ label: t('${label}'), href: '${address}' }]}>
        {offers.length > 0 && <Actions>{offers.map(([action, { label, path }]) => <ButtonLink key={action} kind="quiet" href={\`${address}/\${${one}.id}/\${path}\`}>{t(label)}</ButtonLink>)}</Actions>}
        <FactList facts={[{ label: t('Unit'), value: units.byId(${one}.unitId)?.name }]} />
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(({ action, at, by, remarks }) => ({ title: t(actions[action]?.label ?? 'Dicatat'), at, who: names.get(by ?? '')?.name ?? t('Sistem'), body: remarks }))} />
        </Section>
      </WorkLayout>
    )
  },
})
`,
})
