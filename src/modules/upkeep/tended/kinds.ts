import type { Reach } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { pages } from './pages.ts'
import { publications } from './publications.ts'
import type { DueFilter, Here, ReviewDue, ReviewList, Tended, TendedKind, TendedText } from './tended.ts'

/** Everything that is looked after. Ids are unique over all kinds, so lists of several are ordered by them. */
const byKind: Record<TendedKind, Tended> = { publication: publications, page: pages }

const kinds = Object.values(byKind)

/** What is known about a kind. */
export const tendedOf = (kind: TendedKind): Tended => byKind[kind]

const first = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Texts of every kind with their kinds, in the order of ids after `after`. */
export async function textsOf(here: Here, after: string | null, limit: number): Promise<(TendedText & { kind: TendedKind })[]> {
  const lists = await Promise.all(kinds.map(async ({ kind, texts }) => (await texts(here, after, limit)).map(text => ({ ...text, kind }))))
  return lists.flat().sort((a, b) => first(a.id, b.id)).slice(0, limit)
}

const placeOf = ({ reviewOn, id }: ReviewDue) => `${reviewOn}.${id}`

/** Reviews of every kind in one list, earliest first. */
export async function reviewsDue(here: Here, reach: Reach | null, filter: DueFilter & { after?: string; limit: number }): Promise<ReviewList> {
  const lists = await Promise.all(kinds.map(({ due }) => due(here, reach, filter)))
  const all = lists.flatMap(({ items }) => items).sort((a, b) => first(placeOf(a), placeOf(b)))
  const items = all.slice(0, filter.limit)
  const more = all.length > items.length || lists.some(({ next }) => next !== null)
  return { items, next: more && items.length > 0 ? placeOf(items.at(-1)!) : null }
}

/** How many there are. */
export async function countReviews(here: Here, reach: Reach | null, filter: DueFilter): Promise<number> {
  const counts = await Promise.all(kinds.map(({ count }) => count(here, reach, filter)))
  return counts.reduce((sum, n) => sum + n, 0)
}

/** Sets the next day of review of whatever has this id; null when nothing public within reach has it. */
export async function setReview(here: Here & { db: Tx }, reach: Reach | null, id: string, on: string): Promise<{ kind: TendedKind; title: string; before: string | null } | null> {
  for (const { kind, setReview } of kinds) {
    const found = await setReview(here, reach, id, on)
    if (found) return { kind, ...found }
  }
  return null
}
