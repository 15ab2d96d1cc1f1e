import { t } from '#platform/i18n/locale.ts'
import type { Person } from '#modules/identity/contract.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateTime, EmptyState, Form, HiddenField } from '#ui/index.ts'
import { tendedOf } from '../tended/kinds.ts'
import type { ReviewDue } from '../tended/tended.ts'

export interface TableProps<Item> {
  items: readonly Item[]
  units: UnitTree
  names: Map<string, Person>
  /** Only the person's own pages are shown. */
  own: boolean
  /** Address of the same list with everything in reach. */
  all: string
}

/** Pages whose day has come; the answer is one press away. */
export function ReviewTable({ items, units, names, own, all, today }: TableProps<ReviewDue> & { today: string }) {
  return (
    <DataTable caption={t('Perlu ditinjau')} rows={items} rowKey={row => row.id} columns={[
      { label: t('Halaman'), main: true, cell: row => <><a href={row.address}>{row.title}</a> <small>{t(tendedOf(row.kind).label)}</small></> },
      { label: t('Unit'), cell: row => units.byId(row.unitId)?.shortName },
      ...(own ? [] : [{ label: t('Pemilik'), cell: (row: ReviewDue) => names.get(row.pageOwner ?? '')?.name ?? t('Belum ada') }]),
      { label: t('Tinjau pada'), cell: row => <><DateTime at={row.reviewOn} /> {row.reviewOn < today && <Badge tone="warn">{t('Terlewat')}</Badge>}</> },
      {
        label: t('Tindakan'), quiet: true, cell: row => (
          <Form actions={<><Button name="langkah" value="benar" about={row.title}>{t('Masih benar – tinjau lagi dalam 6 bulan')}</Button><ButtonLink kind="quiet" href={tendedOf(row.kind).mend(row.id)} about={row.title}>{t('Ubah')}</ButtonLink></>}>
            <HiddenField name="halaman" value={row.id} />
          </Form>
        ),
      },
    ]} empty={<EmptyState title={t('Tidak ada halaman yang perlu ditinjau')} action={own && <Actions><ButtonLink kind="quiet" href={all}>{t('Lihat semua dalam jangkauan saya')}</ButtonLink></Actions>}>{t('Isi “Tinjau lagi pada” saat menulis, agar halaman muncul di sini pada waktunya.')}</EmptyState>} />
  )
}
