import { z } from 'zod'
import { line, optionalId, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, EmptyState, FileField, Form, FormSection, RadioField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { siteDirectory, type Template } from '../contract.ts'
import { begin } from '../lifecycle.ts'
import { coordinate } from '../parts/point.ts'
import { withoutSite } from '../policy.ts'
import { siteOfUnit } from '../store.ts'
import { templateFor, templateHints, templateNames } from '../templates.ts'

const templates = Object.keys(templateNames) as [Template, ...Template[]]

async function choices(context: Pick<Context, 'ask' | 'government' | 'who'>) {
  const [units, sites] = await Promise.all([context.ask(unitDirectory).of(context.government.id), context.ask(siteDirectory).of(context.government.id)])
  return withoutSite(context.who, units, sites)
}

/** Makes a site for a unit: a name and a picture are enough, the template brings the rest. */
export const createPage = page({
  path: '/kerja/situs/baru',
  may: 'sites.manage',
  query: z.object({ unit: z.string().max(80).optional() }),
  form: z.object({
    unit: optionalId(),
    template: z.enum(templates, 'Pilih templat'),
    name: line(3, 100, 'Isi nama situs, paling sedikit 3 huruf'),
    tagline: optionalLine(160),
    picture_alt: optionalLine(300),
    latitude: coordinate(90),
    longitude: coordinate(180),
  }),
  files: { picture: { max: 10_000_000, accept: 'image', shared: true } },
  load: choices,
  fill: (units, { query }) => {
    const unit = units.find(one => one.slug === query.unit) ?? units[0]
    return { unit: unit?.id, name: unit?.name, template: unit && templateFor(unit.kind) }
  },
  view({ data: units, fields, kept }) {
    const crumbs = [{ label: t('Situs'), href: '/kerja/situs' }]
    if (units.length === 0)
      return (
        <WorkLayout title={t('Buat situs')} width="text" breadcrumbs={crumbs}>
          <EmptyState title={t('Semua unit Anda sudah punya situs')} action={<ButtonLink href="/kerja/situs">{t('Lihat situs')}</ButtonLink>} />
        </WorkLayout>
      )
    return (
      <WorkLayout title={t('Buat situs')} lead={t('Halaman-halamannya disiapkan oleh templat. Anda tinggal mengisi dan menerbitkan.')} width="text" breadcrumbs={crumbs}>
        <Form fields={fields} multipart submit={t('Buat situs')}>
          {units.length > 1 && <SelectField field={fields('unit')} label={t('Untuk')} required options={units.map(unit => ({ value: unit.id, label: unit.name }))} />}
          <TextField field={fields('name')} label={t('Nama situs')} required maxlength={100} />
          <TextField field={fields('tagline')} label={t('Semboyan')} hint={t('Satu kalimat di bawah nama.')} maxlength={160} />
          <RadioField field={fields('template')} label={t('Templat')} required options={templates.map(value => ({ value, label: t(templateNames[value]), hint: t(templateHints[value]) }))} />
          <FileField field={fields('picture')} label={t('Foto halaman muka')} hint={t('JPEG, PNG, atau WebP, paling banyak 10 MB.')} accept="image/*" kept={kept.picture?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))} />
          <TextField field={fields('picture_alt')} label={t('Keterangan foto')} hint={t('Apa yang terlihat, untuk yang tidak dapat melihatnya.')} maxlength={300} />
          <FormSection title={t('Titik di peta')} folded={!fields('latitude').value && !fields('latitude').error && !fields('longitude').error} hint={t('Salin dari aplikasi peta di ponsel, misalnya -6,9825 dan 109,1403.')}>
            <TextField field={fields('latitude')} label={t('Lintang')} width="short" inputmode="decimal" />
            <TextField field={fields('longitude')} label={t('Bujur')} width="short" inputmode="decimal" />
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, files, hands, note } = context
    const units = await choices(context)
    const unit = input.unit ? units.find(one => one.id === input.unit) : units[0]
    if (!unit || (await siteOfUnit(tx, unit.id))) throw new Problem('unit', 'Unit ini sudah punya situs. Pilih unit lain.')
    const file = files.picture?.[0]
    if (file && !input.picture_alt) throw new Problem('picture_alt', 'Tulis keterangan foto, untuk yang tidak dapat melihatnya.')
    if ((input.latitude === null) !== (input.longitude === null)) throw new Problem('latitude', 'Isi lintang dan bujur, atau kosongkan keduanya.')
    const id = await begin(tx, hands, context, {
      unitId: unit.id,
      slug: unit.slug,
      template: input.template,
      name: input.name,
      tagline: input.tagline,
      picture: file ? { fileId: file.id, alt: input.picture_alt!, width: file.width ?? 1, height: file.height ?? 1 } : null,
      point: input.latitude !== null && input.longitude !== null ? { latitude: input.latitude, longitude: input.longitude } : null,
      by: who.account!.id,
    })
    note({ record: ['site', id], after: { unit: unit.name, name: input.name, template: input.template } })
    return goto(`/kerja/situs/${unit.slug}`, 'Situs dibuat. Lengkapi halamannya, lalu terbitkan.')
  },
})
