import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { Badge, DataTable, Form, Section, TextField, WorkLayout } from '#ui/index.ts'
import { mayEditRoles } from '../roles.ts'
import type { Tables } from '../tables.ts'
import { manageTabs } from './parts.tsx'
import { holdersByRole, rolesOf } from './store.ts'

const codeFrom = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 55)

/** The roles of this government, each a bundle of permissions. */
export const rolesPage = page({
  path: '/kerja/peran',
  may: 'identity.manage-roles',
  form: z.object({ nama: line(2, 100, 'Isi nama peran') }),
  async load({ db }) {
    const [roles, holders] = await Promise.all([rolesOf(db), holdersByRole(db)])
    return { roles, holders }
  },
  view: ({ data: { roles, holders }, fields, who }) => (
    <WorkLayout title={t('Peran')} lead={t('Sebuah peran adalah kumpulan wewenang. Orang memegangnya di sebuah unit.')} tabs={manageTabs(who)}>
      <DataTable
        caption={t('Peran')}
        rows={roles}
        rowKey={role => role.id}
        columns={[
          { label: t('Peran'), main: true, cell: role => <a href={`/kerja/peran/${role.id}`}>{role.name}</a> },
          { label: t('Wewenang'), numeric: true, cell: role => number(role.grants.length) },
          { label: t('Pemegang'), numeric: true, cell: role => number(holders.get(role.id) ?? 0) },
          { label: t('Langkah kedua'), cell: role => (role.strong ? <Badge tone="info">{t('Wajib')}</Badge> : '–') },
        ]}
      />
      {mayEditRoles(who) && (
        <Section title={t('Peran baru')}>
          <Form fields={fields} submit={t('Buat peran')}>
            <TextField field={fields('nama')} label={t('Nama peran')} width="half" required />
          </Form>
        </Section>
      )}
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    if (!mayEditRoles(who)) throw new Refused('Peran berlaku untuk seluruh pemerintah daerah; yang mengubahnya perlu wewenang seluas itu.')
    const roles = await rolesOf(tx)
    if (roles.some(role => role.name.toLowerCase() === input.nama.toLowerCase())) throw new Problem('nama', 'Peran dengan nama ini sudah ada.')
    const base = codeFrom(input.nama).padEnd(2, 'x')
    let code = base
    for (let n = 2; roles.some(role => role.code === code); n++) code = `${base}-${n}`
    const { id } = await tx.withTables<Tables>().insertInto('identity.role').values({ code, name: input.nama }).returning('id').executeTakeFirstOrThrow()
    note({ record: ['role', id], after: { name: input.nama, code } })
    return goto(`/kerja/peran/${id}`, 'Peran dibuat. Sekarang pilih wewenangnya.')
  },
})
