import type { PersonalFinding } from '#platform/columnar/table.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import { Badge, FieldRow, FormMarksOptional, FormSection, RadioField, TextField } from '#ui/index.ts'
import type { PersonalDecision } from '../intake.ts'
import { personalWords } from '../parts/words.ts'

export interface PersonalFieldsProps {
  findings: readonly PersonalFinding[]
  fields: Fields
  titleOf: (name: string) => string
  access: Dataset['access']
  answered: Readonly<Record<string, PersonalDecision>>
}

/** Columns that seem to hold personal data: what becomes of each. Until all are answered nothing is kept. */
export const PersonalFields = ({ findings, fields, titleOf, access, answered }: PersonalFieldsProps) => (
  <FormSection title={t('Data pribadi ditemukan')} hint={access === 'open' ? t('Data ini terbuka untuk siapa saja. Data pribadi di dalamnya dikeluarkan atau disamarkan (UU 27/2022).') : t('Data ini tidak terbuka. Data pribadi boleh tetap ada bila ada dasar hukumnya (UU 27/2022); jawaban Anda dicatat.')}>
    <FormMarksOptional.Provider value={false}>
      {findings.map(({ column, kind, rows, examples }, i) => (
        <FieldRow key={column} title={<>{titleOf(column)} {answered[column] && <Badge tone="good">{t('Sudah dijawab')}</Badge>}</>}
          note={t('Tampaknya {kind}, di {rows} baris. Contoh: {examples}', { kind: t(personalWords[kind]), rows: number(rows), examples: examples.slice(0, 3).join(' · ') })}>
          <RadioField field={fields(`personal-${i}`)} label={t('Kolom ini')} required options={[
            { value: 'out', label: t('Dikeluarkan dari rilis') },
            { value: 'mask', label: t('Disamarkan'), hint: t('Hanya dua huruf pertama yang tinggal.') },
            ...(access === 'open' ? [] : [{ value: 'stay', label: t('Tetap ada, menurut dasar hukum') }]),
          ]} />
          {access !== 'open' && <TextField field={fields(`basis-${i}`)} label={t('Dasar hukum dan alasan')} maxlength={500} />}
        </FieldRow>
      ))}
    </FormMarksOptional.Provider>
  </FormSection>
)
