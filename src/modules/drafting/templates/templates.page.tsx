import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { line } from '#platform/forms/inputs.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { seats } from '#modules/inbox/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Button, ButtonLink, DataTable, EmptyState, Form, HiddenField, MarkdownField, NameList, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { groupWords, kindOn, kindsOn, named, written, type Kind } from '../kinds.ts'
import { dayOf } from '../lifecycle.ts'
import { unitsToWriteFor } from '../policy.ts'
import { deleteTemplate, templateById, templatesOf, writeTemplate, type UnitTemplate } from '../store.ts'
import { partsFrom } from '../write/content.ts'

const base = '/kerja/templat-surat'
const crumbs = () => [{ label: t('Templat surat'), href: base }]

/** Units whose templates the person keeps, the own one first. */
async function unitsHere(context: Pick<Context, 'who' | 'ask' | 'government' | 'db' | 'now'>): Promise<{ id: string; name: string }[]> {
  const { who, ask, government } = context
  const units = await ask(unitDirectory).of(government.id)
  const at = (await ask(seats).of(context)).map(({ unitId }) => unitId)
  return unitsToWriteFor(who.reach('drafting.templates'), units, [...new Set([who.account!.unitId, ...at])]).map(id => ({ id, name: units.byId(id)?.name ?? '' }))
}

/** Templates the units of a person begin their letters with. */
export const templatesPage = page({
  path: base,
  may: 'drafting.templates',
  async load(context) {
    const units = await unitsHere(context)
    return { units, kinds: await kindsOn(context.db, dayOf(context)), templates: await templatesOf(context.db, units.map(({ id }) => id)) }
  },
  view: ({ data: { units, kinds, templates } }) => (
    <WorkLayout title={t('Templat surat')} lead={t('Awalan surat milik unit Anda, di samping templat yang berlaku umum.')} action={<ButtonLink href={`${base}/baru`}>{t('Tambah templat')}</ButtonLink>}>
      {templates.length === 0
        ? <EmptyState title={t('Belum ada templat unit')}>{t('Surat yang sering ditulis lebih cepat dan seragam bila mulai dari templat.')}</EmptyState>
        : <DataTable caption={t('Templat surat')} rows={templates} rowKey={({ id }) => id} columns={[
            { label: t('Nama'), main: true, cell: ({ id, name }) => <a href={`${base}/${id}`}>{name}</a> },
            { label: t('Jenis naskah'), cell: ({ kind }) => kinds.filter(({ code }) => code === kind).map(named).join('') || kind },
            { label: t('Unit'), cell: ({ unitId }) => units.find(({ id }) => id === unitId)?.name },
          ]} />}
    </WorkLayout>
  ),
})

const form = z.looseObject({
  unit: z.uuid('Pilih unit'),
  name: line(3, 120, 'Isi nama templat, paling sedikit 3 huruf'),
  subject: z.string().max(300, 'Paling banyak {max} huruf').default('').transform(text => text.replace(/\s+/g, ' ').trim()),
  body: z.string().max(200_000, 'Paling banyak {max} huruf').default('').transform(text => text.replace(/\r\n?/g, '\n').trim()),
  version: z.coerce.number().int().optional(),
  next: z.enum(['save', 'delete']).catch('save'),
})

interface TemplateFormProps {
  fields: Fields
  kind: Kind
  units: { id: string; name: string }[]
  stored: UnitTemplate | null
}

/** What a template says, part by part as its kind has them. */
const TemplateForm = ({ fields, kind, units, stored }: TemplateFormProps) => (
  <Form fields={fields} actions={
    <>
      <Button kind="primary" name="next" value="save">{t('Simpan templat')}</Button>
      {stored && <Button kind="danger" name="next" value="delete">{t('Hapus templat')}</Button>}
    </>
  }>
    {stored && <HiddenField name="version" value={fields('version').value || String(stored.version)} />}
    <SelectField field={fields('unit')} label={t('Unit')} required options={units.map(({ id, name }) => ({ value: id, label: name }))} />
    <TextField field={fields('name')} label={t('Nama')} required maxlength={120} />
    <TextField field={fields('subject')} label={t('Perihal')} maxlength={300} />
    {written(kind).map(({ code, label, english, hint }) => <MarkdownField key={code} field={fields(`part_${code}`)} label={named({ name: label, english })} hint={hint} rows={5} />)}
    <MarkdownField field={fields('body')} label={kind.parts.length > 0 ? t('Penutup') : t('Isi surat')} rows={kind.parts.length > 0 ? 4 : 12} hint={t('Tulis [di dalam kurung siku] apa yang harus diisi konseptor.')} />
  </Form>
)

const filled = ({ unitId, name, subject, body, parts }: UnitTemplate) => ({ unit: unitId, name, subject, body, ...Object.fromEntries(Object.entries(parts).map(([code, text]) => [`part_${code}`, text])) })

/** The template a form describes. @throws Problem for another's unit, or when nothing is in it */
function templateFrom(input: z.output<typeof form>, kind: Kind, units: { id: string }[]): Omit<UnitTemplate, 'id' | 'version'> {
  if (!units.some(({ id }) => id === input.unit)) throw new Problem('unit', 'Pilih unit dalam jangkauan Anda.')
  const parts = partsFrom(kind, input)
  if (!input.body && Object.keys(parts).length === 0) throw new Problem('body', 'Tulis isi templatnya.')
  return { unitId: input.unit, kind: kind.code, name: input.name, subject: input.subject, body: input.body, parts }
}

const taken = () => new Problem('name', 'Unit ini sudah mempunyai templat bernama demikian untuk jenis naskah yang sama.')

/** Adds a template of a kind. */
export const addTemplatePage = page({
  path: `${base}/baru`,
  may: 'drafting.templates',
  query: z.object({ jenis: z.string().max(60).optional() }),
  form,
  async load(context) {
    const kinds = await kindsOn(context.db, dayOf(context))
    return { kinds, kind: kinds.find(({ code }) => code === context.query.jenis) ?? null, units: await unitsHere(context) }
  },
  fill: ({ units }) => ({ unit: units[0]?.id }),
  view: ({ data: { kind, kinds, units }, fields }) => (
    <WorkLayout title={kind ? t('Templat {kind}', { kind: named(kind).toLowerCase() }) : t('Tambah templat')} lead={kind ? undefined : t('Pilih jenis naskahnya dahulu.')} width={kind ? 'text' : 'wide'} islands={kind ? ['editor'] : []} breadcrumbs={crumbs()}>
      {kind
        ? <TemplateForm fields={fields} kind={kind} units={units} stored={null} />
        : [...Map.groupBy(kinds, ({ group }) => group)].map(([group, list]) => <Section key={group} title={t(groupWords[group] ?? group)}><NameList items={list.map(one => ({ label: named(one), href: `${base}/baru?jenis=${one.code}` }))} /></Section>)}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, query, note } = context
    const kind = (await kindsOn(tx, dayOf(context))).find(({ code }) => code === query.jenis)
    if (!kind) throw new NotFound()
    const template = templateFrom(input, kind, await unitsHere({ ...context, db: tx }))
    const id = await writeTemplate(tx, null, template, who.account!.id)
    if (!id) throw taken()
    note({ record: ['letter-template', id], after: { name: template.name, kind: template.kind, unit: template.unitId } })
    return goto(base, 'Templat disimpan.')
  },
})

/** The template a page is about, within reach. */
async function templateHere({ db, who, params }: Pick<Context, 'db' | 'who' | 'params'>, lock = false): Promise<UnitTemplate> {
  const template = await templateById(db, params.id!, lock)
  if (!template || !covers(who.reach('drafting.templates'), { unitId: template.unitId })) throw new NotFound()
  return template
}

/** Changes a template, or removes it: letters begun with it keep their text. */
export const templatePage = page({
  path: `${base}/:id`,
  may: 'drafting.templates',
  form,
  async load(context) {
    const template = await templateHere(context)
    return { template, kind: await kindOn(context.db, template.kind, dayOf(context)), units: await unitsHere(context) }
  },
  fill: ({ template }) => filled(template),
  view: ({ data: { template, kind, units }, fields }) => (
    <WorkLayout title={template.name} lead={named(kind)} width="text" islands={['editor']} breadcrumbs={crumbs()}>
      <TemplateForm fields={fields} kind={kind} units={units} stored={template} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note } = context
    const before = await templateHere({ ...context, db: tx }, true)
    if (input.next === 'delete') {
      await deleteTemplate(tx, before.id)
      note({ record: ['letter-template', before.id], before: { name: before.name, kind: before.kind }, after: {} })
      return goto(base, 'Templat dihapus.')
    }
    if (input.version !== undefined && input.version !== before.version) throw new Conflict('Orang lain mengubah templat ini sementara Anda menulis. Periksa lagi isinya, lalu simpan.', { version: String(before.version) })
    const template = templateFrom(input, await kindOn(tx, before.kind, dayOf(context)), await unitsHere({ ...context, db: tx }))
    if (!(await writeTemplate(tx, before.id, template, who.account!.id))) throw taken()
    note({ record: ['letter-template', before.id], before: { name: before.name, unit: before.unitId }, after: { name: template.name, unit: template.unitId } })
    return goto(base, 'Templat disimpan.')
  },
})
