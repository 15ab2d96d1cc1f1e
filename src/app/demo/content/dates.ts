const DAY = 86_400_000

const spell = (locale: string, day: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day)

/** The day that is `count` working days (Monday to Friday) after `start`; holidays are not looked at. */
function workingDay(start: Date, count: number): Date {
  let day = start
  for (let left = count; left > 0;) {
    day = new Date(day.getTime() + DAY)
    if (day.getUTCDay() % 6 !== 0) left--
  }
  return day
}

const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
const withDay: Intl.DateTimeFormatOptions = { weekday: 'long', ...long }

type Mark = { locale: string, options: Intl.DateTimeFormatOptions, working?: true }

const marks: Record<string, Mark> = {
  hari: { locale: 'id-ID', options: withDay },
  kerja: { locale: 'id-ID', options: withDay, working: true },
  tgl: { locale: 'id-ID', options: long },
  bulan: { locale: 'id-ID', options: { month: 'long', year: 'numeric' } },
  tahun: { locale: 'id-ID', options: { year: 'numeric' } },
  day: { locale: 'en-GB', options: withDay },
  workday: { locale: 'en-GB', options: withDay, working: true },
  date: { locale: 'en-GB', options: long },
}

/**
 * Replaces date marks by dates counted from the day of publication (`YYYY-MM-DD`, local):
 * `{hari:+3}` Selasa, 24 November 2026 · `{kerja:+3}` the same, three working days later · `{tgl:-1}` 20 November 2026 ·
 * `{bulan:0}` November 2026 · `{tahun:0}` 2026 · English: `{day:+3}`, `{workday:+3}`, `{date:0}`. Throws on an unknown mark.
 */
export function withDates(text: string, publishedOn: string): string {
  const start = new Date(`${publishedOn}T00:00:00Z`)
  return text.replace(/\{([a-z]+):([+-]?\d+)\}/g, (whole, name: string, offset: string) => {
    const mark = marks[name]
    if (!mark) throw new Error(`Unknown date mark ${whole}`)
    const day = mark.working ? workingDay(start, Number(offset)) : new Date(start.getTime() + Number(offset) * DAY)
    // Node's data writes "Monday, 23 November" or "Monday 23 November" after its version of the calendar tables.
    const words = spell(mark.locale, day, mark.options)
    return mark.locale === 'en-GB' ? words.replace(',', '') : words
  })
}
