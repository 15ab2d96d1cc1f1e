import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { day, line, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { reference } from '#platform/reference/reference.ts'
import { addDays, todayOf } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { catalogue, type Dataset } from '#modules/datasets/contract.ts'
import { ButtonLink, CheckList, DateField, EmptyState, Form, NameList, RadioField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { dimensionChoices, measureChoices, tablesByPeriod, valuesOf } from '../cutting.ts'
import { audienceWords } from '../parts/words.ts'
import { insertApproval } from '../store.ts'

const form = z.object({
  title: line(5, 200, 'Isi judul, paling sedikit 5 huruf'),
  dimensions: several(z.string().max(80)).pipe(z.array(z.string()).min(1, 'Pilih paling sedikit satu').max(3, 'Paling banyak {max}')),
  measures: several(z.string().max(80)).pipe(z.array(z.string()).max(3, 'Paling banyak {max}')),
  subject: z.preprocess(value => value || null, z.string().max(80).nullable()),
  audience: z.enum(['granted', 'officers'], 'Pilih untuk siapa'),
  until: day('Pilih sampai kapan'),
})

/** Datasets whose holder the person speaks for, and the one the address names with its newest table. */
async function choicesOf(context: Context<{ data?: string }>) {
  const { db, ask, who, query } = context
  const reach = who.reach('approved-queries.manage')
  const { items } = await ask(catalogue).find(db, { sort: 'title' }, { limit: 500, offset: 0 })
  const own = items.filter(dataset => covers(reach, { unitId: dataset.unitId }))
  const dataset: Dataset | undefined = own.find(({ slug }) => slug === query.data)
  const newest = dataset ? [...(await tablesByPeriod(context, dataset.id)).values()][0] : undefined
  return { own, dataset, newest }
}

/** A holder says what may be asked of a dataset: by what it is told apart, and what is added up. */
export const newPage = page({
  path: '/kerja/kueri-data/baru',
  may: 'approved-queries.manage',
  query: z.object({ data: z.string().max(120).optional() }),
  form,
  load: choicesOf,
  fill: ({ dataset }, context) => ({ title: dataset?.title, audience: 'granted', until: addDays(todayOf(context), 365) }),
  view({ data: { own, dataset, newest }, fields }) {
    const crumbs = [{ label: t('Kueri yang disetujui'), href: '/kerja/kueri-data' }]
    if (!dataset || !newest)
      return (
        <WorkLayout title={t('Kueri baru')} lead={dataset ? t('Data ini belum mempunyai rilis yang berisi tabel.') : t('Pilih datanya.')} width="text" breadcrumbs={crumbs}>
          {own.length > 0 ? <NameList items={own.map(one => ({ label: one.title, href: `/kerja/kueri-data/baru?data=${one.slug}` }))} /> : <EmptyState title={t('Belum ada data')} action={<ButtonLink kind="quiet" href="/kerja/data">{t('Data')}</ButtonLink>}>{t('Kueri disetujui atas data dalam katalog yang dipegang perangkat daerah Anda.')}</EmptyState>}
        </WorkLayout>
      )
    const columns = newest.table.columns
    const dimensions = dimensionChoices(columns).map(({ column, title }) => ({ value: column, label: title }))
    return (
      <WorkLayout title={t('Kueri baru')} lead={dataset.title} width="text" breadcrumbs={crumbs}>
        <Form fields={fields} submit={t('Lihat hasil pemotongannya')}>
          <TextField field={fields('title')} label={t('Judul')} required maxlength={200} />
          <CheckList field={fields('dimensions')} label={t('Dibedakan menurut')} required hint={t('Paling banyak tiga. Daftar nilainya akan terlihat oleh semua penanya.')} options={dimensions} />
          <CheckList field={fields('measures')} label={t('Dijumlahkan')} hint={t('Banyaknya baris selalu dihitung. Hanya angka yang tidak pernah di bawah nol.')} options={measureChoices(columns).map(({ name, title }) => ({ value: name, label: title }))} />
          <SelectField field={fields('subject')} label={t('Kolom penanda orang')} hint={t('Isi bila satu orang dapat mempunyai beberapa baris, misalnya kunjungan.')} empty={t('Satu baris satu orang')} options={columns.map(({ name, title }) => ({ value: name, label: title }))} />
          <RadioField field={fields('audience')} label={t('Untuk siapa')} required options={(['granted', 'officers'] as const).map(value => ({ value, label: t(audienceWords[value]) }))} />
          <DateField field={fields('until')} label={t('Boleh ditanya sampai')} required />
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, db, input, who, note } = context
    const { dataset, newest } = await choicesOf(context)
    if (!dataset || !newest) throw new Problem('', 'Pilih data yang mempunyai tabel')
    const today = todayOf(context)
    if (input.until < today) throw new Problem('until', 'Pilih hari yang belum lewat')
    const columns = newest.table.columns
    const dimensions = await Promise.all(input.dimensions.map(async column => {
      const choice = dimensionChoices(columns).find(one => one.column === column)
      if (!choice) throw new Problem('dimensions', 'Pilih dari daftar')
      return { ...choice, values: await valuesOf(context, newest.table, column) }
    }))
    const measures = input.measures.map(name => {
      const column = measureChoices(columns).find(one => one.name === name)
      if (!column) throw new Problem('measures', 'Pilih dari daftar')
      return { column: name, title: column.title, unit: column.unit ?? null }
    })
    if (input.subject && !columns.some(({ name }) => name === input.subject)) throw new Problem('subject', 'Pilih dari daftar')
    const fewest = (await reference<{ count: number }>(db, 'data-smallest-cell', 'people', today, { count: 5 })).count
    const share = (await reference<{ percent: number }>(db, 'data-largest-share', 'sum', today, { percent: 80 })).percent / 100
    const id = await insertApproval(tx, { datasetId: dataset.id, holderUnitId: dataset.unitId, title: input.title, dimensions, measures, subject: input.subject, audience: input.audience, fewest, share, until: input.until }, who.account!.id)
    note({ record: ['approved-query', id], after: { dataset: dataset.id, dimensions: input.dimensions, measures: input.measures, fewest, audience: input.audience } })
    return goto(`/kerja/kueri-data/${id}`, 'Periksa apa yang akan digabung, lalu setujui.')
  },
})
