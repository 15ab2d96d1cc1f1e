import type { Fields } from '../../forms/fields.ts'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/locale.ts'
import { Actions, Button, Form, FormMarksOptional, FormSection, Muted, NumberField, SelectField } from '#ui/index.ts'
import type { SheetField } from '../declaring.ts'
import { headingsOf, type FileColumn } from '../heading.ts'
import type { SheetRun } from '../sheet-run.ts'

const named = ({ letter, heading, sample }: FileColumn) => [letter, heading || t('tanpa judul'), sample && `(${sample.slice(0, 28)})`].filter(Boolean).join(' · ')

/** Which column of the file is which; guessed from the headings, as it was last time. */
export function Mapping({ run, wanted, fields }: { run: SheetRun; wanted: readonly SheetField[]; fields: Fields }) {
  const { sheets } = run.reading
  const sheet = sheets[run.choices.sheet]
  const headings = sheet && headingsOf(sheet.top, wanted, run.choices.heading ?? undefined)
  const columns = headings?.columns ?? []
  const used = new Set(Object.values(run.choices.columns))
  const unused = columns.filter(({ at, heading }) => !used.has(at) && heading !== '')
  const options = columns.map(column => ({ value: String(column.at), label: named(column) }))
  const field = ({ name, label, hint, required }: SheetField) => <SelectField key={name} field={fields(`k_${name}`)} label={t(label)} hint={hint && t(hint)} required={required} options={options} empty={t('Tidak ada di berkas')} />
  const found = wanted.filter(({ name, required }) => required || name in run.choices.columns)
  const others = wanted.filter(one => !found.includes(one))
  return (
    <Form fields={fields} actions={
      <>
        <Button kind="primary" name="langkah" value="periksa">{t('Periksa semua baris')}</Button>
        <Button name="langkah" value="buang">{t('Buang')}</Button>
      </>
    }>
      <FormMarksOptional.Provider value={false}>
        <FormSection title={t('Pencocokan kolom')} hint={t('Kolom ditebak dari judulnya dan diingat untuk berkas berikutnya dari unit ini. Periksa, lalu lanjutkan.')}>
          {found.map(field)}
        </FormSection>
        {others.length > 0 && <FormSection title={t('Kolom yang tidak ditemukan')} hint={t('Isinya tidak diubah.')} folded={others.every(({ name }) => !fields(`k_${name}`).error)}>{others.map(field)}</FormSection>}
      </FormMarksOptional.Provider>
      {unused.length > 0 && <p><Muted>{t('Dilewati: {columns}.', { columns: unused.map(({ heading }) => `“${heading}”`).join(', ') })}</Muted></p>}
      <FormSection title={t('Lembar dan baris judul')} folded={!fields('judul').error && !fields('lembar').error && headings !== null}>
        {sheets.length > 1 && <SelectField field={fields('lembar')} label={t('Lembar')} required options={sheets.map(({ name, rows }, i) => ({ value: String(i), label: t('{name} ({n} baris)', { name, n: number(rows) }) }))} />}
        <NumberField field={fields('judul')} label={t('Nomor baris judul')} hint={t('Baris yang memuat nama kolom. Kosongkan untuk ditebak.')} />
        <Actions><Button name="langkah" value="baca">{t('Baca ulang judulnya')}</Button></Actions>
      </FormSection>
    </Form>
  )
}
