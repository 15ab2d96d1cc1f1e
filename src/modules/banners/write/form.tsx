import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Banner, Button, DateTimeField, Form, FormSection, HiddenField, RadioField, Section, TextArea, TextField } from '#ui/index.ts'
import { tones, type State } from '../banner.ts'
import { toneWords } from '../parts/words.ts'
import { typed } from './content.ts'

interface BannerFormProps {
  fields: Fields
  /** How the banner stands that is being changed; null for a new one. */
  state: State | null
  version?: number
}

/** The form of a banner: what it says, until when, and one press that shows it everywhere. */
export function BannerForm({ fields, state, version }: BannerFormProps) {
  const untouched = (...names: string[]) => names.every(name => !fields(name).value && !fields(name).error)
  const waits = state === null || state === 'draft'
  const preview = (version !== undefined || fields.errors.length > 0) && typed(fields)
  return (
    <>
      {preview && <Section title={t('Pratinjau')}><Banner label={t('Pratinjau')} {...preview} /></Section>}
      <Form fields={fields} submit={waits ? undefined : t('Simpan perubahan')} actions={waits && (
        <>
          <Button kind="primary" name="next" value="show">{t('Tampilkan sekarang')}</Button>
          <Button name="next" value="keep">{t('Simpan sebagai konsep')}</Button>
        </>
      )}>
        {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
        <RadioField field={fields('tone')} label={t('Seberapa gawat')} required options={tones.map(value => ({ value, label: t(toneWords[value].label), hint: t(toneWords[value].hint) }))} />
        <TextField field={fields('title')} label={t('Pesan')} hint={t('Apa yang terjadi, di mana, apa yang harus dilakukan. Paling banyak 120 huruf.')} required maxlength={120} />
        <TextArea field={fields('text')} label={t('Penjelasan')} hint={t('Paling banyak 300 huruf.')} rows={3} maxlength={300} />
        <TextField field={fields('link')} label={t('Tautan')} hint={t('Nama halaman portal seperti /berita/banjir-slawi, atau alamat https://.')} inputmode="url" spellcheck={false} />
        <DateTimeField field={fields('until')} label={t('Tampil sampai')} hint={t('Berakhir dengan sendirinya, paling lama 30 hari lagi.')} required />
        {state !== 'shown' && (
          <FormSection title={t('Mulai nanti')} folded={untouched('from')}>
            <DateTimeField field={fields('from')} label={t('Tampil mulai')} hint={t('Bila diisi, banner baru tampil pada waktu itu.')} />
          </FormSection>
        )}
        <FormSection title={t('Versi bahasa Inggris')} folded={untouched('en_title', 'en_text')}>
          <TextField field={fields('en_title')} label={t('Pesan (Inggris)')} maxlength={120} />
          <TextArea field={fields('en_text')} label={t('Penjelasan (Inggris)')} rows={3} maxlength={300} />
        </FormSection>
      </Form>
    </>
  )
}
