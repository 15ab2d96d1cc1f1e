import { t } from '#platform/i18n/locale.ts'
import { SelectField } from '../choice/choice.tsx'
import { readTyped } from './inputs.tsx'
import type { Part } from './part.ts'

interface Among {
  options: readonly { value: string; label: string; group?: string }[]
  required?: boolean
  /** Indonesian source text. */
  hint?: string
}

/** One code of a list that is data and not of this release: what was stored stays, also when the list has moved on. */
export const among = (label: string, { options, required, hint }: Among): Part<string> => ({
  label,
  empty: '',
  take: stored => (typeof stored === 'string' ? stored.slice(0, 60) : ''),
  view: ({ name, fields, stored }) => (
    <SelectField field={fields(name)} label={t(label)} hint={hint && t(hint)} required={required} empty={t('Pilih dari daftar')}
      options={[...options, ...(stored && !options.some(({ value }) => value === stored) ? [{ value: stored, label: stored }] : [])]} />
  ),
  fill: (name, value) => ({ [name]: value }),
  read(name, sent, stored) {
    const value = readTyped(sent, name, t(label), typed =>
      typed === '' || typed === stored || options.some(option => option.value === typed) ? { value: typed } : { wrong: '“{label}”: pilih dari daftar.' })
    if (required && value === '' && !sent.input[name]) sent.wrong(name, 'Isi “{label}”.', { label: t(label) })
    return value
  },
  text: value => options.find(option => option.value === value)?.label ?? value,
})
