import type { WeekPattern } from '../pattern.ts'
import { clockOf, type Calendar } from '../windows.ts'

const office = { start: '07:30', end: '16:00', break: ['12:00', '13:00'] as [string, string], minutes: 450 }
const friday = { start: '07:30', end: '16:30', break: ['11:30', '13:00'] as [string, string], minutes: 450 }
const fasting = { start: '08:00', end: '15:00', break: ['12:00', '12:30'] as [string, string], minutes: 390 }
const fastingFriday = { start: '08:00', end: '15:30', break: ['11:30', '12:30'] as [string, string], minutes: 390 }

/** Five days as Perpres 21/2023 has them, with flexible hours. */
export const fiveDays: WeekPattern = {
  name: 'Lima hari kerja', days: [office, office, office, office, friday, null, null], ramadan: [fasting, fasting, fasting, fasting, fastingFriday, null, null],
  flexible: { before: 30, after: 60 }, grace: 5, opens: 90, closes: 240,
}

/** Six days, the Saturday like the others. */
const sixDays: WeekPattern = { ...fiveDays, name: 'Enam hari kerja', days: [office, office, office, office, friday, office, null], ramadan: null }

/** A calendar with the patterns `lima` and `enam`. */
export const aCalendar = ({ zone = 'Asia/Jakarta', holidays = {}, ramadan }: { zone?: string; holidays?: Record<string, string>; ramadan?: [string, string] } = {}): Calendar => ({
  zone,
  at: clockOf(zone),
  pattern: code => (code === 'lima' ? fiveDays : code === 'enam' ? sixDays : undefined),
  holiday: day => holidays[day] ?? null,
  ramadan: day => ramadan !== undefined && ramadan[0] <= day && day <= ramadan[1],
  shifts: { grace: 0, opens: 90, closes: 240 },
})
