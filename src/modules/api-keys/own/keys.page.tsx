import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { roleCatalogue } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, EmptyState, WorkLayout } from '#ui/index.ts'
import { KeyTable } from '../parts/table.tsx'
import { keysOf, revokeKey, takeKey } from '../store.ts'

/** The keys with which this person's programs act in their name. */
export const keysPage = page({
  path: '/akun/kunci-api',
  may: 'signed-in',
  form: z.object({ kunci: z.uuid('Pilih dari daftar') }),
  async load({ db, who, ask, government }) {
    const [keys, units] = await Promise.all([keysOf(db, who.account!.id), ask(unitDirectory).of(government.id)])
    return { keys, units, permissions: ask(roleCatalogue).permissions }
  },
  view: ({ data: { keys, units, permissions }, now }) => (
    <WorkLayout title={t('Kunci API')} lead={t('Dengan kunci, program Anda bekerja atas nama Anda, misalnya mengirim data ke katalog. Cabut kunci yang tidak dipakai lagi atau mungkin bocor.')}
      breadcrumbs={[{ label: t('Akun saya'), href: '/akun' }, { label: t('Kunci API') }]} action={<ButtonLink href="/akun/kunci-api/baru">{t('Kunci baru')}</ButtonLink>}>
      {keys.length > 0 ? <KeyTable caption={t('Kunci API')} keys={keys} permissions={permissions} units={units} now={now} /> : (
        <EmptyState title={t('Belum ada kunci')}>{t('Kunci diperlukan untuk mengirim data lewat program. Membaca data terbuka tidak memerlukannya.')}</EmptyState>
      )}
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    const key = await takeKey(tx, input.kunci, who.account!.id)
    if (!key) throw new NotFound()
    await revokeKey(tx, key.id, who.account!.id)
    note({ record: ['api-key', key.id], before: { revoked: false }, after: { revoked: true } })
    return goto('/akun/kunci-api', 'Kunci dicabut. Program yang memakainya ditolak mulai sekarang.')
  },
})
