import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { referenceLists, referenceVersions, removeFutureReference, verifyReference, type KeptReference } from '#platform/reference/keeping.ts'
import { asCsv } from '#platform/sheets/downloads.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, page, resource } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateTime, EmptyState, ErrorSummary, FilterBar, Form, HiddenField, Pager, WorkLayout, addressWith } from '#ui/index.ts'
import { columnNames } from '../import/rows.ts'
import { announce, keeps } from '../policy.ts'
import { showValue, writeValue } from '../value.ts'

/** Every list of reference data this government uses. */
export const listsPage = page({
  path: '/kerja/rujukan',
  may: 'reference.manage',
  load(context) {
    keeps(context)
    return referenceLists(context.db, dayIn(context.now, context.government.zone))
  },
  view: ({ data }) => (
    <WorkLayout title={t('Data rujukan')} lead={t('Hari libur, ambang, bobot, dan kode yang ditetapkan peraturan. Setiap keputusan mengingat versi yang dipakainya.')}
      action={<Actions><ButtonLink href="/kerja/rujukan/baru">{t('Tambah nilai')}</ButtonLink><ButtonLink kind="quiet" href="/kerja/rujukan/impor">{t('Impor dari CSV')}</ButtonLink></Actions>}>
      <DataTable caption={t('Data rujukan')} rows={data} rowKey={row => row.list} columns={[
        { label: t('Daftar'), main: true, cell: row => <a href={`/kerja/rujukan/daftar/${row.list}`}>{row.list}</a> },
        { label: t('Kode yang berlaku'), numeric: true, cell: row => number(row.codes) },
        { label: t('Semua versi'), numeric: true, cell: row => number(row.versions) },
        { label: t('Belum dicocokkan'), numeric: true, cell: row => (row.unverified > 0 ? <Badge tone="warn">{number(row.unverified)}</Badge> : number(0)) },
      ]} empty={<EmptyState title={t('Belum ada data rujukan')}>{t('Mulai dengan hari libur tahun ini: tambahkan satu per satu, atau impor dari CSV.')}</EmptyState>} />
    </WorkLayout>
  ),
})

const pageSize = 50
const query = z.object({ q: z.string().trim().max(80).optional(), versi: z.enum(['berlaku', 'semua']).default('berlaku'), setelah: z.uuid().optional() })

/** Which name in an address can be a list. */
const listOf = (params: Record<string, string>) => {
  if (!/^[a-z][a-z0-9-]{1,59}$/.test(params.list ?? '')) throw new NotFound()
  return params.list!
}

/** One list: its versions with their legal basis. */
export const listPage = page({
  path: '/kerja/rujukan/daftar/:list',
  may: 'reference.manage',
  query,
  form: z.object({ langkah: z.enum(['cocok', 'hapus']), nilai: z.uuid('Pilih dari daftar') }),
  async load(context) {
    keeps(context)
    const { db, params, query, now, government } = context
    const today = dayIn(now, government.zone)
    const rows = await referenceVersions(db, listOf(params), { code: query.q, on: query.versi === 'berlaku' ? today : undefined, after: query.setelah, limit: pageSize + 1 })
    return { today, rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.id : null }
  },
  view({ data: { today, rows, next }, params, query, fields, request }) {
    const here = `/kerja/rujukan/daftar/${params.list}`
    const at = (changes: Record<string, string | null>) => addressWith(request.url, changes)
    return (
      <WorkLayout title={params.list!} lead={t('Nilai milik daerah ini didahulukan dari nilai nasional dengan kode yang sama.')} breadcrumbs={[{ label: t('Data rujukan'), href: '/kerja/rujukan' }]}
        action={<Actions><ButtonLink href={`/kerja/rujukan/baru?daftar=${params.list}`}>{t('Tambah nilai')}</ButtonLink><ButtonLink kind="quiet" href={`/kerja/rujukan/csv/${params.list}`} download>{t('Unduh CSV')}</ButtonLink></Actions>}>
        <ErrorSummary fields={fields} />
        <FilterBar search={{ label: t('Cari kode'), value: query.q }} keep={{ versi: query.versi }} quick={[
          { label: t('Berlaku hari ini'), href: at({ versi: null }), current: query.versi === 'berlaku' },
          { label: t('Semua versi'), href: at({ versi: 'semua' }), current: query.versi === 'semua' },
        ]} />
        <DataTable caption={params.list!} rows={rows} rowKey={row => row.id} columns={[
          { label: t('Kode'), main: true, cell: row => row.code },
          { label: t('Nilai'), cell: row => showValue(row.value) },
          { label: t('Berlaku'), cell: row => <><DateTime at={row.validFrom} as="short" /> – {row.validTo ? <DateTime at={row.validTo} as="short" /> : '…'}</> },
          { label: t('Dasar hukum'), cell: row => <>{row.legalBasis} {!row.verified && <Badge tone="warn">{t('Belum dicocokkan')}</Badge>}</> },
          { label: t('Milik'), cell: row => (row.national ? t('Nasional') : t('Daerah ini')) },
          { label: t('Tindakan'), quiet: true, cell: row => <Acts row={row} today={today} /> },
        ]} empty={<EmptyState title={t('Tidak ada nilai di sini')} action={<ButtonLink kind="quiet" href={`${here}?versi=semua`}>{t('Semua versi')}</ButtonLink>}>{t('Tambahkan nilai, atau lihat juga versi yang tidak berlaku hari ini.')}</EmptyState>} />
        <Pager newer={query.setelah ? at({}) : null} older={next ? `${at({})}${at({}).includes('?') ? '&' : '?'}setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
  async act(context) {
    keeps(context)
    const { tx, input, params, now, government, request, note } = context
    const record: [string, string] = ['reference', `${listOf(params)}/${input.nilai}`]
    if (input.langkah === 'cocok') {
      if (!(await verifyReference(tx, input.nilai))) throw new Problem('', 'Hanya nilai milik daerah ini yang dapat dicocokkan di sini.')
      note({ record, before: { verified: false }, after: { verified: true } })
      return goto(addressWith(request.url, {}), 'Nilai ditandai sudah dicocokkan.')
    }
    if (!(await removeFutureReference(tx, input.nilai, dayIn(now, government.zone)))) throw new Problem('', 'Nilai yang sudah berlaku tidak dihapus, karena keputusan memakainya. Tambahkan versi baru.')
    await announce(tx)
    note({ record, before: { removed: true }, after: {} })
    return goto(addressWith(request.url, {}), 'Nilai yang belum berlaku dihapus.')
  },
})

/** What may be done to one version: others are history, or the country's. */
function Acts({ row, today }: { row: KeptReference; today: string }) {
  const future = row.validFrom > today
  if (row.national) return null
  return (
    <Form actions={
      <>
        <ButtonLink kind="quiet" href={`/kerja/rujukan/baru?daftar=${row.list}&kode=${encodeURIComponent(row.code)}`} about={row.code}>{t('Ganti')}</ButtonLink>
        {!row.verified && <Button name="langkah" value="cocok" about={row.code}>{t('Tandai cocok')}</Button>}
        {future && <Button kind="danger" name="langkah" value="hapus" about={row.code}>{t('Hapus')}</Button>}
      </>
    }><HiddenField name="nilai" value={row.id} /></Form>
  )
}

/** A list as the CSV that the import reads. */
export const listCsv = resource({
  path: '/kerja/rujukan/csv/:list',
  may: 'reference.manage',
  async load(context) {
    keeps(context)
    const list = listOf(context.params)
    const rows = await referenceVersions(context.db, list, { limit: 100_000 })
    const cells = rows.map(row => [row.list, row.code, writeValue(row.value), row.legalBasis, row.validFrom, row.validTo ?? ''])
    return asCsv(list, [Object.values(columnNames).map(([name]) => name!), ...cells])
  },
})
