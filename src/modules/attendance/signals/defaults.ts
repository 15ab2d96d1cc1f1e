import { z } from 'zod'
import { parameters, type Parameters } from './parameters.ts'

const group = z.record(z.string(), z.unknown())
const groups = z.looseObject({ signs: group, limits: group, review: group })

/** Policy of a region until it sets its own (“kebijakan daerah”, unverified): judged by reason, then tried in the simulation. */
export const defaults: Parameters = {
  start: { who: 12, where: 10, when: 20 },
  levels: { high: 18, doubtful: 0 },
  supports: { 'at-place': 8, 'about-at-place': 4, 'office-network': 8, 'office-code': 6, vouched: 6, 'vouched-fairly': 3, 'vouched-in-circle': 1, 'known-device': 6, selfie: 2 },
  signs: {
    mocked: { weight: -15, most: 2, often: 0.001, others: [{ share: 0.002, often: 1 }] },
    'accuracy-zero': { weight: -6, most: 3, often: 0.002, others: [{ share: 0.005, often: 1 }] },
    'satellite-repeated': { weight: -3, most: 3, often: 0.005, others: [{ share: 0.05, often: 0.5 }, { share: 0.003, often: 1 }] },
    'reading-repeated': { weight: -4, most: 2, often: 0.01, others: [{ share: 0.05, often: 0.8 }, { share: 0.003, often: 1 }] },
    'reading-returned': { weight: -8, most: 2, often: 0.001, others: [{ share: 0.002, often: 1 }] },
    'accuracy-constant': { weight: -2, most: 2, often: 0.001, others: [{ share: 0.06, often: 1 }] },
    'accuracy-returned': { weight: -2, most: 2, often: 0.002, others: [{ share: 0.06, often: 0.7 }] },
    'altitude-repeated': { weight: -3, most: 2, often: 0.01, others: [{ share: 0.005, often: 1 }] },
    'too-steady': { weight: -1, most: 2, often: 0.01, others: [{ share: 0.1, often: 1 }] },
    restless: { weight: -3, most: 3, often: 0.004, others: [{ share: 0.02, often: 0.2 }, { share: 0.002, often: 1 }] },
    'impossible-speed': { weight: -8, most: 2, often: 0.003, others: [{ share: 0.002, often: 0.1 }] },
    outside: { weight: -2, most: 3, often: 0.04, others: [{ share: 0.1, often: 0.2 }, { share: 0.02, often: 1 }] },
    'far-away': { weight: -15, most: 1, often: 0.01, others: [{ share: 0.05, often: 0.25 }, { share: 0.005, often: 1 }] },
    'device-borrowed': { weight: -5, most: 4, often: 0.015, others: [{ share: 0.02, often: 0.08 }, { share: 0.001, often: 1 }] },
    'code-late': { weight: -3, most: 4, often: 0.04, others: [{ share: 0.03, often: 0.25 }, { share: 0.001, often: 1 }] },
    'clock-changed': { weight: -7, most: 3, often: 0.03, others: [{ share: 0.03, often: 0.2 }, { share: 0.001, often: 1 }] },
    'chain-fork': { weight: -12, most: 2, often: 0.002, others: [{ share: 0.001, often: 1 }] },
    'chain-gap': { weight: -2, most: 2, often: 0.02, others: [{ share: 0.01, often: 0.2 }] },
  },
  limits: { atPlaceMetres: 75, aboutMetres: 300, outsideMetres: 200, farMetres: 1000, fastest: 55, leastAccuracy: 1, satelliteMetres: 15, fewAltitudes: 2, manyReadings: 8, fewReturns: 3, manyOthers: 6, partOfOthers: 0.2, mostlyDifferent: 0.85, leastSpread: 0.15, fewSteps: 2, restlessMetres: 3, restlessPart: 0.4, straight: 0.9, codeSeconds: 40, knownDays: 7 },
  review: { lookBack: 30, points: 14, chance: 6, days: 3, doubtfulDays: 3, alone: 0.01 },
}

/** The reference value `attendance-confidence`/`weights` as somebody entered it, with the defaults for what was not known then; the defaults where it is not one. */
export function parametersFrom(value: unknown): Parameters {
  const entered = groups.safeParse(value).data
  return parameters.safeParse(entered && { ...entered, ...Object.fromEntries((['signs', 'limits', 'review'] as const).map(group => [group, { ...defaults[group], ...entered[group] }])) }).data ?? defaults
}
