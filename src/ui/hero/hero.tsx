import type { ComponentChildren } from 'preact'
import { type Photo, Picture } from '../picture/picture.tsx'

export interface HeroProps {
  title: string
  lead?: ComponentChildren
  /** Beside the words instead of the woven field. */
  photo?: Photo
  /** The picture is the first of the page and is not to wait. */
  eager?: boolean
  /** Language of the title, when it is not the page's. */
  lang?: string
  /** Level of its heading: 1 as the page's opening, 2 further down. */
  level?: 1 | 2
  children?: ComponentChildren
}

/** The opening of a home page on the government's woven field; goes into `PublicLayout`'s `hero`. */
export function Hero({ title, lead, photo, eager, lang, level = 1, children }: HeroProps) {
  const H = `h${level}` as const
  return (
    <div class={photo ? 'hero pictured' : 'hero'}>
      <div class="wrap">
        <div>
          <H lang={lang}>{title}</H>
          {lead && <p class="lead">{lead}</p>}
          {children}
        </div>
        {photo && <Picture photo={photo} sizes="(min-width: 56rem) 34rem, 100vw" loading={eager ? 'eager' : 'lazy'} />}
      </div>
    </div>
  )
}
