import { z } from 'zod'
import type { Context } from '#platform/web/page.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import type { BookFilter } from '../book-store.ts'
import { states } from '../number.ts'
import { isKind } from '../parts/kinds.ts'
import { todayOf, unitHere } from '../parts/here.ts'

/** Which book of a unit, and what of it; of the page, its downloads and its print. */
export const bookQuery = z.object({
  jenis: z.string().refine(isKind).optional().catch(undefined),
  tahun: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  keadaan: z.enum(states).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})
export type BookQuery = z.output<typeof bookQuery>

export interface BookHere {
  unit: Unit
  units: UnitTree
  today: string
  filter: BookFilter
}

/** The book of an address, for whoever may read it; this year's unless another is asked for. */
export async function bookHere(context: Context<BookQuery>): Promise<BookHere> {
  const { unit, units } = await unitHere(context, 'read')
  const today = todayOf(context)
  const { jenis = null, tahun, keadaan, q, setelah } = context.query
  return { unit, units, today, filter: { series: { unitId: unit.id, kind: jenis }, year: tahun ?? Number(today.slice(0, 4)), state: keadaan, text: q || undefined, after: setelah } }
}
