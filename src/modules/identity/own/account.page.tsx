import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { cookie, languageCookie } from '#platform/web/cookies.ts'
import { goto, page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { FactList, Form, RadioField, Section, Stack, TextField, WorkLayout } from '#ui/index.ts'
import type { Tables } from '../tables.ts'
import { heldRoles } from '../manage/store.ts'
import { RoleTable } from '../parts/role-table.tsx'
import { ownTabs } from './tabs.tsx'

/** What the installation knows of the person, and what they may change themselves. */
export const ownAccountPage = page({
  path: '/akun',
  may: 'signed-in',
  form: z.object({ nama: line(2, 200, 'Isi nama lengkap'), bahasa: z.enum(['id', 'en'], 'Pilih bahasa') }),
  async load(context) {
    const { who, ask, government } = context
    const account = who.account!
    const [units, roles] = await Promise.all([ask(unitDirectory).of(government.id), heldRoles(context, account.id)])
    return { account, units, roles }
  },
  fill: ({ account }) => ({ nama: account.name, bahasa: account.language }),
  view: ({ data: { account, units, roles }, fields }) => (
    <WorkLayout title={t('Akun saya')} tabs={ownTabs()} width="text">
      <Stack>
        <FactList
          facts={[
            { label: t('Nama pengguna'), value: account.username },
            { label: t('Surel'), value: account.email },
            { label: t('Unit kerja'), value: units.byId(account.unitId)?.name },
            { label: t('Jabatan'), value: account.title },
          ]}
        />
        <Form fields={fields} submit={t('Simpan')}>
          <TextField field={fields('nama')} label={t('Nama lengkap')} hint={t('Dengan gelar, seperti pada surat dinas.')} autocomplete="name" required />
          <RadioField field={fields('bahasa')} label={t('Bahasa layar')} options={[{ value: 'id', label: 'Bahasa Indonesia' }, { value: 'en', label: 'English' }]} required />
        </Form>
      </Stack>
      <Section title={t('Peran saya')}>
        <RoleTable roles={roles} units={units} />
      </Section>
    </WorkLayout>
  ),
  async act({ tx, who, input, request, note }) {
    const account = who.account!
    await tx.withTables<Tables>().updateTable('identity.account').set({ name: input.nama, language: input.bahasa, updated_at: new Date() }).where('id', '=', account.id).execute()
    note({ record: ['account', account.id], before: { name: account.name, language: account.language }, after: { name: input.nama, language: input.bahasa } })
    return { ...goto('/akun', 'Perubahan disimpan.'), cookies: [cookie(languageCookie, input.bahasa, { secure: request.origin.startsWith('https:'), maxAge: 365 * 86_400 })] }
  },
})
