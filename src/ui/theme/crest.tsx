import type { Government } from '#platform/access/government.ts'
import { t } from '#platform/i18n/locale.ts'

/** The government's crest: its uploaded file, or a drawn shield with the roof of a pendopo. Decorative beside its name. */
export function Crest({ government, size = 40 }: { government: Government; size?: number }) {
  if (government.crestFileId)
    return <img class="crest" src={`/berkas/${government.crestFileId}`} alt="" width={size} height={size} />
  return (
    <svg class="crest" viewBox="0 0 34 40" width={Math.round(size * 0.85)} height={size} aria-hidden="true">
      <path class="crest-field" d="M2 2h30v20c0 9-8 14-15 16C10 36 2 31 2 22z" />
      <path class="crest-roof" d="M17 8l3 4 9 6-1 2H6l-1-2 9-6z" />
      <path class="crest-roof" d="M9 21.5h2.4V29H9zm4.6 0H16V31h-2.4zm4.4 0h2.4V31H18zm4.6 0H25V29h-2.4z" />
    </svg>
  )
}

/** Crest, name and what this site is, linking home. */
export function Brand({ government, href = '/' }: { government: Government; href?: string }) {
  return (
    <a class="brand" href={href}>
      <Crest government={government} />
      <span>
        {government.name}
        <small>{t('Portal resmi pemerintah daerah')}</small>
      </span>
    </a>
  )
}
