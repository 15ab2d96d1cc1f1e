import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { CheckField, FileField, SelectField, Stack, TextField } from '#ui/index.ts'
import type { Attachment, Picture } from '../contract.ts'
import type { Part, Sent } from './block.ts'
import { readTyped, sentText } from './inputs.tsx'
import { asLine, asWhole } from '#platform/forms/typed.ts'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0
const keptFile = (file: StoredFile) => ({ id: file.id, name: file.name, size: file.bytes })

/** Entries of a stored list that are what they should be. */
const listed = <T,>(stored: unknown, one: (entry: Record<string, unknown>) => T | null): T[] =>
  Array.isArray(stored) ? stored.flatMap((entry: unknown) => (typeof entry === 'object' && entry !== null ? (one(entry as Record<string, unknown>) ?? []) : [])) : []

const removed = ({ input }: Sent, name: string): unknown[] => [input[`${name}_remove`]].flat()

/** Lets go of a stored file with a tick. */
const Remove = ({ name, id, label, fields }: { name: string; id: string; label: string; fields: Fields }) => (
  // Each tick has an id of its own; the form sends them all under one name.
  <CheckField field={{ name: `${name}_remove`, value: '', values: fields(`${name}_remove`).values, error: null }} id={`f-${name}-remove-${id}`} value={id} label={label} />
)

/** Pictures, each with what it shows; one unless `many`. */
export const pictures = (label: string, { many = false }: { many?: boolean } = {}): Part<Picture[]> => ({
  label,
  empty: [],
  rule: { max: 10_000_000, accept: 'image', many },
  take: stored => listed(stored, ({ fileId, alt, width, height }) => (isId(fileId) && isCount(width) && isCount(height) ? { fileId, alt: typeof alt === 'string' ? alt : '', width, height } : null)),
  view: ({ name, fields, kept, stored }) => (
    <>
      {stored.map((picture, i) => (
        <Stack key={picture.fileId}>
          <TextField field={fields(`alt_${picture.fileId}`)} label={t('Keterangan {label} {n}', { label: t(label), n: i + 1 })} required maxlength={300} />
          <Remove name={name} id={picture.fileId} label={t('Lepas gambar {n}', { n: i + 1 })} fields={fields} />
        </Stack>
      ))}
      <FileField field={fields(name)} label={t(label)} hint={t('JPEG, PNG, atau WebP, paling banyak 10 MB.')} accept="image/*" multiple={many} kept={kept.map(keptFile)} />
      {kept.map(file => <TextField key={file.id} field={fields(`alt_${file.id}`)} label={t('Keterangan {name}', { name: file.name })} hint={t('Apa yang terlihat, untuk yang tidak dapat melihatnya.')} required maxlength={300} />)}
    </>
  ),
  fill: (_name, value) => Object.fromEntries(value.map(picture => [`alt_${picture.fileId}`, picture.alt])),
  read(name, sent, stored) {
    const described = (picture: Picture, called: string): Picture => {
      const alt = readTyped(sent, `alt_${picture.fileId}`, called, asLine(300))
      if (alt === '' && sentText(sent, `alt_${picture.fileId}`).length <= 300) sent.wrong(`alt_${picture.fileId}`, 'Tulis keterangan “{label}”, untuk yang tidak dapat melihatnya.', { label: called })
      return { ...picture, alt }
    }
    const taken = (sent.files[name] ?? []).map(file => described({ fileId: file.id, alt: '', width: file.width ?? 1, height: file.height ?? 1 }, file.name))
    if (!many && taken.length > 0) return taken.slice(0, 1)
    const gone = removed(sent, name)
    return [...stored.filter(picture => !gone.includes(picture.fileId)).map((picture, i) => described(picture, `${t(label)} ${i + 1}`)), ...taken]
  },
  text: value => value.map(picture => picture.alt).filter(Boolean).join('\n'),
  files: value => value.map(picture => picture.fileId),
})

/** What a document is, for lists and for the health of a site. */
export const documentCategories = {
  '': 'Lainnya',
  perencanaan: 'Perencanaan',
  anggaran: 'Anggaran',
  laporan: 'Laporan',
  peraturan: 'Peraturan',
  'informasi-publik': 'Informasi publik',
  formulir: 'Formulir',
}

export type DocumentCategory = keyof typeof documentCategories

const categoryOf = (value: unknown): DocumentCategory => (Object.keys(documentCategories) as DocumentCategory[]).find(key => key === value) ?? ''

/** Files to download, each with a title, a category and a year. */
export const documents = (label: string): Part<Attachment[]> => ({
  label,
  empty: [],
  rule: { max: 10_000_000, accept: 'document', many: true },
  take: stored => listed(stored, entry => {
    const { fileId, name, mediaType, bytes, title, category, year } = entry
    if (!isId(fileId) || typeof name !== 'string' || typeof mediaType !== 'string' || !isCount(bytes)) return null
    return { fileId, name, mediaType, bytes, title: typeof title === 'string' ? title : '', category: categoryOf(category), year: isCount(year) && year < 10_000 ? year : null }
  }),
  view: ({ name, fields, kept, stored }) => (
    <>
      {stored.map(file => (
        <Stack key={file.fileId}>
          <DocumentFields file={{ id: file.fileId, name: file.name }} fields={fields} />
          <Remove name={name} id={file.fileId} label={t('Lepas dokumen {name}', { name: file.name })} fields={fields} />
        </Stack>
      ))}
      <FileField field={fields(name)} label={t(label)} hint={t('PDF, dokumen kantor, atau CSV, masing-masing paling banyak 10 MB.')} multiple kept={kept.map(keptFile)} />
      {kept.map(file => <DocumentFields key={file.id} file={file} fields={fields} />)}
    </>
  ),
  fill: (_name, value) => Object.fromEntries(value.flatMap(file => [[`title_${file.fileId}`, file.title], [`category_${file.fileId}`, file.category], [`year_${file.fileId}`, file.year]])),
  read(name, sent, stored) {
    const described = (file: Attachment): Attachment => {
      const year = readTyped(sent, `year_${file.fileId}`, t('Tahun {name}', { name: file.name }), asWhole)
      if (year.length > 4) sent.wrong(`year_${file.fileId}`, '“{label}”: tulis tahun seperti 2026.', { label: t('Tahun {name}', { name: file.name }) })
      return {
        ...file,
        title: readTyped(sent, `title_${file.fileId}`, t('Judul {name}', { name: file.name }), asLine(160)),
        category: categoryOf(sent.input[`category_${file.fileId}`]),
        year: Number(year) > 0 ? Number(year) : null,
      }
    }
    const gone = removed(sent, name)
    const taken = (sent.files[name] ?? []).map(file => ({ fileId: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes }))
    return [...stored.filter(file => !gone.includes(file.fileId)), ...taken].map(described)
  },
  text: value => value.map(file => [file.title, file.name, file.category && t(documentCategories[categoryOf(file.category)]), file.year].filter(Boolean).join(', ')).join('\n'),
  files: value => value.map(file => file.fileId),
})

const DocumentFields = ({ file, fields }: { file: { id: string; name: string }; fields: Fields }) => (
  <Stack>
    <TextField field={fields(`title_${file.id}`)} label={t('Judul {name}', { name: file.name })} maxlength={160} />
    <SelectField field={fields(`category_${file.id}`)} label={t('Kategori {name}', { name: file.name })} required options={Object.entries(documentCategories).map(([value, name]) => ({ value, label: t(name) }))} />
    <TextField field={fields(`year_${file.id}`)} label={t('Tahun {name}', { name: file.name })} width="short" inputmode="numeric" maxlength={4} />
  </Stack>
)
