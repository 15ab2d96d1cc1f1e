import { simplified, asCalendarDay, asDecimal } from '#platform/sheets/readers.ts'
import { cellText, type Cell } from '#platform/sheets/cell.ts'
import { plainCode, plainName } from '#platform/matching/names.ts'
import type { ComparedField, FieldType, Value } from './comparison.ts'

const oneDay = 86_400_000
const longest = 500

/** Reads a cell as a type; what cannot be read is kept as it was written and agrees only with the same text. */
export function valueOf(type: FieldType, cell: Cell | null | undefined): Value {
  const text = cellText(cell).slice(0, longest).trim()
  if (!cell || text === '' || /^[-–—.]+$/.test(text)) return { text: '', value: '' }
  if (type === 'number' || type === 'money' || type === 'date') {
    const reading = type === 'date' ? asCalendarDay(cell) : asDecimal(cell)
    return { text, value: 'value' in reading ? reading.value : null }
  }
  if (type === 'code') return { text, value: plainCode(text) }
  return { text, value: type === 'region' ? placeOf(text) : simplified(text) }
}

/** A region by its code, or by its name without what kind of region it is. */
const placeOf = (text: string) => (/^[\d.]+$/.test(text) ? text.replaceAll('.', '') : plainName(text).plain.replace(/^(?:kecamatan|kelurahan|desa)?\|/, '').replaceAll('|', ' ').trim())

/** Whether two values say the same. An empty one says nothing and disagrees with none. */
export function agree({ type, tolerance }: Pick<ComparedField, 'type' | 'tolerance'>, one: Value, other: Value): boolean {
  if (one.text === '' || other.text === '') return true
  if (one.value === null || other.value === null) return simplified(one.text) === simplified(other.text)
  if (type === 'number' || type === 'money') return Math.abs(Number(one.value) - Number(other.value)) <= tolerance
  if (type === 'date') return Math.abs(Date.parse(one.value) - Date.parse(other.value)) <= tolerance * oneDay
  return one.value === other.value
}
