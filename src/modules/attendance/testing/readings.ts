import type { Moves } from '#platform/geo/moves.ts'
import type { Reading } from '../signals/signals.ts'
import { altitudeMark, readingMark } from '../signals/trace.ts'
import type { Chance } from './chance.ts'
import type { FakeApp, Fix, Noise, Office, Person } from './world.ts'

/** What the server makes of a fix before it forgets the coordinates. */
export function readingOf(person: Person, { radius, middle }: Office, { east, north, accuracy, age, altitude, moves }: Fix): Reading {
  const far = Math.hypot(east, north)
  // Phones give seven digits: a centimetre.
  const at = { latitude: Math.round((middle.latitude + north / 111_195) * 1e7) / 1e7, longitude: Math.round((middle.longitude + east / 110_400) * 1e7) / 1e7 }
  return {
    distance: Math.max(0, far - radius), fromMiddle: far, accuracy, age,
    mark: readingMark('simulation', person.id, at), altitudeMark: altitudeMark('simulation', person.id, altitude), moves,
  }
}

const near = ([east, north]: readonly [number, number], off: number, chance: Chance): [number, number] => {
  const angle = chance.between(0, 2 * Math.PI)
  return [east + off * Math.cos(angle), north + off * Math.sin(angle)]
}

/** What a phone has around it. */
interface Around {
  offline: boolean
  wifi: boolean
  outdoors: boolean
}

/** A position from a person's phone who really is there; without a network only satellites help, and they take longer. */
export function honestFix(person: Person, where: readonly [number, number], around: Around, noise: Noise, chance: Chance): Fix {
  if (person.remembers && person.lastFix && chance.yes(noise.rememberingOften)) return person.lastFix
  const fix = newFix(person, where, around, noise, chance)
  return (person.lastFix = { ...fix, accuracy: told(person, fix.accuracy, around, chance), moves: drift(person, fix, around, chance) })
}

/** Where several readings of one press lie, the first of them in the middle. */
function movesOf(next: (i: number) => [number, number], many: number): Moves {
  const points = Array.from({ length: many }, (_, i) => next(i))
  const far = ([a, b]: [number, number], [c, d]: [number, number]) => Math.hypot(a - c, b - d)
  return { steps: points.slice(1).map((point, i) => far(points[i]!, point)), between: far(points[0]!, points.at(-1)!) }
}

/** Many phones give one reading only, or the next too late. */
const readingsOf = (chance: Chance) => (chance.yes(0.35) ? 1 : Math.floor(chance.between(3, 6)))

/** A phone at rest drifts by what its chip and its surroundings make of it; one in ten presses while walking. */
function drift({ raw, phone }: Person, { accuracy }: Fix, { outdoors }: Around, chance: Chance): Moves | undefined {
  const many = readingsOf(chance)
  if (many < 3) return undefined
  const walking = chance.yes(0.1) ? chance.between(0.8, 1.6) : 0
  const restless = raw ? 4 : phone === 'wifi' || phone === 'tower' ? 0 : phone === 'fused' ? 0.35 : outdoors ? 0.5 : accuracy > 40 ? 2 : 1.2
  let at: [number, number] = [0, 0]
  return movesOf(i => (at = i === 0 ? at : near([at[0] + walking, at[1]], chance.rayleigh(restless), chance)), many)
}

const steps = [5, 10, 15, 20, 35, 50, 65]

/** The accuracy as the phone says it. */
function told({ tells }: Person, accuracy: number, { wifi, outdoors }: Around, chance: Chance): number {
  if (tells === 'in steps') return steps.find(step => accuracy <= step) ?? Math.ceil(accuracy / 50) * 50
  const rounds = accuracy < 60 && (tells === 'rounded' ? !outdoors && chance.yes(0.4) : tells === 'rounded without wifi' && !wifi && chance.yes(0.8))
  return rounds ? 20 : accuracy
}

function newFix(person: Person, where: readonly [number, number], { offline, outdoors }: Around, noise: Noise, chance: Chance): Fix {
  const phone = (offline || outdoors) && person.phone !== 'constant' ? 'satellite' : person.phone
  const altitude = person.altitude === 'zero' ? 0 : person.altitude === 'none' || phone === 'wifi' || phone === 'tower' ? null : Math.round(chance.normal(45, 12) * 10) / 10
  const age = chance.yes(0.05) ? chance.between(30, 600) : chance.between(0, 10)
  const fix = (off: number, accuracy: number): Fix => {
    const [east, north] = near(where, off, chance)
    return { east, north, accuracy, age, altitude }
  }
  if (phone === 'tower') return towerFix(person, where, chance)
  if (chance.yes(noise.coldStart * (offline ? 2 : 1))) return fix(chance.between(150, 900), chance.logNormal(40, 0.6))
  if (phone === 'wifi') return wifiFix(where, noise, chance)
  if (phone === 'fused') {
    // Off by the same few metres in the same building, and rather calm about it.
    const [east, north] = [where[0] + 10 * Math.sin(person.desk[0]), where[1] + 10 * Math.cos(person.desk[1])]
    return { east: chance.normal(east, 5 * noise.errorOfAccuracy / 0.6), north: chance.normal(north, 5 * noise.errorOfAccuracy / 0.6), accuracy: Math.max(3, chance.logNormal(15, 0.35)), age, altitude }
  }
  const indoors = !outdoors && chance.yes(0.6)
  const sky = person.office.village ? 1.5 : 1
  const accuracy = Math.max(3, indoors ? Math.min(150, chance.logNormal(45 * sky, 0.5)) : chance.logNormal(9 * sky, 0.6))
  const off = chance.rayleigh(accuracy * noise.errorOfAccuracy * 0.8) * (!person.office.village && chance.yes(noise.multipath) ? 3 : 1)
  return fix(off, phone === 'constant' ? 20 : accuracy)
}

/** One of a few positions the phone's database knows for the networks around; the same one comes back. */
function wifiFix([east, north]: readonly [number, number], noise: Noise, chance: Chance): Fix {
  if (chance.yes(noise.sameNetwork)) return { east: Math.round(east + 18), north: Math.round(north - 11), accuracy: 35, age: 5, altitude: null }
  return { east: chance.normal(east, 15), north: chance.normal(north, 15), accuracy: Math.round(chance.logNormal(30, 0.3)), age: 5, altitude: null }
}

/** The tower's own position, one to three kilometres off. */
function towerFix({ desk }: Person, [east, north]: readonly [number, number], chance: Chance): Fix {
  const tower = chance.one([900, -1300, 2100])
  return { east: Math.round(east - desk[0] + tower), north: Math.round(north - desk[1] + tower / 2), accuracy: Math.round(chance.between(1000, 3000)), age: 5, altitude: null }
}

/** The pin is set on a map by hand, so not in the very middle. */
export function fakeApp(jittering: boolean, office: Office, { jumping }: Noise, chance: Chance): FakeApp {
  return {
    pin: near([0, 0], office.radius * 0.6 * Math.sqrt(chance.next()), chance),
    jitter: jittering ? chance.between(2, 25) : 0,
    accuracy: jittering ? chance.kind({ constant: 0.5, narrow: 0.3, natural: 0.2 }) : 'constant',
    constant: chance.one([0, 1, 1, 3, 3, 5, 5, 10, 10, 20]),
    restless: jittering && chance.yes(jumping),
    altitude: chance.yes(0.4) ? null : jittering && chance.yes(0.4) ? 'natural' : chance.one([0, 5]),
  }
}

export function fakeFix({ pin, jitter, accuracy, constant, altitude, restless }: FakeApp, chance: Chance): Fix {
  const many = readingsOf(chance)
  const moves = many < 3 ? undefined : movesOf(() => (restless ? near([0, 0], jitter * Math.sqrt(chance.next()), chance) : [0, 0]), many)
  const [east, north] = near(pin, jitter * Math.sqrt(chance.next()), chance)
  return {
    east: jitter > 0 ? east : pin[0], north: jitter > 0 ? north : pin[1], age: 0, moves,
    accuracy: accuracy === 'constant' ? constant : accuracy === 'narrow' ? chance.between(3, 12) : Math.max(3, chance.logNormal(18, 0.5)),
    altitude: altitude === 'natural' ? Math.round(chance.normal(40, 10) * 10) / 10 : altitude,
  }
}
