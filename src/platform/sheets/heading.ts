import { cellText, type SheetLine } from './cell.ts'
import { simplified } from './readers.ts'
import type { Merge } from './worksheet.ts'

/** The first rows of a sheet as texts, kept to find the headings in. */
export interface Top {
  lines: { line: number; cells: string[]; numbers: boolean }[]
  merges: Merge[]
}

/** A column of a file. */
export interface FileColumn {
  /** From 0. */
  at: number
  /** `A`, `B` … as spreadsheet programs call it. */
  letter: string
  heading: string
  /** What stands in it first. */
  sample: string
}

/** Where the headings end and what they say. */
export interface Headings {
  /** Row that names the columns, and the first row below. */
  line: number
  from: number
  columns: FileColumn[]
}

/** A column as an import asks for it. */
export interface Wanted {
  name: string
  label: string
  guesses: readonly string[]
}

/** Rows looked at for headings, and letters kept of each cell. */
const lookedAt = { lines: 30, text: 60, columns: 120 }

/** What is kept of a sheet to find its headings in. */
export function topOf(lines: readonly SheetLine[], merges: readonly Merge[]): Top {
  const top = lines.slice(0, lookedAt.lines)
  const last = top.at(-1)?.line ?? 0
  return {
    lines: top.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: Math.min(cells.length, lookedAt.columns) }, (_, at) => cellText(cells[at]).slice(0, lookedAt.text)),
      numbers: cells.filter(Boolean).length > 1 && cells.every(cell => !cell || /^\(?\d{1,3}\)?$/.test(cellText(cell))),
    })),
    merges: merges.filter(({ from }) => from.line <= last && from.column < lookedAt.columns).slice(0, 300),
  }
}

/** `A` … `Z`, `AA` … */
export const letterOf = (column: number): string => (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const sorted = (text: string) => simplified(text).split(' ').toSorted().join(' ')

/** How well a heading fits what is wanted, 0 to 3: word for word, in another order, or as a part of it. */
function fit(heading: string, { label, guesses }: Pick<Wanted, 'label' | 'guesses'>): number {
  const said = simplified(heading)
  if (said === '') return 0
  const names = [label, ...guesses].map(simplified)
  if (names.includes(said)) return 3
  if (names.some(name => sorted(name) === sorted(said))) return 2
  return names.some(name => name.length > 3 && ` ${said} `.includes(` ${name} `)) ? 1 : 0
}

/**
 * Finds the row with the headings: the one that fits most of what is wanted, else the first with several words.
 * @param chosen the row a person named
 */
export function headingsOf(top: Top, wanted: readonly Wanted[], chosen?: number): Headings | null {
  const fits = (cells: readonly string[]) => wanted.filter(one => cells.some(cell => fit(cell, one) > 1)).length
  const wordy = (cells: readonly string[]) => cells.filter(cell => /\p{L}{2}/u.test(cell)).length
  const index = chosen === undefined ? best(top.lines.map(({ cells }) => fits(cells))) ?? top.lines.findIndex(({ cells }) => wordy(cells) > 1) : top.lines.findIndex(({ line }) => line === chosen)
  const row = top.lines[index]
  if (!row) return null
  const height = heightOf(top, row.line)
  const last = row.line + height - 1
  const below = top.lines.filter(({ line }) => line > last)
  // Forms number their columns below the headings.
  const data = below[0]?.numbers && below.length > 1 ? below[1]! : below[0]
  const width = Math.max(...top.lines.filter(({ line }) => line >= row.line).map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => ({ at, letter: letterOf(at), heading: headingAt(top, row.line, last, at), sample: data?.cells[at] ?? '' }))
  return { line: row.line, from: data?.line ?? last + 1, columns: columns.filter(({ heading, sample }) => heading !== '' || sample !== '') }
}

/** Index of the greatest number, when it is one. */
function best(numbers: readonly number[]): number | undefined {
  const most = Math.max(0, ...numbers)
  return most > 0 ? numbers.indexOf(most) : undefined
}

/** Rows the headings take: as many as the cells joined downwards from this row. */
function heightOf({ merges }: Top, line: number): number {
  return Math.min(4, Math.max(1, ...merges.filter(({ from }) => from.line === line).map(({ from, to }) => to.line - from.line + 1)))
}

/** Everything said above a column, from the top down, once. */
function headingAt(top: Top, first: number, last: number, at: number): string {
  const said: string[] = []
  for (let line = first; line <= last; line++) {
    const joined = top.merges.find(({ from, to }) => from.line <= line && line <= to.line && from.column <= at && at <= to.column)
    const text = top.lines.find(one => one.line === (joined?.from.line ?? line))?.cells[joined?.from.column ?? at] ?? ''
    if (text !== '' && !said.includes(text)) said.push(text)
  }
  return said.join(' ')
}

/** What a heading is remembered by. */
export const headingKey = (heading: string): string => simplified(heading)

/**
 * Which column goes with what is wanted: as it was last time, else by the best fit; no column twice.
 * @param remembered names by heading
 */
export function guessColumns({ columns }: Headings, wanted: readonly Wanted[], remembered: Readonly<Record<string, string>> = {}): Record<string, number> {
  const chosen: Record<string, number> = {}
  const taken = new Set<number>()
  const take = (name: string, at: number) => {
    chosen[name] = at
    taken.add(at)
  }
  for (const { at, heading } of columns) {
    const name = remembered[headingKey(heading)]
    if (heading !== '' && name !== undefined && !(name in chosen) && wanted.some(one => one.name === name)) take(name, at)
  }
  for (const least of [3, 2, 1])
    for (const one of wanted) {
      if (one.name in chosen) continue
      const column = columns.find(({ at, heading }) => !taken.has(at) && fit(heading, one) >= least)
      if (column) take(one.name, column.at)
    }
  return chosen
}
