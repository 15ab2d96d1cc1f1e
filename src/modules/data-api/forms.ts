import type { Resource } from '#modules/datasets/contract.ts'

/** A form in which a part can be taken. */
interface Form {
  /** `csv`, as addresses end. */
  ending: string
  short: string
  type: string
  /** The EU's code of the file type. */
  code: string
  url: string
  bytes: number | null
}

const tableForms = [
  { ending: 'csv', short: 'CSV', type: 'text/csv', code: 'CSV' },
  { ending: 'xlsx', short: 'XLSX', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', code: 'XLSX' },
  { ending: 'json', short: 'JSON', type: 'application/json', code: 'JSON' },
  { ending: 'parquet', short: 'Parquet', type: 'application/vnd.apache.parquet', code: 'PARQUET' },
] as const
const mapForm = { ending: 'geojson', short: 'GeoJSON', type: 'application/geo+json', code: 'GEOJSON' } as const

const known: Record<string, string> = { 'application/pdf': 'PDF', 'text/csv': 'CSV', 'application/json': 'JSON', 'application/zip': 'ZIP', 'text/html': 'HTML', 'application/xml': 'XML', 'application/geo+json': 'GEOJSON' }

export const hasShapes = (resource: Resource): boolean => resource.kind === 'table' && resource.table.columns.some(({ type }) => type === 'geometry')

/** Every form a part can be taken in. */
export function formsOf(resource: Resource, origin: string): Form[] {
  if (resource.kind === 'table') return [...tableForms, ...(hasShapes(resource) ? [mapForm] : [])].map(form => ({ ...form, url: `${origin}/data/berkas/${resource.id}.${form.ending}`, bytes: null }))
  const ending = resource.kind === 'link' ? (/\.([a-z0-9]{2,8})$/i.exec(new URL(resource.url).pathname)?.[1] ?? '').toLowerCase() : ''
  const type = resource.mediaType ?? Object.keys(known).find(one => known[one]!.toLowerCase() === ending) ?? 'application/octet-stream'
  const code = known[type] ?? (ending.toUpperCase() || 'BIN')
  return [{ ending: ending || code.toLowerCase(), short: code, type, code, url: resource.kind === 'link' ? resource.url : `${origin}/data/berkas/${resource.id}`, bytes: resource.bytes }]
}
