import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { Actions, addressWith, ArticleItem, ArticleList, Badge, ButtonLink, DataTable, DateTime, EmptyState, FactList, FilterBar, Notice, Pager, PublicLayout, Section } from '#ui/index.ts'
import { todayOf } from '#platform/time/zone.ts'
import { keptLists, type PlacedItem } from '../store.ts'
import { derivedLists } from '../derived.ts'
import { codeListsTopic } from '../lifecycle.ts'
import { listKindWords } from '../words.ts'
import { pageOfItems, shownList } from './reading.ts'

const size = 100

/** All code lists. */
export const codeListsPage = page({
  path: '/data/kode',
  may: 'public',
  load: async context => [...(await keptLists(context.db, todayOf(context))), ...derivedLists.map(list => ({ ...list, title: t(list.title), description: t(list.blurb) }))].toSorted((a, b) => a.title.localeCompare(b.title, 'id')),
  shows: ({ government }) => [codeListsTopic(government.id)],
  view: ({ data: lists }) => (
    <PublicLayout title={t('Kode referensi dan data induk')} lead={t('Kode yang dipakai bersama, supaya data dari berbagai instansi dapat digabungkan.')} current="/data" breadcrumbs={[{ label: t('Data'), href: '/data' }]}>
      <ArticleList>
        {lists.map(list => <ArticleItem key={list.code} level={2} href={`/data/kode/${list.code}`} title={list.title} summary={list.description} extra={t(listKindWords[list.kind])} />)}
      </ArticleList>
    </PublicLayout>
  ),
})

const markOf = ({ position, code }: PlacedItem) => `${position}.${code}`
const afterMark = (mark: string | undefined) => {
  const [, position, code] = /^(\d{1,9})\.(.+)$/.exec(mark ?? '') ?? []
  return position !== undefined && code !== undefined ? { position: Number(position), code } : undefined
}

/** One list: its codes, its versions, and both to take away. */
export const codeListPage = page({
  path: '/data/kode/:list',
  may: 'public',
  query: z.object({ q: z.string().max(100).optional().catch(undefined), versi: z.coerce.number().int().min(1).optional().catch(undefined), setelah: z.string().max(60).optional().catch(undefined) }),
  async load(context) {
    const { params, query } = context
    const shown = await shownList(context, params.list!, query.versi)
    const items = await pageOfItems(context, shown, { words: query.q, after: afterMark(query.setelah), limit: size + 1 })
    return { shown, items: items.slice(0, size), more: items.length > size }
  },
  shows: ({ government }) => [codeListsTopic(government.id), `units:${government.id}`],
  view({ data: { shown: { list, version, versions, legalBasis }, items, more }, query, request }) {
    const title = list.derived ? t(list.title) : list.title
    const last = items.at(-1)
    const own = query.versi === undefined ? '' : `?versi=${query.versi}`
    return (
      <PublicLayout title={title} lead={list.description} current="/data" breadcrumbs={[{ label: t('Data'), href: '/data' }, { label: t('Kode referensi dan data induk'), href: '/data/kode' }]}
        action={<Actions>
          <ButtonLink kind="quiet" href={`/data/kode/${list.code}/csv${own}`} download>{t('Unduh CSV')}</ButtonLink>
          <ButtonLink kind="quiet" href={`/data/kode/${list.code}/json${own}`} download>{t('Unduh JSON')}</ButtonLink>
        </Actions>}>
        {version && !version.verified && <Notice tone="warn"><p>{t('Daftar ini belum dicocokkan dengan sumbernya. Pakai dengan hati-hati.')}</p></Notice>}
        <FactList facts={[
          { label: t('Jenis'), value: t(listKindWords[list.kind]) },
          { label: t('Versi'), value: version ? version.number : t('Selalu yang terbaru') },
          { label: t('Berlaku sejak'), value: version?.validFrom && <DateTime at={version.validFrom} /> },
          { label: t('Sampai sebelum'), value: version?.validTo && <DateTime at={version.validTo} /> },
          { label: t('Dasar hukum'), value: list.derived ? t(legalBasis) : legalBasis },
          { label: t('Banyaknya kode'), value: version && number(version.items) },
        ]} />
        <FilterBar search={{ label: t('Cari kode'), value: query.q, placeholder: t('Kode atau uraian') }} keep={{ versi: query.versi === undefined ? undefined : String(query.versi) }} />
        <DataTable caption={t('Isi')} rows={items} rowKey={({ code }) => code} empty={<EmptyState title={t('Belum ada yang cocok')}>{t('Cari dengan kata lain.')}</EmptyState>} columns={[
          { label: t('Kode'), main: true, cell: item => item.code },
          { label: t('Uraian'), cell: item => item.label },
          ...(items.some(({ parent }) => parent !== null) ? [{ label: t('Kode induk'), cell: (item: PlacedItem) => item.parent }] : []),
        ]} />
        <Pager labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} older={more && last ? addressWith(request.url, { setelah: markOf(last) }) : null} />
        {versions.length > 1 && (
          <Section title={t('Semua versi')}>
            <DataTable caption={t('Semua versi')} rows={versions} rowKey={one => one.id} columns={[
              { label: t('Versi'), main: true, cell: one => <a href={`/data/kode/${list.code}?versi=${one.number}`}>{t('Versi {n}', { n: one.number })}</a> },
              { label: t('Asal'), cell: one => (one.national ? t('Nasional') : t('Pemerintah daerah')) },
              { label: t('Berlaku sejak'), cell: one => one.validFrom && <DateTime at={one.validFrom} /> },
              { label: t('Sampai sebelum'), cell: one => one.validTo && <DateTime at={one.validTo} /> },
              { label: t('Keadaan'), cell: one => (one.id === version?.id ? <Badge tone="good">{t('Yang ditampilkan')}</Badge> : null) },
            ]} />
          </Section>
        )}
      </PublicLayout>
    )
  },
})
