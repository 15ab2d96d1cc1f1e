import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { ArticleItem, ArticleList, StateBadge } from '#ui/index.ts'
import { accessWords, type Dataset } from '#modules/datasets/contract.ts'

/** Entries of the catalogue, as readers look through them. */
export const DatasetItems = ({ items, units, themeName, level = 3 }: { items: readonly Dataset[]; units: UnitTree; themeName: (code: string) => string; level?: 3 | 4 }) => (
  <ArticleList>
    {items.map(item => (
      <ArticleItem key={item.id} level={level} href={`/data/${item.slug}`} title={item.title} kind={themeName(item.theme)} unit={units.byId(item.unitId)?.shortName} date={item.updatedAt ?? undefined}
        summary={shortened(item.summary)}
        extra={(item.access !== 'open' || !item.releaseId) && <p>{item.access !== 'open' && <StateBadge state={item.access} states={accessWords} />} {!item.releaseId && <span class="muted">{t('Belum ada rilis')}</span>}</p>} />
    ))}
  </ArticleList>
)

const shortened = (text: string) => (text.length <= 180 ? text : `${text.slice(0, text.lastIndexOf(' ', 178))} …`)
