import type { Checked } from '#platform/columnar/taken.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { Actions, ButtonLink, DataTable, Disclosure } from '#ui/index.ts'
import type { Upload } from '../intake.ts'
import { maskedText, ruleWords } from '../parts/words.ts'

/** Violations that are shown; all of them are in the file. */
const shown = 50

/** What does not fit: how often by column and rule, the first of them, and all as a file. */
export function Findings({ upload, checked, titleOf }: { upload: Upload; checked: Checked; titleOf: (name: string) => string }) {
  const personal = new Set(checked.personal.map(({ column }) => column))
  const value = (column: string, text: string | null) => (text === null ? <i>{t('kosong')}</i> : column.split(', ').some(one => personal.has(one)) ? maskedText(text) : text)
  return (
    <>
      <DataTable caption={t('Menurut kolom dan aturan')} rows={checked.byRule} rowKey={one => `${one.column} ${one.rule}`} columns={[
        { label: t('Kolom'), main: true, cell: one => titleOf(one.column) || t('Seluruh baris') },
        { label: t('Masalah'), cell: one => t(ruleWords[one.rule]) },
        { label: t('Sel'), numeric: true, cell: one => number(one.count) },
      ]} />
      <Actions><ButtonLink kind="quiet" download href={`/kerja/data/unggahan/${upload.id}/pelanggaran.csv`}>{t('Unduh semua sebagai CSV')}</ButtonLink></Actions>
      <Disclosure title={t('Yang pertama')} note={t('{n} dari {all}', { n: Math.min(shown, checked.first.length), all: number(checked.violations) })}>
        <DataTable caption={t('Sel yang tidak sesuai')} rows={checked.first.slice(0, shown)} rowKey={one => `${one.row} ${one.column} ${one.rule}`} columns={[
          { label: t('Baris'), main: true, cell: one => number(one.row) },
          { label: t('Kolom'), cell: one => titleOf(one.column) || t('Seluruh baris') },
          { label: t('Tertulis'), cell: one => value(one.column, one.value) },
          { label: t('Masalah'), cell: one => t(ruleWords[one.rule]) },
        ]} />
      </Disclosure>
    </>
  )
}
