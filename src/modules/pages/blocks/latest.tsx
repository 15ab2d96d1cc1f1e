import { locale, t } from '#platform/i18n/locale.ts'
import { publicationsPort, type Kind } from '#modules/publications/contract.ts'
import { ArticleItem, ArticleList } from '#ui/index.ts'
import { beside, choice, number } from '#ui/part/inputs.tsx'
import { photoOf } from '#ui/picture/uploaded.ts'
import { block, heading } from './block.ts'

const kindWords: Record<Kind, string> = { berita: 'Berita', pengumuman: 'Pengumuman', kegiatan: 'Kegiatan', program: 'Program', 'siaran-pers': 'Siaran pers', dokumen: 'Dokumen', infografis: 'Infografis' }

/** The newest publications of the unit. */
export const latest = block({
  kind: 'latest',
  label: 'Kabar terbaru',
  hint: 'Kabar terbaru dari kanal unit ini; terisi sendiri.',
  title: 'Kabar terbaru',
  filled: true,
  parts: {
    heading: heading(),
    sort: choice('Jenis kabar', { semua: 'Semua', berita: 'Berita', pengumuman: 'Pengumuman', kegiatan: 'Kegiatan', dokumen: 'Dokumen' }),
    count: beside(number('Banyaknya', { hint: 'Paling banyak 12; bila kosong, 5.' })),
  },
  link: around => ({ href: around.href('/berita'), label: t('Semua berita') }),
  topics: ({ unit, government }) => [`channel:${unit.id}`, `units:${government.id}`],
  load: async ({ db, ask, unit }, { sort, count }) => (await ask(publicationsPort).visible(db, { unitId: unit.id, kind: sort === 'semua' ? undefined : sort, limit: Math.min(Math.max(count ?? 5, 1), 12) })).items,
  view({ data, around, level }) {
    if (data.length === 0) return null
    return (
      <ArticleList>
        {data.map(item => {
          const { title, summary } = (locale().language === 'en' && item.languages.en) || item
          return (
            <ArticleItem key={item.id} level={level} href={around.href(`/berita/${item.slug}`)} title={title} summary={summary} kind={t(kindWords[item.kind])} date={item.publishedAt}
              photo={item.cover ? photoOf(item.cover, around.file) : undefined} />
          )
        })}
      </ArticleList>
    )
  },
})
