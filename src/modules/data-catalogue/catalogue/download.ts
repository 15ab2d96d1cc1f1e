import { slugOf } from '#platform/text/slug.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { formatsOf } from '../parts/resources.tsx'

const mediaTypes: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  geojson: 'application/geo+json',
}

/** A part of a release as a file: a table in the form the address ends with, any other file as it was given. */
export const downloadResource = resource({
  path: '/data/berkas/:file',
  may: 'public',
  async load({ db, ask, params, hands, government, request }) {
    const [id = '', format] = (params.file ?? '').split('.')
    const found = await ask(catalogue).resourceById(db, id)
    if (!found || found.dataset.access !== 'open') throw new NotFound()
    const { resource: part, release, dataset } = found
    const name = `${dataset.slug}-${release.period}${part.position > 1 ? `-${slugOf(part.name)}` : ''}`
    if (part.kind === 'file' && !format) {
      const headers: Record<string, string> = { 'Content-Disposition': `attachment; filename="${name}"` }
      return { type: part.mediaType ?? 'application/octet-stream', body: await hands.files.read(government.id, part.fileId), headers }
    }
    if (part.kind !== 'table' || !format || !formatsOf(part).includes(format)) throw new NotFound()
    const headers: Record<string, string> = { 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }
    return { type: mediaTypes[format]!, body: await hands.tables.export(government.id, part.table, {}, format as 'csv', { asker: request.ip }), headers }
  },
})
