import type { Moves } from '#platform/geo/moves.ts'
import type { Chance } from './chance.ts'

/** How honest phones, networks and people behave; every figure is an assumption, so the simulation is run with several. */
export interface Noise {
  /** Makes of phones by share; what is left over is `satellite`. */
  phones: { fused: number; wifi: number; constant: number; tower: number }
  /** Phones that know their accuracy in steps only, as many do. */
  steps: number
  /** Phones that say one round accuracy for some of their readings; one in ten of them only without a wifi network. */
  rounding: number
  /** People who mostly check in on the way from the gate: outdoors, on mobile data. */
  yard: number
  /** Share of phones that say altitude 0 whatever it is. */
  altitudeZero: number
  /** First readings after a while that are hundreds of metres off and do not know it. */
  coldStart: number
  /** Readings in a town off by three times what they say. */
  multipath: number
  /** True error in parts of the reported accuracy. */
  errorOfAccuracy: number
  /** How often a phone that knows positions by networks answers with the very same one. */
  sameNetwork: number
  /** Phones that give an old position as a new one, and how often they do. */
  remembering: number
  rememberingOften: number
  /** Phones that give every reading as it is, and how often it jumps by metres. */
  raw: number
  borrowed: number
  /** People of villages who have no phone and use a colleague's every day, without anybody having entered it as shared. */
  sharing: number
  newPhone: number
  /** Entries without a network whose clock was set by somebody or something honest. */
  clockChanged: number
  /** Days of duty outside whose letter is not in the system. */
  letterMissing: number
  /** People who take their time between scanning and pressing. */
  slow: number
  /** People who never scan a code where there is a screen. */
  neverScanning: number
  /** People who never let a colleague confirm them, and how often at most the others do. */
  alone: number
  confirming: number
  /** Days on which companions come and go together. */
  comingTogether: number
  /** Spoofers with a friend who keeps sending them a code. */
  friends: number
  /** Apps that jitter with every reading; the others once for each time they are opened. */
  jumping: number
  /** Spoofers who do it on few days only. */
  cautious: number
}

export const ordinary: Noise = {
  phones: { fused: 0.45, wifi: 0.03, constant: 0.05, tower: 0.02 }, steps: 0.12, rounding: 0.03, yard: 0.2, altitudeZero: 0.02,
  coldStart: 0.015, multipath: 0.08, errorOfAccuracy: 0.6,
  sameNetwork: 0.3, remembering: 0.01, rememberingOften: 0.15, raw: 0.015, borrowed: 0.005, sharing: 0, newPhone: 0.03, clockChanged: 0.008, letterMissing: 0.02, slow: 0.01,
  neverScanning: 0.25, alone: 0.35, confirming: 0.3, comingTogether: 0.3, friends: 0.1, jumping: 0.7, cautious: 0.15,
}

/** The ordinary world and harsher ones. */
export const worlds: Record<string, Noise> = {
  ordinary,
  'bad sky': { ...ordinary, coldStart: 0.05, multipath: 0.25, errorOfAccuracy: 1, raw: 0.05 },
  'poor phones': { ...ordinary, phones: { fused: 0.3, wifi: 0.1, constant: 0.15, tower: 0.06 }, steps: 0.3, rounding: 0.1, altitudeZero: 0.1, remembering: 0.05, raw: 0.05 },
  'other phones': { ...ordinary, sameNetwork: 0.7, rememberingOften: 0.4 },
  'nobody confirms': { ...ordinary, alone: 1, neverScanning: 0.6 },
  'calm apps': { ...ordinary, jumping: 0.2 },
  'cautious spoofers': { ...ordinary, cautious: 1 },
  'loose habits': { ...ordinary, borrowed: 0.015, sharing: 0.01, newPhone: 0.1, clockChanged: 0.04, letterMissing: 0.1, slow: 0.05 },
}

export type Kind = 'constant' | 'jitter' | 'handed-over' | 'clock-or-replay'
export const kinds: readonly Kind[] = ['constant', 'jitter', 'handed-over', 'clock-or-replay']

/** A position as a phone gives it: metres east and north of the office's middle. */
export interface Fix {
  east: number
  north: number
  accuracy: number
  age: number
  altitude: number | null
  moves?: Moves
}

/** How somebody set up the app that makes positions up. */
export interface FakeApp {
  pin: [number, number]
  /** Metres around the pin; none for a constant position. */
  jitter: number
  accuracy: 'constant' | 'narrow' | 'natural'
  constant: number
  /** Whether it jumps with every reading, or once for each time it is opened. */
  restless: boolean
  /** Metres, or as a phone at that place would say. */
  altitude: number | 'natural' | null
}

/** How a spoofer goes about it, settled once. */
export interface Habit {
  /** In words, for the figures. */
  way: string
  app: FakeApp
  /** Where somebody who stays at home lives, in metres from the office. */
  home: [number, number]
  /** The colleague who checks in for them, and on whose phone. */
  helper: Person | null
  onHelpersPhone: boolean
  changesClock: boolean
  /** How often a colleague who is there sends a code. */
  friend: number
  location: 'refused' | 'real' | 'fake'
}

/** Where people work: a circle of so many metres, most of them indoors. */
export interface Office {
  id: number
  village: boolean
  radius: number
  code: boolean
  wifi: boolean
  middle: { latitude: number; longitude: number }
}

export interface Person {
  id: string
  office: Office
  phone: 'fused' | 'satellite' | 'wifi' | 'constant' | 'tower'
  /** Metres east and north of the middle where they usually check in. */
  desk: [number, number]
  altitude: 'none' | 'real' | 'zero'
  /** How the phone tells its accuracy. */
  tells: 'exactly' | 'in steps' | 'rounded' | 'rounded without wifi'
  refusesLocation: boolean
  /** Checks in outdoors on most mornings. */
  yard: boolean
  remembers: boolean
  /** Its readings are not smoothed. */
  raw: boolean
  usesWifi: boolean
  scans: number
  companions: readonly Person[]
  /** How often a colleague confirms them. */
  confirms: number
  offline: number
  slow: boolean
  selfie: boolean
  newPhoneOn: number | null
  /** The position given before. */
  lastFix: Fix | null
  /** A colleague whose phone is used every day. */
  sharesWith: string | null
  spoofs: Kind | null
  /** How they go about it. */
  habit: Habit | null
  /** Helps others to spoof; neither counted as honest nor as a spoofer. */
  helps: boolean
  /** Share of days. */
  spoofing: number
}

/** People in offices of 25; a share of them spoofs, the four kinds in turn. */
export function population(many: number, noise: Noise, spoofers: number, chance: Chance): Person[] {
  const offices: Office[] = Array.from({ length: Math.ceil(many / 25) }, (_, id) => {
    const village = chance.yes(0.35)
    return { id, village, radius: chance.between(40, 120), code: chance.yes(village ? 0.2 : 0.5), wifi: chance.yes(village ? 0.4 : 0.85), middle: { latitude: chance.between(-7.2, -6.9), longitude: chance.between(109, 109.3) } }
  })
  const people = Array.from({ length: many }, (_, n): Person => {
    const office = offices[Math.floor(n / 25)]!
    const angle = chance.between(0, 2 * Math.PI)
    const off = office.radius * 0.6 * Math.sqrt(chance.next())
    return {
      id: `p${n}`, office, phone: chance.kind({ ...noise.phones, satellite: 1 }), desk: [off * Math.cos(angle), off * Math.sin(angle)],
      altitude: chance.kind({ zero: noise.altitudeZero, none: 0.4, real: 1 }), tells: chance.kind({ 'in steps': noise.steps, 'rounded without wifi': noise.rounding / 10, rounded: 0.9 * noise.rounding, exactly: 1 }), refusesLocation: chance.yes(0.04), yard: chance.yes(noise.yard), remembers: chance.yes(noise.remembering), raw: chance.yes(noise.raw), usesWifi: office.wifi && chance.yes(0.55),
      scans: office.code && !chance.yes(noise.neverScanning) ? chance.between(0.2, 1) : 0, companions: [], confirms: 0, offline: office.village ? chance.between(0.3, 0.9) : chance.between(0.02, 0.32),
      slow: chance.yes(noise.slow), selfie: chance.yes(0.1), newPhoneOn: chance.yes(noise.newPhone) ? Math.floor(chance.between(0, 22)) : null,
      sharesWith: office.village && n % 25 > 0 && chance.yes(noise.sharing) ? `p${n - 1}` : null, lastFix: null, spoofs: null, habit: null, helps: false, spoofing: 0,
    }
  })
  const order = people.map(person => ({ person, at: chance.next() })).toSorted((a, b) => a.at - b.at)
  for (const [i, { person }] of order.slice(0, Math.round(many * spoofers)).entries()) {
    person.spoofs = kinds[i % kinds.length]!
    // Some do it on most days, some now and then.
    person.spoofing = chance.yes(noise.cautious) ? chance.between(0.05, 0.2) : chance.between(0.3, 0.9)
  }
  return people
}
