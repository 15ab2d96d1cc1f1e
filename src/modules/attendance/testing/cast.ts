import { aKnownDevice, type TestDevice, type WrittenEntry } from '#modules/devices/testing.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import type { Installation } from '#app/testing/installation.ts'
import type { TestGovernment } from '#app/testing/government.ts'
import { addDays, dayIn, fromLocal } from '#platform/time/zone.ts'
import type { Direction } from '../contract.ts'

/** Somebody with an account, a file, a phone and, when there is one, a position. */
export interface Somebody {
  account: string
  employee: string
  nip: string
  post: string
  browser: Browser
  device: TestDevice
}

let nips = 0

/** Lets somebody join a unit; without a title they hold no position. */
export async function joins(installation: Installation, place: TestGovernment, name: string, unit: string, title: string | null, facts: Parameters<typeof aPost>[4] = {}, roles: { code: string; unit: string }[] = []): Promise<Somebody> {
  const { id: account, username } = await anAccount(installation, place, { unit, name, roles })
  const nip = `1980010120050310${String(++nips).padStart(2, '0')}`
  const employee = await anEmployee(installation.services, place, { unit, accountId: account, name, titleAfter: null, nip })
  const post = title ? await aPost(installation, place, unit, title, facts) : ''
  if (post) await appointed(installation, place, post, { from: '2026-01-02', name, accountId: account, employeeId: employee })
  const browser = await signIn(installation, place, username)
  return { account, employee, nip, post, browser, device: await aKnownDevice(installation, place, { accountId: account, cookie: browser.header() }) }
}

const zone = 'Asia/Jakarta'
export const today = dayIn(new Date(), zone)

/** The Monday so many weeks before that of this week; the current one when none. */
export const mondayBack = (weeks: number): string => addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) - 7 * weeks)

/** The moment of a clock on a day. */
export const moment = (day: string, time: string): Date => fromLocal(`${day}T${time}`, zone)

/** What the large button sends. */
export const pressed = (direction: Direction, over: Record<string, string> = {}): Record<string, string> => ({ direction, latitude: '', longitude: '', accuracy: '', altitude: '', age: '', ...over })

/** Writes a check-in on a phone at a moment, as the phone would without a network. */
export const writtenAt = (device: TestDevice, at: Date, direction: Direction, over: Record<string, string> = {}): WrittenEntry => {
  const ms = at.getTime()
  return device.write('/presensi', pressed(direction, over), { at: ms, contact: { server: ms - 60_000, device: ms - 60_000, age: 60_000 } })
}
