import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Government } from '#platform/access/government.ts'
import { appendAudit } from '#platform/audit/audit.ts'
import { exportUnits, type Exported } from '#platform/archive/export.ts'
import { importUnits, type Imported } from '#platform/archive/import.ts'
import { openArchive } from '#platform/archive/reading.ts'
import { ArchiveRefused } from '#platform/archive/refused.ts'
import type { Services } from '#platform/web/services.ts'
import { remember } from '#modules/identity/belongings.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import { placeUnits, unitsThatMove } from '#modules/organisation/moving.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { modules } from '../modules.ts'

/** The release of this installation. */
const release = async () => z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'))).version

const belongings = modules.flatMap(module => module.belongings ?? [])

type Say = (text: string) => void

/** Units that have a site of their own leave by themselves, as those with a channel do. */
const apart = async (services: Services, governmentId: string): Promise<ReadonlySet<string>> => new Set((await services.ask(siteDirectory).of(governmentId)).all.map(site => site.unitId))

/** Writes everything a unit owns into a new file. */
export async function exportUnit(services: Services, government: Government, slug: string, path: string, say: Say): Promise<Exported> {
  const [sites, product] = await Promise.all([apart(services, government.id), release()])
  let unitId = ''
  const exported = await exportUnits(services, government.id, path, say, async tx => {
    const moving = await unitsThatMove(tx, slug, sites)
    const [unit] = moving?.units ?? []
    if (!moving || !unit) throw new Error(`${government.name} has no unit "${slug}" that could leave.`)
    unitId = unit.id
    return {
      from: { government: { name: government.name, slug: government.slug, regionCode: government.regionCode }, unit: { name: unit.name, slug } },
      unitIds: moving.units.map(one => one.id),
      units: moving,
      product,
      belongings,
      names: services.ask(people).named,
    }
  })
  try {
    await services.database.transaction(government.id, tx =>
      appendAudit(tx, { action: 'unit.export', accountId: null, path: 'pendopo export-unit', record: ['unit', unitId], after: { rows: rowsIn(exported), files: exported.manifest.files } }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return exported
}

/** Rows an archive holds. */
export const rowsIn = ({ manifest }: Pick<Exported, 'manifest'>): number => manifest.tables.reduce((sum, table) => sum + table.rows, 0)

/** What came of an import, and where. */
export interface Arrived extends Imported {
  government: Government
  slug: string
}

/** Takes the archive of a unit in. */
export async function importUnit(services: Services, path: string, options: { government?: string; under?: string }, say: Say): Promise<Arrived> {
  const archive = await openArchive(path)
  try {
    const { from } = archive.manifest
    const government = await governmentFor(services, from.government, options.government)
    say(`${from.unit.name}, ${from.government.name} → ${government.name}`)
    const imported = await importUnits(services, archive, {
      governmentId: government.id,
      belongings,
      place: (tx, units) => placeUnits(tx, government.id, units, options.under),
      remember,
      audit: (tx, unitId) =>
        appendAudit(tx, { action: 'unit.import', accountId: null, path: 'pendopo import-unit', record: ['unit', unitId], after: { from: from.government.name, rows: rowsIn(archive), files: archive.manifest.files, madeAt: archive.manifest.madeAt } }),
    }, say)
    return { ...imported, government, slug: from.unit.slug }
  } finally {
    await archive.close()
  }
}

/** The government a unit arrives in: the one named, else the one it comes from. */
async function governmentFor(services: Services, from: { name: string; regionCode: string }, slug: string | undefined): Promise<Government> {
  const governments = await services.ask(governmentDirectory).all()
  const found = governments.find(one => (slug === undefined ? one.regionCode === from.regionCode : one.slug === slug))
  if (found) return found
  const there = governments.map(one => one.slug).join(', ') || 'none yet, run "setup" first'
  throw new ArchiveRefused(slug === undefined ? `The unit comes from ${from.name}, which is not on this installation. Name the government it goes to with --government: ${there}.` : `There is no government "${slug}". There are: ${there}.`)
}

/** The government named, or the only one. */
export async function governmentNamed(services: Services, slug: string | undefined, unit: string): Promise<Government> {
  const all = await services.ask(governmentDirectory).all()
  if (slug !== undefined) {
    const found = all.find(one => one.slug === slug)
    if (!found) throw new Error(`There is no government "${slug}". There are: ${all.map(one => one.slug).join(', ')}`)
    return found
  }
  const having: Government[] = []
  for (const government of all) if ((await services.ask(unitDirectory).of(government.id)).bySlug(unit)) having.push(government)
  if (having.length > 1) throw new Error(`Several governments have a unit "${unit}": name one with --government (${having.map(one => one.slug).join(', ')}).`)
  const [only] = having
  if (!only) throw new Error(`No government here has a unit "${unit}".`)
  return only
}
