import { covers } from '#platform/access/who.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { type Context, goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { Form, FormSection, HiddenField, RadioField, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import type { Rhythm } from '#platform/time/period.ts'
import { newSlug } from '../feed.ts'
import { closeUnchecked, settle } from '../lifecycle.ts'
import { datasetHere, meansOf, takeDataset } from '../parts/here.ts'
import { licencesOf, themesOf } from '../parts/themes.ts'
import { accessHints, accessWords, rhythms, type Access, type Licence } from '../contract.ts'
import { mayEntry } from '../policy.ts'
import { describeDataset, insertDataset, insertStep } from '../store.ts'
import { descriptionOf, filled, form, type Content } from './content.ts'

interface Choices {
  units: Unit[]
  themes: { code: string; name: string }[]
  licences: Licence[]
}

/** Units that produce data and lie in the person's reach, their own first. */
export async function choicesOf(context: Context): Promise<Choices> {
  const { db, ask, government, who } = context
  const today = todayOf(context)
  const [units, themes, licences] = await Promise.all([ask(unitDirectory).of(government.id), themesOf(db, today), licencesOf(db, today)])
  const reach = who.reach('datasets.produce')
  const within = units.all.filter(unit => !['division', 'section'].includes(unit.kind) && covers(reach, { unitId: unit.id }))
  return { units: within.toSorted((a, b) => Number(b.id === who.account?.unitId) - Number(a.id === who.account?.unitId)), themes, licences }
}

/** Says no to what is in no list; nothing of it could be typed into the form. */
export function checked(input: Content, { units, themes, licences }: Choices): void {
  if (!units.some(({ id }) => id === input.unit)) throw new Problem('unit', 'Pilih produsen data')
  if (!themes.some(({ code }) => code === input.theme)) throw new Problem('theme', 'Pilih tema')
  const licence = licences.find(({ code }) => code === input.licence)
  if (!licence) throw new Problem('licence', 'Pilih lisensi')
  if (licence.open !== (input.access === 'open')) throw new Problem('licence', input.access === 'open' ? 'Data terbuka memerlukan lisensi terbuka' : 'Lisensi terbuka tidak cocok dengan data yang tidak terbuka')
}

function DescriptionFields({ fields, units, themes, licences, version }: Choices & { fields: Fields; version?: number }) {
  return (
    <>
      {version !== undefined && <HiddenField name="version" value={String(version)} />}
      <TextField field={fields('title')} label={t('Judul')} hint={t('Apa, di mana, menurut apa. Misalnya: Jumlah kunjungan puskesmas menurut kecamatan dan bulan.')} required maxlength={200} />
      <TextArea field={fields('summary')} label={t('Uraian')} hint={t('Apa yang dihitung, dari mana asalnya, dan untuk apa biasanya dipakai.')} required rows={5} maxlength={5000} />
      <SelectField field={fields('unit')} label={t('Produsen data')} required options={units.map(unit => ({ value: unit.id, label: unit.name }))} />
      <SelectField field={fields('theme')} label={t('Tema')} required empty={t('Pilih tema')} options={themes.map(({ code, name }) => ({ value: code, label: name }))} />
      <SelectField field={fields('every')} label={t('Jadwal pembaruan')} required options={(Object.keys(rhythms) as Rhythm[]).map(value => ({ value, label: t(rhythms[value]) }))} />
      <TextField field={fields('tags')} label={t('Kata kunci')} hint={t('Pisahkan dengan koma.')} />
      <FormSection title={t('Siapa yang boleh')}>
        <RadioField field={fields('access')} label={t('Akses')} required options={(Object.keys(accessWords) as Access[]).map(value => ({ value, label: t(accessWords[value].label), hint: t(accessHints[value]) }))} />
        <TextField field={fields('accessReason')} label={t('Alasan bila tidak terbuka')} />
        <TextField field={fields('accessBasis')} label={t('Dasar hukum bila tidak terbuka')} />
        <SelectField field={fields('licence')} label={t('Lisensi')} required options={licences.map(({ code, name }) => ({ value: code, label: name }))} />
      </FormSection>
      <FormSection title={t('Keterangan lain')} folded={!['legalBasis', 'coverage', 'contact'].some(name => fields(name).value || fields(name).error)}>
        <TextField field={fields('legalBasis')} label={t('Dasar hukum pengumpulan')} />
        <TextField field={fields('coverage')} label={t('Cakupan wilayah')} hint={t('Misalnya seluruh kecamatan.')} />
        <TextField field={fields('contact')} label={t('Kontak')} hint={t('Surel atau telepon kantor untuk pertanyaan tentang data ini.')} />
      </FormSection>
    </>
  )
}

/** A new entry of the catalogue. */
export const createPage = page({
  path: '/kerja/data/baru',
  may: 'datasets.produce',
  form,
  load: choicesOf,
  fill: ({ units }) => ({ unit: units[0]?.id, every: 'year', access: 'open', licence: 'CC-BY-4.0' }),
  view: ({ data, fields }) => (
    <WorkLayout title={t('Data baru')} lead={t('Terangkan datanya. Isinya diunggah sesudah ini, setiap kali ada periode baru.')} width="text" breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }]}>
      <Form fields={fields} submit={t('Simpan')}><DescriptionFields fields={fields} {...data} /></Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note } = context
    checked(input, await choicesOf(context))
    const dataset = await insertDataset(tx, { ...descriptionOf(input), slug: await newSlug(tx, input.title), state: 'draft', origin: 'office', originCode: null, originUrl: null, variables: [] }, who.account!.id)
    await insertStep(tx, { datasetId: dataset.id, event: 'save' }, who.account!.id)
    note({ record: ['dataset', dataset.id], after: { title: dataset.title, unit: dataset.unitId, access: dataset.access } })
    return goto(`/kerja/data/${dataset.id}`, 'Keterangan disimpan. Langkah berikut: usulkan masuk daftar data.')
  },
})

/** Changes what an entry says of itself. */
export const editPage = page({
  path: '/kerja/data/:id/ubah',
  may: 'datasets.produce',
  form,
  async load(context) {
    const dataset = await datasetHere(context, context.params.id!)
    if (!mayEntry(context.who, 'save', dataset)) throw new Refused('Keterangan data ini tidak dapat Anda ubah.')
    return { dataset, choices: await choicesOf(context) }
  },
  fill: ({ dataset }) => filled(dataset),
  view: ({ data: { dataset, choices }, fields }) => (
    <WorkLayout title={t('Ubah keterangan')} width="text" breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }, { label: dataset.title, href: `/kerja/data/${dataset.id}` }]}>
      <Form fields={fields} submit={t('Simpan')}><DescriptionFields fields={fields} {...choices} version={dataset.version} /></Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, params, who, note } = context
    const dataset = await takeDataset(tx, context, params.id!, 'save', input.version)
    const choices = await choicesOf(context)
    checked(input, choices)
    const content = descriptionOf(input)
    await describeDataset(tx, dataset.id, content)
    await insertStep(tx, { datasetId: dataset.id, event: 'save' }, who.account!.id)
    const withdrawn = await closeUnchecked(tx, meansOf(context), { ...dataset, ...content }, who.account!.id)
    await settle(tx, meansOf(context), dataset.id)
    const { unitId, title, summary, access, accessReason, accessBasis, theme, tags, licence, every } = dataset
    note({ record: ['dataset', dataset.id], before: { unitId, title, summary, access, accessReason, accessBasis, theme, tags, licence, every }, after: { ...content } })
    return withdrawn > 0
      ? goto(`/kerja/data/${dataset.id}`, 'Keterangan disimpan. {n, plural, one {# rilis} other {# rilis}} tidak lagi tayang: belum diperiksa sebagai data terbuka.', { n: withdrawn })
      : goto(`/kerja/data/${dataset.id}`, 'Keterangan disimpan.')
  },
})
