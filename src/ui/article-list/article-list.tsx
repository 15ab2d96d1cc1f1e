import type { ComponentChildren } from 'preact'
import { DateTime } from '../date-time/date-time.tsx'
import { type Photo, Picture } from '../picture/picture.tsx'

export interface ArticleItemProps {
  href: string
  title: string
  /** Kind in a word: `Kegiatan`, `Pengumuman`. */
  kind?: string
  unit?: string
  date?: Date | string
  summary?: string
  photo?: Photo
  /** Further facts at the end, e.g. a `Badge`. */
  extra?: ComponentChildren
  level?: 2 | 3 | 4
}

export const ArticleList = ({ children }: { children: ComponentChildren }) => <ul class="articles">{children}</ul>

/** One piece of news in a list; the whole of it can be pressed, the heading is the link. */
export function ArticleItem({ href, title, kind, unit, date, summary, photo, extra, level = 3 }: ArticleItemProps) {
  const H = `h${level}` as const
  return (
    <li class="article-item">
      <article>
        {(kind || unit || date) && (
          <p class="meta">
            {kind && <><span class="kind">{kind}</span> </>}
            {unit && <><span>{unit}</span> </>}
            {date && <DateTime at={date} />}
          </p>
        )}
        <H><a href={href}>{title}</a></H>
        {summary && <p class="summary">{summary}</p>}
        {extra}
      </article>
      {photo && <Picture photo={{ ...photo, alt: '' }} sizes="(min-width: 40rem) 9rem, 6rem" />}
    </li>
  )
}
