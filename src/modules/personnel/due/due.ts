import { addMonths } from '#platform/time/zone.ts'
import type { EmployeeKind, EmployeeStatus } from '../contract.ts'

/** What comes due for somebody in service: KGB, promotion, retirement, the end of a contract. */
export const dueKinds = ['salary-increase', 'promotion', 'retirement', 'contract'] as const
export type DueKind = (typeof dueKinds)[number]

/** One rule as the reference list `service-term` has it on a day. */
export interface Term {
  months: number
  /** Months before the day in which it is prepared. */
  notice: number
  legalBasis: string
  verified: boolean
}

/** The rules of a day. */
export interface Rules {
  terms: Readonly<Partial<Record<DueKind, Term>>>
  /** Age of retirement in years by level of position, with its basis. */
  ages: ReadonlyMap<string, { age: number; legalBasis: string; verified: boolean }>
  /** The highest grade: nothing comes after it. */
  highest: string | null
}

/** What the rules look at. */
export interface Service {
  kind: EmployeeKind
  status: EmployeeStatus
  birthDate: string
  grade: string | null
  gradeSince: string | null
  positionLevel: string | null
  increaseSince: string | null
  contractUntil: string | null
}

/** First day of retirement: the first of the month after the birthday with which service ends. */
export function retirementDay(birthDate: string, age: number): string {
  const birthday = addMonths(birthDate, age * 12)
  return `${addMonths(`${birthday.slice(0, 7)}-01`, 1)}`
}

/** The day something falls due for somebody; null where the rule does not concern them, or says nothing. */
export function dueDay(what: DueKind, service: Service, { terms, ages, highest }: Rules): string | null {
  const term = terms[what]
  const { kind, birthDate, grade, gradeSince, positionLevel, increaseSince, contractUntil, status } = service
  if (!term || status !== 'active') return null
  switch (what) {
    case 'salary-increase':
      return kind === 'honorer' || !increaseSince ? null : addMonths(increaseSince, term.months)
    case 'promotion':
      return kind !== 'pns' || !gradeSince || grade === highest ? null : addMonths(gradeSince, term.months)
    case 'retirement': {
      const age = kind === 'honorer' || !positionLevel ? undefined : ages.get(positionLevel)?.age
      return age === undefined ? null : retirementDay(birthDate, age)
    }
    case 'contract':
      return kind === 'pns' ? null : contractUntil
  }
}

/** Everything that falls due for somebody up to `until`, soonest first. */
export const dueUntil = (service: Service, rules: Rules, until: string): { what: DueKind; on: string }[] =>
  dueKinds
    .flatMap(what => {
      const on = dueDay(what, service, rules)
      return on && on <= until ? [{ what, on }] : []
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
