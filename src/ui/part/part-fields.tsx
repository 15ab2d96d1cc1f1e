import { Fragment } from 'preact'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { FormSection } from '../form/form.tsx'
import type { Parts } from './part.ts'

export interface PartFieldsProps {
  parts: Parts
  fields: Fields
  kept: Record<string, StoredFile[]>
  stored: Readonly<Record<string, unknown>> | undefined
}

/** All inputs of parts; the English ones are folded away until there is some. */
export function PartFields({ parts, fields, kept, stored }: PartFieldsProps) {
  const entries = Object.entries(parts)
  const input = ([name, part]: (typeof entries)[number]) => <Fragment key={name}>{part.view({ name, fields, kept: kept[name] ?? [], stored: part.take(stored?.[name]) })}</Fragment>
  const english = entries.filter(([, part]) => part.english)
  return (
    <>
      {entries.filter(([, part]) => !part.english).map(input)}
      {english.length > 0 && <FormSection title={t('Versi bahasa Inggris')} folded={english.every(([name]) => !fields(name).value && !fields(name).error)}>{english.map(input)}</FormSection>}
    </>
  )
}
