import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Actions, ButtonLink, DataTable, Form, Notice, Section, Stat, WorkLayout } from '#ui/index.ts'
import { openBundleJob } from './open.ts'
import { papersAddress } from './papers.page.tsx'
import { bundleOf, changeBundle, refusedPapers, type Bundle } from './store.ts'

/** Refused files on the page. */
const shown = 200
/** A job that said nothing for so long, in milliseconds, was lost with its worker. */
const lostAfter = 120_000

const query = z.object({ tunggu: z.string().max(4).optional() })

/** Whoever came straight from the form sees the end of short work at once. */
async function awaited({ db, who, params, query: { tunggu } }: Context<z.output<typeof query>>): Promise<Bundle> {
  for (let tries = tunggu ? 12 : 0; ; tries--) {
    const bundle = await bundleOf(db, who.account!.id, params.id!)
    if (!bundle) throw new NotFound()
    if (tries <= 0 || bundle.state !== 'opening') return bundle
    await pause(250)
  }
}

/** One ZIP: how far it is, and which of its files were not taken. */
export const bundlePage = page({
  path: `${papersAddress}/:id`,
  may: 'correspondence.office',
  query,
  form: z.object({}),
  async load(context) {
    const bundle = await awaited(context)
    return { bundle, refused: await refusedPapers(context.db, bundle.id, shown) }
  },
  view: ({ data: { bundle, refused }, now }) => (
    <WorkLayout title={bundle.name} width="text" breadcrumbs={[{ label: t('Surat'), href: '/kerja/surat' }, { label: t('Impor surat'), href: '/kerja/surat/impor' }, { label: t('Berkas surat lama'), href: papersAddress }, { label: bundle.name }]}>
      {bundle.state === 'opening' && (
        <Notice title={t('Sedang dikerjakan')} live>
          {bundle.total > 0 && <Stat value={`${bundle.done}/${bundle.total}`} share={bundle.done / bundle.total} shareLabel={t('Kemajuan')}>{t('berkas diperiksa')}</Stat>}
          <p>{t('Halaman ini boleh ditinggalkan; pekerjaan berjalan terus.')}</p>
          {now.getTime() - bundle.touchedAt.getTime() > lostAfter ? <Form submit={t('Mulai lagi')} /> : <Actions><ButtonLink kind="quiet" href={`${papersAddress}/${bundle.id}?tunggu=ya`}>{t('Muat ulang')}</ButtonLink></Actions>}
        </Notice>
      )}
      {bundle.state === 'failed' && <Notice tone="bad" title={t('ZIP ini tidak dapat dipakai')}>{bundle.failure && <p>{t(bundle.failure.text, bundle.failure.values)}</p>}</Notice>}
      {bundle.state === 'done' && (
        <>
          <Notice tone="good" title={t('{n, plural, one {# berkas siap dipakai} other {# berkas siap dipakai}}', { n: bundle.done - bundle.refused })}>
            <p>{t('Unggah daftar suratnya sekarang; berkas ditunggu sehari.')}</p>
          </Notice>
          <Actions><ButtonLink href="/kerja/surat/impor">{t('Unggah daftar surat')}</ButtonLink></Actions>
        </>
      )}
      {refused.length > 0 && (
        <Section title={t('{n, plural, one {# berkas ditolak} other {# berkas ditolak}}', { n: bundle.refused })}>
          <DataTable caption={t('Berkas yang ditolak')} rows={refused} rowKey={({ path }) => path} columns={[
            { label: t('Berkas'), main: true, cell: ({ path }) => path },
            { label: t('Sebab'), cell: ({ problem }) => problem && t(problem.text, problem.values) },
          ]} />
        </Section>
      )}
    </WorkLayout>
  ),
  async act({ tx, db, who, params, hands, note }) {
    const bundle = await bundleOf(db, who.account!.id, params.id!)
    if (bundle?.state !== 'opening') throw new NotFound()
    await changeBundle(tx, bundle.id, { done: 0, total: 0 })
    await hands.jobs.enqueue(tx, openBundleJob.name, hands.governmentId, { bundle: bundle.id })
    note({ record: ['letter-files', bundle.id], after: { again: true } })
    return goto(`${papersAddress}/${bundle.id}?tunggu=ya`)
  },
})
