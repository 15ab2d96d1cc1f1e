import type { Context } from '#platform/web/page.ts'
import { workEntries } from './menu.ts'

/** What waits for this person in each module, from the counts the menus show. */
export async function waiting(context: Context): Promise<{ label: string; href: string; count: number }[]> {
  const entries = workEntries.filter(entry => entry.count && (entry.may === 'signed-in' || context.who.may(entry.may)))
  const counts = await Promise.all(entries.map(entry => entry.count!(context)))
  return entries.map(({ label, href }, i) => ({ label, href, count: counts[i]! })).filter(({ count }) => count > 0)
}
