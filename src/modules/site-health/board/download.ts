import { asCsv } from '#platform/sheets/downloads.ts'
import { resource } from '#platform/web/page.ts'
import { sightOf } from '../parts/scope.ts'
import { board } from '../parts/tabs.ts'
import { partCodes } from '../requirement.ts'
import { subjects } from '../store.ts'
import { boardQuery } from './filters.ts'

/** Rows a download holds at most. */
const most = 5000

/** The board as a file, under the same filters and the same reach: a row per site, a column per part. */
export const boardDownload = resource({
  path: `${board}/unduh.csv`,
  may: 'site-health.see',
  query: boardQuery,
  async load(context) {
    const { db, who, query, request } = context
    const { units, sites, scope } = await sightOf(context, who.reach('site-health.see'))
    const { items } = await subjects(db, scope, { kind: query.jenis, lacking: query.kurang, limit: most })
    const rows = items.map(({ name, kind, unitId, score, facts, auditedAt, parts }) => {
      const points = new Map(parts.map(part => [part.code, part]))
      const site = unitId ? sites.get(unitId) : undefined
      return [
        name, kind, (unitId && units.byId(unitId)?.name) || '', site ? `${request.origin}/situs/${site.slug}` : '', String(score ?? ''), score === null ? '' : facts.complete ? 'ya' : 'tidak', auditedAt?.toISOString() ?? '',
        ...partCodes.map(code => String(points.get(code)?.points ?? '')),
      ]
    })
    return asCsv('kesehatan-situs', [['situs', 'jenis', 'unit', 'alamat', 'nilai', 'lengkap', 'diperiksa', ...partCodes], ...rows])
  },
})
