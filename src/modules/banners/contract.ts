import type { Language } from '#platform/i18n/locale.ts'
import type { BannerFrame } from '#platform/web/frame.ts'
import { port } from '#platform/web/port.ts'

/** The banner over every page of a government, kept in memory and renewed when it changes. */
export interface ShownBanner {
  /** The most serious one shown now, in the reader's language where it has that; null when there is none. */
  of(governmentId: string, language: Language): Promise<BannerFrame | null>
}

export const shownBanner = port<ShownBanner>('banners.shown-banner')
