import type { Row } from './comparison.ts'
import { own, type ComparedField, type Comparison, type Source, type Value } from './contract.ts'
import { plainCode, plainName } from '#platform/matching/names.ts'
import type { Difference, Found } from './store/differences.ts'
import { differenceAfter } from './states.ts'
import { agree } from './values.ts'

type Around = Pick<Comparison, 'fields' | 'ownerId' | 'codeLabel' | 'nameLabel' | 'placeLabel'>

/** What recognises a row, as values to compare: a name differs when more than the way of writing it does. */
export const recognised = ({ code, name, place }: Pick<Row, 'code' | 'name' | 'place'>): Record<'code' | 'name' | 'place', Value> => ({
  code: { text: code, value: plainCode(code) }, name: { text: name, value: plainName(name).plain }, place: { text: place, value: plainName(place).plain.replace(/^(?:kecamatan|kelurahan|desa)?\|/, '') },
})

/** Every field of a thing with its type, those it is recognised by first. */
export function fieldsOf({ codeLabel, placeLabel, fields }: Pick<Comparison, 'codeLabel' | 'placeLabel' | 'fields'>): Pick<ComparedField, 'key' | 'type' | 'tolerance' | 'ownerId'>[] {
  const plain = (key: string) => ({ key, type: 'text' as const, tolerance: 0, ownerId: null })
  return [...(codeLabel ? [plain(own.code)] : []), plain(own.name), ...(placeLabel ? [plain(own.place)] : []), ...fields]
}

/** What a row says about a field. */
export const saidBy = (row: Row, key: string): Value => (key === own.code || key === own.name || key === own.place ? recognised(row)[key] : (row.values[key] ?? { text: '', value: '' }))

/**
 * What the rows of one thing disagree about: values that differ, a source that has it not, a source that has it twice.
 * @param brought sources of which there is a file
 * @param pending whether a question is open that could bring in a row that seems missing
 */
export function differencesOf(comparison: Around, brought: readonly Pick<Source, 'id'>[], rows: readonly Row[], pending: boolean): Found[] {
  const firsts = brought.flatMap(source => rows.find(row => row.sourceId === source.id && row.doubleOf === null) ?? [])
  const [main] = firsts
  if (!main) return []
  const found: Found[] = []
  const say = (field: string, values: Record<string, Value>, ownerId = comparison.ownerId) => found.push({ itemId: main.itemId!, field, title: main.name, ownerId, values })
  for (const field of fieldsOf(comparison)) {
    const said = firsts.map(row => ({ id: row.sourceId, value: saidBy(row, field.key) }))
    // Each against each: a tolerance does not carry over from neighbour to neighbour.
    if (said.some((one, i) => said.slice(i + 1).some(other => !agree(field, one.value, other.value)))) say(field.key, Object.fromEntries(said.map(({ id, value }) => [id, value])), field.ownerId ?? comparison.ownerId)
  }
  if (!pending && brought.length > 1 && firsts.length < brought.length)
    say(own.there, Object.fromEntries(brought.map(({ id }) => [id, firsts.some(row => row.sourceId === id) ? { text: '1', value: '1' } : { text: '', value: '' }])))
  const counts = brought.map(({ id }) => ({ id, count: rows.filter(row => row.sourceId === id).length }))
  if (counts.some(({ count }) => count > 1)) say(own.double, Object.fromEntries(counts.map(({ id, count }) => [id, { text: String(count), value: String(count) }])))
  return found
}

const sameValues = (one: Record<string, Value>, other: Record<string, Value>) => {
  const written = (values: Record<string, Value>) => JSON.stringify(Object.entries(values).map(([id, { text, value }]) => [id, text, value]).toSorted(([a], [b]) => (a! < b! ? -1 : 1)))
  return written(one) === written(other)
}

export type Renewed = Found & { id: string; state: Difference['state']; reopened: boolean }

/** What was found against what was known: what is new, what has changed, and what people settled that holds as it is. */
export function compareFound(known: readonly Difference[], found: readonly Found[]): { added: Found[]; renewed: Renewed[] } {
  const keyOf = ({ itemId, field }: Pick<Found, 'itemId' | 'field'>) => `${itemId} ${field}`
  const byKey = new Map(known.map(one => [keyOf(one), one]))
  const added: Found[] = []
  const renewed: Renewed[] = []
  for (const one of found) {
    const before = byKey.get(keyOf(one))
    byKey.delete(keyOf(one))
    if (!before) {
      added.push(one)
      continue
    }
    const same = sameValues(before.values, one.values)
    const differs = before.state === 'agreed' || !same ? differenceAfter(before.state, 'differ') : null
    if (differs) renewed.push({ ...one, id: before.id, state: differs, reopened: true })
    else if (!same || before.ownerId !== one.ownerId || before.title !== one.title) renewed.push({ ...one, id: before.id, state: before.state, reopened: false })
  }
  for (const { id, itemId, field, title, ownerId, values, state } of byKey.values()) {
    const next = differenceAfter(state, 'agree')
    if (next) renewed.push({ id, itemId, field, title, ownerId, values, state: next, reopened: false })
  }
  return { added, renewed }
}
