import { t } from '#platform/i18n/locale.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateTime, EmptyState, Form, HiddenField } from '#ui/index.ts'
import type { BrokenMention } from '../store.ts'
import { tendedOf } from '../tended/kinds.ts'
import { badgeOf, reasonOf } from './findings.ts'
import type { TableProps } from './review-table.tsx'

/** An address short enough for a row; the whole of it is in the link. */
const shortened = (url: string) => (url.length > 60 ? `${url.slice(0, 57)}…` : url).replace(/^https?:\/\//, '')

const Address = ({ url }: { url: string }) => <a href={url} rel="noopener nofollow">{shortened(url)}</a>

/** Links that lead nowhere or elsewhere, page by page. */
export function LinkTable({ items, units, names, own, all, ignored }: TableProps<BrokenMention> & { ignored: boolean }) {
  return (
    <DataTable caption={t('Tautan rusak')} rows={items} rowKey={row => row.pageId + row.linkId} columns={[
      { label: t('Tautan'), main: true, cell: row => <Address url={row.url} /> },
      { label: t('Di halaman'), cell: row => <><a href={tendedOf(row.kind).office(row.pageId)}>{row.title}</a> <small>{units.byId(row.unitId)?.shortName}</small></> },
      ...(own ? [] : [{ label: t('Pemilik'), cell: (row: BrokenMention) => names.get(row.ownerId ?? '')?.name ?? t('Belum ada') }]),
      { label: t('Keadaan'), cell: row => <><Badge tone={badgeOf(row).tone}>{t(badgeOf(row).label)}</Badge> <Why row={row} /></> },
      {
        label: t('Tindakan'), quiet: true, cell: row => (
          <Form actions={
            <>
              <ButtonLink kind="quiet" href={tendedOf(row.kind).mend(row.pageId)} about={row.url}>{t('Ubah')}</ButtonLink>
              <Button name="langkah" value="periksa" about={row.url}>{t('Periksa lagi')}</Button>
              {ignored
                ? <Button name="langkah" value="pulihkan" about={row.url}>{t('Jangan abaikan lagi')}</Button>
                : <ButtonLink kind="quiet" href={`/kerja/perawatan/abaikan/${row.pageId}/${row.linkId}`} about={row.url}>{t('Abaikan tautan ini')}</ButtonLink>}
            </>
          }>
            <HiddenField name="halaman" value={row.pageId} />
            <HiddenField name="tautan" value={row.linkId} />
          </Form>
        ),
      },
    ]} empty={ignored ? <EmptyState title={t('Tidak ada tautan yang diabaikan')} /> : <EmptyState title={t('Tidak ada tautan rusak')} action={own && <Actions><ButtonLink kind="quiet" href={all}>{t('Lihat semua dalam jangkauan saya')}</ButtonLink></Actions>}>{t('Semua tautan diperiksa secara berkala; yang rusak muncul di sini.')}</EmptyState>} />
  )
}

/** The reason, since when, and the new address when there is one. */
function Why({ row }: { row: BrokenMention }) {
  return (
    <>
      {row.movedTo ? <>{t('Alamat baru:')} <Address url={row.movedTo} /></> : t(reasonOf(row))}
      {row.failingSince && <> <small>{t('sejak')} <DateTime at={row.failingSince} as="short" /></small></>}
      {row.ignoredReason && <> <small>{t('Diabaikan: {reason}', { reason: row.ignoredReason })}</small></>}
    </>
  )
}
