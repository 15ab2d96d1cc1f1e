import type { Db, Tx } from '#platform/db/database.ts'
import type { Message } from '#platform/forms/fields.ts'
import { port } from '#platform/web/port.ts'
import type { Employee } from '#modules/personnel/contract.ts'

/** Working days of one leave that a year's account is charged with. */
export interface Use {
  requestId: string
  from: string
  until: string
  year: number
  days: number
  /** Asked for and not decided. */
  pending: boolean
}

/** What somebody took or asked for. */
export interface Taken {
  uses: readonly Use[]
  /** Years whose annual leave went with another leave. */
  cleared: readonly number[]
}

/** Somebody away on granted leave: never why. */
export interface Away {
  employeeId: string
  from: string
  until: string
}

/** Who took which days; who grants leave offers it. */
export interface Uses {
  /** Who of these units is away on some of the days, by first day. */
  away(db: Db | Tx, unitIds: readonly string[], from: string, until: string): Promise<Away[]>
  /** By employee id; those without any are left out. */
  of(db: Db | Tx, employeeIds: readonly string[]): Promise<Map<string, Taken>>
  /** When leave was first asked for here. */
  since(db: Db | Tx): Promise<Date | null>
}

/** One year's account, in working days. */
export interface YearBalance {
  year: number
  /** Its own, less cuti bersama where that is taken from it. */
  own: number
  joint: number
  /** From the year before. */
  carried: number
  /** Left of the year before and not carried. */
  lapsed: number
  /** Of those carried, how many because they were deferred in writing. */
  deferred: number
  /** Whether more is carried because none was used for years. */
  idle: boolean
  /** Whether cuti besar took it. */
  cleared: boolean
  used: number
  pending: number
  /** To be had still. */
  left: number
  /** Of that, of the year's own; the rest was carried. */
  leftOwn: number
  /** Used or asked for beyond what there was. */
  over: number
}

/** A line of an account, so that anyone can add it up. */
export interface Line extends Message {
  days: number
  note: Message | null
  /** The leave it comes from. */
  requestId: string | null
}

/** Somebody's annual leave on a day. */
export interface Account {
  /** The version of `leave-quota` it is counted by; null where none was set for this kind of employee. */
  quota: { id: string; days: number; carry: number; legalBasis: string; verified: boolean } | null
  /** First day on which there is a right to it; null when that is not known. */
  entitledFrom: string | null
  /** Last year in which days were taken or asked for. */
  lastYear: number | null
  /** Years up to `until`, the earliest one known first; with `instead` as if that request took other days. */
  years(until: number, instead?: { requestId: string; charges: Readonly<Record<string, number>> }): YearBalance[]
  /** What one of these years is made of. */
  lines(balance: YearBalance): Line[]
}

/** Annual leave: what there is, what is left, and why. */
export interface Accounts {
  /** By employee id, in a fixed number of queries. */
  of(db: Db | Tx, people: readonly Pick<Employee, 'id' | 'kind' | 'enteredOn'>[], day: string): Promise<Map<string, Account>>
  /** Keeps days that were deferred in writing for the year after. */
  defer(tx: Tx, deferral: { employeeId: string; requestId: string; charges: Readonly<Record<string, number>>; basis: string; by: string | null }): Promise<void>
}

export const accounts = port<Accounts>('leave-accounts.accounts')
export const uses = port<Uses>('leave-accounts.uses')
