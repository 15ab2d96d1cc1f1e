import { addDays } from '#platform/time/zone.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import type { Holidays } from '#platform/time/working-days.ts'
import { accounts, type Account } from '#modules/leave-accounts/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import { overlap } from '../days.ts'
import { deputiesFor, dutiesOf, type Deputy, type Duty } from '../handover.ts'
import type { Case } from '../judge.ts'
import type { Kind, Request, Span } from '../leave.ts'
import { awayShare, closedDays, kindOf, kindsOn } from '../rules.ts'
import { absencesOf, awayIn, requestsOf } from '../store.ts'
import { atOf, todayOf } from './here.ts'

type Around = Pick<Context, 'ask' | 'government' | 'now'>

/** Somebody's leave with the rules and the calendar it is counted by. */
export interface Book {
  today: string
  kinds: readonly Kind[]
  holidays: Holidays
  /** The latest days first. */
  requests: readonly Request[]
  account: Account
}

/** Opens somebody's account as of today. */
export async function bookOf(db: Db | Tx, context: Around, employee: Employee): Promise<Book> {
  const today = todayOf(context)
  const [kinds, holidays, requests, found] = await Promise.all([kindsOn(db, today), closedDays(db, today), requestsOf(db, [employee.id]), context.ask(accounts).of(db, [employee], today)])
  return { today, kinds, holidays, requests, account: found.get(employee.id)! }
}

/** What a request of this kind is judged by. @throws NotFound for a kind there is none of */
export function caseOf({ kinds, ...book }: Book, person: Employee, kind: string, id: string | null): Case {
  const rule = kindOf(kinds, kind)
  if (!rule) throw new NotFound()
  return { ...book, id, person, kind: rule }
}

/** A leading position to be handed on, with those who may take it. */
export interface Handing extends Duty {
  deputies: readonly Deputy[]
}

/** Colleagues' leave around a request: who of the unit is away when, and who can stand in. */
export interface Company {
  /** Never why somebody is away. */
  away: readonly (Span & { employeeId: string; name: string })[]
  /** How many serve in the unit. */
  of: number
  /** The share above which many are away. */
  share: number
  handings: readonly Handing[]
}

/** Days ahead within which colleagues' leave is looked at. */
const ahead = 400
const behind = 60
/** A unit with more people is counted no further. */
const most = 500

/** What is known about a person's unit and duties around today, to be compared with whatever days are typed. */
export async function companyOf(db: Db | Tx, context: Around, employee: Employee): Promise<Company> {
  const at = atOf(context)
  const [spans, serving, share, duties] = await Promise.all([
    awayIn(db, [employee.unitId], { from: addDays(at.today, -behind), until: addDays(at.today, ahead) }),
    context.ask(employees).serving(db, [employee.unitId], most),
    awayShare(db, at.today),
    dutiesOf(db, at, employee, at.today),
  ])
  const others = spans.filter(span => span.employeeId !== employee.id)
  const names = await context.ask(employees).byId(db, others.map(span => span.employeeId))
  const handings: Handing[] = []
  for (const duty of duties) handings.push({ ...duty, deputies: await deputiesFor(db, at, duty.post, employee) })
  return { away: others.map(span => ({ ...span, name: names.get(span.employeeId)?.name ?? '' })), of: serving.length, share, handings }
}

/** Names of colleagues away on some of these days. */
export const awayWith = ({ away }: Pick<Company, 'away'>, span: Span): string[] => [...new Set(away.filter(one => overlap(one, span)).map(one => one.name))]

/** The largest number away on one of the days, the person included. */
export function mostAway({ away }: Pick<Company, 'away'>, span: Span): number {
  const meanwhile = away.filter(one => overlap(one, span))
  // Somebody's first day is where a largest number begins.
  const begins = [span.from, ...meanwhile.map(one => one.from).filter(day => day > span.from)]
  return 1 + Math.max(0, ...begins.map(day => meanwhile.filter(one => one.from <= day && day <= one.until).length))
}

/** What whoever decides should know about the days: many away at once, or who stands in is away too. */
export async function warningsOf(db: Db | Tx, company: Company, span: Span, deputies: readonly Pick<Employee, 'id' | 'name'>[]): Promise<{ many: { n: number; of: number } | null; deputiesAway: string[] }> {
  const n = mostAway(company, span)
  const gone = new Set((await absencesOf(db, deputies.map(one => one.id), span)).map(one => one.employeeId))
  return { many: company.of > 1 && n > 1 && n / company.of > company.share ? { n, of: company.of } : null, deputiesAway: deputies.filter(one => gone.has(one.id)).map(one => one.name) }
}

