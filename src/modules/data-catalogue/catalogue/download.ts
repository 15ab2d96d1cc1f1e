import { formatTypes, isFormat } from '#platform/columnar/formats.ts'
import { slugOf } from '#platform/text/slug.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { formatsOf } from '../parts/resources.tsx'

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
    if (part.kind !== 'table' || !isFormat(format) || !formatsOf(part).includes(format)) throw new NotFound()
    const headers: Record<string, string> = { 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }
    return { type: formatTypes[format], body: await hands.tables.export(government.id, part.table, {}, format, { asker: request.ip }), headers }
  },
})
