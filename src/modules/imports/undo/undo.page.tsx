import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { Actions, Button, ButtonLink, Form, NameList, Notice, WorkLayout } from '#ui/index.ts'
import { mayImport } from '../policy.ts'
import { runWithin, updateRun } from '../store.ts'
import { undoable, undoJob } from './undo.ts'

/** Says what undoing would take back, and what stays, before it is done. */
export const undoPage = page({
  path: '/kerja/impor/:run/batalkan',
  may: 'imports.run',
  async load({ db, who, ask, params }) {
    const run = await runWithin(db, who.reach('imports.run'), params.run!)
    if (run?.state !== 'done' || !mayImport(who, run.unitId)) throw new NotFound()
    return { run, ...(await undoable(db, ask(publicationsPort), run.id)) }
  },
  view({ data, fields }) {
    const { run, back, left } = data
    return (
      <WorkLayout title={t('Batalkan impor')} lead={t('{n} tulisan yang dibuat impor ini ditarik dari publik dan masuk arsip. Mengimpor lagi mengembalikannya.', { n: back.length })} width="text" breadcrumbs={[{ label: t('Impor'), href: '/kerja/impor' }, { label: run.name, href: `/kerja/impor/${run.id}` }, { label: t('Batalkan impor') }]}>
        {left.length > 0 && (
          <Notice tone="warn" title={t('{n} tulisan dibiarkan karena sudah disunting', { n: left.length })}>
            <NameList items={left.map(item => ({ label: item.title, href: `/kerja/publikasi/${item.publicationId}` }))} />
          </Notice>
        )}
        {back.length > 0
          ? <Form fields={fields} actions={<><Button kind="danger">{t('Ya, tarik {n} tulisan', { n: back.length })}</Button><ButtonLink kind="quiet" href={`/kerja/impor/${run.id}`}>{t('Tidak jadi')}</ButtonLink></>} />
          : <Actions><ButtonLink kind="quiet" href={`/kerja/impor/${run.id}`}>{t('Kembali')}</ButtonLink></Actions>}
      </WorkLayout>
    )
  },
  async act({ tx, who, params, hands, note }) {
    const run = await runWithin(tx, who.reach('imports.run'), params.run!, true)
    if (!run) throw new NotFound()
    if (!mayImport(who, run.unitId)) throw new Refused()
    if (run.state !== 'done') throw new Problem('', 'Impor ini sudah berjalan. Muat ulang halaman.')
    await updateRun(tx, run.id, { state: 'undoing', progress: null })
    await hands.jobs.enqueue(tx, undoJob.name, hands.governmentId, { run: run.id, by: who.account!.id })
    note({ record: ['import', run.id], before: { state: run.state }, after: { state: 'undoing' } })
    return goto(`/kerja/impor/${run.id}?tunggu=ya`)
  },
})
