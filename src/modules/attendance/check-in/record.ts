import type { Tx } from '#platform/db/database.ts'
import { tell, tellAll } from '#platform/events/events.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import type { ActContext, Arrival } from '#platform/web/page.ts'
import { places, workingTimes, type ValidPlace } from '#modules/schedules/contract.ts'
import type { Employee } from '#modules/personnel/contract.ts'
import { checkedIn, explanations, type Direction, type NewScan, type Way } from '../contract.ts'
import { windowAt } from '../day.ts'
import { officeNetworks, weightsOn } from '../rules.ts'
import { confidenceOf, type Confidence } from '../signals/confidence.ts'
import { codeAge, codeSecret } from '#platform/secrets/rotating-code.ts'
import type { Parameters as Weights } from '../signals/parameters.ts'
import type { Device, ScannedCode, Signals, Vouch } from '../signals/signals.ts'
import { bandOf, traceOf } from '../signals/trace.ts'
import { isClosedCircle } from '../signals/vouches.ts'
import { deviceUses, insertScans, insertVouch, openMonths, scansOf, tracesBefore, vouchesBehind, type InsertedScan } from '../store.ts'
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

/** What somebody sent by pressing the button. */
export interface Press {
  employee: Employee
  direction: Direction
  given: Given | null
  scanned: Scanned | null
  /** Address it came from. */
  ip: string
  arrival?: Arrival
}

type Here = Pick<ActContext<unknown, unknown>, 'tx' | 'ask' | 'government' | 'hands' | 'now'>

/** A check-in as it was recorded. */
export interface Recorded extends Confidence {
  id: string | null
  at: Date
  way: Way
}

/** A press with the moment and the day it counts for. */
interface Dated extends Press {
  at: Date
  day: string
}

/** What holds on a day, for those who check in. */
interface Holding {
  places: Map<string, readonly ValidPlace[]>
  /** Who was accepted to work elsewhere. */
  elsewhere: ReadonlySet<string>
  isOffice: (ip: string) => boolean
  weights: Weights
}

/** Judges check-ins of different people by all they carry and writes them down once; the coordinates end here. */
export async function recordAll(here: Here, presses: readonly Press[]): Promise<Recorded[]> {
  if (presses.length === 0) return []
  const { tx, now } = here
  const dated = await dateAll(here, presses)
  const holding = new Map<string, Holding>()
  for (const [day, those] of Map.groupBy(dated, ({ day }) => day)) holding.set(day, await holdingOn(here, day, those))
  const compared = dated.map(({ employee, arrival, at }) => ({ employeeId: employee.id, deviceId: arrival?.deviceId ?? null, at }))
  const histories = await tracesBefore(tx, compared, remembered)
  const uses = await deviceUses(tx, compared, remembered)
  const judged: (Omit<Recorded, 'id'> & { scan: InsertedScan })[] = []
  for (const [i, press] of dated.entries()) {
    const { employee, direction, arrival, at } = press
    const { weights, ...facts } = holding.get(press.day)!
    const signals = await signalsOf(here, press, facts, uses[i]!)
    const found = confidenceOf(signals, histories[i]!, weights)
    const { reading, code, vouches = [] } = signals
    const way: Way = code ? 'kiosk' : vouches.length > 0 ? 'vouched' : 'phone'
    const { at: _, ...trace } = traceOf(signals, found)
    judged.push({
      ...found, at, way,
      scan: {
        employeeId: employee.id, at, direction, unitId: employee.unitId, way, distanceBand: reading ? bandOf(reading.distance) : null, accuracyBand: reading ? accuracyBandOf(reading) : null,
        level: found.level, score: found.score, reasons: found.reasons, deviceId: arrival?.deviceId ?? null, entryId: arrival?.entryId ?? null, receivedAt: arrival?.receivedAt ?? now, deviceAt: arrival?.deviceAt ?? null, flags: arrival?.flags ?? [], trace,
      },
    })
  }
  const written = new Map((await insertScans(tx, judged.map(({ scan }) => scan))).map(({ employeeId, id }) => [employeeId, id]))
  await tellAll(tx, checkedIn, judged.filter(({ scan }) => written.has(scan.employeeId)).map(({ scan: { employeeId, unitId, at, direction, way } }) => ({ employeeId, unitId, at: at.toISOString(), direction, way })))
  return judged.map(({ scan, ...found }) => ({ ...found, id: written.get(scan.employeeId) ?? null }))
}

/** The moment each counts for and its day: of the window it lies in, which may have begun the evening before. */
async function dateAll({ tx, ask, government, now }: Here, presses: readonly Press[]): Promise<Dated[]> {
  const found = new Map<Press, Dated>()
  const timed = presses.map(press => ({ press, at: press.arrival?.at ?? now }))
  for (const [today, those] of Map.groupBy(timed, ({ at }) => dayIn(at, government.zone))) {
    const windows = await ask(workingTimes).of(tx, { people: those.map(({ press }) => press.employee) }, addDays(today, -1), today)
    for (const { press, at } of those) found.set(press, { ...press, at, day: windowAt(windows.get(press.employee.id) ?? [], at)?.day ?? today })
  }
  return presses.map(press => found.get(press)!)
}

async function holdingOn({ tx, ask }: Here, day: string, those: readonly Dated[]): Promise<Holding> {
  const ids = those.map(({ employee }) => employee.id)
  const accepted = (await ask(explanations).between(tx, ids, day, day)).filter(one => one.accepted && ['duty', 'trip', 'training'].includes(one.reason))
  return { places: await ask(places).of(tx, { people: those.map(({ employee }) => employee) }, day), elsewhere: new Set(accepted.map(({ employeeId }) => employeeId)), isOffice: await officeNetworks(tx, day), weights: await weightsOn(tx, day) }
}

/** What a check-in carries, made of what was sent and what is known. */
async function signalsOf({ tx, hands }: Here, { employee, given, scanned, ip, arrival, at, day }: Dated, { places: known, elsewhere, isOffice }: Omit<Holding, 'weights'>, used: Awaited<ReturnType<typeof deviceUses>>[number]): Promise<Signals> {
  const valid = known.get(employee.id) ?? []
  const code = scanned && codeOf(hands.secret, scanned, at, arrival)
  const vouch = scanned?.of === 'colleague' && code && scanned.id !== employee.id ? await vouchOf(tx, employee.id, scanned.id, at) : null
  return {
    at, day, reading: given ? readingOf(given, valid, { secret: hands.secret, personId: employee.id }) : undefined,
    anywhere: valid.some(({ area }) => area.kind === 'region') || elsewhere.has(employee.id),
    device: arrival && deviceOf(used, at),
    // The code of somewhere else says that somebody is somewhere else.
    code: scanned?.of === 'place' && code && valid.some(({ id }) => id === scanned.id) ? code : undefined,
    // Where an entry comes from tells nothing when it was written long before.
    network: !(arrival && Math.abs(arrival.receivedAt.getTime() - at.getTime()) > atOnce * 1000) && isOffice(ip) ? 'office' : 'unknown',
    vouches: vouch ? [vouch] : [],
    passage: arrival && { hours: Math.max(0, (arrival.receivedAt.getTime() - at.getTime()) / hour), gap: arrival.flags.includes('gap'), fork: arrival.flags.includes('fork'), clockChanged: arrival.flags.includes('clock') },
  }
}

/** A code that fits the moment it was scanned; whatever does not is as good as none. */
function codeOf(secret: string, { of, id, code }: Scanned, at: Date, arrival: Arrival | undefined): ScannedCode | null {
  const age = codeAge(codeSecret(secret, `${of}:${id}`), code, at, { tolerance: 300 })
  return age.fits ? { age: age.age, timed: !arrival?.flags.includes('clock') } : null
}

const deviceOf = ({ mine, theirs, others, office }: Awaited<ReturnType<typeof deviceUses>>[number], at: Date): Device => ({
  knownDays: mine ? Math.floor((at.getTime() - mine.getTime()) / (24 * hour)) : 0, others, own: theirs === null || (mine !== null && mine <= theirs), office,
})

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

/** Records scans that a machine took, in whatever months they lie. */
export async function bringScans(tx: Tx, scans: readonly NewScan[]): Promise<void> {
  await openMonths(tx, scans.map(({ at }) => at))
  await insertScans(tx, scans.map(plainScan))
}

/** A scan nobody judges: what a device of the office or a superior says. */
export const plainScan = ({ employeeId, unitId, at, direction, way, entryId = null, deviceId = null }: NewScan): InsertedScan => ({
  employeeId, at, direction, unitId, way, distanceBand: null, accuracyBand: null, level: 'fair', score: 0, reasons: [], deviceId, entryId, receivedAt: new Date(), deviceAt: null, flags: [], trace: null,
})
