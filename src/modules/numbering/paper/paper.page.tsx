import { z } from 'zod'
import { day, line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { DateField, Form, RadioField, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { take } from '../giving.ts'
import { crumbsOf, home, todayOf, unitHere } from '../parts/here.ts'
import { isKind, kindOptions, kindsOn } from '../parts/kinds.ts'
import { secrecyWords } from '../parts/words.ts'

const secrecies = ['B', 'T', 'R', 'SR'] as const

/** Takes a number for a letter that is made on paper, so that the book has no hole. */
export const paperPage = page({
  path: `${home}/:unit/catat`,
  may: 'numbering.manage',
  query: z.object({ jenis: z.string().refine(isKind).optional().catch(undefined) }),
  form: z.object({
    kind: z.string('Pilih jenis naskah').refine(isKind, 'Pilih jenis naskah'),
    classification: z.string().trim().max(40).default(''),
    secrecy: z.enum(secrecies, 'Pilih sifat surat'),
    on: day('Isi tanggal surat'),
    title: line(5, 300, 'Tulis perihal, paling sedikit 5 huruf'),
    reason: line(5, 300, 'Tulis mengapa surat ini dibuat di luar sistem, paling sedikit 5 huruf'),
  }),
  async load(context) {
    const today = todayOf(context)
    return { ...(await unitHere(context, 'manage')), today, kinds: await kindsOn(context.db, today) }
  },
  fill: ({ today, kinds }, { query }) => ({ kind: query.jenis ?? [...kinds.keys()][0], secrecy: 'B', on: today }),
  view: ({ data: { unit, today, kinds }, fields, query }) => (
    <WorkLayout title={t('Catat nomor manual')} lead={t('Untuk surat yang dibuat di kertas atau di luar sistem. Nomornya diambil dari buku, supaya tidak ada celah.')} width="text" breadcrumbs={crumbsOf(unit, query.jenis)}>
      <Form fields={fields} submit={t('Ambil nomor')}>
        <SelectField field={fields('kind')} label={t('Jenis naskah')} required options={kindOptions(kinds, fields('kind').value)} />
        <TextField field={fields('classification')} label={t('Kode klasifikasi')} hint={t('Misalnya 000.1.2.3')} width="half" maxlength={40} spellcheck={false} />
        <RadioField field={fields('secrecy')} label={t('Sifat')} required options={secrecies.map(value => ({ value, label: t(secrecyWords[value]) }))} />
        <DateField field={fields('on')} label={t('Tanggal surat')} hint={t('Tanggal yang sudah lewat memakai nomor cadangan hari itu.')} max={today} required />
        <TextField field={fields('title')} label={t('Perihal')} hint={t('Perihal surat rahasia tidak disimpan di buku.')} required maxlength={300} />
        <TextArea field={fields('reason')} label={t('Alasan dibuat di luar sistem')} rows={3} required maxlength={300} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, ask, note } = context
    const { unit } = await unitHere(context, 'manage')
    const given = await take(tx, ask, { ...input, unitId: unit.id, matter: null, by: who.account!.id })
    note({ record: ['number', given.id], after: { number: given.number, on: input.on, reason: input.reason } })
    return goto(`${home}/nomor/${given.id}`, 'Nomor {number} dicatat. Tulis di suratnya.', { number: given.number })
  },
})
