import { take, type Parts, type ValuesOf } from '#ui/part/part.ts'
import type { Fact } from '#ui/index.ts'
import type { Entry, RecordKind, Standing } from '#modules/personnel/contract.ts'
import type { DecreedKind } from '#modules/workforce/contract.ts'
import type { Row } from '../decree.ts'
import type { Lists } from '../lists.ts'

/** Somebody a decree is prepared for. */
export interface Person extends Standing {
  dueOn: string
  /** Name of the unit. */
  unit: string
}

/** Says what is wrong with an input; `name` is the part's. */
export type Wrong = (name: string, text: string, values?: Record<string, string | number>) => void

/** What a kind of decree declares. */
interface DecreeKindSpec<P extends Parts> {
  kind: DecreedKind
  /** Indonesian source texts: its name, and what the person is told once it is signed. */
  label: string
  text: string
  /** Histories it rests on and writes. */
  rests: readonly RecordKind[]
  /** What is known of the person, to decide by; labels are translated. */
  facts(person: Person, lists: Lists): Fact[]
  parts(person: Person, lists: Lists): P
  /** What the form begins with, as its parts store it. */
  begin(person: Person, lists: Lists): Partial<ValuesOf<P>>
  /** The row it writes; what is wrong beyond each input is said. */
  row(values: ValuesOf<P>, person: Person, lists: Lists, wrong: Wrong): Row
  /** What fills the template, in Indonesian. */
  words(row: Row, person: Person, lists: Lists): Record<string, string>
  /** Whether a history has this already, or something that counts later. */
  overtaken(row: Row, history: readonly Entry[]): boolean
}

type Stored = Readonly<Record<string, unknown>>

/** A kind of decree as pages know it, whatever its parts are. */
export interface KindOfDecree extends Pick<DecreeKindSpec<Parts>, 'kind' | 'label' | 'text' | 'rests' | 'facts' | 'parts' | 'words' | 'overtaken'> {
  begin(person: Person, lists: Lists): Stored
  row(stored: Stored, person: Person, lists: Lists, wrong: Wrong): Row
}

/** Declares a kind of decree; its values have the types of its parts. */
export const decreeKind = <P extends Parts>(spec: DecreeKindSpec<P>): KindOfDecree => ({
  ...spec,
  row: (stored, person, lists, wrong) => spec.row(take(spec.parts(person, lists), stored), person, lists, wrong),
})

/** The newest entry of a kind; of `other`, of a sort. */
export const newest = (history: readonly Entry[], kind: RecordKind, sort?: string): Entry | undefined =>
  history.find(entry => entry.kind === kind && (sort === undefined || entry.content.sort === sort))
