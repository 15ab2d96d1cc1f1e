import type { BannerFrame } from '#platform/web/frame.ts'
import type { Services } from '#platform/web/services.ts'
import type { Banner } from './banner.ts'
import type { ShownBanner } from './contract.ts'
import { shownBanners } from './store.ts'

/** Topic that changes with what a government's banners show. */
export const bannersTopic = (governmentId: string): string => `banners:${governmentId}`

/** Shown banners in memory, read once and again after a change; one whose time is over is passed by. */
export function makeShownBanner({ database, changes }: Pick<Services, 'database' | 'changes'>): ShownBanner {
  const known = new Map<string, Promise<readonly Banner[]>>()
  const prefix = bannersTopic('')
  changes.on(topic => {
    if (topic === null) known.clear()
    else if (topic.startsWith(prefix)) known.delete(topic.slice(prefix.length))
  })

  function read(governmentId: string): Promise<readonly Banner[]> {
    const reading = shownBanners(database.of(governmentId))
    // While nothing is heard of changes, nothing is remembered either.
    if (!changes.live()) return reading
    known.set(governmentId, reading)
    reading.catch(() => known.get(governmentId) === reading && known.delete(governmentId))
    return reading
  }

  return {
    async of(governmentId, language) {
      const banners = await (known.get(governmentId) ?? read(governmentId))
      const now = new Date()
      const banner = banners.find(({ endsAt }) => endsAt > now)
      return banner ? frameOf(banner, language) : null
    },
  }
}

/** A banner as a page in `language` shows it; words that are missing there stay Indonesian, together. */
export function frameOf({ tone, title, text, href, titleEnglish, textEnglish }: Pick<Banner, 'tone' | 'title' | 'text' | 'href' | 'titleEnglish' | 'textEnglish'>, language: 'id' | 'en'): BannerFrame {
  if (language === 'en' && titleEnglish) return { tone, title: titleEnglish, text: textEnglish, href }
  return { tone, title, text, href, ...(language === 'en' ? { lang: 'id' as const } : {}) }
}
