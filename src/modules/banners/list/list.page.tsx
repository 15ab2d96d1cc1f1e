import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, Notice, Pager, Section, StateBadge, WorkLayout, type Column } from '#ui/index.ts'
import type { Banner } from '../banner.ts'
import { standingOf, standingWords, toneWords } from '../parts/words.ts'
import { mayPublish } from '../policy.ts'
import { comingBanners, endedBanners, shownBanners } from '../store.ts'

/** What is shown now, what waits, and what was shown before. */
export const listPage = page({
  path: '/kerja/banner',
  may: 'banners.see',
  query: z.object({ sebelum: z.uuid().optional().catch(undefined) }),
  async load({ db, query }) {
    const [shown, coming, ended] = await Promise.all([shownBanners(db), comingBanners(db), endedBanners(db, { before: query.sebelum, limit: 30 })])
    return { shown, coming, ended }
  },
  view({ data: { shown, coming, ended }, who }) {
    const publisher = mayPublish(who)
    const [first] = shown
    const waiting = [...shown.slice(1), ...coming]
    const title = { label: t('Pesan'), main: true, cell: (banner: Banner) => (publisher ? <a href={`/kerja/banner/${banner.id}`}>{banner.title}</a> : banner.title) }
    const tone = { label: t('Seberapa gawat'), cell: (banner: Banner) => t(toneWords[banner.tone].label) }
    const columns: Column<Banner>[] = [
      title, tone,
      { label: t('Keadaan'), cell: banner => <StateBadge state={standingOf(banner, shown)} states={standingWords} /> },
      { label: t('Tampil mulai'), cell: banner => { const at = banner.shownAt ?? banner.startsAt; return at && <DateTime at={at} as="full" /> } },
      { label: t('Tampil sampai'), cell: banner => <DateTime at={banner.endsAt} as="full" /> },
    ]
    const past: Column<Banner>[] = [
      title, tone,
      { label: t('Tampil sejak'), cell: banner => banner.shownAt && <DateTime at={banner.shownAt} as="full" /> },
      { label: t('Tampil sampai'), cell: banner => banner.endedAt && <DateTime at={banner.endedAt} as="full" /> },
    ]
    return (
      <WorkLayout title={t('Banner')} lead={t('Pesan di atas setiap halaman portal dan semua situs, misalnya saat banjir.')} action={publisher && <ButtonLink href="/kerja/banner/baru">{t('Buat banner')}</ButtonLink>}>
        <Section title={t('Sedang tampil')} link={first && publisher ? { href: `/kerja/banner/${first.id}`, label: t('Hentikan atau perpanjang') } : undefined}>
          {first ? (
            <Notice tone={first.tone === 'danger' ? 'bad' : first.tone} title={first.title}>
              {first.text && <p>{first.text}</p>}
              <p>{t('Tampil sampai')} <DateTime at={first.endsAt} as="full" /></p>
            </Notice>
          ) : <EmptyState title={t('Tidak ada banner yang tampil')}>{t('Tampilkan banner bila warga harus segera tahu.')}</EmptyState>}
        </Section>
        {waiting.length > 0 && <Section title={t('Menunggu')}><DataTable caption={t('Menunggu')} rows={waiting} rowKey={banner => banner.id} columns={columns} /></Section>}
        {ended.items.length > 0 && (
          <Section title={t('Riwayat')}>
            <DataTable caption={t('Riwayat')} rows={ended.items} rowKey={banner => banner.id} columns={past} />
            <Pager older={ended.next && `/kerja/banner?sebelum=${ended.next}`} />
          </Section>
        )}
      </WorkLayout>
    )
  },
})
