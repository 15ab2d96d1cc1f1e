import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { Form, Notice, RadioField, TextField, WorkLayout } from '#ui/index.ts'
import { heirs } from '../disposition.ts'
import { recall } from '../follow-up.ts'
import { placeHere, placeTaken } from '../parts/place.ts'
import { wayTo } from '../parts/words.ts'
import { isGiver, isSecret } from '../policy.ts'

const notYours = 'Hanya pemberi disposisi yang dapat menariknya kembali.'

/** Taking a disposition back, as long as the recipient has not read it. */
export const recallPage = page({
  path: '/kerja/surat/:id/disposisi/:recipient/tarik',
  may: 'signed-in',
  form: z.object({ alasan: line(3, 500, 'Tulis alasannya, paling sedikit 3 huruf'), penerus: z.preprocess(value => value || null, z.uuid('Pilih dari daftar').nullable()) }),
  async load(context) {
    const { place, given, recipient } = await placeHere(context)
    if (!isGiver(place.seated, given)) throw new Refused(notYours)
    return { letter: place.letter, recipient, others: heirs(place.chain, recipient) }
  },
  view: ({ data: { letter, recipient, others }, fields }) => (
    <WorkLayout title={t('Tarik kembali disposisi')} lead={isSecret(letter) ? recipient.title : `${recipient.title} · ${letter.subject}`} width="text" breadcrumbs={wayTo(letter, t('Tarik kembali'))}>
      {recipient.state === 'unread' || fields.errors.length > 0 ? (
        <Form fields={fields} submit={t('Tarik kembali')}>
          {others.length > 1 && <RadioField field={fields('penerus')} label={t('Penanggung jawab berikutnya')} required options={others.map(one => ({ value: one.id, label: one.title, hint: one.name ?? undefined }))} />}
          <TextField field={fields('alasan')} label={t('Alasan')} hint={t('Dibaca semua yang terlibat dalam rantai disposisi.')} required maxlength={500} />
        </Form>
      ) : (
        <Notice tone="warn"><p>{t('Disposisi ini sudah dibaca {title}, jadi tidak dapat ditarik kembali. Beri arahan baru kepada yang bersangkutan.', { title: recipient.title })}</p></Notice>
      )}
    </WorkLayout>
  ),
  before: ({ ask, params, ...context }) => ask(letters).readable({ ...context, ask }, params.id!),
  async act(context) {
    const { tx, input, note, params } = context
    const place = await placeTaken(context, tx)
    if (!isGiver(place.seated, place.given)) throw new Refused(notYours)
    await recall(tx, context, place, { reason: input.alasan, heirId: input.penerus })
    note({ record: ['letter', params.id!], after: { disposition: place.given.id, recipient: place.recipient.id, state: 'recalled' } })
    return goto(`/kerja/surat/${params.id!}`, 'Disposisi ditarik kembali.')
  },
})
