import { t } from '#platform/i18n/locale.ts'
import { useFrame } from '#platform/web/frame.ts'
import { attributesOf, type FieldProps, FieldError, OptionalMark } from '../field/field.tsx'

/** What the toolbar says; the script reads it from the page, so that it speaks the page's language. */
const words = () => ({
  bold: t('Tebal'), italic: t('Miring'), heading2: t('Judul bagian'), heading3: t('Subjudul'), bulletList: t('Daftar'), orderedList: t('Daftar bernomor'),
  blockquote: t('Kutipan'), link: t('Tautan'), table: t('Tabel'), undo: t('Urungkan'), redo: t('Ulangi'),
  addRow: t('Tambah baris'), addColumn: t('Tambah kolom'), deleteRow: t('Hapus baris'), deleteColumn: t('Hapus kolom'), deleteTable: t('Hapus tabel'),
  toolbar: t('Alat tulis'), address: t('Alamat tautan'), apply: t('Pasang'), unlink: t('Lepas'), badAddress: t('Tulis alamat seperti https://contoh.go.id'),
  plain: t('Tulis sebagai Markdown'), rich: t('Tulis dengan alat'), unknown: t('Tulisan ini memuat tanda yang hanya dapat diubah sebagai Markdown.'),
})

/** Long text with marks: a plain Markdown input that the `editor` script turns into an editor with a toolbar. */
export function MarkdownField({ rows = 16, ...rest }: FieldProps & { rows?: number }) {
  const { field, label, required, hint = t('Pakai **tebal**, - untuk daftar, ## untuk subjudul, [teks](alamat) untuk tautan.') } = rest
  const attributes = attributesOf(field, hint, required)
  return (
    <div class="field markdown-field">
      <label for={attributes.id} id={`${attributes.id}-label`}>{label}<OptionalMark required={required} /></label>
      <p class="hint" id={`${attributes.id}-hint`}>{hint}</p>
      <FieldError field={field} />
      <textarea {...attributes} class="input full" rows={rows} data-island="editor" data-words={JSON.stringify(words())} value={field.value} />
    </div>
  )
}

/**
 * Keeps what is typed into the surrounding form on this device until it is sent, and offers it again after an accident.
 * Needs the `drafts` script.
 */
export function KeepsDraft({ of, unless }: {
  /** Tells apart several forms at one address, e.g. by kind. */
  of?: string
  /** Answers by input with which nothing may stay on the device. */
  unless?: Readonly<Record<string, readonly string[]>>
}) {
  const { person } = useFrame()
  const words = { found: t('Ada tulisan yang belum tersimpan, dari {time}.', { time: '{time}' }), restore: t('Pulihkan'), discard: t('Buang') }
  return <div data-drafts={person?.name ?? ''} data-words={JSON.stringify(words)} data-of={of} data-unless={unless && JSON.stringify(unless)} hidden />
}
