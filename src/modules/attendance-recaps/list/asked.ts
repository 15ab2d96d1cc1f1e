import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { addMonths, noonOf, todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { viewers, type Viewer } from '#modules/attendance/contract.ts'
import { monthAsked } from '../parts/here.ts'
import { monthRows, type MonthRow } from '../reading.ts'
import type { TableInForce } from '../rules.ts'
import { undecided } from '../rules/recap.ts'

export const monthText = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional().catch(undefined)

/** Which people of a month are looked at. */
export const narrowings = ['belum', 'potongan', 'absen', 'terlambat'] as const
export type Narrowing = (typeof narrowings)[number]

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  bulan: monthText,
  hanya: z.enum(narrowings).optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
})

type Asked = Context<z.output<typeof listQuery>>

const fits: Record<Narrowing, (row: MonthRow) => boolean> = {
  belum: ({ counts, settled }) => !settled && undecided(counts) + counts.missingIn + counts.missingOut > 0,
  potongan: ({ cut }) => (cut?.total ?? 0) > 0,
  absen: ({ counts }) => counts.absent > 0,
  terlambat: ({ counts }) => counts.late.n + counts.early.n > 0,
}

export interface Listing {
  viewer: Viewer
  today: string
  month: string
  /** The unit asked for, or one's own; null for all that one sees. */
  unit: Unit | null
  rows: MonthRow[]
  table: TableInForce | null
  more: boolean
}

/** The month of everybody in the unit asked for, as far as one sees them: `limit` people at most. */
export async function listed(context: Asked, limit: number): Promise<Listing> {
  const { db, query, who } = context
  const viewer = await context.ask(viewers).viewerOf(context)
  if (viewer.visible.size === 0) throw new Refused('Rekap pegawai lain dilihat atasan dan pengelola kepegawaian.')
  const { units, visible } = viewer
  const today = todayOf(context)
  const month = monthAsked(query.bulan, today)
  const unit = query.unit ? units.byId(query.unit) : units.byId(who.account!.unitId)
  if (query.unit && (!unit || !visible.has(unit.id))) throw new NotFound()
  const chosen = unit && visible.has(unit.id) ? unit : null
  const unitIds = (chosen ? units.below(chosen.id) : [...visible]).filter(id => visible.has(id))
  const found = await monthRows(db, context, { units, unitIds, month, limit })
  const wanted = query.q?.toLowerCase()
  const digits = query.q?.replace(/\D/g, '') ?? ''
  const rows = found.rows.filter(row =>
    (!wanted || row.employee.name.toLowerCase().includes(wanted) || (digits.length > 3 && row.employee.nip?.startsWith(digits))) && (!query.hanya || fits[query.hanya](row)))
  return { viewer, today, month, unit: chosen, table: found.table, more: found.more, rows }
}

export const monthName = (month: string): string => t('{month, date, ::MMMMyyyy}', { month: noonOf(month) })

/** The last two years up to this month, to choose from; the newest first. */
export const monthOptions = (today: string): { value: string; label: string }[] =>
  Array.from({ length: 24 }, (_, i) => addMonths(`${today.slice(0, 7)}-01`, -i)).map(month => ({ value: month.slice(0, 7), label: monthName(month) }))
