import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { type FieldProps, FieldFrame } from '../field/field.tsx'

/** A file that was received before the form was complete, kept so that it need not be sent again. */
export interface KeptFile {
  id: string
  name: string
  /** Bytes. */
  size?: number
}

export interface FileFieldProps extends FieldProps {
  /** As in HTML: `.pdf,image/*`. */
  accept?: string
  multiple?: boolean
  /** Opens the camera on a phone. */
  capture?: 'environment' | 'user'
  kept?: KeptFile[]
}

/** A file to send; files already received are shown and travel along as `<name>_kept`. */
export function FileField({ accept, multiple, capture, kept = [], ...rest }: FileFieldProps) {
  const required = rest.required && kept.length === 0
  return (
    <FieldFrame {...rest} input={attributes => (
      <>
        {kept.length > 0 && (
          <ul class="kept">
            {kept.map(file => (
              <li key={file.id}>
                <input type="hidden" name={`${rest.field.name}_kept`} value={file.id} />
                {t('Sudah diterima:')} <b>{file.name}</b>{file.size ? ` (${fileSize(file.size)})` : ''}
              </li>
            ))}
          </ul>
        )}
        <input {...attributes} required={required} class="input full" type="file" accept={accept} multiple={multiple} capture={capture} />
      </>
    )} />
  )
}
