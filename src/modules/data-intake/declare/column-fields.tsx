import type { TakenColumn } from '#platform/columnar/taken.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { CodeListHead } from '#modules/code-lists/contract.ts'
import { Badge, CheckField, FieldRow, SelectField, TextField } from '#ui/index.ts'
import type { Declared } from '../intake.ts'
import { maskedText, typeWords } from '../parts/words.ts'
import { inputOf, types } from './content.ts'

const sensitive = ['nik', 'phone', 'email'] as const

/** What the file holds in a column; what looks like personal data is shown masked. */
function examplesOf({ examples, looks, filled, distinct, misfits }: TakenColumn): string {
  const hidden = sensitive.some(one => one === looks)
  const shown = examples.slice(0, 4).map(text => (hidden ? maskedText(text) : text.length > 40 ? `${text.slice(0, 40)}…` : text)).join(' · ')
  return [shown && t('Contoh: {examples}', { examples: shown }), t('{n} terisi, {different} berbeda', { n: number(filled), different: number(distinct) }), misfits > 0 && t('{n} tidak sesuai jenisnya', { n: number(misfits) })].filter(Boolean).join('. ')
}

export interface ColumnFieldsProps {
  column: TakenColumn
  declared: Declared
  fields: Fields
  lists: readonly CodeListHead[]
  /** Id of the suggestions of standards. */
  concepts: string
}

/** What a person says of one column of the file. */
export function ColumnFields({ column, declared, fields, lists, concepts }: ColumnFieldsProps) {
  const field = (part: string) => fields(inputOf(declared, part))
  const wrong = ['min', 'max', 'list', 'about', 'numbers', 'days'].some(part => field(part).error)
  return (
    <FieldRow title={<>{column.title} {sensitive.some(one => one === column.looks) && <Badge tone="warn">{t('Tampaknya data pribadi')}</Badge>}</>} note={examplesOf(column)} open={wrong} more={(
      <>
        <TextField field={field('about')} label={t('Penjelasan')} maxlength={500} />
        <SelectField field={field('list')} label={t('Daftar kode')} empty={t('Tanpa daftar kode')} options={lists.map(({ code, title }) => ({ value: code, label: title }))} />
        <TextField field={field('min')} label={t('Batas terkecil')} maxlength={30} />
        <TextField field={field('max')} label={t('Batas terbesar')} maxlength={30} />
        <SelectField field={field('numbers')} label={t('Angka ditulis')} required options={[{ value: 'plain', label: '1234.5' }, { value: 'indonesian', label: '1.234,5' }, { value: 'english', label: '1,234.5' }]} />
        <SelectField field={field('days')} label={t('Tanggal ditulis')} required options={[{ value: 'day', label: t('hari dahulu: 21/11/2026') }, { value: 'month', label: t('bulan dahulu: 11/21/2026') }]} />
      </>
    )}>
      <TextField field={field('title')} label={t('Judul')} maxlength={200} required />
      <SelectField field={field('type')} label={t('Jenis isian')} required options={types.map(value => ({ value, label: t(typeWords[value]) }))} />
      <TextField field={field('unit')} label={t('Satuan')} maxlength={60} />
      <TextField field={field('concept')} label={t('Standar data')} suggestions={concepts} maxlength={200} />
      <CheckField field={field('key')} label={t('Bagian kunci')} />
      <CheckField field={field('required')} label={t('Wajib terisi')} />
      <CheckField field={field('out')} label={t('Tidak diikutkan')} />
    </FieldRow>
  )
}
