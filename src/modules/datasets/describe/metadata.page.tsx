import { z } from 'zod'
import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { Form, FormSection, HiddenField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { settle } from '../lifecycle.ts'
import { activityQuestions, indicatorQuestions, type Question } from '../metadata.ts'
import { datasetHere, meansOf, takeDataset } from '../parts/here.ts'
import { mayEntry } from '../policy.ts'
import { insertStep, updateDataset } from '../store.ts'

const most = 2000
const answer = z.string().optional().transform(text => (text ?? '').trim()).pipe(z.string().max(most, 'Paling banyak {max} huruf'))
const nameOf = (block: 'kegiatan' | 'indikator', { code }: Question) => `${block}_${code}`

const form = z.object({
  version: z.coerce.number().int(),
  ...Object.fromEntries(activityQuestions.map(one => [nameOf('kegiatan', one), answer])),
  ...Object.fromEntries(indicatorQuestions.map(one => [nameOf('indikator', one), answer])),
})

const answersOf = (input: Record<string, unknown>, block: 'kegiatan' | 'indikator', questions: readonly Question[]) =>
  Object.fromEntries(questions.flatMap(one => { const text = input[nameOf(block, one)]; return typeof text === 'string' && text !== '' ? [[one.code, text]] : [] }))

const Questions = ({ fields, block, questions }: { fields: Fields; block: 'kegiatan' | 'indikator'; questions: readonly Question[] }) => (
  <>{questions.map(one => {
    const Input = one.long ? TextArea : TextField
    return <Input key={one.code} field={fields(nameOf(block, one))} label={t(one.label)} hint={one.hint && t(one.hint)} maxlength={most} />
  })}</>
)

/** Statistical metadata of an entry: the activity that collects it, and the indicator it shows. */
export const metadataPage = page({
  path: '/kerja/data/:id/metadata',
  may: 'datasets.produce',
  form,
  async load(context) {
    const dataset = await datasetHere(context, context.params.id!)
    if (!mayEntry(context.who, 'save', dataset)) throw new Refused('Keterangan data ini tidak dapat Anda ubah.')
    return dataset
  },
  fill: dataset => ({
    ...Object.fromEntries(activityQuestions.map(one => [nameOf('kegiatan', one), dataset.activity[one.code] ?? ''])),
    ...Object.fromEntries(indicatorQuestions.map(one => [nameOf('indikator', one), dataset.indicator[one.code] ?? ''])),
    version: dataset.version,
  }),
  view: ({ data: dataset, fields }) => (
    <WorkLayout title={t('Metadata statistik')} lead={t('Menurut Peraturan BPS 5/2020. Isi yang sudah diketahui; sisanya dapat menyusul.')} width="text" breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }, { label: dataset.title, href: `/kerja/data/${dataset.id}` }]}>
      <Form fields={fields} submit={t('Simpan')}>
        <HiddenField name="version" value={String(dataset.version)} />
        <FormSection title={t('Kegiatan (MS-Keg)')}><Questions fields={fields} block="kegiatan" questions={activityQuestions} /></FormSection>
        <FormSection title={t('Indikator (MS-Ind)')} hint={t('Hanya bila data ini menyajikan indikator.')} folded={Object.keys(dataset.indicator).length === 0 && !fields.errors.some(({ name }) => name.startsWith('indikator'))}>
          <Questions fields={fields} block="indikator" questions={indicatorQuestions} />
        </FormSection>
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, params, who, note } = context
    const dataset = await takeDataset(tx, context, params.id!, 'save', input.version)
    const activity = answersOf(input, 'kegiatan', activityQuestions)
    const indicator = answersOf(input, 'indikator', indicatorQuestions)
    await updateDataset(tx, dataset.id, { activity: JSON.stringify(activity), indicator: JSON.stringify(indicator) })
    await insertStep(tx, { datasetId: dataset.id, event: 'save' }, who.account!.id)
    await settle(tx, meansOf(context), dataset.id)
    note({ record: ['dataset', dataset.id], before: { activity: dataset.activity, indicator: dataset.indicator }, after: { activity, indicator } })
    return goto(`/kerja/data/${dataset.id}`, 'Metadata disimpan.')
  },
})
