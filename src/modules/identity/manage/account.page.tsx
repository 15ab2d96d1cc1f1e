import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { day, optionalDay } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { Button, DateField, DateTime, FactList, Form, HiddenField, Notice, Section, SelectField, StateBadge, WorkLayout, type Option } from '#ui/index.ts'
import { RoleTable } from '../parts/role-table.tsx'
import { changeAccount } from './change-account.ts'
import { accountStates, unitOptions } from './parts.tsx'
import { assignableRoles, mayManage } from './policy.ts'
import { accountWithin, heldRoles, rolesOf, type HeldRole, type ManagedAccount, type Role } from './store.ts'

/** What can be done to an account, one step at a time. */
export const accountSteps = z.discriminatedUnion('langkah', [
  z.object({ langkah: z.literal('beri'), peran: z.uuid('Pilih peran'), unit: z.uuid('Pilih unit'), mulai: day('Isi tanggal mulai'), sampai: optionalDay() }),
  z.object({ langkah: z.literal('cabut'), pegangan: z.uuid('Pilih dari daftar') }),
  z.object({ langkah: z.enum(['nonaktifkan', 'aktifkan', 'undang', 'lepas-langkah-kedua']) }),
])

interface Data {
  account: ManagedAccount
  held: HeldRole[]
  units: UnitTree
  assignable: Role[]
  places: Option[]
  manageable: boolean
}

async function read(context: Pick<Context, 'db' | 'who' | 'ask' | 'government' | 'params' | 'now'>): Promise<Data> {
  const { db, who, ask, government, params } = context
  const reach = who.reach('identity.manage-accounts')
  const account = await accountWithin(db, reach, params.id ?? '')
  if (!account) throw new NotFound()
  const [held, roles, units] = await Promise.all([heldRoles(context, account.id), rolesOf(db), ask(unitDirectory).of(government.id)])
  return { account, held, units, assignable: assignableRoles(who, roles, units), places: unitOptions(units, reach), manageable: mayManage(who, account.id, held, roles, units) }
}

/** One account: what is known of it, the roles it holds, and what its administrator may do. */
export const accountPage = page({
  path: '/kerja/akun/:id',
  may: 'identity.manage-accounts',
  form: accountSteps,
  load: read,
  fill: ({ account }, { government, now }) => ({ mulai: dayIn(now, government.zone), unit: account.unitId }),
  view: ({ data, fields, who }) => <AccountView data={data} fields={fields} self={data.account.id === who.account!.id} />,
  act: changeAccount,
})

function AccountView({ data: { account, held, units, assignable, places, manageable }, fields, self }: { data: Data; fields: Fields; self: boolean }) {
  return (
    <WorkLayout title={account.name} lead={units.byId(account.unitId)?.name} breadcrumbs={[{ label: t('Akun'), href: '/kerja/akun' }, { label: account.name }]} width="text">
      <FactList
        facts={[
          { label: t('Keadaan'), value: <StateBadge state={account.state} states={accountStates} /> },
          { label: t('Jabatan'), value: account.title },
          { label: t('Nama pengguna'), value: account.username },
          { label: t('Surel'), value: account.email },
          { label: t('NIP'), value: account.nip },
          { label: t('Langkah kedua saat masuk'), value: account.factor ? t('Terpasang') : t('Belum terpasang') },
          { label: t('Dibuat'), value: <DateTime at={account.createdAt} /> },
        ]}
      />
      {!manageable && <Notice><p>{self ? t('Ini akun Anda sendiri. Peran Anda diatur oleh administrator lain.') : t('Orang ini memegang wewenang di luar jangkauan Anda, jadi akunnya diatur oleh administrator yang lebih luas.')}</p></Notice>}
      <Section title={t('Peran')}>
        <RoleTable roles={held} units={units} act={manageable ? role => <Form actions={<Button name="langkah" value="cabut" about={role.name}>{t('Cabut')}</Button>}><HiddenField name="pegangan" value={role.id} /></Form> : undefined} />
      </Section>
      {!self && (
        <Section title={t('Beri peran')}>
          <Form fields={fields} actions={<Button kind="primary" name="langkah" value="beri">{t('Beri peran')}</Button>}>
            <SelectField field={fields('peran')} label={t('Peran')} options={assignable.map(role => ({ value: role.id, label: role.name }))} empty={t('Pilih peran')} required />
            <SelectField field={fields('unit')} label={t('Di unit')} options={places} required />
            <DateField field={fields('mulai')} label={t('Mulai')} required />
            <DateField field={fields('sampai')} label={t('Sampai')} hint={t('Kosongkan bila tanpa batas. Isi untuk Plt. dan Plh.')} />
          </Form>
        </Section>
      )}
      {manageable && (
        <Section title={t('Akun')}>
          <Form
            actions={
              <>
                {account.state === 'invited' && <Button name="langkah" value="undang">{t('Kirim ulang undangan')}</Button>}
                {account.factor && <Button name="langkah" value="lepas-langkah-kedua">{t('Lepas langkah kedua')}</Button>}
                {account.state === 'inactive' ? <Button name="langkah" value="aktifkan">{t('Aktifkan lagi')}</Button> : <Button kind="danger" name="langkah" value="nonaktifkan">{t('Nonaktifkan')}</Button>}
              </>
            }
          />
        </Section>
      )}
    </WorkLayout>
  )
}
