import { FactList } from '#ui/index.ts'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { leadersOf, leaderTopics, named } from './leaders.ts'
import { writtenIn } from './written.tsx'

/** Who works here: those whom the organisation knows, then those people added. */
export const officials = block({
  kind: 'officials',
  label: 'Pejabat',
  hint: 'Pejabat unit ini terisi sendiri; tambahkan perangkat yang belum tercatat sebagai pejabat.',
  title: 'Pejabat',
  filled: true,
  parts: {
    heading: heading(),
    rows: rows('Perangkat lain', { columns: { name: { label: 'Nama', required: true, max: 120 }, position: { label: 'Jabatan', required: true, max: 120 }, period: { label: 'Masa jabatan', max: 60 } } }),
  },
  topics: leaderTopics,
  load: leadersOf,
  view({ values, data }) {
    const people = [...data.map(one => ({ position: one.title, name: named(one), period: '' })), ...values.rows]
    if (people.length === 0) return null
    return (
      <div lang={writtenIn()}>
        <FactList facts={[...Map.groupBy(people, one => one.position)].map(([label, holders]) => ({
          label,
          value: <ul>{holders.map(({ name, period }) => <li key={name}><b>{name}</b>{period && <small> {period}</small>}</li>)}</ul>,
        }))} />
      </div>
    )
  },
})
