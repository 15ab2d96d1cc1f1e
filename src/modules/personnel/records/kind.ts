import type { VNode } from 'preact'
import { day, line } from '#ui/part/inputs.tsx'
import { take, type Parts } from '#ui/part/part.ts'
import type { RecordKind } from '../contract.ts'
import type { Lists } from '../parts/lists.ts'
import type { Paper, RecordKindSpec } from './record.ts'

type Stored = Readonly<Record<string, unknown>> | null | undefined

/** A kind of history as pages know it, whatever its parts are. */
export interface KindOfRecord {
  kind: RecordKind
  label: string
  hint: string
  paper: Paper
  sensitive: boolean
  /** Inputs about the paper come first. */
  parts(lists: Lists): Parts
  title(stored: Stored, lists: Lists): string
  note(stored: Stored, lists: Lists): string | VNode | null
}

/** Inputs of the paper, named as their columns. */
function paperParts({ number, on, official, since, until, dated }: Paper): Parts {
  const asked = {
    since: since && day(since, { required: dated }),
    until: until && day(until),
    decree_number: number && line(number, { max: 120 }),
    decree_on: on && day(on),
    official: official && line(official, { max: 160 }),
  }
  return Object.fromEntries(Object.entries(asked).flatMap(([name, part]) => (part ? [[name, part]] : [])))
}

/** Declares a kind of history; its values have the types of its parts, whatever was stored. */
export function recordKind<P extends Parts>({ kind, label, hint, paper, sensitive = false, parts, title, note }: RecordKindSpec<P>): KindOfRecord {
  return {
    kind,
    label,
    hint,
    paper,
    sensitive,
    parts: lists => ({ ...parts(lists), ...paperParts(paper) }),
    title: (stored, lists) => title(take(parts(lists), stored), lists),
    note: (stored, lists) => note?.(take(parts(lists), stored), lists) || null,
  }
}
