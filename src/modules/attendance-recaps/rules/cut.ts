import { z } from 'zod'
import { isTimed, type KeptDay } from './recap.ts'

const percent = z.int().min(0).max(10_000)

/**
 * How presence cuts the allowance (TPP), in hundredths of a percent: reference list `attendance-cut`. Per class of
 * lateness, day of absence, scan that is missing, and per day explained in a way that is cut as well.
 */
export const cutTable = z.object({
  classes: z.record(z.string(), percent),
  absent: percent,
  missing: percent,
  explained: z.partialRecord(z.enum(['leave', 'sick', 'duty', 'trip', 'training', 'blankspot', 'other']), percent).default({}),
  /** The most a month may cost. */
  cap: percent,
})

export type CutTable = z.output<typeof cutTable>

/** One line of a cut: what for, how often, how much in all. */
export interface CutPart {
  /** A class such as `TL1`, or one of the other reasons. */
  code: string
  n: number
  cut: number
}

export interface Cut {
  parts: CutPart[]
  /** Hundredths of a percent; the sum of the parts, but never above the cap. */
  total: number
  capped: boolean
}

/** What one day costs, part by part. */
function costsOf(table: CutTable, day: KeptDay): [code: string, cut: number][] {
  if (day.state === 'absent') return [['absent', table.absent]]
  if (day.state === 'explained') return [[`explained:${day.reason ?? 'other'}`, table.explained[day.reason ?? 'other'] ?? 0]]
  if (!isTimed(day)) return []
  const costs: [string, number][] = []
  if (day.state !== 'present') costs.push(['missing', table.missing])
  if (day.late > 0 && day.lateClass) costs.push([day.lateClass, table.classes[day.lateClass] ?? 0])
  if (day.early > 0 && day.earlyClass) costs.push([day.earlyClass, table.classes[day.earlyClass] ?? 0])
  return costs
}

/** What a month costs, in whatever order its days come; no day costs more than being absent would. */
export function cutOf(table: CutTable, days: readonly KeptDay[]): Cut {
  const parts = new Map<string, CutPart>()
  for (const day of days) {
    let left = table.absent
    for (const [code, cost] of costsOf(table, day)) {
      const cut = Math.min(cost, left)
      left -= cut
      const part = parts.get(code) ?? { code, n: 0, cut: 0 }
      parts.set(code, { code, n: part.n + 1, cut: part.cut + cut })
    }
  }
  const costing = [...parts.values()].filter(({ cut }) => cut > 0).toSorted((a, b) => a.code.localeCompare(b.code))
  const sum = costing.reduce((total, { cut }) => total + cut, 0)
  return { parts: costing, total: Math.min(sum, table.cap), capped: sum > table.cap }
}
