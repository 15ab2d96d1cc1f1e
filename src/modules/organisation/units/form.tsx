import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { line, optionalLine, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { CheckField, Form, FormSection, HiddenField, Notice, SelectField, TextArea, TextField } from '#ui/index.ts'
import type { Unit, UnitKind } from '../contract.ts'
import { kindNames, newKinds } from '../kinds.ts'

/** What a unit is called, where it stands and how to reach it. */
export const unitForm = z.object({
  name: line(3, 160, 'Isi nama unit, paling sedikit 3 huruf'),
  short_name: line(2, 60, 'Isi nama pendek, paling sedikit 2 huruf'),
  kind: z.enum(Object.keys(kindNames) as [UnitKind, ...UnitKind[]], 'Pilih jenis'),
  parent: z.preprocess(value => (value === '' || value === undefined ? null : value), z.uuid('Pilih dari daftar').nullable()),
  npsn: z.preprocess(value => (typeof value === 'string' && value.trim() ? value.trim() : null), z.string().regex(/^\d{8}$/, 'NPSN terdiri atas 8 angka').nullable()),
  address: optionalLine(300),
  phone: optionalLine(40),
  email: z.preprocess(value => (typeof value === 'string' && value.trim() ? value.trim().toLowerCase() : null), z.email('Tulis alamat surel seperti nama@contoh.id').max(200, 'Paling banyak {max} huruf').nullable()),
  channel: ticked(),
  version: z.coerce.number().int().optional(),
})

export type UnitInput = z.output<typeof unitForm>

export interface UnitFormProps {
  fields: Fields
  /** Where it may stand. */
  parents: readonly Unit[]
  /** The government itself keeps its kind and stands below nothing. */
  root?: boolean
  version?: number
}

const theirNames = [['theirs.name', 'Nama'], ['theirs.short_name', 'Nama pendek'], ['theirs.address', 'Alamat']] as const

export function UnitForm({ fields, parents, root, version }: UnitFormProps) {
  const theirs = theirNames.filter(([name]) => fields(name).value)
  return (
    <Form fields={fields} submit={t('Simpan')}>
      {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
      {theirs.length > 0 && <Notice tone="warn" title={t('Isi yang tersimpan oleh orang lain')}>{theirs.map(([name, label]) => <p key={name}>{t(label)}: {fields(name).value}</p>)}</Notice>}
      <TextField field={fields('name')} label={t('Nama')} required maxlength={160} />
      <TextField field={fields('short_name')} label={t('Nama pendek')} hint={t('Untuk daftar, misalnya “Dinkes”.')} required maxlength={60} width="half" />
      {root ? <HiddenField name="kind" value="government" /> : (
        <>
          <SelectField field={fields('kind')} label={t('Jenis')} empty={t('Pilih jenis')} required options={newKinds.map(value => ({ value, label: t(kindNames[value]) }))} />
          <SelectField field={fields('parent')} label={t('Di bawah')} empty={t('Pilih unit')} required options={parents.map(unit => ({ value: unit.id, label: unit.name }))} />
        </>
      )}
      <FormSection title={t('Kontak')}>
        <TextArea field={fields('address')} label={t('Alamat')} rows={2} maxlength={300} />
        <TextField field={fields('phone')} label={t('Telepon')} type="tel" width="half" maxlength={40} />
        <TextField field={fields('email')} label={t('Surel')} type="email" width="half" maxlength={200} />
        {!root && <TextField field={fields('npsn')} label={t('NPSN')} hint={t('Untuk sekolah: 8 angka.')} width="short" inputmode="numeric" />}
      </FormSection>
      {!root && <CheckField field={fields('channel')} label={t('Punya kanal publikasi sendiri')} />}
    </Form>
  )
}
