import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { Actions, addressWith, Badge, ButtonLink, DataTable, EmptyState, FilterBar, Pager, WorkLayout } from '#ui/index.ts'
import { seriesOfUnits, type SeriesStanding } from '../book-store.ts'
import { bookHref, home, todayOf } from '../parts/here.ts'
import { kindName, kindsOn } from '../parts/kinds.ts'
import { mayManage, mayRead } from '../policy.ts'
import { numberingOf, seriesName, type Rules, type SeriesKey } from '../rules.ts'
import { sampleOf } from '../sample.ts'
import { rulesOf } from '../store.ts'

const pageSize = 40

/** A line of the list: a series of a unit, with what its next number would be. */
interface Line extends SeriesKey {
  unit: Unit
  /** The series its letters are drawn from, when it is another one by now. */
  elsewhere: SeriesKey | null
  sample: string | null
  last: number
  reserved: number
  incoming: number
}

/** The unit's own series and those of single kinds that were used; a unit that shares another's has one line that says so. */
function linesOf(unit: Unit, units: UnitTree, rules: Rules, standing: ReadonlyMap<string, SeriesStanding[]>, today: string): Line[] {
  const series = standing.get(unit.id) ?? []
  const incoming = series.find(one => one.direction === 'in')?.last ?? 0
  const line = (kind: string | null, one: SeriesStanding | undefined): Line => {
    const drawn = numberingOf(rules, units, unit.id, kind).series
    return {
      unit, unitId: unit.id, kind, elsewhere: seriesName(drawn) === seriesName({ unitId: unit.id, kind }) ? null : drawn,
      last: one?.last ?? 0, reserved: one?.reserved ?? 0, incoming: kind === null ? incoming : 0, sample: sampleOf(rules, units, { unitId: unit.id, kind, today, next: (one?.last ?? 0) + 1 }),
    }
  }
  const [own, ...byKind] = [series.find(one => one.direction === 'out' && one.kind === null), ...series.filter(one => one.direction === 'out' && one.kind !== null)]
  return [line(null, own), ...byKind.map(one => line(one!.kind, one))]
}

/** Books of the units within reach: how their numbers look and how far they have come this year. */
export const listPage = page({
  path: home,
  may: 'numbering.read',
  query: z.object({ q: z.string().trim().max(80).optional().catch(undefined), semua: z.literal('ya').optional().catch(undefined), setelah: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, query, ask, government } = context
    const today = todayOf(context)
    const [units, rules, kinds] = await Promise.all([ask(unitDirectory).of(government.id), rulesOf(db, today), kindsOn(db, today)])
    const sought = query.q?.toLowerCase()
    const found = units.all.filter(unit => mayRead(who, unit.id)
      && (!sought || `${unit.name} ${unit.shortName}`.toLowerCase().includes(sought))
      && (query.semua || sought || numberingOf(rules, units, unit.id, null).series.unitId === unit.id))
    const from = query.setelah ? found.findIndex(unit => unit.id === query.setelah) + 1 : 0
    const shown = found.slice(from, from + pageSize)
    const standing = Map.groupBy(await seriesOfUnits(db, who.reach('numbering.read'), shown.map(unit => unit.id), today), one => one.unitId)
    return { units, lines: shown.flatMap(unit => linesOf(unit, units, rules, standing, today)), kinds, next: found.length > from + pageSize ? shown.at(-1)!.id : null }
  },
  view({ data: { units, lines, kinds, next }, query, request, who }) {
    const here = addressWith(request.url, {})
    return (
      <WorkLayout title={t('Penomoran')} lead={t('Setiap surat keluar bernomor urut tanpa celah; setiap nomor ada keterangannya.')}
        action={mayManage(who, null) && <Actions><ButtonLink kind="quiet" href={`${home}/pola`}>{t('Pola pemerintah daerah')}</ButtonLink></Actions>}>
        <FilterBar search={{ label: t('Cari unit'), value: query.q, placeholder: t('Cari unit') }} keep={{ semua: query.semua }}
          quick={[{ label: t('Semua unit'), href: addressWith(request.url, { semua: query.semua ? null : 'ya' }), current: Boolean(query.semua) }]} />
        <DataTable caption={t('Buku nomor surat keluar')} rows={lines} rowKey={seriesName} columns={[
          { label: t('Unit'), main: true, cell: line => <a href={bookHref(line)}>{line.unit.name}{line.kind && <>, {kindName(kinds, line.kind)}</>}</a> },
          { label: t('Nomor berikutnya'), cell: line => (line.elsewhere ? t('Memakai penomoran {unit}', { unit: units.byId(line.elsewhere.unitId)?.shortName ?? '' }) : (line.sample ?? <Badge tone="warn">{t('Pola perlu diperbaiki')}</Badge>)) },
          { label: t('Terakhir'), numeric: true, cell: line => (line.last > 0 ? number(line.last) : '–') },
          { label: t('Dipesan'), numeric: true, cell: line => (line.reserved > 0 ? number(line.reserved) : '–') },
          { label: t('Surat masuk'), numeric: true, cell: line => (line.incoming > 0 ? number(line.incoming) : '–') },
        ]} empty={<EmptyState title={t('Tidak ada unit yang cocok')}>{t('Ubah pencarian, atau lihat semua unit.')}</EmptyState>} />
        <Pager newer={query.setelah ? here : null} older={next ? addressWith(request.url, { setelah: next }) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})
