import { t } from '#platform/i18n/locale.ts'
import { page, type Context } from '#platform/web/page.ts'
import { Elsewhere } from '#platform/web/problems.ts'
import { articleTopics, articleView, loadArticle } from '#modules/publications/article/article.page.tsx'
import { feedLinks } from '#modules/publications/parts/feed-links.tsx'
import { Items } from '#modules/publications/parts/item.tsx'
import { visibleItems } from '#modules/publications/store.ts'
import { Actions, ButtonLink, EmptyState, Pager, PublicLayout } from '#ui/index.ts'
import { publishedSite } from './here.ts'

async function load(context: Context) {
  const { db, params } = context
  const { unit, units } = await publishedSite(context)
  return { unit, units, list: await visibleItems(db, { unitId: unit.id, before: params.before, after: params.after, limit: 20 }) }
}

/** News of the unit, newest first; further pages have addresses of their own, so that a copy of the site holds them too. */
const newsAt = (path: string) =>
  page({
    path,
    may: 'public',
    load,
    shows: ({ government }, { unit }) => [`channel:${unit.id}`, `pages:${unit.id}`, `units:${government.id}`],
    view({ data: { unit, units, list }, place }) {
      const base = `${place.base}/berita`
      return (
        <PublicLayout title={t('Berita')} description={t('Kabar resmi {name}.', { name: unit.name })} head={feedLinks(`${place.portal}/kanal/${unit.slug}`)} breadcrumbs={[{ label: t('Beranda'), href: place.base || '/' }]}
          action={<Actions><ButtonLink kind="quiet" href={`${place.portal}/langganan?unit=${unit.slug}`}>{t('Kabari saya')}</ButtonLink></Actions>}>
          {list.items.length > 0 ? <Items items={list.items} units={units} showUnit={false} level={2} /> : <EmptyState title={t('Belum ada kabar')}>{t('Pilih “Kabari saya” untuk menerima yang pertama.')}</EmptyState>}
          <Pager newer={list.newer && `${base}/setelah/${list.newer}`} older={list.older && `${base}/sebelum/${list.older}`} />
        </PublicLayout>
      )
    },
  })

export const siteNewsPages = [newsAt('/situs/:site/berita'), newsAt('/situs/:site/berita/sebelum/:before'), newsAt('/situs/:site/berita/setelah/:after')]

/** One publication of the unit, on its own site. */
export const siteArticlePage = page({
  path: '/situs/:site/berita/:slug',
  may: 'public',
  async load(context) {
    const { unit } = await publishedSite(context)
    const article = await loadArticle(context)
    // A text of another unit stands on the portal.
    if (article.publication.unitId !== unit.id) throw new Elsewhere(`${context.place.portal}/berita/${article.publication.slug}`)
    return article
  },
  shows: (context, article) => [...articleTopics(context, article), `pages:${article.publication.unitId}`],
  view: ({ data, ...context }) => articleView(context, data),
})
