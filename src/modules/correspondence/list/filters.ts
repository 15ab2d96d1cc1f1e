import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { secrecies } from '../letter.ts'
import { keysHere } from '../letters.ts'
import { officeOf } from '../parts/office.ts'
import type { Filter } from './list-store.ts'

export const listQuery = z.object({
  buku: z.enum(['masuk', 'keluar', 'konsep', 'terlibat']).optional().catch(undefined),
  q: z.string().max(200).default('').catch(''),
  unit: z.uuid().optional().catch(undefined),
  jenis: z.string().max(60).optional().catch(undefined),
  sifat: z.enum(secrecies).optional().catch(undefined),
  tahun: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined),
  keadaan: z.enum(['terbuka']).optional().catch(undefined),
  setelah: z.string().regex(/^[^|]{10,40}\|[0-9a-f-]{36}$/).optional().catch(undefined),
})

export type ListQuery = z.infer<typeof listQuery>

/** Offices whose books the person may open, the own one first. */
export function officesOf({ who }: Pick<Context, 'who'>, units: UnitTree) {
  const reaches = [who.reach('correspondence.office'), who.reach('correspondence.read')]
  const own = who.account ? officeOf(units, who.account.unitId) : ''
  return units.all.filter(unit => officeOf(units, unit.id) === unit.id && reaches.some(reach => covers(reach, { unitId: unit.id }))).toSorted((a, b) => Number(b.id === own) - Number(a.id === own) || a.name.localeCompare(b.name, 'id'))
}

/** What to read for a query; nobody's office stands for the first one the person may open. */
export async function filterOf(context: Pick<Context<ListQuery>, 'db' | 'who' | 'government' | 'now' | 'ask' | 'query'>): Promise<{ filter: Omit<Filter, 'limit'>; units: UnitTree; offices: ReturnType<typeof officesOf> }> {
  const { ask, government, who, query } = context
  const units = await ask(unitDirectory).of(government.id)
  const offices = officesOf(context, units)
  const office = offices.find(({ id }) => id === query.unit) ?? offices[0]
  const inOffice = office ? units.below(office.id).filter(id => officeOf(units, id) === office.id) : []
  const [at = '', id = ''] = query.setelah?.split('|') ?? []
  return {
    units,
    offices,
    filter: {
      book: query.buku ?? (office ? 'masuk' : 'terlibat'), units: inOffice, keys: await keysHere(context), accountId: who.account!.id,
      kind: query.jenis, secrecy: query.sifat, year: query.tahun, open: query.keadaan === 'terbuka', after: query.setelah ? { at, id } : undefined,
    },
  }
}
