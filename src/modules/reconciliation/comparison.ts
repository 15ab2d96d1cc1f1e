export const fieldTypes = ['text', 'number', 'money', 'date', 'code', 'region'] as const
export type FieldType = (typeof fieldTypes)[number]

/** A column whose values are compared. */
export interface ComparedField {
  /** Stays the same when the label is changed. */
  key: string
  label: string
  type: FieldType
  /** How far two values may lie apart and still agree: numbers and rupiah as they are, dates in days. */
  tolerance: number
  /** Unit that settles what disagrees here; null for the one that settles everything else. */
  ownerId: string | null
}

/** The same things kept in several systems, side by side. */
export interface Comparison {
  id: string
  unitId: string
  title: string
  about: string | null
  /** How the columns are called by which things are recognised; null where the lists have none. */
  codeLabel: string | null
  nameLabel: string
  placeLabel: string | null
  fields: ComparedField[]
  /** Unit that settles what disagrees, where a field does not name another. */
  ownerId: string
  /** Working days an owner has. */
  settleDays: number
  state: ComparisonState
  matchedAt: Date | null
  createdAt: Date
  version: number
}

export type ComparisonState = 'open' | 'finished'

/** One of the lists. */
export interface Source {
  id: string
  comparisonId: string
  /** From 0; what an earlier one says comes first where nothing was settled. */
  position: number
  label: string
  /** The application it is kept in. */
  system: string
  unitId: string
  /** Day its rows are of. */
  asOf: string | null
  rows: number
  broughtBy: string | null
  broughtAt: Date | null
  /** Which field each heading of its files was, by the heading. */
  columns: Record<string, string>
}

/** What a cell says: as it was written, and as it is compared; null for what its type cannot be. */
export interface Value {
  text: string
  value: string | null
}

/** A row of a source. */
export interface Row {
  id: string
  sourceId: string
  /** What it is recognised by when the list comes again. */
  key: string
  code: string
  name: string
  place: string
  values: Record<string, Value>
  line: number
  /** The thing it is a row of: the id of that thing's first row. */
  itemId: string | null
  /** The row of the same source that says the same. */
  doubleOf: string | null
}

/** Fields every row has, beside those that are compared. */
export const own = { code: 'code', name: 'name', place: 'place', there: '@there', double: '@double' } as const

/** How a field of a difference is called. */
export function fieldLabel({ codeLabel, nameLabel, placeLabel, fields }: Pick<Comparison, 'codeLabel' | 'nameLabel' | 'placeLabel' | 'fields'>, key: string): string | null {
  if (key === own.code) return codeLabel
  if (key === own.name) return nameLabel
  if (key === own.place) return placeLabel
  return fields.find(field => field.key === key)?.label ?? null
}

/** Columns that name a private person are not brought together from several systems; by heading. */
const privateHeading = /(?:^|[^a-z])(?:nik|no ?ktp|nomor ktp|nomor induk kependudukan|kartu keluarga|no ?kk|nkk)(?:$|[^a-z])/i

export const isPrivateHeading = (heading: string): boolean => privateHeading.test(heading.replace(/[\s._-]+/g, ' '))

/** Whether a text has the form of a NIK: sixteen digits whose seventh to twelfth are a day of birth. */
export function isLikeNik(text: string): boolean {
  const digits = text.replace(/[\s.'-]/g, '')
  if (!/^\d{16}$/.test(digits)) return false
  const [day, month] = [Number(digits.slice(6, 8)) % 40, Number(digits.slice(8, 10))]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && Number(digits.slice(0, 2)) >= 11
}
