import type { StoredFile } from '#platform/files/files.ts'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { secrecyWords, urgencyWords } from '#modules/correspondence/contract.ts'
import { CheckField, CheckList, DateField, DateTimeField, FileField, Form, FormSection, HiddenField, KeepsDraft, MarkdownField, Notice, RadioField, SelectField, Suggestions, TextField, type Option } from '#ui/index.ts'
import type { DraftContent } from '../contract.ts'
import { groups, membersOf, type Correspondents } from '../correspondents.ts'
import { named, written, type Kind } from '../kinds.ts'
import { lists, staffSuggestions, suggestions } from './content.ts'
import { signerOptions, type Signer } from './signers.ts'

interface DraftFormProps {
  fields: Fields
  kept: Record<string, StoredFile[]>
  kind: Kind
  known: Correspondents
  /** Staff offered where people are sent. */
  colleagues: readonly string[]
  /** Units to write for; asked when there are several. */
  units: Option[]
  classifications: Option[]
  /** None when the signer stays: somebody changes the text on its way. */
  signers: readonly Signer[]
  stored: DraftContent | null
  version?: number
}

/** One column: what it is about, what it says, whom it is for, who signs. */
export function DraftForm({ fields, kept, kind, known, colleagues, units, classifications, signers, stored, version }: DraftFormProps) {
  const untouched = (...names: string[]) => names.every(name => !fields(name).value && !fields(name).error)
  const rowsEmpty = (name: string) => untouched(name, `${name}-0-name`, `${name}-0-title`, `${name}-0-contact`)
  const secret = ['R', 'SR'].includes(fields('secrecy').value)
  const theirs = fields('theirs.body').value
  const listed = (code: string) => kind.assigns !== null && code === 'kepada'
  const list = (name: keyof typeof lists) => lists[name].view({ name, fields, kept: [], stored: [] })
  return (
    <Form fields={fields} multipart submit={t('Simpan dan lihat naskahnya')}>
      {/* What is secret stays off the device, also when it becomes so while one types. */}
      {!secret && <KeepsDraft of={kind.code} unless={{ secrecy: ['R', 'SR'] }} />}
      {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
      {theirs && <Notice tone="warn" title={t('Isi yang tersimpan oleh orang lain')}><p><b>{fields('theirs.subject').value}</b></p><pre>{theirs}</pre></Notice>}
      {units.length > 1 && <SelectField field={fields('unit')} label={t('Unit yang membuat surat')} required options={units} />}
      <TextField field={fields('subject')} label={kind.about ? t('Tentang') : t('Perihal')} required maxlength={300} />
      {kind.assigns && (
        <FormSection title={t('Penugasan')} hint={t('Pegawai yang disebut di sini tidak perlu menjelaskan presensinya pada hari-hari itu, dan surat ini sampai kepada mereka.')}>
          <Suggestions id={staffSuggestions} words={colleagues} />
          {list('assigned')}
          <DateField field={fields('duty_from')} label={t('Hari pertama')} />
          <DateField field={fields('duty_until')} label={t('Hari terakhir')} hint={t('Kosongkan bila satu hari.')} />
          <TextField field={fields('duty_place')} label={t('Tempat tugas')} maxlength={200} />
        </FormSection>
      )}
      {written(kind).map(({ code, label, english, hint, optional }) => (
        <MarkdownField key={code} field={fields(`part_${code}`)} label={named({ name: label, english })} hint={listed(code) ? t('Hanya bila tidak ada yang disebut di Penugasan; kalau ada, tabelnya dibuat sendiri.') : hint} required={!optional && !listed(code)} rows={6} />
      ))}
      <MarkdownField field={fields('body')} label={kind.parts.length > 0 ? t('Penutup') : t('Isi surat')} required={kind.parts.length === 0} rows={kind.parts.length > 0 ? 4 : 14}
        hint={t('Bagian bertanda [ ] dari templat harus diganti sebelum surat diedarkan. {mark} dan sejenisnya terisi dari data acara.', { mark: '{tanggal}' })} />
      <FormSection title={t('Acara')} hint={t('Isi bila surat ini mengundang orang; penerimanya mendapat jadwal di kalender.')} folded={!kind.meeting && untouched('meeting_from', 'meeting_to', 'meeting_place', 'meeting_link', 'meeting_agenda')}>
        <TextField field={fields('meeting_agenda')} label={t('Nama acara')} maxlength={200} />
        <DateTimeField field={fields('meeting_from')} label={t('Mulai')} />
        <DateTimeField field={fields('meeting_to')} label={t('Sampai')} hint={t('Kosongkan bila “sampai selesai”.')} />
        <TextField field={fields('meeting_place')} label={t('Tempat')} maxlength={200} />
        <TextField field={fields('meeting_link')} label={t('Tautan rapat daring')} inputmode="url" spellcheck={false} maxlength={300} />
      </FormSection>
      <FormSection title={t('Penerima')} folded={kind.addressed ? undefined : rowsEmpty('to') && untouched('groups')}>
        <Suggestions id={suggestions} words={[...known.heads.map(({ name }) => name), ...known.headless.map(({ name }) => name)]} />
        {list('to')}
        <CheckList field={fields('groups')} label={t('Banyak sekaligus')} options={groups.flatMap(({ code, label }) => {
          const n = membersOf(known, code).length
          return n > 1 ? [{ value: code, label: t('{group} ({n})', { group: t(label), n }) }] : []
        })} />
      </FormSection>
      <FormSection title={t('Tembusan')} folded={rowsEmpty('copies')}>{list('copies')}</FormSection>
      <FormSection title={t('Lampiran')} folded={rowsEmpty('annexes') && !stored?.files.length && !kept.files?.length && untouched('files')}>
        {list('annexes')}
        {(stored?.files ?? []).map(file => <CheckField key={file.fileId} id={`f-files_remove-${file.fileId}`} field={{ name: 'files_remove', value: '', values: fields('files_remove').values, error: null }} value={file.fileId} label={t('Lepas berkas {name}', { name: file.name })} />)}
        <FileField field={fields('files')} label={t('Berkas pendamping')} hint={t('PDF, dokumen kantor, CSV, atau gambar, masing-masing paling banyak 10 MB.')} multiple kept={kept.files?.map(({ id, name, bytes }) => ({ id, name, size: bytes }))} />
      </FormSection>
      <FormSection title={t('Sifat dan klasifikasi')}>
        <SelectField field={fields('classification')} label={t('Kode klasifikasi')} hint={t('Menjadi bagian nomor surat dan dasar pemberkasannya.')} empty={t('Belum dipilih')} options={classifications} />
        <RadioField field={fields('secrecy')} label={t('Klasifikasi keamanan')} required options={Object.entries(secrecyWords).map(([value, label]) => ({ value, label: t(label) }))} />
        <RadioField field={fields('urgency')} label={t('Kecepatan')} required options={Object.entries(urgencyWords).map(([value, label]) => ({ value, label: t(label) }))} />
        <DateField field={fields('reply_by')} label={t('Dijawab paling lambat')} />
      </FormSection>
      {signers.length > 0 && (
        <FormSection title={t('Penanda tangan')}>
          <RadioField field={fields('signer')} label={t('Ditandatangani oleh')} hint={t('Jabatan di atas Anda, dengan pejabatnya hari ini. Yang berwenang pada hari penandatangananlah yang menandatangani.')} required options={signerOptions(signers, t('lowong'))} />
          <SelectField field={fields('behalf')} label={t('Atas nama (a.n.)')} empty={t('Tidak atas nama')} options={signers.slice(1).map(({ postId, title }) => ({ value: postId, label: title }))} />
          <SelectField field={fields('through')} label={t('Untuk beliau (u.b.)')} hint={t('Jabatan di antara keduanya, yang seharusnya menandatangani.')} empty={t('Tidak untuk beliau')} options={signers.slice(1).map(({ postId, title }) => ({ value: postId, label: title }))} />
        </FormSection>
      )}
    </Form>
  )
}

