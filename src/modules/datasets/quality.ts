import type { Dataset, Quality, QualityPart } from './contract.ts'

/** Shares of the parts in the whole; reference list `data-quality`, whatever their sum. */
export type Weights = Record<QualityPart, number>

/** What is known of a release. */
export interface Evidence {
  /** Share of cells that are filled, 0 to 1; null when nothing is a table. */
  filled: number | null
  /** Cells that do not keep to their column, and how many cells there are. */
  violations: number
  cells: number
  /** Days after the day it was due; 0 when on time; null when nothing was due. */
  daysLate: number | null
}

/** What a good entry says of itself; the labels are the form's. */
const told: [label: string, has: (dataset: Dataset) => boolean][] = [
  ['Uraian paling sedikit 50 huruf', dataset => dataset.summary.length >= 50],
  ['Kata kunci', dataset => dataset.tags.length >= 2],
  ['Dasar hukum pengumpulan', dataset => dataset.legalBasis !== null],
  ['Cakupan wilayah', dataset => dataset.coverage !== null],
  ['Kontak', dataset => dataset.contact !== null],
  ['Penjelasan setiap kolom', dataset => dataset.variables.length > 0 && dataset.variables.every(one => (one.description ?? '').length > 0)],
  ['Satuan setiap kolom angka', dataset => dataset.variables.every(one => (one.type !== 'integer' && one.type !== 'decimal') || Boolean(one.unit))],
  ['Metadata kegiatan statistik', dataset => Object.keys(dataset.activity).length >= 4],
]

const percent = (share: number) => Math.round(100 * Math.min(1, Math.max(0, share)))

/**
 * How good a release is. Every violation costs a hundred times its share, a week of delay a tenth; each concept and
 * each code list that is missing costs its part; what an entry does not tell of itself costs its part.
 */
export function judge(dataset: Dataset, { filled, violations, cells, daysLate }: Evidence, weights: Weights): Quality {
  const numbers = dataset.variables.filter(one => one.type === 'integer' || one.type === 'decimal')
  const coded = dataset.variables.filter(one => one.codeList !== undefined || one.codes !== undefined || one.type === 'region')
  const withoutConcept = numbers.filter(one => !one.conceptId).length
  // Texts that repeat the same few values should come from a list; those that name one thing each need none.
  const withoutCodes = dataset.variables.filter(one => one.type === 'text' && one.key && !coded.includes(one)).length
  const wanted = numbers.length + coded.length + withoutCodes
  const missing = told.filter(([, has]) => !has(dataset)).map(([label]) => label)
  const parts: Quality['parts'] = {
    completeness: filled === null ? null : percent(filled),
    timeliness: daysLate === null ? null : percent(1 - daysLate / 70),
    validity: cells === 0 ? null : percent(1 - (100 * violations) / cells),
    conformity: wanted === 0 ? null : percent(1 - (withoutConcept + withoutCodes) / wanted),
    metadata: percent(1 - missing.length / told.length),
  }
  const known = (Object.keys(parts) as QualityPart[]).filter(part => parts[part] !== null)
  const whole = known.reduce((sum, part) => sum + weights[part], 0)
  const score = whole === 0 ? 0 : Math.round(known.reduce((sum, part) => sum + weights[part] * parts[part]!, 0) / whole)
  return { score, parts, filled, daysLate, violations, withoutConcept, withoutCodes, missing }
}
