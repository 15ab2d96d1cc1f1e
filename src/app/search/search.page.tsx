import { z } from 'zod'
import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { search } from '#platform/search/search.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ArticleItem, ArticleList, EmptyState, FilterBar, NameList, Notice, Pager, PublicLayout, Section, addressWith } from '#ui/index.ts'

const pageSize = 20

/** One search over everything a visitor may see: publications and channels. */
export const searchPage = page({
  path: '/cari',
  may: 'public',
  query: z.object({ q: z.string().max(200).default(''), hal: z.coerce.number().int().min(1).max(10).default(1) }),
  async load({ db, query, government, ask }) {
    const units = await ask(unitDirectory).of(government.id)
    const text = query.q.trim()
    if (!text) return { units, found: null, channels: [] }
    const found = await search(db, null, { text, limit: pageSize, offset: (query.hal - 1) * pageSize })
    const words = text.toLowerCase().split(/\s+/).filter(word => word.length > 2)
    const channels = query.hal > 1 || words.length === 0 ? [] : units.all.filter(unit => unit.channel && words.every(word => unit.name.toLowerCase().includes(word))).slice(0, 12)
    return { units, found, channels }
  },
  view({ data, query, request }) {
    const { units, found, channels } = data
    return (
      <PublicLayout title={query.q ? t('Hasil untuk “{q}”', { q: query.q }) : t('Cari')}>
        <FilterBar search={{ label: t('Cari'), value: query.q, placeholder: t('Cari berita, pengumuman, atau {desa} …') }} />
        {found?.corrected && <Notice><p>{t('Tidak ada hasil untuk “{typed}”. Yang ditampilkan: “{corrected}”.', { typed: query.q, corrected: found.corrected })}</p></Notice>}
        {channels.length > 0 && <Section title={t('Kanal')}><NameList items={channels.map(unit => ({ label: unit.name, href: `/kanal/${unit.slug}` }))} /></Section>}
        {found && found.hits.length > 0 && (
          <Section title={t('Kabar')}>
            <ArticleList>
              {found.hits.map(hit => <ArticleItem key={hit.id} href={inReadersLanguage(hit.href)} title={hit.title} summary={hit.summary} unit={units.byId(hit.unitId ?? '')?.shortName} date={hit.at} />)}
            </ArticleList>
          </Section>
        )}
        {found && found.hits.length === 0 && channels.length === 0 && <EmptyState title={t('Belum ada yang cocok')}>{t('Cari dengan kata lain, atau lihat semua kanal.')}</EmptyState>}
        <Pager newer={query.hal > 1 ? addressWith(request.url, { hal: query.hal > 2 ? String(query.hal - 1) : null }) : null} older={found?.more && query.hal < 10 ? addressWith(request.url, { hal: String(query.hal + 1) }) : null} />
      </PublicLayout>
    )
  },
})
