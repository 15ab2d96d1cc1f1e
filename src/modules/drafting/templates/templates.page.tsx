import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { Button, ButtonLink, DataTable, EmptyState, Form, HiddenField, MarkdownField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { unitsHere } from '../here.ts'
import { kindOn, kindsOn, named, written, type Kind } from '../kinds.ts'
import { KindChoice } from '../kind-choice.tsx'
import { dayOf } from '../lifecycle.ts'
import { deleteTemplate, templateById, templatesOf, writeTemplate, type UnitTemplate } from '../store.ts'
import { partsFrom } from '../write/content.ts'

const base = '/kerja/templat-surat'

/** Templates the units of a person begin their letters with. */
export const templatesPage = page({
  path: base,
  may: 'drafting.templates',
  async load(context) {
    const units = await unitsHere(context, 'drafting.templates')
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

const text = (max: number) => z.string().max(max, 'Paling banyak {max} huruf').default('').transform(typed => typed.replace(/\r\n?/g, '\n').trim())

const form = z.looseObject({ unit: z.uuid('Pilih unit'), name: line(3, 120, 'Isi nama templat, paling sedikit 3 huruf'), subject: text(300), body: text(200_000), version: z.coerce.number().int().optional(), next: z.enum(['save', 'delete']).catch('save') })

/** The template a page is about and its kind; `baru` adds one of the kind in the address. */
async function templateHere({ db, who, params, query, now, government }: Context<{ jenis?: string }>, lock = false): Promise<{ stored: UnitTemplate | null; kind: Kind | null }> {
  const day = dayOf({ now, government })
  if (params.id === 'baru') return { stored: null, kind: (await kindsOn(db, day)).find(({ code }) => code === query.jenis) ?? null }
  const stored = await templateById(db, params.id!, lock)
  if (!stored || !covers(who.reach('drafting.templates'), { unitId: stored.unitId })) throw new NotFound()
  return { stored, kind: await kindOn(db, stored.kind, day) }
}

/** Adds a template, changes it, or removes it: letters begun with it keep their text. */
export const templatePage = page({
  path: `${base}/:id`,
  may: 'drafting.templates',
  query: z.object({ jenis: z.string().max(60).optional() }),
  form,
  load: async context => ({ ...(await templateHere(context)), units: await unitsHere(context, 'drafting.templates'), kinds: await kindsOn(context.db, dayOf(context)) }),
  fill: ({ stored, units }) => (stored ? { ...stored, unit: stored.unitId, ...Object.fromEntries(Object.entries(stored.parts).map(([code, typed]) => [`part_${code}`, typed])) } : { unit: units[0]?.id }),
  view({ data: { stored, kind, kinds, units }, fields }) {
    const breadcrumbs = [{ label: t('Templat surat'), href: base }]
    if (!kind) return <WorkLayout title={t('Tambah templat')} lead={t('Pilih jenis naskahnya dahulu.')} breadcrumbs={breadcrumbs}><KindChoice kinds={kinds} href={code => `${base}/baru?jenis=${code}`} /></WorkLayout>
    return (
      <WorkLayout title={stored?.name ?? t('Tambah templat')} lead={named(kind)} width="text" islands={['editor']} breadcrumbs={breadcrumbs}>
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
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, note } = context
    const { stored, kind } = await templateHere({ ...context, db: tx }, true)
    if (!kind) throw new NotFound()
    const before = stored ? { name: stored.name, kind: stored.kind, unit: stored.unitId } : undefined
    if (stored && input.next === 'delete') {
      await deleteTemplate(tx, stored.id)
      note({ record: ['letter-template', stored.id], before, after: {} })
      return goto(base, 'Templat dihapus.')
    }
    if (stored && input.version !== undefined && input.version !== stored.version) throw new Conflict('Orang lain mengubah templat ini sementara Anda menulis. Periksa lagi isinya, lalu simpan.', { version: String(stored.version) })
    if (!(await unitsHere({ ...context, db: tx }, 'drafting.templates')).some(({ id }) => id === input.unit)) throw new Problem('unit', 'Pilih unit dalam jangkauan Anda.')
    const parts = partsFrom(kind, input)
    if (!input.body && Object.keys(parts).length === 0) throw new Problem('body', 'Tulis isi templatnya.')
    const id = await writeTemplate(tx, stored?.id ?? null, { unitId: input.unit, kind: kind.code, name: input.name, subject: input.subject, body: input.body, parts }, who.account!.id)
    if (!id) throw new Problem('name', 'Unit ini sudah mempunyai templat bernama demikian untuk jenis naskah yang sama.')
    note({ record: ['letter-template', id], before, after: { name: input.name, kind: kind.code, unit: input.unit } })
    return goto(base, 'Templat disimpan.')
  },
})
