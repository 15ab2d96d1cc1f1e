import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { Button, CheckField, Form, FormSection, Notice, SelectField } from '#ui/index.ts'
import { amounts, type Run } from '../import-run.ts'
import { amountWords, kindWords } from '../parts/words.ts'

/** What a person may still change before anything comes in: whether a site is made of it, what categories mean, and where pictures come from. */
export function Decision({ run, fields, offerSite }: { run: Run; fields: Fields; offerSite: boolean }) {
  const categories = run.reading.categories ?? []
  const used = categories.filter(category => category.posts > 0)
  const kinds = [...Object.entries(kindWords).map(([value, label]) => ({ value, label: t(label) })), { value: 'tag', label: t('Hanya menjadi tagar') }]
  const [created, renewed] = [amounts(run.counts, 'create'), amounts(run.counts, 'update')]
  const coming = { posts: created.posts + renewed.posts, pages: created.pages + renewed.pages }
  const any = coming.posts + coming.pages > 0
  return (
    <Form fields={fields} actions={
      <>
        {any && <Button kind="primary" name="langkah" value="bawa">{t('Bawa masuk {what}', { what: amountWords(coming) })}</Button>}
        <Button name="langkah" value="hitung">{t('Perbarui pratinjau')}</Button>
        <Button name="langkah" value="buang">{t('Buang pratinjau')}</Button>
      </>
    }>
      {!any && <Notice title={t('Tidak ada yang baru untuk dibawa masuk')}><p>{t('Semuanya sudah ada di sini, atau tidak dapat dibawa. Alasannya di bawah.')}</p></Notice>}
      {coming.pages > 0 && offerSite && <CheckField field={fields('situs')} label={t('Jadikan situs')} hint={t('Situs unit ini dibuat dan langsung tampil dengan halaman dan menunya. Tanpa ini, halaman menunggu sampai situsnya diterbitkan.')} />}
      {used.length > 0 && (
        <FormSection title={t('Arti kategori')} hint={t('Kategori terkhas sebuah tulisan menentukan jenisnya; yang lain menjadi tagar.')} folded={used.every(category => category.certain)}>
          {used.map(category => (
            <SelectField key={category.slug} field={fields(`jenis_${category.slug}`)} label={category.name} required options={kinds}
              hint={category.certain ? t('{n} tulisan', { n: category.posts }) : t('{n} tulisan. Namanya tidak menyebut jenis; periksa pilihan ini.', { n: category.posts })} />
          ))}
        </FormSection>
      )}
      {(run.reading.media ?? 0) > 0 && <CheckField field={fields('ambil')} label={t('Ambil gambar dan lampiran dari situs lama')} hint={t('{n} gambar dan berkas disebut dalam tulisan.', { n: run.reading.media ?? 0 })} />}
      {run.kind === 'feed' && <CheckField field={fields('terbit')} label={t('Langsung terbitkan isi umpan, dengan tanggalnya')} hint={t('Tanpa ini, isinya menunggu sebagai konsep.')} />}
    </Form>
  )
}
