import { Fragment } from 'preact'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { FormSection } from '#ui/index.ts'
import type { Block } from '../contract.ts'
import type { BlockSpec } from './block.ts'

export interface BlockFieldsProps {
  spec: BlockSpec
  fields: Fields
  kept: Record<string, StoredFile[]>
  stored: Block | null
}

/** All inputs of a kind of block; its English is folded away until there is some. */
export function BlockFields({ spec, fields, kept, stored }: BlockFieldsProps) {
  const parts = Object.entries(spec.parts)
  const input = ([name, part]: (typeof parts)[number]) => <Fragment key={name}>{part.view({ name, fields, kept: kept[name] ?? [], stored: part.take(stored?.values?.[name]) })}</Fragment>
  const english = parts.filter(([, part]) => part.english)
  return (
    <>
      {parts.filter(([, part]) => !part.english).map(input)}
      {english.length > 0 && <FormSection title={t('Versi bahasa Inggris')} folded={english.every(([name]) => !fields(name).value && !fields(name).error)}>{english.map(input)}</FormSection>}
    </>
  )
}
