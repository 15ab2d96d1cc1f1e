import type { Fields } from '#platform/forms/fields.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Head, Unit } from '#modules/organisation/contract.ts'
import { Button, CheckField, DateField, DateTimeField, FileField, Form, FormSection, HiddenField, RadioField, SelectField, TextArea, TextField } from '#ui/index.ts'
import { secrecyWords, urgencyWords } from '../contract.ts'
import { secrecies } from '../letter.ts'

export interface ReceiveFormProps {
  fields: Fields
  kept: Record<string, StoredFile[]>
  today: string
  offices: readonly Unit[]
  kinds: ReadonlyMap<string, string>
  codes: readonly { code: string; name: string }[]
  /** Positions that lead the office and what is below it, the highest first. */
  heads: readonly Head[]
}

const keptOf = (kept: Record<string, StoredFile[]>, name: string) => (kept[name] ?? []).map(({ id, name: called, bytes }) => ({ id, name: called, size: bytes }))

/** The form in the order of the paper: who writes, what about, for whom, and the scan. */
export function ReceiveForm({ fields, kept, today, offices, kinds, codes, heads }: ReceiveFormProps) {
  const twice = fields('twice')
  const meeting = ['meetingFrom', 'meetingTo', 'meetingPlace'].some(name => fields(name).value || fields(name).error)
  return (
    <Form fields={fields} multipart actions={<><Button kind="primary">{t('Catat dan sampaikan')}</Button><Button name="next" value="another">{t('Catat, lalu surat berikutnya')}</Button></>}>
      {twice.error && <CheckField field={twice} label={t('Ini surat lain, catat juga')} />}
      <TextField field={fields('sender')} label={t('Dari')} hint={t('Nama instansi atau orang yang mengirim')} required />
      <TextField field={fields('number')} label={t('Nomor surat')} required />
      <DateField field={fields('letterOn')} label={t('Tanggal surat')} max={today} required />
      <TextField field={fields('subject')} label={t('Perihal')} required />
      {offices.length > 1 ? <SelectField field={fields('office')} label={t('Agenda kantor')} options={offices.map(({ id, name }) => ({ value: id, label: name }))} required /> : <HiddenField name="office" value={offices[0]?.id ?? ''} />}
      <SelectField field={fields('to')} label={t('Disampaikan kepada')} options={heads.map(({ postId, title, inCharge }) => ({ value: postId, label: inCharge ? `${title} · ${inCharge.name}` : title }))} empty={t('Sekretariat saja')} />
      <FileField field={fields('scan')} label={t('Pindaian surat')} hint={t('PDF atau foto, paling besar 30 MB')} accept=".pdf,image/*" capture="environment" kept={keptOf(kept, 'scan')} />
      <FileField field={fields('attachments')} label={t('Lampiran')} multiple kept={keptOf(kept, 'attachments')} />
      <RadioField field={fields('urgency')} label={t('Derajat')} options={(['biasa', 'segera', 'kilat'] as const).map(value => ({ value, label: t(urgencyWords[value]) }))} required />
      <RadioField field={fields('secrecy')} label={t('Sifat')} hint={t('Surat rahasia hanya dibuka oleh yang dituju; sekretariat tidak melihatnya lagi.')} options={secrecies.map(value => ({ value, label: `${t(secrecyWords[value])} (${value})` }))} required />
      <FormSection title={t('Rincian agenda')} folded={!['classification', 'replyBy', 'summary', 'receivedOn', 'via', 'kind'].some(name => fields(name).error)}>
        <DateField field={fields('receivedOn')} label={t('Diterima tanggal')} max={today} required />
        <RadioField field={fields('via')} label={t('Datang lewat')} options={[{ value: 'paper', label: t('Kertas') }, { value: 'email', label: t('Surel') }]} required />
        <SelectField field={fields('kind')} label={t('Jenis surat')} options={[...kinds].map(([value, label]) => ({ value, label }))} required />
        <SelectField field={fields('classification')} label={t('Kode klasifikasi')} options={codes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} empty={t('Belum ditentukan')} />
        <DateField field={fields('replyBy')} label={t('Dijawab paling lambat')} />
        <TextArea field={fields('summary')} label={t('Isi ringkas')} rows={3} />
      </FormSection>
      <FormSection title={t('Undangan rapat')} hint={t('Bila surat ini undangan, acaranya masuk kalender yang dituju.')} folded={!meeting}>
        <DateTimeField field={fields('meetingFrom')} label={t('Mulai')} />
        <DateTimeField field={fields('meetingTo')} label={t('Selesai')} />
        <TextField field={fields('meetingPlace')} label={t('Tempat')} />
      </FormSection>
    </Form>
  )
}
