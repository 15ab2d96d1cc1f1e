import { z } from 'zod'
import { line, optionalLine, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { accentProblem, CheckField, FileField, Form, FormSection, HiddenField, RadioField, TextField, WorkLayout } from '#ui/index.ts'
import type { Template } from '../contract.ts'
import { baseOf } from '../directory.ts'
import { announce } from '../lifecycle.ts'
import { siteCrumbs, siteHere } from '../parts/here.ts'
import { coordinate } from '../parts/point.ts'
import { slugProblem } from '../site.ts'
import { keepFormerSlug, siteOfUnit, slugTaken, updateSite } from '../store.ts'
import { outlinesOf, templateHints, templateNames } from '../templates.ts'

const templates = Object.keys(templateNames) as [Template, ...Template[]]

/** Name, look, place and template of a site. */
export const settingsPage = page({
  path: '/kerja/situs/:site/tampilan',
  may: 'sites.manage',
  form: z.object({
    name: line(3, 100, 'Isi nama situs, paling sedikit 3 huruf'),
    tagline: optionalLine(160),
    slug: z.string('Isi alamat').trim().toLowerCase().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'Pakai huruf kecil, angka, dan tanda hubung, paling banyak 63 huruf'),
    accent: z.string().trim().toLowerCase().default('').pipe(z.string().regex(/^(#[0-9a-f]{6})?$/, 'Tulis warna seperti #0b5a55')),
    logo_remove: ticked(),
    latitude: coordinate(90),
    longitude: coordinate(180),
    template: z.enum(templates, 'Pilih templat'),
    version: z.coerce.number().int().optional(),
  }),
  files: { logo: { max: 5_000_000, accept: 'image', shared: true } },
  load: context => siteHere(context, 'manage'),
  fill: ({ site }) => ({ ...site, accent: site.accent ?? '', logo: undefined }),
  view({ data, fields, kept }) {
    const { site } = data
    const folded = (...names: string[]) => names.every(name => !fields(name).error)
    return (
      <WorkLayout title={t('Nama dan tampilan')} width="text" breadcrumbs={siteCrumbs(data)}>
        <Form fields={fields} multipart submit={t('Simpan')}>
          <HiddenField name="version" value={fields('version').value || String(site.version)} />
          <TextField field={fields('name')} label={t('Nama situs')} required maxlength={100} />
          <TextField field={fields('tagline')} label={t('Semboyan')} hint={t('Satu kalimat di bawah nama.')} maxlength={160} />
          <FormSection title={t('Warna dan lambang')} folded={folded('accent', 'logo') && !site.accent && !site.logo}>
            <TextField field={fields('accent')} label={t('Warna')} hint={t('Tulis seperti #0b5a55, atau kosongkan untuk memakai warna pemerintah daerah. Warna yang sulit dibaca ditolak.')} width="short" />
            <FileField field={fields('logo')} label={t('Lambang')} hint={t('Kosongkan untuk memakai lambang pemerintah daerah.')} accept="image/*" kept={kept.logo?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))} />
            {site.logo && <CheckField field={fields('logo_remove')} label={t('Lepas lambang sendiri')} />}
          </FormSection>
          <FormSection title={t('Titik di peta')} folded={folded('latitude', 'longitude')}>
            <TextField field={fields('latitude')} label={t('Lintang')} width="short" inputmode="decimal" />
            <TextField field={fields('longitude')} label={t('Bujur')} width="short" inputmode="decimal" />
          </FormSection>
          <FormSection title={t('Templat')} folded={folded('template')} hint={t('Halaman yang belum ada ditambahkan; halaman dan isi yang ada tidak berubah.')}>
            <RadioField field={fields('template')} label={t('Templat')} required options={templates.map(value => ({ value, label: t(templateNames[value]), hint: t(templateHints[value]) }))} />
          </FormSection>
          <FormSection title={t('Alamat')} folded={folded('slug')}>
            <TextField field={fields('slug')} label={t('Nama alamat')} hint={t('Bagian pertama alamat situs. Alamat lama tetap mengantar ke sini.')} required maxlength={63} />
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, files, hands, ask, note, government } = context
    const { unit } = await siteHere(context, 'manage')
    const site = await siteOfUnit(tx, unit.id, true)
    if (!site) throw new NotFound()
    if (input.version !== undefined && input.version !== site.version)
      throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { name: site.name, version: String(site.version) })
    const wrong = [
      { name: 'accent', message: input.accent === '' ? null : accentProblem(input.accent) },
      { name: 'slug', message: slugProblem(input.slug) },
      { name: 'latitude', message: (input.latitude === null) === (input.longitude === null) ? null : { text: 'Isi lintang dan bujur, atau kosongkan keduanya.' } },
    ].flatMap(({ name, message }) => (message ? [{ name, message }] : []))
    if (wrong.length > 0) throw Problem.all(wrong)
    if (input.slug !== site.slug && (await slugTaken(tx, input.slug, site.id))) throw new Problem('slug', 'Alamat ini sudah dipakai. Pilih yang lain.')

    const upload = files.logo?.[0]
    const logo = upload ? { fileId: upload.id, width: upload.width ?? 1, height: upload.height ?? 1 } : input.logo_remove ? null : site.logo
    if (upload) {
      await hands.files.keep(tx, [upload.id])
      await hands.files.setPublic(tx, [upload.id], true)
    }
    await updateSite(tx, site.id, { name: input.name, tagline: input.tagline, slug: input.slug, accent: input.accent || null, logo, latitude: input.latitude, longitude: input.longitude, template: input.template })
    if (input.slug !== site.slug) {
      await keepFormerSlug(tx, site.slug, site.id)
      if (site.published) await ask(pagesPort).place(tx, hands, unit.id, baseOf(input))
    }
    const added = input.template === site.template ? 0 : await ask(pagesPort).begin(tx, unit.id, outlinesOf(input.template, { name: input.name, tagline: input.tagline, picture: null, point: null }), who.account!.id)
    await announce(tx, government.id, unit.id)
    note({ record: ['site', site.id], before: { name: site.name, slug: site.slug, accent: site.accent, template: site.template }, after: { name: input.name, slug: input.slug, accent: input.accent || null, template: input.template, pagesAdded: added } })
    return goto(`/kerja/situs/${unit.slug}`, added > 0 ? 'Tampilan disimpan; {n} halaman ditambahkan.' : 'Tampilan disimpan.', added > 0 ? { n: added } : undefined)
  },
})
