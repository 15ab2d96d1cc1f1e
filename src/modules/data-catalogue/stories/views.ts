import { periodWords } from '#platform/i18n/period.ts'
import { t } from '#platform/i18n/locale.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Services } from '#platform/web/services.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import type { DataViews } from '#modules/pages/contract.ts'
import { storyChartOf } from '../chart/chart.ts'
import { openTable, regionNames } from '../parts/here.ts'
import { measuredColumn, viewTitle } from '../parts/words.ts'
import { viewOf, viewQuery } from '../view.ts'

/** Rows a block shows, as many as a chart draws; the rest is a link away. */
const mostRows = 40
/** Longer queries are no file names of a copied site. */
const longestQuery = 180

/** The parts of an address as people copy it; null when it leads elsewhere. */
export function viewAddress(address: string): { slug: string; resource: string; query: string } | null {
  const url = URL.parse(address, 'http://here.invalid')
  const [, slug, resource] = /^\/data\/([a-z0-9-]+)\/jelajah\/([0-9a-f-]{36})$/.exec(url?.pathname ?? '') ?? []
  if (!url || !slug || !resource) return null
  url.searchParams.delete('hal')
  const query = url.searchParams.toString()
  return query.length <= longestQuery ? { slug, resource, query } : null
}

/** A view that is too heavy to be answered is none for a page, which has more to say than this. */
function noneOfProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}

/** Views of open tables, for the blocks of pages. */
export const makeDataViews = ({ tables }: Pick<Services, 'tables'>): DataViews => ({
  async at({ db, ask, government }, address) {
    const at = viewAddress(address)
    const query = at && viewQuery.safeParse(Object.fromEntries(new URLSearchParams(at.query)))
    const opened = query?.success ? await openTable({ db, ask }, at!.slug, at!.resource) : null
    if (!at || !query?.success || !opened) return null
    const { dataset, release, resource, columns } = opened
    const view = viewOf(query.data, columns)
    const [answer, units] = await Promise.all([tables.query(government.id, resource.table, { ...view.query, limit: mostRows, offset: 0 }).catch(noneOfProblem), ask(unitDirectory).of(government.id)])
    if (!answer) return null
    const regions = view.grouped?.by.flatMap((column, i) => (column.type === 'region' ? [{ column, i }] : [])) ?? []
    for (const { column, i } of regions) {
      const name = await regionNames({ ask, government }, column)
      for (const row of answer.rows) if (typeof row[i] === 'string') row[i] = name(row[i])
    }
    return {
      href: `/data/${at.slug}/jelajah/${at.resource}${at.query && `?${at.query}`}`,
      title: viewTitle(view) ?? dataset.title,
      source: `${dataset.title}, ${periodWords(release.period)}. ${units.byId(dataset.unitId)?.name ?? t('Produsen data')}`,
      columns: [...columns, ...measuredColumn(view)],
      answer,
      chart: view.chart ? storyChartOf(at.slug, at.resource, at.query) : null,
    }
  },
})
