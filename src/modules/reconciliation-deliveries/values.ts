import { cellText, type Cell } from '#platform/sheets/cell.ts'
import { asCalendarDay, asDecimal, simplified } from '#platform/sheets/readers.ts'
import { plainCode, plainName } from '#platform/matching/names.ts'
import type { FieldType, Value } from '#modules/reconciliation/contract.ts'

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
