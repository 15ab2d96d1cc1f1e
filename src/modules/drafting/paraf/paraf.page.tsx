import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { Button, ButtonLink, Disclosure, Form, HiddenField, Notice, PaperView, Section, Suggestions, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { correspondentsOf, recognised } from '../correspondents.ts'
import { crumbsOf, draftHere, takeHere } from '../here.ts'
import { dayOf, giveBack, giveParaf, insert } from '../lifecycle.ts'
import { draftParts, ParafTimeline } from '../parts.tsx'
import { seatOnTurn } from '../policy.ts'
import { suggestions } from '../write/content.ts'

/** Agrees to a draft on the way to its signature, returns it, changes it, or asks one more. */
export const parafPage = page({
  path: '/kerja/surat/:id/paraf',
  may: 'signed-in',
  form: z.object({
    step: z.enum(['give', 'return', 'insert'], 'Pilih langkahnya'),
    remarks: z.string().max(4000, 'Paling banyak {max} huruf').default('').transform(text => text.trim()),
    post: z.string().max(200, 'Paling banyak {max} huruf').default('').transform(text => text.replace(/\s+/g, ' ').trim()),
    version: z.coerce.number().int().optional(),
  }),
  async load(context) {
    const here = await draftHere(context, 'paraf')
    return { ...here, known: await correspondentsOf(context, context.db, dayOf(context)), parts: await draftParts(context, here.letter) }
  },
  view({ data: { letter, draft, seats, known, parts }, fields }) {
    const seat = seatOnTurn({ letter, draft, seats })
    const base = `/kerja/surat/${letter.id}`
    return (
      <WorkLayout title={t('Paraf')} lead={letter.subject} breadcrumbs={crumbsOf(letter)} action={<ButtonLink kind="quiet" href={`${base}/ubah`}>{t('Ubah naskah')}</ButtonLink>}>
        {seat && !seat.inCharge && <Notice><p>{t('Hari ini jabatan {title} dipegang orang lain sebagai pelaksana; paraf Anda sebagai pejabatnya tetap berlaku.', { title: seat.title })}</p></Notice>}
        <Form fields={fields} actions={
          <>
            <Button kind="primary" name="step" value="give">{t('Beri paraf')}</Button>
            <Button name="step" value="return">{t('Kembalikan')}</Button>
          </>
        }>
          <HiddenField name="version" value={String(draft.version)} />
          <TextArea field={fields('remarks')} label={t('Catatan')} hint={t('Wajib bila dikembalikan: apa yang perlu diperbaiki.')} rows={3} maxlength={4000} />
        </Form>
        <PaperView src={`${base}/naskah.svg?v=${draft.version}`} width={595} height={842} alt={t('Naskah {subject} sebagaimana akan dicetak.', { subject: letter.subject })} />
        <ButtonLink kind="plain" href={`${base}/naskah`}>{t('Baca sebagai teks')}</ButtonLink>
        {parts && <Section title={t('Jalannya paraf')}><ParafTimeline {...parts} /></Section>}
        <Disclosure title={t('Minta paraf satu jabatan lagi')}>
          <Form>
            <HiddenField name="version" value={String(draft.version)} />
            <Suggestions id={suggestions} words={known.heads.map(({ name }) => name)} />
            <TextField field={fields('post')} label={t('Jabatan')} hint={t('Memaraf tepat sesudah Anda.')} maxlength={200} suggestions={suggestions} />
            <Button name="step" value="insert">{t('Tambahkan')}</Button>
          </Form>
        </Disclosure>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, ask, who, input, note } = context
    const { means, taken, by, seat } = await takeHere(context, 'paraf', input.version)
    const { id } = taken.letter
    if (input.step === 'insert') {
      const known = await correspondentsOf(context, tx, dayOf(context))
      const found = await recognised({ ask }, tx, known, input.post, 'to')
      if (!found?.postId) throw new Problem('post', '“{name}” bukan jabatan di sini. Pilih dari saran.', { name: input.post })
      if (found.postId === taken.draft.content.signer.postId) throw new Problem('post', '{name} menandatangani surat ini, jadi tidak ikut memaraf.', { name: found.name })
      await insert(means, taken, { postId: found.postId, kind: 'coordination' }, by)
      note({ record: ['letter', id], after: { step: 'insert', position: found.name } })
      return goto(`/kerja/surat/${id}/paraf`, '{name} akan memaraf sesudah Anda.', { name: found.name })
    }
    if (input.step === 'return') {
      await giveBack(means, id, by, input.remarks)
      note({ record: ['letter', id], before: { state: taken.letter.state }, after: { step: 'return', state: 'returned' } })
      return goto(`/kerja/surat/${id}`, 'Surat dikembalikan kepada konseptornya.')
    }
    const moved = await giveParaf(means, taken, seat!, { id: who.account!.id, name: who.account!.name }, input.remarks || null)
    note({ record: ['letter', id], before: { state: taken.letter.state }, after: { step: 'give', state: moved.letter.state, version: taken.draft.version } })
    return goto(`/kerja/surat/${id}`, moved.letter.state === 'approved' ? 'Diparaf. Surat sekarang menunggu tanda tangan.' : 'Diparaf, dan diteruskan kepada yang berikutnya.')
  },
})
