import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { search } from '#platform/search/search.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ArticleItem, ArticleList, Badge, EmptyState, FilterBar, Notice, Pager, WorkLayout, addressWith } from '#ui/index.ts'
import { modules } from '../modules.ts'

const pageSize = 20

/** One search over everything this person may see: what is public, and the office's own records within reach. */
export const officeSearchPage = page({
  path: '/kerja/cari',
  may: 'signed-in',
  query: z.object({ q: z.string().max(200).default(''), hal: z.coerce.number().int().min(1).max(10).default(1) }),
  async load(context) {
    const { db, who, query, government, ask } = context
    const units = await ask(unitDirectory).of(government.id)
    if (!query.q.trim()) return { units, found: null }
    const keys = (await Promise.all(modules.flatMap(module => (module.keys ? [module.keys(context)] : [])))).flat()
    return { units, found: await search(db, who, { text: query.q, office: modules.flatMap(module => module.searches ?? []), keys, limit: pageSize, offset: (query.hal - 1) * pageSize }) }
  },
  view({ data: { units, found }, query, request }) {
    return (
      <WorkLayout title={t('Cari')} lead={t('Yang terbit, dan berkas kantor dalam jangkauan Anda.')}>
        <FilterBar search={{ label: t('Cari'), value: query.q }} />
        {found?.corrected && <Notice><p>{t('Tidak ada hasil untuk “{typed}”. Yang ditampilkan: “{corrected}”.', { typed: query.q, corrected: found.corrected })}</p></Notice>}
        {found && found.hits.length > 0 && (
          <ArticleList>
            {found.hits.map(hit => (
              <ArticleItem key={hit.kind + hit.id} level={2} href={hit.href} title={hit.title} summary={hit.summary} unit={units.byId(hit.unitId ?? '')?.shortName} date={hit.at}
                extra={hit.href.startsWith('/kerja/') ? <Badge>{t('Ruang kerja')}</Badge> : undefined} />
            ))}
          </ArticleList>
        )}
        {found?.hits.length === 0 && <EmptyState title={t('Belum ada yang cocok')}>{t('Cari dengan kata lain.')}</EmptyState>}
        <Pager newer={query.hal > 1 ? addressWith(request.url, { hal: query.hal > 2 ? String(query.hal - 1) : null }) : null} older={found?.more && query.hal < 10 ? addressWith(request.url, { hal: String(query.hal + 1) }) : null} />
      </WorkLayout>
    )
  },
})
