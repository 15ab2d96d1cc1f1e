import QRCode from 'qrcode'
import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { newToken } from '#platform/secrets/sealing.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { Button, DateTime, FactList, Form, Notice, QrCode, Section, Stack, WorkLayout } from '#ui/index.ts'
import { removeSubscription, subscriptionOf, subscriptionWith, writeSubscription } from '../store.ts'
import { forgetSecret, freshSecret, keepSecret } from './secret.ts'

/** The new address, as long as it is shown: of a secret that was replaced meanwhile nothing is left to show. */
async function newAddress(context: Context): Promise<{ address: string; svg: string } | null> {
  const token = freshSecret(context)
  const holder = token && (await subscriptionWith(context.db, token))
  if (!holder || holder.accountId !== context.who.account?.id) return null
  const address = `${context.place.portal || context.request.origin}/kalender.ics?token=${token}`
  return { address, svg: await QRCode.toString(webcal(address), { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) }
}

/** The scheme by which phones and computers open their calendar. */
const webcal = (address: string) => address.replace(/^https?:/, 'webcal:')

/** Makes, renews and stops the secret address calendar programs subscribe to. */
export const subscribePage = page({
  path: '/kerja/agenda/langganan',
  may: 'signed-in',
  form: z.object({ langkah: z.enum(['buat', 'sudah', 'hentikan'], 'Pilih tombol di halaman ini') }),
  async load(context) {
    const [subscription, fresh] = await Promise.all([subscriptionOf(context.db, context.who.account!.id), newAddress(context)])
    return { subscription, fresh }
  },
  view({ data: { subscription, fresh }, fields }) {
    return (
      <WorkLayout title={t('Agenda di kalender saya')} lead={t('Kalender di ponsel dan komputer mengambil agenda rapat Anda sendiri, beberapa kali sehari.')} width="text"
        breadcrumbs={[{ label: t('Agenda rapat'), href: '/kerja/agenda' }, { label: t('Agenda di kalender saya') }]}>
        {fresh && (
          <Section title={t('Alamat Anda')}><Stack>
            <Notice tone="warn"><p>{t('Alamat ini hanya tampil sekarang. Siapa pun yang memilikinya melihat agenda Anda: jangan kirim kepada orang lain.')}</p></Notice>
            <QrCode svg={fresh.svg} label={t('Buka di kalender perangkat ini')} href={webcal(fresh.address)} />
            <FactList facts={[
              { label: t('Alamat'), value: <code>{fresh.address}</code> },
              { label: t('Google Kalender'), value: t('Di komputer: Kalender lain, Dari URL, lalu tempelkan alamat ini.') },
              { label: t('Outlook'), value: t('Tambahkan kalender, Berlangganan dari web, lalu tempelkan alamat ini.') },
              { label: t('iPhone dan Mac'), value: t('Pindai kotak di atas, atau ketuk tautannya.') },
            ]} />
            <Form fields={fields} actions={<Button kind="primary" name="langkah" value="sudah">{t('Sudah saya pasang')}</Button>} />
          </Stack></Section>
        )}
        {!fresh && (
          <Stack>
            {subscription && (
              <FactList facts={[
                { label: t('Dibuat'), value: <DateTime at={subscription.madeAt} as="full" /> },
                { label: t('Terakhir diambil kalender'), value: subscription.usedAt ? <DateTime at={subscription.usedAt} as="ago" /> : t('Belum pernah') },
              ]} />
            )}
            <p>{subscription ? t('Alamatnya tidak ditampilkan lagi. Bila hilang atau terlihat orang lain, ganti: yang lama langsung tidak berlaku.') : t('Surat rahasia hanya tampil sebagai “Acara terbatas” dengan waktunya.')}</p>
            <Form fields={fields} actions={<>
              <Button kind={subscription ? 'quiet' : 'primary'} name="langkah" value="buat">{subscription ? t('Ganti alamat') : t('Buat alamat langganan')}</Button>
              {subscription && <Button kind="danger" name="langkah" value="hentikan">{t('Hentikan')}</Button>}
            </>} />
          </Stack>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, note } = context
    const accountId = who.account!.id
    if (input.langkah === 'sudah') {
      note({ record: ['calendar', accountId] })
      return { ...goto('/kerja/agenda'), cookies: [forgetSecret(context)] }
    }
    if (input.langkah === 'hentikan') {
      if (!(await removeSubscription(tx, accountId))) throw new Problem('', 'Langganan ini sudah dihentikan.')
      note({ record: ['calendar', accountId], after: { subscription: 'stopped' } })
      return { ...goto('/kerja/agenda/langganan', 'Langganan dihentikan. Kalender Anda tidak lagi mendapat agenda.'), cookies: [forgetSecret(context)] }
    }
    const token = newToken()
    await writeSubscription(tx, accountId, token)
    note({ record: ['calendar', accountId], after: { subscription: 'new address' } })
    return { ...goto('/kerja/agenda/langganan', 'Alamat langganan dibuat.'), cookies: [keepSecret(context, accountId, token)] }
  },
})
