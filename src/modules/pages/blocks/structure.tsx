import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { posts, type Head, type Unit, type UnitKind, type UnitTree } from '#modules/organisation/contract.ts'
import { OrgChart, type OrgNode } from '#ui/index.ts'
import { block, heading } from './block.ts'
import { named } from './leaders.ts'
import { writtenIn } from './written.tsx'

/** Many, and with sites of their own: a chart of them would hide the rest. */
const apart: readonly UnitKind[] = ['school', 'village']

/** The unit and what stands below it with who leads each today, drawn from the organisation. */
export const structure = block({
  kind: 'structure',
  label: 'Bagan organisasi',
  hint: 'Unit ini dan bagian-bagiannya, digambar dari data organisasi; terisi sendiri.',
  title: 'Struktur organisasi',
  filled: true,
  parts: { heading: heading() },
  // Who leads them may change with the day alone.
  topics: ({ government }) => [`posts:${government.id}`, `units:${government.id}`, 'day'],
  load: ({ ask, db, unit, units, now, government }) => ask(posts).heads(db, drawn(unit, units), dayIn(now, government.zone)),
  view({ data, around: { unit, units } }) {
    const root = nodeOf(unit, units, data)
    if (root.below.length === 0) return null
    return <div lang={writtenIn()}><OrgChart label={t('Bagan organisasi {name}', { name: unit.name })} root={root} /></div>
  },
})

const below = (unit: Unit, units: UnitTree): readonly Unit[] => units.children(unit.id).filter(({ kind }) => !apart.includes(kind))

/** Ids of the unit and all that is drawn below it. */
const drawn = (unit: Unit, units: UnitTree): string[] => [unit.id, ...below(unit, units).flatMap(one => drawn(one, units))]

const nodeOf = (unit: Unit, units: UnitTree, heads: ReadonlyMap<string, Head>): OrgNode => {
  const head = heads.get(unit.id)
  return { id: unit.id, name: unit.name, note: head?.inCharge && `${named(head.inCharge)}, ${head.title}`, below: below(unit, units).map(one => nodeOf(one, units, heads)) }
}
