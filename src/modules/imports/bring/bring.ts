import { appendAudit } from '#platform/audit/audit.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { publicationsPort, type Publications, type Standing } from '#modules/publications/contract.ts'
import { MediaIndex, mediaKey } from '#platform/text/wxr/addresses.ts'
import type { Known, PlannedItem } from '../draft.ts'
import { gatherMedia, type MediaOrigin } from '../media/gather.ts'
import { countsOf, remembered, type Choices, type Counts, type Progress } from '../import-run.ts'
import { mediaOf, planOf, unhurried, type Source } from '../source.ts'
import { keepMedia, keepSourceItem, mediaHere, runById, sourceItems, takeTurn, updateRun, writeItems, type SourceItem } from '../store.ts'
import { contentOf, FilesHere } from './content.ts'

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

/** Whether people went on with an item after it was brought in: changed it, sent it on, put it away. */
export const touched = (item: SourceItem, standing: Standing | undefined): boolean =>
  standing !== undefined && (standing.version !== item.version || (standing.state !== item.state && !(item.state === 'scheduled' && standing.state === 'published')))

/** What a unit has of earlier imports; an item whose publication is gone counts as never brought in. */
async function knownIn(db: Db | Tx, publications: Publications, unitId: string): Promise<{ known: Map<string, Known>; standings: Map<string, Standing> }> {
  const items = await sourceItems(db, unitId)
  const standings = await publications.standing(db, items.map(item => item.publicationId))
  const known = items.filter(item => standings.has(item.publicationId)).map(item => [item.sourceId, { ...item, touched: touched(item, standings.get(item.publicationId)) }] as const)
  return { known: new Map(known), standings }
}

/** What would become of every item, without changing anything. Pictures that are yet to be fetched count as had. */
export async function preview(services: Services, importing: Importing): Promise<PlannedItem[]> {
  const { source, choices, governmentId, unitId, zone, origin } = importing
  const db = services.database.of(governmentId)
  const { known } = await knownIn(db, services.ask(publicationsPort), unitId)
  const here = await mediaHere(db, unitId)
  const hoped = mediaOf(source).filter(address => origin?.fetch || origin?.folder?.find(address))
  return unhurried(planOf(source, { zone, known, media: new MediaIndex([...hoped, ...here.keys()]) }, choices))
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
    const publications = services.ask(publicationsPort)
    const files = new FilesHere(new Map([...gathered, ...before]))
    const { known, standings } = await knownIn(tx, publications, unitId)
    const items = await unhurried(planOf(source, { zone, known, media: files.index }, choices))
    const brought = new Map<string, string>()
    for (const [at, item] of items.entries()) {
      if (item.action !== 'create' && item.action !== 'update') continue
      await tell({ phase: 'writing', done: at, of: items.length })
      const { draft, sourceId } = item
      const id = known.get(sourceId)?.publicationId
      // What the source no longer shows leaves the public first.
      if (id && draft.state !== 'published' && standings.get(id)?.visible) await publications.withdraw(tx, id, by)
      const { kind, slug, state, oldPaths } = draft
      brought.set(sourceId, await publications.bring(tx, {
        id, unitId, kind, slug, content: contentOf(draft, files), state, private: draft.private, publishedAt: draft.publishedAt ?? null, scheduledAt: draft.scheduledAt ?? null, oldPaths, by,
      }))
    }
    const now = await publications.standing(tx, [...brought.values()])
    for (const item of items) {
      const publicationId = brought.get(item.sourceId)
      const standing = publicationId === undefined ? undefined : now.get(publicationId)
      if (publicationId && standing && 'draft' in item) await keepSourceItem(tx, unitId, runId, { sourceId: item.sourceId, publicationId, fingerprint: item.draft.fingerprint, version: standing.version, state: standing.state })
    }
    for (const [address, file] of gathered) if (files.used.has(address)) await keepMedia(tx, unitId, mediaKey(address), address, file)
    const counts = { ...countsOf(items), media: gathered.size, missing: wanted.filter(address => !files.index.find(address)).length }
    await writeItems(tx, runId, items.map((item, position) => remembered(item, position, brought.get(item.sourceId) ?? known.get(item.sourceId)?.publicationId ?? null)))
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
