import { confidenceOf } from '../signals/confidence.ts'
import type { Parameters } from '../signals/parameters.ts'
import type { Device } from '../signals/signals.ts'
import { suspicionOf } from '../signals/suspicion.ts'
import { traceOf, type Trace } from '../signals/trace.ts'
import { chance as chanceOf } from './chance.ts'
import { settleCompanions, Words } from './companions.ts'
import { dates, dayOf, settleHabits, workingDays, type Check } from './days.ts'
import { kinds, population, type Kind, type Noise, type Person } from './world.ts'

export interface KindFigures {
  spoofers: number
  /** On the superior's list at the end of the month. */
  listed: number
  /** Spoofed check-ins, and those of them sent to review. */
  spoofed: number
  reviewed: number
}

export interface Figures {
  /** Of honest people, who neither spoof nor help. */
  honest: { people: number; listed: number; checks: number; reviewed: number; /** Of `reviewed`: far away on a duty whose letter is missing. */ withoutLetter: number; high: number; offline: number }
  kinds: Record<Kind, KindFigures>
  /** The same by how they go about it. */
  ways: Map<string, KindFigures>
  /** Signs behind honest people on the list. */
  mistaken: Map<string, number>
}

const none = (): KindFigures => ({ spoofers: 0, listed: 0, spoofed: 0, reviewed: 0 })
const minutesBefore = 10

/** A month of check-ins of so many people, a twentieth of them spoofers, or some other span, judged one by one as they were made. */
export function month(many: number, noise: Noise, parameters: Parameters, seed: number, { spoofers = 0.05, days = workingDays.month }: { spoofers?: number; days?: number } = {}): Figures {
  const chance = chanceOf(seed)
  const people = population(many, noise, spoofers, chance)
  settleCompanions(people, noise, chance)
  settleHabits(people, noise, chance)
  const offices = Map.groupBy(people, ({ office }) => office)
  const traces = new Map<string, Trace[]>(people.map(({ id }) => [id, []]))
  const devices = new Devices()
  const words = new Words()
  const figures: Figures = { honest: { people: 0, listed: 0, checks: 0, reviewed: 0, withoutLetter: 0, high: 0, offline: 0 }, kinds: { constant: none(), jitter: none(), 'handed-over': none(), 'clock-or-replay': none() }, ways: new Map(), mistaken: new Map() }
  for (let day = 0; day < days; day++)
    for (const staff of offices.values()) {
      const checks = dayOf(day, staff, noise, chance).toSorted((a, b) => a.signals.at.getTime() - b.signals.at.getTime())
      for (const check of checks) {
        const own = traces.get(check.person.id)!
        const signals = { ...check.signals, device: devices.seen(check, checks, day), vouches: words.about(check) }
        const confidence = confidenceOf(signals, own, parameters)
        words.judged(check, confidence.level, signals.vouches.length > 0)
        own.push(traceOf(signals, confidence))
        count(figures, check, confidence.level)
      }
    }
  for (const person of people) {
    if (person.helps) continue
    const { listed, reasons } = suspicionOf(traces.get(person.id)!, parameters)
    if (person.spoofs) {
      for (const of of figuresOf(figures, person)) {
        of.spoofers++
        if (listed) of.listed++
      }
      continue
    }
    figures.honest.people++
    if (!listed) continue
    figures.honest.listed++
    const why = reasons.slice(0, 2).map(({ code }) => code).join(' + ')
    figures.mistaken.set(why, (figures.mistaken.get(why) ?? 0) + 1)
  }
  return figures
}

/** Figures of a spoofer's kind, and of the way. */
function figuresOf({ kinds, ways }: Figures, { spoofs, habit }: Person): KindFigures[] {
  if (!spoofs || !habit) return []
  const name = `${spoofs}: ${habit.way}`
  const way = ways.get(name) ?? none()
  ways.set(name, way)
  return [kinds[spoofs], way]
}

function count(figures: Figures, { person, truth, signals }: Check, level: string): void {
  const reviewed = level === 'doubtful' ? 1 : 0
  if (person.spoofs !== null) {
    if (truth !== 'spoofed') return
    for (const of of figuresOf(figures, person)) {
      of.spoofed++
      of.reviewed += reviewed
    }
    return
  }
  if (person.helps) return
  const { honest } = figures
  honest.checks++
  honest.reviewed += reviewed
  if (truth === 'no-letter') honest.withoutLetter += reviewed
  if (level === 'high') honest.high++
  if (signals.passage) honest.offline++
}

/** Who used which device since when: what the server knows of keys. */
class Devices {
  readonly #first = new Map<string, Map<string, number>>()

  seen({ person, device, signals }: Check, today: readonly Check[], day: number): Device {
    const users = this.#first.get(device) ?? new Map<string, number>()
    this.#first.set(device, users)
    // Phones named after their people were theirs before the month began.
    if (!users.has(person.id)) users.set(person.id, device === person.id ? -100 : day)
    // When a check-in is judged, those after it are not known yet.
    const ago = (other: Check) => signals.at.getTime() - other.signals.at.getTime()
    const near = today.filter(other => other.device === device && other.person !== person && ago(other) >= 0 && ago(other) <= minutesBefore * 60_000)
    const since = users.get(person.id)!
    return { knownDays: since < 0 ? 100 : daysBetween(since, day), own: device.startsWith(`${person.id} `) || device === person.id, office: false, others: new Set(near.map(other => other.person.id)).size }
  }
}

const daysBetween = (from: number, until: number) => Math.round((Date.parse(dates[until]!) - Date.parse(dates[from]!)) / 86_400_000)

/** The figures of several months together. */
export function together(all: readonly Figures[]): Figures {
  const [first, ...rest] = all.map(one => structuredClone(one))
  for (const one of rest) {
    for (const key of Object.keys(one.honest) as (keyof Figures['honest'])[]) first!.honest[key] += one.honest[key]
    for (const kind of kinds) for (const key of Object.keys(one.kinds[kind]) as (keyof KindFigures)[]) first!.kinds[kind][key] += one.kinds[kind][key]
    for (const [way, of] of one.ways) {
      const sum = first!.ways.get(way) ?? none()
      first!.ways.set(way, sum)
      for (const key of Object.keys(of) as (keyof KindFigures)[]) sum[key] += of[key]
    }
    for (const [why, people] of one.mistaken) first!.mistaken.set(why, (first!.mistaken.get(why) ?? 0) + people)
  }
  return first!
}
