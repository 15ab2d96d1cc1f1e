import type { Services } from '#platform/web/services.ts'
import type { Hands } from '#platform/web/page.ts'
import { pagesPort, type BroughtPage } from './contract.ts'

/** What a handler of a government has in its hands, for calls outside of one. */
export const handsOf = (services: Services, governmentId: string): Hands => ({ governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret })

/** Puts a page of one text into a unit, published unless said otherwise; answers its id. */
export function aPage(services: Services, place: { id: string; units: Record<string, string> }, page: Partial<Omit<BroughtPage, 'unitId'>> & { unit?: string } = {}): Promise<string> {
  const { unit = 'kalisapu', ...rest } = page
  const title = rest.title ?? 'Profil desa'
  return services.database.transaction(place.id, tx =>
    services.ask(pagesPort).bring(tx, handsOf(services, place.id), {
      unitId: place.units[unit]!, slug: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title, summary: '', body: 'Desa di tepi **Kali Gung**.', attachments: [], parentId: null, position: 0, inMenu: true, state: 'published', publishedAt: null, oldPaths: [], by: null, ...rest,
    }),
  )
}
