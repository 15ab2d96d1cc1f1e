import { addDays, noonOf } from '#platform/time/zone.ts'
import { clock } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable, Muted } from '#ui/index.ts'
import type { DutyDay, Window } from '../contract.ts'
import { weekdayOf } from '../pattern.ts'
import { isDuty } from '../windows.ts'

function dayCell(window: Window | undefined) {
  if (!window) return null
  const date = <small>{t('{day, date, ::d}', { day: noonOf(window.day) })}</small>
  if (!isDuty(window)) return <>{date} <Muted>{window.kind === 'holiday' ? window.name ?? t('Libur') : '–'}</Muted></>
  return (
    <>
      {date} {dutyWords(window)}
      {window.kind === 'shift' && <div><small>{window.name}</small></div>}
      {window.kind === 'work' && window.flexibleUntil > window.startsAt && <div><small>{t('datang {from}–{until}', { from: clock(window.countsFrom), until: clock(window.flexibleUntil) })}</small></div>}
    </>
  )
}

/** `07.30–16.00`. */
export const dutyWords = (window: DutyDay): string => t('{from}–{until}', { from: clock(window.startsAt), until: clock(window.endsAt) })

/** Somebody's days, a row for each week; the current week is marked. */
export function MonthTable({ windows, today, caption }: { windows: readonly Window[]; today: string; caption: string }) {
  const weeks = [...Map.groupBy(windows, ({ day }) => addDays(day, -weekdayOf(day))).values()]
  const dayNames = Array.from({ length: 7 }, (_, i) => t('{day, date, ::EEEE}', { day: noonOf(addDays('2024-01-01', i)) }))
  return (
    <DataTable caption={caption} rows={weeks} rowKey={week => week[0]!.day} mark={week => (week.some(({ day }) => day === today) ? 'new' : undefined)} columns={[
      { label: t('Pekan'), main: true, cell: week => <time datetime={week[0]!.day}>{t('{from, date, ::d}–{until, date, ::dMMM}', { from: noonOf(week[0]!.day), until: noonOf(week.at(-1)!.day) })}</time> },
      ...dayNames.map((label, i) => ({ label, cell: (week: readonly Window[]) => dayCell(week.find(({ day }) => weekdayOf(day) === i)) })),
    ]} />
  )
}
