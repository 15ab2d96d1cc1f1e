import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { line, optionalDay, optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { secrecyWords } from '#modules/correspondence/contract.ts'
import { DateField, NumberField, RadioField, TextField } from '#ui/index.ts'
import { maturityWords } from '../contract.ts'

const secrecies = ['B', 'T', 'R', 'SR'] as const

/** How a paper is described. */
export const paperFields = {
  title: line(3, 300, 'Isi uraian, paling sedikit 3 huruf'),
  datedOn: optionalDay(),
  maturity: z.enum(['asli', 'kopi'], 'Pilih tingkat perkembangan'),
  amount: z.coerce.number('Isi jumlah dengan angka').int('Isi jumlah dengan angka').min(1, 'Paling sedikit satu').max(100_000, 'Paling banyak {max}'),
  remarks: optionalLine(300),
}

export const secrecyField = z.enum(secrecies, 'Pilih sifat')

export const Describing = ({ fields, today }: { fields: Fields; today: string }) => (
  <>
    <TextField field={fields('title')} label={t('Uraian item')} hint={t('Apa isinya, misalnya “Gambar rencana jembatan, 12 lembar”.')} required maxlength={300} />
    <DateField field={fields('datedOn')} label={t('Tanggal')} max={today} />
    <NumberField field={fields('amount')} label={t('Jumlah lembar')} required />
    <RadioField field={fields('maturity')} label={t('Tingkat perkembangan')} required options={(['asli', 'kopi'] as const).map(value => ({ value, label: t(maturityWords[value]) }))} />
    <TextField field={fields('remarks')} label={t('Keterangan')} maxlength={300} />
  </>
)

export const Secrecy = ({ fields }: { fields: Fields }) => (
  <RadioField field={fields('secrecy')} label={t('Klasifikasi keamanan')} required hint={t('Yang rahasia hanya dilihat oleh Anda dan jabatan yang memegang berkas.')} options={secrecies.map(value => ({ value, label: `${t(secrecyWords[value])} (${value})` }))} />
)
