import { z } from 'zod'
import type { Pattern } from '#platform/access/government.ts'
import { changed } from '#platform/db/changes.ts'
import { line, optionalLine, ticked } from '#platform/forms/inputs.ts'
import { standardVocabulary, t, type Vocabulary } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, Problem, Refused } from '#platform/web/problems.ts'
import { CheckField, FileField, Form, FormSection, HiddenField, Notice, RadioField, TextArea, TextField, WorkLayout, accentProblem } from '#ui/index.ts'
import { governmentsTopic } from '../directory.ts'
import { storedGovernment, writeGovernment } from './store.ts'

const patterns: Record<Pattern, string> = { kawung: 'Kawung', parang: 'Parang', 'pucuk-rebung': 'Pucuk rebung', sekomandi: 'Sekomandi' }

const word = () => z.string('Isi kata ini').transform(text => text.replace(/\s+/g, ' ').trim().toLowerCase()).pipe(z.string().min(2, 'Isi kata ini').max(40, 'Paling banyak {max} huruf'))

const form = z.object({
  name: line(5, 120, 'Isi nama pemerintah, paling sedikit 5 huruf'),
  accent: z.string('Tulis warna seperti #0b5a55').trim().toLowerCase().pipe(z.string().regex(/^#[0-9a-f]{6}$/, 'Tulis warna seperti #0b5a55')),
  pattern: z.enum(Object.keys(patterns) as [Pattern, ...Pattern[]], 'Pilih dari daftar'),
  desa: word(),
  kecamatan: word(),
  kepala_desa: word(),
  address: optionalLine(300),
  email: z.preprocess(value => (typeof value === 'string' && value.trim() ? value.trim().toLowerCase() : null), z.email('Tulis alamat surel seperti nama@contoh.id').max(200, 'Paling banyak {max} huruf').nullable()),
  phone: optionalLine(40),
  crest_remove: ticked(),
  version: z.coerce.number().int(),
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The government's own words; those everyone uses are left to the language, which has them in English too. */
function vocabularyFrom({ desa, kecamatan, kepala_desa }: z.output<typeof form>, before: Vocabulary): Vocabulary {
  const { desa: _desa, Desa: _Desa, kecamatan: _kecamatan, Kecamatan: _Kecamatan, kepalaDesa: _kepalaDesa, ...others } = before
  const wanted: Vocabulary = { desa, Desa: capital(desa), kecamatan, Kecamatan: capital(kecamatan), kepalaDesa: kepala_desa }
  return { ...others, ...Object.fromEntries(Object.entries(wanted).filter(([name, value]) => standardVocabulary.id[name] !== value)) }
}

/** Changing what everyone sees of a government takes the permission for all of it. */
const configures = ({ who }: Pick<Context, 'who'>) => {
  if (!who.reach('organisation.configure')?.government) throw new Refused()
}

/** How a government presents itself: name, colour, pattern, words, contacts, crest. */
export const governmentPage = page({
  path: '/kerja/pemerintah',
  may: 'organisation.configure',
  form,
  files: { crest: { max: 2_000_000, accept: 'image', shared: true } },
  load(context) {
    configures(context)
    return storedGovernment(context.db, context.government.id)
  },
  fill(stored) {
    const words = { ...standardVocabulary.id, ...stored.vocabulary }
    return { ...stored, desa: words.desa, kecamatan: words.kecamatan, kepala_desa: words.kepalaDesa }
  },
  view: ({ data, fields, kept }) => (
    <WorkLayout title={t('Identitas pemerintah')} lead={t('Tampil di setiap halaman portal; perubahan terlihat saat itu juga.')} width="text">
      <Form fields={fields} multipart submit={t('Simpan')}>
        <HiddenField name="version" value={fields('version').value} />
        {fields('theirs.name').value && <Notice tone="warn" title={t('Isi yang tersimpan oleh orang lain')}><p>{fields('theirs.name').value} · {fields('theirs.accent').value}</p></Notice>}
        <TextField field={fields('name')} label={t('Nama')} required maxlength={120} />
        <FormSection title={t('Tampilan')}>
          <TextField field={fields('accent')} label={t('Warna utama')} hint={t('Seperti #0b5a55. Warna yang sulit dibaca di atas kertas ditolak.')} required width="short" spellcheck={false} />
          <RadioField field={fields('pattern')} label={t('Pola tenun')} required options={Object.entries(patterns).map(([value, label]) => ({ value, label: t(label) }))} />
          <FileField field={fields('crest')} label={t('Lambang daerah')} hint={t('Gambar tegak berlatar bening, paling banyak 2 MB.')} accept="image/*" kept={kept.crest?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))} />
          {data.crestFileId && <CheckField field={fields('crest_remove')} label={t('Lepas lambang yang sekarang')} />}
        </FormSection>
        <FormSection title={t('Kata yang dipakai')} hint={t('Sebutan di daerah ini; dipakai di semua halaman.')}>
          <TextField field={fields('desa')} label={t('Untuk desa')} hint={t('Misalnya nagari, gampong, kampung.')} required width="half" maxlength={40} />
          <TextField field={fields('kepala_desa')} label={t('Untuk kepala desa')} required width="half" maxlength={40} />
          <TextField field={fields('kecamatan')} label={t('Untuk kecamatan')} hint={t('Misalnya distrik.')} required width="half" maxlength={40} />
        </FormSection>
        <FormSection title={t('Kontak')}>
          <TextArea field={fields('address')} label={t('Alamat')} rows={2} maxlength={300} />
          <TextField field={fields('email')} label={t('Surel')} type="email" width="half" maxlength={200} />
          <TextField field={fields('phone')} label={t('Telepon')} type="tel" width="half" maxlength={40} />
        </FormSection>
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    configures(context)
    const { tx, government, input, files, hands, note } = context
    const { version, ...before } = await storedGovernment(tx, government.id, true)
    if (input.version !== version)
      throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah, di sampingnya isi yang tersimpan. Simpan sekali lagi untuk memakai isian Anda.', { name: before.name, accent: before.accent, version: String(version) })
    const weak = accentProblem(input.accent)
    if (weak) throw new Problem('accent', weak.text, weak.values)
    const crest = files.crest?.[0]
    if (crest?.width && crest.height && crest.width > 2 * crest.height) throw new Problem('crest', 'Lambang ini terlalu lebar. Pakai gambar yang tegak atau persegi.')
    const crestFileId = crest?.id ?? (input.crest_remove ? null : before.crestFileId)
    const after = { name: input.name, accent: input.accent, pattern: input.pattern, vocabulary: vocabularyFrom(input, before.vocabulary), address: input.address, email: input.email, phone: input.phone, crestFileId }
    await writeGovernment(tx, government.id, after)
    if (crest) {
      await hands.files.keep(tx, [crest.id])
      await hands.files.setPublic(tx, [crest.id], true)
    }
    if (before.crestFileId && before.crestFileId !== crestFileId) await hands.files.setPublic(tx, [before.crestFileId], false)
    // First whoever remembers governments, then the pages that show this one.
    await changed(tx, governmentsTopic, `government:${government.id}`)
    note({ record: ['government', government.id], before, after })
    return goto('/kerja/pemerintah', 'Identitas pemerintah disimpan.')
  },
})
