import type { Sign } from './codes.ts'
import type { Parameters } from './parameters.ts'
import type { Moves } from '#platform/geo/moves.ts'
import type { Signals } from './signals.ts'
import { isSharp, reachOf, traceOf, type Remembered, type Trace } from './trace.ts'

/** Looks for every sign that can be there; `history` is what is kept of the person's check-ins before, in order. */
export function signsOf(signals: Signals, history: readonly Remembered[], { limits }: Parameters): Pick<Trace, 'looked' | 'shown'> {
  const found: [Sign, boolean][] = [...readingSigns(signals, history, limits), ...placeSigns(signals, limits)]
  const { device, code, passage } = signals
  if (device && !device.office) found.push(['device-borrowed', !device.own && device.others > 0])
  if (code?.timed) found.push(['code-late', code.age > limits.codeSeconds])
  if (passage) found.push(['clock-changed', passage.clockChanged], ['chain-fork', passage.fork], ['chain-gap', passage.gap])
  return { looked: found.map(([sign]) => sign), shown: found.filter(([, shown]) => shown).map(([sign]) => sign) }
}

function placeSigns({ reading, anywhere }: Signals, limits: Parameters['limits']): [Sign, boolean][] {
  if (!reading || anywhere) return []
  // Reported accuracy holds two times out of three; twice of it nearly always.
  const beyond = reading.distance - 2 * Math.max(0, reading.accuracy)
  return [['outside', beyond > limits.outsideMetres && beyond <= limits.farMetres], ['far-away', beyond > limits.farMetres]]
}

function readingSigns(signals: Signals, history: readonly Remembered[], limits: Parameters['limits']): [Sign, boolean][] {
  const { reading, day } = signals
  if (!reading) return []
  const found: [Sign, boolean][] = [['accuracy-zero', reading.accuracy < limits.leastAccuracy], ['impossible-speed', isTooFast(signals, history, limits)]]
  if (reading.mocked !== undefined) found.push(['mocked', reading.mocked])
  if (!isSharp(reading)) return found
  if (reading.moves && reading.moves.steps.length >= limits.fewSteps) found.push(['restless', isRestless(reading.moves, reading.accuracy, limits)])
  // The same minute's reading may come twice from the browser's memory; another day's may not.
  const before = history.filter(trace => trace.readingMark !== null && trace.day !== day)
  // Databases of networks answer with one of a few positions; satellites never come to the same digits again.
  const satellites = reading.accuracy <= limits.satelliteMetres || reading.altitudeMark !== null
  if (before.length > 0) found.push([satellites ? 'satellite-repeated' : 'reading-repeated', before.some(trace => trace.readingMark === reading.mark)])
  // A phone may give its last position again; one that comes back after others was kept somewhere else.
  if (satellites && before.length > 1) found.push(['reading-returned', comesBack(before, trace => trace.readingMark === reading.mark)])
  // Of a reading that came back whole, the altitude tells nothing more.
  const heights = before.filter(trace => trace.altitudeMark !== null && trace.readingMark !== reading.mark)
  if (reading.altitudeMark !== null && heights.length >= limits.fewAltitudes)
    found.push(['altitude-repeated', heights.filter(trace => trace.altitudeMark === reading.altitudeMark).length >= limits.fewAltitudes])
  const now = traceOf(signals, { level: 'fair', looked: [], shown: [] })
  const last = [...before.slice(1 - limits.manyReadings), now]
  if (last.length < limits.manyReadings) return found
  found.push(['accuracy-constant', last.every(trace => trace.accuracy === now.accuracy)])
  found.push(['accuracy-returned', isReturning(before, now, limits)])
  const rings = last.filter(trace => trace.ring !== null)
  if (rings.length === last.length) found.push(['too-steady', spread(rings.map(trace => trace.ring!)) < limits.leastSpread * mean(rings.map(trace => trace.accuracy!))])
  return found
}

/** A phone at rest drifts, one that is carried moves on; what is made up anew each second does neither. */
const isRestless = ({ steps, between }: Moves, accuracy: number, limits: Parameters['limits']) =>
  Math.min(...steps) > Math.max(limits.restlessMetres, limits.restlessPart * accuracy) && between < limits.straight * steps.reduce((sum, one) => sum + one, 0)

/** Whether something was there, and then something else. */
function comesBack(before: readonly Remembered[], isSame: (trace: Remembered) => boolean): boolean {
  const first = before.findIndex(isSame)
  return first >= 0 && before.slice(first).some(trace => !isSame(trace))
}

/** One accuracy comes again and again, though the phone’s others all differ: two sources, one of which does not measure. */
function isReturning(before: readonly Remembered[], now: Trace, limits: Parameters['limits']): boolean {
  const moved = before.filter(trace => trace.readingMark !== now.readingMark)
  const same = moved.filter(trace => trace.accuracy === now.accuracy)
  const others = moved.filter(trace => trace.accuracy !== now.accuracy)
  const kinds = new Set(others.map(trace => trace.accuracy)).size
  return daysOf(same) >= limits.fewReturns && others.length >= limits.manyOthers && others.length >= limits.partOfOthers * moved.length && kinds >= limits.mostlyDifferent * others.length
}

const daysOf = (list: readonly Remembered[]) => new Set(list.map(trace => trace.day)).size

/** Distances to one set of places cannot differ by more than the way between; bands give the least it was. */
function isTooFast({ at, reading }: Signals, history: readonly Remembered[], limits: Parameters['limits']): boolean {
  const before = history.findLast(trace => trace.band !== null)
  if (!reading || !before) return false
  const { from, to } = reachOf(before.band!)
  const least = Math.max(from - reading.distance, reading.distance - to) - 2 * (reading.accuracy + before.accuracy!)
  const seconds = Math.max(60, Math.abs(at.getTime() - before.at.getTime()) / 1000)
  return least / seconds > limits.fastest
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
const spread = (list: readonly number[]) => Math.sqrt(mean(list.map(one => (one - mean(list)) ** 2)))
