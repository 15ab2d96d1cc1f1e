import type { Message } from '../forms/fields.ts'
import type { Top } from './heading.ts'

/** reading → mapping → checking → ready → applying → done; a file that cannot be read, or work that broke, is failed. */
export type RunState = 'reading' | 'mapping' | 'checking' | 'ready' | 'applying' | 'done' | 'failed'

/** States in which a job is at work. */
export const underWay: readonly RunState[] = ['reading', 'checking', 'applying']

/** What a file holds, as far as it is kept. */
export interface Reading {
  sheets: { name: string; rows: number; hiddenRows: number; top: Top }[]
  /** Sheets nobody can see; they are not read. */
  hidden: number
}

/** What a person chose. */
export interface Choices {
  /** Index of the sheet. */
  sheet: number
  /** Row of the headings, when the person named one. */
  heading: number | null
  /** Column by name of the field. */
  columns: Record<string, number>
  /** Per field, what a text in the file stands for: the value, or empty for "nothing of these". */
  matches: Record<string, Record<string, string>>
  /** Bring in what is right and leave out what is wrong. */
  leaveOut: boolean
}

/** A text of the file that fits nothing exactly. */
export interface Doubt {
  field: string
  text: string
  rows: number
  /** Most likely first. */
  suggestions: { value: string; label: string }[]
  /** Whether the first is likely enough to be proposed. */
  likely: boolean
}

/** What would become of the rows, or became of them. */
export interface Counts {
  new: number
  changed: number
  unchanged: number
  wrong: number
}

/** Why a row cannot be brought in. */
export interface Reason extends Message {
  /** Name of the field; empty for the row as a whole. */
  field: string
}

/** A row that cannot be brought in, as it stands in the file. */
export interface BadRow {
  line: number
  cells: string[]
  reasons: Reason[]
}

/** A row that would be brought in, for the preview: what it would change. */
export interface SampleRow {
  line: number
  is: 'new' | 'changed'
  title: string
  changes: Change[]
}

export interface Change {
  /** Name of the field. */
  field: string
  /** Empty for what was not there. */
  from: string
  to: string
}

export interface Progress {
  done: number
  of: number
}

/** One file on its way in. */
export interface SheetRun {
  id: string
  code: string
  unitId: string
  createdBy: string
  createdAt: Date
  touchedAt: Date
  fileId: string
  fileName: string
  mediaType: string
  state: RunState
  reading: Reading
  choices: Choices
  reach: StoredReach
  progress: Progress | null
  counts: Counts
  doubts: Doubt[]
  sample: SampleRow[]
  failure: Message | null
  finishedAt: Date | null
}

/** Where the person who pressed the button may act; kept because a job has no session. */
export interface StoredReach {
  accountId: string
  /** By permission; those the person has not are left out. */
  held: Record<string, HeldReach>
}

export interface HeldReach {
  government: boolean
  own: boolean
  units: string[]
}

export const noChoices: Choices = { sheet: 0, heading: null, columns: {}, matches: {}, leaveOut: false }
export const noCounts: Counts = { new: 0, changed: 0, unchanged: 0, wrong: 0 }
