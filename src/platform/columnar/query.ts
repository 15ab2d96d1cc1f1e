import { z } from 'zod'

/**
 * Compares one column. `contains` ignores case and accents, `in` takes several values, `within` a region code and
 * everything below it.
 */
const condition = z.object({
  column: z.string().max(80),
  is: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'contains', 'in', 'within', 'empty', 'filled']),
  value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.array(z.union([z.string().max(1000), z.number()])).max(1000)]).optional(),
})

const measure = z.object({ of: z.enum(['count', 'sum', 'avg', 'min', 'max', 'median', 'distinct']), column: z.string().max(80).optional() })

/**
 * A question to one table. Without `group` it answers rows, with it one row per group whose measures are called
 * `count`, `sum_<column>` and so on. Columns and measures that do not exist are refused, never guessed. Where a column
 * is named, a day may be made coarser (`tanggal.year`, `.quarter`, `.month`, `.day`), and a region code as well
 * (`wilayah.province`, `.regency`, `.district`).
 */
export const query = z.object({
  columns: z.array(z.string().max(80)).max(1000).optional(),
  where: z.array(condition).max(30).optional(),
  /** Words that must all stand somewhere in the text columns of a row. */
  search: z.string().max(200).optional(),
  group: z.object({ by: z.array(z.string().max(80)).max(4), measures: z.array(measure).min(1).max(8) }).optional(),
  sort: z.array(z.object({ column: z.string().max(80), down: z.boolean().optional() })).max(4).optional(),
  limit: z.number().int().min(0).max(100_000).optional(),
  offset: z.number().int().min(0).max(1_000_000_000).optional(),
})

export type Query = z.output<typeof query>
export type Condition = z.output<typeof condition>
export type Measure = z.output<typeof measure>

/** A cell as it is handed out: days and instants as ISO text, integers beyond 2^53 and decimals that would lose digits as text. */
export type Cell = string | number | boolean | null

export interface Answer {
  columns: { name: string; type: string }[]
  rows: Cell[][]
  /** Rows there would be without limit and offset. */
  total: number
  milliseconds: number
}
