import { linksOf } from '#platform/text/markdown.ts'
import { publicationsPort, reviewing, type PageText } from '#modules/publications/contract.ts'
import type { Tended, TendedText } from './tended.ts'

const withLinks = ({ body, ...text }: PageText): TendedText => ({ ...text, shown: true, links: linksOf(body) })

/** Publications, whose own module keeps their days of review. */
export const publications: Tended = {
  kind: 'publication',
  label: 'Publikasi',
  office: id => `/kerja/publikasi/${id}`,
  mend: id => `/kerja/publikasi/${id}/ubah`,
  texts: async ({ db, ask }, after, limit) => (await ask(publicationsPort).texts(db, after, limit)).map(withLinks),
  async textOf({ db, ask }, id) {
    const text = await ask(publicationsPort).textOf(db, id)
    return text && withLinks(text)
  },
  async due({ db, ask }, reach, filter) {
    const { items, next } = await ask(reviewing).due(db, reach, filter)
    return { items: items.map(({ slug, ...item }) => ({ ...item, kind: 'publication', address: `/berita/${slug}` })), next }
  },
  count: ({ db, ask }, reach, filter) => ask(reviewing).count(db, reach, filter),
  setReview: ({ db, ask }, reach, id, on) => ask(reviewing).setReview(db, reach, id, on),
}
