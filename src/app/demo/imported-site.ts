import type { Services } from '#platform/web/services.ts'
import { bringIn } from '#modules/imports/bring/bring.ts'
import { noChoices } from '#modules/imports/import-run.ts'
import { readingOf, readSource } from '#modules/imports/source.ts'
import { insertRun, updateRun } from '#modules/imports/store.ts'
import type { Place } from './units.ts'

/** Brings an old WordPress site into a unit's channel and site, by the same way as an office does. */
export async function addOldSite(services: Services, place: Place, site: { unit: string; file: string; content: string }): Promise<void> {
  const db = services.database.of(place.governmentId)
  const unitId = place.channel(site.unit).id
  const source = await readSource(Buffer.from(site.content))
  const choices = { ...noChoices, site: true }
  const runId = await insertRun(db, { unitId, name: site.file, state: 'bringing', kind: source.kind, choices, by: null })
  await updateRun(db, runId, { reading: readingOf(source), startedAt: new Date() })
  await bringIn(services, runId, { governmentId: place.governmentId, unitId, zone: place.zone, source, choices, by: null })
}
