import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people, roleCatalogue } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { EmptyState, WorkLayout } from '#ui/index.ts'
import { KeyTable } from '../parts/table.tsx'
import { revokeKey, takeKey, workingKeys } from '../store.ts'

const permission = 'api-keys.oversee'

/** Owners within reach, by account. */
async function ownersOf({ ask, db, who }: Pick<Context, 'ask' | 'db' | 'who'>, accountIds: readonly string[]) {
  const named = await ask(people).named(db, [...new Set(accountIds)])
  const reach = who.reach(permission)
  return new Map([...named].filter(([, { unitId }]) => covers(reach, { unitId })))
}

/** Every key that works, for whoever answers for the installation. */
export const allKeysPage = page({
  path: '/kerja/kunci-api',
  may: permission,
  form: z.object({ kunci: z.uuid('Pilih dari daftar') }),
  async load(context) {
    const [keys, units] = await Promise.all([workingKeys(context.db), context.ask(unitDirectory).of(context.government.id)])
    const owners = await ownersOf(context, keys.map(key => key.accountId))
    return { keys: keys.filter(key => owners.has(key.accountId)), units, owners, permissions: context.ask(roleCatalogue).permissions }
  },
  view: ({ data: { keys, units, owners, permissions }, now }) => (
    <WorkLayout title={t('Kunci API')} lead={t('Kunci yang berlaku sekarang, milik siapa, dan kapan terakhir dipakai.')}>
      {keys.length > 0 ? <KeyTable caption={t('Kunci yang berlaku')} keys={keys} permissions={permissions} units={units} now={now} ownerOf={key => owners.get(key.accountId)?.name} /> : (
        <EmptyState title={t('Tidak ada kunci yang berlaku')}>{t('Setiap pegawai membuat kuncinya sendiri di halaman akun.')}</EmptyState>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note } = context
    const key = await takeKey(tx, input.kunci, null)
    if (!key || !(await ownersOf({ ...context, db: tx }, [key.accountId])).has(key.accountId)) throw new NotFound()
    await revokeKey(tx, key.id, who.account!.id)
    note({ record: ['api-key', key.id], before: { revoked: false }, after: { revoked: true } })
    if (key.accountId !== who.account!.id) await notify(tx, [key.accountId], { text: 'Kunci API “{name}” dicabut oleh administrator.', values: { name: key.name }, href: '/akun/kunci-api' })
    return goto('/kerja/kunci-api', 'Kunci dicabut. Program yang memakainya ditolak mulai sekarang.')
  },
})
