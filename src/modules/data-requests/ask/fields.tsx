import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { DateField, FactList, FormSection, HiddenField, SelectField, TextArea, TextField } from '#ui/index.ts'
import { formWords } from '../parts/words.ts'
import type { Form } from '../store.ts'
import { holdersOf, type About } from './content.ts'

/** What is asked for: a dataset of the catalogue as it stands there, or words to an agency. */
export const WhatFields = ({ fields, units, dataset }: About & { fields: Fields }) =>
  dataset ? (
    <>
      <HiddenField name="subject" value={dataset.title} />
      <HiddenField name="holder" value={dataset.unitId} />
      <FactList facts={[{ label: t('Data'), value: <a href={`/data/${dataset.slug}`}>{dataset.title}</a> }, { label: t('Pemegang data'), value: units.byId(dataset.unitId)?.name }]} />
    </>
  ) : (
    <>
      <TextField field={fields('subject')} label={t('Data yang diminta')} hint={t('Apa, di mana, menurut apa. Misalnya: jumlah rumah tidak layak huni menurut desa.')} required maxlength={200} />
      <SelectField field={fields('holder')} label={t('Pemegang data')} hint={t('Belum yakin? Pilih yang paling dekat; permintaan dapat dialihkan tanpa mengulang tenggat.')} required empty={t('Pilih')} options={holdersOf(units).map(unit => ({ value: unit.id, label: unit.name }))} />
    </>
  )

/** How much of it, for what, and for how long. */
export const HowFields = ({ fields }: { fields: Fields }) => (
  <FormSection title={t('Isi dan keperluan')}>
    <TextArea field={fields('fields')} label={t('Isi atau kolom yang diminta')} hint={t('Hanya yang diperlukan: makin sedikit, makin mudah diberikan.')} required rows={3} maxlength={2000} />
    <TextField field={fields('period')} label={t('Periode')} required maxlength={200} />
    <TextArea field={fields('purpose')} label={t('Untuk apa')} hint={t('Setiap pemakaian nanti dicatat terhadap keperluan ini.')} required rows={4} maxlength={2000} />
    <DateField field={fields('keepUntil')} label={t('Disimpan sampai')} />
    <SelectField field={fields('form')} label={t('Bentuk')} required options={(Object.keys(formWords) as Form[]).map(value => ({ value, label: t(formWords[value]) }))} />
  </FormSection>
)
