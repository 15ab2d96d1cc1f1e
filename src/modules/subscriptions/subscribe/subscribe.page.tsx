import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { mailAddress } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { mail } from '#platform/mail/mail.ts'
import { useFrame } from '#platform/web/frame.ts'
import { goto, page } from '#platform/web/page.ts'
import { throttle } from '#platform/web/throttle.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { BareLayout, ButtonLink, Form, FormSection, NameList, PublicLayout, RadioField, Section, TextField } from '#ui/index.ts'
import { inside } from '../inside.ts'
import { alreadyLetter, confirmLetter } from '../letters.ts'
import { portalOf } from '../origin.ts'
import { ChoiceFields, choiceFrom, choiceInputs, choiceQuery, frequencyInput, frequencyOptions, valuesFrom, type ChoiceQuery } from '../parts/choosing.tsx'
import { rememberLetter, requestSubscription, subscriberFor } from '../store.ts'
import { PhoneButton } from '../phone/button.tsx'

const hour = 3600
/** From one connection, where a whole office may sit. */
const perConnection = { limit: 30, seconds: hour }
/** To one mailbox: nobody fills somebody else's with our letters. */
const perAddress = { limit: 5, seconds: 24 * hour }

/** The form, and the feeds of the choice that the address names. */
function Subscribe({ units, publicKey, fields, query }: { units: UnitTree; publicKey: string; fields: Fields; query: ChoiceQuery }) {
  const { islands } = useFrame()
  const { unit, ...narrowed } = valuesFrom(query, units)
  const suffix = new URLSearchParams(narrowed).toString()
  const feed = (format: string) => `${unit ? `/kanal/${unit}` : ''}/feed.${format}${suffix && `?${suffix}`}`
  return (
    <PublicLayout title={t('Kabari saya')} lead={t('Terima kabar yang Anda pilih lewat surel, pemberitahuan ponsel, atau umpan. Yang dibiarkan kosong berarti semua.')} width="text" islands={'phone-news' in islands ? ['phone-news'] : []}>
      <Form fields={fields} id="langganan" submit={t('Kirim ke surel saya')} actions={'phone-news' in islands && <PhoneButton publicKey={publicKey} />}>
        <FormSection title={t('Kabar apa')}><ChoiceFields fields={fields} units={units} /></FormSection>
        <FormSection title={t('Ke mana')}>
          <TextField field={fields('surel')} label={t('Surel')} type="email" autocomplete="email" inputmode="email" required
            hint={t('Kami mengirim satu surat untuk memastikan alamat ini milik Anda. Alamat disimpan terenkripsi dan dihapus begitu Anda berhenti.')} />
          <RadioField field={fields('frekuensi')} label={t('Kapan')} required options={frequencyOptions()} />
        </FormSection>
      </Form>
      <Section title={t('Lewat umpan')} id="umpan">
        <p>{t('Tanpa alamat surel: salin salah satu alamat ini ke pembaca umpan Anda.')}</p>
        <NameList items={[{ label: 'Atom', href: feed('atom') }, { label: 'RSS', href: feed('rss') }, { label: 'JSON Feed', href: feed('json') }]} />
      </Section>
    </PublicLayout>
  )
}

/** Readers say what they want to hear of. The answer is the same whether they subscribed before or not. */
export const subscribePage = page({
  path: '/langganan',
  may: 'public',
  query: choiceQuery,
  form: z.object({ surel: mailAddress(), frekuensi: frequencyInput, ...choiceInputs }),
  load: async ({ ask, government }) => ({ units: await ask(unitDirectory).of(government.id), publicKey: ask(inside).push.publicKey }),
  fill: ({ units }, { query }) => ({ frekuensi: 'at-once', ...valuesFrom(query, units) }),
  view: ({ data, fields, query }) => <Subscribe {...data} fields={fields} query={query} />,
  async before({ db, hands, request, input }) {
    await throttle(db, hands.secret, `subscribe connection ${request.ip}`, perConnection.limit, perConnection.seconds)
    await throttle(db, hands.secret, `subscribe address ${input.surel}`, perAddress.limit, perAddress.seconds)
  },
  async act(context) {
    const { tx, ask, government, hands, input, language, note } = context
    const units = await ask(unitDirectory).of(government.id)
    const choice = choiceFrom(input, units)
    const subscriber = await subscriberFor(tx, hands.secret, { channel: 'mail', address: input.surel, language, origin: portalOf(context) })
    const { id, token } = await requestSubscription(tx, subscriber.id, choice, input.frekuensi)
    const letter = token ? confirmLetter(government, subscriber, choice, token, units) : alreadyLetter(government, subscriber, choice, units)
    await rememberLetter(tx, id, await mail(tx, hands.jobs, government.id, letter))
    note({ record: ['subscription', id] })
    return goto('/langganan/terkirim')
  },
})

/** What comes next. */
export const sentPage = page({
  path: '/langganan/terkirim',
  may: 'public',
  view: () => (
    <BareLayout title={t('Periksa kotak surel Anda')} lead={t('Kami mengirim surat ke alamat itu. Buka tautan di dalamnya, dan kabar mulai datang.')}>
      <p>{t('Belum datang dalam beberapa menit? Lihat juga folder spam, lalu coba sekali lagi.')}</p>
      <p><ButtonLink href="/langganan" kind="quiet">{t('Pilih kabar lain')}</ButtonLink></p>
    </BareLayout>
  ),
})
