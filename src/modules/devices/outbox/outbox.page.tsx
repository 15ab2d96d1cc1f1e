import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { BareLayout, ButtonLink, Disclosure, OutboxCarry, OutboxList } from '#ui/index.ts'

/** What waits on this device. The same for everyone, so that it opens without a network and without a session. */
export const outboxPage = page({
  path: '/kotak-keluar',
  may: 'public',
  shows: ({ government }) => ['governments', `government:${government.id}`],
  view: () => (
    <BareLayout banner={false} title={t('Kotak keluar')} lead={t('Yang Anda kirim disimpan di ponsel ini sampai server menerimanya, satu kali.')} islands={['outbox-list']}>
      <OutboxList />
      <Disclosure title={t('Bawa kiriman dari ponsel lain')} level={2}><OutboxCarry /></Disclosure>
      <p><ButtonLink href="/kerja" kind="quiet">{t('Ke halaman kerja')}</ButtonLink></p>
    </BareLayout>
  ),
})
