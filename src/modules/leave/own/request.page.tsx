import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { Actions, Button, ButtonLink, Disclosure, FactList, Form, Section, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { cancel, withdraw } from '../lifecycle.ts'
import { bookOf } from '../parts/case.ts'
import { detailsOf } from '../parts/details.ts'
import { whatFacts, whereFacts } from '../parts/facts.tsx'
import { actingAs, ownRequest } from '../parts/here.ts'
import { History } from '../parts/history.tsx'
import { spanWords, stateWords } from '../parts/words.ts'
import { mayOwn } from '../policy.ts'
import { deleteDraft } from '../store.ts'

/** One's own request: what it says, what happened, what can be done. */
export const requestPage = page({
  path: '/cuti/:id',
  may: 'signed-in',
  form: z.object({ step: z.enum(['withdraw', 'cancel', 'discard'], 'Pilih langkah'), remarks: optionalLine(300) }),
  async load(context) {
    const { self, request } = await ownRequest(context.db, context)
    return { request, book: await bookOf(context.db, context, self), details: await detailsOf(context.db, context, request) }
  },
  view({ data: { request, book, details }, fields }) {
    const here = `/cuti/${request.id}`
    const draft = request.state === 'draft'
    return (
      <WorkLayout title={spanWords(request)} lead={<StateBadge state={request.state} states={stateWords} />} breadcrumbs={[{ label: t('Cuti saya'), href: '/cuti' }]}
        action={<Actions>
          {draft && <ButtonLink href={`${here}/ubah`}>{t('Lanjutkan dan kirim')}</ButtonLink>}
          {!draft && <ButtonLink kind="quiet" href={`${here}/formulir.pdf`} download>{t('Unduh formulir (PDF)')}</ButtonLink>}
        </Actions>}>
        <FactList facts={[...whatFacts(request, { ...book, standIns: details.standIns, paperHref: `${here}/surat` }), ...whereFacts(request, book)]} />
        {draft && <Form fields={fields} actions={<Button kind="danger" name="step" value="discard">{t('Hapus konsep')}</Button>} />}
        {mayOwn(request, 'withdraw') && <Form fields={fields} actions={<Button name="step" value="withdraw">{t('Tarik kembali')}</Button>} />}
        {mayOwn(request, 'cancel') && (
          <Disclosure title={t('Batalkan cuti')} level={2}>
            <Form fields={fields} actions={<Button kind="danger" name="step" value="cancel">{t('Batalkan cuti')}</Button>}>
              <TextField field={fields('remarks')} label={t('Alasan pembatalan')} maxlength={300} />
            </Form>
          </Disclosure>
        )}
        {!draft && <Section title={t('Riwayat')}><History request={request} steps={details.steps} waitsAt={details.waitsAt} /></Section>}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note } = context
    const { request } = await ownRequest(tx, context, true)
    const here = `/cuti/${request.id}`
    const remember = (state: string) => note({ record: ['leave', request.id], before: { state: request.state }, after: { state } })
    if (input.step === 'discard') {
      if (request.state !== 'draft') throw new Refused('Hanya konsep yang dapat dihapus.')
      await deleteDraft(tx, request.id)
      remember('deleted')
      return goto('/cuti', 'Konsep dihapus.')
    }
    if (!mayOwn(request, input.step)) throw new Refused('Langkah ini tidak dapat Anda lakukan pada permohonan ini sekarang.')
    const acting = await actingAs(context, undefined)
    if (input.step === 'withdraw') {
      await withdraw(tx, acting, request)
      remember('draft')
      return goto(`${here}/ubah`, 'Permohonan ditarik kembali dan menjadi konsep.')
    }
    await cancel(tx, acting, request, input.remarks)
    remember('cancelled')
    return goto(here, 'Cuti dibatalkan. Harinya kembali ke sisa cuti Anda.')
  },
})
