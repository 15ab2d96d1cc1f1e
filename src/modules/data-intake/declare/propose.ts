import type { Taken, TakenColumn } from '#platform/columnar/taken.ts'
import { simplified } from '#platform/sheets/readers.ts'
import type { CodeListHead } from '#modules/code-lists/contract.ts'
import type { Variable } from '#modules/datasets/contract.ts'
import type { Concept } from '#modules/standards/contract.ts'
import type { Declared } from '../intake.ts'

/** What is known from before and from the registries. */
export interface Known {
  /** What the dataset declares, and what earlier uploads of it declared, newest first. */
  variables: readonly Variable[]
  earlier: readonly (readonly Declared[])[]
  concepts: readonly Concept[]
  lists: readonly CodeListHead[]
}

const isNumber = (type: Variable['type']) => type === 'integer' || type === 'decimal'

/** Whether one name says what the other says, word by word. */
const says = (text: string, name: string): boolean => {
  const words = simplified(text).split(' ')
  const wanted = simplified(name).split(' ')
  return wanted.every(word => words.includes(word)) && wanted.length >= Math.min(2, words.length)
}

/** A proposal for each column of a file: as it was declared before, else by what stands in it and how it is called. */
export function propose(taken: Taken, known: Known): Declared[] {
  const names = new Set<string>()
  return taken.columns.map(column => {
    const proposed = proposal(column, known)
    let { name } = proposed
    for (let n = 2; names.has(name); n++) name = `${proposed.name.slice(0, 55)}_${n}`
    names.add(name)
    return { ...proposed, name }
  })
}

function proposal(column: TakenColumn, { variables, earlier, concepts, lists }: Known): Declared {
  const same = (one: Variable) => simplified(one.title) === simplified(column.title) || one.name === column.name
  const before = earlier.map(declared => declared.find(same)).find(one => one !== undefined)
  if (before) return { ...before, from: column.from, reading: column.reading }
  const declared = variables.find(same)
  if (declared) return { ...declared, from: column.from, reading: column.reading }
  const type = column.looks === 'region-names' ? 'region' : column.type
  const concept = isNumber(type) ? concepts.find(one => says(column.title, one.name)) : undefined
  const list = type === 'text' ? lists.find(one => simplified(one.title) === simplified(column.title) || simplified(one.code) === simplified(column.title)) : undefined
  const title = type === 'geometry' && simplified(column.title) === 'geometry' ? 'Bentuk' : column.title
  return { name: column.name, title, type, from: column.from, reading: column.reading, ...(concept ? { conceptId: concept.id, unit: concept.unit } : {}), ...(list ? { codeList: list.code } : {}) }
}

/** Whether everything was declared before: then one press is enough. */
export const isKnown = (taken: Taken, earlier: readonly (readonly Declared[])[]): boolean =>
  earlier.some(declared => taken.columns.every(column => declared.some(one => simplified(one.title) === simplified(column.title))))
