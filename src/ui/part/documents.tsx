import type { Fields } from '#platform/forms/fields.ts'
import { asLine, asWhole } from '#platform/forms/typed.ts'
import type { Attachment } from '#platform/forms/values.ts'
import { t } from '#platform/i18n/locale.ts'
import { Stack } from '../arrange/arrange.tsx'
import { SelectField } from '../choice/choice.tsx'
import { TextField } from '../field/field.tsx'
import { FileField } from '../file-field/file-field.tsx'
import { readTyped } from './inputs.tsx'
import type { Part } from './part.ts'
import { isCount, isId, keptFile, listed, Remove, removed } from './stored-files.tsx'

const categoryOf = (value: unknown, categories: Readonly<Record<string, string>>): string => (typeof value === 'string' && Object.hasOwn(categories, value) ? value : (Object.keys(categories)[0] ?? ''))

/** Files to download, each with a title, a year and one of `categories`, of which the first is for all others. */
export const documents = (label: string, categories: Readonly<Record<string, string>>): Part<Attachment[]> => ({
  label,
  empty: [],
  rule: { max: 10_000_000, accept: 'document', many: true, shared: true },
  take: stored => listed(stored, entry => {
    const { fileId, name, mediaType, bytes, title, category, year } = entry
    if (!isId(fileId) || typeof name !== 'string' || typeof mediaType !== 'string' || !isCount(bytes)) return null
    return { fileId, name, mediaType, bytes, title: typeof title === 'string' ? title : '', category: categoryOf(category, categories), year: isCount(year) && year < 10_000 ? year : null }
  }),
  view: ({ name, fields, kept, stored }) => (
    <>
      {stored.map(file => (
        <Stack key={file.fileId}>
          <DocumentFields categories={categories} file={{ id: file.fileId, name: file.name }} fields={fields} />
          <Remove name={name} id={file.fileId} label={t('Lepas dokumen {name}', { name: file.name })} fields={fields} />
        </Stack>
      ))}
      <FileField field={fields(name)} label={t(label)} hint={t('PDF, dokumen kantor, atau CSV, masing-masing paling banyak 10 MB.')} multiple kept={kept.map(keptFile)} />
      {kept.map(file => <DocumentFields key={file.id} categories={categories} file={file} fields={fields} />)}
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
        category: categoryOf(sent.input[`category_${file.fileId}`], categories),
        year: Number(year) > 0 ? Number(year) : null,
      }
    }
    const gone = removed(sent, name)
    const taken = (sent.files[name] ?? []).map(file => ({ fileId: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes }))
    return [...stored.filter(file => !gone.includes(file.fileId)), ...taken].map(described)
  },
  text: value => value.map(file => [file.title, file.name, file.category && t(categories[file.category] ?? ''), file.year].filter(Boolean).join(', ')).join('\n'),
  files: value => value.map(file => file.fileId),
})

const DocumentFields = ({ file, fields, categories }: { file: { id: string; name: string }; fields: Fields; categories: Readonly<Record<string, string>> }) => (
  <Stack>
    <TextField field={fields(`title_${file.id}`)} label={t('Judul {name}', { name: file.name })} maxlength={160} />
    <SelectField field={fields(`category_${file.id}`)} label={t('Kategori {name}', { name: file.name })} required options={Object.entries(categories).map(([value, label]) => ({ value, label: t(label) }))} />
    <TextField field={fields(`year_${file.id}`)} label={t('Tahun {name}', { name: file.name })} width="short" inputmode="numeric" maxlength={4} />
  </Stack>
)
