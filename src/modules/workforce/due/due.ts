import { addMonths } from '#platform/time/zone.ts'
import type { Career, Term } from '#modules/personnel/contract.ts'
import type { DueKind } from '../contract.ts'

/** In the order of pages. */
export const dueKinds = ['salary-increase', 'promotion', 'retirement', 'contract', 'license'] as const satisfies readonly DueKind[]

/** A rule as reference data has it on a day. */
interface Rule {
  legalBasis: string
  /** Whether somebody compared it with the text. */
  verified: boolean
}

/** The rules of a day. */
export interface Rules {
  /** Months from one to the next, and before the day in which it is prepared. */
  terms: Readonly<Partial<Record<DueKind, Rule & { months: number; notice: number }>>>
  /** Age in years at which service ends, by level of position. */
  ages: ReadonlyMap<string, Rule & { age: number }>
  /** Grades of civil servants from low to high. */
  grades: readonly { code: string; name: string | null; kind: string }[]
}

/** A rule as the files are asked by it; null where there is none. */
export function termOf(what: DueKind, { terms, ages, grades }: Rules): Term | null {
  const term = terms[what]
  if (!term) return null
  const { months } = term
  switch (what) {
    case 'salary-increase':
      return { from: 'increase', months, kinds: ['pns', 'pppk'], highest: null }
    case 'promotion':
      return { from: 'grade', months, kinds: ['pns'], highest: grades.findLast(({ kind }) => kind === 'pns')?.code ?? null }
    case 'retirement':
      return { from: 'birth', months: Object.fromEntries([...ages].map(([level, { age }]) => [level, age * 12])), kinds: ['pns', 'pppk'], highest: null }
    case 'contract':
      return { from: 'contract', months: 0, kinds: ['pppk', 'honorer'], highest: null }
    case 'license':
      return { from: 'license', months: 0, kinds: ['pns', 'pppk', 'honorer'], highest: null }
  }
}

/** First day of retirement: the first of the month after the birthday with which service ends. */
export const retirementDay = (birthDate: string, months: number): string => addMonths(`${addMonths(birthDate, months).slice(0, 7)}-01`, 1)

/** The day a term ends for somebody; null where it does not concern them, or the file says nothing. */
export function dueDay({ from, months, kinds, highest }: Term, career: Career): string | null {
  const { kind, status, birthDate, grade, gradeSince, positionLevel, increaseSince, contractUntil, licenseUntil } = career
  if (status !== 'active' || !kinds.includes(kind) || (highest !== null && grade === highest)) return null
  if (from === 'contract') return contractUntil
  if (from === 'license') return licenseUntil
  if (typeof months !== 'number') {
    const age = positionLevel === null ? undefined : months[positionLevel]
    return age === undefined ? null : retirementDay(birthDate, age)
  }
  const since = { increase: increaseSince, grade: gradeSince, birth: birthDate }[from]
  return since && addMonths(since, months)
}

/** Everything that falls due for somebody up to `until`, soonest first. */
export const dueUntil = (career: Career, rules: Rules, until: string): { what: DueKind; on: string }[] =>
  dueKinds
    .flatMap(what => {
      const term = termOf(what, rules)
      const on = term && dueDay(term, career)
      return on && on <= until ? [{ what, on }] : []
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
