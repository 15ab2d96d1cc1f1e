import { z } from 'zod'
import { paragraphs } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Button, Form, TextArea, WorkLayout } from '#ui/index.ts'
import { crumbsOf, draftHere, takeHere } from '../here.ts'
import { cancel, withdraw } from '../lifecycle.ts'

/** Takes a letter back from those who have it for paraf or for the signature. */
export const withdrawPage = page({
  path: '/kerja/surat/:id/tarik',
  may: 'signed-in',
  form: z.object({}),
  load: context => draftHere(context, 'withdraw'),
  view: ({ data: { letter }, fields }) => (
    <WorkLayout title={t('Tarik kembali')} lead={letter.subject} width="text" breadcrumbs={crumbsOf(letter)}>
      <p>{t('Surat menjadi konsep lagi dan hilang dari meja yang sedang memegangnya. Parafnya dimulai dari awal bila diedarkan lagi.')}</p>
      <Form fields={fields} submit={t('Tarik kembali')} />
    </WorkLayout>
  ),
  async act(context) {
    const { means, taken, by } = await takeHere(context, 'withdraw')
    await withdraw(means, taken, by)
    context.note({ record: ['letter', taken.letter.id], before: { state: taken.letter.state }, after: { state: 'draft' } })
    return goto(`/kerja/surat/${taken.letter.id}`, 'Surat ditarik kembali dan menjadi konsep.')
  },
})

/** Gives a draft up; it stays on record with the reason. */
export const cancelPage = page({
  path: '/kerja/surat/:id/batalkan',
  may: 'signed-in',
  form: z.object({ reason: paragraphs(5, 1000, 'Tulis alasannya, paling sedikit 5 huruf') }),
  load: context => draftHere(context, 'cancel'),
  view: ({ data: { letter }, fields }) => (
    <WorkLayout title={t('Batalkan konsep')} lead={letter.subject} width="text" breadcrumbs={crumbsOf(letter)}>
      <Form fields={fields} actions={<Button kind="danger">{t('Batalkan konsep')}</Button>}>
        <TextArea field={fields('reason')} label={t('Alasan')} hint={t('Konsep tetap tersimpan sebagai dibatalkan, beserta alasan ini.')} required rows={3} maxlength={1000} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { means, taken, by } = await takeHere(context, 'cancel')
    await cancel(means, taken, by, context.input.reason)
    context.note({ record: ['letter', taken.letter.id], before: { state: taken.letter.state }, after: { state: 'cancelled' } })
    return goto(`/kerja/surat/${taken.letter.id}`, 'Konsep dibatalkan.')
  },
})
