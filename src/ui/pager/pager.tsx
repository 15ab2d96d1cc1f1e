import { t } from '#platform/i18n/locale.ts'

export interface PagerProps {
  /** Address of the page before this one, i.e. newer entries; null when this is the first. */
  newer?: string | null
  /** Address of the next page, i.e. older entries; null when this is the last. */
  older?: string | null
  /** Other words for lists that are not in order of time. */
  labels?: { newer: string; older: string }
}

/** Goes on by keyset; shows nothing when everything fits on one page. */
export function Pager({ newer, older, labels }: PagerProps) {
  if (!newer && !older) return null
  return (
    <nav class="pager" aria-label={t('Halaman daftar')}>
      {newer && <a class="button quiet" rel="prev" href={newer}><span aria-hidden="true">←</span> {labels?.newer ?? t('Lebih baru')}</a>}
      {older && <a class="button quiet" rel="next" href={older}>{labels?.older ?? t('Lebih lama')} <span aria-hidden="true">→</span></a>}
    </nav>
  )
}
