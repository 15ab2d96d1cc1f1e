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
  /** Id of a `Suggestions` list. */
  suggestions?: string
}

export interface RowsFieldProps extends FieldProps {
  columns: RowColumn[]
  /** Number of rows to show, the empty ones included. */
  count: number
  /** The input of one cell. */
  cell: (row: number, key: string) => Field
}

/** A list of lines with the same few inputs, side by side where there is room; rows with long texts fold away. Works without a script. */
export function RowsField({ field, label, hint, columns, count, cell }: RowsFieldProps) {
  const tall = columns.some(column => column.lines)
  const { id, 'aria-describedby': describedBy } = attributesOf(field, hint)
  return (
    <fieldset class={tall ? 'field rows-field tall' : 'field rows-field'} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend>{label}</legend>
      <Hint field={field} hint={hint} />
      <FieldError field={field} />
      <FormMarksOptional.Provider value={false}>
        {Array.from({ length: count }, (_, row) => {
          const cells = columns.map(column => ({ column, field: cell(row, column.key) }))
          const name = t('Baris {n}', { n: row + 1 })
          const inputs = (
            <div key={row} class="row-fields" role="group" aria-label={name}>
              {cells.map(({ column, field: one }) => <div key={column.key} class={column.numeric || column.options ? undefined : 'roomy'}><Cell column={column} field={one} /></div>)}
            </div>
          )
          if (!tall) return inputs
          // A long list is found again by its names; the first row without one waits open.
          const title = cells[0]?.field.value
          const open = cells.some(({ field: one }) => one.error) || (!title && (row === 0 || Boolean(cell(row - 1, columns[0]!.key).value)))
          return <details key={row} class="disclosure" open={open}><summary>{title || name}</summary>{inputs}</details>
        })}
      </FormMarksOptional.Provider>
    </fieldset>
  )
}

function Cell({ column: { label, numeric, lines, options, suggestions }, field }: { column: RowColumn; field: Field }) {
  if (options) return <SelectField field={field} label={label} required options={options} />
  return lines ? <TextArea field={field} label={label} rows={3} /> : <TextField field={field} label={label} inputmode={numeric ? 'numeric' : undefined} suggestions={suggestions} />
}
