import { t } from '#platform/i18n/locale.ts'

/** Lets feed readers find the feeds of a page; `base` is empty or `/kanal/<unit>`. */
export const feedLinks = (base: string) => (
  <>
    <link rel="alternate" type="application/atom+xml" title={t('Kabar terbaru (Atom)')} href={`${base}/feed.atom`} />
    <link rel="alternate" type="application/rss+xml" title={t('Kabar terbaru (RSS)')} href={`${base}/feed.rss`} />
    <link rel="alternate" type="application/feed+json" title={t('Kabar terbaru (JSON)')} href={`${base}/feed.json`} />
  </>
)
