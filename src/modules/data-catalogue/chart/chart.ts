import { resource } from '#platform/web/page.ts'
import { locale } from '#platform/i18n/locale.ts'
import { NotFound } from '#platform/web/problems.ts'
import { z } from 'zod'
import { measureWords } from '../parts/words.ts'
import { regionNames, tableHere } from '../parts/here.ts'
import { viewOf, viewQuery } from '../view.ts'
import { boundariesOf } from './boundaries.ts'
import { draw, type Look, type MapDrawing } from './draw.ts'
import { drawingOf } from './drawing.ts'

/** Shapes a map of rows draws. */
const mostRows = 5000

/** The chart of a view as a picture, the same address as the view's. */
export const chartResource = resource({
  path: '/data/:slug/jelajah/:resource/bagan.svg',
  may: 'public',
  query: viewQuery.extend({ gelap: z.literal('1').optional().catch(undefined) }),
  shows: ({ government }) => [`datasets:${government.id}`],
  async load(context) {
    const { query, hands, government, request } = context
    const { resource: table, columns } = await tableHere(context)
    const view = viewOf(query, columns)
    const look: Look = { accent: government.accent, dark: query.gelap === '1', locale: locale().language === 'en' ? 'en-GB' : 'id-ID' }
    const ask = (question: typeof view.query) => hands.tables.query(government.id, table.table, question, { asker: request.ip })
    const svg = (body: string) => ({ type: 'image/svg+xml', body, headers: { 'Cache-Control': 'public, max-age=300', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'" } })
    if (view.chart === 'peta') {
      if (!view.grouped) {
        const geometry = columns.find(({ type }) => type === 'geometry')
        if (!geometry) throw new NotFound()
        const { rows } = await ask({ ...view.query, columns: [geometry.name], limit: mostRows, offset: 0, sort: undefined })
        const shapes = rows.flatMap(([shape], i) => (typeof shape === 'string' ? [{ name: String(i), geometry: JSON.parse(shape) as MapDrawing['shapes'][number]['geometry'] }] : []))
        return svg(draw({ kind: 'peta', shapes, values: null }, look))
      }
      const shapes = await boundariesOf(context)
      const { rows } = await ask({ ...view.query, limit: mostRows })
      if (shapes.length > 0) return svg(draw({ kind: 'peta', shapes, values: new Map(rows.map(row => [String(row[0]), Number(row[1])])) }, look))
    }
    if (!view.grouped || !view.chart) throw new NotFound()
    const answer = await ask(view.query)
    // Without shapes a map is no map; bars say the same.
    const kind = view.chart === 'peta' ? 'batang' : view.chart
    return svg(draw(drawingOf(view, answer, kind, { measure: measureWords(view.grouped), name: await regionNames(context, view.grouped.by[0]!) }), look))
  },
})
