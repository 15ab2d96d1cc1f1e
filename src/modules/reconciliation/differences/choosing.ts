import type { Message } from '#platform/forms/fields.ts'
import { Problem } from '#platform/web/problems.ts'
import { own, type Source } from '../contract.ts'
import type { Choice, Difference } from '../store/differences.ts'

const longest = 300

/** What was chosen in a form: `source:<id>`, `both`, or `value` with what was typed. */
export function choiceOf(typed: string, value: string, sources: readonly Pick<Source, 'id'>[]): Choice {
  if (typed === 'both') return { kind: 'both' }
  if (typed === 'value') {
    const text = value.normalize('NFC').replace(/\s+/g, ' ').trim()
    const wrong: Message | null = text === '' ? { text: 'Isi nilainya.' } : text.length > longest ? { text: 'Paling banyak {max} huruf', values: { max: longest } } : null
    if (wrong) throw new Problem('value', wrong.text, wrong.values)
    return { kind: 'value', text }
  }
  const source = sources.find(({ id }) => typed === `source:${id}`)
  if (!source) throw new Problem('choice', 'Pilih nilai mana yang berlaku.')
  return { kind: 'source', sourceId: source.id }
}

/** Whether a difference is about a value, which can be chosen or typed, and not about a row being there or not. */
export const isValue = ({ field }: Pick<Difference, 'field'>): boolean => field !== own.there && field !== own.double
