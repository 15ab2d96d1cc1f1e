import type { Db, Tx } from '#platform/db/database.ts'
import { locale } from '#platform/i18n/locale.ts'
import { reference, referenceList } from '#platform/reference/reference.ts'
import { addMonths } from '#platform/time/zone.ts'

/** A ground on which data may be refused, with the article it rests on. */
export interface Ground {
  code: string
  name: string
  legalBasis: string
}

/** Reference list `data-refusal-ground`, in its order, named in the reader’s language. */
export async function groundsOn(db: Db | Tx, day: string): Promise<Ground[]> {
  const rows = await referenceList<{ name: string; english?: string; order: number }>(db, 'data-refusal-ground', day)
  return rows.toSorted((a, b) => a.value.order - b.value.order).map(({ code, value, legalBasis }) => ({ code, name: locale().language === 'en' ? (value.english ?? value.name) : value.name, legalBasis }))
}

/** Rows a masked sample has; reference list `data-sample`. */
export const sampleRows = async (db: Db | Tx, day: string): Promise<number> => (await reference<{ count: number }>(db, 'data-sample', 'rows', day, { count: 50 })).count

/** The last day anything may be given until; reference list `data-grant-months`. */
export const latestEnd = async (db: Db | Tx, day: string): Promise<string> => addMonths(day, (await reference<{ months: number }>(db, 'data-grant-months', 'most', day, { months: 12 })).months)
