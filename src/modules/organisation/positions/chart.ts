import type { Post, UnitTree } from '../contract.ts'

/** A position with those that stand directly under it. */
export interface ChartNode<P> {
  post: P
  below: ChartNode<P>[]
}

const highestFirst = (a: Post, b: Post): number => a.rank - b.rank || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0) || (a.id < b.id ? -1 : 1)

/** The unit and what below it has no channel of its own: its divisions, sections and the like. */
export function partsOf(units: UnitTree, unitId: string): string[] {
  const found = [unitId]
  for (const id of found) found.push(...units.children(id).filter(({ channel }) => !channel).map(child => child.id))
  return found
}

/** The position that leads, as in `organisation.head_of`: the highest one, when it stands alone there and is no executor's. */
function headOf<P extends Post>(ordered: readonly P[]): P[] {
  const [first, second] = ordered.filter(({ kind }) => kind !== 'pelaksana')
  return first && first.rank !== second?.rank ? [first] : []
}

/**
 * Arranges positions under each other, by the same rule as `organisation.superior_of`: as it was set, else under the head
 * of the unit, and the head under that of the nearest unit above that has one. What has no superior among them stands on top.
 */
export function chartOf<P extends Post>(positions: readonly P[], units: UnitTree): ChartNode<P>[] {
  const ordered = positions.toSorted(highestFirst)
  const heads = new Map([...Map.groupBy(ordered, post => post.unitId)].flatMap(([unitId, posts]) => headOf(posts).map(head => [unitId, head] as const)))
  const nodes = new Map(ordered.map(post => [post.id, { post, below: [] as ChartNode<P>[] }]))
  const superiorOf = (post: P): string | undefined => {
    if (post.superiorId && nodes.has(post.superiorId)) return post.superiorId
    const head = heads.get(post.unitId)
    if (head && head.id !== post.id) return head.id
    return units.ancestors(post.unitId).slice(0, -1).map(unit => heads.get(unit.id)?.id).findLast(id => id !== undefined)
  }
  const above = new Map(ordered.map(post => [post.id, superiorOf(post)]))
  /** One set by hand may lead back to itself through a fallback; such a one stands on top. */
  const circles = (id: string): boolean => {
    const seen = new Set([id])
    for (let next = above.get(id); next; next = above.get(next)) {
      if (next === id) return true
      if (seen.has(next)) return false
      seen.add(next)
    }
    return false
  }
  const tops: ChartNode<P>[] = []
  for (const post of ordered) {
    const superior = above.get(post.id)
    const node = nodes.get(post.id)!
    if (superior && !circles(post.id)) nodes.get(superior)!.below.push(node)
    else {
      above.set(post.id, undefined)
      tops.push(node)
    }
  }
  return tops
}
