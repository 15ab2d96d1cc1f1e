import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { number } from '../../i18n/format.ts'
import { t } from '../../i18n/locale.ts'
import type { Job } from '../../jobs/jobs.ts'
import { page, type Context, type Page } from '../../web/page.ts'
import { NotFound } from '../../web/problems.ts'
import { Button, FactList, DateTime, Form, Notice, StateBadge, WorkLayout } from '#ui/index.ts'
import type { SheetImportSpec } from '../declaring.ts'
import { underWay, type SheetRun } from '../sheet-run.ts'
import { badFields, badRows, runFor } from '../store.ts'
import { actOn, stepForm } from './acting.ts'
import { Mapping } from './mapping.tsx'
import { Preview } from './preview.tsx'
import { RunProgress } from './progress.tsx'
import { Onwards } from './upload.page.tsx'
import { runWords } from './words.ts'

const query = z.object({ setelah: z.coerce.number().int().min(0).max(2_000_000).default(0), tunggu: z.string().max(4).optional() })
type Query = z.output<typeof query>

/** Bad rows on one page. */
const shown = 50

/** Whoever came straight from a form sees the end of short work at once. */
async function awaited<D>(spec: SheetImportSpec<D>, { db, who, params, query }: Context<Query>): Promise<SheetRun> {
  for (let tries = query.tunggu ? 12 : 0; ; tries--) {
    const run = await runFor(db, spec.code, who.reach(spec.may), params.run!)
    if (!run) throw new NotFound()
    if (tries <= 0 || !underWay.includes(run.state)) return run
    await pause(250)
  }
}

/** One file on its way in: its columns, what would come of it, how far it is, what came of it. */
export const showPage = <D,>(spec: SheetImportSpec<D>, job: Job): Page =>
  page({
    path: `${spec.address}/:run`,
    may: spec.may,
    query,
    form: stepForm,
    async load(context) {
      const run = await awaited(spec, context)
      const after = context.query.setelah
      const wrong = run.state === 'ready' && run.counts.wrong > 0
      const rows = wrong ? await badRows(context.db, run.id, after, shown + 1) : []
      return { run, bad: { rows: rows.slice(0, shown), more: rows.length > shown ? rows[shown - 1]!.line : null, first: after === 0, fields: wrong ? await badFields(context.db, run.id) : [] } }
    },
    fill: ({ run }) => ({
      lembar: String(run.choices.sheet),
      judul: run.choices.heading ?? '',
      ...Object.fromEntries(Object.entries(run.choices.columns).map(([name, at]) => [`k_${name}`, String(at)])),
      ...Object.fromEntries(run.doubts.map(({ suggestions, likely }, i) => [`p_${i}`, likely ? (suggestions[0]?.value ?? '') : ''])),
    }),
    view({ data: { run, bad }, fields, now }) {
      const here = `${spec.address}/${run.id}`
      return (
        <WorkLayout title={t(spec.title)} lead={run.fileName} width={run.state === 'mapping' ? 'text' : 'wide'} breadcrumbs={[{ label: t(spec.list.label), href: spec.list.href }, { label: t(spec.title), href: spec.address }, { label: run.fileName }]}>
          {underWay.includes(run.state) && <RunProgress run={run} here={here} now={now} />}
          {run.state === 'mapping' && <Mapping run={run} wanted={spec.fields} fields={fields} />}
          {run.state === 'ready' && <Preview run={run} wanted={spec.fields} bad={bad} fields={fields} here={here} />}
          {run.state === 'failed' && <Failure run={run} />}
          {(run.state === 'done' || run.state === 'failed') && <Outcome run={run} />}
          {(run.state === 'done' || run.state === 'failed') && <Onwards {...spec} />}
        </WorkLayout>
      )
    },
    act: context => actOn(spec, job, context),
  })

const Failure = ({ run }: { run: SheetRun }) => (
  <>
    <Notice tone="bad" title={t('Impor ini tidak jadi')}>{run.failure && <p>{t(run.failure.text, run.failure.values)}</p>}</Notice>
    <Form actions={<><Button kind="primary" name="langkah" value="ulang">{t('Coba lagi')}</Button><Button name="langkah" value="buang">{t('Buang')}</Button></>} />
  </>
)

function Outcome({ run: { state, counts, finishedAt } }: { run: SheetRun }) {
  const amount = (n: number) => (state === 'done' && n > 0 ? t('{n, plural, one {# baris} other {# baris}}', { n }) : null)
  return (
    <FactList facts={[
      { label: t('Keadaan'), value: <StateBadge state={state} states={runWords} /> },
      { label: t('Baru'), value: amount(counts.new) },
      { label: t('Diubah'), value: amount(counts.changed) },
      { label: t('Tidak berubah'), value: amount(counts.unchanged) },
      { label: t('Ditinggalkan karena salah'), value: state === 'done' && counts.wrong > 0 && number(counts.wrong) },
      { label: t('Selesai pada'), value: finishedAt && <DateTime at={finishedAt} as="full" /> },
    ]} />
  )
}
