import type { Passage, Signals } from '../signals/signals.ts'
import type { Chance } from './chance.ts'
import { letConfirm } from './companions.ts'
import { fakeApp, fakeFix, honestFix, readingOf } from './readings.ts'
import type { Habit, Kind, Noise, Person } from './world.ts'

/** One check-in as it happened, before devices are compared with each other. */
export interface Check {
  person: Person
  /** What it is; the rules never see it. */
  truth: 'honest' | 'no-letter' | 'spoofed'
  device: string
  /** Whether they are where they work. */
  there: boolean
  /** Whose code they scanned. */
  confirmedBy?: string
  signals: Signals
}

/** Working days of a month, and of two. */
export const workingDays = { month: 22, twoMonths: 42 } as const
/** Weekdays from Thursday, 1 October 2026. */
export const dates: readonly string[] = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2026, 9, 1 + i))).filter(date => date.getUTCDay() % 6 !== 0).slice(0, workingDays.twoMonths).map(date => date.toISOString().slice(0, 10))

/** Settles how each spoofer goes about it, and who helps. */
export function settleHabits(people: readonly Person[], noise: Noise, chance: Chance): void {
  for (const person of people) {
    if (person.spoofs === null) continue
    const angle = chance.between(0, 2 * Math.PI)
    const far = chance.logNormal(5000, 0.6)
    const colleagues = people.filter(one => one.office === person.office && one.spoofs === null && one.sharesWith === null)
    const helper = person.spoofs === 'handed-over' ? colleagues.find(({ helps }) => helps) ?? chance.one(colleagues) : null
    if (helper) helper.helps = true
    const habit: Omit<Habit, 'way'> = {
      app: fakeApp(person.spoofs === 'jitter', person.office, noise, chance), home: [far * Math.cos(angle), far * Math.sin(angle)], helper, onHelpersPhone: chance.yes(0.7),
      // Without a screen that shows codes there is none to photograph.
      changesClock: !person.office.code || chance.yes(0.5), location: chance.kind({ refused: 0.55, real: 0.15, fake: 0.3 }),
      friend: chance.yes(noise.friends) ? 0.6 : 0.05,
    }
    person.habit = { ...habit, way: wayOf(person.spoofs, habit) }
  }
}

function wayOf(kind: Kind, { app, onHelpersPhone, changesClock, location }: Omit<Habit, 'way'>): string {
  if (kind === 'constant') return 'one position'
  if (kind === 'jitter') return `${app.accuracy === 'constant' ? 'one accuracy' : 'accuracy varied'}, ${typeof app.altitude === 'number' && app.altitude > 0 ? 'one altitude' : 'no altitude or a varied one'}`
  if (kind === 'handed-over') return onHelpersPhone ? 'on the phone of the colleague' : 'their own phone with the colleague'
  if (changesClock) return 'clock set back'
  return { refused: 'photo of a code, no position', real: 'photo of a code, position at home', fake: 'photo of a code, made-up position' }[location]
}

/** The check-ins of one office on one day, the helpers' before those they help. */
export function dayOf(day: number, staff: readonly Person[], noise: Noise, chance: Chance): Check[] {
  const checks: Check[] = []
  const together = new Set(staff.filter(() => chance.yes(noise.comingTogether)))
  for (const out of [false, true]) {
    const times = new Map<string, Date>()
    const now: Check[] = []
    const spoofing = new Map(staff.map(person => [person.id, person.spoofs !== null && chance.yes(person.spoofing) && chance.yes(out ? 0.7 : 1)]))
    for (const person of staff.toSorted((a, b) => Number(a.spoofs !== null) - Number(b.spoofs !== null))) {
      const { habit } = person
      // 07:30 and 16:00 of Western Indonesia.
      const companion = together.has(person) ? person.companions.find(({ id }) => times.has(id)) : undefined
      const usual = companion ? new Date(times.get(companion.id)!.getTime() + chance.between(5, 120) * 1000) : new Date(Date.parse(`${dates[day]}T00:30:00Z`) + (out ? 8.5 * 3600_000 : 0) + chance.normal(out ? 12 : -12, 9) * 60_000)
      const at = habit?.helper && spoofing.get(person.id) ? new Date((times.get(habit.helper.id) ?? usual).getTime() + chance.between(20, 240) * 1000) : usual
      times.set(person.id, at)
      now.push(habit && spoofing.get(person.id) ? spoofed(person, habit, day, at, noise, chance) : honest(person, staff, day, at, out, noise, chance))
    }
    letConfirm(now, chance)
    checks.push(...now)
  }
  return checks
}

const ownDevice = (person: Person, day: number) => (person.newPhoneOn !== null && day >= person.newPhoneOn ? `${person.id} new` : person.id)

/** Nothing for what was sent at once; else hours or days without a network, and now and then an honest fault. */
function passageOf(offline: boolean, noise: Noise, chance: Chance): Passage | undefined {
  if (!offline) return undefined
  const hours = chance.yes(0.25) ? chance.between(24, 96) : chance.logNormal(4, 0.8)
  return { hours, gap: chance.yes(0.005), fork: chance.yes(0.0002), clockChanged: chance.yes(noise.clockChanged) }
}

const isTimed = (passage: Passage | undefined, chance: Chance) => passage === undefined || (!passage.clockChanged && chance.yes(0.7))

function honest(person: Person, staff: readonly Person[], day: number, at: Date, out: boolean, noise: Noise, chance: Chance): Check {
  const duty = chance.yes(0.06)
  const letter = duty && !chance.yes(noise.letterMissing)
  const offline = chance.yes(duty ? 0.4 : person.offline)
  const passage = passageOf(offline, noise, chance)
  const signals: Signals = { at, day: dates[day]!, ...(letter && { anywhere: true }), ...(passage && { passage }) }
  const angle = chance.between(0, 2 * Math.PI)
  const away = chance.logNormal(9000, 0.8)
  const yard = !duty && !out && person.yard && chance.yes(0.7)
  const where: [number, number] = duty ? [away * Math.cos(angle), away * Math.sin(angle)] : yard ? [0, 0.6 * person.office.radius] : person.desk
  const wifi = !duty && !yard && !offline && person.usesWifi && chance.yes(0.8)
  if (!person.refusesLocation && !chance.yes(0.03)) signals.reading = readingOf(person, person.office, honestFix(person, where, { offline, wifi, outdoors: yard }, noise, chance))
  if (!offline) signals.network = wifi ? 'office' : 'unknown'
  if (!duty && !yard && chance.yes(person.scans)) signals.code = { age: chance.between(0, 30) + chance.logNormal(person.slow ? 10 : 3, 0.7), timed: isTimed(passage, chance) }
  if (person.selfie) signals.selfie = true
  const lender = person.sharesWith ?? (!duty && chance.yes(noise.borrowed) ? chance.one(staff.filter(one => one !== person)).id : null)
  // Who borrows does so when the colleague is there, often right after them.
  return { person, truth: duty && !letter ? 'no-letter' : 'honest', device: lender ?? ownDevice(person, day), there: !duty, signals }
}

function spoofed(person: Person, habit: Habit, day: number, at: Date, noise: Noise, chance: Chance): Check {
  const check: Check = { person, truth: 'spoofed', device: ownDevice(person, day), there: false, signals: { at, day: dates[day]! } }
  const { signals } = check
  if (person.spoofs === 'handed-over') return handedOver(check, habit, day, noise, chance)
  if (person.spoofs === 'constant' || person.spoofs === 'jitter') {
    signals.network = 'unknown'
    signals.reading = readingOf(person, person.office, fakeFix(habit.app, chance))
    if (person.selfie) signals.selfie = true
  } else if (habit.changesClock) changedClock(check, habit, noise, chance)
  else replayed(check, habit, noise, chance)
  return check
}

/** A colleague really is at the office, with the person's phone or for the person on a phone of their own. */
function handedOver({ person, signals, ...check }: Check, { helper, onHelpersPhone }: Habit, day: number, noise: Noise, chance: Chance): Check {
  const holder = onHelpersPhone && helper ? helper : person
  const passage = passageOf(chance.yes(holder.offline), noise, chance)
  const [offline, wifi] = [passage !== undefined, holder.usesWifi && chance.yes(0.8)]
  const made: Signals = { ...signals, ...(passage && { passage }), ...(!offline && { network: wifi ? 'office' as const : 'unknown' as const }) }
  if (!holder.refusesLocation) made.reading = readingOf(person, person.office, honestFix(holder, helper?.desk ?? person.desk, { offline, wifi, outdoors: false }, noise, chance))
  if (chance.yes(person.scans)) made.code = { age: chance.between(0, 30) + chance.logNormal(3, 0.7), timed: isTimed(passage, chance) }
  return { ...check, person, signals: made, device: ownDevice(holder, day) }
}

/** Late at the office or still at home, with the phone's clock set back and its network off. */
function changedClock({ person, signals }: Check, { home }: Habit, noise: Noise, chance: Chance): void {
  // The running time since the page was opened gives it away, unless the page was closed in between.
  signals.passage = { hours: chance.between(0.1, 3), gap: chance.yes(0.02), fork: false, clockChanged: chance.yes(0.75) }
  const where = chance.yes(0.6) ? person.desk : chance.yes(0.3) ? home : null
  if (where && !person.refusesLocation) signals.reading = readingOf(person, person.office, honestFix(person, where, { offline: true, wifi: false, outdoors: false }, noise, chance))
}

/** A friend at the office sends a photo of the code. */
function replayed({ person, signals }: Check, { home, location, app }: Habit, noise: Noise, chance: Chance): void {
  let age = Number.POSITIVE_INFINITY
  // Too old a code does not fit, and a fresh photo is asked for.
  while (age > 120) age = chance.between(0, 30) + chance.logNormal(25, 0.6) + 3
  signals.code = { age, timed: true }
  signals.network = 'unknown'
  if (location === 'real' && !person.refusesLocation) signals.reading = readingOf(person, person.office, honestFix(person, home, { offline: false, wifi: false, outdoors: false }, noise, chance))
  if (location === 'fake') signals.reading = readingOf(person, person.office, fakeFix(app, chance))
}
