import { ofReading, ofSource, signs, type MonthSign, type Sign } from './codes.ts'
import type { Parameters } from './parameters.ts'
import { sentencesOfMonth } from './sentences.ts'
import type { Trace } from './trace.ts'

export interface MonthReason {
  code: MonthSign
  /** How surprising it would be for an honest person: 10 points is one in ten, 20 one in a hundred. */
  points: number
  text: string
  values: { shown: number; looked: number }
}

export interface Suspicion {
  /** Whether a superior is asked to talk with the person, for a surprising month or several doubtful days; nothing else follows from it. */
  listed: boolean
  points: number
  /** The most surprising first; without what happens to everybody now and then. */
  reasons: MonthReason[]
}

/** Chance that something with `chance` each time happens at least `shown` times of `looked`. */
function atLeast(shown: number, looked: number, chance: number): number {
  if (chance === 1) return 1
  let term = (1 - chance) ** looked
  let below = 0
  for (let i = 0; i < shown; i++) {
    below += term
    term *= ((looked - i) / (i + 1)) * (chance / (1 - chance))
  }
  // Below what subtraction can tell, the next term stands for the rest of the sum.
  return Math.max(1 - below, Math.min(1, term))
}

/** Chance that it shows as often with somebody honest: most people, and the few to whom it happens more. */
function honestChance(shown: number, looked: number, { often, others }: Parameters['signs'][Sign]): number {
  const most = 1 - others.reduce((sum, { share }) => sum + share, 0)
  return others.reduce((sum, one) => sum + one.share * atLeast(shown, looked, one.often), most * atLeast(shown, looked, often))
}

/** Chance that at most `both` of `shown` are among the `borne`, when `looked` were dealt out without regard to it. */
function atMostTogether(both: number, shown: number, borne: number, looked: number): number {
  const least = Math.max(0, shown + borne - looked)
  let term = 1
  let all = 0
  let upTo = 0
  for (let i = least; i <= Math.min(shown, borne); i++) {
    all += term
    if (i <= both) upTo += term
    term *= ((shown - i) * (borne - i)) / ((i + 1) * (looked - shown - borne + i + 1))
  }
  return upTo / all
}

/** Check-ins with a sign of a made-up reading, and those with the very figures that showed it later. */
function fromTheSameSource(checks: readonly Trace[]): Trace[] {
  const seen = checks.filter(check => check.shown.some(sign => ofSource.has(sign)))
  const marks = new Set(seen.filter(check => check.shown.some(sign => ofPosition.has(sign))).map(check => check.readingMark))
  const accuracies = new Set(seen.filter(check => check.shown.some(sign => ofAccuracy.has(sign))).map(check => check.accuracy))
  return checks.filter(check => check.shown.some(sign => ofSource.has(sign)) || marks.has(check.readingMark) || accuracies.has(check.accuracy))
}

const ofPosition: ReadonlySet<Sign> = new Set<Sign>(['satellite-repeated', 'reading-repeated', 'reading-returned'])
const ofAccuracy: ReadonlySet<Sign> = new Set<Sign>(['accuracy-constant', 'accuracy-returned'])

/** Signs of a made-up reading that show where nothing bears the person out, and not where something does. */
function onlyAlone(checks: readonly Trace[], share: number): MonthReason[] {
  const known = checks.filter(check => typeof check.borneOut === 'boolean' && check.readingMark !== null)
  const odd = fromTheSameSource(known)
  const borne = known.filter(check => check.borneOut).length
  const both = odd.filter(check => check.borneOut).length
  if (odd.length === 0 || borne === 0) return []
  const points = -10 * Math.log10(share + (1 - share) * atMostTogether(both, odd.length, borne, known.length))
  return [{ code: 'only-alone', points, text: sentencesOfMonth['only-alone'].text, values: { shown: odd.length - both, looked: odd.length } }]
}

/**
 * How surprising a month of check-ins would be if all were honest. What some honest phones always show cannot weigh
 * more than such phones are rare; signs of the same reading have common causes, so each further one counts half of the one
 * before. Who looks for many signs finds some by chance: that much is taken from each.
 */
export function suspicionOf(checks: readonly Trace[], { signs: known, review }: Parameters): Suspicion {
  const reasons = [...onlyAlone(checks, review.alone), ...signs.flatMap((code): MonthReason[] => {
    const looked = checks.filter(check => check.looked.includes(code)).length
    const shown = checks.filter(check => check.shown.includes(code)).length
    if (shown === 0) return []
    const points = -10 * Math.log10(honestChance(shown, looked, known[code]))
    return [{ code, points, text: sentencesOfMonth[code].text, values: { shown, looked } }]
  })].toSorted((a, b) => b.points - a.points || a.code.localeCompare(b.code))
  const beyond = reasons.map(({ code, points }) => ({ code, points: Math.max(0, points - review.chance) }))
  const points = beyond.filter(({ code }) => !isOfReading(code)).reduce((sum, one) => sum + one.points, 0)
    + beyond.filter(({ code }) => isOfReading(code)).reduce((sum, one, i) => sum + one.points / 2 ** i, 0)
  const days = daysOf(checks.filter(check => check.shown.length > 0))
  const doubted = daysOf(checks.filter(check => check.level === 'doubtful' && check.shown.some(sign => sign !== 'far-away')))
  return { listed: (points >= review.points && days >= review.days) || doubted >= review.doubtfulDays, points, reasons: reasons.filter(reason => reason.points > review.chance) }
}

const isOfReading = (code: MonthSign) => ofReading.has(code as Sign)
const daysOf = (checks: readonly Trace[]) => new Set(checks.map(check => check.day)).size
