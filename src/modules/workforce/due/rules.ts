import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { dueKinds, type Rules } from './due.ts'

/** The rules of service as they are on a day: reference lists `service-term`, `retirement-age` and `grade`. */
export async function rulesOn(db: Db | Tx, day: string): Promise<Rules> {
  const [terms, ages, grades] = await Promise.all([
    referenceList<{ months: number; notice: number }>(db, 'service-term', day),
    referenceList<number>(db, 'retirement-age', day),
    referenceList<{ kind: string; name: string | null; order: number }>(db, 'grade', day),
  ])
  return {
    terms: Object.fromEntries(dueKinds.flatMap(kind => terms.filter(({ code }) => code === kind).map(({ value, legalBasis, verified }) => [kind, { ...value, legalBasis, verified }]))),
    ages: new Map(ages.map(({ code, value, legalBasis, verified }) => [code, { age: value, legalBasis, verified }])),
    grades: grades.toSorted((a, b) => a.value.order - b.value.order).map(({ code, value: { kind, name } }) => ({ code, kind, name })),
  }
}
