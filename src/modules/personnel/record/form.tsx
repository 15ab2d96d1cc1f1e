import type { ComponentChildren } from 'preact'
import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { FileRule } from '#platform/web/page.ts'
import { FileField, Form, HiddenField } from '#ui/index.ts'
import { PartFields } from '#ui/part/part-fields.tsx'
import type { Lists } from '../parts/lists.ts'
import type { KindOfRecord } from '../records/kind.ts'
import type { StoredRecord } from '../records-store.ts'

/** The paper behind an entry: a scan or a document. */
export const paperRule: Record<string, FileRule> = { berkas: { max: 10_000_000, accept: 'any' } }

interface RecordFormProps {
  spec: KindOfRecord
  lists: Lists
  fields: Fields
  kept: Record<string, StoredFile[]>
  stored: Pick<StoredRecord, 'content' | 'fileId' | 'version'> | null
  /** Whether it counts only with its paper. */
  proven?: boolean
  actions: ComponentChildren
}

/** The form of one entry: what its kind asks for, the paper, the file. */
export function RecordForm({ spec, lists, fields, kept, stored, proven, actions }: RecordFormProps) {
  return (
    <Form fields={fields} multipart actions={actions}>
      {stored && <HiddenField name="version" value={fields('version').value || String(stored.version)} />}
      <PartFields parts={spec.parts(lists)} fields={fields} kept={kept} stored={stored?.content} />
      <FileField field={fields('berkas')} label={t('Berkas bukti')} required={proven} accept=".pdf,image/*" kept={(kept.berkas ?? []).map(({ id, name, bytes }) => ({ id, name, size: bytes }))}
        hint={stored?.fileId ? t('Sudah ada berkas; yang baru menggantikannya. PDF atau foto, paling banyak 10 MB.') : t('PDF atau foto, paling banyak 10 MB.')} />
    </Form>
  )
}
