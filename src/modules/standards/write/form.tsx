import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { CheckChips, Form, FormSection, HiddenField, SelectField, Suggestions, TextArea, TextField } from '#ui/index.ts'
import { classifying, type Choices } from './content.ts'

interface StandardFormProps {
  fields: Fields
  choices: Choices
  /** Units in whose name one may propose; none when that is settled. */
  offices: readonly Unit[]
  /** Asks why there is a newer version. */
  newer: boolean
  stamp?: number
  submit: string
}

/** The form of a standard: what it is called, what it means, how it is measured, where that comes from. */
export function StandardForm({ fields, choices, offices, newer, stamp, submit }: StandardFormProps) {
  return (
    <Form fields={fields} submit={submit}>
      {stamp !== undefined && <HiddenField name="version" value={fields('version').value || String(stamp)} />}
      {offices.length > 1 && <SelectField field={fields('as')} label={t('Diusulkan oleh')} required options={offices.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextField field={fields('name')} label={t('Nama data')} hint={t('Seperti Jumlah Penduduk: huruf besar di awal setiap kata, tidak disingkat, tanpa titik.')} required maxlength={120} />
      <TextField field={fields('concept')} label={t('Konsep')} hint={t('Apa yang diukur, tanpa ukurannya: Penduduk, bukan Jumlah Penduduk.')} required maxlength={120} />
      <TextArea field={fields('definition')} label={t('Definisi')} hint={t('Batas konsep itu: apa yang termasuk dan apa yang tidak.')} required rows={5} maxlength={2000} />
      <FormSection title={t('Pengukuran')}>
        <TextField field={fields('measure')} label={t('Ukuran')} hint={t('Bentuk bilangannya: Jumlah, Persentase, Panjang.')} required maxlength={60} width="half" suggestions="ukuran" />
        <Suggestions id="ukuran" words={choices.measures.map(({ label }) => label)} />
        <TextField field={fields('unit')} label={t('Satuan')} hint={t('Seperti Orang, Persen, Kilometer.')} required maxlength={60} width="half" suggestions="satuan" />
        <Suggestions id="satuan" words={choices.units.map(({ label }) => label)} />
        <CheckChips field={fields('classifications')} label={t('Klasifikasi')} hint={t('Data ini dirinci menurut apa; kodenya diambil dari daftar ini.')} options={classifying(choices.lists).map(({ code, title }) => ({ value: code, label: title }))} />
        <TextField field={fields('others')} label={t('Klasifikasi lain')} hint={t('Yang belum punya kode referensi, dipisah koma.')} maxlength={200} />
      </FormSection>
      <FormSection title={t('Rujukan')}>
        <TextField field={fields('reference')} label={t('Sumber definisi')} hint={t('Peraturan, pedoman, atau publikasi beserta pasal atau halamannya.')} required maxlength={300} />
        <TextField field={fields('url')} label={t('Alamat sumber')} inputmode="url" spellcheck={false} maxlength={300} />
        <SelectField field={fields('theme')} label={t('Tema')} required empty={t('Pilih tema')} options={choices.themes.map(({ code, label }) => ({ value: code, label }))} />
      </FormSection>
      {newer && <TextArea field={fields('reason')} label={t('Mengapa perlu versi baru')} required rows={3} maxlength={500} />}
    </Form>
  )
}
