import type { Fields } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { RegionNames } from '#modules/code-lists/contract.ts'
import { FieldRow, FormMarksOptional, FormSection, HiddenField, RadioField, Suggestions, TextField } from '#ui/index.ts'
import { noRegion, type OpenText } from './answers.ts'

export interface RegionFieldsProps {
  texts: readonly OpenText[]
  /** How many there are in all. */
  left: number
  fields: Fields
  titleOf: (name: string) => string
  names: RegionNames
}

/** Texts that may mean a region: a person confirms which. What is said once is remembered for the dataset. */
export const RegionFields = ({ texts, left, fields, titleOf, names }: RegionFieldsProps) => (
  <FormSection title={t('{n, plural, one {# nama wilayah perlu dipastikan} other {# nama wilayah perlu dipastikan}}', { n: left })} hint={left > texts.length ? t('{shown} yang paling sering ada di sini; sisanya muncul setelah jawaban disimpan. Jawaban diingat untuk rilis berikutnya.', { shown: texts.length }) : t('Jawaban diingat untuk rilis berikutnya. Yang dibiarkan kosong dihitung sebagai sel yang tidak sesuai.')}>
    <FormMarksOptional.Provider value={false}>
      <Suggestions id="wilayah" words={names.all.map(({ code, label, within }) => `${label}${within ? `, ${within}` : ''} (${code})`)} />
      {texts.map(({ column, text, rows, candidates }, i) => (
        <FieldRow key={`${column} ${text}`} title={`“${text}”`} note={t('{column}, {rows} baris', { column: titleOf(column), rows: number(rows) })}>
          <HiddenField name={`text-${i}`} value={text} />
          <RadioField field={fields(`region-${i}`)} label={t('Maksudnya')} options={[
            ...candidates.slice(0, 6).map(({ code, name, parent }) => ({ value: code, label: name, hint: [parent && names.byCode(parent)?.label, code].filter(Boolean).join(' · ') })),
            { value: noRegion, label: t('Bukan wilayah') },
          ]} />
          <TextField field={fields(`other-${i}`)} label={t('Wilayah lain')} suggestions="wilayah" maxlength={120} />
        </FieldRow>
      ))}
    </FormMarksOptional.Provider>
  </FormSection>
)
