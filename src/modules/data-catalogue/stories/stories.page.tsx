import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ArticleItem, ArticleList, ButtonLink, EmptyState, PublicLayout } from '#ui/index.ts'
import { storiesOf } from './stories.ts'

/** Pages of agencies that tell something with open data. */
export const storiesPage = page({
  path: '/data/kisah',
  may: 'public',
  load: storiesOf,
  shows: ({ government }) => [`pages-of:${government.id}`, `sites:${government.id}`, `units:${government.id}`],
  view: ({ data: stories }) => (
    <PublicLayout title={t('Kisah data')} lead={t('Halaman perangkat daerah yang bercerita dengan data terbuka. Setiap angkanya dapat dibuka sampai ke sumbernya.')} width="text" current="/data" breadcrumbs={[{ label: t('Satu Data'), href: '/data' }]}>
      {stories.length > 0 ? (
        <ArticleList>
          {stories.map(({ href, title, summary, unit, changedAt }) => <ArticleItem key={href} level={2} href={href} title={title} summary={summary || undefined} unit={unit} date={changedAt} />)}
        </ArticleList>
      ) : <EmptyState title={t('Belum ada kisah')} action={<ButtonLink kind="quiet" href="/data">{t('Lihat semua data')}</ButtonLink>}>{t('Kisah muncul di sini begitu sebuah situs menampilkan data terbuka.')}</EmptyState>}
    </PublicLayout>
  ),
})
