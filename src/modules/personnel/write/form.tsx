import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { DateField, Form, FormSection, HiddenField, RadioField, SelectField, TextField, type Option } from '#ui/index.ts'
import { kindWords, sexWords } from '../contract.ts'
import { employeeKinds, employeeStatuses, maritals, religions } from '../employee.ts'
import { maritalWords, religionWords, statusWords } from '../parts/words.ts'

interface EmployeeFormProps {
  fields: Fields
  units: Option[]
  /** Shown when the file is there already; a new one is in service. */
  version?: number
  /** Whether the private part is asked for. */
  seesPrivate: boolean
  /** The stored NIK as far as it is shown. */
  maskedNik: string | null
}

/** The form about a person. No draft of it is kept on the device: others may use that, too. */
export function EmployeeForm({ fields, units, version, seesPrivate, maskedNik }: EmployeeFormProps) {
  const among = <T extends string>(values: readonly T[], words: Record<T, string>) => values.map(value => ({ value, label: t(words[value]) }))
  return (
    <Form fields={fields} submit={t('Simpan')}>
      {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
      <FormSection title={t('Kedudukan')}>
        <RadioField field={fields('kind')} label={t('Jenis pegawai')} required options={among(employeeKinds, kindWords)} />
        <SelectField field={fields('unit')} label={t('Unit kerja')} required empty={t('Pilih unit')} options={units} />
        {version !== undefined && <SelectField field={fields('status')} label={t('Keadaan')} required options={employeeStatuses.map(value => ({ value, label: t(statusWords[value].label) }))} />}
        <DateField field={fields('enteredOn')} label={t('Mulai bekerja')} hint={t('PNS: TMT CPNS. PPPK dan honorer: hari pertama kontrak.')} />
        <DateField field={fields('contractUntil')} label={t('Kontrak sampai')} hint={t('Kosongkan untuk PNS.')} />
      </FormSection>
      <FormSection title={t('Orang')}>
        <TextField field={fields('titleBefore')} label={t('Gelar depan')} width="short" maxlength={40} />
        <TextField field={fields('name')} label={t('Nama tanpa gelar')} maxlength={120} required />
        <TextField field={fields('titleAfter')} label={t('Gelar belakang')} width="half" maxlength={80} />
        <DateField field={fields('birthDate')} label={t('Tanggal lahir')} required />
        <RadioField field={fields('sex')} label={t('Jenis kelamin')} required options={among(['m', 'f'], sexWords)} />
      </FormSection>
      <FormSection title={t('Nomor induk')} hint={t('NIP dan NIK dibandingkan dengan tanggal lahir, jenis kelamin, dan tanggal mulai bekerja.')}>
        <TextField field={fields('nip')} label={t('NIP')} hint={t('18 angka; kosongkan untuk honorer.')} inputmode="numeric" width="half" maxlength={28} />
        {seesPrivate && <TextField field={fields('nik')} label={t('NIK')} hint={maskedNik ? t('Tersimpan {nik}. Kosongkan bila tidak berubah.', { nik: maskedNik }) : t('16 angka. Disimpan tersandi.')} inputmode="numeric" width="half" maxlength={26} />}
        <TextField field={fields('numberReason')} label={t('Alasan nomor berbeda')} hint={t('Isi hanya bila NIP atau NIK memang berbeda dari data, misalnya karena penetapan pengadilan.')} maxlength={300} />
      </FormSection>
      {seesPrivate && (
        <FormSection title={t('Data pribadi')}>
          <TextField field={fields('birthPlace')} label={t('Tempat lahir')} width="half" maxlength={80} />
          <SelectField field={fields('religion')} label={t('Agama')} empty={t('Belum diisi')} options={among(religions, religionWords)} />
          <SelectField field={fields('marital')} label={t('Status perkawinan')} empty={t('Belum diisi')} options={among(maritals, maritalWords)} />
          <TextField field={fields('phone')} label={t('Telepon')} type="tel" inputmode="tel" width="half" maxlength={24} />
          <TextField field={fields('email')} label={t('Surel')} type="email" inputmode="email" maxlength={160} />
          <TextField field={fields('address')} label={t('Alamat rumah')} maxlength={300} />
        </FormSection>
      )}
    </Form>
  )
}
