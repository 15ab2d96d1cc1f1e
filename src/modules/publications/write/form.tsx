import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import { Button, CheckField, DateField, FileField, Form, FormSection, HiddenField, KeepsDraft, MarkdownField, Notice, RadioField, SelectField, TextArea, TextField } from '#ui/index.ts'
import type { Content } from '../contract.ts'
import { kindNames, kinds } from '../publication.ts'

export interface PublicationFormProps {
  fields: Fields
  kept: Record<string, StoredFile[]>
  units: UnitTree
  /** Units the person may write for; the choice is shown when there are several. */
  writable: readonly Unit[]
  owners: readonly { id: string; name: string }[]
  stored: Content | null
  /** What the person may do right after saving. */
  next: { submit: boolean; publish: boolean }
  version?: number
}

/** One column: what it is, what it says, what it shows, where and when, and for whom. */
export function PublicationForm({ fields, kept, units, writable, owners, stored, next, version }: PublicationFormProps) {
  const theirs = fields('theirs.body').value
  return (
    <Form fields={fields} multipart actions={
      <>
        {next.publish ? <Button kind="primary" name="next" value="publish">{t('Simpan dan terbitkan')}</Button> : next.submit && <Button kind="primary" name="next" value="submit">{t('Simpan dan kirim')}</Button>}
        <Button kind="quiet" name="next" value="save">{t('Simpan sebagai konsep')}</Button>
      </>
    }>
      <KeepsDraft />
      {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
      {theirs && (
        <Notice tone="warn" title={t('Isi yang tersimpan oleh orang lain')}>
          <p><b>{fields('theirs.title').value}</b></p>
          <p>{fields('theirs.summary').value}</p>
          <pre>{theirs}</pre>
        </Notice>
      )}
      {writable.length > 1 && (
        <SelectField field={fields('unit')} label={t('Untuk kanal')} required options={writable.map(unit => ({ value: unit.id, label: unit.name }))} />
      )}
      <RadioField field={fields('kind')} label={t('Jenis')} required options={kindNames.map(value => ({ value, label: t(kinds[value]) }))} />
      <TextField field={fields('title')} label={t('Judul')} required maxlength={160} />
      <TextArea field={fields('summary')} label={t('Ringkasan')} hint={t('Satu kalimat, paling banyak 200 huruf. Tampil di daftar dan saat dibagikan.')} required rows={2} maxlength={200} />
      <MarkdownField field={fields('body')} label={t('Isi')} required />
      <FormSection title={t('Gambar dan lampiran')}>
        <PictureFields name="cover" label={t('Gambar utama')} fields={fields} kept={kept.cover} stored={stored?.cover ? [stored.cover] : []} />
        <PictureFields name="gallery" label={t('Foto lain')} fields={fields} kept={kept.gallery} stored={stored?.gallery ?? []} many />
        {(stored?.attachments ?? []).map(file => (
          <CheckField key={file.fileId} field={{ name: 'attachment_remove', value: '', values: fields('attachment_remove').values, error: null }} value={file.fileId} label={t('Lepas lampiran {name}', { name: file.name })} />
        ))}
        <FileField field={fields('attachments')} label={t('Lampiran')} hint={t('PDF, dokumen kantor, atau CSV, masing-masing paling banyak 10 MB.')} multiple kept={kept.attachments?.map(keptFile)} />
      </FormSection>
      <FormSection title={t('Tempat dan waktu')} folded={untouched(fields, 'place', 'latitude', 'longitude', 'activity_from', 'activity_to', 'tags')}>
        <SelectField field={fields('place')} label={t('Tempat')} empty={t('Seluruh daerah')} options={placeOptions(units)} />
        <TextField field={fields('latitude')} label={t('Lintang')} width="short" inputmode="decimal" />
        <TextField field={fields('longitude')} label={t('Bujur')} width="short" inputmode="decimal" />
        <DateField field={fields('activity_from')} label={t('Kegiatan mulai')} />
        <DateField field={fields('activity_to')} label={t('Kegiatan selesai')} />
        <TextField field={fields('tags')} label={t('Tagar')} hint={t('Pisahkan dengan koma.')} />
      </FormSection>
      <FormSection title={t('Versi bahasa Inggris')} folded={untouched(fields, 'en_title', 'en_summary', 'en_body')}>
        <TextField field={fields('en_title')} label={t('Judul (Inggris)')} maxlength={160} />
        <TextArea field={fields('en_summary')} label={t('Ringkasan (Inggris)')} rows={2} maxlength={200} />
        <MarkdownField field={fields('en_body')} label={t('Isi (Inggris)')} rows={8} />
      </FormSection>
      <FormSection title={t('Perawatan')} folded={untouched(fields, 'review_on')} hint={t('Halaman yang lewat tanggal tinjau muncul di daftar pemiliknya.')}>
        <SelectField field={fields('page_owner')} label={t('Pemilik halaman')} empty={t('Penulisnya')} options={owners.map(({ id, name }) => ({ value: id, label: name }))} />
        <DateField field={fields('review_on')} label={t('Tinjau lagi pada')} />
      </FormSection>
    </Form>
  )
}

/** Whether nothing was written into these fields and nothing is wrong with them. */
const untouched = (fields: Fields, ...names: string[]) => names.every(name => !fields(name).value && !fields(name).error)

const keptFile = (file: StoredFile) => ({ id: file.id, name: file.name, size: file.bytes })

interface PictureFieldsProps {
  name: 'cover' | 'gallery'
  label: string
  fields: Fields
  kept: StoredFile[] | undefined
  stored: readonly { fileId: string; alt: string }[]
  many?: boolean
}

/** Pictures with the description each needs: stored ones, ones just received, and the input for more. */
function PictureFields({ name, label, fields, kept = [], stored, many }: PictureFieldsProps) {
  return (
    <>
      {stored.map((picture, i) => (
        <div key={picture.fileId}>
          <TextField field={fields(`alt_${picture.fileId}`)} label={t('Keterangan {label} {n}', { label, n: i + 1 })} required maxlength={300} />
          <CheckField field={{ name: many ? 'gallery_remove' : 'cover_remove', value: '', values: fields(many ? 'gallery_remove' : 'cover_remove').values, error: null }} value={many ? picture.fileId : 'on'} label={t('Lepas gambar ini')} />
        </div>
      ))}
      <FileField field={fields(name)} label={label} hint={t('JPEG, PNG, atau WebP, paling banyak 10 MB.')} accept="image/*" multiple={many} kept={kept.map(keptFile)} />
      {kept.map(file => <TextField key={file.id} field={fields(`alt_${file.id}`)} label={t('Keterangan {name}', { name: file.name })} hint={t('Apa yang terlihat, untuk yang tidak dapat melihatnya.')} required maxlength={300} />)}
    </>
  )
}

/** Subdistricts and the villages in them. */
const placeOptions = (units: UnitTree) =>
  units.all
    .filter(unit => unit.kind === 'subdistrict')
    .flatMap(district => [{ value: district.regionCode!, label: district.name, group: district.name }, ...units.children(district.id).filter(u => u.regionCode).map(u => ({ value: u.regionCode!, label: u.name, group: district.name }))])
