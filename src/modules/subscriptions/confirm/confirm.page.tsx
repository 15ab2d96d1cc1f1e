import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { BareLayout, ButtonLink, FactList, Form } from '#ui/index.ts'
import { describe, frequencyWords } from '../choice.ts'
import { unlisted } from '../parts/unlisted.tsx'
import { byConfirmation, confirmSubscription } from '../store.ts'

/** Where the letter leads. Opening it confirms nothing, because programs that check links open them too. */
export const confirmPage = page({
  path: '/langganan/konfirmasi/:token',
  may: 'public',
  load: async ({ db, ask, government, hands, params }) => ({ found: await byConfirmation(db, hands.secret, params.token!), units: await ask(unitDirectory).of(government.id) }),
  view({ data: { found, units }, fields }) {
    if (!found)
      return (
        <BareLayout title={t('Tautan ini tidak berlaku lagi')} lead={t('Tautan konfirmasi berlaku tujuh hari, dan hilang bila langganannya dihentikan.')} head={unlisted}>
          <p><ButtonLink href="/langganan">{t('Berlangganan lagi')}</ButtonLink></p>
        </BareLayout>
      )
    const { subscription, subscriber } = found
    if (subscription.confirmedAt)
      return (
        <BareLayout title={t('Langganan ini sudah aktif')} lead={describe(subscription, units)} head={unlisted}>
          <p><ButtonLink href={`/langganan/kelola/${subscriber.token}`}>{t('Lihat atau ubah langganan')}</ButtonLink></p>
        </BareLayout>
      )
    return (
      <BareLayout title={t('Kirimi saya kabar ini?')} lead={t('Anda dapat mengubah atau menghentikannya kapan saja.')} head={unlisted}>
        <FactList facts={[{ label: t('Kabar'), value: describe(subscription, units) }, { label: t('Kapan'), value: t(frequencyWords[subscription.frequency]) }, { label: t('Surel'), value: subscriber.address }]} />
        <Form fields={fields} submit={t('Ya, kirimi saya kabar')} />
      </BareLayout>
    )
  },
  async act({ tx, hands, params, note }) {
    const found = await byConfirmation(tx, hands.secret, params.token!)
    if (!found) throw new NotFound()
    await confirmSubscription(tx, found.subscription.id)
    note({ record: ['subscription', found.subscription.id], after: { confirmed: true } })
    return goto(`/langganan/kelola/${found.subscriber.token}`, 'Langganan Anda aktif.')
  },
})
