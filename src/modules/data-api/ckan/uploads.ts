import type { Column } from '#platform/columnar/table.ts'
import type { Chosen, Taken } from '#platform/columnar/taken.ts'
import type { Found, NewResource, Dataset, Variable } from '#modules/datasets/contract.ts'
import { regionMatching } from '#modules/code-lists/contract.ts'
import type { Asked } from './action.ts'
import { ActionFailure, invalid } from './failure.ts'

/** What a client brought, ready to be put into a release. */
export interface Brought {
  resource: NewResource
  found?: Found
  variables?: readonly Variable[]
}

/** Bytes of one file through the interface; larger ones are uploaded on the page, where a broken transfer goes on. */
export const largest = 200_000_000

const tables = /\.(csv|tsv|txt|xlsx|json|geojson|parquet)$/i

/** A part that lies elsewhere. */
export function asLink({ given }: Pick<Asked, 'given'>): NewResource & { kind: 'link' } {
  const url = given.needed('url')
  if (!/^https?:\/\/[^\s]{4,1900}$/i.test(url) || !URL.canParse(url)) throw invalid('url', 'Please provide a valid URL')
  return { kind: 'link', name: given.text('name') || new URL(url).pathname.split('/').at(-1) || new URL(url).host, description: given.text('description'), mediaType: given.text('mimetype'), url }
}

/** Columns of a file as the entry declares them, or as they are proposed when it declares none. */
function columnsOf(taken: Taken, dataset: Dataset): Chosen[] {
  if (dataset.variables.length > 0) return dataset.variables.map(variable => ({ ...variable }))
  return taken.columns.map(({ name, title, type, from, reading }) => ({ name, title, type, from, reading }))
}

/**
 * Stores a file that was sent: a table is checked as on the page and refused with what does not fit; what only a person
 * can answer (personal data, doubtful names of regions) is left to the page.
 * @throws ActionFailure
 */
export async function storedUpload(asked: Asked, dataset: Dataset): Promise<Brought> {
  const { context: { hands, government, ask, who, db }, given, uploads } = asked
  const upload = uploads[0]!
  if (upload.tooLarge) throw invalid('upload', `The file is larger than ${largest / 1_000_000} MB; upload it on the page`)
  const named = { name: given.text('name') || upload.name, description: given.text('description') }
  if (!tables.test(upload.name)) {
    const stored = await hands.files.take(db, { ...upload, unitId: dataset.unitId, accountId: who.account?.id ?? null }, { max: largest, accept: 'document', shared: true })
    return { resource: { kind: 'file', ...named, mediaType: stored.mediaType, fileId: stored.id, bytes: stored.bytes } }
  }
  const taken = await hands.tables.take(government.id, { path: upload.path, name: upload.name })
  try {
    const columns = columnsOf(taken, dataset)
    const { all } = await ask(regionMatching).of(government.id)
    const checked = await hands.tables.check(government.id, taken, columns, { regions: all.map(({ code, label, parent }) => ({ code, name: label, parent })) })
    if (checked.violations > 0) throw new ActionFailure('Validation Error', `${checked.violations} cells do not fit`, { upload: checked.first.slice(0, 20).map(({ row, column, value, rule }) => `row ${row}, ${column}: ${value ?? 'empty'} (${rule})`) })
    const personal = checked.personal.map(({ column, kind, rows }) => `${column}: ${kind} in ${rows} rows`)
    if (personal.length > 0) throw new ActionFailure('Validation Error', 'The file seems to hold personal data; upload it on the page and answer there', { upload: personal })
    const doubtful = checked.regions.flatMap(({ column, doubtful: some, unknown }) => [...some, ...unknown].map(({ text }) => `${column}: ${text}`))
    if (doubtful.length > 0) throw new ActionFailure('Validation Error', 'Names of regions are doubtful; send codes, or upload on the page and answer there', { upload: doubtful.slice(0, 20) })
    const table = await hands.tables.keep(government.id, taken, columns)
    const cells = taken.rows * taken.columns.length
    const found = { violations: 0, filled: cells === 0 ? null : taken.columns.reduce((sum, column) => sum + column.filled, 0) / cells }
    return { resource: { kind: 'table', ...named, table }, found, variables: table.columns as readonly Column[] }
  } finally {
    await hands.tables.letGo(government.id, taken)
  }
}
