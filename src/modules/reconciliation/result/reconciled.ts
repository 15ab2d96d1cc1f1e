import type { Row } from '../comparison.ts'
import { own, type Comparison, type Source } from '../contract.ts'
import { fieldsOf, saidBy } from '../finding.ts'
import type { Difference } from '../store/differences.ts'
import { agree } from '../values.ts'

/** Where the value of a field comes from. */
export type Origin =
  /** All who say something say this. */
  | { kind: 'sources'; sourceIds: string[] }
  /** A person settled it: the source chosen, a value of its own, or both. */
  | { kind: 'settled'; sourceId: string | null; by: string | null; at: Date | null }
  | { kind: 'both'; sourceIds: string[] }
  /** Nobody has settled it: no value holds. */
  | { kind: 'open'; sourceIds: string[] }
  | { kind: 'none' }

export interface ReconciledValue {
  key: string
  /** Empty while it is open. */
  text: string
  /** What the sources say where no single value holds. */
  said: string[]
  origin: Origin
}

/** One thing of the reconciled list. */
export interface ReconciledItem {
  id: string
  values: ReconciledValue[]
  /** Sources that have it. */
  sourceIds: string[]
}

/** Puts the rows of a thing together: what they agree on, what was settled, and what is open and therefore empty. */
export function reconciled(comparison: Comparison, sources: readonly Source[], rows: readonly Row[], differences: readonly Difference[]): ReconciledItem {
  const firsts = sources.flatMap(({ id }) => rows.find(row => row.sourceId === id && row.doubleOf === null) ?? [])
  const values = fieldsOf(comparison).map((field): ReconciledValue => {
    const { key } = field
    const said = firsts.map(row => ({ id: row.sourceId, value: saidBy(row, key) })).filter(({ value }) => value.text !== '')
    const [first] = said
    if (!first) return { key, text: '', said: [], origin: { kind: 'none' } }
    const ids = said.map(({ id }) => id)
    const known = differences.find(one => one.field === key && one.state !== 'agreed')
    const texts = said.map(({ value }) => value.text)
    if (!known) return { key, text: first.value.text, said: [], origin: { kind: 'sources', sourceIds: said.filter(({ value }) => agree(field, first.value, value)).map(({ id }) => id) } }
    if (known.state !== 'settled' || !known.choice) return { key, text: '', said: texts, origin: { kind: 'open', sourceIds: ids } }
    const { choice, settledBy: by, settledAt: at } = known
    if (choice.kind === 'both') return { key, text: texts.join(' / '), said: texts, origin: { kind: 'both', sourceIds: ids } }
    if (choice.kind === 'value') return { key, text: choice.text, said: texts, origin: { kind: 'settled', sourceId: null, by, at } }
    return { key, text: said.find(({ id }) => id === choice.sourceId)?.value.text ?? '', said: texts, origin: { kind: 'settled', sourceId: choice.sourceId, by, at } }
  })
  return { id: firsts[0]?.itemId ?? '', values, sourceIds: firsts.map(row => row.sourceId) }
}

/** Whether a person settled that the thing is only in this source's mistake: it is left out of the reconciled list. */
export function leftOut(sources: readonly Source[], rows: readonly Row[], differences: readonly Difference[]): boolean {
  const known = differences.find(one => one.field === own.there && one.state === 'settled')
  if (known?.choice?.kind !== 'source') return false
  const { sourceId } = known.choice
  // The source that is right does not have it.
  return sources.some(({ id }) => id === sourceId) && !rows.some(row => row.sourceId === sourceId)
}
