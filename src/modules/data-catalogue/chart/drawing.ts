import type { Answer, Cell } from '#platform/columnar/query.ts'
import { measureName, mostBars, type View } from '../view.ts'
import type { Drawing } from './draw.ts'

const wordOf = (cell: Cell | undefined) => (cell === null || cell === undefined || cell === '' ? '–' : String(cell))

/** The answer to a grouped view as bars, lines or parts of a whole; the largest `mostBars` names and at most seven rows of numbers. */
export function drawingOf(view: View, answer: Pick<Answer, 'columns' | 'rows'>, kind: Drawing['kind'], labels: { measure: string; name: (cell: string) => string }): Drawing {
  const { by, measure } = view.grouped!
  const at = (name: string) => answer.columns.findIndex(column => column.name === name)
  const value = at(measureName(measure))
  const number = (cell: unknown) => (cell === null || !Number.isFinite(Number(cell)) ? null : Number(cell))
  if (by.length === 1) {
    const rows = answer.rows.slice(0, kind === 'garis' ? undefined : mostBars)
    return { kind, names: rows.map(row => labels.name(wordOf(row[0]))), series: [{ name: labels.measure, values: rows.map(row => number(row[value])) }] }
  }
  const names = [...new Set(answer.rows.map(row => wordOf(row[at(by[0]!.name)])))].slice(0, mostBars)
  const parts = [...new Set(answer.rows.map(row => wordOf(row[at(by[1]!.name)])))].slice(0, 7)
  const cells = new Map(answer.rows.map(row => [`${wordOf(row[at(by[0]!.name)])}\0${wordOf(row[at(by[1]!.name)])}`, number(row[value])]))
  return { kind, names: names.map(labels.name), series: parts.map(part => ({ name: part, values: names.map(name => cells.get(`${name}\0${part}`) ?? null) })) }
}
