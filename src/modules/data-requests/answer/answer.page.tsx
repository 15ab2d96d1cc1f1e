import { z } from 'zod'
import { optionalDay, optionalId, optionalLine, paragraphs, several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { catalogue, type Dataset } from '#modules/datasets/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { CheckList, DateField, Form, FormSection, RadioField, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { degrees } from '../grants.ts'
import { answer, meansOf, type Given } from '../lifecycle.ts'
import { RequestFacts, Standing } from '../parts/facts.tsx'
import { requestHere, takeRequest } from '../parts/here.ts'
import { answerHints, answerWords, degreeHints, degreeWords } from '../parts/words.ts'
import { mayRequest } from '../policy.ts'
import { answerEvents, type AnswerEvent } from '../request.ts'
import { groundsOn, latestEnd } from '../rules.ts'
import type { Request } from '../store.ts'
import { degreeInput } from '../ask/content.ts'

const form = z.object({
  answer: z.enum(answerEvents, 'Pilih jawabannya'),
  dataset: optionalId(),
  degree: z.preprocess(value => value || null, degreeInput.nullable()),
  columns: several(z.string().max(80)),
  until: optionalDay(),
  ground: optionalLine(40),
  explanation: z.preprocess(value => (typeof value === 'string' && value.trim() !== '' ? value : null), paragraphs(10, 4000, 'Jelaskan, paling sedikit 10 huruf').nullable()),
  publicTitle: optionalLine(200),
})

type Input = z.output<typeof form>

/** Datasets of the holder that an answer can open. */
const heldBy = async ({ db, ask }: Pick<Context, 'db' | 'ask'>, unitId: string): Promise<Dataset[]> => (await ask(catalogue).find(db, { unitId, sort: 'title' }, { limit: 200, offset: 0 })).items

/** What is given with this answer. @throws Problem where the form does not say it */
function givenBy(input: Input, request: Request, datasets: readonly Dataset[], today: string, latest: string): Given | null {
  if (input.answer === 'refuse' || input.answer === 'uphold') return null
  const dataset = datasets.find(({ id }) => id === (request.datasetId ?? input.dataset))
  if (!dataset) return null
  const degree = input.answer === 'aggregate' ? 'query' : (input.degree ?? request.degree)
  if (input.answer === 'grant' && degrees.indexOf(degree) < degrees.indexOf(request.degree)) throw new Problem('degree', 'Ini lebih sedikit daripada yang diminta: pilih “Berikan sebagian”')
  const known = new Set(dataset.variables.map(({ name }) => name))
  if (input.columns.some(name => !known.has(name))) throw new Problem('columns', 'Pilih dari daftar')
  const columns = degree === 'full' || degree === 'sample' ? (input.columns.length > 0 && input.columns.length < known.size ? input.columns : null) : null
  const until = input.until ?? request.keepUntil
  if (!until) throw new Problem('until', 'Tulis sampai kapan boleh dipakai')
  if (until < today) throw new Problem('until', 'Pilih hari yang belum lewat')
  if (until > latest) throw new Problem('until', 'Paling lama sampai {day}', { day: latest })
  return { datasetId: dataset.id, degree, columns, until }
}

/** The answer to a request: given, in part, as aggregates, or refused on a ground. */
export const answerPage = page({
  path: '/kerja/permintaan-data/:id/jawab',
  may: 'data-requests.read',
  form,
  async load(context) {
    const { db, ask, government, who } = context
    const request = await requestHere(context)
    const today = todayOf(context)
    const events = answerEvents.filter(event => mayRequest(who, event, request, today))
    if (events.length === 0) throw new Refused('Permintaan ini tidak menunggu jawaban Anda.')
    const [units, dataset, datasets, grounds, latest] = await Promise.all([
      ask(unitDirectory).of(government.id), request.datasetId ? ask(catalogue).byId(db, request.datasetId) : null, heldBy(context, request.holderUnitId), groundsOn(db, today), latestEnd(db, today),
    ])
    return { request, today, events, units, dataset, datasets, grounds, latest }
  },
  fill: ({ request, latest }) => ({ degree: request.degree, until: request.keepUntil && request.keepUntil < latest ? request.keepUntil : latest, publicTitle: request.publicTitle ?? '' }),
  view({ data: { request, today, events, units, dataset, datasets, grounds, latest }, fields }) {
    return (
      <WorkLayout title={t('Jawab permintaan')} lead={<>{request.code} <Standing request={request} today={today} /></>} width="text" breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }, { label: request.subject, href: `/kerja/permintaan-data/${request.id}` }]}>
        <RequestFacts request={request} units={units} dataset={dataset} inside />
        <Form fields={fields} submit={t('Kirim jawaban')}>
          <RadioField field={fields('answer')} label={t('Jawaban')} required options={events.map(value => ({ value, label: t(answerWords[value]), hint: t(answerHints[value]) }))} />
          <FormSection title={t('Yang diberikan')} hint={t('Tidak perlu diisi bila ditolak.')}>
            {!request.datasetId && datasets.length > 0 && <SelectField field={fields('dataset')} label={t('Data dalam katalog')} empty={t('Tidak ada; dijelaskan di bawah')} options={datasets.map(({ id, title }) => ({ value: id, label: title }))} />}
            <RadioField field={fields('degree')} label={t('Seberapa banyak')} options={degrees.map(value => ({ value, label: t(degreeWords[value]), hint: t(degreeHints[value]) }))} />
            {dataset && dataset.variables.length > 0 && <CheckList field={fields('columns')} label={t('Kolom')} hint={t('Tanpa centang berarti semua kolom.')} options={dataset.variables.map(({ name, title }) => ({ value: name, label: title }))} />}
            <DateField field={fields('until')} label={t('Boleh dipakai sampai')} min={today} max={latest} />
          </FormSection>
          <FormSection title={t('Penjelasan')}>
            <SelectField field={fields('ground')} label={t('Alasan penolakan')} hint={t('Wajib bila ditolak atau diberikan sebagian.')} empty={t('Tidak ditolak')} options={grounds.map(({ code, name, legalBasis }) => ({ value: code, label: `${name} (${legalBasis})` }))} />
            <TextArea field={fields('explanation')} label={t('Penjelasan untuk pemohon')} hint={t('Wajib bila tidak diberikan seluruhnya.')} rows={5} maxlength={4000} />
            {request.asker === 'citizen' && !request.datasetId && <TextField field={fields('publicTitle')} label={t('Judul di papan publik')} hint={t('Kata-kata warga tampil hanya sesudah Anda menulisnya di sini, tanpa nama orang.')} maxlength={200} />}
          </FormSection>
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, note } = context
    const request = await takeRequest(tx, context, input.answer)
    const today = todayOf(context)
    const grounds = await groundsOn(tx, today)
    const no: readonly AnswerEvent[] = ['refuse', 'uphold']
    const groundCode = no.includes(input.answer) || input.answer === 'partial' ? (input.ground ?? (input.answer === 'uphold' ? request.ground : null)) : null
    if (groundCode === null && (no.includes(input.answer) || input.answer === 'partial')) throw new Problem('ground', 'Pilih alasannya dari daftar')
    if (groundCode !== null && !grounds.some(({ code }) => code === groundCode)) throw new Problem('ground', 'Pilih alasannya dari daftar')
    const given = givenBy(input, request, await heldBy({ ...context, db: tx }, request.holderUnitId), today, await latestEnd(tx, today))
    if (!input.explanation && (input.answer !== 'grant' || !given)) throw new Problem('explanation', 'Jelaskan, paling sedikit 10 huruf')
    const after = await answer(tx, meansOf(context), request, input.answer, { ground: groundCode, explanation: input.explanation, publicTitle: input.publicTitle, given })
    note({ record: ['data-request', request.id], before: { state: request.state }, after: { state: after.state, ground: groundCode, degree: given?.degree ?? null, columns: given?.columns ?? null, until: given?.until ?? null } })
    return goto(`/kerja/permintaan-data/${request.id}`, 'Jawaban dikirim kepada pemohon.')
  },
})
