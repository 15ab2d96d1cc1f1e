import type { Cell } from './query.ts'
import type { Column, ColumnType, PersonalFinding, RowRule, Rule, Violation } from './table.ts'
import type { Reading } from './taking/reading.ts'

/** What a file is, by what stands in it. */
export type SourceKind = 'csv' | 'xlsx' | 'json' | 'geojson' | 'parquet'

/** What a column seems to hold beyond its type. */
export type Looks = 'nik' | 'phone' | 'email' | 'region-names' | 'codes'

/** A column of a file, with what is proposed for it. */
export interface TakenColumn {
  /** Where its cells are staged. */
  from: string
  /** As the file names it; made up when it does not. */
  title: string
  name: string
  type: ColumnType
  reading: Reading
  looks: Looks | null
  /** Cells with something in them, and how many of these do not fit the type. */
  filled: number
  misfits: number
  /** Different values, nearly. */
  distinct: number
  min: Cell
  max: Cell
  examples: readonly string[]
}

/** A file that was read once and staged: everything that is needed to check and keep it. Can be kept as JSON. */
export interface Taken {
  id: string
  kind: SourceKind
  /** Whether the name of the file promises another kind. */
  misnamed: boolean
  /** `utf-8`, `utf-16`, `windows-1252`, or `mixed`; null for files that are no text. */
  encoding: string | null
  /** Sign between the cells of a CSV. */
  separator: string | null
  /** Sheets that are shown, and which of them was read. */
  sheets: readonly string[]
  sheet: number | null
  /** Row of the headings, 0 when there is none. */
  heading: number
  rows: number
  columns: readonly TakenColumn[]
  /** What is wrong with whole rows. */
  troubles: readonly { rule: RowRule; rows: number; first: readonly number[] }[]
  /** The first rows as they stand in the file, long texts cut. */
  first: readonly (readonly (string | null)[])[]
}

/** A column as a person declared it, with the column of the file it is read from. */
export interface Chosen extends Column {
  /** `from` of a taken column; the one of the same name when left out, null to stay empty. */
  from?: string | null
  /** As proposed when left out. */
  reading?: Reading
}

/** A region that is known. */
export interface Region {
  /** With dots, `33.28.01`. */
  code: string
  name: string
  parent: string | null
}

/** Names in a column of regions, as far as they mean one. */
export interface RegionMatches {
  column: string
  /** Different texts that mean one region for sure. */
  sure: number
  doubtful: readonly { text: string; rows: number; candidates: readonly Region[] }[]
  unknown: readonly { text: string; rows: number }[]
}

/** What was found when a file was held against its columns. */
export interface Checked {
  rows: number
  violations: number
  byRule: readonly { column: string; rule: Rule; count: number }[]
  first: readonly Violation[]
  personal: readonly PersonalFinding[]
  regions: readonly RegionMatches[]
}

/** What people decided about a file. */
export interface Answers {
  /** Codes for texts in columns of regions, by column and text; the sure ones need no answer. */
  regions?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Columns whose texts are masked, all but the first letters. */
  masked?: readonly string[]
  /** What becomes of rows with violations: the file is refused, they are left out, or only cells that do not fit are emptied. */
  unfit?: 'refuse' | 'leave-out' | 'empty'
}
