import type { Services } from '#platform/web/services.ts'
import type { Content } from './banner.ts'
import { draft, end, show, type Means } from './lifecycle.ts'
import { bannerById } from './store.ts'

/** Keeps a banner as a draft, or shows it at once; answers its id. */
export function aBanner(services: Services, governmentId: string, { shown = false, ...content }: Partial<Content> & { shown?: boolean } = {}): Promise<string> {
  const means: Means = { governmentId, jobs: services.jobs, ask: services.ask }
  return services.database.transaction(governmentId, async tx => {
    const banner = await draft(tx, { tone: 'danger', title: 'Banjir di Kecamatan Slawi', text: null, href: null, titleEnglish: null, textEnglish: null, startsAt: null, endsAt: new Date(Date.now() + 3_600_000), ...content }, null)
    if (shown) await show(tx, means, banner, null)
    return banner.id
  })
}

/** Takes a banner away by hand. */
export const stopped = (services: Services, governmentId: string, id: string): Promise<void> =>
  services.database.transaction(governmentId, async tx => end(tx, { governmentId }, (await bannerById(tx, id, true))!, 'stop', null))
