import type { Db, Tx } from '#platform/db/database.ts'
import { reference, referenceList, type Reference } from '#platform/reference/reference.ts'
import type { Final, Judgement } from './contract.ts'

const unjudged: Judgement = { retentionId: null, retentionCode: null, retentionBasis: null, activeYears: null, inactiveYears: null, final: null }

/** The code and those above it, the nearest first: `100.3.3.2`, `100.3.3`, `100.3`, `100`. */
export const codesAbove = (code: string): string[] => {
  const parts = code.split('.')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('.'))
}

type Schedule = Reference<{ active: number; inactive: number; final: Final }>

/** The line of a day's schedule that counts for a code: its own, or the nearest above it. */
async function lineOn(db: Db | Tx, classification: string, day: string): Promise<Schedule | undefined> {
  const list = new Map((await referenceList<Schedule['value']>(db, 'archive-retention', day)).map(one => [one.code, one]))
  return codesAbove(classification).flatMap(code => list.get(code) ?? [])[0]
}

/** How a dossier of this code is judged on a day; what is older than the schedule goes by that of today. */
export async function judge(db: Db | Tx, classification: string, day: string): Promise<Judgement> {
  const found = (await lineOn(db, classification, day)) ?? (await lineOn(db, classification, new Date().toISOString().slice(0, 10)))
  if (!found) return unjudged
  const { active, inactive, final } = found.value
  return { retentionId: found.id, retentionCode: found.code, retentionBasis: found.legalBasis, activeYears: active, inactiveYears: inactive, final }
}

/** Codes of the classification with their names, in their order. */
export async function classificationOn(db: Db | Tx, day: string): Promise<Map<string, string>> {
  const list = await referenceList<{ name: string }>(db, 'letter-classification', day)
  return new Map(list.toSorted((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })).map(({ code, value }) => [code, value.name]))
}

/** Days a dossier is lent for, unless somebody says otherwise. */
export const loanDays = async (db: Db, day: string): Promise<number> => (await reference<{ days: number }>(db, 'archive-loan', 'days', day, { days: 14 })).days
