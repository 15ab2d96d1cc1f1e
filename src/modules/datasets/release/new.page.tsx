import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { Form, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { beginRelease } from '../lifecycle.ts'
import { datasetHere, takeDataset } from '../parts/here.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { recentPeriods } from '#platform/time/period.ts'
import { mayEntry } from '../policy.ts'
import { releasesOf } from '../store.ts'

/** Periods offered; older ones are brought in by the walidata as files of one release. */
const offered = { day: 31, week: 26, month: 36, quarter: 20, semester: 16, year: 20, once: 20 } as const

/** Begins the release of a period. */
export const newReleasePage = page({
  path: '/kerja/data/:id/rilis/baru',
  may: 'datasets.produce',
  form: z.object({ period: z.string('Pilih periode').min(4, 'Pilih periode'), note: optionalLine(2000) }),
  async load(context) {
    const dataset = await datasetHere(context, context.params.id!)
    if (dataset.origin !== 'office' || dataset.state === 'retired' || !mayEntry(context.who, 'save', dataset)) throw new Refused('Rilis data ini tidak disiapkan di sini.')
    const releases = await releasesOf(context.db, dataset.id)
    return { dataset, releases, periods: recentPeriods(dataset.every, todayOf(context), offered[dataset.every]) }
  },
  // Figures of a period are known when it is over.
  fill: ({ periods, releases }) => ({ period: periods.slice(1).find(period => !releases.some(one => one.period === period)) ?? periods[0] }),
  view: ({ data: { dataset, releases, periods }, fields }) => (
    <WorkLayout title={t('Rilis baru')} lead={dataset.title} width="text" breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }, { label: dataset.title, href: `/kerja/data/${dataset.id}` }]}>
      <Form fields={fields} submit={t('Lanjut ke isi')}>
        {dataset.every === 'once'
          ? <TextField field={fields('period')} label={t('Periode')} hint={t('Misalnya 2026, 2026-S1, 2026-Q3, 2026-10, atau 2026-10-31.')} required width="short" />
          : <SelectField field={fields('period')} label={t('Periode')} required options={periods.map(value => ({ value, label: releases.some(one => one.period === value && one.state === 'published') ? t('{period} (koreksi)', { period: periodWords(value) }) : periodWords(value) }))} />}
        <TextArea field={fields('note')} label={t('Catatan untuk pembaca')} hint={t('Cara pengumpulan, perubahan definisi, atau apa yang dikoreksi.')} rows={3} maxlength={2000} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, params, who, note } = context
    const dataset = await takeDataset(tx, context, params.id!, 'save')
    const release = await beginRelease(tx, dataset, input, who.account!.id)
    note({ record: ['release', release.id], after: { dataset: dataset.id, period: release.period, version: release.version } })
    return goto(`/kerja/data/rilis/${release.id}`, 'Rilis dibuat. Unggah isinya.')
  },
})
