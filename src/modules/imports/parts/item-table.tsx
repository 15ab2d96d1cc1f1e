import { t } from '#platform/i18n/locale.ts'
import { Badge, DataTable, DateTime, EmptyState, StateBadge, type Column } from '#ui/index.ts'
import type { RunItem } from '../import-run.ts'
import { actionWords, itemStates, kindWords, officeAddress } from './words.ts'

/** Items of a run, those to look at first, each with what a person should know about it. */
export function ItemTable({ items, linked }: { items: readonly RunItem[]; linked: boolean }) {
  const columns: Column<RunItem>[] = [
    { label: t('Tulisan'), main: true, cell: item => <Title item={item} linked={linked} /> },
    { label: t('Menjadi'), cell: item => <StateBadge state={item.action} states={actionWords} /> },
    { label: t('Jenis'), cell: item => (item.page ? <Place under={item.under} /> : item.kind && t(kindWords[item.kind])) },
    { label: t('Keadaan'), cell: item => item.state && <>{t(itemStates[item.state])}{item.private && <> <Badge>{t('pribadi')}</Badge></>}</> },
    { label: t('Tanggal'), cell: item => item.at && <DateTime at={item.at} as="short" /> },
  ]
  return <DataTable caption={t('Tulisan dalam impor ini')} columns={columns} rows={items} rowKey={item => String(item.position)} mark={item => (item.looks ? 'new' : undefined)} empty={<EmptyState title={t('Tidak ada tulisan di sini')} />} />
}

const Place = ({ under }: { under: string | null }) => <>{under === null ? t('Halaman situs') : t('Halaman · di bawah {title}', { title: under })}</>

function Title({ item, linked }: { item: RunItem; linked: boolean }) {
  const title = item.title || t('Tanpa judul')
  const id = item.pageId ?? item.publicationId
  return (
    <>
      {linked && id ? <a href={officeAddress({ id, page: item.page })}>{title}</a> : title}
      {item.looks && <> <Badge tone="warn">{t('Perlu dilihat')}</Badge></>}
      {item.notes.map(({ text, values }, i) => <small key={i}>{t(text, values)}</small>)}
    </>
  )
}
