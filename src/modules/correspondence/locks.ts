import type { Reach, Who } from '#platform/access/who.ts'
import type { Letter, Party, Secrecy } from './contract.ts'

/**
 * Who may see a letter is one comparison, the same for lists, searches, counters and pages: a letter has locks, a person
 * has keys, and one key that fits is enough. In SQL that is `locks && keys`.
 */

/** Permissions that open letters of units, by the letter their keys begin with. */
export const permissions = { r: 'correspondence.read', o: 'correspondence.office', s: 'correspondence.read-secret' } as const

type Shelf = keyof typeof permissions

/** Which of them open a class: what is secret not even the secretariat sees, what is top secret only those it is for. */
const shelves: Record<Secrecy, readonly Shelf[]> = { B: ['r', 'o'], T: ['o'], R: ['s'], SR: [] }

/** Before it is signed a letter is the business of those who work on it, whatever its class. */
const unfinished = new Set<Letter['state']>(['draft', 'circulating', 'returned', 'approved', 'numbered', 'cancelled'])

const everywhere = '*'

/** Locks of a letter, in order and each once. */
export function locksOf({ secrecy, state, origin }: Pick<Letter, 'secrecy' | 'state' | 'origin'>, parties: readonly Party[]): string[] {
  const open = secrecy === 'B' && origin === 'made' && unfinished.has(state) ? shelves.T : shelves[secrecy]
  const locks = new Set(open.map(shelf => `${shelf}:${everywhere}`))
  for (const { unitId, desk } of parties) {
    for (const shelf of open) locks.add(`${shelf}:${unitId}`)
    if (desk) locks.add('postId' in desk ? `p:${desk.postId}` : `a:${desk.accountId}`)
  }
  return [...locks].toSorted()
}

const shelfKeys = (shelf: Shelf, reach: Reach | null): string[] =>
  !reach ? [] : reach.government ? [`${shelf}:${everywhere}`] : [...reach.units].map(unit => `${shelf}:${unit}`)

/** Keys of a person who sits at these positions today. */
export function keysOf(who: Who, seats: readonly { postId: string }[]): string[] {
  if (!who.account) return []
  const held = (Object.keys(permissions) as Shelf[]).flatMap(shelf => shelfKeys(shelf, who.reach(permissions[shelf])))
  return [`a:${who.account.id}`, ...seats.map(({ postId }) => `p:${postId}`), ...held]
}
