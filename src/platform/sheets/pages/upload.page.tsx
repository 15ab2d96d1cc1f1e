import { z } from 'zod'
import { t } from '../../i18n/locale.ts'
import { goto, page, resource, type Page, type Resource } from '../../web/page.ts'
import { Problem } from '../../web/problems.ts'
import { Actions, ButtonLink, DataTable, DateTime, FileField, Form, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import type { Job } from '../../jobs/jobs.ts'
import type { SheetImportSpec } from '../declaring.ts'
import { asSheet } from '../downloads.ts'
import { insertRun, latestRuns } from '../store.ts'
import { reachFor } from './reach.ts'
import { runWords } from './words.ts'

/** Bytes of an upload. */
const largest = 50_000_000

/** Takes a file; what is in it is looked at by a job. */
export const uploadPage = <D,>(spec: SheetImportSpec<D>, job: Job): Page =>
  page({
    path: spec.address,
    may: spec.may,
    form: z.object({}),
    files: { berkas: { max: largest, accept: 'sheet' } },
    load: ({ db, who }) => latestRuns(db, spec.code, who.reach(spec.may)),
    view: ({ data: runs, fields, kept }) => (
      <WorkLayout title={t(spec.title)} lead={t(spec.lead)} breadcrumbs={[{ label: t(spec.list.label), href: spec.list.href }]}>
        <Form fields={fields} multipart submit={t('Unggah dan lihat dahulu')} actions={<>
          <ButtonLink kind="quiet" href={`${spec.address}/templat.xlsx`} download>{t('Unduh templat')}</ButtonLink>
          {spec.beside?.map(({ label, href }) => <ButtonLink key={href} kind="quiet" href={href}>{t(label)}</ButtonLink>)}
        </>}>
          <FileField field={fields('berkas')} label={t('Lembar kerja')} required accept=".xlsx,.csv" kept={kept.berkas?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))}
            hint={t('Excel (.xlsx) atau CSV, paling banyak 50 MB, dengan kolom apa pun. Belum ada yang berubah sebelum Anda melihat pratinjaunya.')} />
        </Form>
        {runs.length > 0 && (
          <Section title={t('Yang terakhir diunggah')}>
            <DataTable caption={t('Yang terakhir diunggah')} rows={runs} rowKey={run => run.id} columns={[
              { label: t('Berkas'), main: true, cell: run => <a href={`${spec.address}/${run.id}`}>{run.fileName}</a> },
              { label: t('Keadaan'), cell: run => <StateBadge state={run.state} states={runWords} /> },
              { label: t('Diunggah'), cell: run => <DateTime at={run.createdAt} as="full" /> },
            ]} />
          </Section>
        )}
      </WorkLayout>
    ),
    async act({ tx, who, files, hands, note }) {
      const file = files.berkas?.[0]
      if (!file) throw new Problem('berkas', 'Pilih lembar kerja.')
      const run = await insertRun(tx, { code: spec.code, unitId: who.account!.unitId, file, reach: reachFor(who, spec) })
      await hands.jobs.enqueue(tx, job.name, hands.governmentId, { run })
      note({ record: ['sheet-run', run], after: { file: file.name } })
      return goto(`${spec.address}/${run}?tunggu=ya`)
    },
  })

/** An empty list with the columns that are understood, and one invented row. */
export const templateResource = <D,>({ address, may, title, fields }: SheetImportSpec<D>): Resource =>
  resource({
    path: `${address}/templat.xlsx`,
    may,
    load: () =>
      asSheet('templat', [fields.map(({ label }) => t(label)), fields.map(({ example }) => example ?? '')], fields.map(({ label, example }) => Math.max(label.length, example?.length ?? 0) + 3), t(title)),
  })

/** Two ways on from a run that ended. */
export const Onwards = ({ address, list }: Pick<SheetImportSpec<unknown>, 'address' | 'list'>) => (
  <Actions><ButtonLink href={list.href}>{t(list.label)}</ButtonLink><ButtonLink kind="quiet" href={address}>{t('Unggah berkas lain')}</ButtonLink></Actions>
)
