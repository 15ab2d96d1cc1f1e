import { locale } from './locale.ts'

const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()

function cached<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(key: string, make: () => F): F {
  let made = formatters.get(key) as F | undefined
  if (!made) formatters.set(key, (made = make()))
  return made
}

const tag = () => (locale().language === 'id' ? 'id-ID' : 'en-GB')

function dateFormat(kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { zone } = locale()
  return cached(`${tag()} ${zone} ${kind}`, () => new Intl.DateTimeFormat(tag(), { timeZone: zone, ...options }))
}

/** `20 November 2026`, in the government's zone. A plain `2026-11-20` is read as that calendar day. */
export function longDate(at: Date | string): string {
  const day = typeof at === 'string' ? new Date(`${at.slice(0, 10)}T12:00:00Z`) : at
  if (typeof at === 'string')
    return cached(`${tag()} day`, () => new Intl.DateTimeFormat(tag(), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })).format(day)
  return dateFormat('long', { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}

/** `20 Nov 2026`. */
export const shortDate = (at: Date): string => dateFormat('short', { day: 'numeric', month: 'short', year: 'numeric' }).format(at)

/** `20 November 2026 pukul 08.30`, in the government's zone. */
export const dateTime = (at: Date): string =>
  dateFormat('full', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)

/** `Jumat, 20 November 2026` of a calendar day `2026-11-20`. */
export const weekday = (day: string): string =>
  cached(`${tag()} weekday`, () => new Intl.DateTimeFormat(tag(), { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })).format(new Date(`${day}T12:00:00Z`))

/** `30 November – 6 Desember 2026`, of calendar days. */
export const dayRange = (from: string, to: string): string =>
  cached(`${tag()} range`, () => new Intl.DateTimeFormat(tag(), { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })).formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))

/** `08.30`, in the government's zone. */
export const clock = (at: Date): string => dateFormat('clock', { hour: '2-digit', minute: '2-digit' }).format(at)

/** `20 November 2026` for a machine: `2026-11-20T01:30:00.000Z`. */
export const machineTime = (at: Date): string => at.toISOString()

/** `1.250.000` (id) or `1,250,000` (en). */
export const number = (n: number | bigint): string => cached(`${tag()} n`, () => new Intl.NumberFormat(tag())).format(n)

/** A figure with the decimals it has, `decimals` at least and six at most; text keeps digits a number would lose. */
export const figure = (n: number | `${number}`, decimals = 0): string => cached(`${tag()} f${decimals}`, () => new Intl.NumberFormat(tag(), { minimumFractionDigits: decimals, maximumFractionDigits: 6 })).format(n)

/** `Rp1.250.000`, `-Rp2.364.000`; the amount is whole rupiah. */
export const rupiah = (amount: bigint): string => `${amount < 0n ? '-' : ''}Rp${cached('id n', () => new Intl.NumberFormat('id-ID')).format(amount < 0n ? -amount : amount)}`

/** `3 hari yang lalu`, `dalam 2 jam`: coarse, for reading; give the exact time beside it. */
export function ago(at: Date): string {
  const seconds = (at.getTime() - locale().now.getTime()) / 1000
  const relative = cached(`${tag()} rel`, () => new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' }))
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [['year', 31_536_000], ['month', 2_592_000], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60]]
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  return relative.format(0, 'minute')
}

/** `1,4 MB`; bytes in, the language's decimal sign out. */
export function fileSize(bytes: number): string {
  const steps: [string, number][] = [['GB', 1e9], ['MB', 1e6], ['KB', 1e3]]
  for (const [unit, size] of steps)
    if (bytes >= size) return `${cached(`${tag()} size`, () => new Intl.NumberFormat(tag(), { maximumFractionDigits: 1 })).format(bytes / size)} ${unit}`
  return `${bytes} B`
}
