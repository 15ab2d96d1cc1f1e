import { ago, clock, dateTime, longDate, machineTime, shortDate } from '#platform/i18n/format.ts'

export interface DateTimeProps {
  /** An instant, or a calendar day such as `2026-11-20`. */
  at: Date | string
  /** `date` in words, `short` for tables, `full` with the time, `time` alone, `ago` relative to now. */
  as?: 'date' | 'short' | 'full' | 'time' | 'ago'
}

/** A date in words, exact when pointed at and for machines. */
export function DateTime({ at, as = 'date' }: DateTimeProps) {
  if (typeof at === 'string') return <time datetime={at.slice(0, 10)}>{as === 'short' ? shortDate(new Date(`${at.slice(0, 10)}T05:00:00Z`)) : longDate(at)}</time>
  const shown = { date: longDate, short: shortDate, full: dateTime, time: clock, ago }[as](at)
  return <time datetime={machineTime(at)} title={dateTime(at)}>{shown}</time>
}
