import { simplified } from '#platform/sheets/readers.ts'
import type { ComparedField, Value } from './contract.ts'

const oneDay = 86_400_000

/** Whether two values say the same. An empty one says nothing and disagrees with none. */
export function agree({ type, tolerance }: Pick<ComparedField, 'type' | 'tolerance'>, one: Value, other: Value): boolean {
  if (one.text === '' || other.text === '') return true
  if (one.value === null || other.value === null) return simplified(one.text) === simplified(other.text)
  if (type === 'number' || type === 'money') return Math.abs(Number(one.value) - Number(other.value)) <= tolerance
  if (type === 'date') return Math.abs(Date.parse(one.value) - Date.parse(other.value)) <= tolerance * oneDay
  return one.value === other.value
}
