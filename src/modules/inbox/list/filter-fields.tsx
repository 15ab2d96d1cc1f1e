import type { Reach } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import { FilterBar, SelectField } from '#ui/index.ts'
import { urgencyWords } from '../task.ts'
import { counters, urgencies, type ListQuery } from './filters.ts'

/** Search, filters and order of the inbox; what is done is filtered by kind here, what is open by the counters. */
export function InboxFilters({ query, units, reach }: { query: ListQuery; units: UnitTree; reach: Reach | null }) {
  const done = query.tab === 'selesai'
  const office = query.meja === 'kantor'
  const filters = fieldsOf({ sifat: query.sifat, tenggat: query.tenggat, unit: query.unit, urut: query.urut, tugas: query.tugas })
  const kinds = counters.filter(counter => !counter.unread).map(({ code, label }) => ({ value: code, label: t(label) }))
  const dues = [{ value: 'lewat', label: t('Lewat tenggat') }, { value: 'pekan', label: t('Tenggat tujuh hari ini') }]
  const sorts = [{ value: 'baru', label: t('Terbaru dahulu') }, { value: 'lama', label: t('Terlama dahulu') }, ...(done ? [] : [{ value: 'tenggat', label: t('Tenggat terdekat dahulu') }])]
  const chosen = (options: { value: string; label: string }[], value: string | undefined) => options.find(option => option.value === value)?.label
  const active = [
    { name: 'tugas', label: done ? chosen(kinds, query.tugas) : undefined },
    { name: 'sifat', label: query.sifat && t(urgencyWords[query.sifat].label) },
    { name: 'tenggat', label: done ? undefined : chosen(dues, query.tenggat) },
    { name: 'unit', label: office && query.unit ? units.byId(query.unit)?.name : undefined },
    { name: 'urut', label: query.urut === 'baru' ? undefined : chosen(sorts, query.urut) },
  ].flatMap(({ name, label }) => (label ? [{ name, label }] : []))
  return (
    <FilterBar
      search={{ label: t('Cari perihal, asal, atau nomor'), placeholder: t('Perihal, asal, atau nomor'), value: query.q }}
      keep={{ meja: query.meja === 'saya' ? undefined : query.meja, tab: done ? 'selesai' : undefined, tugas: done ? undefined : query.tugas }}
      active={active}
    >
      {done && <SelectField field={filters('tugas')} label={t('Tugas')} options={kinds} empty={t('Semua tugas')} />}
      <SelectField field={filters('sifat')} label={t('Sifat')} options={urgencies.map(value => ({ value, label: t(urgencyWords[value].label) }))} empty={t('Semua sifat')} />
      {!done && <SelectField field={filters('tenggat')} label={t('Tenggat')} options={dues} empty={t('Semua tenggat')} />}
      {office && <SelectField field={filters('unit')} label={t('Unit')} options={units.all.filter(unit => reach?.government || reach?.units.has(unit.id)).map(unit => ({ value: unit.id, label: unit.name }))} empty={t('Semua unit')} />}
      <SelectField field={filters('urut')} label={t('Urutan')} options={sorts} />
    </FilterBar>
  )
}
