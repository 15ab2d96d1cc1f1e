import { asLine } from '#platform/forms/typed.ts'
import type { Picture } from '#platform/forms/values.ts'
import { t } from '#platform/i18n/locale.ts'
import { Stack } from '../arrange/arrange.tsx'
import { TextField } from '../field/field.tsx'
import { FileField } from '../file-field/file-field.tsx'
import { readTyped, sentText } from './inputs.tsx'
import type { Part } from './part.ts'
import { isCount, isId, keptFile, listed, Remove, removed } from './stored-files.tsx'

/** Pictures, each with what it shows; one unless `many`. */
export const pictures = (label: string, { many = false }: { many?: boolean } = {}): Part<Picture[]> => ({
  label,
  empty: [],
  rule: { max: 10_000_000, accept: 'image', many, shared: true },
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
