import type { Letter } from '#modules/correspondence/contract.ts'
import type { Entry, RecordKind } from '#modules/personnel/contract.ts'
import type { DecreedKind } from '#modules/workforce/contract.ts'

/** The row a decree writes; the rest of it is what the letter bears. */
export type Row = Pick<Entry, 'kind' | 'since' | 'until' | 'content'>

/** Why a signed letter was not written: nobody has this file, the person left, something newer is there, the letter lacks its number or file. */
export type Trouble = 'gone' | 'left' | 'overtaken' | 'incomplete'

/** A letter that becomes a row of somebody's history once it is signed. */
export interface Decree {
  letterId: string
  employeeId: string
  /** Where the person worked when it was prepared. */
  unitId: string
  accountId: string | null
  kind: DecreedKind
  dueOn: string
  entry: Row
  createdBy: string
  createdAt: Date
  writtenAt: Date | null
  recordId: string | null
  trouble: Trouble | null
  closedAt: Date | null
  closedBy: string | null
  reason: string | null
}

/** `revoked`: written, and its letter was withdrawn by whoever signed it. */
export type DecreeState = 'draft' | 'circulating' | 'returned' | 'cancelled' | 'signed' | 'written' | 'revoked' | 'trouble' | 'closed'

/** How far a decree has come; a letter that is not there any more counts as given up. */
export function stateOf({ writtenAt, trouble, closedAt }: Pick<Decree, 'writtenAt' | 'trouble' | 'closedAt'>, letter: Pick<Letter, 'state'> | null | undefined): DecreeState {
  if (closedAt) return 'closed'
  if (writtenAt) return letter?.state === 'cancelled' ? 'revoked' : 'written'
  if (trouble) return 'trouble'
  switch (letter?.state) {
    case undefined:
    case 'cancelled':
      return 'cancelled'
    case 'draft':
    case 'returned':
      return letter.state
    case 'signed':
    case 'sent':
    case 'received':
      return 'signed'
    default:
      return 'circulating'
  }
}

/** Whether another letter may take its place: nobody but the drafter has it. */
export const mayBeginAgain = (state: DecreeState): boolean => state === 'draft' || state === 'returned' || state === 'cancelled' || state === 'closed'

/** Whole months from one day to another. */
const monthsBetween = (from: string, to: string): number => {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0)
}

/** Length of service in a grade (masa kerja golongan). */
export interface Service {
  years: number
  months: number
}

const counted = new Set<RecordKind>(['rank', 'salary-increase'])

/** The length of service a rank or salary increase says, if it says any. */
export const serviceIn = ({ content: { years, months } }: Pick<Entry, 'content'>): Service | null => (typeof years === 'number' ? { years, months: typeof months === 'number' ? months : 0 } : null)

/** Length of service on a day: reckoned on from the last decree that says it, else from the first day in service. */
export function serviceOn({ history, enteredOn }: { history: readonly Entry[]; enteredOn: string | null }, day: string): Service | null {
  const [last] = history.filter(entry => counted.has(entry.kind) && entry.since !== null && entry.since <= day && serviceIn(entry) !== null).toSorted((a, b) => (a.since! > b.since! ? -1 : 1))
  const [from, before] = last ? [last.since!, serviceIn(last)!] : [enteredOn, { years: 0, months: 0 }]
  if (!from || from > day) return null
  const months = before.years * 12 + before.months + monthsBetween(from, day)
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** What a table of base salaries gives for whole years of service: the nearest step below; null before the first one. */
export function salaryFor(steps: Readonly<Record<string, number>> | undefined, years: number): number | null {
  const [step] = Object.keys(steps ?? {}).map(Number).filter(from => from <= years).toSorted((a, b) => b - a)
  return step === undefined ? null : (steps?.[step] ?? null)
}
