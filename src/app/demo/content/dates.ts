const DAY = 86_400_000

const spell = (locale: string, day: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day)

/** Moves a Saturday or Sunday to the next Monday. */
function toWeekday(day: Date): Date {
  const extra = day.getUTCDay() === 6 ? 2 : day.getUTCDay() === 0 ? 1 : 0
  return new Date(day.getTime() + extra * DAY)
}

const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const withDay: Intl.DateTimeFormatOptions = { weekday: 'long', ...long }

const marks: Record<string, (day: Date) => string> = {
  hari: day => spell('id-ID', day, withDay),
  kerja: day => spell('id-ID', toWeekday(day), withDay),
  tgl: day => spell('id-ID', day, long),
  bulan: day => spell('id-ID', day, { month: 'long', year: 'numeric' }),
  tahun: day => String(day.getUTCFullYear()),
  day: day => spell('en-GB', toWeekday(day), withDay),
  date: day => spell('en-GB', day, long),
  month: day => spell('en-GB', day, { month: 'long', year: 'numeric' }),
}

/**
 * Replaces date marks by dates counted from the day of publication (`YYYY-MM-DD`, local):
 * `{hari:+3}` Selasa, 24 November 2026 · `{kerja:+3}` the same, never on a weekend · `{tgl:-1}` 24 November 2026 ·
 * `{bulan:0}` November 2026 · `{tahun:0}` 2026 · English `{day:+3}` (weekday), `{date:0}`, `{month:0}`.
 * `{tahun:+365}` is next year's. Throws on an unknown mark.
 */
export function withDates(text: string, publishedOn: string): string {
  const start = Date.parse(`${publishedOn}T00:00:00Z`)
  return text.replace(/\{([a-z]+):([+-]?\d+)\}/g, (whole, name: string, offset: string) => {
    const mark = marks[name]
    if (!mark) throw new Error(`Unknown date mark ${whole}`)
    return mark(new Date(start + Number(offset) * DAY))
  })
}
