import type { Hands } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import type { Brought, Publications, State } from './contract.ts'
import type { Tx } from '#platform/db/database.ts'
import { archive, enterOfficeSearch, goLive, schedule, step } from './lifecycle.ts'
import { after } from './publication.ts'
import { districtOf } from './parts/place.ts'
import { filesOf } from './rows.ts'
import { visibleText, visibleTexts } from './review/texts.ts'
import { freeSlug, insertPublication, insertVersion, itemsById, keepRedirect, tables, updatePublication, visibleItems, workingById } from './store.ts'

/** What other modules may ask of publications. */
export function makePublications(services: Services): Publications {
  const handsOf = async (tx: Tx) => {
    const { id } = await tables(tx).selectNoFrom(eb => eb.fn<string>('platform.current_government').as('id')).executeTakeFirstOrThrow()
    return { governmentId: id, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  }
  return {
    visible: visibleItems,
    byId: async (db, id) => (await itemsById(db, [id]))[0] ?? null,
    texts: visibleTexts,
    textOf: visibleText,
    stands: async (db, slug) => Boolean(await tables(db).selectFrom('publications.publication').select('id').where('slug', '=', slug).where('visible', '=', true).executeTakeFirst()),
    standing: async (db, ids) => {
      if (ids.length === 0) return new Map()
      const rows = await tables(db).selectFrom('publications.publication').select(['id', 'title', 'slug', 'state', 'working_version as version', 'visible']).where('id', '=', eb => eb.fn.any(eb.val(ids))).execute()
      return new Map(rows.map(({ id, state, ...row }) => [id, { ...row, state: state as State }]))
    },
    bring: async (tx, item) => bring(tx, await handsOf(tx), services, item),
    async withdraw(tx, id, by) {
      const publication = await workingById(tx, id, true)
      if (!publication || publication.state === 'archived') return
      // What waits for its minute or for a reviewer goes back to its writer first.
      const state = after(publication.state, 'archive') ? publication.state : await step(tx, publication, 'return', by)
      await archive(tx, await handsOf(tx), { ...publication, state }, by, null)
    },
  }
}

async function bring(tx: Tx, hands: Hands, services: Services, item: Brought): Promise<string> {
  const units = await services.ask(unitDirectory).of(hands.governmentId)
  const districtCode = districtOf(item.content.placeCode, units.byId(item.unitId)?.regionCode ?? null)
  let id = item.id
  if (id) {
    const known = await workingById(tx, id, true)
    if (!known) id = undefined
    else {
      await insertVersion(tx, id, known.workingVersion + 1, item.content, item.by, null)
      await updatePublication(tx, id, { working_version: known.workingVersion + 1, title: item.content.title, kind: item.kind, private: item.private, district_code: districtCode, state: 'draft' })
    }
  }
  id ??= await insertPublication(tx, { unitId: item.unitId, kind: item.kind, slug: await freeSlug(tx, item.slug), content: item.content, districtCode, private: item.private, by: item.by })
  await services.files.keep(tx, filesOf(item.content))
  const publication = (await workingById(tx, id, true))!
  if (item.state === 'published') await goLive(tx, hands, publication, item.by, { at: item.publishedAt ?? undefined })
  else if (item.state === 'scheduled' && item.scheduledAt) await schedule(tx, hands, publication, item.scheduledAt, item.by)
  await enterOfficeSearch(tx, id)
  for (const path of item.oldPaths) await keepRedirect(tx, path, id)
  return id
}
