import { z } from 'zod'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { codesAbove } from '../retention.ts'
import type { DossierFilter } from '../store.ts'

const mark = /^(\d{4})\.(\d{1,9})\.([0-9a-f-]{36})$/

export const listQuery = z.object({
  q: z.string().max(200).default('').catch(''),
  tahun: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  kode: z.string().regex(/^\d{3}(\.\d+)*$/).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  keadaan: z.enum(['open', 'closed', 'inactive', 'destroyed', 'handed-over', 'overdue']).optional().catch(undefined),
  setelah: z.string().regex(mark).optional().catch(undefined),
})

export type ListQuery = z.output<typeof listQuery>

/** What the address asks for. */
export function filterOf({ query, now, government }: Pick<Context<ListQuery>, 'query' | 'now' | 'government'>): Omit<DossierFilter, 'limit'> {
  const after = mark.exec(query.setelah ?? '')
  return {
    year: query.tahun, code: query.kode, unitId: query.unit, state: query.keadaan, text: query.q.trim() || undefined, day: dayIn(now, government.zone),
    after: after ? { year: Number(after[1]), sequence: Number(after[2]), id: after[3]! } : undefined,
  }
}

/** Where the next page begins. */
export const markOf = ({ year, sequence, id }: { year: number; sequence: number; id: string }): string => `${year}.${sequence}.${id}`

/** The codes people narrow a list by: groups and what is directly below them. */
export const groupsOf = (codes: ReadonlyMap<string, string>): { value: string; label: string }[] =>
  [...codes].filter(([code]) => codesAbove(code).length <= 2).map(([code, name]) => ({ value: code, label: `${code} ${name}` }))
