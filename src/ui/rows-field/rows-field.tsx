import type { Field } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { type Option, SelectField } from '../choice/choice.tsx'
import { FieldError, type FieldProps, Hint, TextArea, TextField, attributesOf } from '../field/field.tsx'
import { FormMarksOptional } from '../form/form.tsx'

export interface RowColumn {
  key: string
  label: string
  /** Numbers need little room. */
  numeric?: boolean
  /** Several lines of text; then the inputs of a row stand below each other. */
  lines?: boolean
  /** Makes it a choice. */
  options?: Option[]
}

export interface RowsFieldProps extends FieldProps {
  columns: RowColumn[]
  /** Number of rows to show, the empty ones included. */
  count: number
  /** The input of one cell. */
  cell: (row: number, key: string) => Field
}

/** A list of lines with the same few inputs, side by side where there is room; works without a script. */
export function RowsField({ field, label, hint, columns, count, cell }: RowsFieldProps) {
  const { id, 'aria-describedby': describedBy } = attributesOf(field, hint)
  return (
    <fieldset class={columns.some(column => column.lines) ? 'field rows-field tall' : 'field rows-field'} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend>{label}</legend>
      <Hint field={field} hint={hint} />
      <FieldError field={field} />
      <FormMarksOptional.Provider value={false}>
        {Array.from({ length: count }, (_, row) => (
          <div key={row} class="row-fields" role="group" aria-label={t('Baris {n}', { n: row + 1 })}>
            {columns.map(column => <div key={column.key} class={column.numeric || column.options ? undefined : 'roomy'}><Cell column={column} field={cell(row, column.key)} /></div>)}
          </div>
        ))}
      </FormMarksOptional.Provider>
    </fieldset>
  )
}

function Cell({ column: { label, numeric, lines, options }, field }: { column: RowColumn; field: Field }) {
  if (options) return <SelectField field={field} label={label} required options={options} />
  return lines ? <TextArea field={field} label={label} rows={3} /> : <TextField field={field} label={label} inputmode={numeric ? 'numeric' : undefined} />
}
