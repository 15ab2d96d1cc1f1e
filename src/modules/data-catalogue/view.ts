import { z } from 'zod'
import type { Condition, Measure, Query } from '#platform/columnar/query.ts'
import type { Column } from '#platform/columnar/table.ts'

/** Conditions one view has at most; more belong into a download. */
export const mostConditions = 3
export const pageSize = 50
/** Groups a table of groups shows, and a chart draws. */
export const mostGroups = 200
export const mostBars = 40

export const comparisons = { sama: 'eq', bukan: 'ne', memuat: 'contains', lebih: 'gt', 'paling-sedikit': 'gte', kurang: 'lt', 'paling-banyak': 'lte', kosong: 'empty', berisi: 'filled' } as const
export type Comparison = keyof typeof comparisons
export const charts = ['batang', 'garis', 'lingkaran', 'peta'] as const
export type ChartKind = (typeof charts)[number]
export const measures = { jumlah: 'sum', rerata: 'avg', median: 'median', terkecil: 'min', terbesar: 'max', berbeda: 'distinct' } as const
export type MeasureName = keyof typeof measures

const name = z.string().max(100).optional()
const comparison = z.enum(Object.keys(comparisons) as [Comparison, ...Comparison[]]).optional().catch(undefined)
const value = z.string().max(200).optional()

/** A view as its address says it: a permanent link, readable, the same with and without scripts. */
export const viewQuery = z.object({
  q: z.string().max(200).optional(),
  k1: name, o1: comparison, v1: value, k2: name, o2: comparison, v2: value, k3: name, o3: comparison, v3: value,
  kel: name, kel2: name,
  /** `banyak`, or a measure and its column: `jumlah:kunjungan`. */
  ukur: z.string().max(120).optional(),
  bagan: z.enum(charts).optional().catch(undefined),
  urut: z.string().max(120).optional(),
  hal: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
})
export type ViewQuery = z.output<typeof viewQuery>

/** What a view asks of its table, and what of the address was left out because the table has no such thing. */
export interface View {
  query: Query
  grouped: { by: Column[]; measure: Measure; label: MeasureName | 'banyak'; column: Column | null } | null
  chart: ChartKind | null
  conditions: { column: Column; is: Comparison; value: string | null }[]
  ignored: string[]
}

export const isNumber = (column: Column | undefined): boolean => column?.type === 'integer' || column?.type === 'decimal'

/** What a text typed for a number means; Indonesian and plain writing alike. */
function numberOf(typed: string): number | null {
  const text = typed.trim()
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) || text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** The name the answer gives a measure. */
export const measureName = ({ of, column }: Measure): string => (of === 'count' ? 'count' : `${of}_${column}`)

/** Reads an address against the columns of its table; never refuses, only leaves out. */
export function viewOf(asked: ViewQuery, columns: readonly Column[]): View {
  const byName = new Map(columns.map(column => [column.name, column]))
  const ignored: string[] = []
  const conditions: View['conditions'] = []
  const where: Condition[] = []
  for (const [key, how, typed] of [[asked.k1, asked.o1, asked.v1], [asked.k2, asked.o2, asked.v2], [asked.k3, asked.o3, asked.v3]] as const) {
    if (!key) continue
    const column = byName.get(key)
    const is: Comparison = how ?? 'sama'
    const wordless = is === 'kosong' || is === 'berisi'
    if (!column || (!wordless && !typed?.trim())) {
      if (!column || typed?.trim()) ignored.push(key)
      continue
    }
    const number = isNumber(column) && is !== 'memuat' && !wordless ? numberOf(typed!) : null
    if (isNumber(column) && !wordless && is !== 'memuat' && number === null) {
      ignored.push(typed!)
      continue
    }
    conditions.push({ column, is, value: wordless ? null : typed!.trim() })
    where.push({ column: column.name, is: comparisons[is], ...(wordless ? {} : { value: number ?? typed!.trim() }) })
  }
  const by = [asked.kel, asked.kel2].flatMap((one, i) => (one && byName.has(one) && [asked.kel, asked.kel2].indexOf(one) === i && byName.get(one)!.type !== 'geometry' ? [byName.get(one)!] : []))
  const [label = 'banyak', of] = (asked.ukur ?? '').split(':') as [MeasureName | 'banyak' | undefined, string | undefined]
  const measured = of !== undefined && label !== 'banyak' && label in measures ? byName.get(of) : undefined
  const fits = measured !== undefined && (label === 'berbeda' || isNumber(measured))
  const measure: Measure = fits ? { of: measures[label as MeasureName], column: measured.name } : { of: 'count' }
  const grouped = by.length > 0 ? { by, measure, label: fits ? (label as MeasureName) : ('banyak' as const), column: fits ? measured : null } : null
  const down = asked.urut?.startsWith('-') ?? false
  const sorted = asked.urut?.replace(/^-/, '')
  const sortable = grouped ? [...by.map(column => column.name), measureName(measure)] : columns.filter(({ type }) => type !== 'geometry').map(column => column.name)
  const sort = sorted && sortable.includes(sorted) ? [{ column: sorted, down }] : grouped ? [inOrder(by[0]!) ? { column: by[0]!.name, down: false } : { column: measureName(measure), down: true }] : []
  const paging = grouped ? { limit: mostGroups, offset: 0 } : { limit: pageSize, offset: (asked.hal - 1) * pageSize }
  return {
    query: {
      ...(asked.q?.trim() ? { search: asked.q.trim() } : {}),
      ...(where.length > 0 ? { where } : {}),
      ...(grouped ? { group: { by: by.map(column => column.name), measures: [measure] } } : { columns: columns.filter(({ type }) => type !== 'geometry').map(column => column.name) }),
      ...(sort.length > 0 ? { sort } : {}),
      ...paging,
    },
    grouped,
    chart: grouped ? chartOf(asked.bagan, by) : asked.bagan === 'peta' && columns.some(({ type }) => type === 'geometry') ? 'peta' : null,
    conditions,
    ignored,
  }
}

/** Whether a column's values have an order of their own: time, and names such as `2026-10`. */
const inOrder = (column: Column): boolean => column.type === 'date' || column.type === 'timestamp' || /^(?:tahun|bulan|periode|pekan|triwulan|tanggal|semester)$/.test(column.name)

/** What is asked for where it can be drawn, else what suits the groups. */
function chartOf(asked: ChartKind | undefined, by: readonly Column[]): ChartKind {
  if (asked === 'peta') return by.length === 1 && by[0]!.type === 'region' ? 'peta' : 'batang'
  if (asked === 'lingkaran') return by.length === 1 ? 'lingkaran' : 'batang'
  return asked ?? (inOrder(by[0]!) ? 'garis' : 'batang')
}
