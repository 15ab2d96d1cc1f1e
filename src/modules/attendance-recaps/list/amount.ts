import { covers } from '#platform/access/who.ts'
import { rupiah } from '#platform/i18n/format.ts'
import type { Viewer } from '#modules/attendance/contract.ts'
import type { MonthRow } from '../reading.ts'
import { amountOf } from '../rules/allowance.ts'

/** What a month takes from somebody's allowance, for personnel officers of their unit; null for everybody else, and where it is not known. */
export function amountFor({ officer }: Pick<Viewer, 'officer'>, { unitId, cut, base }: Pick<MonthRow, 'unitId' | 'cut' | 'base'>): { base: bigint; amount: bigint; text: string } | null {
  if (!cut || base === null || !covers(officer, { unitId })) return null
  const amount = amountOf(base, cut.total)
  return { base, amount, text: rupiah(amount) }
}
