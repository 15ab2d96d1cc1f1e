const LOCAL = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/

/** The instant of a WordPress date: its UTC time when known, else its local time read in `zone`. */
export function instantOf(dates: { dateGmt?: string; dateLocal?: string }, zone: string): Date | undefined {
  return instantIn(dates.dateGmt, 'UTC') ?? instantIn(dates.dateLocal, zone)
}

/** The instant of a wall-clock time such as `2015-01-08 08:30:00` in an IANA zone; `undefined` for no such day. */
export function instantIn(local: string | undefined, zone: string): Date | undefined {
  const parts = LOCAL.exec(local ?? '')
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const check = new Date(wall)
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || check.getUTCHours() !== hour || check.getUTCMinutes() !== minute) return undefined
  // The offset at the guessed instant may differ from the offset at the true one; the second look settles it.
  const guess = wall - offsetAt(wall, zone)
  return new Date(wall - offsetAt(guess, zone))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds that `zone` is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
    formats.set(zone, format)
  }
  const found = Object.fromEntries(format.formatToParts(instant).map(part => [part.type, Number(part.value)]))
  const wall = Date.UTC(found['year'] ?? 0, (found['month'] ?? 1) - 1, found['day'], found['hour'], found['minute'], found['second'])
  return wall - Math.floor(instant / 1000) * 1000
}
