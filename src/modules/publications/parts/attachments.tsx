import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { Section } from '#ui/index.ts'
import type { Attachment } from '../contract.ts'

/** Files to download, with their kind and weight, so that nobody is surprised on a slow line. */
export function Attachments({ attachments, address }: { attachments: readonly Attachment[]; address: string }) {
  if (attachments.length === 0) return null
  return (
    <Section title={t('Lampiran')}>
      <ul>
        {attachments.map(file => (
          <li key={file.fileId}>
            <a href={`${address}/${file.fileId}/${encodeURIComponent(file.name)}`} download>{file.name}</a> ({fileSize(file.bytes)})
          </li>
        ))}
      </ul>
    </Section>
  )
}
