import { appendAudit } from '#platform/audit/audit.ts'
import type { Db } from '#platform/db/database.ts'
import { MediaIndex, mediaKey } from '#platform/text/wxr/addresses.ts'
import type { Hands } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { draftIn, type PlannedItem } from '../draft.ts'
import { countsOf, remembered, type Choices, type Counts, type Progress } from '../import-run.ts'
import { gatherMedia, type MediaOrigin } from '../media/gather.ts'
import { holdsPages, mediaOf, planOf, unhurried, type Source } from '../source.ts'
import { keepMedia, keepSourceItem, mediaHere, runById, takeTurn, updateRun, writeItems } from '../store.ts'
import { FilesHere } from './content.ts'
import { knownIn, pagesHere, standingsOf } from './known.ts'
import { hasSite, openSite, siteBase } from './site.ts'
import { bringPages, bringPosts, type Bringing } from './writing.ts'

/** A source on its way into a unit. */
export interface Importing {
  governmentId: string
  unitId: string
  /** IANA zone of the government. */
  zone: string
  source: Source
  choices: Choices
  by: string | null
  origin?: MediaOrigin
}

/** What would become of every item, without changing anything. Pictures that are yet to be fetched count as had. */
export async function preview(services: Services, importing: Importing): Promise<PlannedItem[]> {
  const { source, choices, governmentId, unitId, zone, origin } = importing
  const db = services.database.of(governmentId)
  const { known } = await knownIn(services, db, unitId)
  const media = await mediaHere(db, unitId)
  const here = holdsPages(source) ? await pagesHere(services, db, unitId, known) : []
  const hoped = mediaOf(source).filter(address => origin?.fetch || origin?.folder?.find(address))
  return unhurried(planOf(source, { zone, known, here, media: new MediaIndex([...hoped, ...media.keys()]) }, choices))
}

/**
 * Brings a source in: its pictures first, as pending files, then all rows in one transaction. A failure anywhere
 * leaves nothing behind, and what was brought in before is left as it is.
 */
export async function bringIn(services: Services, runId: string, importing: Importing): Promise<{ items: PlannedItem[]; counts: Counts }> {
  const { source, choices, governmentId, unitId, zone, by, origin = {} } = importing
  const db = services.database.of(governmentId)
  const tell = teller(db, runId)
  const before = await mediaHere(db, unitId)
  const had = new MediaIndex(before.keys())
  const wanted = mediaOf(source)
  const gathered = await gatherMedia(services, wanted.filter(address => !had.find(address)), origin, { governmentId, unitId, by, onFile: (done, of) => tell({ phase: 'media', done, of }) })

  return services.database.transaction(governmentId, async tx => {
    await takeTurn(tx, unitId)
    const run = await runById(tx, runId)
    // A job is delivered at least once, and may be again while the first is at work.
    if (run?.state === 'done') return { items: [], counts: run.counts }
    const hands: Hands = { governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
    const pages = choices.pages && holdsPages(source)
    const site = choices.site && pages
    if (site) await openSite(services, tx, hands, unitId, by)
    const files = new FilesHere(new Map([...gathered, ...before]))
    const { known, standings } = await knownIn(services, tx, unitId)
    const here = pages ? await pagesHere(services, tx, unitId, known) : []
    const items = await unhurried(planOf(source, { zone, known, media: files.index, here }, choices))
    const bringing: Bringing = { services, tx, hands, unitId, by, files, known, standings, items, brought: new Map(), onItem: done => tell({ phase: 'writing', done, of: items.length }) }
    const base = site || (pages && (await hasSite(services, governmentId, unitId))) ? await siteBase(services, governmentId, unitId) : null
    await bringPosts(bringing, base)
    await bringPages(bringing, base)
    if (site && base) await services.ask(pagesPort).place(tx, hands, unitId, base)
    const { brought } = bringing
    const comings = items.flatMap(item => (brought.has(item.sourceId) && item.action !== 'skip' ? [{ sourceId: item.sourceId, id: brought.get(item.sourceId)!, page: 'page' in item, fingerprint: draftIn(item)!.fingerprint }] : []))
    const now = await standingsOf(services, tx, comings)
    for (const item of comings) {
      const standing = now.get(item.id)
      if (standing) await keepSourceItem(tx, unitId, runId, { ...item, version: standing.version, state: standing.state })
    }
    for (const [address, file] of gathered) if (files.used.has(address)) await keepMedia(tx, unitId, mediaKey(address), address, file)
    const counts = { ...countsOf(items), media: gathered.size, missing: wanted.filter(address => !files.index.find(address)).length }
    await writeItems(tx, runId, items.map((item, position) => remembered(item, position, brought.get(item.sourceId) ?? known.get(item.sourceId)?.id ?? null)))
    await updateRun(tx, runId, { state: 'done', counts, progress: null, failure: null, finishedAt: new Date() })
    // Last, because the chain of the audit lets one transaction in at a time.
    await appendAudit(tx, { action: 'imports.run', accountId: by, path: '/kerja/impor', record: ['import', runId], after: { ...counts } })
    return { items, counts }
  })
}

/** Says how far it is, on a connection of its own and at most twice a second. */
export function teller(db: Db, runId: string): (progress: Progress) => Promise<void> {
  let last = 0
  return async progress => {
    if (Date.now() - last < 500) return
    last = Date.now()
    await updateRun(db, runId, { progress })
  }
}
