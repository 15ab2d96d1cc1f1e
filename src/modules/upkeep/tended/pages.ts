import { linksOf } from '#platform/text/markdown.ts'
import { pageReviewing, pagesPort, showing, type PageText } from '#modules/pages/contract.ts'
import type { Here, Tended, TendedText } from './tended.ts'

/** Reads pages as their readers do; those of a site that is not shown have none, and lead nowhere. */
async function withLinks({ db, ask, governmentId }: Here, texts: readonly PageText[]): Promise<TendedText[]> {
  const leading = new Map<string, ((address: string) => string) | null>()
  for (const unitId of new Set(texts.map(text => text.unitId))) leading.set(unitId, await ask(pagesPort).leading(db, governmentId, unitId))
  return texts.map(({ id, unitId, pageOwner, title, body }) => {
    const lead = leading.get(unitId)
    return { id, unitId, pageOwner, title, shown: Boolean(lead), links: lead ? linksOf(body).map(lead) : [] }
  })
}

const shownUnits = ({ ask, governmentId }: Here) => ask(showing).all(governmentId)

/** Pages of sites, as far as their site is shown. */
export const pages: Tended = {
  kind: 'page',
  label: 'Halaman situs',
  office: id => `/kerja/halaman/${id}`,
  mend: id => `/kerja/halaman/${id}`,
  texts: async (here, after, limit) => withLinks(here, await here.ask(pagesPort).texts(here.db, { after, limit })),
  async textOf(here, id) {
    const text = await here.ask(pagesPort).textOf(here.db, id)
    return text && (await withLinks(here, [text]))[0]!
  },
  async due(here, reach, filter) {
    const shown = await shownUnits(here)
    const { items, next } = await here.ask(pageReviewing).due(here.db, reach, { ...filter, units: [...shown.keys()] })
    return { items: items.map(({ slug, ...item }) => ({ ...item, kind: 'page', address: [shown.get(item.unitId)!.base, slug].filter(Boolean).join('/') })), next }
  },
  count: async (here, reach, filter) => here.ask(pageReviewing).count(here.db, reach, { ...filter, units: [...(await shownUnits(here)).keys()] }),
  setReview: ({ db, ask }, reach, id, on) => ask(pageReviewing).setReview(db, reach, id, on),
}
