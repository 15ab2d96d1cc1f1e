import type { Database } from '#platform/db/database.ts'
import { changed } from '#platform/db/changes.ts'
import { sql } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import { roleSeeding } from '#modules/identity/contract.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { unitsTopic } from '#modules/organisation/directory.ts'
import { prepareGovernment } from '#modules/organisation/setup/prepare-government.ts'
import { addUnit } from '#modules/organisation/store.ts'
import type { DemoUnit } from './content/index.ts'

/** A prepared government with its units. */
export interface Place {
  governmentId: string
  zone: string
  units: UnitTree
  /** Unit by slug, or by region code for subdistricts and villages. */
  unit(reference: string): { id: string; regionCode: string | null }
  /** The unit itself, or the nearest one above it that has a channel. */
  channel(reference: string): { id: string; regionCode: string | null }
}

/** Prepares a government and adds its agencies, their parts, health centres and schools. */
export async function addGovernment(owner: Database, services: Services, wanted: { regionCode: string; accent: string; address: string; email: string; phone: string; units: readonly DemoUnit[] }): Promise<Place> {
  const governmentId = await prepareGovernment(owner, wanted)
  const before = await services.ask(unitDirectory).of(governmentId)
  const root = before.all.find(unit => unit.kind === 'government')!
  await services.database.transaction(governmentId, async tx => {
    const ids = new Map(before.all.map(unit => [unit.slug, unit.id]))
    for (const [i, unit] of wanted.units.entries()) {
      const division = unit.kind === 'office' && Boolean(unit.parent)
      const id = await addUnit(tx, {
        slug: unit.slug, name: unit.name, shortName: unit.shortName, kind: division ? 'division' : unit.kind, parentId: (unit.parent && ids.get(unit.parent)) || root.id,
        regionCode: null, npsn: unit.npsn ?? null, address: unit.address ?? null, phone: unit.phone ?? null, email: unit.email ?? null, channel: !division, position: i,
      })
      ids.set(unit.slug, id)
    }
    await services.ask(roleSeeding).seed(tx)
    await changed(tx, unitsTopic(governmentId))
  })
  const units = await fresh(services, governmentId, before.all.length + wanted.units.length)
  const { rows } = await sql<{ zone: string }>`select zone from organisation.government where id = ${governmentId}`.execute(services.database.shared)
  const unit = (reference: string) => {
    const found = units.bySlug(reference) ?? units.byRegion(reference)
    if (!found) throw new Error(`The demo has no unit ${reference}`)
    return found
  }
  return { governmentId, zone: rows[0]!.zone, units, unit, channel: reference => units.ancestors(unit(reference).id).findLast(above => above.channel) ?? unit(reference) }
}

/** The directory hears of new units through the database, a moment later. */
async function fresh(services: Services, governmentId: string, expected: number): Promise<UnitTree> {
  for (let tries = 0; ; tries++) {
    const tree = await services.ask(unitDirectory).of(governmentId)
    if (tree.all.length >= expected || tries > 100) return tree
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
