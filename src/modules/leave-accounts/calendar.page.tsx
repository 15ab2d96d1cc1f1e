import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { reference } from '#platform/reference/reference.ts'
import { holidaysOf } from '#platform/time/working-days.ts'
import { addMonths } from '#platform/time/zone.ts'
import { page, type Context } from '#platform/web/page.ts'
import { posts, unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { addressWith, Badge, DataTable, EmptyState, FilterBar, Muted, Pager, SelectField, WorkLayout } from '#ui/index.ts'
import { seats, type Seat } from '#modules/inbox/contract.ts'
import { uses } from './contract.ts'
import { todayOf } from './listed.ts'
import { leaveTabs } from './tabs.ts'
import { unitOptions } from './units.ts'

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** A day as sentences print it: noon, so that no zone moves it. */
const printed = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** Names in one cell; the rest is counted. */
const mostNames = 8
/** A unit with more people is counted no further. */
const mostPeople = 2000

/** A weekday of the month. */
interface Day {
  day: string
  closed: boolean
  names: string[]
}

/** 0 for Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Mondays to Fridays of a month by week; weeks without one are left out. */
function weeksOf(first: string, last: string): string[][] {
  const days = Array.from({ length: 31 }, (_, i) => dayAfter(first, i)).filter(day => day <= last && weekdayOf(day) < 5)
  return [...Map.groupBy(days, day => dayAfter(day, -weekdayOf(day))).values()]
}

/** Who is away on a day; nothing for a day on which everybody is there. */
function dayCell(day: Day | undefined, of: number, share: number) {
  if (day?.closed) return <Muted>{t('Libur')}</Muted>
  if (!day || day.names.length === 0) return null
  const { names } = day
  const many = of > 1 && names.length > 1 && names.length / of > share
  return (
    <>
      {names.slice(0, mostNames).map(name => <div key={name}>{name}</div>)}
      {names.length > mostNames && <div>{t('dan {n} lagi', { n: names.length - mostNames })}</div>}
      {many ? <Badge tone="warn">{t('{n} dari {of}', { n: number(names.length), of: number(of) })}</Badge> : <Muted>{t('{n} dari {of}', { n: number(names.length), of: number(of) })}</Muted>}
    </>
  )
}

/** Units whose days off somebody may see: their own, those they lead with all below, and those within reach. */
async function visibleUnits({ db, who, ask }: Context, held: readonly Seat[], units: UnitTree, today: string): Promise<(id: string) => boolean> {
  const heads = await ask(posts).heads(db, held.map(seat => seat.unitId), today)
  const seen = new Set([who.account!.unitId, ...held.flatMap(({ unitId, postId }) => (heads.get(unitId)?.postId === postId ? units.below(unitId) : [unitId]))])
  const reaches = [who.reach('leave.see'), who.reach('leave.manage')]
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
    const [held, units] = await Promise.all([ask(seats).of(context), ask(unitDirectory).of(government.id)])
    const visible = await visibleUnits(context, held, units, today)
    const unitId = query.unit && visible(query.unit) ? query.unit : who.account!.unitId
    const within = units.below(unitId).filter(visible)
    const month = query.bulan ?? today.slice(0, 7)
    const [first, last] = [`${month}-01`, dayAfter(addMonths(`${month}-01`, 1), -1)]
    const [away, serving, share, holidays] = await Promise.all([ask(uses).away(db, within, first, last), ask(employees).serving(db, within, mostPeople), reference<number>(db, 'leave-warning', 'away-share', today, 25), holidaysOf(db, last)])
    const names = await ask(employees).byId(db, away.map(one => one.employeeId))
    const weeks = weeksOf(first, last).map(week => week.map((day): Day => ({ day, closed: holidays.has(day), names: away.filter(one => one.from <= day && day <= one.until).flatMap(one => names.get(one.employeeId)?.name ?? []) })))
    return { held, units, unitId, month, today, weeks, of: serving.length, share: share / 100, options: unitOptions(units, visible) }
  },
  view({ data: { held, units, unitId, month, today, weeks, of, share, options }, request: { url }, who }) {
    const filters = fieldsOf({ unit: unitId })
    const at = (months: number) => addressWith(url, { bulan: addMonths(`${month}-01`, months).slice(0, 7) })
    const name = (months: number) => t('{month, date, ::MMMMyyyy}', { month: printed(addMonths(`${month}-01`, months)) })
    const any = weeks.flat().some(one => one.names.length > 0)
    const dayNames = Array.from({ length: 5 }, (_, i) => t('{day, date, ::EEEE}', { day: printed(dayAfter('2024-01-01', i)) }))
    return (
      <WorkLayout title={t('Kalender cuti')} lead={`${units.byId(unitId)?.name ?? ''} · ${name(0)}`} breadcrumbs={[{ label: t('Cuti'), href: '/cuti' }]} tabs={leaveTabs('calendar', { decides: held.length > 0, keeps: who.may('leave.manage') })}>
        {options.length > 1 && (
          <FilterBar keep={{ bulan: month }}>
            <SelectField field={filters('unit')} label={t('Unit')} options={options} />
          </FilterBar>
        )}
        {any ? (
          <DataTable caption={t('Kalender cuti {month}', { month: name(0) })} rows={weeks} rowKey={week => week[0]!.day} mark={week => (week.some(one => one.day === today) ? 'new' : undefined)} columns={[
            { label: t('Pekan'), main: true, cell: week => <time datetime={week[0]!.day}>{week.length === 1 ? t('{day, date, ::dMMM}', { day: printed(week[0]!.day) }) : t('{from, date, ::d}–{until, date, ::dMMM}', { from: printed(week[0]!.day), until: printed(week.at(-1)!.day) })}</time> },
            ...dayNames.map((label, i) => ({ label, cell: (week: Day[]) => dayCell(week.find(({ day }) => weekdayOf(day) === i), of, share) })),
          ]} />
        ) : <EmptyState title={t('Tidak ada yang cuti bulan ini')}>{t('Cuti yang disetujui muncul di sini.')}</EmptyState>}
        <Pager newer={at(-1)} older={at(1)} labels={{ newer: name(-1), older: name(1) }} />
      </WorkLayout>
    )
  },
})
