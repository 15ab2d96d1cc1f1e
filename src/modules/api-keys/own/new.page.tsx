import { z } from 'zod'
import { line, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import type { PermissionSpec } from '#platform/web/module.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { roleCatalogue } from '#modules/identity/contract.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { CheckList, EmptyState, Form, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { givable, hashOf, lifetimes, newSecret } from '../key.ts'
import { activeKeys, insertKey } from '../store.ts'

/** Keys of one person that may work at once. */
const most = 20

interface Choices {
  permissions: PermissionSpec[]
  units: Unit[]
}

/** What this person may hand on to a program. */
async function choicesOf({ ask, who, government }: Pick<Context, 'ask' | 'who' | 'government'>): Promise<Choices> {
  const permissions = ask(roleCatalogue).permissions.filter(({ permission }) => givable.includes(permission) && who.may(permission))
  const { all } = await ask(unitDirectory).of(government.id)
  const reaches = permissions.flatMap(({ permission }) => who.reach(permission) ?? [])
  return { permissions, units: all.filter(unit => !['division', 'section'].includes(unit.kind) && reaches.some(reach => reach.government || reach.units.has(unit.id))) }
}

/** Makes a key; it is shown on the next page and never again. */
export const newKeyPage = page({
  path: '/akun/kunci-api/baru',
  may: 'signed-in',
  form: z.object({
    name: line(3, 80, 'Beri nama yang mengingatkan untuk apa kunci ini'),
    permissions: several(z.string()).pipe(z.array(z.string()).min(1, 'Pilih paling sedikit satu')),
    unit: z.string().default(''),
    days: z.coerce.number<string>('Pilih masa berlaku').refine(days => lifetimes.some(one => one === days), 'Pilih masa berlaku'),
  }),
  load: choicesOf,
  fill: ({ permissions }) => ({ days: '90', permissions: permissions.map(({ permission }) => permission) }),
  view: ({ data: { permissions, units }, fields }) => (
    <WorkLayout title={t('Kunci baru')} lead={t('Beri kunci sesempit yang diperlukan programnya.')} width="text" breadcrumbs={[{ label: t('Akun saya'), href: '/akun' }, { label: t('Kunci API'), href: '/akun/kunci-api' }]}>
      {permissions.length > 0 ? (
        <Form fields={fields} submit={t('Buat kunci')}>
          <TextField field={fields('name')} label={t('Nama kunci')} hint={t('Misalnya: server aplikasi kesehatan.')} required maxlength={80} />
          <CheckList field={fields('permissions')} label={t('Yang boleh dilakukan')} required options={permissions.map(({ permission, label }) => ({ value: permission, label: t(label) }))} />
          <SelectField field={fields('unit')} label={t('Untuk unit')} empty={t('Semua unit saya')} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
          <SelectField field={fields('days')} label={t('Masa berlaku')} required options={lifetimes.map(days => ({ value: String(days), label: t('{n} hari', { n: days }) }))} />
        </Form>
      ) : <EmptyState title={t('Belum ada yang dapat diwakilkan')}>{t('Peran Anda belum memuat pekerjaan yang dapat dilakukan program.')}</EmptyState>}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note } = context
    const { permissions, units } = await choicesOf(context)
    const given = permissions.flatMap(({ permission }) => (input.permissions.includes(permission) ? [permission] : []))
    if (given.length !== input.permissions.length) throw new Problem('permissions', 'Pilih dari daftar')
    if (input.unit !== '' && !units.some(({ id }) => id === input.unit)) throw new Problem('unit', 'Pilih dari daftar')
    const account = who.account!
    if ((await activeKeys(tx, account.id)) >= most) throw new Problem('', 'Anda sudah mempunyai {most} kunci yang berlaku. Cabut yang tidak dipakai dahulu.', { most })
    const { secret, prefix } = newSecret()
    const id = await insertKey(tx, { accountId: account.id, name: input.name, prefix, hash: hashOf(secret), permissions: given, unitIds: input.unit === '' ? [] : [input.unit], strong: account.strong, days: input.days })
    note({ record: ['api-key', id], after: { name: input.name, prefix, permissions: given, unit: input.unit || null, days: input.days } })
    await notify(tx, [account.id], { text: 'Kunci API “{name}” dibuat dari akun Anda. Bukan Anda? Cabut segera.', values: { name: input.name }, href: '/akun/kunci-api' })
    return goto('/akun/kunci-api', 'Kunci dibuat. Salin sekarang, tidak akan ditampilkan lagi: {secret}', { secret })
  },
})
