import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { asCsv } from '#platform/sheets/downloads.ts'
import { page, resource } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, DataTable, DateTime, EmptyState, FilterBar, Pager, SelectField, StateBadge, WorkLayout, addressWith } from '#ui/index.ts'
import type { State } from '../contract.ts'
import { stateWords } from '../parts/words.ts'
import { kindNames, kinds, stateNames } from '../publication.ts'
import { countByState, officeItems } from '../store.ts'

const states = Object.keys(stateNames) as State[]

const query = z.object({
  keadaan: z.enum(states as [State, ...State[]]).optional(),
  jenis: z.enum(kindNames as [string, ...string[]]).optional(),
  unit: z.string().max(80).optional(),
  q: z.string().max(100).optional(),
  sebelum: z.string().max(60).optional(),
})

type Query = z.output<typeof query>

const filterOf = (query: Query, unitId: string | undefined) => ({ state: query.keadaan, kind: query.jenis as (typeof kindNames)[number] | undefined, unitId, q: query.q?.trim(), before: query.sebelum })

/** Everything a person may see, with what waits for them first. */
export const deskPage = page({
  path: '/kerja/publikasi',
  may: 'publications.read',
  query,
  async load({ db, who, query, ask, government }) {
    const units = await ask(unitDirectory).of(government.id)
    const reach = who.reach('publications.read')
    const unit = query.unit ? units.bySlug(query.unit) : undefined
    const [list, counts] = await Promise.all([
      officeItems(db, reach, { ...filterOf(query, unit?.id), limit: 30 }),
      countByState(db, reach),
    ])
    const within = reach?.government ? units.all.filter(u => u.channel) : units.all.filter(u => u.channel && reach?.units.has(u.id))
    return { units, unit, list, counts, within }
  },
  view({ data, query, who, request }) {
    const { units, unit, list, counts, within } = data
    const fields = fieldsOf({ ...query })
    const tabs = [
      { label: t('Semua'), href: addressWith('/kerja/publikasi', {}), current: !query.keadaan },
      ...states.map(state => ({ label: t(stateNames[state]), href: addressWith('/kerja/publikasi', { keadaan: state }), count: counts.get(state), current: query.keadaan === state })),
    ]
    const write = who.may('publications.write') ? <ButtonLink href="/kerja/publikasi/baru">{t('Tulis publikasi')}</ButtonLink> : undefined
    return (
      <WorkLayout title={t('Publikasi')} lead={t('Dari konsep sampai terbit, untuk unit dalam jangkauan Anda.')} action={write} tabs={tabs}>
        <FilterBar search={{ label: t('Cari judul'), value: query.q }} keep={{ keadaan: query.keadaan }}
          active={[...(query.jenis ? [{ name: 'jenis', label: t(kinds[query.jenis as keyof typeof kinds]) }] : []), ...(unit ? [{ name: 'unit', label: unit.shortName }] : [])]}>
          <SelectField field={fields('jenis')} label={t('Jenis')} empty={t('Semua jenis')} options={kindNames.map(value => ({ value, label: t(kinds[value]) }))} />
          {within.length > 1 && <SelectField field={fields('unit')} label={t('Unit')} empty={t('Semua unit')} options={within.map(u => ({ value: u.slug, label: u.shortName }))} />}
        </FilterBar>
        <DataTable caption={t('Publikasi')} rows={list.items} rowKey={row => row.id} columns={[
          { label: t('Judul'), main: true, cell: row => <><a href={`/kerja/publikasi/${row.id}`}>{row.content.title}</a> <small>{t(kinds[row.kind])}</small></> },
          { label: t('Unit'), cell: row => units.byId(row.unitId)?.shortName },
          { label: t('Keadaan'), cell: row => <StateBadge state={row.state} states={stateWords} /> },
          { label: t('Diubah'), cell: row => <DateTime at={row.changedAt} as="ago" /> },
        ]} empty={<EmptyState title={t('Belum ada publikasi di sini')} action={write}>{t('Tulis yang pertama: program, kegiatan, atau pengumuman unit Anda.')}</EmptyState>} />
        <Pager older={list.older && addressWith(request.url, { sebelum: list.older })} />
        {list.items.length > 0 && <ButtonLink kind="quiet" href={addressWith(request.url, {}).replace('/kerja/publikasi', '/kerja/publikasi/unduh.csv')} download>{t('Unduh sebagai CSV')}</ButtonLink>}
      </WorkLayout>
    )
  },
})

/** Rows a download holds at most; the filters narrow it. */
const mostRows = 10_000

/** The same list as a file, under the same filters and the same reach. */
export const deskDownload = resource({
  path: '/kerja/publikasi/unduh.csv',
  may: 'publications.read',
  query,
  async load({ db, who, query, ask, government, request }) {
    const units = await ask(unitDirectory).of(government.id)
    const { items } = await officeItems(db, who.reach('publications.read'), { ...filterOf(query, query.unit ? units.bySlug(query.unit)?.id : undefined), before: undefined, limit: mostRows })
    const rows = items.map(p => [p.content.title, kinds[p.kind], units.byId(p.unitId)?.name ?? '', stateNames[p.state], p.publishedAt?.toISOString() ?? '', p.changedAt.toISOString(), `${request.origin}/kerja/publikasi/${p.id}`])
    return asCsv('publikasi', [['judul', 'jenis', 'kanal', 'keadaan', 'terbit', 'diubah', 'alamat'], ...rows])
  },
})
