import type { Services } from '#platform/web/services.ts'
import { publicationsPort, type Brought, type Content } from './contract.ts'

/** A plausible content; what a test cares about is given. */
export const aContent = (content: Partial<Content> = {}): Content => ({
  title: 'Pelebaran jalan Balapulang dimulai',
  summary: 'Pekerjaan dimulai Senin dan lalu lintas bergantian.',
  body: 'Pengaspalan dimulai **Senin**. Lalu lintas bergantian pukul 08.00–16.00.',
  tags: ['jalan'],
  cover: null,
  gallery: [],
  attachments: [],
  placeCode: null,
  latitude: null,
  longitude: null,
  activityFrom: null,
  activityTo: null,
  languages: {},
  ...content,
})

/** Puts a publication into a unit, published unless said otherwise; answers its id. */
export function aPublication(services: Services, place: { id: string; units: Record<string, string> }, item: Partial<Omit<Brought, 'content'>> & { unit?: string; content?: Partial<Content> } = {}): Promise<string> {
  const { unit = 'dpu', content, ...rest } = item
  const full = aContent(content)
  return services.database.transaction(place.id, tx =>
    services.ask(publicationsPort).bring(tx, { unitId: place.units[unit]!, kind: 'berita', slug: full.title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), content: full, state: 'published', private: false, publishedAt: new Date(Date.now() - 60_000), scheduledAt: null, oldPaths: [], by: null, ...rest }),
  )
}
