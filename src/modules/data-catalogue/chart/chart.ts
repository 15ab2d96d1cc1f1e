import { resource, type Context } from '#platform/web/page.ts'
import { locale } from '#platform/i18n/locale.ts'
import { NotFound } from '#platform/web/problems.ts'
import { z } from 'zod'
import { addressWith, type ChartPictures } from '#ui/index.ts'
import { measureWords } from '../parts/words.ts'
import { regionNames, tableHere, type Opened } from '../parts/here.ts'
import { viewOf, viewQuery, type ViewQuery } from '../view.ts'
import { boundariesOf } from './boundaries.ts'
import type { Look, MapDrawing } from './draw.ts'
import { drawingOf } from './drawing.ts'

/** Shapes a map of rows draws. */
const mostRows = 5000

/** The chart of a view as a picture. @throws NotFound for a view that is rows and no groups */
async function chartOf(context: Context, { resource: { table }, columns }: Opened, query: ViewQuery, { dark, narrow }: Pick<Look, 'dark' | 'narrow'>) {
  const { hands, government, request } = context
  // ECharts is large and few processes ever draw.
  const { draw } = await import('./draw.ts')
  const view = viewOf(query, columns)
  const look: Look = { accent: government.accent, dark, narrow, locale: locale().language === 'en' ? 'en-GB' : 'id-ID' }
  const ask = (question: typeof view.query) => hands.tables.query(government.id, table, question, { asker: request.ip })
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
}

const yes = z.literal('1').optional().catch(undefined)
const shows = ({ government }: Pick<Context, 'government'>) => [`datasets:${government.id}`]

/** The chart of a view, at the view's own address: what other sites embed. */
export const chartResource = resource({
  path: '/data/:slug/jelajah/:resource/bagan.svg',
  may: 'public',
  query: viewQuery.extend({ gelap: yes, sempit: yes }),
  shows,
  load: async context => chartOf(context, await tableHere(context), context.query, { dark: context.query.gelap === '1', narrow: context.query.sempit === '1' }),
})

/** File of a story's chart in each look. */
const looks: Record<keyof ChartPictures, string> = { light: 'terang.svg', dark: 'gelap.svg', narrowLight: 'sempit-terang.svg', narrowDark: 'sempit-gelap.svg' }

/** The same for pages of sites: an address without a query, there on every host and in a copy of the site. */
export const storyChart = resource({
  path: '/gambar/bagan/:slug/:resource/:view/:look',
  may: 'public',
  shows,
  async load(context) {
    const { view = '', look = '' } = context.params
    const query = viewQuery.safeParse(Object.fromEntries(new URLSearchParams(Buffer.from(view, 'base64url').toString())))
    if (!query.success || !Object.values(looks).includes(look)) throw new NotFound()
    return chartOf(context, await tableHere(context), query.data, { dark: look.includes('gelap'), narrow: look.startsWith('sempit') })
  },
})

/** Where `storyChart` draws a view. */
export function storyChartOf(slug: string, resource: string, query: string): ChartPictures {
  const at = `/gambar/bagan/${slug}/${resource}/${Buffer.from(query).toString('base64url')}`
  return { light: `${at}/${looks.light}`, dark: `${at}/${looks.dark}`, narrowLight: `${at}/${looks.narrowLight}`, narrowDark: `${at}/${looks.narrowDark}` }
}

/** Where `chartResource` draws the view of an address. */
export const chartPictures = (picture: string): ChartPictures =>
  ({ light: picture, dark: addressWith(picture, { gelap: '1' }), narrowLight: addressWith(picture, { sempit: '1' }), narrowDark: addressWith(picture, { gelap: '1', sempit: '1' }) })
