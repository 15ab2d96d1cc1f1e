import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { isWorkingDay } from '#platform/time/working-days.ts'
import { addMonths } from '#platform/time/zone.ts'
import { page, type Context } from '#platform/web/page.ts'
import { posts, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { addressWith, Badge, DataTable, EmptyState, FilterBar, Pager, SelectField, WorkLayout } from '#ui/index.ts'
import { addDays } from '../days.ts'
import { printed } from '../judge.ts'
import type { Span } from '../leave.ts'
import { todayOf, viewerOf } from '../parts/here.ts'
import { leaveTabs } from '../parts/tabs.ts'
import { unitOptions } from '../parts/units.ts'
import type { Viewer } from '../policy.ts'
import { awayShare, calendarOn } from '../rules.ts'
import { awayIn } from '../store.ts'

/** Names in one cell; the rest is counted. */
const mostNames = 15
/** A unit with more people is counted no further. */
const mostPeople = 2000

/** Units whose days off somebody may see: their own, those they lead with all below, and those within reach. */
async function visibleUnits({ db, who, ask }: Context, viewer: Viewer, units: UnitTree, today: string): Promise<(id: string) => boolean> {
  const heads = await ask(posts).heads(db, viewer.seats.map(seat => seat.unitId), today)
  const seen = new Set([who.account!.unitId, ...viewer.seats.flatMap(({ unitId, postId }) => (heads.get(unitId)?.postId === postId ? units.below(unitId) : [unitId]))])
  const reaches = [who.reach('leave.see'), viewer.officer]
  return id => seen.has(id) || reaches.some(reach => covers(reach, { unitId: id }))
}

/** Who of a unit is away on which day of a month: that they are, never why. */
export const calendarPage = page({
  path: '/kerja/cuti/kalender',
  may: 'signed-in',
  query: z.object({ bulan: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/).optional().catch(undefined), unit: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, who, query, ask, government } = context
    const today = todayOf(context)
    const [viewer, units] = await Promise.all([viewerOf(context), ask(unitDirectory).of(government.id)])
    const visible = await visibleUnits(context, viewer, units, today)
    const unitId = query.unit && visible(query.unit) ? query.unit : who.account!.unitId
    const within = units.below(unitId).filter(visible)
    const month = query.bulan ?? today.slice(0, 7)
    const span: Span = { from: `${month}-01`, until: addDays(addMonths(`${month}-01`, 1), -1) }
    const [away, serving, share, calendar] = await Promise.all([awayIn(db, within, span), ask(employees).serving(db, within, mostPeople), awayShare(db, today), calendarOn(db, span.until)])
    const names = await ask(employees).byId(db, away.map(one => one.employeeId))
    const days = Array.from({ length: 31 }, (_, i) => addDays(span.from, i)).filter(day => day <= span.until && isWorkingDay(day, calendar.holidays))
      .map(day => ({ day, names: away.filter(one => one.from <= day && day <= one.until).flatMap(one => names.get(one.employeeId)?.name ?? []) }))
    return { viewer, units, unitId, month, today, days, of: serving.length, share, options: unitOptions(units, null, new Set(units.all.map(unit => unit.id).filter(visible))) }
  },
  view({ data: { viewer, units, unitId, month, today, days, of, share, options }, request: { url } }) {
    const filters = fieldsOf({ unit: unitId })
    const at = (months: number) => addressWith(url, { bulan: addMonths(`${month}-01`, months).slice(0, 7) })
    const name = (months: number) => t('{month, date, ::MMMMyyyy}', { month: printed(addMonths(`${month}-01`, months)) })
    const any = days.some(one => one.names.length > 0)
    return (
      <WorkLayout title={t('Kalender cuti')} lead={`${units.byId(unitId)?.name ?? ''} · ${name(0)}`} tabs={leaveTabs(viewer, 'calendar')}>
        {options.length > 1 && (
          <FilterBar keep={{ bulan: month }}>
            <SelectField field={filters('unit')} label={t('Unit')} options={options} />
          </FilterBar>
        )}
        {any ? (
          <DataTable caption={t('Kalender cuti {month}', { month: name(0) })} rows={days} rowKey={one => one.day} mark={one => (one.day === today ? 'new' : undefined)} columns={[
            { label: t('Hari kerja'), main: true, cell: one => <time datetime={one.day}>{t('{day, date, ::EEEEdMMM}', { day: printed(one.day) })}</time> },
            { label: t('Sedang cuti'), cell: one => one.names.slice(0, mostNames).join(', ') + (one.names.length > mostNames ? ` ${t('dan {n} lagi', { n: one.names.length - mostNames })}` : '') },
            { label: t('Jumlah'), cell: one => one.names.length > 0 && (
              <>{t('{n} dari {of}', { n: number(one.names.length), of: number(of) })}{of > 1 && one.names.length > 1 && one.names.length / of > share && <> <Badge tone="warn">{t('Banyak yang cuti')}</Badge></>}</>
            ) },
          ]} />
        ) : <EmptyState title={t('Tidak ada yang cuti bulan ini')}>{t('Cuti yang disetujui muncul di sini.')}</EmptyState>}
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: name(-1), older: name(1) }} />
      </WorkLayout>
    )
  },
})
