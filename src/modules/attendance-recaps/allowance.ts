import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Services } from '#platform/web/services.ts'
import { posts } from '#modules/organisation/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { lastDayOf } from './rules.ts'

const base = z.object({ amount: z.string().regex(/^\d{1,12}$/) })

/** What the allowance of each is in a month, by employee id: reference list `tpp-base`, whole rupiah by position class; who has no class, or one without an amount, is left out. */
export async function basesOf(db: Db | Tx, { ask }: Pick<Services, 'ask'>, people: readonly Pick<Employee, 'id' | 'accountId' | 'nip'>[], month: string): Promise<Map<string, bigint>> {
  const day = lastDayOf(month)
  const amounts = new Map((await referenceList<unknown>(db, 'tpp-base', day)).flatMap(({ code, value }) => { const read = base.safeParse(value); return read.success ? [[code, BigInt(read.data.amount)] as const] : [] }))
  if (amounts.size === 0 || people.length === 0) return new Map()
  const grades = await ask(posts).grades(db, people, day)
  return new Map([...grades].flatMap(([id, grade]) => { const amount = amounts.get(String(grade)); return amount === undefined ? [] : [[id, amount] as const] }))
}
