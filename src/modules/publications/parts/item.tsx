import { t, locale } from '#platform/i18n/locale.ts'
import { useLinks } from '#platform/web/frame.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { ArticleItem, ArticleList, photoOf } from '#ui/index.ts'
import type { PublicItem } from '../contract.ts'
import { kinds } from '../publication.ts'

/** Title and summary in the reader's language, where the item has it. */
export const inLanguage = (item: Pick<PublicItem, 'title' | 'summary' | 'languages'>) => (locale().language === 'en' && item.languages.en) || item

/** Publications in a list for readers. */
export function Items({ items, units, showUnit = true, level }: { items: readonly PublicItem[]; units: UnitTree; showUnit?: boolean; level?: 2 | 3 }) {
  const links = useLinks()
  return (
    <ArticleList>
      {items.map(item => {
        const { title, summary } = inLanguage(item)
        return (
          <ArticleItem key={item.id} level={level} href={links.here(`/berita/${item.slug}`)} title={title} summary={summary} kind={t(kinds[item.kind])} date={item.publishedAt}
            unit={showUnit ? units.byId(item.unitId)?.shortName : undefined} photo={item.cover ? photoOf(item.cover) : undefined} />
        )
      })}
    </ArticleList>
  )
}
