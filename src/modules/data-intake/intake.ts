import { createMachine, transition, type AnyMachineSnapshot, type getInitialSnapshot } from 'xstate'
import type { Message } from '#platform/forms/fields.ts'
import type { PersonalKind } from '#platform/columnar/table.ts'
import type { Checked, Chosen, Taken } from '#platform/columnar/taken.ts'
import type { Variable } from '#modules/datasets/contract.ts'

/**
 * How a file stands on its way into a release: bytes arrive, the file is read, a person says what its columns are, it is
 * checked, a person answers what was found, it is kept as a table.
 */
export type UploadState = 'arriving' | 'reading' | 'describing' | 'checking' | 'found' | 'keeping' | 'kept' | 'refused' | 'dropped'

/** What can happen to it; `fail` is what a job says that came to nothing. */
export type UploadEvent = 'arrive' | 'read' | 'refuse' | 'save' | 'reread' | 'check' | 'find' | 'answer' | 'describe' | 'keep' | 'finish' | 'fail' | 'drop'

export const machine = createMachine({
  id: 'upload',
  initial: 'arriving',
  states: {
    arriving: { on: { arrive: 'reading', refuse: 'refused', drop: 'dropped' } },
    reading: { on: { read: 'describing', refuse: 'refused', drop: 'dropped' } },
    describing: { on: { save: 'describing', reread: 'reading', check: 'checking', drop: 'dropped' } },
    checking: { on: { find: 'found', fail: 'describing', drop: 'dropped' } },
    found: { on: { answer: 'found', describe: 'describing', keep: 'keeping', drop: 'dropped' } },
    keeping: { on: { finish: 'kept', fail: 'found' } },
    kept: {},
    // What only a disturbance stopped may be tried again.
    refused: { on: { reread: 'reading', drop: 'dropped' } },
    dropped: {},
  },
})

/** The state after `event`, or null when it cannot happen in `state`. */
export function after(state: UploadState, event: UploadEvent): UploadState | null {
  const snapshot = machine.resolveState({ value: state }) as AnyMachineSnapshot
  if (!snapshot.can({ type: event })) return null
  const [next] = transition(machine, snapshot as ReturnType<typeof getInitialSnapshot<typeof machine>>, { type: event })
  return next.value as UploadState
}

/** States in which a job is at work. */
export const underWay: readonly UploadState[] = ['reading', 'checking', 'keeping']

/** States from which nothing follows. */
export const over: readonly UploadState[] = ['kept', 'refused', 'dropped']

/** A column as a person declared it. */
export interface Declared extends Variable, Pick<Chosen, 'reading'> {
  /** Column of the file it is read from. */
  from: string
  /** Not taken into the release. */
  out?: boolean
}

/** What becomes of a column with personal data. */
export type PersonalAnswer = { become: 'out' } | { become: 'mask' } | { become: 'stay'; basis: string }

export interface PersonalDecision {
  kind: PersonalKind
  answer: PersonalAnswer
}

/** What people decided about what the check found. */
export interface UploadAnswers {
  /** By column name. */
  personal?: Record<string, PersonalDecision>
  /** By column name and text; null: no region. */
  regions?: Record<string, Record<string, string | null>>
  /** What becomes of cells that do not fit: they are emptied, or their rows left out. */
  unfit?: 'empty' | 'leave-out'
}

export interface Upload {
  id: string
  unitId: string
  datasetId: string
  releaseId: string
  name: string
  title: string
  bytes: number
  state: UploadState
  fileId: string | null
  sheet: number | null
  heading: number | null
  taken: Taken | null
  declared: readonly Declared[]
  checked: Checked | null
  answers: UploadAnswers
  progress: number | null
  failure: Message | null
  resourceId: string | null
  createdBy: string
  strong: boolean
  createdAt: Date
  changedAt: Date
}

/** Bytes one file may have, and all files of a unit that are on their way. */
export const limits = { file: 1_000_000_000, unit: 5_000_000_000 }

/** Hours an unfinished upload is kept, and days a file that nobody goes on with. */
export const keeps = { arriving: 24, waiting: 14 }

/** Columns that go into the release. */
export const takenIn = (declared: readonly Declared[]): Declared[] => declared.filter(one => !one.out)

/** Findings of personal data in columns that are still to be kept, and that nobody has answered. */
export const heldBack = ({ checked, declared, answers }: Pick<Upload, 'checked' | 'declared' | 'answers'>) =>
  (checked?.personal ?? []).filter(({ column }) => !answers.personal?.[column] && declared.some(one => one.name === column && !one.out))

/** Rows whose region a person has confirmed, which the check had counted as violations. */
export const confirmedRows = ({ checked, answers }: Pick<Upload, 'checked' | 'answers'>): number =>
  (checked?.regions ?? []).reduce((sum, { column, doubtful, unknown }) => sum + [...doubtful, ...unknown].reduce((n, { text, rows }) => n + (answers.regions?.[column]?.[text] ? rows : 0), 0), 0)

/** Violations that are left once regions were confirmed and columns left out. */
export function violationsLeft(upload: Pick<Upload, 'checked' | 'answers'>): number {
  const { checked, answers } = upload
  if (!checked) return 0
  const gone = new Set(Object.entries(answers.personal ?? {}).filter(([, { answer }]) => answer.become !== 'stay').map(([column]) => column))
  const ofGone = checked.byRule.reduce((sum, { column, count }) => sum + (gone.has(column) ? count : 0), 0)
  return Math.max(0, checked.violations - ofGone - confirmedRows(upload))
}
