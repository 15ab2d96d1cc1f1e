import { cellText, type SheetLine } from '#platform/sheets/cell.ts'
import { headingKey, type Headings, type Wanted } from '#platform/sheets/heading.ts'
import { isLikeNik, isPrivateHeading } from '#platform/identifiers/private-numbers.ts'
import { plainCode, plainName } from '#platform/matching/names.ts'
import { own, type Comparison, type FieldType, type NewRow } from '#modules/reconciliation/contract.ts'
import type { Choices, Oddities } from './store.ts'
import { valueOf } from './values.ts'

/** A column a source is asked for. */
export interface WantedColumn extends Wanted {
  type: FieldType
  required: boolean
}

/** Columns a comparison needs of each of its sources. */
export function wantedOf({ codeLabel, nameLabel, placeLabel, fields }: Pick<Comparison, 'codeLabel' | 'nameLabel' | 'placeLabel' | 'fields'>): WantedColumn[] {
  return [
    ...(codeLabel ? [{ name: own.code, label: codeLabel, guesses: ['kode', 'id', 'nomor kode', 'npsn', 'kode rekening', 'kode unit', 'kode wilayah'], type: 'code' as const, required: false }] : []),
    { name: own.name, label: nameLabel, guesses: ['nama', 'uraian', 'nomenklatur', 'nama sekolah', 'nama satuan pendidikan', 'nama unit', 'nama desa'], type: 'text', required: true },
    ...(placeLabel ? [{ name: own.place, label: placeLabel, guesses: ['kecamatan', 'kec', 'wilayah', 'nama kecamatan', 'lokasi', 'desa'], type: 'region' as const, required: false }] : []),
    ...fields.map(({ key, label, type }) => ({ name: key, label, guesses: [], type, required: false })),
  ]
}

/** Columns by heading, as they are remembered for the next file. */
export const rememberedBy = (headings: Headings, columns: Choices['columns']): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).flatMap(([name, at]) => headings.columns.flatMap(column => (column.at === at && column.heading !== '' ? [[headingKey(column.heading), name]] : []))))

/** Cells of a column that may look like a NIK by chance; texts kept, odd cells shown. */
const bounds = { niks: 3, code: 80, name: 300, place: 200, examples: 20 }

/** A column that holds numbers of private persons, by its heading or by what stands in it; null when none does. */
export function privateColumn(headings: Headings, lines: readonly SheetLine[], columns: Choices['columns']): { name: string; heading: string } | null {
  for (const [name, at] of Object.entries(columns)) {
    const heading = headings.columns.find(column => column.at === at)?.heading ?? ''
    const filled = lines.slice(0, 500).map(({ cells }) => cellText(cells[at])).filter(text => text !== '')
    const niks = filled.filter(isLikeNik).length
    if (isPrivateHeading(heading) || (niks >= bounds.niks && niks * 2 > filled.length)) return { name, heading }
  }
  return null
}

/** Reads the lines of a sheet as rows of a source. Whatever a cell holds comes in: what is wrong with it is what is looked for. */
export function rowsFrom(wanted: readonly WantedColumn[], lines: readonly SheetLine[], { columns }: Choices, from: number): { rows: NewRow[]; odd: Oddities } {
  const mapped = wanted.filter(({ name }) => columns[name] !== undefined).map(column => ({ ...column, at: columns[column.name]! }))
  const compared = mapped.filter(({ name }) => name !== own.code && name !== own.name && name !== own.place)
  const odd: Oddities = { nameless: 0, unreadable: 0, examples: [] }
  const seen = new Map<string, number>()
  const rows: NewRow[] = []
  for (const { line, cells } of lines) {
    if (line < from || mapped.every(({ at }) => !cells[at])) continue
    const text = (name: string, max: number) => (columns[name] === undefined ? '' : cellText(cells[columns[name]]).slice(0, max).trim())
    const [code, name, place] = [text(own.code, bounds.code), text(own.name, bounds.name), text(own.place, bounds.place)]
    if (name === '' || mapped.every(({ at, label }) => !cells[at] || headingKey(cellText(cells[at])) === headingKey(label))) {
      if (name === '') odd.nameless++
      continue
    }
    const vals = Object.fromEntries(compared.map(column => [column.name, valueOf(column.type, cells[column.at])]))
    for (const { name: field } of compared) {
      const value = vals[field]!
      if (value.value !== null) continue
      odd.unreadable++
      if (odd.examples.length < bounds.examples) odd.examples.push({ line, field, text: value.text.slice(0, 60) })
    }
    // A row is recognised by its code, else by what it is called and where; the second of the same kind is told apart by its turn.
    const key = plainCode(code) !== '' ? `c:${plainCode(code)}` : `n:${plainName(name).plain}@${plainName(place).plain}`
    const turn = (seen.get(key) ?? 0) + 1
    seen.set(key, turn)
    rows.push({ key: turn === 1 ? key : `${key}#${turn}`, code, name, place, line, vals })
  }
  return { rows, odd }
}
