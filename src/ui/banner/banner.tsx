import { t } from '#platform/i18n/locale.ts'
import { useFrame, useLinks } from '#platform/web/frame.ts'

export interface BannerProps {
  tone: 'danger' | 'warn' | 'info'
  title: string
  text?: string | null
  /** Where it leads, whole. */
  href?: string | null
  /** Language of its words, when it is not the page's. */
  lang?: string
  /** What the region is called for those who do not see it; already translated. */
  label: string
}

/** What each colour says, for those who do not see colours. */
const toneNames = { danger: 'Darurat', warn: 'Waspada', info: 'Info' }

/** A message over a page. Where it is narrow its text unfolds, so that the page stays in sight. */
export function Banner({ tone, title, text, href, lang, label }: BannerProps) {
  const name = <b class="banner-tone">{t(toneNames[tone])}</b>
  return (
    <section class={`banner ${tone}`} aria-label={label}>
      {text ? (
        <details>
          <summary>{name} <span lang={lang}>{title}</span></summary>
          <p><span lang={lang}>{text}</span>{href && <> <a href={href}>{t('Selengkapnya')}<span class="hidden-text">: <span lang={lang}>{title}</span></span></a></>}</p>
        </details>
      ) : <p>{name} {href ? <a href={href} lang={lang}>{title}</a> : <span lang={lang}>{title}</span>}</p>}
    </section>
  )
}

/** The banner over every page of the government, if one is shown. */
export function BannerLine() {
  const { banner } = useFrame()
  const { portal } = useLinks()
  return banner && <Banner {...banner} label={t('Pemberitahuan penting')} href={banner.href?.startsWith('/') ? portal(banner.href) : banner.href} />
}
