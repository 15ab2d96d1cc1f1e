import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { workingDaysBetween, type Holidays } from '#platform/time/working-days.ts'
import { Badge } from '#ui/index.ts'

/** How near the last day is: in working days of the government, and in a tone that repeats the words. */
export interface Nearness {
  tone: 'bad' | 'warn' | 'plain'
  text: string
  values?: Record<string, number>
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** How near `due` is as of `today`. */
export function nearness(due: string, today: string, holidays: Holidays): Nearness {
  if (due < today) {
    const late = workingDaysBetween(due, today, holidays)
    return late > 0 ? { tone: 'bad', text: 'Terlambat {n} hari kerja', values: { n: late } } : { tone: 'bad', text: 'Lewat tenggat' }
  }
  if (due === today) return { tone: 'warn', text: 'Hari ini' }
  if (due === dayAfter(today)) return { tone: 'warn', text: 'Besok' }
  const left = workingDaysBetween(today, due, holidays)
  return left <= 1 ? { tone: 'warn', text: 'Hari kerja berikutnya' } : { tone: 'plain', text: '{n} hari kerja lagi', values: { n: left } }
}

/** The last day of a task in words; the day itself is there when it is pointed at, and for machines. */
export function DueBadge({ due, today, holidays }: { due: string; today: string; holidays: Holidays }) {
  const { tone, text, values } = nearness(due, today, holidays)
  return <Badge tone={tone}><time datetime={due} title={longDate(due)}>{t(text, values)}</time></Badge>
}
