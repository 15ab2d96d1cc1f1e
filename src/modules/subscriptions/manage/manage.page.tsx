import { z } from 'zod'
import { several } from '#platform/forms/inputs.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, BareLayout, ButtonLink, CheckList, Form, HiddenField, RadioField, Section, Stack } from '#ui/index.ts'
import { describe } from '../choice.ts'
import { ChoiceFields, choiceFrom, choiceInputs, frequencyInput, frequencyOptions } from '../parts/choosing.tsx'
import { unlisted } from '../parts/unlisted.tsx'
import { addSubscription, byToken, keepSubscriptions, subscriptionsOf } from '../store.ts'

/** Nobody needs more, and a program that adds without end is stopped here. */
const most = 50

async function load({ db, ask, government, hands, params }: Pick<Context, 'db' | 'ask' | 'government' | 'hands' | 'params'>) {
  const subscriber = await byToken(db, hands.secret, params.token!)
  if (!subscriber) return null
  const [subscriptions, units] = await Promise.all([subscriptionsOf(db, subscriber.id), ask(unitDirectory).of(government.id)])
  return { subscriber, units, subscriptions: subscriptions.filter(one => one.confirmedAt) }
}

/** What a reader gets, to be seen and changed by whoever has the link of their letters. */
export const managePage = page({
  path: '/langganan/kelola/:token',
  may: 'public',
  form: z.object({ langkah: z.enum(['simpan', 'tambah']), tetap: several(z.uuid('Pilih dari daftar')), frekuensi: frequencyInput.optional(), ...choiceInputs }),
  load,
  fill: data => ({ tetap: data?.subscriptions.map(one => one.id), frekuensi: data?.subscriptions[0]?.frequency ?? 'at-once' }),
  view({ data, fields }) {
    if (!data)
      return (
        <BareLayout title={t('Anda tidak berlangganan lagi')} lead={t('Alamat Anda sudah dihapus dari daftar kami.')} head={unlisted}>
          <p><ButtonLink href="/langganan">{t('Berlangganan lagi')}</ButtonLink></p>
        </BareLayout>
      )
    const { subscriber, subscriptions, units } = data
    const adding = fields('langkah').value === 'tambah'
    const none = fieldsOf({})
    return (
      <BareLayout title={t('Langganan Anda')} lead={subscriber.channel === 'mail' ? subscriber.address : t('Pemberitahuan di ponsel atau peramban ini')} head={unlisted}>
        {subscriptions.length > 0 && (
          <Form fields={adding ? undefined : fields} submit={t('Simpan')}>
            <HiddenField name="langkah" value="simpan" />
            <CheckList field={fields('tetap')} label={t('Kabar yang Anda terima')} required hint={t('Hapus centang pada yang tidak Anda perlukan lagi.')} options={subscriptions.map(one => ({ value: one.id, label: describe(one, units) }))} />
            {subscriber.channel === 'mail' && <RadioField field={fields('frekuensi')} label={t('Kapan')} required options={frequencyOptions()} />}
          </Form>
        )}
        <Section title={t('Tambah kabar')}>
          <Form fields={adding ? fields : undefined} submit={t('Tambah')}>
            <HiddenField name="langkah" value="tambah" />
            <ChoiceFields fields={adding ? fields : none} units={units} />
          </Form>
        </Section>
        <Section title={t('Berhenti')}>
          <Stack>
            <p>{t('Alamat dan semua pilihan Anda dihapus.')}</p>
            <Actions><ButtonLink href={`/langganan/berhenti/${subscriber.token}`} kind="quiet">{t('Berhenti berlangganan')}</ButtonLink></Actions>
          </Stack>
        </Section>
      </BareLayout>
    )
  },
  async act(context) {
    const { tx, input, params, note } = context
    const data = await load({ ...context, db: tx })
    if (!data) throw new NotFound()
    const { subscriber, subscriptions, units } = data
    const frequency = subscriber.channel === 'push' ? 'at-once' : (input.frekuensi ?? subscriptions[0]?.frequency ?? 'at-once')
    if (input.langkah === 'tambah') {
      if (subscriptions.length >= most) throw new Problem('unit', 'Paling banyak {most} pilihan. Hapus satu dahulu.', { most })
      await addSubscription(tx, subscriber.id, choiceFrom(input, units), frequency)
    } else {
      if (!subscriptions.some(one => input.tetap.includes(one.id))) throw new Problem('tetap', 'Sisakan paling sedikit satu, atau pilih “Berhenti berlangganan”.')
      await keepSubscriptions(tx, subscriber.id, input.tetap, frequency)
    }
    note({ record: ['subscriber', subscriber.id], after: { step: input.langkah } })
    return goto(`/langganan/kelola/${params.token}`, 'Langganan Anda disimpan.')
  },
})
