import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Grade } from '../parts/lists.ts'
import { dueKinds, type Rules, type Term } from './due.ts'

/** The rules of service as they are on a day: reference lists `service-term`, `retirement-age` and `grade`. */
export async function rulesOn(db: Db | Tx, day: string): Promise<Rules> {
  const [terms, ages, grades] = await Promise.all([
    referenceList<Pick<Term, 'months' | 'notice'>>(db, 'service-term', day),
    referenceList<number>(db, 'retirement-age', day),
    referenceList<Omit<Grade, 'code'>>(db, 'grade', day),
  ])
  const term = (code: string) => terms.find(one => one.code === code)
  return {
    terms: Object.fromEntries(dueKinds.flatMap(kind => {
      const found = term(kind)
      return found ? [[kind, { ...found.value, legalBasis: found.legalBasis, verified: found.verified }]] : []
    })),
    ages: new Map(ages.map(({ code, value, legalBasis, verified }) => [code, { age: value, legalBasis, verified }])),
    highest: grades.filter(({ value }) => value.kind === 'pns').toSorted((a, b) => b.value.order - a.value.order)[0]?.code ?? null,
  }
}
