import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { Actions, Button, ButtonLink, Form, NameList, Notice, WorkLayout } from '#ui/index.ts'
import { amountWords, officeAddress } from '../parts/words.ts'
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
    return { run, ...(await undoable({ ask }, db, run.id)) }
  },
  view({ data, fields }) {
    const { run, back, left } = data
    const pages = back.filter(item => item.page).length
    const what = amountWords({ posts: back.length - pages, pages })
    return (
      <WorkLayout title={t('Batalkan impor')} lead={t('{what} yang dibuat impor ini ditarik dari publik. Mengimpor lagi mengembalikannya.', { what })} width="text" breadcrumbs={[{ label: t('Impor'), href: '/kerja/impor' }, { label: run.name, href: `/kerja/impor/${run.id}` }, { label: t('Batalkan impor') }]}>
        {left.length > 0 && (
          <Notice tone="warn" title={t('{n} dibiarkan karena sudah disunting', { n: left.length })}>
            <NameList items={left.map(item => ({ label: item.title, href: officeAddress(item) }))} />
          </Notice>
        )}
        {back.length > 0
          ? <Form fields={fields} actions={<><Button kind="danger">{t('Ya, tarik {what}', { what })}</Button><ButtonLink kind="quiet" href={`/kerja/impor/${run.id}`}>{t('Tidak jadi')}</ButtonLink></>} />
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
