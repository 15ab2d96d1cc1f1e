import { t } from '#platform/i18n/locale.ts'
import type { Unit, UnitKind, UnitTree } from '#modules/organisation/contract.ts'
import { OrgChart, type OrgNode } from '#ui/index.ts'
import { block, heading } from './block.ts'
import { leadersOf, leaderTopics, named } from './leaders.ts'
import { writtenIn } from './written.tsx'

/** Many, and with sites of their own: a chart of them would hide the rest. */
const apart: readonly UnitKind[] = ['school', 'village']

/** The unit and what stands below it, drawn from the organisation. */
export const structure = block({
  kind: 'structure',
  label: 'Bagan organisasi',
  hint: 'Unit ini dan bagian-bagiannya, digambar dari data organisasi; terisi sendiri.',
  title: 'Struktur organisasi',
  filled: true,
  parts: { heading: heading() },
  topics: leaderTopics,
  load: leadersOf,
  view({ data, around: { unit, units } }) {
    const root = nodeOf(unit, units)
    const [head] = data
    if (root.below.length === 0) return null
    return <div lang={writtenIn()}><OrgChart label={t('Bagan organisasi {name}', { name: unit.name })} root={{ ...root, note: head && `${named(head)}, ${head.title}` }} /></div>
  },
})

const nodeOf = (unit: Unit, units: UnitTree): OrgNode => ({
  id: unit.id,
  name: unit.name,
  below: units.children(unit.id).filter(({ kind }) => !apart.includes(kind)).map(one => nodeOf(one, units)),
})
