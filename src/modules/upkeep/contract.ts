import type { Db } from '#platform/db/database.ts'
import { port } from '#platform/web/port.ts'

/** Which addresses this installation answers; only `app` knows all routes. */
export interface Addresses {
  /** Whether a path such as `/kanal` leads to a page for everyone, one for signed-in people, or nowhere. */
  answers(path: string): 'public' | 'inside' | null
}

/** A link on a public page that readers cannot open. */
export interface BrokenLink {
  /** Where it leads: a path of the own portal, or a whole address. */
  url: string
  /** The page it stands on. */
  title: string
  /** Where officers mend that page. */
  href: string
}

/** Links on a unit's publications and shown pages that lead nowhere; those a person decided to leave are left out. */
export interface BrokenLinks {
  /** Newest page first, at most 100. */
  of(db: Db, unitId: string): Promise<BrokenLink[]>
  /** How many there are, out of how many that were checked; an address on several pages counts once. */
  brokenIn(db: Db, unitId: string): Promise<{ n: number; checked: number }>
}

export const brokenLinks = port<BrokenLinks>('upkeep.broken-links')
export const addresses = port<Addresses>('upkeep.addresses')
