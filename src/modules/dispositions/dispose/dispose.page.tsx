import { z } from 'zod'
import { optionalDay, paragraphs, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { dayIn } from '#platform/time/zone.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { ButtonLink, FilterBar, Form, Notice, SearchField, Section, WorkLayout } from '#ui/index.ts'
import { deadlinesFor } from '../deadline.ts'
import { deadlineFrom, give } from '../give.ts'
import { here } from '../here.ts'
import { lookAt } from '../parts/look.ts'
import { DispositionTree } from '../parts/tree.tsx'
import { wayTo } from '../parts/words.ts'
import { isSecret, standingsOf } from '../policy.ts'
import { chainOf } from '../store.ts'
import { DisposeFields, standingLabel } from './form.tsx'
import { filledFrom, offerFor, presetFrom } from './offer.ts'

const id = z.uuid('Pilih dari daftar')

const form = z.object({
  sebagai: z.string('Pilih jabatan Anda').max(80),
  kepada: several(id),
  penanggung: z.preprocess(value => value || null, id.nullable()),
  arahan: several(z.string().max(80)),
  batas: z.string().regex(/^(?:\d{1,3}|tanggal|tanpa)$/, 'Pilih batas waktu').optional(),
  batas_pada: optionalDay(),
  catatan: paragraphs(0, 2000, '').optional().transform(text => text ?? ''),
  /** Looks for other recipients, and nothing typed is lost. */
  q: z.string().trim().max(100).optional().catch(undefined),
  langkah: z.literal('cari').optional().catch(undefined),
  /** A whole disposition, of one tap. */
  pola: z.string().max(8000).optional(),
})

/** Disposing of a letter, and the tree of what has been disposed so far. */
export const disposePage = page({
  path: '/kerja/surat/:id/disposisi',
  may: 'signed-in',
  query: z.object({ q: z.string().trim().max(100).optional().catch(undefined), sebagai: z.string().max(80).optional().catch(undefined) }),
  form,
  async load(context) {
    const { query } = context
    const place = await here(context)
    const standings = await standingsOf(context, place.letter.id, place.chain)
    if (standings.length === 0 && place.seen.dispositions.length === 0) throw new NotFound()
    const typed = form.pick({ sebagai: true, kepada: true, q: true }).partial().safeParse(context.typed ?? {}).data
    const search = typed?.q ?? query.q
    const [about, look] = [await offerFor(context, place.letter, place.chain, standings, { as: typed?.sebagai ?? query.sebagai, search, ticked: typed?.kepada }), await lookAt(context, place)]
    return { letter: place.letter, about, look, search }
  },
  fill: ({ about }) => (about ? filledFrom(about) : {}),
  view({ data: { letter, about, look, search }, fields }) {
    const form = about && (
      <Section title={about.waits ? t('Beri disposisi') : t('Disposisi lagi')}>
        {about.standings.length > 1 && <FilterBar quick={about.standings.map((one, i) => ({ label: standingLabel(one), href: `/kerja/surat/${letter.id}/disposisi?sebagai=${one.key}`, current: i === 0 }))} />}
        <Form fields={fields} submit={t('Kirim disposisi')}>
          <SearchField label={t('Cari penerima menurut unit kerja')} value={search} placeholder={t('Nama unit kerja')} button={{ name: 'langkah', value: 'cari' }} />
          {search && about.offer.found.length === 0 && <Notice><p>{t('Tidak ada jabatan di bawah Anda pada unit bernama demikian.')}</p></Notice>}
          <DisposeFields about={about} fields={fields} />
        </Form>
      </Section>
    )
    return (
      <WorkLayout title={t('Disposisi')} lead={isSecret(letter) ? undefined : letter.subject} width="text" breadcrumbs={wayTo(letter, t('Disposisi'))}
        action={look.seen.dispositions.length > 0 && <ButtonLink kind="quiet" href={`/kerja/surat/${letter.id}/disposisi/lembar.pdf`}>{t('Lembar disposisi (PDF)')}</ButtonLink>}>
        {about?.waits !== false && form}
        {look.seen.dispositions.length > 0 && <Section title={t('Rantai disposisi')}><DispositionTree look={look} /></Section>}
        {about?.waits === false && form}
      </WorkLayout>
    )
  },
  // Asks for connections of its own: reading a secret letter is an audited act.
  before: ({ ask, params, ...context }) => ask(letters).readable({ ...context, ask }, params.id!),
  async act(context) {
    const { tx, ask, input, prepared, now, government, note } = context
    if (input.langkah) throw Problem.all([])
    const today = dayIn(now, government.zone)
    const letter = await ask(letters).take(tx, prepared.id)
    if (!letter) throw new NotFound()
    const chain = await chainOf(tx, letter.id, true)
    const standings = await standingsOf({ ...context, db: tx }, letter.id, chain)
    const standing = standings.find(({ key }) => key === input.sebagai)
    if (!standing) throw standings.length > 0 ? new Problem('sebagai', 'Pilih jabatan Anda.') : new Conflict('Surat ini tidak lagi menunggu disposisi Anda.')
    const wish = input.pola ? presetFrom(input.pola) : { recipientIds: input.kepada, instructions: input.arahan }
    if (!wish) throw new Problem('kepada', 'Pilih penerima dan arahan.')
    const dueOn = input.batas ? await deadlineFrom(tx, input.batas, input.batas_pada, today) : (await deadlinesFor(tx, letter, standing.received ? standing.dueOn : null, today, government.zone)).proposed
    const given = await give(tx, context, letter, chain, standing, { ...wish, responsibleId: input.pola ? wish.recipientIds[0]! : input.penanggung, note: input.catatan, dueOn })
    note({ record: ['letter', letter.id], after: { disposition: given, to: wish.recipientIds, instructions: wish.instructions, dueOn } })
    return goto(`/kerja/surat/${letter.id}`, 'Disposisi dikirim kepada {n, plural, one {satu penerima} other {# penerima}}.', { n: wish.recipientIds.length })
  },
})
