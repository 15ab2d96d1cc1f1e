import { z } from 'zod'
import { dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { Actions, Button, ButtonLink, DataTable, Diff, Form, HiddenField, Notice, Section, WorkLayout } from '#ui/index.ts'
import type { Content } from '../contract.ts'
import { enterOfficeSearch, readable, step, subjectOf, take } from '../lifecycle.ts'
import { may } from '../policy.ts'
import { contentAt, insertVersion, updatePublication, versionsOf } from '../store.ts'

/** Every saved version, with who saved it; any two can be compared and an old one brought back. */
export const versionsPage = page({
  path: '/kerja/publikasi/:id/versi',
  may: 'publications.read',
  async load(context) {
    const publication = await readable(context, context.params.id!)
    const versions = await versionsOf(context.db, publication.id)
    return { publication, versions, names: await context.ask(people).named(context.db, versions.map(v => v.madeBy).filter(id => id !== null)) }
  },
  view({ data }) {
    const { publication, versions, names } = data
    const base = `/kerja/publikasi/${publication.id}`
    return (
      <WorkLayout title={t('Riwayat versi')} breadcrumbs={[{ label: t('Publikasi'), href: '/kerja/publikasi' }, { label: publication.content.title, href: base }]}>
        <DataTable caption={t('Riwayat versi')} rows={versions} rowKey={v => String(v.number)} columns={[
          { label: t('Versi'), main: true, cell: v => <a href={`${base}/versi/banding?dari=${v.number}&ke=${publication.workingVersion}`}>{t('Versi {n}', { n: v.number })}</a> },
          { label: t('Judul'), cell: v => v.content.title },
          { label: t('Disimpan'), cell: v => dateTime(v.madeAt) },
          { label: t('Oleh'), cell: v => names.get(v.madeBy ?? '')?.name ?? t('Sistem') },
          { label: t('Keterangan'), cell: v => (v.number === publication.liveVersion ? t('Dibaca umum') : v.correction) },
        ]} />
      </WorkLayout>
    )
  },
})

/** A version as plain text, part by part, so that differences can be read. */
const asText = (content: Content): string =>
  [
    content.title, '', content.summary, '', content.body, '',
    content.tags.map(tag => `#${tag}`).join(' '),
    ...[content.cover, ...content.gallery].flatMap(picture => (picture ? [`[${picture.alt}]`] : [])),
    ...content.attachments.map(file => file.name),
    [content.placeCode, content.activityFrom, content.activityTo].filter(Boolean).join(' '),
    ...(content.languages.en ? ['', content.languages.en.title, content.languages.en.summary, content.languages.en.body] : []),
  ].join('\n')

/** Two versions side by side in one text; the older can be brought back. */
export const comparePage = page({
  path: '/kerja/publikasi/:id/versi/banding',
  may: 'publications.read',
  query: z.object({ dari: z.coerce.number().int().min(1).default(1), ke: z.coerce.number().int().min(1).default(1) }),
  form: z.object({ number: z.coerce.number().int().min(1) }),
  async load(context) {
    const publication = await readable(context, context.params.id!)
    const { dari, ke } = context.query
    const [before, after] = await Promise.all([contentAt(context.db, publication.id, dari), contentAt(context.db, publication.id, ke)])
    if (!before || !after) throw new NotFound()
    return { publication, before, after }
  },
  view({ data, query, who, fields }) {
    const { publication, before, after } = data
    const base = `/kerja/publikasi/${publication.id}`
    const restorable = may(who, 'save', subjectOf(publication)) && query.dari !== publication.workingVersion
    return (
      <WorkLayout title={t('Bandingkan versi {a} dan {b}', { a: query.dari, b: query.ke })} breadcrumbs={[{ label: t('Publikasi'), href: '/kerja/publikasi' }, { label: publication.content.title, href: base }, { label: t('Riwayat versi'), href: `${base}/versi` }]}>
        {asText(before) === asText(after) ? <Notice><p>{t('Kedua versi sama.')}</p></Notice> : <Section title={t('Perbedaan')}><Diff before={asText(before)} after={asText(after)} /></Section>}
        {restorable && (
          <Form fields={fields} actions={<Button kind="quiet">{t('Kembalikan versi {n}', { n: query.dari })}</Button>}>
            <HiddenField name="number" value={String(query.dari)} />
          </Form>
        )}
        <Actions><ButtonLink kind="quiet" href={`${base}/versi`}>{t('Semua versi')}</ButtonLink></Actions>
      </WorkLayout>
    )
  },
  async act({ tx, who, params, input, note }) {
    const publication = await take(tx, who, params.id!, 'save')
    const content = await contentAt(tx, publication.id, input.number)
    if (!content) throw new NotFound()
    const number = publication.workingVersion + 1
    await insertVersion(tx, publication.id, number, content, who.account!.id, null)
    await step(tx, { ...publication, workingVersion: number }, 'save', who.account!.id, `Versi ${input.number}`)
    await updatePublication(tx, publication.id, { working_version: number, title: content.title })
    await enterOfficeSearch(tx, publication.id)
    note({ record: ['publication', publication.id], before: { version: publication.workingVersion }, after: { broughtBack: input.number } })
    return goto(`/kerja/publikasi/${publication.id}`, 'Versi {n} dikembalikan.', { n: input.number })
  },
})
