import { formatTypes, isFormat } from '#platform/columnar/formats.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { tableHere } from '../parts/here.ts'
import { viewOf, viewQuery } from '../view.ts'

/** What a view shows, whole, as a file. */
export const viewDownload = resource({
  path: '/data/:slug/jelajah/:resource/:file',
  may: 'public',
  query: viewQuery,
  async load(context) {
    const { params, query, hands, government, request } = context
    const format = /^unduh\.(csv|xlsx|json|parquet)$/.exec(params.file ?? '')?.[1]
    if (!isFormat(format)) throw new NotFound()
    const { dataset, release, resource: part, columns } = await tableHere(context)
    const { query: asked } = viewOf(query, columns)
    const headers: Record<string, string> = { 'Content-Disposition': `attachment; filename="${dataset.slug}-${release.period}.${format}"`, 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }
    return { type: formatTypes[format], body: await hands.tables.export(government.id, part.table, { ...asked, limit: undefined, offset: undefined }, format, { asker: request.ip }), headers }
  },
})
