import { z } from 'zod'
import { line, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { CheckList, Form, FormSection, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { approvalHere } from '../approve/show.page.tsx'
import { answer, rightOf } from '../asking.ts'
import { other } from '../contract.ts'
import { tablesByPeriod } from '../cutting.ts'
import { valueWords } from '../parts/words.ts'
import { cutPeriods } from '../store.ts'

const values = several(z.string().max(500))

/** A question: by what, narrowed to what, added up what, and for what purpose. */
export const askPage = page({
  path: '/kerja/kueri-data/:id/tanya',
  may: 'approved-queries.ask',
  form: z.object({ period: z.string('Pilih periode').max(20), by: several(z.string().max(80)), only0: values, only1: values, only2: values, sum: several(z.string().max(80)), purpose: line(10, 500, 'Tulis untuk apa, paling sedikit 10 huruf') }),
  async load(context) {
    const approval = await approvalHere(context)
    if (!(await rightOf(context, approval))) throw new Refused('Kueri ini tidak dapat Anda tanyakan sekarang.')
    const [tables, taken] = await Promise.all([tablesByPeriod(context, approval.datasetId), cutPeriods(context.db, approval.datasetId)])
    return { approval, periods: [...tables.keys()].filter(period => (taken.get(period) ?? approval.id) === approval.id) }
  },
  fill: ({ approval, periods }) => ({ period: periods[0], by: approval.dimensions.slice(0, 1).map(({ column }) => column), sum: approval.measures.map(({ column }) => column) }),
  view: ({ data: { approval, periods }, fields }) => (
    <WorkLayout title={t('Tanyakan')} lead={approval.title} width="text" breadcrumbs={[{ label: t('Kueri yang disetujui'), href: '/kerja/kueri-data' }, { label: approval.title, href: `/kerja/kueri-data/${approval.id}` }]}>
      <Form fields={fields} submit={t('Tanyakan')}>
        <SelectField field={fields('period')} label={t('Periode')} required options={periods.map(value => ({ value, label: value }))} />
        <CheckList field={fields('by')} label={t('Menurut')} options={approval.dimensions.map(({ column, title }) => ({ value: column, label: title }))} />
        {approval.measures.length > 0 && <CheckList field={fields('sum')} label={t('Dijumlahkan')} options={approval.measures.map(({ column, title }) => ({ value: column, label: title }))} />}
        <TextField field={fields('purpose')} label={t('Keperluan')} hint={t('Dibaca pemegang data di buku pemakaian.')} required maxlength={500} />
        {approval.dimensions.map((dimension, i) => (
          <FormSection key={dimension.column} title={t('Hanya {title} tertentu', { title: dimension.title })} folded={!fields(`only${i}`).value}>
            <CheckList field={fields(`only${i}`)} label={dimension.title} hint={t('Tanpa centang berarti semua.')} options={[...dimension.values, other].map(value => ({ value, label: valueWords([value]) }))} />
          </FormSection>
        ))}
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, ask, note } = context
    const approval = await approvalHere({ ...context, db: tx })
    const dataset = await ask(catalogue).byId(tx, approval.datasetId)
    if (!dataset) throw new NotFound()
    const chosen = [input.only0, input.only1, input.only2]
    const only = Object.fromEntries(approval.dimensions.flatMap(({ column, values }, i) => {
      if (chosen[i]!.some(value => value !== other && !values.includes(value))) throw new Problem(`only${i}`, 'Pilih dari daftar')
      return chosen[i]!.length > 0 ? [[column, chosen[i]!]] : []
    }))
    const { code, hash } = await answer(context, dataset, approval.id, { period: input.period, by: input.by, only, sum: input.sum }, input.purpose)
    note({ record: ['approved-query', approval.id], after: { answer: code, hash, purpose: input.purpose } })
    return goto(`/kerja/kueri-data/jawaban/${code}`)
  },
})
