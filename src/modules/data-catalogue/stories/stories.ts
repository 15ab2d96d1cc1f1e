import { inReadersLanguage } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { pagesPort, showing } from '#modules/pages/contract.ts'
import { viewAddress } from './views.ts'

/** A page of an agency's site that tells something with views of open data. */
export interface Story {
  href: string
  title: string
  summary: string
  unit: string | undefined
  changedAt: Date
  /** Slugs of the datasets it shows. */
  datasets: ReadonlySet<string>
}

/** All stories that readers can open, the newest first. Topics: `pages-of`, `sites` and `units` of the government. */
export async function storiesOf({ db, ask, government }: Pick<Context, 'db' | 'ask' | 'government'>): Promise<Story[]> {
  const [blocks, bases, units] = await Promise.all([ask(pagesPort).blocks(db, ['data']), ask(showing).all(government.id), ask(unitDirectory).of(government.id)])
  const pages = Map.groupBy(blocks, ({ pageId }) => pageId)
  const stories = [...pages.values()].flatMap(shown => {
    const { unitId, slug, title, summary, changedAt } = shown[0]!
    const base = bases.get(unitId)?.base
    if (base === undefined) return []
    const datasets = new Set(shown.flatMap(({ block: { values } }) => (typeof values.address === 'string' && viewAddress(values.address)?.slug) || []))
    return [{ href: inReadersLanguage(slug === '' ? base : `${base}/${slug}`), title, summary, unit: units.byId(unitId)?.shortName, changedAt, datasets }]
  })
  return stories.toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
}
