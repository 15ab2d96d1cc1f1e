import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { EmployeeKind } from '../contract.ts'

/** A golongan with its rank: `III/a`, Penata Muda. */
export interface Grade {
  code: string
  kind: EmployeeKind
  name: string | null
  order: number
}

/** Grades as they are on a day, from low to high. */
export interface Lists {
  grades: readonly Grade[]
}

/** What the forms and lists of histories choose from. */
export async function listsOn(db: Db | Tx, day: string): Promise<Lists> {
  const grades = await referenceList<Omit<Grade, 'code'>>(db, 'grade', day)
  return { grades: grades.map(({ code, value }) => ({ ...value, code })).toSorted((a, b) => a.order - b.order) }
}

/** `III/a, Penata Muda`; the official name has no English. */
export function gradeName(code: string | null, { grades }: Lists): string {
  const name = grades.find(grade => grade.code === code)?.name
  return code === null ? '' : name ? `${code}, ${name}` : code
}
