import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { DataTable, DateTime, FileField, Form, Section, StateBadge, WorkLayout, type StateWords } from '#ui/index.ts'
import { openBundleJob } from './open.ts'
import { bundlesOf, insertBundle, type BundleState } from './store.ts'

export const papersAddress = '/kerja/surat/impor/berkas'

export const bundleWords: StateWords<BundleState> = { opening: { label: 'Sedang dibuka', tone: 'info' }, done: { label: 'Siap dipakai', tone: 'good' }, failed: { label: 'Tidak dapat dibuka', tone: 'bad' } }

/** Takes ZIPs with the files of older letters, before the list that names them. */
export const papersPage = page({
  path: papersAddress,
  may: 'correspondence.office',
  form: z.object({}),
  files: { berkas: { max: 200_000_000, accept: 'zip' } },
  load: ({ db, who }) => bundlesOf(db, who.account!.id),
  view: ({ data: bundles, fields, kept }) => (
    <WorkLayout title={t('Berkas surat lama')} lead={t('Kumpulkan pindaian surat dalam ZIP dan unggah dahulu. Kolom “Nama berkas” di daftar menunjuk ke sini.')} width="text"
      breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: t('Impor surat'), href: '/kerja/surat/impor' }, { label: t('Berkas surat lama') }]}>
      <Form fields={fields} multipart submit={t('Unggah ZIP')}>
        <FileField field={fields('berkas')} label={t('ZIP')} required accept=".zip" kept={kept.berkas?.map(({ id, name, bytes }) => ({ id, name, size: bytes }))}
          hint={t('Paling besar 200 MB dan 5.000 berkas, masing-masing paling besar 30 MB. Boleh beberapa ZIP. Yang tidak dipakai dihapus setelah sehari.')} />
      </Form>
      {bundles.length > 0 && (
        <Section title={t('ZIP Anda')}>
          <DataTable caption={t('ZIP Anda')} rows={bundles} rowKey={({ id }) => id} columns={[
            { label: t('Berkas'), main: true, cell: ({ id, name }) => <a href={`${papersAddress}/${id}`}>{name}</a> },
            { label: t('Keadaan'), cell: ({ state }) => <StateBadge state={state} states={bundleWords} /> },
            { label: t('Dapat dipakai'), cell: ({ done, refused, state }) => (state === 'done' ? t('{n, plural, one {# berkas} other {# berkas}}', { n: done - refused }) : null) },
            { label: t('Ditolak'), cell: ({ refused }) => (refused > 0 ? t('{n, plural, one {# berkas} other {# berkas}}', { n: refused }) : null) },
            { label: t('Diunggah'), cell: ({ createdAt }) => <DateTime at={createdAt} as="full" /> },
          ]} />
        </Section>
      )}
    </WorkLayout>
  ),
  async act({ tx, who, files, hands, note }) {
    const file = files.berkas?.[0]
    if (!file) throw new Problem('berkas', 'Pilih ZIP.')
    const { id: accountId, unitId } = who.account!
    const bundle = await insertBundle(tx, { accountId, unitId, fileId: file.id, name: file.name })
    await hands.jobs.enqueue(tx, openBundleJob.name, hands.governmentId, { bundle })
    note({ record: ['letter-files', bundle], after: { file: file.name } })
    return goto(`${papersAddress}/${bundle}?tunggu=ya`)
  },
})
