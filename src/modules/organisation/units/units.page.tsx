import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { ButtonLink, DataTable, EmptyState, FilterBar, Muted, Pager, SelectField, WorkLayout, addressWith } from '#ui/index.ts'
import { unitDirectory, type Unit, type UnitKind, type UnitTree } from '../contract.ts'
import { kindNames } from '../kinds.ts'
import { manageable } from '../policy.ts'

const kinds = Object.keys(kindNames) as UnitKind[]
const pageSize = 60

const query = z.object({
  q: z.string().trim().max(100).optional(),
  jenis: z.enum(kinds as [UnitKind, ...UnitKind[]]).optional(),
  induk: z.string().max(80).optional(),
  setelah: z.string().max(80).optional(),
})

/** The tree of units: one level at a time, or everything that fits a search. */
export const unitsPage = page({
  path: '/kerja/unit',
  may: 'organisation.manage',
  query,
  async load({ who, query, ask, government }) {
    const units = await ask(unitDirectory).of(government.id)
    const within = manageable(who, units)
    const parent = query.induk ? within.find(unit => unit.slug === query.induk) : undefined
    const rows = query.q || query.jenis ? matching(below(units, within, parent), query.q, query.jenis) : level(within, parent)
    // The whole tree is in memory, so the mark is the unit after which to go on.
    const from = query.setelah ? rows.findIndex(unit => unit.slug === query.setelah) + 1 : 0
    const shown = rows.slice(from, from + pageSize)
    return { units, parent, shown, total: rows.length, next: rows.length > from + pageSize ? shown.at(-1)!.slug : null }
  },
  view({ data: { units, parent, shown, total, next }, query, request }) {
    const fields = fieldsOf({ jenis: query.jenis })
    const searching = Boolean(query.q || query.jenis)
    const at = (induk: string) => addressWith('/kerja/unit', { induk })
    const above = parent ? units.ancestors(parent.id).slice(0, -1) : []
    return (
      <WorkLayout title={parent ? t('Unit di bawah {name}', { name: parent.name }) : t('Unit')} lead={searching ? t('{n} unit cocok', { n: total }) : t('Perangkat daerah, {kecamatan}, {desa}, sekolah, dan bagian-bagiannya.')}
        breadcrumbs={parent && [{ label: t('Unit'), href: '/kerja/unit' }, ...above.map(unit => ({ label: unit.shortName, href: at(unit.slug) }))]}
        action={<ButtonLink href={addressWith('/kerja/unit/baru', { induk: parent?.slug ?? null })}>{t('Tambah unit')}</ButtonLink>}>
        <FilterBar search={{ label: t('Cari nama unit'), value: query.q }} keep={{ induk: query.induk }} active={query.jenis ? [{ name: 'jenis', label: t(kindNames[query.jenis]) }] : []}>
          <SelectField field={fields('jenis')} label={t('Jenis')} empty={t('Semua jenis')} options={kinds.map(value => ({ value, label: t(kindNames[value]) }))} />
        </FilterBar>
        <DataTable caption={t('Unit')} rows={shown} rowKey={unit => unit.id} columns={[
          { label: t('Nama'), main: true, cell: unit => <><a href={`/kerja/unit/${unit.id}`}>{unit.name}</a>{searching && <> <small>{pathOf(units, unit)}</small></>}</> },
          { label: t('Jenis'), cell: unit => t(kindNames[unit.kind]) },
          { label: t('Kanal'), cell: unit => (unit.channel ? <a href={`/kanal/${unit.slug}`}>{t('Ada')}</a> : <Muted>{t('Tidak')}</Muted>) },
          { label: t('Di bawahnya'), cell: unit => units.children(unit.id).length === 0 ? '–' : <a href={at(unit.slug)}>{t('{n} unit', { n: number(units.below(unit.id).length - 1) })}</a> },
        ]} empty={<EmptyState title={t('Tidak ada unit di sini')} action={searching && <ButtonLink kind="quiet" href="/kerja/unit">{t('Lihat seluruh pohon unit')}</ButtonLink>}>{t('Ubah pencarian, atau tambahkan unit.')}</EmptyState>} />
        <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? withMark(addressWith(request.url, {}), next) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})

const withMark = (address: string, mark: string) => `${address}${address.includes('?') ? '&' : '?'}setelah=${encodeURIComponent(mark)}`

/** The units directly below one; without it the highest within reach, each root with its own children. */
function level(within: readonly Unit[], parent: Unit | undefined): readonly Unit[] {
  if (parent) return within.filter(unit => unit.parentId === parent.id)
  const ids = new Set(within.map(unit => unit.id))
  const tops = within.filter(unit => !unit.parentId || !ids.has(unit.parentId))
  return tops.length === 1 ? [tops[0]!, ...within.filter(unit => unit.parentId === tops[0]!.id)] : tops
}

function below(units: UnitTree, within: readonly Unit[], parent: Unit | undefined): readonly Unit[] {
  if (!parent) return within
  const ids = new Set(units.below(parent.id))
  return within.filter(unit => ids.has(unit.id))
}

function matching(found: readonly Unit[], q: string | undefined, kind: UnitKind | undefined): readonly Unit[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (unit: Unit) => words.every(word => `${unit.name} ${unit.shortName}`.toLowerCase().includes(word))
  return found.filter(unit => (!kind || unit.kind === kind) && fits(unit)).toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
}

const pathOf = (units: UnitTree, unit: Unit) => units.ancestors(unit.id).slice(1, -1).map(above => above.shortName).join(' › ')
