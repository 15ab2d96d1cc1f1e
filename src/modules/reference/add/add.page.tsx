import { z } from 'zod'
import { ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { addReferences } from '#platform/reference/keeping.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { CheckField, DateField, Form, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { announce, keeps } from '../policy.ts'
import { versionForm, versionFrom } from '../version.ts'

/** Adds a version that holds from a day on; older ones stay, because records were judged by them. */
export const addPage = page({
  path: '/kerja/rujukan/baru',
  may: 'reference.manage',
  query: z.object({ daftar: z.string().max(60).optional(), kode: z.string().max(80).optional() }),
  form: versionForm.extend({ verified: ticked() }),
  load: context => keeps(context),
  fill: (_data, { query, now, government }) => ({ list: query.daftar, code: query.kode, valid_from: dayIn(now, government.zone) }),
  view: ({ fields }) => (
    <WorkLayout title={t('Tambah nilai')} lead={t('Nilai baru berlaku mulai harinya; yang lama tetap tersimpan untuk keputusan sebelumnya.')} width="text" breadcrumbs={[{ label: t('Data rujukan'), href: '/kerja/rujukan' }]}>
      <Form fields={fields} submit={t('Simpan')}>
        <TextField field={fields('list')} label={t('Daftar')} hint={t('Misalnya holidays atau tarif-retribusi.')} required width="half" maxlength={60} spellcheck={false} />
        <TextField field={fields('code')} label={t('Kode')} hint={t('Untuk hari libur: tanggalnya, seperti 2026-08-17.')} required width="half" maxlength={80} spellcheck={false} />
        <TextArea field={fields('value')} label={t('Nilai')} hint={t('Angka, kata, atau JSON seperti {example}.', { example: '{"name": "Hari Kemerdekaan"}' })} required rows={4} />
        <TextField field={fields('legal_basis')} label={t('Dasar hukum')} hint={t('Peraturan, nomor, dan pasalnya.')} required maxlength={300} />
        <DateField field={fields('valid_from')} label={t('Berlaku dari')} required />
        <DateField field={fields('valid_to')} label={t('Hari terakhir')} hint={t('Kosongkan bila berlaku sampai diganti.')} />
        <CheckField field={fields('verified')} label={t('Sudah dicocokkan dengan naskah peraturannya')} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    keeps(context)
    const { tx, input, note } = context
    const read = versionFrom(input)
    if ('message' in read) throw new Problem(read.name, read.message.text, read.message.values)
    if ((await addReferences(tx, [{ ...read.version, verified: input.verified }])) === 0) throw new Problem('valid_from', 'Sejak hari itu sudah ada nilai untuk kode ini. Pilih hari mulai yang lain.')
    await announce(tx)
    note({ record: ['reference', `${input.list}/${input.code}`], after: { ...read.version } })
    return goto(`/kerja/rujukan/daftar/${input.list}`, 'Nilai ditambahkan.')
  },
})
