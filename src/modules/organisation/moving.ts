import { sql } from 'kysely'
import { z } from 'zod'
import { ArchiveRefused } from '#platform/archive/refused.ts'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { unitChanged, type UnitKind } from './contract.ts'
import { unitsTopic } from './directory.ts'
import { kindNames } from './kinds.ts'
import { holdTree } from './units/store.ts'

const kinds = Object.keys(kindNames) as [UnitKind, ...UnitKind[]]
const words = z.string().min(1).max(300)
const line = z.string().max(1000).nullable()

/** By what a unit is found again on another installation. */
const marks = { slug: z.string().regex(/^[a-z0-9-]{2,80}$/), name: words, kind: z.enum(kinds), regionCode: z.string().max(20).nullable(), npsn: z.string().regex(/^\d{8}$/).nullable() }

const moved = z.strictObject({
  ...marks,
  id: z.uuid(),
  parentId: z.uuid(),
  shortName: words,
  address: line,
  phone: line,
  email: line,
  channel: z.boolean(),
  active: z.boolean(),
  position: z.int(),
})

const moving = z.strictObject({
  /** The unit itself, then what leaves with it, parents first. */
  units: z.array(moved).min(1).max(1000),
  /** What it stands under, from the government down to its parent. */
  above: z.array(z.strictObject(marks)).min(1).max(30),
})

type Moved = z.infer<typeof moved>
/** Units on their way, as they go into an archive. */
export type Moving = z.infer<typeof moving>
type Marks = Pick<Moved, 'slug' | 'name' | 'kind' | 'regionCode' | 'npsn'>
type Here = Moved | (Omit<Moved, 'parentId'> & { parentId: null })

const columns = sql`id, parent_id as "parentId", slug, name, short_name as "shortName", kind, region_code as "regionCode", npsn, address, phone, email, channel, active, position`

/** Every unit of the government, closed ones as well, parents first. */
const unitsHere = async (tx: Tx): Promise<Here[]> => (await sql<Here>`select ${columns} from organisation.unit order by nlevel(path), position, slug`.execute(tx)).rows

/**
 * The unit with that slug and all below it that have no channel and no site of their own, such as divisions and sections.
 * @param apart units that have a site
 */
export async function unitsThatMove(tx: Tx, slug: string, apart: ReadonlySet<string>): Promise<Moving | null> {
  const here = await unitsHere(tx)
  const first = here.find(unit => unit.slug === slug)
  if (!first?.parentId) return null
  const units: Moved[] = []
  const waiting: Here[] = [first]
  for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
    if (unit.parentId === null) continue
    units.push(unit)
    waiting.push(...here.filter(one => one.parentId === unit.id && !one.channel && !apart.has(one.id)))
  }
  const above: Marks[] = []
  for (let unit = here.find(one => one.id === first.parentId); unit; unit = here.find(one => one.id === unit?.parentId)) {
    above.unshift({ slug: unit.slug, name: unit.name, kind: unit.kind, regionCode: unit.regionCode, npsn: unit.npsn })
  }
  return { units, above }
}

/** Finds the place of units that arrive, without writing; `under` names the unit that new ones come under. */
export async function placeUnits(tx: Tx, governmentId: string, document: unknown, under: string | undefined) {
  const read = moving.safeParse(document)
  if (!read.success) throw new ArchiveRefused('The archive is damaged: its units cannot be read.')
  const { units, above } = read.data
  await holdTree(tx)
  const here = await unitsHere(tx)
  const bySlug = new Map(here.map(unit => [unit.slug, unit]))
  const map = new Map<string, string>()
  const steps: { unit: Moved; before: Here | undefined; parentId: string }[] = []
  const taken: string[] = []
  for (const [at, unit] of units.entries()) {
    const parentId = at === 0 ? null : map.get(unit.parentId)
    if (parentId === undefined) throw new ArchiveRefused('The archive is damaged: its units do not hang together.')
    const before = matching(here, unit)
    if (before && (before.parentId === null || (parentId !== null && before.parentId !== parentId))) throw new ArchiveRefused(`${before.name} stands elsewhere in the tree here and cannot be ${unit.name} of the archive. Nothing was taken in.`)
    const other = bySlug.get(unit.slug)
    if (other && other.id !== before?.id) taken.push(`the address "${unit.slug}" is that of ${other.name}`)
    map.set(unit.id, before?.id ?? unit.id)
    steps.push({ unit, before, parentId: before?.parentId ?? parentId ?? parentOf(here, above, under).id })
  }
  const changing = steps.filter(({ unit, before }) => !before || changes(before, unit))
  return {
    units: map,
    changes: changing.length > 0,
    taken,
    async settle(): Promise<void> {
      for (const { unit, before, parentId } of changing) await write(tx, unit, before, parentId)
      for (const id of map.values()) await tell(tx, unitChanged, { unitId: id })
      await changed(tx, unitsTopic(governmentId))
    },
  }
}

/** The same unit here: one that moved here before, else by the territory it serves, by its school number, by its address and kind. */
function matching(here: readonly Here[], unit: Marks & { id?: string }): Here | undefined {
  const same = unit.id && here.find(one => one.id === unit.id)
  if (same) return same
  if (unit.regionCode) {
    const found = here.find(one => one.regionCode === unit.regionCode)
    if (found) return found
  }
  if (unit.npsn) {
    const found = here.find(one => one.npsn === unit.npsn)
    if (found) return found
  }
  const found = here.find(one => one.slug === unit.slug)
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
  return found && found.kind === unit.kind && !differs(found.regionCode, unit.regionCode) && !differs(found.npsn, unit.npsn) ? found : undefined
}

function parentOf(here: readonly Here[], above: readonly Marks[], under: string | undefined): Here {
  const named = under === undefined ? undefined : here.find(unit => unit.slug === under)
  if (under !== undefined && !named) throw new ArchiveRefused(`There is no unit "${under}" here to place it under.`)
  const direct = above.at(-1)
  const found = named ?? (above.length === 1 ? here.find(unit => unit.parentId === null) : direct && matching(here, direct))
  if (!found) throw new ArchiveRefused(`There is no ${direct?.name} here to place it under. Name a unit with --under <slug>.`)
  return found
}

/** Settings that arrive with a unit. Where it stands and its order among its neighbours are the target's. */
const settings = ['slug', 'name', 'shortName', 'kind', 'regionCode', 'npsn', 'address', 'phone', 'email', 'channel', 'active'] as const

const changes = (before: Here, unit: Moved): boolean => settings.some(name => before[name] !== unit[name])

async function write(tx: Tx, unit: Moved, before: Here | undefined, parentId: string): Promise<void> {
  const { slug, name, shortName, kind, regionCode, npsn, address, phone, email, channel, active, position } = unit
  if (before)
    await sql`update organisation.unit set slug = ${slug}, name = ${name}, short_name = ${shortName}, kind = ${kind}, region_code = ${regionCode}, npsn = ${npsn},
      address = ${address}, phone = ${phone}, email = ${email}, channel = ${channel}, active = ${active}, version = version + 1 where id = ${before.id}`.execute(tx)
  else
    await sql`insert into organisation.unit (id, parent_id, path, slug, name, short_name, kind, region_code, npsn, address, phone, email, channel, active, position)
      values (${unit.id}, ${parentId}, '', ${slug}, ${name}, ${shortName}, ${kind}, ${regionCode}, ${npsn}, ${address}, ${phone}, ${email}, ${channel}, ${active}, ${position})`.execute(tx)
}
