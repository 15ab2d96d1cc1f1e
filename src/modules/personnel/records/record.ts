import type { VNode } from 'preact'
import type { Parts, ValuesOf } from '#ui/part/part.ts'
import type { RecordKind } from '../contract.ts'
import type { Lists } from '../parts/lists.ts'

/** How the paper is called that an entry rests on. */
export interface Paper {
  /** Indonesian source text of each input; those left out are not asked for. */
  number?: string
  on?: string
  official?: string
  since?: string
  until?: string
  /** Whether an entry has no place in time without `since`. */
  dated?: boolean
}

/** What a kind of history declares. */
export interface RecordKindSpec<P extends Parts> {
  kind: RecordKind
  /** Indonesian source text. */
  label: string
  /** One sentence: what belongs here. */
  hint: string
  paper: Paper
  /** Only the person and holders of `personnel.read-sensitive` see it. */
  sensitive?: boolean
  parts(lists: Lists): P
  /** The entry in a few words, already translated. */
  title(values: ValuesOf<P>, lists: Lists): string
  /** What stands beside it. */
  note?(values: ValuesOf<P>, lists: Lists): string | VNode | null
}
