/** What the cells of a column are. `region` holds Kemendagri codes such as `33.28.01`; `geometry` holds GeoJSON as text. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'timestamp' | 'boolean' | 'region' | 'geometry'

/** A column as it is declared: what every cell must keep to. */
export interface Column {
  /** Name in queries and files: lowercase letters, digits and `_`, beginning with a letter. */
  name: string
  title: string
  type: ColumnType
  description?: string
  /** What is counted in, e.g. `orang`, `hektare`. */
  unit?: string
  required?: boolean
  /** Belongs to the key: no two rows have the same values in all key columns. */
  key?: boolean
  /** Bounds, both included; numbers for numbers, ISO days for days. */
  min?: number | string
  max?: number | string
  /** Codes that are allowed, with what they mean. */
  codes?: readonly { code: string; label: string }[]
}

/** A table kept as one Parquet file. */
export interface StoredTable {
  id: string
  columns: readonly Column[]
  rows: number
  /** Of the file. */
  bytes: number
  /** SHA-256 of the file, hexadecimal. */
  digest: string
}

/** Where a cell does not keep to its column, or a row to its heading; then the column is empty. */
export interface Violation {
  /** Row as the person sees it in the file: the heading is row 1. Features and elements of JSON are counted from 1. */
  row: number
  column: string
  value: string | null
  rule: Rule
}

/**
 * What is kept to. Of a whole row: `long` and `short` have other numbers of cells than the heading, `quotes` do not close,
 * `encoding` has bytes that are no text, `digits` holds a number whose last digits Excel lost.
 */
export type Rule = 'type' | 'required' | 'key' | 'min' | 'max' | 'codes' | 'region' | 'geometry' | RowRule
export type RowRule = 'long' | 'short' | 'quotes' | 'encoding' | 'digits'

/** Kinds of personal data that are looked for; `birth` is a name beside a date of birth. */
export type PersonalKind = 'nik' | 'phone' | 'email' | 'birth'

/** A column that seems to hold personal data; examples are masked. */
export interface PersonalFinding {
  column: string
  kind: PersonalKind
  rows: number
  examples: readonly string[]
}
