import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { search, type Hit } from '#platform/search/search.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { Actions, addressWith, ArticleItem, ArticleList, Badge, ButtonLink, DataTable, DateTime, EmptyState, FilterBar, Muted, Pager, SelectField, StateBadge, WorkLayout, type Column } from '#ui/index.ts'
import { secrecyWords } from '../contract.ts'
import { isSecret, secrecies, stateWords, saidTitle, titleOf } from '../letter.ts'
import { kindsOn } from '../parts/lists.ts'
import { filterOf, listQuery } from './filters.ts'
import { linesOf, type Line } from './list-store.ts'

const pageSize = 40

const books = { masuk: 'Surat masuk', keluar: 'Surat keluar', konsep: 'Konsep saya', terlibat: 'Terkait saya' } as const

/** The books of an office, and what one writes or has to do with; with a search, all letters one may read. */
export const listPage = page({
  path: '/kerja/surat',
  may: 'signed-in',
  query: listQuery,
  async load(context) {
    const { db, who, query, now, government } = context
    const [{ filter, units, offices }, kinds] = await Promise.all([filterOf(context), kindsOn(db, dayIn(now, government.zone))])
    const text = query.q.trim()
    const found = text ? await search(db, who, { text, kind: 'letter', sort: query.jenis, keys: filter.keys, locked: true, limit: pageSize }) : null
    const rows = found ? [] : await linesOf(db, { ...filter, limit: pageSize + 1 })
    const last = rows[pageSize - 1]
    return { found, rows: rows.slice(0, pageSize), next: rows.length > pageSize && last ? `${last.mark}|${last.id}` : null, units, offices, kinds, filter }
  },
  view({ data: { found, rows, next, units, offices, kinds, filter }, query, request, who }) {
    const filters = fieldsOf({ unit: query.unit ?? offices[0]?.id, jenis: query.jenis, sifat: query.sifat, tahun: query.tahun === undefined ? undefined : String(query.tahun), keadaan: query.keadaan })
    const active = [
      ...(query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : []),
      ...(query.jenis ? [{ name: 'jenis', label: kinds.get(query.jenis) ?? query.jenis }] : []),
      ...(query.sifat ? [{ name: 'sifat', label: t(secrecyWords[query.sifat]) }] : []),
      ...(query.tahun ? [{ name: 'tahun', label: String(query.tahun) }] : []),
      ...(query.keadaan ? [{ name: 'keadaan', label: t('Belum selesai') }] : []),
    ]
    const shown = (Object.keys(books) as (keyof typeof books)[]).filter(book => offices.length > 0 || book === 'konsep' || book === 'terlibat')
    const thisYear = new Date().getFullYear()
    const office = units.byId(filter.units[0] ?? '')
    return (
      <WorkLayout title={t('Surat')} lead={office && (filter.book === 'masuk' || filter.book === 'keluar') ? office.name : undefined}
        tabs={shown.map(book => ({ label: t(books[book]), href: `/kerja/surat?buku=${book}`, current: !found && filter.book === book }))}
        action={<Actions>
          {who.may('drafting.write') && <ButtonLink href="/kerja/surat/baru">{t('Tulis surat')}</ButtonLink>}
          {who.may('correspondence.office') && <ButtonLink kind={who.may('drafting.write') ? 'quiet' : undefined} href="/kerja/surat/terima">{t('Terima surat')}</ButtonLink>}
          {who.may('correspondence.office') && <ButtonLink kind="quiet" href="/kerja/surat/impor">{t('Impor surat')}</ButtonLink>}
          {(filter.book === 'masuk' || filter.book === 'keluar') && offices.length > 0 && <ButtonLink kind="quiet" href={addressWith(request.url, { setelah: null }).replace(/^\/kerja\/surat/, '/kerja/surat/unduh.csv')} download>{t('Unduh CSV')}</ButtonLink>}
        </Actions>}>
        <FilterBar search={{ label: t('Cari di isi surat dan lampiran'), value: query.q, placeholder: t('Cari di isi surat dan lampiran') }} active={active} keep={{ buku: query.buku }}>
          {offices.length > 1 && <SelectField field={filters('unit')} label={t('Kantor')} options={offices.map(({ id, name }) => ({ value: id, label: name }))} />}
          <SelectField field={filters('jenis')} label={t('Jenis surat')} options={[...kinds].map(([value, label]) => ({ value, label }))} empty={t('Semua jenis')} />
          <SelectField field={filters('sifat')} label={t('Sifat')} options={secrecies.map(value => ({ value, label: t(secrecyWords[value]) }))} empty={t('Semua sifat')} />
          <SelectField field={filters('tahun')} label={t('Tahun')} options={Array.from({ length: 6 }, (_, i) => String(thisYear - i)).map(value => ({ value, label: value }))} empty={t('Semua tahun')} />
          {filter.book === 'masuk' && <SelectField field={filters('keadaan')} label={t('Keadaan')} options={[{ value: 'terbuka', label: t('Belum selesai') }]} empty={t('Semua keadaan')} />}
        </FilterBar>
        {found ? <Hits hits={found.hits} kinds={kinds} /> : (
          <DataTable caption={t(books[filter.book])} rows={rows} rowKey={row => row.id + (row.officeId ?? '')} columns={columnsOf(filter.book, kinds)}
            empty={<EmptyState title={t('Belum ada surat di sini')}>{t('Ubah saringan, atau mulai dengan menulis atau menerima surat.')}</EmptyState>} />
        )}
        {!found && <Pager newer={query.setelah ? addressWith(request.url, { setelah: null }) : null} older={next ? addressWith(request.url, { setelah: next }) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />}
      </WorkLayout>
    )
  },
})

function columnsOf(book: keyof typeof books, kinds: ReadonlyMap<string, string>): Column<Line>[] {
  const subject: Column<Line> = {
    label: t('Perihal'), main: true,
    cell: row => (
      <>
        <a href={`/kerja/surat/${row.id}`}>{saidTitle(titleOf(row))}</a>{row.secrecy !== 'B' && <> <Badge tone={row.secrecy === 'T' ? 'info' : 'bad'}>{t(secrecyWords[row.secrecy])}</Badge></>}
        <br /><Muted><small>{[kinds.get(row.kind) ?? row.kind, isSecret(row.secrecy) ? null : row.number].filter(Boolean).join(' · ')}</small></Muted>
      </>
    ),
  }
  const from: Column<Line> = { label: t('Dari'), cell: row => row.sender }
  if (book === 'masuk')
    return [
      { label: t('Agenda'), cell: row => `${row.sequence}/${row.year}` }, subject, from,
      { label: t('Diterima'), cell: row => row.receivedOn && <DateTime at={row.receivedOn} as="short" /> },
      { label: t('Batas'), cell: row => (row.closedAt ? <Badge tone="good">{t('Selesai')}</Badge> : row.dueOn && <DateTime at={row.dueOn} as="short" />) },
    ]
  return [subject, from, { label: t('Keadaan'), cell: row => <StateBadge state={row.state} states={stateWords} /> }, { label: t('Tanggal'), cell: row => <DateTime at={row.letterOn ?? row.at} as="short" /> }]
}

function Hits({ hits, kinds }: { hits: readonly Hit[]; kinds: ReadonlyMap<string, string> }) {
  if (hits.length === 0) return <EmptyState title={t('Belum ada yang cocok')}>{t('Cari dengan kata lain, atau dengan nomor surat.')}</EmptyState>
  return <ArticleList>{hits.map(hit => <ArticleItem key={hit.id} level={2} href={hit.href} title={saidTitle(hit.title)} summary={hit.summary} date={hit.at} unit={kinds.get(hit.kind)} />)}</ArticleList>
}
