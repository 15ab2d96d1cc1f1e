import { z } from 'zod'
import { paragraphs } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { Button, Form, Section, TextArea, WorkLayout } from '#ui/index.ts'
import { accept, sendBack } from '../follow-up.ts'
import { latestOf, lookAt } from '../parts/look.ts'
import { placeHere, placeTaken } from '../parts/place.ts'
import { DispositionTree, Reported } from '../parts/tree.tsx'
import { wayTo } from '../parts/words.ts'
import { isSecret, mayJudge, maySendBack } from '../policy.ts'
import { reportsOf } from '../store.ts'

const closed = 'Laporan ini tidak menunggu tanggapan Anda.'

/** What the giver says to a report: it will do, or it will not. */
export const judgePage = page({
  path: '/kerja/surat/:id/disposisi/:recipient/laporan',
  may: 'signed-in',
  form: z.object({ langkah: z.enum(['terima', 'kembalikan'], 'Pilih tanggapan'), catatan: paragraphs(0, 1000, '').optional().transform(text => text ?? '') }),
  async load(context) {
    const { place, given, recipient } = await placeHere(context)
    const look = await lookAt(context, place)
    const report = latestOf(look.reports, recipient.id)
    if (!mayJudge(place.seated, given, recipient, report)) throw new Refused(closed)
    return { letter: place.letter, recipient, look, report, returnable: maySendBack(place.chain, given) }
  },
  view: ({ data: { letter, recipient, look, report, returnable }, fields }) => (
    <WorkLayout title={t('Tanggapi laporan')} lead={isSecret(letter) ? recipient.title : `${recipient.title} · ${letter.subject}`} width="text" breadcrumbs={wayTo(letter, t('Tanggapi laporan'))}>
      {report && <Section title={t('Laporan')}><Reported letterId={letter.id} report={report} who={look.names.get(report.by) ?? t('tidak diketahui')} /></Section>}
      <Form fields={fields} actions={
        <>
          <Button kind="primary" name="langkah" value="terima">{t('Terima laporan')}</Button>
          {returnable && <Button kind="danger" name="langkah" value="kembalikan">{t('Kembalikan')}</Button>}
        </>
      }>
        <TextArea field={fields('catatan')} label={t('Catatan')} hint={t('Wajib bila dikembalikan: apa yang masih perlu dikerjakan.')} rows={3} maxlength={1000} />
      </Form>
      <Section title={t('Rantai disposisi')}><DispositionTree look={look} still /></Section>
    </WorkLayout>
  ),
  before: ({ ask, params, ...context }) => ask(letters).readable({ ...context, ask }, params.id!),
  async act(context) {
    const { tx, input, note, params } = context
    const place = await placeTaken(context, tx)
    const latest = latestOf(await reportsOf(tx, place.letter.id), place.recipient.id)
    if (!latest || !mayJudge(place.seated, place.given, place.recipient, latest)) throw new Refused(closed)
    const back = input.langkah === 'kembalikan'
    if (back && !input.catatan) throw new Problem('catatan', 'Tulis apa yang masih perlu dikerjakan.')
    if (back) await sendBack(tx, context, place, latest, input.catatan)
    else await accept(tx, context, place, latest, input.catatan || null)
    note({ record: ['letter', params.id!], after: { disposition: place.given.id, recipient: place.recipient.id, report: back ? 'returned' : 'accepted' } })
    return goto(`/kerja/surat/${params.id!}`, back ? 'Laporan dikembalikan.' : 'Laporan diterima.')
  },
})
