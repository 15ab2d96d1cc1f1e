import { z } from 'zod'
import { dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, DataTable, Diff, Form, HiddenField, Notice, Section, WorkLayout } from '#ui/index.ts'
import { specOf, wordsOf } from '../blocks/index.ts'
import type { PageContent } from '../contract.ts'
import { readable, save, subjectOf, take } from '../lifecycle.ts'
import { crumbsOf } from '../parts/crumbs.ts'
import { may } from '../policy.ts'
import { contentAt, versionsOf } from '../store.ts'

/** Every saved version, with who saved it; any two can be compared and an old one brought back. */
export const versionsPage = page({
  path: '/kerja/halaman/:id/versi',
  may: 'pages.read',
  async load(context) {
    const { ask, db, government, params } = context
    const found = await readable(context, params.id!)
    const versions = await versionsOf(db, found.id)
    const [units, names] = await Promise.all([ask(unitDirectory).of(government.id), ask(people).named(db, versions.map(one => one.made_by).filter(id => id !== null))])
    return { page: found, versions, units, names }
  },
  view({ data: { page: shown, versions, units, names } }) {
    return (
      <WorkLayout title={t('Riwayat versi')} breadcrumbs={crumbsOf(units, { ...shown, title: shown.content.title })}>
        <DataTable caption={t('Riwayat versi')} rows={versions} rowKey={one => String(one.number)} columns={[
          { label: t('Versi'), main: true, cell: one => <a href={`/kerja/halaman/${shown.id}/versi/banding?dari=${one.number}&ke=${shown.workingVersion}`}>{t('Versi {n}', { n: one.number })}</a> },
          { label: t('Judul'), cell: one => one.title },
          { label: t('Disimpan'), cell: one => dateTime(one.made_at) },
          { label: t('Oleh'), cell: one => names.get(one.made_by ?? '')?.name ?? t('Sistem') },
          { label: t('Keterangan'), cell: one => one.number === shown.liveVersion && shown.visible && t('Dibaca umum') },
        ]} />
      </WorkLayout>
    )
  },
})

/** A version as plain text, block by block, so that differences can be read. */
const asText = ({ title, summary, english, blocks }: PageContent): string =>
  [title, '', summary, ...(english ? ['', english.title, english.summary] : []), ...blocks.flatMap(block => ['', `[${t(specOf(block.kind)?.label ?? block.kind)}]`, wordsOf(block)])].join('\n')

/** Two versions in one text; the older can be brought back. */
export const comparePage = page({
  path: '/kerja/halaman/:id/versi/banding',
  may: 'pages.read',
  query: z.object({ dari: z.coerce.number().int().min(1).default(1), ke: z.coerce.number().int().min(1).default(1) }),
  form: z.object({ number: z.coerce.number().int().min(1) }),
  async load(context) {
    const { ask, db, government, params, query } = context
    const found = await readable(context, params.id!)
    const [before, after, units] = await Promise.all([contentAt(db, found.id, query.dari), contentAt(db, found.id, query.ke), ask(unitDirectory).of(government.id)])
    if (!before || !after) throw new NotFound()
    return { page: found, before, after, units }
  },
  view({ data, query, who, fields }) {
    const { page: shown, before, after, units } = data
    const here = `/kerja/halaman/${shown.id}`
    const restorable = may(who, 'save', subjectOf(shown)) && query.dari !== shown.workingVersion
    return (
      <WorkLayout title={t('Bandingkan versi {a} dan {b}', { a: query.dari, b: query.ke })} breadcrumbs={[...crumbsOf(units, { ...shown, title: shown.content.title }), { label: t('Riwayat versi'), href: `${here}/versi` }]}>
        {asText(before) === asText(after) ? <Notice><p>{t('Kedua versi sama.')}</p></Notice> : <Section title={t('Perbedaan')}><Diff before={asText(before)} after={asText(after)} /></Section>}
        {restorable && (
          <Form fields={fields} actions={<Button kind="quiet">{t('Kembalikan versi {n}', { n: query.dari })}</Button>}>
            <HiddenField name="number" value={String(query.dari)} />
          </Form>
        )}
        <Actions><ButtonLink kind="quiet" href={`${here}/versi`}>{t('Semua versi')}</ButtonLink></Actions>
      </WorkLayout>
    )
  },
  async act({ tx, who, params, input, hands, note }) {
    const found = await take(tx, who, params.id!, 'save')
    const content = await contentAt(tx, found.id, input.number)
    if (!content) throw new NotFound()
    await save(tx, hands, found, content, who.account!.id, `Versi ${input.number}`)
    note({ record: ['page', found.id], before: { version: found.workingVersion }, after: { broughtBack: input.number } })
    return goto(`/kerja/halaman/${found.id}`, 'Versi {n} dikembalikan.', { n: input.number })
  },
})
