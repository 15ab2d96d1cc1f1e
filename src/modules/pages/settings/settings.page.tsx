import { z } from 'zod'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { line, optionalDay, optionalId, optionalLine, ticked } from '#platform/forms/inputs.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people, type Person } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { CheckField, DateField, Form, FormSection, HiddenField, NumberField, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { pageOwnerChanged, type PageContent } from '../contract.ts'
import { readable, save, subjectOf, take, unchangedSince } from '../lifecycle.ts'
import { slugOf, withBelow } from '../page.ts'
import { crumbsOf } from '../parts/crumbs.ts'
import { may, mayWrite } from '../policy.ts'
import { freeSlug, insertPage, keepRedirect, updatePage, workingPages, type Page } from '../store.ts'

const form = z.object({
  title: line(2, 120, 'Isi judul, paling sedikit 2 huruf'),
  summary: optionalLine(200),
  english_title: optionalLine(120),
  english_summary: optionalLine(200),
  parent: optionalId(),
  position: z.coerce.number('Tulis angka').int('Tulis angka').min(0, 'Tulis angka').max(10_000, 'Tulis angka').catch(0),
  in_menu: ticked(),
  slug: z.string().trim().toLowerCase().default('').pipe(z.string().max(60, 'Paling banyak {max} huruf').regex(/^[a-z0-9-]*$/, 'Pakai huruf kecil, angka, dan tanda hubung')),
  page_owner: optionalId(),
  review_on: optionalDay(),
  version: z.coerce.number().int().optional(),
})

type Input = z.output<typeof form>

const contentWith = (input: Input, blocks: PageContent['blocks']): PageContent => ({
  title: input.title,
  summary: input.summary ?? '',
  blocks,
  english: input.english_title ? { title: input.english_title, summary: input.english_summary ?? '' } : null,
})

/** Pages a page may stand under: any of its unit but itself and what stands below it. */
async function checkParent(tx: Tx, unitId: string, parent: string | null, own?: string): Promise<void> {
  if (!parent) return
  const pages = await workingPages(tx, unitId)
  if (!pages.some(one => one.id === parent && one.slug !== '')) throw new Problem('parent', 'Pilih dari daftar')
  if (own && withBelow(pages, own).has(parent)) throw new Problem('parent', 'Halaman tidak dapat diletakkan di bawah dirinya sendiri. Pilih halaman lain.')
}

/** Adds a page to a unit's site. */
export const newPagePage = page({
  path: '/kerja/halaman/baru',
  may: 'pages.write',
  query: z.object({ unit: z.string().max(80).default('') }),
  form,
  async load({ ask, government, query, who, db }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = query.unit ? units.bySlug(query.unit) : units.byId(who.account!.unitId)
    if (!unit || !mayWrite(who, unit.id)) throw new NotFound()
    return { units, unit, pages: await workingPages(db, unit.id) }
  },
  fill: () => ({ in_menu: 'on', position: 100 }),
  view: ({ data, fields }) => (
    <WorkLayout title={t('Tambah halaman')} width="text" breadcrumbs={crumbsOf(data.units, { unitId: data.unit.id })}>
      <SettingsForm fields={fields} pages={data.pages} />
    </WorkLayout>
  ),
  async act({ tx, who, ask, government, query, input, note }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = query.unit ? units.bySlug(query.unit) : units.byId(who.account!.unitId)
    if (!unit || !mayWrite(who, unit.id)) throw new NotFound()
    await checkParent(tx, unit.id, input.parent)
    const content = contentWith(input, [])
    const id = await insertPage(tx, { unitId: unit.id, slug: await freeSlug(tx, unit.id, slugOf(input.title)), purpose: null, parentId: input.parent, position: input.position, inMenu: input.in_menu, content, empty: true, by: who.account!.id })
    note({ record: ['page', id], after: { title: content.title, unit: unit.name } })
    return goto(`/kerja/halaman/${id}`, 'Halaman ditambahkan. Sekarang isi bagian pertamanya.')
  },
})

/** Title, place in the tree, address and care of a page. */
export const settingsPage = page({
  path: '/kerja/halaman/:id/ubah',
  may: 'pages.write',
  form,
  async load(context) {
    const { ask, db, government, params, who } = context
    const found = await readable(context, params.id!)
    if (!may(who, 'save', subjectOf(found))) throw new Refused('Langkah ini tidak dapat dilakukan pada halaman ini sekarang.')
    const [units, all, owners] = await Promise.all([ask(unitDirectory).of(government.id), workingPages(db, found.unitId), ask(people).holding(db, 'pages.write', found.unitId)])
    const below = withBelow(all, found.id)
    return { page: found, units, pages: all.filter(one => !below.has(one.id)), owners }
  },
  fill: ({ page: { content, ...rest } }) => ({
    title: content.title, summary: content.summary, english_title: content.english?.title, english_summary: content.english?.summary,
    parent: rest.parentId, position: rest.position, in_menu: rest.inMenu ? 'on' : undefined, slug: rest.slug, page_owner: rest.pageOwner, review_on: rest.reviewOn,
  }),
  view: ({ data, fields }) => (
    <WorkLayout title={t('Judul dan letak')} width="text" breadcrumbs={crumbsOf(data.units, { ...data.page, title: data.page.content.title })}>
      <SettingsForm fields={fields} pages={data.pages} owners={data.owners} page={data.page} />
    </WorkLayout>
  ),
  async act({ tx, who, params, input, hands, note }) {
    const found = await take(tx, who, params.id!, 'save')
    await unchangedSince(tx, found, input.version, ({ title, summary, english }) => [title, summary, english], () => ({ title: found.content.title }))
    const home = found.slug === ''
    if (!home) await checkParent(tx, found.unitId, input.parent, found.id)
    const content = contentWith(input, found.content.blocks)
    const by = who.account!.id
    if (JSON.stringify(content) !== JSON.stringify(found.content)) await save(tx, hands, found, content, by)
    const slug = home ? '' : await freeSlug(tx, found.unitId, slugOf(input.slug || input.title), found.id)
    // An address the public knows goes on leading here.
    if (slug !== found.slug && found.liveVersion !== null) await keepRedirect(tx, found.unitId, `/${found.slug}`, found.id)
    await updatePage(tx, found.id, { parent_id: home ? null : input.parent, position: input.position, in_menu: input.in_menu, slug, page_owner: input.page_owner ?? found.pageOwner, review_on: input.review_on })
    if (input.page_owner && input.page_owner !== found.pageOwner) await tell(tx, pageOwnerChanged, { id: found.id, unitId: found.unitId })
    await changed(tx, `pages:${found.unitId}`)
    note({ record: ['page', found.id], before: { title: found.content.title, parent: found.parentId, slug: found.slug, in_menu: found.inMenu }, after: { title: content.title, parent: input.parent, slug, in_menu: input.in_menu } })
    return goto(`/kerja/halaman/${found.id}`, 'Halaman disimpan.')
  },
})

interface SettingsFormProps {
  fields: Fields
  pages: readonly (Page & { depth: number })[]
  owners?: readonly Person[]
  page?: Page
}

function SettingsForm({ fields, pages, owners, page: shown }: SettingsFormProps) {
  const home = shown?.slug === ''
  return (
    <Form fields={fields} submit={shown ? t('Simpan') : t('Tambah halaman')}>
      {shown && <HiddenField name="version" value={fields('version').value || String(shown.workingVersion)} />}
      <TextField field={fields('title')} label={t('Judul')} required maxlength={120} />
      <TextArea field={fields('summary')} label={t('Ringkasan')} hint={t('Satu kalimat di bawah judul, paling banyak 200 huruf.')} rows={2} maxlength={200} />
      {!home && (
        <>
          <SelectField field={fields('parent')} label={t('Letak')} empty={t('Di tingkat pertama')} options={pages.filter(one => one.slug !== '').map(one => ({ value: one.id, label: `${'– '.repeat(one.depth)}${one.content.title}` }))} />
          <NumberField field={fields('position')} label={t('Urutan')} hint={t('Angka kecil tampil lebih dahulu.')} />
          <CheckField field={fields('in_menu')} label={t('Tampilkan di menu situs')} />
        </>
      )}
      <FormSection title={t('Bahasa Inggris')} folded={!fields('english_title').value && !fields('english_title').error}>
        <TextField field={fields('english_title')} label={t('Judul (Inggris)')} maxlength={120} />
        <TextArea field={fields('english_summary')} label={t('Ringkasan (Inggris)')} rows={2} maxlength={200} />
      </FormSection>
      {shown && (
        <FormSection title={t('Alamat dan perawatan')} folded={!fields('slug').error && !fields('review_on').error}>
          {!home && <TextField field={fields('slug')} label={t('Alamat')} hint={t('Alamat lama tetap mengantar ke halaman ini.')} maxlength={60} />}
          <SelectField field={fields('page_owner')} label={t('Pemilik halaman')} empty={t('Penulisnya')} options={(owners ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          <DateField field={fields('review_on')} label={t('Tinjau lagi pada')} hint={t('Halaman yang lewat tanggal tinjau muncul di daftar pemiliknya.')} />
        </FormSection>
      )}
    </Form>
  )
}
