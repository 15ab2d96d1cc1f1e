/** Something people are told apart by: a column, made coarser or not, with the values everybody may know. */
export interface Dimension {
  /** Of the table; days and regions may be coarser, e.g. `tanggal.year`, `wilayah.district`. */
  column: string
  title: string
  /** In their order. What the table holds besides these counts as one more value, `other`. */
  values: readonly string[]
}

/** What is added up: numbers that are never negative. */
export interface Measure {
  column: string
  title: string
  unit: string | null
}

/** How one value stands out of a list in an answer; `other` is what the list does not hold. */
export const other = '…'

/** A question to an approved query. */
export interface Question {
  period: string
  /** Columns of dimensions, in the order of the answer. */
  by: readonly string[]
  /** Values a dimension is narrowed to. */
  only: Readonly<Record<string, readonly string[]>>
  /** Columns of measures; people are always counted. */
  sum: readonly string[]
}

/** A row of an answer: the values it stands for by dimension (several where they were merged), how many rows, and sums. */
export interface AnswerRow {
  values: readonly (readonly string[])[]
  count: number
  sums: readonly { sum: number; filled: number }[]
}

/** What is signed. */
export interface Signed {
  government: string
  dataset: string
  code: string
  question: Question
  /** SHA-256 of the question as JSON, hexadecimal. */
  hash: string
  /** Of the table as it was when its period was first asked: SHA-256 of the file. */
  digest: string
  at: string
  rows: readonly AnswerRow[]
  /** Smallest number of rows anything here stands for. */
  fewest: number
}
