const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs as much as using it a hundred times. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })))
  return format
}

/** Minutes the zone is ahead of UTC at an instant. */
function offset(at: Date, zone: string): number {
  const parts = Object.fromEntries(formatOf(zone).formatToParts(at).map(part => [part.type, part.value]))
  const asUtc = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day), Number(parts.hour), Number(parts.minute), Number(parts.second))
  return Math.round((asUtc - at.getTime()) / 60_000)
}

/** The instant of a local `2026-11-21T08:30` in a zone such as `Asia/Jakarta`. */
export function fromLocal(local: string, zone: string): Date {
  const utc = new Date(`${local.length === 16 ? `${local}:00` : local}Z`)
  const first = new Date(utc.getTime() - offset(utc, zone) * 60_000)
  // Across a change of the clock the first guess is an hour off; Indonesia has none, but visitors' tests may.
  return new Date(utc.getTime() - offset(first, zone) * 60_000)
}

/** An instant as the local `2026-11-21T08:30` of a zone. */
export const toLocal = (at: Date, zone: string): string => new Date(at.getTime() + offset(at, zone) * 60_000).toISOString().slice(0, 16)

/** The calendar day of an instant in a zone, `2026-11-21`. */
export const dayIn = (at: Date, zone: string): string => toLocal(at, zone).slice(0, 10)

/** The clock at an instant in a zone as sentences say it, `08.30`. */
export const clockIn = (at: Date, zone: string): string => toLocal(at, zone).slice(11).replace(':', '.')

/** Today where a government is. */
export const todayOf = ({ now, government }: { now: Date; government: { zone: string } }): string => dayIn(now, government.zone)

/** The instant sentences print a day by: noon, so that no zone moves it. */
export const noonOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T12:00:00Z`)

/** The day so many days later, or with less than 0 before. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(noonOf(day)).getUTCDay() + 6) % 7))

/** The day some months later; the last of the month when that day does not exist, e.g. 31 August + 6 → 28 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
