import { appendAudit } from '#platform/audit/audit.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/web/services.ts'
import type { Hands } from '#platform/web/page.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { publicationsPort } from '#modules/publications/contract.ts'
import { teller } from '../bring/bring.ts'
import { standingsOf, touched } from '../bring/known.ts'
import { createdBy, markWithdrawn, noteItems, runById, takeTurn, updateRun, type SourceItem } from '../store.ts'

/** What undoing a run would take back, and what stays because people went on with it. */
export async function undoable(services: Pick<Services, 'ask'>, db: Db | Tx, runId: string): Promise<{ back: SourceItem[]; left: (SourceItem & { title: string })[] }> {
  const items = await createdBy(db, runId)
  const standings = await standingsOf(services, db, items)
  const here = items.flatMap(item => {
    const standing = standings.get(item.id)
    return standing ? [{ ...item, title: standing.title, touched: touched(item, standing) }] : []
  })
  return { back: here.filter(item => !item.touched), left: here.filter(item => item.touched) }
}

/** Takes back what a run created, in one transaction; what people changed since stays, and is named. */
export async function undo(services: Services, governmentId: string, runId: string, by: string | null): Promise<void> {
  const tell = teller(services.database.of(governmentId), runId)
  const hands: Hands = { governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  await services.database.transaction(governmentId, async tx => {
    const run = await runById(tx, runId)
    if (run?.state !== 'undoing') return
    await takeTurn(tx, run.unitId)
    const { back, left } = await undoable(services, tx, runId)
    for (const [at, item] of back.entries()) {
      await tell({ phase: 'undoing', done: at, of: back.length })
      if (item.page) await services.ask(pagesPort).withdraw(tx, hands, item.id, by)
      else await services.ask(publicationsPort).withdraw(tx, item.id, by)
    }
    await markWithdrawn(tx, run.unitId, back.map(item => item.sourceId))
    await noteItems(tx, runId, left.map(item => item.id), { text: 'Sudah disunting sejak dibawa masuk; dibiarkan.' })
    const counts = { ...run.counts, withdrawn: back.length, left: left.length, pages: { ...run.counts.pages, withdrawn: back.filter(item => item.page).length } }
    await updateRun(tx, runId, { state: 'undone', counts, progress: null })
    await appendAudit(tx, { action: 'imports.run', accountId: by, path: '/kerja/impor', record: ['import', runId], before: { state: 'done' }, after: { state: 'undone', withdrawn: back.length, left: left.length } })
  })
}

/** Undoes a run outside of the request. */
export const undoJob: Job = {
  name: 'imports.undo',
  expires: 1800,
  async run({ services, governmentId }, data) {
    if (governmentId) await undo(services, governmentId, String(data.run), typeof data.by === 'string' ? data.by : null)
  },
}
