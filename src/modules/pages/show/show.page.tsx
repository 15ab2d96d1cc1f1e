import { z } from 'zod'
import { dateTime, longDate } from '#platform/i18n/format.ts'
import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { toPlainText } from '#platform/text/markdown.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, DataTable, EmptyState, FactList, Form, FormSection, Notice, Section, StateBadge, TaskList, TextArea, Timeline, WorkLayout } from '#ui/index.ts'
import { blockSpecs, sayingsOf, specOf } from '../blocks/index.ts'
import { showing, type Block } from '../contract.ts'
import { discard, hide, publish, readable, save, step, subjectOf, take } from '../lifecycle.ts'
import { after, purposeNames, withBelow, type Event } from '../page.ts'
import { crumbsOf } from '../parts/crumbs.ts'
import { eventWords, stateWords, stepWords } from '../parts/words.ts'
import { may } from '../policy.ts'
import { holdUnit, stepsOf, workingPages, type Page } from '../store.ts'
import { tellPublishers, tellWriter } from './telling.ts'

const form = z.object({
  /** A step of the page, or `up`, `down`, `remove` with the id of a block. */
  step: z.string().regex(/^[a-z-]+(:[\w-]{1,40})?$/, 'Pilih langkah'),
  remarks: z.string().trim().max(2000, 'Paling banyak {max} huruf').default(''),
})

/** One page as officers see it: where it stands, what it is made of, what can be done, what happened. */
export const showPage = page({
  path: '/kerja/halaman/:id',
  may: 'pages.read',
  form,
  async load(context) {
    const { ask, db, government, params } = context
    const found = await readable(context, params.id!)
    const steps = await stepsOf(db, found.id)
    const [units, names, base] = await Promise.all([
      ask(unitDirectory).of(government.id),
      ask(people).named(db, [...steps.map(one => one.by), found.pageOwner].filter(id => id !== null)),
      ask(showing).baseOf(government.id, found.unitId),
    ])
    return { page: found, steps, units, names, base, section: await waitingSection(db, found) }
  },
  view({ data, who, fields }) {
    const { page: shown, steps, units, names, base, section } = data
    const subject = subjectOf(shown)
    const writable = may(who, 'save', subject)
    const returned = shown.state === 'draft' && steps[0]?.event === 'return' ? steps[0] : undefined
    const here = `/kerja/halaman/${shown.id}`
    const offers = stepWords.filter(({ event }) => event !== 'return' && may(who, event, subject))
    const { blocks } = shown.content
    return (
      <WorkLayout title={shown.content.title} lead={<><StateBadge state={shown.state} states={stateWords} /> {units.byId(shown.unitId)?.name}</>} breadcrumbs={crumbsOf(units, shown)}
        action={<Actions>
          {offers.map(({ event, button }, i) => event !== 'hide' && <Button key={event} form="blocks" kind={i === 0 ? 'primary' : 'quiet'} name="step" value={event}>{t(button)}</Button>)}
          {section.length > 1 && may(who, 'publish', { ...subject, state: 'draft' }) && <Button form="blocks" kind="quiet" name="step" value="publish-section">{t('Terbitkan bagian ini ({n} halaman)', { n: section.length })}</Button>}
          <ButtonLink kind="quiet" href={`${here}/pratinjau`}>{t('Pratinjau')}</ButtonLink>
          {writable && <ButtonLink kind="quiet" href={`${here}/ubah`}>{t('Judul dan letak')}</ButtonLink>}
          {base !== null && shown.visible && <ButtonLink kind="quiet" href={inReadersLanguage(shown.slug === '' ? base : `${base}/${shown.slug}`)}>{t('Lihat halamannya')}</ButtonLink>}
        </Actions>}>
        {returned?.remarks && <Notice tone="warn" title={t('Perlu diperbaiki')}><p>{returned.remarks}</p></Notice>}
        {subject.live && shown.liveVersion !== shown.workingVersion && <Notice title={t('Ada perubahan yang belum terbit')}><p>{t('Pembaca masih melihat versi sebelumnya.')}</p></Notice>}
        <Form fields={fields} id="blocks" wide>
          <Section title={t('Bagian halaman')}>
            <DataTable caption={t('Bagian halaman')} rows={blocks} rowKey={block => block.id} empty={<EmptyState title={t('Halaman ini belum punya bagian')}>{t('Tambahkan bagian pertama dari daftar di bawah.')}</EmptyState>} columns={[
              { label: t('Bagian'), main: true, cell: block => (writable ? <a href={addressOf(here, block)}>{nameOf(block)}</a> : nameOf(block)) },
              { label: t('Isi'), cell: excerpt },
              { label: t('Langkah'), quiet: true, cell: block => writable && (
                <Actions>
                  {block !== blocks[0] && <Button kind="plain" name="step" value={`up:${block.id}`} about={nameOf(block)}>{t('Naik')}</Button>}
                  {block !== blocks.at(-1) && <Button kind="plain" name="step" value={`down:${block.id}`} about={nameOf(block)}>{t('Turun')}</Button>}
                  <Button kind="plain" name="step" value={`remove:${block.id}`} about={nameOf(block)}>{t('Hapus')}</Button>
                </Actions>
              ) },
            ]} />
          </Section>
        </Form>
        {may(who, 'return', subject) && (
          <Form fields={fields} actions={<Button kind="quiet" name="step" value="return">{t('Kembalikan')}</Button>}>
            <TextArea field={fields('remarks')} label={t('Apa yang perlu diperbaiki')} required rows={3} maxlength={2000} />
          </Form>
        )}
        {writable && (
          <FormSection title={t('Tambah bagian')} folded={blocks.length > 0}>
            <TaskList items={blockSpecs.map(spec => ({ label: t(spec.label), hint: t(spec.hint), href: `${here}/bagian/${spec.kind}/baru` }))} />
          </FormSection>
        )}
        <FactList facts={[
          { label: t('Alamat'), value: shown.slug === '' ? t('Halaman muka') : `/${shown.slug}` },
          { label: t('Kegunaan'), value: shown.purpose && t(purposeNames[shown.purpose]) },
          { label: t('Terbit'), value: shown.publishedAt && dateTime(shown.publishedAt) },
          { label: t('Pemilik halaman'), value: names.get(shown.pageOwner ?? '')?.name },
          { label: t('Tinjau lagi pada'), value: shown.reviewOn && longDate(shown.reviewOn) },
        ]} />
        <Section title={t('Riwayat')} link={{ href: `${here}/versi`, label: t('Semua versi') }}>
          <Timeline items={steps.map(one => ({ title: t(eventWords[one.event as Event] ?? one.event), at: one.at, who: names.get(one.by ?? '')?.name ?? t('Sistem'), body: one.remarks }))} />
        </Section>
        {offers.some(({ event }) => event === 'hide') && <Actions><Button form="blocks" kind="danger" name="step" value="hide">{t('Sembunyikan')}</Button></Actions>}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, params, input, hands, note } = context
    const [word = '', blockId] = input.step.split(':')
    const here = `/kerja/halaman/${params.id}`
    const by = who.account!.id
    if (blockId !== undefined) {
      const found = await take(tx, who, params.id!, 'save')
      const blocks = arranged(found.content.blocks, word, blockId)
      await save(tx, hands, found, { ...found.content, blocks }, by)
      note({ record: ['page', found.id], before: { blocks: found.content.blocks.map(block => block.id) }, after: { blocks: blocks.map(block => block.id) } })
      return goto(here, word === 'remove' ? 'Bagian dihapus. Versi sebelumnya tetap ada di riwayat.' : 'Urutan disimpan.')
    }
    if (word === 'publish-section') {
      const root = await readable({ db: tx, who }, params.id!)
      await holdUnit(tx, root.unitId)
      const section = await waitingSection(tx, root)
      for (const { id } of section) await publish(tx, hands, context, await take(tx, who, id, 'publish'), by)
      note({ record: ['page', root.id], after: { step: word, pages: section.map(one => one.id) } })
      return goto(here, 'Terbit: {n} halaman.', { n: section.length })
    }
    const offer = stepWords.find(({ event }) => event === word)
    if (!offer) throw new NotFound()
    const found = await take(tx, who, params.id!, offer.event)
    if (offer.event === 'publish' && found.empty) throw new Problem('', 'Halaman ini masih kosong. Isi dahulu satu bagian, lalu terbitkan.')
    if (offer.event === 'return' && input.remarks.length < 5) throw new Problem('remarks', 'Tulis apa yang perlu diperbaiki.')
    if (offer.event === 'publish') await publish(tx, hands, context, found, by)
    else if (offer.event === 'hide') await hide(tx, hands, found, by)
    else if (offer.event === 'discard') await discard(tx, found, by)
    else await step(tx, found, offer.event, by, input.remarks || null)
    if (offer.event === 'submit') await tellPublishers(tx, context, found)
    if (offer.event === 'return' || offer.event === 'publish') await tellWriter(tx, context, found, offer.event)
    note({ record: ['page', found.id], before: { state: found.state }, after: { step: offer.event, remarks: input.remarks || null } })
    return goto(here, offer.done)
  },
})

/** A page and all below it that wait to be published and have something to read. */
async function waitingSection(db: Db | Tx, root: Page): Promise<Page[]> {
  const pages = await workingPages(db, root.unitId)
  const section = withBelow(pages, root.id)
  return pages.filter(one => section.has(one.id) && !one.empty && after(one.state, 'publish') !== null && one.state !== 'hidden')
}

const addressOf = (here: string, block: Block) => `${here}/bagian/${block.kind}/${block.id}`

/** What a block is called in lists: its kind, and its own heading when it has one. */
function nameOf(block: Block): string {
  const kind = t(specOf(block.kind)?.label ?? block.kind)
  const { heading } = block.values
  return typeof heading === 'string' && heading ? `${kind}: ${heading}` : kind
}

/** What a block says beside its heading; addresses say nothing to people. */
function excerpt(block: Block): string {
  const words = toPlainText(sayingsOf({ ...block, values: { ...block.values, heading: '' } }).replace(/\[[^\]]*\]\(<[^>]*>\)/g, '')).replace(/\s+/g, ' ').trim()
  if (words) return words.length > 120 ? `${words.slice(0, 119)}…` : words
  return specOf(block.kind)?.filled ? t('Terisi sendiri') : t('Belum diisi')
}

/** The blocks after one of them moved or went. */
function arranged(blocks: readonly Block[], move: string, id: string): Block[] {
  const at = blocks.findIndex(block => block.id === id)
  if (at < 0) throw new NotFound()
  const rest = blocks.filter(block => block.id !== id)
  if (move === 'remove') return rest
  if (move !== 'up' && move !== 'down') throw new NotFound()
  return rest.toSpliced(Math.max(0, Math.min(rest.length, at + (move === 'up' ? -1 : 1))), 0, blocks[at]!)
}
