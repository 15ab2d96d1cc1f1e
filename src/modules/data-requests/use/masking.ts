import type { Cell } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'

/** Letters and digits give way; what is left tells how a value looks, not what it is. */
const veiled = (text: string): string => Array.from(text, (sign, i) => (/\p{N}/u.test(sign) ? '9' : /\p{L}/u.test(sign) ? (i === 0 ? sign : 'x') : sign)).join('')

/** A cell as a sample shows it: words and identifiers veiled, days cut to the year, regions to the kecamatan, shapes left out. */
export function masked(cell: Cell, column: Pick<Column, 'type' | 'codes' | 'key'>): Cell {
  if (cell === null) return null
  if (column.type === 'geometry') return null
  if (column.type === 'date' || column.type === 'timestamp') return String(cell).slice(0, 4)
  if (column.type === 'region') return String(cell).split('.').slice(0, 3).join('.')
  // A code out of a list says no more than the list; a key says who it is.
  if (column.type === 'text') return column.codes && !column.key ? cell : veiled(String(cell))
  if (column.key) return veiled(String(cell))
  return cell
}
