import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { referenceVersions } from '#platform/reference/keeping.ts'
import { reference, referenceList, type Reference } from '#platform/reference/reference.ts'
import { addDays, addMonths } from '#platform/time/zone.ts'
import { cutTable, type CutTable } from './rules/cut.ts'
import type { TimeClass } from './rules/correction.ts'
import { disciplineRule, threshold, type DisciplineRule, type Threshold } from './rules/discipline.ts'

/** A table of cuts as it is in force, with what it rests on. */
export interface TableInForce extends Omit<Reference<unknown>, 'value'> {
  table: CutTable
}

/** By what a month is cut: the table in force on its last day; null where none is, or it does not read as one. */
export async function cutTableOf(db: Db | Tx, month: string): Promise<TableInForce | null> {
  const found = (await referenceList<unknown>(db, 'attendance-cut', lastDayOf(month))).find(({ code }) => code === 'table')
  const table = cutTable.safeParse(found?.value)
  return found && table.success ? { ...found, table: table.data } : null
}

/** The table a month was closed with, whatever is in force now. */
export async function cutTableById(db: Db | Tx, id: string): Promise<CutTable | null> {
  const found = (await referenceVersions(db, 'attendance-cut', { limit: 1000 })).find(version => version.id === id)
  return cutTable.safeParse(found?.value).data ?? null
}

const timeClass = z.object({ kind: z.enum(['late', 'early']), from: z.int().min(1), to: z.int().nullable() })

/** Classes of lateness on a day. */
export const classesOn = async (db: Db | Tx, day: string): Promise<TimeClass[]> =>
  (await referenceList<unknown>(db, 'attendance-class', day)).flatMap(({ code, value }) => { const read = timeClass.safeParse(value); return read.success ? [{ code, ...read.data }] : [] })

/** Thresholds of discipline on a day. */
export async function disciplineOn(db: Db | Tx, day: string): Promise<{ rule: DisciplineRule | null; thresholds: (Threshold & { legalBasis: string })[] }> {
  const [rules, thresholds] = await Promise.all([reference<unknown>(db, 'discipline-rule', 'warning', day, null), referenceList<unknown>(db, 'discipline-threshold', day)])
  return {
    rule: disciplineRule.safeParse(rules).data ?? null,
    thresholds: thresholds.flatMap(({ code, value, legalBasis }) => { const read = threshold.safeParse(value); return read.success ? [{ ...read.data, code, legalBasis }] : [] }),
  }
}

/** Last day on which a month may be put right: reference list `presensi-moderation-day`, a day of the next month. */
export async function deadlineOf(db: Db | Tx, month: string): Promise<string> {
  const next = addMonths(month, 1)
  const day = z.int().min(1).max(28).safeParse(await reference<unknown>(db, 'presensi-moderation-day', 'day', next, null)).data ?? 3
  return `${next.slice(0, 8)}${String(day).padStart(2, '0')}`
}

/** The last day of the month that begins on this one. */
export const lastDayOf = (month: string): string => addDays(addMonths(month, 1), -1)

