import { aKnownDevice, type TestDevice, type WrittenEntry } from '#modules/devices/testing.ts'
import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import { anEmployee } from '#modules/personnel/testing.ts'
import type { Installation } from '#app/testing/installation.ts'
import type { TestGovernment } from '#app/testing/government.ts'
import type { Db } from '#platform/db/database.ts'
import { addDays, dayIn, fromLocal, mondayOf } from '#platform/time/zone.ts'
import { attendance, type Day, type Direction } from '../contract.ts'

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

/** People of an agency, of another, and of the personnel office, by name. */
export interface Cast {
  db: () => Db
  who: (name: string) => Somebody
  daysOf: (name: string, from: string, to?: string) => Promise<Day[]>
}

/** A head, a head of division, two of the staff; the head of another agency, a leader who reads and a personnel officer. */
export async function aCast(installation: Installation, place: TestGovernment): Promise<Cast> {
  const all = new Map<string, Somebody>()
  const joining = async (name: string, ...rest: Parameters<typeof joins> extends [unknown, unknown, unknown, ...infer R] ? R : never) => void all.set(name, await joins(installation, place, name, ...rest))
  await joining('Kadis', 'diskominfo', 'Kepala Dinas', { kind: 'jpt' })
  await joining('Kabid', 'diskominfo-ikp', 'Kepala Bidang', { kind: 'administrator' })
  await joining('Staf', 'diskominfo-ikp', 'Pranata Humas', { kind: 'fungsional', rank: 2 })
  await joining('Rekan', 'diskominfo-ikp', 'Penyusun Naskah', { kind: 'pelaksana', rank: 3 })
  await joining('Orang lain', 'dpu', 'Kepala Dinas PU', { kind: 'jpt' })
  await joining('Pembaca', 'dpu', null, {}, [{ code: 'leader', unit: 'pemerintah' }])
  await joining('Petugas', 'pemerintah', null, {}, [{ code: 'personnel-officer', unit: 'pemerintah' }])
  const [db, who] = [() => installation.services.database.of(place.id), (name: string) => all.get(name)!]
  return { db, who, daysOf: async (name, from, to = from) => (await installation.services.ask(attendance).daysOf(db(), { employeeIds: [who(name).employee] }, from, to, new Date())).get(who(name).employee)! }
}

const zone = 'Asia/Jakarta'
export const today = dayIn(new Date(), zone)

/** The Monday so many weeks before that of this week; the current one when none. */
export const mondayBack = (weeks: number): string => addDays(mondayOf(today), -7 * weeks)

/** The moment of a clock on a day. */
export const moment = (day: string, time: string): Date => fromLocal(`${day}T${time}`, zone)

/** What the large button sends. */
export const pressed = (direction: Direction, over: Record<string, string> = {}): Record<string, string> => ({ direction, latitude: '', longitude: '', accuracy: '', altitude: '', age: '', ...over })

/** Writes a check-in on a phone at a moment, as the phone would without a network. */
export const writtenAt = (device: TestDevice, at: Date, direction: Direction, over: Record<string, string> = {}): WrittenEntry => {
  const ms = at.getTime()
  return device.write('/presensi', pressed(direction, over), { at: ms, contact: { server: ms - 60_000, device: ms - 60_000, age: 60_000 } })
}
