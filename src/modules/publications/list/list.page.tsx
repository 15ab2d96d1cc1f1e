import { z } from 'zod'
import { locale, t } from '#platform/i18n/locale.ts'
import { search } from '#platform/search/search.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { EmptyState, FilterBar, Notice, Pager, PublicLayout, SelectField, addressWith } from '#ui/index.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { feedLinks } from '../parts/feed-links.tsx'
import { Items } from '../parts/item.tsx'
import { kindNames, kinds } from '../publication.ts'
import { itemsById, visibleItems } from '../store.ts'

const pageSize = 30

const query = z.object({
  jenis: z.enum(kindNames as [string, ...string[]]).optional(),
  unit: z.string().max(80).optional(),
  kecamatan: z.string().max(80).optional(),
  tahun: z.coerce.number().int().min(1990).max(2100).optional(),
  tagar: z.string().max(60).optional(),
  q: z.string().max(200).optional(),
  sebelum: z.string().max(60).optional(),
  setelah: z.string().max(60).optional(),
  hal: z.coerce.number().int().min(1).max(10).default(1),
})

/** All publications of a government, filtered by the address. */
export const listPage = page({
  path: '/berita',
  may: 'public',
  query,
  async load({ db, query, government, ask }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = query.unit ? units.bySlug(query.unit) : undefined
    const district = query.kecamatan ? (units.byRegion(query.kecamatan) ?? units.bySlug(query.kecamatan)) : undefined
    const filter = { unitId: unit?.id, kind: query.jenis as (typeof kindNames)[number] | undefined, districtCode: district?.regionCode ?? undefined, year: query.tahun }
    if (query.q?.trim()) {
      const found = await search(db, null, { text: query.q, kind: 'publication', sort: filter.kind, unitId: filter.unitId, districtCode: filter.districtCode, year: filter.year, limit: pageSize, offset: (query.hal - 1) * pageSize })
      const items = await itemsById(db, found.hits.map(hit => hit.id))
      return { units, unit, district, items, corrected: found.corrected, older: found.more && query.hal < 10 ? mark({ hal: String(query.hal + 1) }) : null, newer: query.hal > 1 ? mark({ hal: query.hal > 2 ? String(query.hal - 1) : null }) : null }
    }
    const { items, older, newer } = await visibleItems(db, { ...filter, tag: query.tagar, before: query.sebelum, after: query.setelah, limit: pageSize })
    return { units, unit, district, items, corrected: null, older: older ? mark({ sebelum: older }) : null, newer: newer ? mark({ setelah: newer }) : null }
  },
  shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`],
  view({ data, query, request }) {
    const { units, unit, district, items, corrected } = data
    const fields = fieldsOf({ ...query })
    const active = [
      ...(query.jenis ? [{ name: 'jenis', label: t(kinds[query.jenis as keyof typeof kinds]) }] : []),
      ...(unit ? [{ name: 'unit', label: unit.shortName }] : []),
      ...(district ? [{ name: 'kecamatan', label: district.name }] : []),
      ...(query.tahun ? [{ name: 'tahun', label: String(query.tahun) }] : []),
      ...(query.tagar ? [{ name: 'tagar', label: `#${query.tagar}` }] : []),
    ]
    return (
      <PublicLayout title={t('Berita dan pengumuman')} lead={t('Kabar dari semua perangkat daerah, {kecamatan}, {desa}, dan sekolah.')} head={feedLinks('')}
        current="/berita">
        <FilterBar search={{ label: t('Cari dalam berita'), value: query.q, placeholder: t('Kata, tempat, atau kegiatan') }} active={active} keep={{ tagar: query.tagar }}>
          <SelectField field={fields('jenis')} label={t('Jenis')} empty={t('Semua jenis')} options={kindNames.map(value => ({ value, label: t(kinds[value]) }))} />
          <SelectField field={fields('kecamatan')} label={t('{Kecamatan}')} empty={t('Semua {kecamatan}')}
            options={units.all.filter(u => u.kind === 'subdistrict').map(u => ({ value: u.regionCode ?? u.slug, label: u.name }))} />
          <SelectField field={fields('unit')} label={t('Perangkat daerah')} empty={t('Semua')} options={agencyOptions(units, unit)} />
          <SelectField field={fields('tahun')} label={t('Tahun')} empty={t('Semua tahun')} options={yearOptions()} />
        </FilterBar>
        {corrected && <Notice><p>{t('Tidak ada hasil untuk “{typed}”. Yang ditampilkan: “{corrected}”.', { typed: query.q, corrected })}</p></Notice>}
        {items.length > 0 ? (
          <Items items={items} units={units} level={2} />
        ) : (
          <EmptyState title={t('Belum ada yang cocok')}>{t('Kurangi saringan, atau cari dengan kata lain.')}</EmptyState>
        )}
        <Pager newer={data.newer && addressWith(request.url, data.newer)} older={data.older && addressWith(request.url, data.older)} />
      </PublicLayout>
    )
  },
})

/** Agencies, and the chosen unit even when it is a village or a school. */
function agencyOptions(units: UnitTree, chosen: Unit | undefined) {
  const listed = units.all.filter(u => u.channel && ['secretariat', 'agency', 'office', 'hospital'].includes(u.kind))
  return (chosen && !listed.includes(chosen) ? [chosen, ...listed] : listed).map(u => ({ value: u.slug, label: u.shortName }))
}

/** This year and the nine before it. */
function yearOptions() {
  const now = locale().now.getFullYear()
  return Array.from({ length: 10 }, (_, i) => String(now - i)).map(value => ({ value, label: value }))
}

/** Changes to the address that lead to a neighbouring page of the list. */
const mark = (changes: Record<string, string | null>) => changes
