import { z } from 'zod'
import { paragraphs } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { dayIn } from '#platform/time/zone.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { ButtonLink, Section, WorkLayout } from '#ui/index.ts'
import { recipientsOf, passedOn, type Chain, type Disposition, type Recipient } from '../disposition.ts'
import { report } from '../follow-up.ts'
import { instructionsOn, type Instruction } from '../instructions.ts'
import { placeHere, placeTaken } from '../parts/place.ts'
import { lookAt } from '../parts/look.ts'
import { DispositionTree } from '../parts/tree.tsx'
import { wayTo } from '../parts/words.ts'
import { isSecret, mayReport } from '../policy.ts'
import { reportsOf } from '../store.ts'
import { ReportForm } from './form.tsx'

/** Whether a disposition asks for nothing but to know. */
export const isNoting = ({ instructions, note }: Pick<Disposition, 'instructions' | 'note'>, words: readonly Instruction[]): boolean =>
  note === '' && instructions.every(code => words.find(word => word.code === code)?.noting)

/** What those below reported, to go on from: the responsible one of what was passed on last. */
async function passedUp(db: Parameters<typeof reportsOf>[0], letterId: string, chain: Chain, recipient: Recipient): Promise<string> {
  const below = passedOn(chain, recipient).flatMap(one => recipientsOf(chain, one.id)).filter(one => one.responsible && one.state === 'reported')
  const last = below.at(-1)
  return last ? ((await reportsOf(db, letterId)).findLast(({ recipientId }) => recipientId === last.id)?.text ?? '') : ''
}

/** Reporting that a disposition is done. */
export const reportPage = page({
  path: '/kerja/surat/:id/disposisi/:recipient/lapor',
  may: 'signed-in',
  form: z.object({ laporan: paragraphs(0, 5000, '').optional().transform(text => text ?? '') }),
  files: { berkas: { max: 20_000_000, accept: 'any', many: true } },
  async load(context) {
    const { db, now, government } = context
    const { place, given, recipient } = await placeHere(context)
    if (!mayReport(place.seated, recipient)) throw new Refused('Disposisi ini tidak menunggu laporan Anda.')
    const words = await instructionsOn(db, dayIn(now, government.zone))
    return { letter: place.letter, noting: isNoting(given, words), below: await passedUp(db, place.letter.id, place.chain, recipient), look: await lookAt(context, place) }
  },
  fill: ({ below }) => ({ laporan: below }),
  view: ({ data: { letter, noting, look }, fields, kept }) => (
    <WorkLayout title={t('Lapor selesai')} lead={isSecret(letter) ? undefined : letter.subject} width="text" breadcrumbs={wayTo(letter, t('Lapor selesai'))}
      action={<ButtonLink kind="quiet" href={`/kerja/surat/baru?menjawab=${letter.id}`}>{t('Jawab dengan surat')}</ButtonLink>}>
      <ReportForm fields={fields} kept={kept.berkas} noting={noting} />
      <Section title={t('Rantai disposisi')}><DispositionTree look={look} still /></Section>
    </WorkLayout>
  ),
  before: ({ ask, params, ...context }) => ask(letters).readable({ ...context, ask }, params.id!),
  async act(context) {
    const { tx, input, files, hands, now, government, note, params } = context
    const place = await placeTaken(context, tx)
    if (!mayReport(place.seated, place.recipient)) throw new Refused('Disposisi ini tidak menunggu laporan Anda.')
    const noting = isNoting(place.given, await instructionsOn(tx, dayIn(now, government.zone)))
    const uploads = files.berkas ?? []
    if (!noting && !input.laporan && uploads.length === 0) throw new Problem('laporan', 'Tulis apa yang sudah dikerjakan, atau lampirkan berkasnya.')
    await hands.files.keep(tx, uploads.map(({ id }) => id))
    await report(tx, context, place, { text: input.laporan, files: uploads.map(({ id, name, mediaType, bytes }) => ({ fileId: id, name, mediaType, bytes })) })
    note({ record: ['letter', params.id!], after: { disposition: place.given.id, recipient: place.recipient.id, state: 'reported' } })
    return goto(`/kerja/surat/${params.id!}`, 'Laporan dikirim.')
  },
})
