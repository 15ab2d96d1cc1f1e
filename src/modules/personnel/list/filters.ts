import { z } from 'zod'
import type { Reach, Who } from '#platform/access/who.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { employeeKinds, employeeStatuses } from '../employee.ts'
import { nikHash } from '../store.ts'
import type { Filter } from './list-store.ts'

/** Filters of the list and of its downloads, in the address. */
export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  jenis: z.enum(employeeKinds).optional().catch(undefined),
  golongan: z.string().max(8).optional().catch(undefined),
  keadaan: z.enum([...employeeStatuses, 'semua']).default('active').catch('active'),
  setelah: z.uuid().optional().catch(undefined),
})
export type ListQuery = z.output<typeof listQuery>

/** The address as the database is asked; a NIK is looked for only where its holder may be seen in clear. */
export function filterOf(query: ListQuery, { units, who, secret }: { units: UnitTree; who: Who; secret: string }): Filter {
  return {
    ...searchOf(query.q ?? '', who.reach('personnel.read-sensitive'), secret),
    units: query.unit ? units.below(query.unit) : undefined,
    kind: query.jenis,
    grade: query.golongan,
    status: query.keadaan === 'semua' ? undefined : query.keadaan,
    after: query.setelah,
  }
}

function searchOf(typed: string, mayKnow: Reach | null, secret: string): Pick<Filter, 'name' | 'nip' | 'nik'> {
  const digits = typed.replace(/[\s.-]/g, '')
  if (typed === '') return {}
  if (!/^\d+$/.test(digits)) return { name: typed }
  // A NIP may be the beginning of one; sixteen digits are a NIK only for those who may know it.
  return digits.length === 16 && mayKnow ? { nik: { hash: nikHash(secret, digits), reach: mayKnow } } : { nip: digits }
}
