import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import type { ActContext } from '#platform/web/page.ts'
import { places, workingTimes } from '#modules/schedules/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { checkedIn, explanations, type Direction, type NewScan, type Way } from '../contract.ts'
import { windowAt } from '../day.ts'
import { isOfficeNetwork, weightsOn } from '../rules.ts'
import { confidenceOf, type Confidence } from '../signals/confidence.ts'
import { codeAge, codeSecret } from '../signals/nearby-code.ts'
import type { Device, ScannedCode, Signals, Vouch } from '../signals/signals.ts'
import { bandOf, traceOf } from '../signals/trace.ts'
import { isClosedCircle } from '../signals/vouches.ts'
import { deviceUse, insertScans, insertVouch, scansOf, tracesOf, vouchesBehind } from '../store.ts'
import { accuracyBandOf, readingOf, type Given } from './reading.ts'

/** Days of check-ins a new one is compared with. */
const remembered = 60
/** Seconds after writing within which what brings an entry is where it was written. */
const atOnce = 120
const hour = 3_600_000

/** A code that was scanned: of an office screen, or of a colleague's phone. */
export interface Scanned {
  of: 'place' | 'colleague'
  id: string
  code: string
}

type Here = Pick<ActContext<unknown, unknown>, 'tx' | 'ask' | 'government' | 'hands' | 'now' | 'arrival' | 'request'>

/** A check-in as it was recorded. */
export interface Recorded extends Confidence {
  id: string | null
  at: Date
  way: Way
}

/** The day a moment counts for: of the window it lies in, which may have begun the evening before. */
export async function dayAt({ tx, ask, government }: Pick<Here, 'tx' | 'ask' | 'government'>, employeeId: string, at: Date): Promise<string> {
  const today = dayIn(at, government.zone)
  const windows = (await ask(workingTimes).of(tx, { employeeIds: [employeeId] }, addDays(today, -1), today)).get(employeeId) ?? []
  return windowAt(windows, at)?.day ?? today
}

/** Judges a check-in by all it carries and writes it down once; the coordinates end here. */
export async function record(here: Here, employee: Employee, { direction, given, scanned }: { direction: Direction; given: Given | null; scanned: Scanned | null }): Promise<Recorded> {
  const { tx, ask, hands, now, arrival } = here
  const at = arrival?.at ?? now
  const day = await dayAt(here, employee.id, at)
  const valid = (await ask(places).of(tx, [employee.id], day)).get(employee.id) ?? []
  const reading = given ? readingOf(given, valid, { secret: hands.secret, personId: employee.id }) : undefined
  const code = scanned && codeOf(here, scanned, at)
  const vouch = scanned?.of === 'colleague' && code && scanned.id !== employee.id ? await vouchOf(tx, employee.id, scanned.id, at) : null
  const signals: Signals = {
    at, day, reading,
    anywhere: valid.some(({ area }) => area.kind === 'region') || (await isElsewhere(here, employee.id, day)),
    device: arrival && (await deviceOf(tx, arrival.deviceId, employee.id, at)),
    // The code of somewhere else says that somebody is somewhere else.
    code: scanned?.of === 'place' && code && valid.some(({ id }) => id === scanned.id) ? code : undefined,
    network: await networkOf(here, at, day),
    vouches: vouch ? [vouch] : [],
    passage: arrival && { hours: Math.max(0, (arrival.receivedAt.getTime() - at.getTime()) / hour), gap: arrival.flags.includes('gap'), fork: arrival.flags.includes('fork'), clockChanged: arrival.flags.includes('clock') },
  }
  const found = confidenceOf(signals, await tracesOf(tx, employee.id, new Date(at.getTime() - remembered * 24 * hour), at), await weightsOn(tx, day))
  const way: Way = signals.code ? 'kiosk' : vouch ? 'vouched' : 'phone'
  const { at: _, ...trace } = traceOf(signals, found)
  const [written] = await insertScans(tx, [{
    employeeId: employee.id, at, direction, unitId: employee.unitId, way, distanceBand: reading ? bandOf(reading.distance) : null, accuracyBand: reading ? accuracyBandOf(reading) : null,
    level: found.level, score: found.score, reasons: found.reasons, deviceId: arrival?.deviceId ?? null, entryId: arrival?.entryId ?? null, receivedAt: arrival?.receivedAt ?? now, deviceAt: arrival?.deviceAt ?? null, flags: arrival?.flags ?? [], trace,
  }])
  if (written) await tell(tx, checkedIn, { employeeId: employee.id, unitId: employee.unitId, at: at.toISOString(), direction, way })
  return { ...found, id: written?.id ?? null, at, way }
}

/** Whether work elsewhere was accepted for the day. */
const isElsewhere = async ({ tx, ask }: Here, employeeId: string, day: string): Promise<boolean> =>
  (await ask(explanations).between(tx, [employeeId], day, day)).some(({ reason, accepted }) => accepted && ['duty', 'trip', 'training'].includes(reason))

/** A code that fits the moment it was scanned; whatever does not is as good as none. */
function codeOf({ hands, arrival }: Here, { of, id, code }: Scanned, at: Date): ScannedCode | null {
  const age = codeAge(codeSecret(hands.secret, `${of}:${id}`), code, at, { tolerance: 300 })
  return age.fits ? { age: age.age, timed: !arrival?.flags.includes('clock') } : null
}

async function deviceOf(tx: Tx, deviceId: string, employeeId: string, at: Date): Promise<Device> {
  const { mine, theirs, others } = await deviceUse(tx, deviceId, employeeId, at, remembered)
  return { knownDays: mine ? Math.floor((at.getTime() - mine.getTime()) / (24 * hour)) : 0, others, own: theirs === null || (mine !== null && mine <= theirs), office: false }
}

/** Where an entry comes from tells nothing when it was written long before. */
async function networkOf({ tx, request, arrival }: Here, at: Date, day: string): Promise<Signals['network']> {
  if (arrival && Math.abs(arrival.receivedAt.getTime() - at.getTime()) > atOnce * 1000) return 'unknown'
  return (await isOfficeNetwork(tx, request.ip, day)) ? 'office' : 'unknown'
}

/** A colleague's word, as far as that colleague is here today; it is remembered who gave it to whom. */
async function vouchOf(tx: Tx, employeeId: string, colleagueId: string, at: Date): Promise<Vouch | null> {
  const theirs = (await scansOf(tx, colleagueId, new Date(at.getTime() - 14 * hour), new Date(at.getTime() + hour))).findLast(scan => scan.verdict !== 'unfair')
  if (!theirs) return null
  await insertVouch(tx, at, employeeId, colleagueId)
  const behind = await vouchesBehind(tx, employeeId, new Date(at.getTime() - 30 * 24 * hour))
  return { level: theirs.way === 'vouched' && theirs.level === 'high' ? 'fair' : theirs.level, closed: isClosedCircle(employeeId, behind) }
}

/** Records a scan that came another way, sure as whoever recorded it; once. */
export async function recordOther(tx: Tx, { employeeId, unitId, at, direction, way, entryId, deviceId }: NewScan): Promise<boolean> {
  const [written] = await insertScans(tx, [plainScan({ employeeId, unitId, at, direction, way, entryId, deviceId })])
  if (written) await tell(tx, checkedIn, { employeeId, unitId, at: at.toISOString(), direction, way })
  return written !== undefined
}

/** A scan nobody judges: what a device of the office or a superior says. */
export const plainScan = ({ employeeId, unitId, at, direction, way, entryId = null, deviceId = null }: NewScan): Parameters<typeof insertScans>[1][number] => ({
  employeeId, at, direction, unitId, way, distanceBand: null, accuracyBand: null, level: 'fair', score: 0, reasons: [], deviceId, entryId, receivedAt: new Date(), deviceAt: null, flags: [], trace: null,
})
