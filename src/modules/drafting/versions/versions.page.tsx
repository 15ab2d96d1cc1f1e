import { z } from 'zod'
import { dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { posts } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, DataTable, Diff, Form, HiddenField, Notice, Section, WorkLayout } from '#ui/index.ts'
import { crumbsOf, draftHere, takeHere } from '../here.ts'
import { save } from '../lifecycle.ts'
import { may } from '../policy.ts'
import { versionAt, versionsOf } from '../store.ts'
import { asText } from './as-text.ts'

/** Every saved version with who wrote it, and in which position. */
export const versionsPage = page({
  path: '/kerja/surat/:id/versi',
  may: 'signed-in',
  async load(context) {
    const { db, ask } = context
    const here = await draftHere(context)
    const versions = await versionsOf(db, here.letter.id)
    const names = await ask(people).named(db, versions.flatMap(({ madeBy }) => madeBy ?? []))
    const titles = new Map(await Promise.all([...new Set(versions.flatMap(({ postId }) => postId ?? []))].map(async id => [id, (await ask(posts).byId(db, id))?.title] as const)))
    return { ...here, versions, names, titles }
  },
  view({ data: { letter, draft, versions, names, titles } }) {
    const base = `/kerja/surat/${letter.id}/versi`
    const given = (number: number) => draft.steps.filter(({ version }) => version === number).flatMap(({ name }) => name ?? [])
    return (
      <WorkLayout title={t('Riwayat versi')} breadcrumbs={crumbsOf(letter)}>
        <DataTable caption={t('Riwayat versi')} rows={versions} rowKey={({ number }) => String(number)} columns={[
          { label: t('Versi'), main: true, cell: ({ number }) => <a href={`${base}/banding?dari=${number === draft.version ? Math.max(1, number - 1) : number}&ke=${draft.version}`}>{t('Versi {n}', { n: number })}</a> },
          { label: t('Disimpan'), cell: ({ madeAt }) => dateTime(madeAt) },
          { label: t('Oleh'), cell: ({ madeBy, postId }) => [names.get(madeBy ?? '')?.name ?? t('Sistem'), titles.get(postId ?? '')].filter(Boolean).join(' · ') },
          { label: t('Keterangan'), cell: ({ number, broughtBack }) => [broughtBack && t('Dikembalikan dari versi {n}', { n: broughtBack }), given(number).length > 0 && t('Diparaf {names}', { names: given(number).join(', ') })].filter(Boolean).join(' · ') },
        ]} />
      </WorkLayout>
    )
  },
})

/** Two versions in one text; the older can be brought back. */
export const comparePage = page({
  path: '/kerja/surat/:id/versi/banding',
  may: 'signed-in',
  query: z.object({ dari: z.coerce.number().int().min(1).catch(1), ke: z.coerce.number().int().min(1).catch(1) }),
  form: z.object({ number: z.coerce.number().int().min(1), version: z.coerce.number().int().optional() }),
  async load(context) {
    const here = await draftHere(context)
    const [before, after] = await Promise.all([context.query.dari, context.query.ke].map(number => versionAt(context.db, here.letter.id, number)))
    if (!before || !after) throw new NotFound()
    return { ...here, before, after }
  },
  view({ data: { before, after, ...here }, who, query, fields }) {
    const { letter, draft } = here
    const texts = [before, after].map(({ content }) => asText(content))
    const base = `/kerja/surat/${letter.id}/versi`
    return (
      <WorkLayout title={t('Bandingkan versi {a} dan {b}', { a: query.dari, b: query.ke })} breadcrumbs={[...crumbsOf(letter), { label: t('Riwayat versi'), href: base }]}>
        {texts[0] === texts[1] ? <Notice><p>{t('Kedua versi sama.')}</p></Notice> : <Section title={t('Perbedaan')}><Diff before={texts[0]!} after={texts[1]!} /></Section>}
        {query.dari !== draft.version && letter.state !== 'circulating' && may(who, 'edit', here) && (
          <Form fields={fields} actions={<Button kind="quiet">{t('Kembalikan versi {n}', { n: query.dari })}</Button>}>
            <HiddenField name="number" value={String(query.dari)} />
            <HiddenField name="version" value={String(draft.version)} />
          </Form>
        )}
        <Actions><ButtonLink kind="quiet" href={base}>{t('Semua versi')}</ButtonLink></Actions>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note } = context
    const { means, taken, by } = await takeHere(context, 'edit', input.version)
    const { id, state } = taken.letter
    const wanted = await versionAt(tx, id, input.number)
    if (!wanted || state === 'circulating') throw new NotFound()
    await save(means, taken, wanted.content, by, input.number)
    note({ record: ['letter', id], before: { version: taken.draft.version }, after: { broughtBack: input.number } })
    return goto(`/kerja/surat/${id}/naskah`, 'Versi {n} dikembalikan.', { n: input.number })
  },
})
