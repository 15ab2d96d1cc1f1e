import type { Tx } from '#platform/db/database.ts'
import { changed } from '#platform/db/changes.ts'
import { tell } from '#platform/events/events.ts'
import type { Who } from '#platform/access/who.ts'
import { Conflict, NotFound, Problem } from '#platform/web/problems.ts'
import { unitChanged, type UnitTree } from '../contract.ts'
import { unitsTopic } from '../directory.ts'
import { mayManage, possibleParents } from '../policy.ts'
import { addUnit } from '../store.ts'
import type { UnitInput } from './form.tsx'
import { freeSlug, holdTree, storedUnit, writeUnit, type UnitChange } from './store.ts'

const changeOf = (input: UnitInput): UnitChange => ({
  name: input.name, shortName: input.short_name, kind: input.kind, parentId: input.parent, address: input.address, phone: input.phone, email: input.email,
  npsn: input.kind === 'school' ? input.npsn : null, channel: input.channel,
})

/** Everything that shows units hears of it, and other modules are told. */
async function announce(tx: Tx, governmentId: string, unitId: string): Promise<void> {
  await tell(tx, unitChanged, { unitId })
  await changed(tx, unitsTopic(governmentId))
}

const belowItself = () => new Problem('parent', 'Unit tidak dapat dipindahkan ke bawah dirinya sendiri atau ke bawah salah satu bagiannya. Pilih unit lain.')

/** Opens a new unit below one within reach; answers its id. */
export async function openUnit(tx: Tx, who: Who, governmentId: string, units: UnitTree, input: UnitInput): Promise<string> {
  if (!input.parent || !mayManage(who, input.parent) || !units.byId(input.parent)) throw new Problem('parent', 'Pilih unit di atasnya')
  if (input.kind === 'government') throw new Problem('kind', 'Pilih jenis')
  const id = await addUnit(tx, { ...changeOf(input), slug: await freeSlug(tx, input.short_name), regionCode: null, position: 5000 })
  await announce(tx, governmentId, id)
  return id
}

/**
 * Changes a unit and where it stands.
 * @returns what it was before
 * @throws Conflict when someone saved meanwhile; Problem when it would stand below itself
 */
export async function changeUnit(tx: Tx, who: Who, governmentId: string, units: UnitTree, id: string, input: UnitInput): Promise<UnitChange> {
  await holdTree(tx)
  const before = await storedUnit(tx, id, true)
  if (!before || !mayManage(who, id)) throw new NotFound()
  if (input.version !== before.version)
    throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah, di sampingnya isi yang tersimpan. Simpan sekali lagi untuk memakai isian Anda.', {
      name: before.name, short_name: before.shortName, address: before.address ?? '', version: String(before.version),
    })
  const root = before.parentId === null
  const change = root ? { ...changeOf(input), kind: before.kind, parentId: null, channel: before.channel } : changeOf(input)
  if (!root && change.kind === 'government') throw new Problem('kind', 'Pilih jenis')
  if (change.parentId !== before.parentId) {
    if (change.parentId && units.below(id).includes(change.parentId)) throw belowItself()
    if (!change.parentId || !possibleParents(who, units, units.byId(id)).some(unit => unit.id === change.parentId)) throw new Problem('parent', 'Pilih unit di atasnya')
  }
  try {
    await writeUnit(tx, id, change)
  } catch (error) {
    // The tree in memory was a moment old; the database is not.
    if ((error as { code?: string }).code === '23514') throw belowItself()
    throw error
  }
  await announce(tx, governmentId, id)
  return before
}
